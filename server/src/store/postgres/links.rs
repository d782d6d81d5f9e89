//! Links.

use sqlx::PgConnection;
use sqlx::postgres::PgQueryResult;

use crate::seal::Digest;
use crate::store::{SavedLink, StoreError, decode};

/// A write that must have met exactly one row.
fn one_row(result: &PgQueryResult) -> Result<(), StoreError> {
    if result.rows_affected() == 1 {
        Ok(())
    } else {
        Err(StoreError::Conflict)
    }
}

/// The application's row is locked first: of two links made at once each would otherwise
/// not see the other, and both would live.
pub(in crate::store) async fn make_link(
    connection: &mut PgConnection,
    link: &SavedLink,
) -> Result<(), StoreError> {
    sqlx::query("select 1 from journeys where id = $1 for no key update")
        .bind(link.journey.as_str())
        .execute(&mut *connection)
        .await?;
    sqlx::query("update links set ended = 1 where journey = $1 and digest <> $2")
        .bind(link.journey.as_str())
        .bind(link.digest.as_slice())
        .execute(&mut *connection)
        .await?;
    let result = sqlx::query(
        "insert into links (digest, journey, until) values ($1, $2, $3) \
         on conflict (digest) do update set until = excluded.until where links.ended = 0",
    )
    .bind(link.digest.as_slice())
    .bind(link.journey.as_str())
    .bind(link.until.0)
    .execute(connection)
    .await?;
    one_row(&result)
}

pub(super) async fn link(
    connection: &mut PgConnection,
    digest: &Digest,
) -> Result<Option<SavedLink>, StoreError> {
    let row = sqlx::query("select digest, journey, until, ended from links where digest = $1")
        .bind(digest.as_slice())
        .fetch_optional(connection)
        .await?;
    row.as_ref().map(|row| decode::link(row)).transpose()
}
