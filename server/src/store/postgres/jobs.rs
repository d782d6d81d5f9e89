//! The outbox as workers see it, and the removal of what is too old.

use std::time::Duration;

use rules::Moment;
use sqlx::{Connection as _, PgConnection};

use super::connect::milliseconds;
use crate::store::rows;
use crate::store::{Due, Leased, Outcome, Purged, Retention, StoreError};

pub(super) async fn lease(
    connection: &mut PgConnection,
    due: Due,
) -> Result<Vec<Leased>, StoreError> {
    let rows = sqlx::query(
        // Materialized, so that the limit counts once; a row that another worker is just
        // leasing is passed over, not waited for.
        "with waiting as materialized ( \
             select id from outbox where outcome is null and due_at <= $2 and leased_until <= $2 \
             and (kind = 'discard_photo') = $3 order by due_at limit $4 for update skip locked) \
         update outbox set leased_until = $1 from waiting where outbox.id = waiting.id \
         returning outbox.id, kind, journey, session, photo_key, due_at, tries",
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
    connection: &mut PgConnection,
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

/// The lock of whoever keeps house; any number of our own.
const HOUSEKEEPER: i64 = 0x7368_696e_7365_6901;
/// A removal of so many rows that it takes longer is broken off and tried again later.
pub(super) const PURGE_PATIENCE: Duration = Duration::from_mins(10);

/// Removes what is too old, unless another process is just doing so.
pub(super) async fn purge(
    connection: &mut PgConnection,
    retention: Retention,
    now: Moment,
) -> Result<Purged, StoreError> {
    let mut transaction = connection.begin().await?;
    let is_ours: bool = sqlx::query_scalar(
        "select pg_try_advisory_xact_lock($1) \
         from set_config('statement_timeout', $2, true)",
    )
    .bind(HOUSEKEEPER)
    .bind(milliseconds(PURGE_PATIENCE))
    .fetch_one(&mut *transaction)
    .await?;
    if !is_ours {
        return Ok(Purged::default());
    }
    let journeys = purge_journeys(&mut transaction, retention, now).await?;
    let sessions = delete_before(
        &mut transaction,
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
        delete_before(&mut transaction, statement, before.0).await?;
    }
    transaction.commit().await?;
    Ok(Purged { journeys, sessions })
}

/// Applications go and the removal of their photos is queued in one statement: one that
/// changes at the same moment either stays, or goes with the photo it has then.
async fn purge_journeys(
    connection: &mut PgConnection,
    retention: Retention,
    now: Moment,
) -> Result<u64, StoreError> {
    let gone: i64 = sqlx::query_scalar(
        "with gone as (delete from journeys where (stage = 'registered' and changed_at < $1) \
             or (stage in ('opened', 'pictured', 'photographed', 'described') and changed_at < $2) \
             returning id, photo_key), \
         queued as (insert into outbox (id, kind, journey, photo_key, due_at, queued_at) \
             select 'purge-' || id, 'discard_photo', id, photo_key, $3, $3 from gone \
             where photo_key is not null) \
         select count(*) from gone",
    )
    .bind(retention.unverified_before.0)
    .bind(retention.unfinished_before.0)
    .bind(now.0)
    .fetch_one(connection)
    .await?;
    Ok(gone.unsigned_abs())
}

async fn delete_before(
    connection: &mut PgConnection,
    statement: &'static str,
    before: i64,
) -> Result<u64, StoreError> {
    Ok(sqlx::query(statement)
        .bind(before)
        .execute(connection)
        .await?
        .rows_affected())
}
