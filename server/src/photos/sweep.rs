//! Removing photos that no application knows.

use std::error::Error;

use async_trait::async_trait;
use futures_util::TryStreamExt;
use rules::Moment;

use super::{PhotoKey, PhotoVault, VaultError};

/// Knows which photos belong to an application.
#[async_trait]
pub trait PhotoRegister: Send + Sync {
    /// Whether an application holds this photo.
    ///
    /// # Errors
    /// When that cannot be told. The photo is then not touched.
    async fn holds(&self, key: &PhotoKey) -> Result<bool, Box<dyn Error + Send + Sync>>;
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
