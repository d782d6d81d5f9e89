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
