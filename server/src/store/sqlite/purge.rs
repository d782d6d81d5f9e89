//! The removal of what is too old, in portions: each is an act of the writer's, so that
//! others have their turn in between.

use rules::Moment;
use sqlx::{AssertSqlSafe, Row as _, SqliteConnection};

use super::write_queue::WriteQueue;
use crate::store::due::{self, Ended, PORTION, is_full};
use crate::store::{Act, Entry, Purged, Retention, StoreError};
use crate::store::{Sql, audit_log};

/// Removes what is too old.
pub(super) async fn purge(
    queue: &WriteQueue,
    retention: Retention,
    now: Moment,
) -> Result<Purged, StoreError> {
    let mut purged = Purged::default();
    for due in due::JOURNEYS {
        loop {
            let portion = queue.write(move |c| Box::pin(journeys(c, due, retention, now)));
            let gone = portion.await?;
            for stage in &gone {
                purged.count(stage, 1);
            }
            if !is_full(gone.len() as u64) {
                break;
            }
        }
    }
    let before = retention.unused_forms_before;
    loop {
        let portion = queue.write(move |c| Box::pin(unused_forms(c, before, now)));
        let gone = portion.await?;
        purged.unused_forms += gone;
        if !is_full(gone) {
            break;
        }
    }
    let before = retention.sessions_before;
    loop {
        let gone = queue.write(move |c| Box::pin(sessions(c, before))).await?;
        purged.sessions += gone;
        if !is_full(gone) {
            break;
        }
    }
    for kind in due::ended(retention, now) {
        follow(queue, kind).await?;
    }
    Ok(purged)
}

/// Counts what the purge would remove.
pub(super) async fn count(
    connection: &mut SqliteConnection,
    retention: Retention,
) -> Result<Purged, StoreError> {
    let [unverified, unfinished, handed_over] = due::of_journeys(retention);
    let stages = sqlx::query(due::COUNT_JOURNEYS)
        .bind(unverified)
        .bind(unfinished)
        .bind(handed_over)
        .fetch_all(&mut *connection)
        .await?;
    let mut purged = Purged::default();
    for row in stages {
        let rows: i64 = row.try_get("rows")?;
        purged.count(row.try_get("stage")?, rows.unsigned_abs());
    }
    let forms: i64 = sqlx::query_scalar(due::COUNT_UNUSED_FORMS)
        .bind(unverified)
        .bind(unfinished)
        .bind(handed_over)
        .bind(retention.unused_forms_before.0)
        .fetch_one(&mut *connection)
        .await?;
    let sessions: i64 = sqlx::query_scalar(due::COUNT_SESSIONS)
        .bind(retention.sessions_before.0)
        .fetch_one(connection)
        .await?;
    purged.unused_forms = forms.unsigned_abs();
    purged.sessions = sessions.unsigned_abs();
    Ok(purged)
}

/// Applications go, their forms go where they were handed over, the removal of their photos
/// is queued and their going recorded. Gives the stages they were at.
async fn journeys(
    connection: &mut SqliteConnection,
    due: &'static str,
    retention: Retention,
    now: Moment,
) -> Result<Vec<String>, StoreError> {
    let [unverified, unfinished, handed_over] = due::of_journeys(retention);
    let ids: Vec<String> = sqlx::query_scalar(AssertSqlSafe(format!(
        "select id from journeys where {due} limit $4"
    )))
    .bind(unverified)
    .bind(unfinished)
    .bind(handed_over)
    .bind(PORTION)
    .fetch_all(&mut *connection)
    .await?;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let ids = serde_json::Value::from(ids).to_string();
    for statement in [
        "insert into outbox (id, kind, journey, photo_key, due_at, queued_at) \
         select 'purge-' || id, 'discard_photo', id, photo_key, $2, $2 from journeys \
         where photo_key is not null and id in (select value from json_each($1))",
        "insert into audit_inbox (at, act, subject, detail) select $2, $3, id, \
         'stage=' || stage || coalesce(' receipt=' || receipt, '') || \
         ' days=' || (($2 - coalesce(handed_over_at, changed_at)) / 86400) \
         from journeys where id in (select value from json_each($1)) order by changed_at",
        "delete from forms where digest in (select form_digest from journeys \
         where stage = 'submitted' and id in (select value from json_each($1)))",
    ] {
        sqlx::query(statement)
            .bind(&ids)
            .bind(now.0)
            .bind(Act::DELETED)
            .execute(&mut *connection)
            .await?;
    }
    let gone = "delete from journeys where id in (select value from json_each($1)) returning stage";
    Ok(sqlx::query_scalar(gone)
        .bind(&ids)
        .fetch_all(connection)
        .await?)
}

async fn unused_forms(
    connection: &mut SqliteConnection,
    before: Moment,
    now: Moment,
) -> Result<u64, StoreError> {
    let gone = sqlx::query(AssertSqlSafe(format!(
        "delete from forms where digest in \
         (select digest from forms where {} limit $2)",
        due::UNUSED_FORMS
    )))
    .bind(before.0)
    .bind(PORTION)
    .execute(&mut *connection)
    .await?
    .rows_affected();
    if gone > 0 {
        let entry = Entry {
            at: now,
            act: Act::FormsDeleted(gone),
            subject: None,
        };
        audit_log::record(&mut Sql::Sqlite(connection), &[&entry]).await?;
    }
    Ok(gone)
}

async fn sessions(connection: &mut SqliteConnection, before: Moment) -> Result<u64, StoreError> {
    let gone = sqlx::query(
        "delete from sessions where digest in \
         (select digest from sessions where seen_at < $1 limit $2)",
    )
    .bind(before.0)
    .bind(PORTION)
    .execute(connection)
    .await?;
    Ok(gone.rows_affected())
}

/// Removes what has ended, along the table.
async fn follow(queue: &WriteQueue, kind: Ended) -> Result<(), StoreError> {
    let Ended {
        table,
        condition,
        before,
        ..
    } = kind;
    let statement = format!(
        "delete from {table} where rowid in (select rowid from {table} \
         where rowid > $2 and {condition} order by rowid limit $3) returning rowid"
    );
    let mut after = i64::MIN;
    loop {
        let statement = statement.clone();
        let portion = queue.write(move |c| Box::pin(along(c, statement, before, after)));
        let gone = portion.await?;
        match gone.iter().max() {
            Some(last) if is_full(gone.len() as u64) => after = *last,
            _ => return Ok(()),
        }
    }
}

/// One portion behind a row; gives the rows that went.
async fn along(
    connection: &mut SqliteConnection,
    statement: String,
    before: Moment,
    after: i64,
) -> Result<Vec<i64>, StoreError> {
    Ok(sqlx::query_scalar(AssertSqlSafe(statement))
        .bind(before.0)
        .bind(after)
        .bind(PORTION)
        .fetch_all(connection)
        .await?)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::{Arc, Mutex};

    use super::super::SqliteStore;
    use super::*;
    use crate::store::conformance::portions::{ALL_BUT_ONE, MANY, many};
    use crate::store::conformance::samples::NOW;
    use crate::store::{Pool, Purge, Store as _};

    async fn store() -> (tempfile::TempDir, SqliteStore) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("portal.sqlite");
        let store = SqliteStore::open(&file, Pool::default()).await.unwrap();
        many(&store).await;
        (folder, store)
    }

    /// The rows that each transaction deletes, by their table.
    type Transactions = Arc<Mutex<Vec<BTreeMap<String, u32>>>>;

    async fn watched(store: &SqliteStore) -> Transactions {
        let transactions = Transactions::default();
        transactions.lock().unwrap().push(BTreeMap::new());
        let (rows, ends) = (Arc::clone(&transactions), Arc::clone(&transactions));
        store
            .queue
            .write(|connection| {
                Box::pin(async move {
                    let mut handle = connection.lock_handle().await?;
                    handle.set_update_hook(move |row| {
                        if row.operation == sqlx::sqlite::SqliteOperation::Delete {
                            let mut all = rows.lock().unwrap();
                            let table = row.table.to_owned();
                            *all.last_mut().unwrap().entry(table).or_default() += 1;
                        }
                    });
                    handle.set_commit_hook(move || {
                        ends.lock().unwrap().push(BTreeMap::new());
                        true
                    });
                    Ok(())
                })
            })
            .await
            .unwrap();
        transactions
    }

    #[tokio::test]
    async fn no_transaction_deletes_more_than_a_portion() {
        let (_folder, store) = store().await;
        let transactions = watched(&store).await;
        store.purge(ALL_BUT_ONE, NOW, Purge::ForGood).await.unwrap();
        let transactions = transactions.lock().unwrap();
        let mut sums: BTreeMap<&str, u32> = BTreeMap::new();
        for (table, rows) in transactions.iter().flatten() {
            assert!(*rows <= PORTION, "{rows} of {table}");
            *sums.entry(table).or_default() += rows;
        }
        for (table, rows) in [
            ("journeys", 4 * MANY),
            ("forms", 2 * MANY),
            ("sessions", MANY),
            ("links", MANY),
            ("outbox", MANY),
            ("challenges", MANY),
            ("allowances", MANY),
        ] {
            assert_eq!(sums.get(table), Some(&rows), "{table}");
        }
    }

    #[tokio::test]
    async fn who_writes_meanwhile_has_its_turn_before_the_next_portion() {
        let (_folder, store) = store().await;
        // It stands in the queue behind the first portion.
        let writing = store.queue.write(|connection| {
            Box::pin(async move {
                let left = "select count(*) from journeys where stage = 'registered'";
                Ok(sqlx::query_scalar::<_, u32>(left)
                    .fetch_one(connection)
                    .await?)
            })
        });
        let (purged, left) = tokio::join!(store.purge(ALL_BUT_ONE, NOW, Purge::ForGood), writing);
        assert!(purged.is_ok(), "{purged:?}");
        assert_eq!(left.unwrap(), 1 + 2 * MANY - PORTION);
    }
}
