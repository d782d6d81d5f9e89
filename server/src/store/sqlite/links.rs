//! Links.

use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteQueryResult;

use crate::seal::Digest;
use crate::store::{SavedLink, StoreError, decode};

/// A write that must have met exactly one row.
fn one_row(result: &SqliteQueryResult) -> Result<(), StoreError> {
    if result.rows_affected() == 1 {
        Ok(())
    } else {
        Err(StoreError::Conflict)
    }
}

pub(in crate::store) async fn make_link(
    connection: &mut SqliteConnection,
    link: &SavedLink,
) -> Result<(), StoreError> {
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
    reader: &mut SqliteConnection,
    digest: &Digest,
) -> Result<Option<SavedLink>, StoreError> {
    let row = sqlx::query("select * from links where digest = $1")
        .bind(digest.as_slice())
        .fetch_optional(reader)
        .await?;
    row.as_ref().map(|row| decode::link(row)).transpose()
}
