//! Opening, converting and looking at the file.

use std::path::Path;
use std::sync::Arc;

use sqlx::ConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;

use super::opening::{MIGRATIONS, durable, open_writer, private_files};
use super::readers::Readers;
use super::write_queue::WriteQueue;
use super::{SqliteStore, space};
use crate::store::{Pool, StoreError};

impl SqliteStore {
    /// Opens or creates the file and brings its tables up to date.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn open(file: &Path, pool: Pool) -> Result<Self, StoreError> {
        let options = durable(file, pool);
        private_files(file);
        let mut writer = open_writer(&space::of_a_new_file(options.clone(), file)).await?;
        space::convert_up_to(space::CONVERTED_AT_START, &mut writer, file).await?;
        MIGRATIONS
            .run(&mut writer)
            .await
            .map_err(sqlx::Error::from)?;
        Ok(Self {
            queue: WriteQueue::new(writer, options.clone()),
            options: options.clone(),
            readers: Arc::new(Readers::open(options, pool).await?),
        })
    }

    /// Whether the file gives back what deleted rows leave; one that a version before this
    /// made and that was too large to be converted at a start does not.
    ///
    /// # Errors
    /// [`StoreError::Database`] when it cannot be read.
    pub async fn gives_space_back(file: &Path) -> Result<bool, StoreError> {
        let options = SqliteConnectOptions::new().filename(file).read_only(true);
        space::gives_back(&mut options.connect().await?).await
    }

    /// Converts a file of any size so that it does. It takes twice its size on the disk
    /// meanwhile, and nobody can write.
    ///
    /// # Errors
    /// [`StoreError::Database`]; the file is then as it was.
    pub async fn convert(file: &Path, pool: Pool) -> Result<(), StoreError> {
        space::convert(&mut open_writer(&durable(file, pool)).await?).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_reader_cannot_write() {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(&folder.path().join("portal.sqlite"), Pool::default())
            .await
            .unwrap();
        let tried = sqlx::query("delete from journeys")
            .execute(&mut *store.readers.lend().await.unwrap())
            .await;
        assert!(tried.is_err(), "{tried:?}");
    }
}
