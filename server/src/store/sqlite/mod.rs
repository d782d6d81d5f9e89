//! The embedded database: one file, one writer, many readers.

mod allowance;
mod audit;
mod lease;
mod links;
mod opening;
mod purge;
mod readers;
mod sealed;
mod snapshot;
mod space;
mod store;
mod write_queue;

use std::path::Path;
use std::sync::Arc;

use async_trait::async_trait;
use rules::Moment;
use sqlx::sqlite::SqliteConnectOptions;

pub(super) use self::allowance::take;
pub(super) use self::lease::LEASE;
pub(super) use self::links::make_link;
use self::readers::Readers;
pub use self::snapshot::Snapshot;
pub(super) use self::snapshot::{Kind, Table, create, tables};
use self::write_queue::WriteQueue;
use super::writes::write;
use super::{
    Call, Chained, ChainedNow, Chaining, Head, Purge, Purged, Question, Resealed, Retention, Rows,
    SavedLink, SavedLookUpKey, SealedCount, SealedRow, SealedTable, Sql, Store, StoreError, Which,
    Work, Write,
};
use crate::seal::Digest;

pub(super) static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("migrations/sqlite");

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

    async fn link(&self, digest: &Digest) -> Result<Option<SavedLink>, StoreError> {
        links::link(&mut *self.readers.lend().await?, digest).await
    }

    async fn purge(
        &self,
        retention: Retention,
        now: Moment,
        purge: Purge,
    ) -> Result<Option<Purged>, StoreError> {
        let purged = match purge {
            Purge::ForGood => {
                let purged = purge::purge(&self.queue, retention, now).await?;
                space::give_back(&self.queue, &self.options).await?;
                purged
            }
            Purge::Trial => purge::count(&mut *self.readers.lend().await?, retention).await?,
        };
        Ok(Some(purged))
    }

    async fn look_up_keys(
        &self,
        unless_there: Vec<SavedLookUpKey>,
    ) -> Result<Vec<SavedLookUpKey>, StoreError> {
        self.queue
            .write(move |connection| {
                Box::pin(async move { sealed::look_up_keys(connection, &unless_there).await })
            })
            .await
    }

    async fn count_sealed(&self) -> Result<Vec<SealedCount>, StoreError> {
        sealed::count(&mut *self.readers.lend().await?).await
    }

    async fn sealed_rows(
        &self,
        of: SealedTable,
        after: &str,
        which: Which,
        at_most: u32,
    ) -> Result<Vec<SealedRow>, StoreError> {
        sealed::page(&mut *self.readers.lend().await?, of, after, which, at_most).await
    }

    async fn reseal(&self, of: SealedTable, rows: Vec<Resealed>) -> Result<u64, StoreError> {
        self.queue
            .write(move |connection| {
                Box::pin(async move { sealed::replace(connection, of, &rows).await })
            })
            .await
    }

    async fn chain(&self, chaining: Chaining) -> Result<Option<ChainedNow>, StoreError> {
        self.queue
            .write(move |connection| {
                Box::pin(async move { audit::chain(connection, chaining).await.map(Some) })
            })
            .await
    }

    async fn audit(&self, after: i64, at_most: u32) -> Result<Vec<Chained>, StoreError> {
        audit::entries(&mut *self.readers.lend().await?, after, at_most).await
    }

    async fn checkpoint(&self, through: i64) -> Result<Option<Chained>, StoreError> {
        audit::checkpoint_of(&mut *self.readers.lend().await?, through).await
    }

    async fn audit_head(&self) -> Result<Head, StoreError> {
        audit::head(&mut *self.readers.lend().await?).await
    }

    async fn audit_waiting(&self) -> Result<u64, StoreError> {
        audit::waiting(&mut *self.readers.lend().await?).await
    }

    async fn snapshot(&self, file: &Path) -> Result<(), StoreError> {
        snapshot::write(&mut *self.readers.lend().await?, file).await
    }
}
