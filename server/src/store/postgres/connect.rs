//! From an address to connections that may be used.

use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgConnection, PgPool, PgPoolOptions};
use sqlx::{ConnectOptions as _, Connection as _};
use tokio::time::timeout;

use super::address::PostgresAddress;
use super::words::unreachable;
use crate::store::{Pool, StoreError};

pub(in crate::store) static MIGRATIONS: sqlx::migrate::Migrator =
    sqlx::migrate!("migrations/postgres");

/// `server_version_num` of the oldest server the statements were tested on.
const OLDEST_VERSION: i32 = 150_000;
/// The server breaks off a statement that takes longer, and a transaction in which
/// nothing was said for so long.
pub(super) const STATEMENT: Duration = Duration::from_secs(20);
/// A connection that was not used for longer is tried before it is relied on: the
/// server may have been started anew.
const TRUSTED_IDLE: Duration = Duration::from_secs(1);

/// Brings the tables up to date and opens the connections.
pub(super) async fn connect(address: &PostgresAddress, pool: Pool) -> Result<PgPool, StoreError> {
    let options = address.options();
    let mut first = timeout(pool.wait, options.connect())
        .await
        .unwrap_or_else(|_| Err(sqlx::Error::Io(std::io::ErrorKind::TimedOut.into())))
        .map_err(unreachable)?;
    let commit = insist(&mut first).await?;
    // Several processes may start at once: they queue on a lock here, for as long as
    // the first of them needs.
    MIGRATIONS
        .run(&mut first)
        .await
        .map_err(|error| unreachable(error.into()))?;
    first.close().await?;
    PgPoolOptions::new()
        .max_connections(pool.connections)
        .acquire_timeout(pool.wait)
        .test_before_acquire(false)
        .before_acquire(|connection, meta| {
            Box::pin(
                async move { Ok(meta.idle_for < TRUSTED_IDLE || connection.ping().await.is_ok()) },
            )
        })
        .connect_with(bounded(options, pool, &commit))
        .await
        .map_err(unreachable)
}

/// No statement and no lock is waited for without end; what was promised at the opening
/// holds for the connection even if the server's settings change.
fn bounded(options: PgConnectOptions, pool: Pool, commit: &str) -> PgConnectOptions {
    options.options([
        ("synchronous_commit", commit.to_owned()),
        ("lock_timeout", milliseconds(pool.wait)),
        ("statement_timeout", milliseconds(STATEMENT)),
        (
            "idle_in_transaction_session_timeout",
            milliseconds(STATEMENT),
        ),
    ])
}

/// A length of time as the server's settings spell it.
pub(super) fn milliseconds(time: Duration) -> String {
    format!("{}ms", time.as_millis())
}

/// Asks for what must hold of the server; returns the `synchronous_commit` in force.
async fn insist(connection: &mut PgConnection) -> Result<String, StoreError> {
    let (number, version): (i32, String) = sqlx::query_as(
        "select current_setting('server_version_num')::int, current_setting('server_version')",
    )
    .fetch_one(&mut *connection)
    .await?;
    if number < OLDEST_VERSION {
        return Err(StoreError::TooOld(version));
    }
    let (fsync, pages, commit): (String, String, String) = sqlx::query_as(
        "select current_setting('fsync'), current_setting('full_page_writes'), \
         current_setting('synchronous_commit')",
    )
    .fetch_one(connection)
    .await?;
    promise(&fsync, &pages, commit).map_err(StoreError::NotDurable)
}

/// Whether these settings make what is acknowledged last, or which of them does not.
fn promise(fsync: &str, full_page_writes: &str, commit: String) -> Result<String, &'static str> {
    match (fsync, full_page_writes, commit.as_str()) {
        ("on", "on", "off") => Err("synchronous_commit = on"),
        // Every other value waits for this server's own disk.
        ("on", "on", _) => Ok(commit),
        ("on", ..) => Err("full_page_writes = on"),
        _ => Err("fsync = on"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_setting_that_loses_what_was_acknowledged_is_named() {
        for (fsync, pages, commit, judged) in [
            ("on", "on", "on", Ok("on")),
            ("on", "on", "remote_apply", Ok("remote_apply")),
            ("on", "on", "off", Err("synchronous_commit = on")),
            ("on", "off", "on", Err("full_page_writes = on")),
            ("off", "on", "on", Err("fsync = on")),
        ] {
            let told = promise(fsync, pages, commit.to_owned());
            assert_eq!(told.as_deref(), judged.as_ref().copied());
        }
    }
}
