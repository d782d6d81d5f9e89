//! A connection for the time of one question.
//!
//! The server bounds its own work, but a network that swallows everything bounds
//! nothing: so we do not wait for an answer without end either. A connection whose
//! answer did not come, or was not waited for, is closed and not used again: nobody
//! knows what it would say next.

use std::io;
use std::time::Duration;

use sqlx::Postgres;
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnection, PgPool};
use tokio::time::timeout;

use super::connect::STATEMENT;
use super::purge::PURGE_PATIENCE;
use crate::store::StoreError;

/// What the way there and back may take beside the server's own work.
const WAY: Duration = Duration::from_secs(5);
/// Patience with what an applicant waits for.
pub(super) const SHORT: Duration = STATEMENT.saturating_add(WAY);
/// Patience with work on many rows.
pub(super) const LONG: Duration = PURGE_PATIENCE.saturating_add(WAY);

/// A connection in use.
pub(super) struct PooledConnection(Option<PoolConnection<Postgres>>);

impl PooledConnection {
    /// Waits for a connection, as long as the pool allows.
    pub(super) async fn acquire(pool: &PgPool) -> Result<Self, StoreError> {
        Ok(Self(Some(pool.acquire().await?)))
    }

    pub(super) fn get(&mut self) -> Result<&mut PgConnection, StoreError> {
        Ok(self.0.as_mut().ok_or(sqlx::Error::PoolClosed)?)
    }

    /// Gives the connection back with the answer that came on it, if one came.
    pub(super) fn give_back<T>(
        mut self,
        answer: Option<Result<T, StoreError>>,
    ) -> Result<T, StoreError> {
        match answer {
            Some(answer) => {
                drop(self.0.take());
                answer
            }
            None => Err(sqlx::Error::Io(io::ErrorKind::TimedOut.into()).into()),
        }
    }
}

impl Drop for PooledConnection {
    fn drop(&mut self) {
        if let Some(connection) = &mut self.0 {
            connection.close_on_drop();
        }
    }
}

/// What comes of the work within this time; none if nothing does.
pub(super) async fn within<T>(
    patience: Duration,
    work: impl Future<Output = Result<T, StoreError>>,
) -> Option<Result<T, StoreError>> {
    timeout(patience, work).await.ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::conformance::on_a_fresh_database;

    async fn process(connection: &mut PgConnection) -> i32 {
        sqlx::query_scalar("select pg_backend_pid()")
            .fetch_one(connection)
            .await
            .unwrap()
    }

    #[tokio::test]
    async fn a_connection_that_did_not_answer_in_time_is_not_used_again() {
        on_a_fresh_database(async |url| {
            let pool = sqlx::postgres::PgPoolOptions::new()
                .max_connections(1)
                .connect(url)
                .await
                .unwrap();
            let mut connection = PooledConnection::acquire(&pool).await.unwrap();
            let silent = process(connection.get().unwrap()).await;
            let sleep = async {
                sqlx::query("select pg_sleep(30)")
                    .execute(connection.get().unwrap())
                    .await?;
                Ok(())
            };
            let answer = within(Duration::from_millis(50), sleep).await;
            let told = connection.give_back(answer);
            assert!(
                matches!(&told, Err(StoreError::Database(sqlx::Error::Io(fault)))
                    if fault.kind() == io::ErrorKind::TimedOut),
                "{told:?}"
            );
            let mut connection = PooledConnection::acquire(&pool).await.unwrap();
            assert_ne!(process(connection.get().unwrap()).await, silent);
        })
        .await;
    }
}
