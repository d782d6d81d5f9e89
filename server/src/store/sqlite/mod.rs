//! The embedded database: one file, one writer, many readers.

mod opening;
mod purge;
mod readers;
mod snapshot;
mod space;
mod store;
mod write_queue;

use std::path::Path;
use std::sync::Arc;

use async_trait::async_trait;
use rules::Moment;
use sqlx::sqlite::SqliteConnectOptions;

#[cfg(test)]
pub(super) use self::opening::MIGRATIONS;
use self::readers::Readers;
pub use self::snapshot::Snapshot;
pub(super) use self::snapshot::{Kind, Table, create, tables};
use self::write_queue::WriteQueue;
use super::removal;
use super::writes::write;
use super::{Call, Purge, Purged, Question, Retention, Rows, Sql, Store, StoreError, Work, Write};

/// A store in a file of its own.
///
/// `synchronous = FULL` with a write-ahead log: what is acknowledged survives
/// a power failure. Writes go through one connection, so that they queue here
/// and not on the file's lock, and are synced together.
#[derive(Clone, Debug)]
pub struct SqliteStore {
    queue: WriteQueue,
    options: SqliteConnectOptions,
    readers: Arc<Readers>,
}

#[async_trait]
impl Store for SqliteStore {
    async fn read(&self, question: Question<'_>) -> Result<Rows, StoreError> {
        question
            .put(Sql::Sqlite(&mut *self.readers.lend().await?))
            .await
    }

    async fn write(&self, _: Call, work: Work) -> Result<(), StoreError> {
        self.queue
            .write(move |connection| work(Sql::Sqlite(connection)))
            .await
    }

    async fn commit(&self, writes: Vec<Write>) -> Result<(), StoreError> {
        self.queue
            .write(move |connection| {
                Box::pin(async move {
                    for one in &writes {
                        write(&mut Sql::Sqlite(connection), one).await?;
                    }
                    Ok(())
                })
            })
            .await
    }

    async fn purge(
        &self,
        retention: Retention,
        now: Moment,
        purge: Purge,
    ) -> Result<Option<Purged>, StoreError> {
        let purged = match purge {
            Purge::ForGood => {
                let purged = removal::remove(&mut &self.queue, retention, now).await?;
                space::give_back(&self.queue, &self.options).await?;
                purged
            }
            Purge::Trial => {
                let mut reader = self.readers.lend().await?;
                removal::count(&mut Sql::Sqlite(&mut reader), retention).await?
            }
        };
        Ok(Some(purged))
    }

    async fn snapshot(&self, file: &Path) -> Result<(), StoreError> {
        snapshot::write(&mut *self.readers.lend().await?, file).await
    }
}
