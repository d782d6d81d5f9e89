//! The vault over a folder or an object store.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use async_trait::async_trait;
use futures_util::stream::BoxStream;
use futures_util::{StreamExt, TryStreamExt};
use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;
use object_store::path::Path as Location;
use object_store::{Error, ObjectStore, ObjectStoreExt};
use rules::Moment;
use tokio::task::spawn_blocking;

use super::folder;
use super::{KeptPhoto, PhotoKey, PhotoVault, VaultError};

/// A vault in a folder of this machine, or in memory for tests.
///
/// A photo is written to a file beside its place (`…#1`), the file is synced to
/// disk, renamed to its place, and the folder is synced: so a reader or a crash
/// meets the whole photo or none. `object_store` does these steps in this order
/// once `with_fsync` is on; by default it renames but does not sync (read in
/// its source, 0.14.2). A write that is broken off leaves the file beside, which
/// the listing passes over and [`tidy`](PhotoVault::tidy) removes.
#[derive(Debug)]
pub struct Bucket {
    store: Arc<dyn ObjectStore>,
    /// The folder, if this is one.
    folder: Option<PathBuf>,
}

impl Bucket {
    /// A vault in this folder, which is made, for this account only, if it is
    /// not there yet.
    ///
    /// # Errors
    /// [`VaultError::Failed`] when the folder cannot be made or opened.
    pub fn in_folder(folder: &Path) -> Result<Self, VaultError> {
        folder::make_private(folder).map_err(VaultError::failed)?;
        let store = LocalFileSystem::new_with_prefix(folder).map_err(VaultError::failed)?;
        let store = Arc::new(store.with_fsync(true));
        Ok(Self {
            store,
            folder: Some(folder.to_path_buf()),
        })
    }

    /// A vault that is gone with the process.
    pub fn in_memory() -> Self {
        Self {
            store: Arc::new(InMemory::new()),
            folder: None,
        }
    }
}

#[async_trait]
impl PhotoVault for Bucket {
    async fn keep(&self, key: &PhotoKey, sealed: Vec<u8>) -> Result<(), VaultError> {
        let kept = self.store.put(&location(key), sealed.into()).await;
        kept.map(drop).map_err(VaultError::failed)
    }

    async fn fetch(&self, key: &PhotoKey) -> Result<Vec<u8>, VaultError> {
        match self.store.get(&location(key)).await {
            Ok(found) => Ok(found.bytes().await.map_err(VaultError::failed)?.into()),
            Err(Error::NotFound { .. }) => Err(VaultError::Missing(key.clone())),
            Err(error) => Err(VaultError::failed(error)),
        }
    }

    async fn discard(&self, key: &PhotoKey) -> Result<(), VaultError> {
        match self.store.delete(&location(key)).await {
            Ok(()) | Err(Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(VaultError::failed(error)),
        }
    }

    fn list(&self) -> BoxStream<'_, Result<KeptPhoto, VaultError>> {
        let listed = self.store.list(None).map_err(VaultError::failed);
        let photos = listed.try_filter_map(async |found| {
            let since = Moment(found.last_modified.timestamp());
            Ok(PhotoKey::parse(found.location.as_ref()).map(|key| KeptPhoto { key, since }))
        });
        photos.boxed()
    }

    async fn tidy(&self, before: Moment) -> Result<usize, VaultError> {
        let Some(folder) = self.folder.clone() else {
            return Ok(0);
        };
        let tidied = spawn_blocking(move || folder::tidy(&folder, before)).await;
        tidied
            .map_err(VaultError::failed)?
            .map_err(VaultError::failed)
    }
}

fn location(key: &PhotoKey) -> Location {
    Location::from(key.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(application: &str, photo: &str) -> PhotoKey {
        PhotoKey::new(application, photo).unwrap()
    }

    /// The same promises in a folder and in memory.
    async fn for_each_vault(check: impl AsyncFn(Bucket)) {
        let folder = tempfile::tempdir().unwrap();
        check(Bucket::in_folder(&folder.path().join("new/photos")).unwrap()).await;
        check(Bucket::in_memory()).await;
    }

    async fn keys(vault: &Bucket) -> Vec<PhotoKey> {
        let mut keys: Vec<_> = vault
            .list()
            .map_ok(|kept| kept.key)
            .try_collect()
            .await
            .unwrap();
        keys.sort();
        keys
    }

    #[tokio::test]
    async fn a_photo_is_fetched_as_it_was_kept_until_it_is_discarded() {
        for_each_vault(async |vault| {
            let key = key("a", "1");
            vault.keep(&key, vec![1, 2, 3]).await.unwrap();
            assert_eq!(vault.fetch(&key).await.unwrap(), [1, 2, 3]);
            vault.discard(&key).await.unwrap();
            assert!(matches!(vault.fetch(&key).await, Err(VaultError::Missing(missing)) if missing == key));
        })
        .await;
    }

    #[tokio::test]
    async fn keeping_again_replaces_and_discarding_again_is_no_error() {
        for_each_vault(async |vault| {
            let key = key("a", "1");
            vault.keep(&key, vec![1; 9]).await.unwrap();
            vault.keep(&key, vec![2]).await.unwrap();
            assert_eq!(vault.fetch(&key).await.unwrap(), [2]);
            vault.discard(&key).await.unwrap();
            vault.discard(&key).await.unwrap();
        })
        .await;
    }

    #[tokio::test]
    async fn all_photos_are_listed() {
        for_each_vault(async |vault| {
            assert_eq!(keys(&vault).await, []);
            let kept = [key("a", "1"), key("a", "2"), key("b", "1")];
            for key in &kept {
                vault.keep(key, vec![0]).await.unwrap();
            }
            assert_eq!(keys(&vault).await, kept);
        })
        .await;
    }

    #[tokio::test]
    async fn a_folder_opened_again_has_what_was_kept() {
        let folder = tempfile::tempdir().unwrap();
        let key = key("a", "1");
        Bucket::in_folder(folder.path())
            .unwrap()
            .keep(&key, vec![7])
            .await
            .unwrap();
        assert_eq!(
            Bucket::in_folder(folder.path())
                .unwrap()
                .fetch(&key)
                .await
                .unwrap(),
            [7]
        );
        assert_eq!(
            std::fs::read(folder.path().join(key.as_str())).unwrap(),
            [7]
        );
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn a_new_folder_can_be_entered_by_this_account_only() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap().path().join("photos");
        Bucket::in_folder(&folder).unwrap();
        assert_eq!(
            std::fs::metadata(folder).unwrap().permissions().mode() & 0o777,
            0o700
        );
    }

    #[tokio::test]
    async fn files_that_are_no_photos_of_ours_are_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let vault = Bucket::in_folder(folder.path()).unwrap();
        vault.keep(&key("a", "1"), vec![0]).await.unwrap();
        for name in ["readme.txt", "a/notes", "a/2.jpg.sealed#1"] {
            std::fs::write(folder.path().join(name), "x").unwrap();
        }
        assert_eq!(keys(&vault).await, [key("a", "1")]);
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_reader_meets_a_whole_photo_or_none_while_it_is_being_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let vault = Arc::new(Bucket::in_folder(folder.path()).unwrap());
        let key = key("a", "1");
        let writer = tokio::spawn({
            let (vault, key) = (Arc::clone(&vault), key.clone());
            async move {
                for round in 0..40_u8 {
                    vault.keep(&key, vec![round; 300_000]).await.unwrap();
                }
            }
        });
        while !writer.is_finished() {
            match vault.fetch(&key).await {
                Ok(photo) => {
                    assert_eq!(photo.len(), 300_000);
                    assert!(photo.iter().all(|byte| *byte == photo[0]));
                }
                Err(error) => assert!(matches!(error, VaultError::Missing(_)), "{error}"),
            }
        }
        writer.await.unwrap();
    }

    #[tokio::test]
    async fn a_write_that_fails_says_so_and_leaves_no_photo() {
        let folder = tempfile::tempdir().unwrap();
        let vault = Bucket::in_folder(folder.path()).unwrap();
        // A file where the application's folder should be.
        std::fs::write(folder.path().join("a"), "in the way").unwrap();
        let kept = vault.keep(&key("a", "1"), vec![0]).await;
        assert!(matches!(kept, Err(VaultError::Failed(_))));
        assert_eq!(keys(&vault).await, []);
    }
}
