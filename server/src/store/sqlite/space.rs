//! The file gives back what deleted rows leave.
//!
//! `auto_vacuum = incremental` keeps for each page who points at it, so that one from the end
//! can be moved into a free one and the file be cut, a few pages at a time. A file must have
//! been made with it. One of an earlier version is written anew once: that takes its size
//! again on the disk, twice, and nobody writes meanwhile. So only a small one is converted at
//! a start; of a larger one the operator is told, and chooses the hour.

use std::path::Path;

use sqlx::sqlite::{SqliteAutoVacuum, SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, Connection as _};

use super::opening::open_writer;
use super::write_queue::WriteQueue;
use crate::store::StoreError;

/// Files up to this size are converted at a start: seconds on any disk.
pub(super) const CONVERTED_AT_START: u64 = 256 * 1024 * 1024;
/// Pages that a transaction gives back at most: four megabytes.
const PAGES: u32 = 1000;
/// `pragma auto_vacuum` of a file that can give space back.
const INCREMENTAL: u32 = 2;

/// How the file is opened first: one that holds nothing yet is made so that it gives back.
/// Of another one it would be a write at each opening, to no end.
pub(super) fn of_a_new_file(options: SqliteConnectOptions, file: &Path) -> SqliteConnectOptions {
    let holds_something = std::fs::metadata(file).is_ok_and(|found| found.len() > 0);
    if holds_something {
        options
    } else {
        options.auto_vacuum(SqliteAutoVacuum::Incremental)
    }
}

async fn number(
    connection: &mut SqliteConnection,
    pragma: &'static str,
) -> Result<u32, StoreError> {
    Ok(sqlx::query_scalar(pragma).fetch_one(connection).await?)
}

/// Whether the file can give space back.
pub(super) async fn gives_back(connection: &mut SqliteConnection) -> Result<bool, StoreError> {
    // Before a connection has read the file, it tells its own default.
    number(connection, "pragma schema_version").await?;
    Ok(number(connection, "pragma auto_vacuum").await? == INCREMENTAL)
}

/// Writes a file of an earlier version anew, so that it can give space back.
pub(super) async fn convert(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    if !gives_back(connection).await? {
        sqlx::raw_sql("pragma auto_vacuum = incremental; vacuum")
            .execute(connection)
            .await?;
        tracing::info!("database.converted");
    }
    Ok(())
}

/// The same for one that is not larger than this. A file that another process is busy with
/// stays as it is until the next start.
pub(super) async fn convert_up_to(
    bytes: u64,
    connection: &mut SqliteConnection,
    file: &Path,
) -> Result<(), StoreError> {
    if gives_back(connection).await? {
        return Ok(());
    }
    let is_large = std::fs::metadata(file).is_ok_and(|found| found.len() > bytes);
    if is_large {
        tracing::warn!("database.gives_no_space_back");
    } else if let Err(fault) = convert(connection).await {
        tracing::warn!(%fault, "database.gives_no_space_back");
    }
    Ok(())
}

/// Cuts the file by what is free in it, in portions, so that others write in between.
pub(super) async fn give_back(
    queue: &WriteQueue,
    options: &SqliteConnectOptions,
) -> Result<(), StoreError> {
    let mut free = queue.write(|c| Box::pin(free_pages(c))).await?;
    if free == 0 {
        return Ok(());
    }
    loop {
        let left = queue.write(|c| Box::pin(cut(c))).await?;
        if left == 0 || left >= free {
            break;
        }
        free = left;
    }
    // The file becomes shorter when the log is carried over. Nobody is waited for: what
    // somebody still reads is carried over by the next one.
    let mut beside = open_writer(options).await?;
    sqlx::query("pragma wal_checkpoint(passive)")
        .execute(&mut beside)
        .await?;
    Ok(beside.close().await?)
}

async fn free_pages(connection: &mut SqliteConnection) -> Result<u32, StoreError> {
    number(connection, "pragma freelist_count").await
}

/// Gives some pages back; says how many are still free.
async fn cut(connection: &mut SqliteConnection) -> Result<u32, StoreError> {
    let pages = AssertSqlSafe(format!("pragma incremental_vacuum({PAGES})"));
    sqlx::query(pages).execute(&mut *connection).await?;
    free_pages(connection).await
}

#[cfg(test)]
mod tests {
    use sqlx::ConnectOptions as _;
    use sqlx::sqlite::SqlitePoolOptions;
    use tempfile::TempDir;

    use super::super::opening::durable;
    use super::super::{MIGRATIONS, SqliteStore};
    use super::*;
    use crate::store::conformance::samples::{NOW, keeping_all, kept, session, written};
    use crate::store::{Pool, Purge, Retention, SavedSession, Store as _, Write};

    const PAGE: u64 = 4096;

    /// A file as the version before made it, with this many rows of a page each.
    async fn of_the_version_before(folder: &TempDir, rows: u32) -> SqliteConnectOptions {
        let options = SqliteConnectOptions::new().filename(folder.path().join("portal.sqlite"));
        let pool = SqlitePoolOptions::new().max_connections(1);
        let made = options.clone().create_if_missing(true);
        let pool = pool.connect_with(made).await.unwrap();
        MIGRATIONS.run(&pool).await.unwrap();
        sqlx::query(
            "with recursive n (i) as (select 1 union all select i + 1 from n where i < $1) \
             insert into sessions select randomblob(32), 1, randomblob(4000), 0, 0 from n",
        )
        .bind(rows)
        .execute(&pool)
        .await
        .unwrap();
        pool.close().await;
        options
    }

    fn size(options: &SqliteConnectOptions) -> u64 {
        std::fs::metadata(options.get_filename()).unwrap().len()
    }

    const IDLE: Retention = Retention {
        sessions_before: NOW,
        unverified_before: rules::Moment(0),
        unfinished_before: rules::Moment(0),
        handed_over_before: rules::Moment(0),
        unused_forms_before: rules::Moment(0),
        ended_before: rules::Moment(0),
    };

    #[tokio::test]
    async fn the_file_shrinks_when_what_is_too_old_goes() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("portal.sqlite");
        let options = durable(&file, Pool::default());
        let store = SqliteStore::open(&file, Pool::default()).await.unwrap();
        let stays = kept(&store, 1).await;
        // More than is given back at once, so that it takes two portions.
        let rows = (0..2 * PAGES).map(|number| {
            let mut digest = [9; 32];
            digest[..4].copy_from_slice(&number.to_be_bytes());
            Write::KeepSession(SavedSession {
                digest,
                sealed: vec![1; 4000],
                seen_at: NOW.plus(-1),
                ..session(2)
            })
        });
        written(&store, rows).await;
        let mut beside = options.connect().await.unwrap();
        let carried = "pragma wal_checkpoint(truncate)";
        sqlx::query(carried).execute(&mut beside).await.unwrap();
        let before = size(&options);
        assert!(before > u64::from(2 * PAGES) * PAGE, "{before}");
        store.purge(IDLE, NOW, Purge::Trial).await.unwrap();
        assert_eq!(size(&options), before);
        store.purge(IDLE, NOW, Purge::ForGood).await.unwrap();
        let after = size(&options);
        assert!(after < before / 10, "{before} bytes became {after}");
        assert_eq!(store.session(&stays.digest).await.unwrap(), Some(stays));
    }

    #[tokio::test]
    async fn a_small_file_of_the_version_before_is_converted_at_its_start() {
        let folder = tempfile::tempdir().unwrap();
        let options = of_the_version_before(&folder, 300).await;
        let before = size(&options);
        let file = options.get_filename();
        assert!(!SqliteStore::gives_space_back(file).await.unwrap());
        let store = SqliteStore::open(file, Pool::default()).await.unwrap();
        assert!(SqliteStore::gives_space_back(file).await.unwrap());
        store
            .purge(keeping_all(), NOW, Purge::ForGood)
            .await
            .unwrap();
        let purged = store.purge(IDLE, NOW, Purge::ForGood).await.unwrap();
        assert_eq!(purged.map(|purged| purged.sessions), Some(300));
        assert!(size(&options) < before / 2);
    }

    #[tokio::test]
    async fn a_large_file_is_left_to_the_operator() {
        let folder = tempfile::tempdir().unwrap();
        let options = of_the_version_before(&folder, 3).await;
        let file = options.get_filename().to_path_buf();
        let mut writer = open_writer(&durable(&file, Pool::default())).await.unwrap();
        let small = size(&options) - 1;
        convert_up_to(small, &mut writer, &file).await.unwrap();
        assert!(!SqliteStore::gives_space_back(&file).await.unwrap());
        drop(writer);
        SqliteStore::convert(&file, Pool::default()).await.unwrap();
        assert!(SqliteStore::gives_space_back(&file).await.unwrap());
    }
}
