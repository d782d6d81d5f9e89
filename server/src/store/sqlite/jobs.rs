//! The outbox as workers see it, and the removal of what is too old.

use rules::Moment;
use sqlx::SqliteConnection;

use crate::store::rows;
use crate::store::{Due, Leased, Outcome, Purged, Retention, StoreError};

pub(super) async fn lease(
    connection: &mut SqliteConnection,
    due: Due,
) -> Result<Vec<Leased>, StoreError> {
    let rows = sqlx::query(
        "update outbox set leased_until = $1 where id in ( \
             select id from outbox where outcome is null and due_at <= $2 and leased_until <= $2 \
             and (kind = 'discard_photo') = $3 order by due_at limit $4) returning *",
    )
    .bind(due.until.0)
    .bind(due.now.0)
    .bind(due.photos)
    .bind(i64::from(due.at_most))
    .fetch_all(connection)
    .await?;
    // A row that contradicts the types keeps nobody else's mail waiting.
    let leased = rows.iter().map(rows::leased).inspect(|read| {
        if let Err(error) = read {
            tracing::error!(%error, "outbox.lease");
        }
    });
    Ok(leased.filter_map(Result::ok).collect())
}

pub(super) async fn settle(
    connection: &mut SqliteConnection,
    id: &str,
    outcome: &Outcome,
) -> Result<(), StoreError> {
    let (name, due_at, reason) = outcome.columns();
    sqlx::query(
        "update outbox set outcome = $2, due_at = coalesce($3, due_at), leased_until = 0, \
         tries = tries + 1, reason = $4 where id = $1 and outcome is null",
    )
    .bind(id)
    .bind(name)
    .bind(due_at)
    .bind(reason)
    .execute(connection)
    .await?;
    Ok(())
}

const OLD_JOURNEYS: &str = "(stage = 'registered' and changed_at < $1) \
    or (stage in ('opened', 'pictured', 'photographed', 'described') and changed_at < $2)";

pub(super) async fn purge(
    connection: &mut SqliteConnection,
    retention: Retention,
    now: Moment,
) -> Result<Purged, StoreError> {
    sqlx::query(sqlx::AssertSqlSafe(format!(
        "insert into outbox (id, kind, journey, photo_key, due_at, queued_at) \
         select 'purge-' || id, 'discard_photo', id, photo_key, $3, $3 from journeys \
         where photo_key is not null and ({OLD_JOURNEYS})"
    )))
    .bind(retention.unverified_before.0)
    .bind(retention.unfinished_before.0)
    .bind(now.0)
    .execute(&mut *connection)
    .await?;
    let journeys = sqlx::query(sqlx::AssertSqlSafe(format!(
        "delete from journeys where {OLD_JOURNEYS}"
    )))
    .bind(retention.unverified_before.0)
    .bind(retention.unfinished_before.0)
    .execute(&mut *connection)
    .await?
    .rows_affected();
    let sessions = delete_before(
        &mut *connection,
        "delete from sessions where seen_at < $1",
        retention.sessions_before.0,
    )
    .await?;
    for (statement, before) in [
        ("delete from links where until < $1", retention.ended_before),
        (
            "delete from outbox where outcome is not null and queued_at < $1",
            retention.ended_before,
        ),
        ("delete from challenges where until < $1", now),
        ("delete from allowances where whole_at < $1 * 1000", now),
    ] {
        delete_before(&mut *connection, statement, before.0).await?;
    }
    Ok(Purged { journeys, sessions })
}

async fn delete_before(
    connection: &mut SqliteConnection,
    statement: &'static str,
    before: i64,
) -> Result<u64, StoreError> {
    Ok(sqlx::query(statement)
        .bind(before)
        .execute(connection)
        .await?
        .rows_affected())
}
