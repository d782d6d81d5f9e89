//! One way to put a statement to either database.
//!
//! Both understand `$1`, and the same three kinds of values stand in their tables. So a
//! statement that reads alike on both stands once, in the file of its entity. Statements are
//! literals of ours and values are bound: nothing is put together from what somebody sent.

use sqlx::database::Database;
use sqlx::postgres::{PgConnection, PgRow, Postgres};
use sqlx::query::Query;
use sqlx::sqlite::{Sqlite, SqliteConnection, SqliteRow};
use sqlx::{Connection as _, Encode, SqlSafeStr, SqlStr, Type};

use super::StoreError;
use super::decode::Row;
use super::value::Value;

/// How many rows are asked for: the driver stops after the first, or reads to the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Most {
    One,
    All,
}

/// What a database answered.
#[derive(Debug)]
pub struct Rows(Answer);

#[derive(Debug)]
enum Answer {
    Sqlite(Vec<SqliteRow>),
    Postgres(Vec<PgRow>),
}

impl Rows {
    pub(super) fn of_file(rows: Vec<SqliteRow>) -> Self {
        Self(Answer::Sqlite(rows))
    }

    pub(super) fn of_server(rows: Vec<PgRow>) -> Self {
        Self(Answer::Postgres(rows))
    }

    pub(super) fn decode<T>(
        &self,
        decode: impl Fn(&dyn Row) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        match &self.0 {
            Answer::Sqlite(rows) => rows.iter().map(|row| decode(row)).collect(),
            Answer::Postgres(rows) => rows.iter().map(|row| decode(row)).collect(),
        }
    }
}

/// A connection to either database.
#[derive(Debug)]
pub enum Sql<'c> {
    /// To the file. Whoever writes has it from the write queue, inside a transaction.
    Sqlite(&'c mut SqliteConnection),
    /// To the server. Each statement is a transaction by itself, unless one was begun.
    Postgres(&'c mut PgConnection),
}

impl Sql<'_> {
    pub(super) async fn rows(
        &mut self,
        statement: impl SqlSafeStr,
        values: &[Value<'_>],
        most: Most,
    ) -> Result<Rows, StoreError> {
        let statement = statement.into_sql_str();
        Ok(Rows(match self {
            Self::Sqlite(connection) => {
                let query = bound::<Sqlite>(statement, values);
                Answer::Sqlite(match most {
                    Most::One => Vec::from_iter(query.fetch_optional(&mut **connection).await?),
                    Most::All => query.fetch_all(&mut **connection).await?,
                })
            }
            Self::Postgres(connection) => {
                let query = bound::<Postgres>(statement, values);
                Answer::Postgres(match most {
                    Most::One => Vec::from_iter(query.fetch_optional(&mut **connection).await?),
                    Most::All => query.fetch_all(&mut **connection).await?,
                })
            }
        }))
    }

    /// Every row that the statement gives.
    pub(super) async fn all<T>(
        &mut self,
        statement: impl SqlSafeStr,
        values: &[Value<'_>],
        decode: impl Fn(&dyn Row) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        self.rows(statement, values, Most::All)
            .await?
            .decode(decode)
    }

    /// The first row that the statement gives, if it gives any.
    pub(super) async fn one<T>(
        &mut self,
        statement: impl SqlSafeStr,
        values: &[Value<'_>],
        decode: impl Fn(&dyn Row) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let rows = self.rows(statement, values, Most::One).await?;
        Ok(rows.decode(decode)?.pop())
    }

    /// Does the statement; gives the number of rows it changed.
    pub(super) async fn execute(
        &mut self,
        statement: impl SqlSafeStr,
        values: &[Value<'_>],
    ) -> Result<u64, StoreError> {
        let statement = statement.into_sql_str();
        Ok(match self {
            Self::Sqlite(connection) => {
                let query = bound::<Sqlite>(statement, values);
                query.execute(&mut **connection).await?.rows_affected()
            }
            Self::Postgres(connection) => {
                let query = bound::<Postgres>(statement, values);
                query.execute(&mut **connection).await?.rows_affected()
            }
        })
    }

    /// The same for one that must change exactly one row; else [`StoreError::Conflict`].
    pub(super) async fn execute_on_one(
        &mut self,
        statement: impl SqlSafeStr,
        values: &[Value<'_>],
    ) -> Result<(), StoreError> {
        match self.execute(statement, values).await? {
            1 => Ok(()),
            _ => Err(StoreError::Conflict),
        }
    }

    /// Begins a transaction on a server. A file's write queue has begun one already.
    pub(super) async fn begin(&mut self) -> Result<Transaction<'_>, StoreError> {
        Ok(match self {
            Self::Sqlite(connection) => Transaction::Sqlite(connection),
            Self::Postgres(connection) => Transaction::Postgres(connection.begin().await?),
        })
    }

    /// Whether no other process is at the same work: takes this lock of a server, for the
    /// transaction, unless another has it. A file has one writer.
    pub(super) async fn is_alone(&mut self, lock: i64) -> Result<bool, StoreError> {
        if let Self::Sqlite(_) = self {
            return Ok(true);
        }
        let statement = "select cast(pg_try_advisory_xact_lock($1) as text) as got";
        let read = |row: &dyn Row| Ok(row.text("got")?);
        let got = self.one(statement, &[lock.into()], read).await?;
        Ok(got.as_deref() == Some("true"))
    }

    /// Locks rows of a server by a `select … for update`. A file has one writer and needs none.
    pub(super) async fn lock(
        &mut self,
        statement: &'static str,
        values: &[Value<'_>],
    ) -> Result<(), StoreError> {
        if let Self::Postgres(_) = self {
            self.execute(statement, values).await?;
        }
        Ok(())
    }
}

/// Statements that are done together or not at all: what is not committed is rolled back.
pub(super) enum Transaction<'c> {
    Sqlite(&'c mut SqliteConnection),
    Postgres(sqlx::Transaction<'c, Postgres>),
}

impl Transaction<'_> {
    pub(super) fn sql(&mut self) -> Sql<'_> {
        match self {
            Self::Sqlite(connection) => Sql::Sqlite(connection),
            Self::Postgres(transaction) => Sql::Postgres(&mut *transaction),
        }
    }

    pub(super) async fn commit(self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(_) => Ok(()),
            Self::Postgres(transaction) => Ok(transaction.commit().await?),
        }
    }
}

fn bound<'q, D: Database>(
    statement: SqlStr,
    values: &[Value<'_>],
) -> Query<'q, D, <D as Database>::Arguments>
where
    Option<i64>: for<'v> Encode<'v, D> + Type<D>,
    for<'v> Option<&'v str>: Encode<'v, D> + Type<D>,
    for<'v> Option<&'v [u8]>: Encode<'v, D> + Type<D>,
{
    let query = sqlx::query(statement);
    values.iter().fold(query, |query, value| match *value {
        Value::Number(number) => query.bind(number),
        Value::Text(text) => query.bind(text),
        Value::Bytes(bytes) => query.bind(bytes),
    })
}
