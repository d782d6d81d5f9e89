//! How a method of the store reaches its database.
//!
//! A method stands in the file of its entity with its statement. It asks by [`Store::read`] or
//! changes by [`Store::write`], so neither database knows it, and nor does a test that stands
//! between.

use std::path::Path;

use async_trait::async_trait;
use futures_util::future::BoxFuture;
use rules::Moment;
use sqlx::{SqlSafeStr, SqlStr};
use tokio::sync::oneshot;

use super::decode::Row;
use super::sql::Most;
use super::value::Value;
use super::{Purge, Purged, Retention, Rows, Sql, StoreError, Write};

/// Which method of the store asks, and how long it is waited for.
#[derive(Clone, Copy, Debug)]
pub struct Call {
    /// The method's name.
    pub name: &'static str,
    pub(super) patience: Patience,
}

/// How long a database server is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Patience {
    /// An applicant waits.
    Short,
    /// Many rows are read or changed.
    Long,
}

impl Call {
    /// Work on many rows.
    pub(super) fn on_many_rows(name: &'static str) -> Self {
        Self {
            name,
            patience: Patience::Long,
        }
    }
}

impl From<&'static str> for Call {
    fn from(name: &'static str) -> Self {
        Self {
            name,
            patience: Patience::Short,
        }
    }
}

/// A statement that changes nothing.
#[derive(Debug)]
pub struct Question<'q> {
    /// Who asks.
    pub call: Call,
    statement: SqlStr,
    values: &'q [Value<'q>],
    most: Most,
}

impl Question<'_> {
    /// Puts it to a database.
    pub(super) async fn put(self, mut sql: Sql<'_>) -> Result<Rows, StoreError> {
        sql.rows(self.statement, self.values, self.most).await
    }
}

/// Statements that change something. It owns what it needs, as the write queue of a file does
/// it on a task of its own.
pub type Work = Box<dyn for<'c> FnOnce(Sql<'c>) -> BoxFuture<'c, Result<(), StoreError>> + Send>;

/// The same work, and where its answer arrives once it is done.
pub(super) fn answering<T, W>(work: W) -> (Work, oneshot::Receiver<T>)
where
    T: Send + 'static,
    W: for<'c> FnOnce(Sql<'c>) -> BoxFuture<'c, Result<T, StoreError>> + Send + 'static,
{
    let (answer, answered) = oneshot::channel();
    let work: Work = Box::new(move |sql| {
        Box::pin(async move {
            // Whoever asked may have gone; it is done all the same.
            let _ = answer.send(work(sql).await?);
            Ok(())
        })
    });
    (work, answered)
}

/// What each database does in its own way.
///
/// All else is a method on `dyn Store` that stands with its statement in the file of its
/// entity, so that a test's store in between has only these to pass on.
#[async_trait]
pub trait Store: Send + Sync + 'static {
    /// Answers a question.
    async fn read(&self, question: Question<'_>) -> Result<Rows, StoreError>;
    /// Does work that changes something, and answers when it would survive a power failure.
    async fn write(&self, call: Call, work: Work) -> Result<(), StoreError>;
    /// Writes all or nothing.
    async fn commit(&self, writes: Vec<Write>) -> Result<(), StoreError>;

    /// Removes what is older than allowed, and queues the removal of its photos. With an
    /// application that was handed over its form goes, so that nobody applies with it again,
    /// and what else was begun with that form. It goes in portions, each a transaction of its
    /// own, so that others write in between: what a fault breaks off is whole, and goes on the
    /// next time. On a server nothing is done and none returned while another process does
    /// the same.
    async fn purge(
        &self,
        retention: Retention,
        now: Moment,
        purge: Purge,
    ) -> Result<Option<Purged>, StoreError>;

    /// Copies everything, as it is at one moment, into a new `SQLite` file; see
    /// [`super::Snapshot`]. Nobody is kept waiting.
    async fn snapshot(&self, file: &Path) -> Result<(), StoreError>;
}

impl dyn Store + '_ {
    /// Every row that a statement gives.
    pub(super) async fn all<T>(
        &self,
        call: impl Into<Call>,
        statement: impl SqlSafeStr,
        values: &[Value<'_>],
        decode: impl Fn(&dyn Row) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let question = Question {
            call: call.into(),
            statement: statement.into_sql_str(),
            values,
            most: Most::All,
        };
        self.read(question).await?.decode(decode)
    }

    /// The first row that a statement gives, if it gives any.
    pub(super) async fn one<T>(
        &self,
        call: impl Into<Call>,
        statement: impl SqlSafeStr,
        values: &[Value<'_>],
        decode: impl Fn(&dyn Row) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let question = Question {
            call: call.into(),
            statement: statement.into_sql_str(),
            values,
            most: Most::One,
        };
        Ok(self.read(question).await?.decode(decode)?.pop())
    }

    /// Does work that changes something; answers when it would survive a power failure.
    pub(super) async fn change<T, W>(&self, call: impl Into<Call>, work: W) -> Result<T, StoreError>
    where
        T: Send + 'static,
        W: for<'c> FnOnce(Sql<'c>) -> BoxFuture<'c, Result<T, StoreError>> + Send + 'static,
    {
        let (work, answered) = answering(work);
        self.write(call.into(), work).await?;
        Ok(answered.await.map_err(|_| sqlx::Error::PoolClosed)?)
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), StoreError> {
        self.one("ping", "select 1", &[], |_| Ok(())).await?;
        Ok(())
    }
}
