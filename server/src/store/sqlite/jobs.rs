//! The outbox as workers see it.

use sqlx::SqliteConnection;

use super::audit;
use crate::store::rows;
use crate::store::{Due, Entry, Leased, Outcome, StoreError};

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
