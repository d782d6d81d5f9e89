//! Where photos are kept: what every such place must do.

use async_trait::async_trait;
use futures_util::stream::BoxStream;
use rules::Moment;

use super::VaultKey;

/// A place where sealed photos are kept. It never sees an open one.
#[async_trait]
pub trait PhotoVault: Send + Sync + 'static {
    /// Keeps a sealed photo. When this returns, the photo is whole and outlives
    /// a crash of the machine; when it fails, nothing is under the key, or the
    /// photo that was there before.
    ///
    /// # Errors
    /// [`VaultError::Failed`]: disk full, no access.
    async fn keep(&self, key: &VaultKey, sealed: Vec<u8>) -> Result<(), VaultError>;

    /// The sealed photo under a key.
    ///
    /// # Errors
    /// [`VaultError::Missing`] when there is none, [`VaultError::Failed`] when
    /// it cannot be read.
    async fn fetch(&self, key: &VaultKey) -> Result<Vec<u8>, VaultError>;

    /// Removes a photo. It is no error if there is none: removals are repeated
    /// after a crash.
    ///
    /// # Errors
    /// [`VaultError::Failed`]: no access.
    async fn discard(&self, key: &VaultKey) -> Result<(), VaultError>;

    /// All photos here, in no order. What is no photo of ours is passed over.
    fn list(&self) -> BoxStream<'_, Result<KeptPhoto, VaultError>>;

    /// Removes what writes broken off before this moment have left, and folders
    /// that became empty before it. Gives their number.
    ///
    /// # Errors
    /// [`VaultError::Failed`]: no access.
    async fn tidy(&self, before: Moment) -> Result<usize, VaultError>;
}

/// A photo that is in a vault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptPhoto {
    /// Its key.
    pub key: VaultKey,
    /// When it was kept.
    pub since: Moment,
}

/// A vault did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// No photo under this key.
    #[error("no photo is kept under {0}")]
    Missing(VaultKey),
    /// The store below failed.
    #[error("the photo store failed")]
    Failed(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl VaultError {
    pub(super) fn failed(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Failed(cause.into())
    }
}
