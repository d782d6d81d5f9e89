//! A database that a backup is put back into: one with nothing in it.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::private;

use super::{Pool, PostgresAddress, PostgresStore, Snapshot, StoreError};

/// A place for a database, where nothing is yet.
#[derive(Debug)]
pub enum EmptyDatabase {
    /// A file that is not there.
    File(PathBuf),
    /// A database on a server whose tables are empty.
    Server(PostgresStore),
}

impl EmptyDatabase {
    /// A file of this name.
    ///
    /// # Errors
    /// [`StoreError::NotEmpty`] when it is there, or a log of it.
    pub fn at(file: &Path) -> Result<Self, StoreError> {
        let log = beside(file, "-wal");
        if file.exists() || log.exists() {
            return Err(StoreError::NotEmpty);
        }
        Ok(Self::File(file.to_path_buf()))
    }

    /// A database on a server, in which the tables are made.
    ///
    /// # Errors
    /// [`StoreError::NotEmpty`]; as [`PostgresStore::open`].
    pub async fn on(address: &PostgresAddress, pool: Pool) -> Result<Self, StoreError> {
        let store = PostgresStore::open(address, pool).await?;
        if store.is_empty().await? {
            Ok(Self::Server(store))
        } else {
            Err(StoreError::NotEmpty)
        }
    }

    /// Puts the copy of a database into it, whole or not at all.
    ///
    /// # Errors
    /// [`StoreError::OtherVersion`] when a server's tables are not those of the copy,
    /// [`StoreError::NewerVersion`] when a file could not be brought up to date;
    /// [`StoreError::Copy`] when a file cannot be written.
    pub async fn fill(self, from: &Path) -> Result<(), StoreError> {
        match self {
            Self::File(file) => {
                let mut snapshot = Snapshot::open(from).await?;
                snapshot.insist_on_no_newer_version().await?;
                copy(from, &file).map_err(StoreError::Copy)
            }
            Self::Server(store) => {
                let filled = store.fill(from).await;
                store.close().await;
                filled
            }
        }
    }
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// The whole file is there, on the disk, or none.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let unfinished = beside(to, ".unfinished");
    let folder = to.parent().filter(|folder| *folder != Path::new(""));
    let folder = folder.unwrap_or(Path::new("."));
    private::folder_for(folder)?;
    let mut copied = private::new_file(&unfinished)?;
    io::copy(&mut File::open(from)?, &mut copied)?;
    copied.sync_all()?;
    fs::rename(&unfinished, to)?;
    File::open(folder)?.sync_all()
}
