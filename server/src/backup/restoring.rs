//! The photos of a backup are put back.

use std::collections::BTreeSet;
use std::path::Path;

use futures_util::{StreamExt as _, TryStreamExt as _, stream};

use super::manifest::Manifest;
use super::{AT_ONCE, PHOTOS};
use crate::photos::{Bucket, PhotoVault, VaultError, VaultKey};

/// The photos could not be put back.
#[derive(Debug, thiserror::Error)]
pub enum RestoringFault {
    /// The place for photos holds others, which the portal would remove as nobody's.
    #[error("the place for photos holds {0}, which is not of the backup: give it one of its own")]
    NotEmpty(VaultKey),
    /// The place for photos, or the folder of the backup.
    #[error("the photos cannot be copied")]
    Photos(#[from] VaultError),
}

/// Puts the photos of a backup, which was checked, into an empty place. Photos of the same
/// backup that are there already are written again: so a restoration that was broken
/// off can be repeated.
///
/// # Errors
/// [`RestoringFault`].
pub async fn restore_photos(
    folder: &Path,
    manifest: &Manifest,
    vault: &dyn PhotoVault,
) -> Result<(), RestoringFault> {
    let keys: BTreeSet<_> = manifest.photos.iter().map(|photo| &photo.name).collect();
    let mut present = vault.list();
    while let Some(kept) = present.try_next().await? {
        if !keys.contains(&kept.key) {
            return Err(RestoringFault::NotEmpty(kept.key));
        }
    }
    let copies = Bucket::in_folder(&folder.join(PHOTOS))?;
    let copies = &copies;
    stream::iter(keys)
        .map(|key| async move { vault.keep(key, copies.fetch(key).await?).await })
        .buffer_unordered(AT_ONCE)
        .try_collect::<()>()
        .await?;
    Ok(())
}
