//! Removing photos that no application knows.

use std::error::Error;

use async_trait::async_trait;
use futures_util::TryStreamExt;
use rules::Moment;

use super::{PhotoVault, VaultError, VaultKey};

/// Knows which photos belong to an application.
#[async_trait]
pub trait PhotoRegister: Send + Sync {
    /// Whether an application holds this photo.
    ///
    /// # Errors
    /// When that cannot be told. The photo is then not touched.
    async fn holds(&self, key: &VaultKey) -> Result<bool, Box<dyn Error + Send + Sync>>;
}

/// What a sweep has done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Photos that an application holds or that are too young to be judged.
    pub left: usize,
    /// Photos that were removed.
    pub removed: usize,
    /// Remains of broken-off writes and empty folders that were removed.
    pub remains: usize,
}

/// A sweep ended early. What it removed until then stays removed.
#[derive(Debug, thiserror::Error)]
pub enum SweepError {
    /// The vault failed.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The register could not tell.
    #[error("whether a photo is held cannot be told")]
    Register(#[source] Box<dyn Error + Send + Sync>),
}

/// Removes the photos kept before a moment that no application holds, and what
/// broken-off writes have left.
///
/// A photo is kept first and entered into its application after that, so a
/// young photo that nobody holds may be on its way: give the moment one day ago.
///
/// # Errors
/// [`SweepError`]; a later sweep does the rest.
pub async fn sweep(
    vault: &dyn PhotoVault,
    register: &dyn PhotoRegister,
    kept_before: Moment,
) -> Result<Swept, SweepError> {
    let mut swept = Swept::default();
    let mut photos = vault.list();
    while let Some(photo) = photos.try_next().await? {
        let is_young = photo.since >= kept_before;
        if is_young
            || register
                .holds(&photo.key)
                .await
                .map_err(SweepError::Register)?
        {
            swept.left += 1;
        } else {
            vault.discard(&photo.key).await?;
            swept.removed += 1;
        }
    }
    swept.remains = vault.tidy(kept_before).await?;
    Ok(swept)
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::path::Path;
    use std::time::{Duration, UNIX_EPOCH};

    use super::super::Bucket;
    use super::*;

    const DAY: i64 = 86_400;
    const NOW: Moment = Moment(1_795_359_600);

    /// Holds the photos with these keys.
    struct Held(Vec<VaultKey>);

    #[async_trait]
    impl PhotoRegister for Held {
        async fn holds(&self, key: &VaultKey) -> Result<bool, Box<dyn Error + Send + Sync>> {
            Ok(self.0.contains(key))
        }
    }

    /// Cannot tell.
    struct Silent;

    #[async_trait]
    impl PhotoRegister for Silent {
        async fn holds(&self, _: &VaultKey) -> Result<bool, Box<dyn Error + Send + Sync>> {
            Err("the database is away".into())
        }
    }

    fn key(name: &str) -> VaultKey {
        VaultKey::new(name, "1").unwrap()
    }

    fn date(path: &Path, moment: Moment) {
        let time = UNIX_EPOCH + Duration::from_secs(u64::try_from(moment.0).unwrap());
        File::open(path).unwrap().set_modified(time).unwrap();
    }

    async fn kept(vault: &Bucket, folder: &Path, name: &str, since: Moment) -> VaultKey {
        let key = key(name);
        vault.keep(&key, vec![0]).await.unwrap();
        date(&folder.join(key.as_str()), since);
        key
    }

    #[tokio::test]
    async fn only_photos_that_are_a_day_old_and_held_by_nobody_are_removed() {
        let folder = tempfile::tempdir().unwrap();
        let vault = Bucket::in_folder(folder.path()).unwrap();
        let day_ago = NOW.plus(-DAY);
        let held = kept(&vault, folder.path(), "held", NOW.plus(-90 * DAY)).await;
        let young = kept(&vault, folder.path(), "young", day_ago).await;
        let orphan = kept(&vault, folder.path(), "orphan", day_ago.plus(-1)).await;

        let swept = sweep(&vault, &Held(vec![held.clone()]), day_ago)
            .await
            .unwrap();

        assert_eq!(
            swept,
            Swept {
                left: 2,
                removed: 1,
                remains: 0
            }
        );
        assert!(vault.fetch(&held).await.is_ok());
        assert!(vault.fetch(&young).await.is_ok());
        assert!(matches!(
            vault.fetch(&orphan).await,
            Err(VaultError::Missing(_))
        ));
    }

    #[tokio::test]
    async fn nothing_is_removed_when_it_cannot_be_told_who_holds_a_photo() {
        let vault = Bucket::in_memory();
        vault.keep(&key("a"), vec![0]).await.unwrap();
        let swept = sweep(&vault, &Silent, Moment(i64::MAX)).await;
        assert!(matches!(swept, Err(SweepError::Register(_))));
        assert!(vault.fetch(&key("a")).await.is_ok());
    }

    #[tokio::test]
    async fn remains_of_broken_off_writes_and_empty_folders_go_after_a_day() {
        let folder = tempfile::tempdir().unwrap();
        let vault = Bucket::in_folder(folder.path()).unwrap();
        let at = |name: &str| folder.path().join(name);
        let (old, day_ago) = (NOW.plus(-2 * DAY), NOW.plus(-DAY));
        for name in ["full", "empty", "fresh"] {
            fs::create_dir(at(name)).unwrap();
        }
        let files = [
            "full/1.jpg.sealed#1",
            "full/2.jpg.sealed#12",
            "full/notes#1",
            "full/3.jpg.sealed#x",
        ];
        for name in files {
            fs::write(at(name), "x").unwrap();
            date(&at(name), old);
        }
        date(&at("full/2.jpg.sealed#12"), NOW);
        date(&at("full"), old);
        date(&at("empty"), old);

        let swept = sweep(&vault, &Held(Vec::new()), day_ago).await.unwrap();

        assert_eq!(swept.remains, 2);
        assert!(!at("full/1.jpg.sealed#1").exists() && !at("empty").exists());
        assert!(files[1..].iter().all(|name| at(name).exists()) && at("fresh").exists());
    }

    #[tokio::test]
    async fn the_folder_of_an_application_goes_with_its_last_photo_one_sweep_later() {
        let folder = tempfile::tempdir().unwrap();
        let vault = Bucket::in_folder(folder.path()).unwrap();
        kept(&vault, folder.path(), "orphan", NOW.plus(-2 * DAY)).await;
        sweep(&vault, &Held(Vec::new()), NOW.plus(-DAY))
            .await
            .unwrap();
        date(&folder.path().join("orphan"), NOW.plus(-2 * DAY));
        let swept = sweep(&vault, &Held(Vec::new()), NOW.plus(-DAY))
            .await
            .unwrap();
        assert_eq!(
            swept,
            Swept {
                left: 0,
                removed: 0,
                remains: 1
            }
        );
        assert!(!folder.path().join("orphan").exists());
    }
}
