//! A backup is made while applicants go on.
//!
//! A photo is kept before the row that speaks of it, and removed after it: so the database
//! is copied first, then the photos that the copy speaks of. One of them may have been
//! removed by then, as its application has another one or is gone. Then the database is
//! copied again, until it speaks of no photo that went away after it. A photo that was
//! missed before the copy was made, and is spoken of in it all the same, is lost; the
//! backup is made without it and says so.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use rules::Moment;

use super::manifest::Manifest;
use super::{AT_ONCE, DATABASE, PHOTOS};
use crate::photos::{Bucket, PhotoVault, VaultError, VaultKey};
use crate::private;
use crate::seal::OperatorKeys;
use crate::store::{Snapshot, Store, StoreError};

/// Copies of the database that are made at most. Each round misses only photos that were
/// removed while it ran, and housekeeping removes them every ten minutes.
const ROUNDS: u32 = 10;

/// A backup could not be made. What is in the folder then is none.
#[derive(Debug, thiserror::Error)]
pub enum MakingFault {
    /// The folder is used already.
    #[error("{0} is there already and not empty: a backup needs a folder of its own")]
    NotEmpty(PathBuf),
    /// The folder cannot be written.
    #[error("the folder of the backup cannot be written")]
    Files(#[from] io::Error),
    /// The database.
    #[error("the database cannot be copied")]
    Store(#[from] StoreError),
    /// The place for photos, or the folder for their copies.
    #[error("the photos cannot be copied")]
    Photos(#[from] VaultError),
}

/// Makes a backup in a new folder, for which who has the keys vouches if there are any.
///
/// # Errors
/// [`MakingFault`]; the folder then has no manifest.
pub async fn make(
    store: &dyn Store,
    vault: &dyn PhotoVault,
    folder: &Path,
    now: Moment,
    keys: Option<&OperatorKeys>,
) -> Result<Manifest, MakingFault> {
    begin(folder)?;
    let target = Bucket::in_folder(&folder.join(PHOTOS))?;
    let mut photos = Copying {
        vault,
        target,
        done: BTreeSet::new(),
        missing: BTreeSet::new(),
    };
    let database = folder.join(DATABASE);
    for _ in 0..ROUNDS {
        let spoken_of = snapshot(store, &database).await?;
        if photos.copy(&spoken_of).await? {
            break;
        }
    }
    photos.drop_others(&photos_of(&database).await?).await?;
    let rows = Snapshot::open(&database).await?.rows().await?;
    let manifest = Manifest::of(folder, now, rows, photos.done, photos.missing)?;
    manifest.write(folder, keys)?;
    Ok(manifest)
}

/// A folder of its own, that only this account can enter.
fn begin(folder: &Path) -> Result<(), MakingFault> {
    let mut entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Ok(private::folder(folder)?);
        }
        read => read?,
    };
    match entries.next() {
        None => Ok(private::folder(folder)?),
        Some(_) => Err(MakingFault::NotEmpty(folder.to_path_buf())),
    }
}

/// Copies the database, in place of an earlier copy; gives the photos it speaks of.
async fn snapshot(store: &dyn Store, file: &Path) -> Result<Vec<VaultKey>, MakingFault> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    store.snapshot(file).await?;
    File::open(file)?.sync_all()?;
    photos_of(file).await
}

async fn photos_of(file: &Path) -> Result<Vec<VaultKey>, MakingFault> {
    let keys = Snapshot::open(file).await?.photos().await?;
    let contradiction = |key: &str| StoreError::Inconsistent {
        table: "journeys",
        column: "photo_key",
        row: key.to_owned(),
    };
    let parsed = keys
        .iter()
        .map(|key| VaultKey::parse(key).ok_or_else(|| contradiction(key)));
    Ok(parsed.collect::<Result<_, _>>()?)
}

/// The photos on their way into the backup.
struct Copying<'v> {
    vault: &'v dyn PhotoVault,
    target: Bucket,
    done: BTreeSet<VaultKey>,
    /// Those that were not there in the last round.
    missing: BTreeSet<VaultKey>,
}

impl Copying<'_> {
    /// Copies the photos that were not yet; whether none went away after the copy of the
    /// database that speaks of them.
    async fn copy(&mut self, spoken_of: &[VaultKey]) -> Result<bool, VaultError> {
        let (vault, target) = (self.vault, &self.target);
        let new: Vec<_> = spoken_of
            .iter()
            .filter(|key| !self.done.contains(key))
            .collect();
        let mut looked_for = stream::iter(new)
            .map(|key| async move { Ok((key, copy_one(vault, target, key).await?)) })
            .buffer_unordered(AT_ONCE);
        let (mut found, mut missed) = (BTreeSet::new(), BTreeSet::new());
        while let Some((key, is_there)) = looked_for.try_next().await? {
            let noted = if is_there { &mut found } else { &mut missed };
            noted.insert(key.clone());
        }
        drop(looked_for);
        self.done.append(&mut found);
        let is_settled = missed.is_subset(&self.missing);
        self.missing = missed;
        Ok(is_settled)
    }

    /// Drops what only an earlier copy of the database spoke of.
    async fn drop_others(&mut self, spoken_of: &[VaultKey]) -> Result<(), VaultError> {
        let spoken_of: BTreeSet<_> = spoken_of.iter().cloned().collect();
        for key in self.done.difference(&spoken_of) {
            self.target.discard(key).await?;
        }
        self.done = &self.done & &spoken_of;
        Ok(())
    }
}

async fn copy_one(
    from: &dyn PhotoVault,
    to: &dyn PhotoVault,
    key: &VaultKey,
) -> Result<bool, VaultError> {
    match from.fetch(key).await {
        Ok(sealed) => {
            to.keep(key, sealed).await?;
            Ok(true)
        }
        Err(VaultError::Missing(_)) => Ok(false),
        Err(fault) => Err(fault),
    }
}
