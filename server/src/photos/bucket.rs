//! The vault over a folder or object storage.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use futures_util::stream::BoxStream;
use futures_util::{FutureExt, StreamExt, TryStreamExt, stream};
use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;
use object_store::path::Path as Location;
use object_store::{Error, ObjectStore, ObjectStoreExt};
use rules::Moment;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use super::folder;
use super::s3::{self, S3Place};
use super::{KeptPhoto, PhotoVault, S3Fault, VaultError, VaultKey};
use crate::private;

/// A vault in a folder of this machine, in object storage, or in memory for tests.
///
/// In a folder a photo is written to a file beside its place (`…#1`), the file is synced to
/// disk, renamed to its place, and the folder is synced: so a reader or a crash
/// meets the whole photo or none. `object_store` does these steps in this order
/// once `with_fsync` is on; by default it renames but does not sync (read in
/// its source, 0.14.2). A write that is broken off leaves the file beside, which
/// the listing passes over and [`tidy`](PhotoVault::tidy) removes.
///
/// In object storage a photo is sent by one request, which the server does whole or not
/// at all, and is repeated by a request that says the same. A request that was given up
/// may still be done later: then nobody holds the photo, and the sweep removes it.
#[derive(Debug)]
pub struct Bucket {
    pub(super) store: Arc<dyn ObjectStore>,
    kind: Kind,
}

/// What is below a bucket.
#[derive(Debug)]
enum Kind {
    Folder(PathBuf),
    S3,
    Memory,
}

/// No act on a disk or in memory is given up.
const NEVER: Duration = Duration::MAX;

impl Bucket {
    /// A vault in this folder, which is made if it is not there yet, and which only this
    /// account can enter.
    ///
    /// # Errors
    /// [`VaultError::Failed`] when the folder cannot be made or opened.
    pub fn in_folder(folder: &Path) -> Result<Self, VaultError> {
        private::folder(folder).map_err(VaultError::failed)?;
        let store = LocalFileSystem::new_with_prefix(folder).map_err(VaultError::failed)?;
        let store = Arc::new(store.with_fsync(true));
        Ok(Self {
            store,
            kind: Kind::Folder(folder.to_path_buf()),
        })
    }

    /// A vault in S3-compatible object storage. The server is not asked yet, so that a
    /// portal starts while the storage is away; [`probe`](Self::probe) asks.
    ///
    /// # Errors
    /// [`VaultError::Failed`] when the place cannot be one: certificates that are none.
    pub fn in_s3(place: &S3Place) -> Result<Self, VaultError> {
        Ok(Self {
            store: s3::store(place)?,
            kind: Kind::S3,
        })
    }

    /// A vault that is gone with the process.
    pub fn in_memory() -> Self {
        Self {
            store: Arc::new(InMemory::new()),
            kind: Kind::Memory,
        }
    }

    /// What an act on the store gives, or that it took too long.
    pub(super) async fn within<T>(
        &self,
        act: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, Trouble> {
        let patience = match self.kind {
            Kind::S3 => s3::WHOLE,
            Kind::Folder(_) | Kind::Memory => NEVER,
        };
        match timeout(patience, act).await {
            Ok(done) => done.map_err(|error| self.trouble(error)),
            Err(_) => Err(Trouble::Failed(VaultError::failed(S3Fault::Slow))),
        }
    }

    /// An error of the store, in our words where it is object storage.
    fn trouble(&self, error: Error) -> Trouble {
        let (is_missing, fault) = match self.kind {
            Kind::S3 => {
                let fault = VaultError::failed(S3Fault::of(&error));
                (S3Fault::is_missing_object(&error), fault)
            }
            Kind::Folder(_) | Kind::Memory => {
                let is_missing = matches!(error, Error::NotFound { .. });
                (is_missing, VaultError::failed(error))
            }
        };
        if is_missing {
            Trouble::Missing
        } else {
            Trouble::Failed(fault)
        }
    }
}

/// Why an act on the store gave nothing.
#[derive(Debug)]
pub(super) enum Trouble {
    /// Nothing is there.
    Missing,
    /// It failed.
    Failed(VaultError),
}

impl Trouble {
    /// As an error of an act on this photo.
    fn with(self, key: &VaultKey) -> VaultError {
        match self {
            Self::Missing => VaultError::Missing(key.clone()),
            Self::Failed(error) => error,
        }
    }

    /// As an error of an act on no photo in particular.
    pub(super) fn at_large(self) -> VaultError {
        match self {
            Self::Missing => VaultError::failed(S3Fault::Other("not found".to_owned())),
            Self::Failed(error) => error,
        }
    }
}

#[async_trait]
impl PhotoVault for Bucket {
    async fn keep(&self, key: &VaultKey, sealed: Vec<u8>) -> Result<(), VaultError> {
        let place = location(key);
        let kept = self.within(self.store.put(&place, sealed.into())).await;
        kept.map(drop).map_err(|trouble| trouble.with(key))
    }

    async fn fetch(&self, key: &VaultKey) -> Result<Vec<u8>, VaultError> {
        let place = location(key);
        let fetched = async { self.store.get(&place).await?.bytes().await };
        let fetched = self.within(fetched).await;
        fetched.map(Into::into).map_err(|trouble| trouble.with(key))
    }

    async fn discard(&self, key: &VaultKey) -> Result<(), VaultError> {
        match self.within(self.store.delete(&location(key))).await {
            Ok(()) | Err(Trouble::Missing) => Ok(()),
            Err(Trouble::Failed(error)) => Err(error),
        }
    }

    fn list(&self) -> BoxStream<'_, Result<KeptPhoto, VaultError>> {
        let listed = stream::try_unfold(self.store.list(None), async |mut rest| {
            let found = self.within(rest.next().map(Option::transpose)).await;
            found
                .map(|found| found.map(|found| (found, rest)))
                .map_err(Trouble::at_large)
        });
        let photos = listed.try_filter_map(async |found| {
            let since = Moment(found.last_modified.timestamp());
            Ok(VaultKey::parse(found.location.as_ref()).map(|key| KeptPhoto { key, since }))
        });
        photos.boxed()
    }

    async fn tidy(&self, before: Moment) -> Result<usize, VaultError> {
        let Kind::Folder(folder) = &self.kind else {
            return Ok(0);
        };
        let folder = folder.clone();
        let tidied = spawn_blocking(move || folder::tidy(&folder, before)).await;
        tidied
            .map_err(VaultError::failed)?
            .map_err(VaultError::failed)
    }
}

fn location(key: &VaultKey) -> Location {
    Location::from(key.as_str())
}

#[cfg(test)]
mod tests {
    use super::super::s3_tests::fresh_place;
    use super::*;

    fn key(application: &str, photo: &str) -> VaultKey {
        VaultKey::new(application, photo).unwrap()
    }

    /// The same promises in a folder, in memory and on a server of object storage.
    async fn for_each_vault(check: impl AsyncFn(Bucket)) {
        let folder = tempfile::tempdir().unwrap();
        check(Bucket::in_folder(&folder.path().join("new/photos")).unwrap()).await;
        check(Bucket::in_memory()).await;
        check(Bucket::in_s3(&fresh_place()).unwrap()).await;
    }

    async fn keys(vault: &Bucket) -> Vec<VaultKey> {
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
