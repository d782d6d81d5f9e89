//! The removal of what is too old.

use rules::Moment;
use sqlx::{AssertSqlSafe, Row as _, SqliteConnection};

use super::audit;
use crate::store::{Act, Entry, Purge, Purged, Retention, StoreError};

/// Applications that are too old. What was begun with the form of one that was handed over
/// goes with it: it could never be sent in.
const OLD_JOURNEYS: &str = "(stage = 'registered' and changed_at < $1) \
    or (stage in ('opened', 'pictured', 'photographed', 'described') and changed_at < $2) \
    or form_digest in (select form_digest from journeys where handed_over_at < $3)";

/// Removes what is too old. There is one writer, so nobody else keeps house meanwhile.
pub(super) async fn purge(
    connection: &mut SqliteConnection,
    retention: Retention,
    now: Moment,
    purge: Purge,
) -> Result<Option<Purged>, StoreError> {
    run(connection, "savepoint purge").await?;
    let purged = remove(connection, retention, now).await?;
    if purge == Purge::Trial {
        run(connection, "rollback to purge").await?;
    }
    run(connection, "release purge").await?;
    Ok(Some(purged))
}

async fn run(connection: &mut SqliteConnection, statement: &'static str) -> Result<(), StoreError> {
    sqlx::query(statement).execute(connection).await?;
    Ok(())
}

async fn remove(
    connection: &mut SqliteConnection,
    retention: Retention,
    now: Moment,
) -> Result<Purged, StoreError> {
    discard_photos(connection, retention, now).await?;
    record_journeys(connection, retention, now).await?;
    delete_before(
        connection,
        "delete from forms where digest in \
         (select form_digest from journeys where handed_over_at < $1)",
        retention.handed_over_before,
    )
    .await?;
    let mut purged = journeys(connection, retention).await?;
    purged.unused_forms = delete_before(
        connection,
        "delete from forms where issued_at < $1 \
         and not exists (select 1 from journeys where form_digest = forms.digest)",
        retention.unused_forms_before,
    )
    .await?;
    if purged.unused_forms > 0 {
        let entry = Entry {
            at: now,
            act: Act::FormsDeleted(purged.unused_forms),
            subject: None,
        };
        audit::record(connection, &entry).await?;
    }
    let sessions = "delete from sessions where seen_at < $1";
    purged.sessions = delete_before(connection, sessions, retention.sessions_before).await?;
    for (statement, before) in [
        ("delete from links where until < $1", retention.ended_before),
        (
            "delete from outbox where outcome is not null and queued_at < $1",
            retention.ended_before,
        ),
        ("delete from challenges where until < $1", now),
        ("delete from allowances where whole_at < $1 * 1000", now),
    ] {
        delete_before(connection, statement, before).await?;
    }
    Ok(purged)
}

/// Queues the removal of the photos of applications that are about to go.
async fn discard_photos(
    connection: &mut SqliteConnection,
    retention: Retention,
    now: Moment,
) -> Result<(), StoreError> {
    sqlx::query(AssertSqlSafe(format!(
        "insert into outbox (id, kind, journey, photo_key, due_at, queued_at) \
         select 'purge-' || id, 'discard_photo', id, photo_key, $4, $4 from journeys \
         where photo_key is not null and ({OLD_JOURNEYS})"
    )))
    .bind(retention.unverified_before.0)
    .bind(retention.unfinished_before.0)
    .bind(retention.handed_over_before.0)
    .bind(now.0)
    .execute(connection)
    .await?;
    Ok(())
}

/// Records the applications that are about to go.
async fn record_journeys(
    connection: &mut SqliteConnection,
    retention: Retention,
    now: Moment,
) -> Result<(), StoreError> {
    sqlx::query(AssertSqlSafe(format!(
        "insert into audit_inbox (at, act, subject, detail) select $4, $5, id, \
         'stage=' || stage || coalesce(' receipt=' || receipt, '') || \
         ' days=' || (($4 - coalesce(handed_over_at, changed_at)) / 86400) \
         from journeys where {OLD_JOURNEYS} order by changed_at"
    )))
    .bind(retention.unverified_before.0)
    .bind(retention.unfinished_before.0)
    .bind(retention.handed_over_before.0)
    .bind(now.0)
    .bind(Act::DELETED)
    .execute(connection)
    .await?;
    Ok(())
}

async fn journeys(
    connection: &mut SqliteConnection,
    retention: Retention,
) -> Result<Purged, StoreError> {
    let gone = sqlx::query(AssertSqlSafe(format!(
        "delete from journeys where {OLD_JOURNEYS} returning stage"
    )))
    .bind(retention.unverified_before.0)
    .bind(retention.unfinished_before.0)
    .bind(retention.handed_over_before.0)
    .fetch_all(connection)
    .await?;
    let mut purged = Purged::default();
    for row in gone {
        purged.count(row.try_get("stage")?);
    }
    Ok(purged)
}

async fn delete_before(
    connection: &mut SqliteConnection,
    statement: &'static str,
    before: Moment,
) -> Result<u64, StoreError> {
    Ok(sqlx::query(statement)
        .bind(before.0)
        .execute(connection)
        .await?
        .rows_affected())
}
