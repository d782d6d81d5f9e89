//! How the file is opened, and what is insisted on.

use std::path::Path;

use sqlx::ConnectOptions as _;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};

use crate::private;
use crate::store::{Pool, StoreError};

pub(in crate::store) static MIGRATIONS: sqlx::migrate::Migrator =
    sqlx::migrate!("migrations/sqlite");

/// A log that grew in a rush is cut to this when it is begun anew.
const LOG_BYTES: u32 = 16 * 1024 * 1024;

/// Makes the file for this account only, or narrows it; its log and the log's index are given
/// the file's permissions by the database. What is amiss with the place is told at the opening.
pub(super) fn private_files(file: &Path) {
    let _ = private::file(file);
    for ending in ["-wal", "-shm"] {
        let mut beside = file.as_os_str().to_owned();
        beside.push(ending);
        private::known_file(beside.as_ref());
    }
}

/// How the file is opened: a write-ahead log, synced before anybody is answered;
/// what is deleted is overwritten.
pub(super) fn durable(file: &Path, pool: Pool) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .pragma("secure_delete", "on")
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
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt as _;

    use super::super::SqliteStore;
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

    fn modes(folder: &tempfile::TempDir) -> Vec<(String, u32)> {
        let entries = std::fs::read_dir(folder.path()).unwrap();
        let mut modes: Vec<_> = entries
            .map(|entry| {
                let entry = entry.unwrap();
                let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
                (entry.file_name().into_string().unwrap(), mode)
            })
            .collect();
        modes.sort_unstable();
        modes
    }

    #[tokio::test]
    async fn the_file_and_its_log_are_for_this_account_only_and_wider_ones_are_narrowed() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("portal.sqlite");
        let private = ["portal.sqlite", "portal.sqlite-shm", "portal.sqlite-wal"]
            .map(|name| (name.to_owned(), 0o600));
        let first = SqliteStore::open(&file, Pool::default()).await.unwrap();
        assert_eq!(modes(&folder), private);
        for (name, _) in &private {
            let wide = Permissions::from_mode(0o664);
            std::fs::set_permissions(folder.path().join(name), wide).unwrap();
        }
        let second = SqliteStore::open(&file, Pool::default()).await.unwrap();
        assert_eq!(modes(&folder), private);
        drop((first, second));
    }

    #[tokio::test]
    async fn what_is_deleted_is_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let mut writer = open_writer(&options(&folder)).await.unwrap();
        let canary = b"a name that is to be gone";
        sqlx::raw_sql(
            "create table t (n integer primary key, text text) strict; \
             insert into t values (1, 'a name that is to be gone'), (2, 'one that stays'); \
             pragma wal_checkpoint(truncate)",
        )
        .execute(&mut writer)
        .await
        .unwrap();
        let file = folder.path().join("portal.sqlite");
        let holds = || {
            let bytes = std::fs::read(&file).unwrap();
            bytes.windows(canary.len()).any(|window| window == canary)
        };
        assert!(holds());
        sqlx::raw_sql("delete from t where n = 1; pragma wal_checkpoint(truncate)")
            .execute(&mut writer)
            .await
            .unwrap();
        assert!(!holds());
    }
}
