//! The outbox: what is put in, and as workers see it.

use sqlx::SqliteConnection;

use super::audit;
use crate::store::rows;
use crate::store::{Due, Entry, JobKind, Leased, Outcome, Queued, StoreError};

pub(super) async fn queue(
    connection: &mut SqliteConnection,
    job: &Queued,
) -> Result<(), StoreError> {
    let queued_at = queued_at(connection, job).await?;
    sqlx::query(
        "insert into outbox (id, kind, journey, session, photo_key, secret, queued_at, due_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(job.id.as_str())
    .bind(job.kind.name())
    .bind(job.journey.as_str())
    .bind(job.session.as_ref().map(<[u8; 32]>::as_slice))
    .bind(job.photo_key.as_deref())
    .bind(job.secret.as_deref())
    .bind(queued_at)
    .bind(job.due_at.0)
    .execute(connection)
    .await?;
    Ok(())
}

/// When a job is said to be queued: of the links of an application, and of the device codes that a
/// browser asks for, in one second each one a second after the one before, so that it is known
/// which is the newest.
async fn queued_at(connection: &mut SqliteConnection, job: &Queued) -> Result<i64, StoreError> {
    let asked = match (job.kind, &job.session) {
        (JobKind::Link, _) => sqlx::query_scalar(rows::LINK_ASKED_BEFORE),
        (_, Some(session)) => sqlx::query_scalar(rows::CODE_ASKED_BEFORE).bind(session.as_slice()),
        (_, None) => return Ok(job.queued_at.0),
    };
    let before: Option<i64> = asked
        .bind(job.journey.as_str())
        .fetch_one(connection)
        .await?;
    Ok(before.map_or(job.queued_at.0, |before| job.queued_at.0.max(before + 1)))
}

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

pub(super) async fn give_secret(
    connection: &mut SqliteConnection,
    id: &str,
    secret: &[u8],
) -> Result<Option<Vec<u8>>, StoreError> {
    let kept = sqlx::query_scalar(
        "update outbox set secret = coalesce(secret, $2) where id = $1 and outcome is null \
         returning secret",
    )
    .bind(id)
    .bind(secret)
    .fetch_optional(connection)
    .await?;
    Ok(kept)
}

pub(super) async fn settle(
    connection: &mut SqliteConnection,
    id: &str,
    outcome: &Outcome,
    entry: Option<Entry>,
) -> Result<(), StoreError> {
    let (name, due_at, reason) = outcome.columns();
    let settled = sqlx::query(
        "update outbox set outcome = $2, due_at = coalesce($3, due_at), leased_until = 0, \
         tries = tries + 1, reason = $4, secret = case when $2 is null then secret end \
         where id = $1 and outcome is null",
    )
    .bind(id)
    .bind(name)
    .bind(due_at)
    .bind(reason)
    .execute(&mut *connection)
    .await?;
    match entry {
        Some(entry) if settled.rows_affected() == 1 => audit::record(connection, &entry).await,
        _ => Ok(()),
    }
}
