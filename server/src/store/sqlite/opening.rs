//! How the file is opened, and what is insisted on.

use std::path::Path;

use sqlx::ConnectOptions as _;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};

use crate::store::{Pool, StoreError};

/// A log that grew in a rush is cut to this when it is begun anew.
const LOG_BYTES: u32 = 16 * 1024 * 1024;

/// How the file is opened: a write-ahead log, synced before anybody is answered.
pub(super) fn durable(file: &Path, pool: Pool) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .pragma("journal_size_limit", LOG_BYTES.to_string())
        .busy_timeout(pool.wait)
}

/// A connection that writes and keeps its promises.
pub(super) async fn open_writer(
    options: &SqliteConnectOptions,
) -> Result<SqliteConnection, StoreError> {
    let mut writer = options.connect().await?;
    insist_on_durability(&mut writer).await?;
    Ok(writer)
}

/// The database answers a setting it cannot keep with silence (a log in shared memory
/// on a network drive, for one), so it is asked.
async fn insist_on_durability(writer: &mut SqliteConnection) -> Result<(), StoreError> {
    let (log,): (String,) = sqlx::query_as("pragma journal_mode")
        .fetch_one(&mut *writer)
        .await?;
    let (synchronous,): (i64,) = sqlx::query_as("pragma synchronous")
        .fetch_one(&mut *writer)
        .await?;
    let (foreign_keys,): (i64,) = sqlx::query_as("pragma foreign_keys")
        .fetch_one(&mut *writer)
        .await?;
    match (log.as_str(), synchronous, foreign_keys) {
        ("wal", 2, 1) => Ok(()),
        ("wal", 2, _) => Err(StoreError::NotDurable("foreign_keys = on")),
        ("wal", ..) => Err(StoreError::NotDurable("synchronous = full")),
        _ => Err(StoreError::NotDurable("journal_mode = wal")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(folder: &tempfile::TempDir) -> SqliteConnectOptions {
        durable(&folder.path().join("portal.sqlite"), Pool::default())
    }

    #[tokio::test]
    async fn every_writer_syncs_its_log_and_keeps_references_whole() {
        let folder = tempfile::tempdir().unwrap();
        let mut writer = open_writer(&options(&folder)).await.unwrap();
        sqlx::query("pragma synchronous = normal")
            .execute(&mut writer)
            .await
            .unwrap();
        let told = insist_on_durability(&mut writer).await;
        assert!(
            matches!(told, Err(StoreError::NotDurable("synchronous = full"))),
            "{told:?}"
        );
    }
}
