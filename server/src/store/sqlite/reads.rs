//! What is only read.

use sqlx::sqlite::SqlitePool;

use crate::seal::Digest;
use crate::store::rows;
use crate::store::{
    JourneyId, SavedChallenge, SavedForm, SavedJourney, SavedLink, SavedSession, SessionDigest,
    StoreError,
};

pub(super) async fn journey(
    pool: &SqlitePool,
    id: &JourneyId,
) -> Result<Option<SavedJourney>, StoreError> {
    let row = sqlx::query("select * from journeys where id = $1")
        .bind(id.as_str())
        .fetch_optional(pool)
        .await?;
    row.as_ref().map(rows::journey).transpose()
}

pub(super) async fn journey_by_receipt(
    pool: &SqlitePool,
    receipt: &str,
) -> Result<Option<SavedJourney>, StoreError> {
    let row = sqlx::query("select * from journeys where receipt = $1")
        .bind(receipt)
        .fetch_optional(pool)
        .await?;
    row.as_ref().map(rows::journey).transpose()
}

pub(super) async fn is_submitted(pool: &SqlitePool, form: &Digest) -> Result<bool, StoreError> {
    let row = sqlx::query("select 1 from journeys where form_digest = $1 and stage = 'submitted'")
        .bind(form.as_slice())
        .fetch_optional(pool)
        .await?;
    Ok(row.is_some())
}

pub(super) async fn session(
    pool: &SqlitePool,
    digest: &SessionDigest,
) -> Result<Option<SavedSession>, StoreError> {
    let row = sqlx::query("select * from sessions where digest = $1")
        .bind(digest.as_slice())
        .fetch_optional(pool)
        .await?;
    row.as_ref().map(rows::session).transpose()
}

pub(super) async fn link(
    pool: &SqlitePool,
    digest: &Digest,
) -> Result<Option<SavedLink>, StoreError> {
    let row = sqlx::query("select * from links where digest = $1")
        .bind(digest.as_slice())
        .fetch_optional(pool)
        .await?;
    row.as_ref().map(rows::link).transpose()
}

pub(super) async fn form(
    pool: &SqlitePool,
    digest: &Digest,
) -> Result<Option<SavedForm>, StoreError> {
    let row = sqlx::query("select * from forms where digest = $1")
        .bind(digest.as_slice())
        .fetch_optional(pool)
        .await?;
    row.as_ref().map(rows::form).transpose()
}

pub(super) async fn newest_forms(
    pool: &SqlitePool,
    at_most: u32,
) -> Result<Vec<SavedForm>, StoreError> {
    let rows = sqlx::query("select * from forms order by rowid desc limit $1")
        .bind(i64::from(at_most))
        .fetch_all(pool)
        .await?;
    rows.iter().map(rows::form).collect()
}

pub(super) async fn challenge(
    pool: &SqlitePool,
    id: &str,
) -> Result<Option<SavedChallenge>, StoreError> {
    let row = sqlx::query("select * from challenges where id = $1 and used = 0")
        .bind(id)
        .fetch_optional(pool)
        .await?;
    row.as_ref().map(rows::challenge).transpose()
}

pub(super) async fn is_photo_known(pool: &SqlitePool, key: &str) -> Result<bool, StoreError> {
    let row = sqlx::query("select 1 from journeys where photo_key = $1")
        .bind(key)
        .fetch_optional(pool)
        .await?;
    Ok(row.is_some())
}
