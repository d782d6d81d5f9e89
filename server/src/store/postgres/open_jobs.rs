//! The outbox as the operator sees it: what waits and what was given up.

use rules::Moment;
use sqlx::PgConnection;

use crate::store::decode;
use crate::store::{OpenJob, OpenJobs, StoreError};

pub(super) async fn list(
    connection: &mut PgConnection,
    at_most: u32,
) -> Result<Vec<OpenJob>, StoreError> {
    let found = sqlx::query(
        "select id, kind, outcome, tries, queued_at, due_at, reason from outbox \
         where outcome is null or outcome = 'failed' order by queued_at, id limit $1",
    )
    .bind(i64::from(at_most))
    .fetch_all(connection)
    .await?;
    found.iter().map(decode::open_job).collect()
}

pub(super) async fn count(connection: &mut PgConnection) -> Result<Vec<OpenJobs>, StoreError> {
    let found = sqlx::query(
        "select kind, outcome, count(*) as count, min(due_at) as due_at from outbox \
         where outcome is null or outcome = 'failed' group by kind, outcome",
    )
    .fetch_all(connection)
    .await?;
    found.iter().map(decode::open_jobs).collect()
}

pub(super) async fn put_back(
    connection: &mut PgConnection,
    id: Option<&str>,
    now: Moment,
) -> Result<u64, StoreError> {
    let put_back = sqlx::query(
        "update outbox set outcome = null, due_at = $2, leased_until = 0, tries = 0, \
         secret = null \
         where outcome = 'failed' and kind <> 'discard_photo' and id = coalesce($1, id)",
    )
    .bind(id)
    .bind(now.0)
    .execute(connection)
    .await?;
    Ok(put_back.rows_affected())
}

pub(super) async fn bounce(
    connection: &mut PgConnection,
    id: &str,
    reason: &str,
) -> Result<bool, StoreError> {
    let failed = sqlx::query(
        "update outbox set outcome = 'failed', reason = $2, secret = null \
         where id = $1 and kind <> 'discard_photo' and outcome in ('done', 'failed')",
    )
    .bind(id)
    .bind(reason)
    .execute(connection)
    .await?;
    Ok(failed.rows_affected() > 0)
}
