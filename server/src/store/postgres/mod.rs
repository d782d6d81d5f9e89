//! A `PostgreSQL` server, 15 or later: for several machines, and as many processes as are
//! wanted.
//!
//! Transactions are "read committed", the server's default: whatever is counted, used up
//! or changed is judged in the statement that changes it, and the server judges again
//! when a row it waited for has changed. What must hold beyond one row is held by a
//! unique index or by locking the application's row.

mod address;
mod commit;
mod connect;
mod pooled_connection;
mod purge;
mod snapshot;
mod words;

use std::path::Path;
use std::time::Duration;

use async_trait::async_trait;
use rules::Moment;
use sqlx::postgres::PgPool;

pub use self::address::{PostgresAddress, Protection};
#[cfg(test)]
pub(super) use self::connect::MIGRATIONS;
use self::pooled_connection::{LONG, PooledConnection, SHORT, within};
use super::calls::Patience;
use super::{
    Call, Pool, Purge, Purged, Question, Retention, Rows, Sql, Store, StoreError, Work, Write,
};

/// A store on a `PostgreSQL` server.
///
/// It is opened only on a server that writes to the disk before it acknowledges
/// (`fsync`, `full_page_writes`, `synchronous_commit`).
#[derive(Clone, Debug)]
pub struct PostgresStore {
    pool: PgPool,
}

/// Patience with a copy of everything.
const COPYING: Duration = Duration::from_hours(2);

/// Asks the server something on a connection of its own, with patience.
macro_rules! ask {
    ($store:expr, $patience:expr, |$connection:ident| $work:expr) => {{
        let mut connection = PooledConnection::acquire(&$store.pool).await?;
        let $connection = connection.get()?;
        let answer = within($patience, $work).await;
        connection.give_back(answer)
    }};
}

/// How long the server is waited for.
fn patience(call: Call) -> Duration {
    match call.patience {
        Patience::Short => SHORT,
        Patience::Long => LONG,
    }
}

impl PostgresStore {
    /// Connects, and brings the tables up to date. Any number of processes may do so
    /// at once.
    ///
    /// # Errors
    /// [`StoreError::Unreachable`] says in words why there is no connection;
    /// [`StoreError::TooOld`] and [`StoreError::NotDurable`] refuse the server.
    pub async fn open(address: &PostgresAddress, pool: Pool) -> Result<Self, StoreError> {
        Ok(Self {
            pool: connect::connect(address, pool).await?,
        })
    }

    /// The connections, for tests that look behind the trait.
    #[cfg(test)]
    pub(in crate::store) fn pool(&self) -> &PgPool {
        &self.pool
    }

    /// Whether no table has a row.
    pub(super) async fn is_empty(&self) -> Result<bool, StoreError> {
        ask!(self, SHORT, |c| snapshot::is_empty(c))
    }

    /// Copies everything out of a file, whole or not at all.
    pub(super) async fn fill(&self, from: &Path) -> Result<(), StoreError> {
        ask!(self, COPYING, |c| snapshot::fill(c, from))
    }

    /// Waits for the statements under way and closes the connections.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

#[async_trait]
impl Store for PostgresStore {
    async fn read(&self, question: Question<'_>) -> Result<Rows, StoreError> {
        let patience = patience(question.call);
        ask!(self, patience, |c| question.put(Sql::Postgres(c)))
    }

    async fn write(&self, call: Call, work: Work) -> Result<(), StoreError> {
        ask!(self, patience(call), |c| work(Sql::Postgres(c)))
    }

    async fn commit(&self, writes: Vec<Write>) -> Result<(), StoreError> {
        ask!(self, SHORT, |c| commit::commit(c, writes))
    }

    async fn purge(
        &self,
        retention: Retention,
        now: Moment,
        purge: Purge,
    ) -> Result<Option<Purged>, StoreError> {
        ask!(self, LONG, |c| purge::purge(c, retention, now, purge))
    }

    async fn snapshot(&self, file: &Path) -> Result<(), StoreError> {
        ask!(self, COPYING, |c| snapshot::write(c, file))
    }
}
