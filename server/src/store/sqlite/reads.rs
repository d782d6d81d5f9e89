//! What is only read.

use sqlx::SqliteConnection;

use crate::seal::Digest;
use crate::store::rows;
use crate::store::{
    JourneyId, SavedDevice, SavedForm, SavedJourney, SavedLink, SavedSession, SessionDigest,
    StoreError, Submission, SubmissionPage,
};

pub(super) async fn journey(
    reader: &mut SqliteConnection,
    id: &JourneyId,
) -> Result<Option<SavedJourney>, StoreError> {
    let row = sqlx::query("select * from journeys where id = $1")
        .bind(id.as_str())
        .fetch_optional(reader)
        .await?;
    row.as_ref().map(rows::journey).transpose()
}

pub(super) async fn journeys_after(
    reader: &mut SqliteConnection,
    after: &str,
    at_most: u32,
) -> Result<Vec<SavedJourney>, StoreError> {
    let rows = sqlx::query("select * from journeys where id > $1 order by id limit $2")
        .bind(after)
        .bind(i64::from(at_most))
        .fetch_all(reader)
        .await?;
    rows.iter().map(rows::journey).collect()
}

pub(super) async fn journey_by_receipt(
    reader: &mut SqliteConnection,
    receipt: &str,
) -> Result<Option<SavedJourney>, StoreError> {
    let row = sqlx::query("select * from journeys where receipt = $1")
        .bind(receipt)
        .fetch_optional(reader)
        .await?;
    row.as_ref().map(rows::journey).transpose()
}

pub(super) async fn submissions(
    connection: &mut SqliteConnection,
    page: SubmissionPage<'_>,
) -> Result<Vec<Submission>, StoreError> {
    let (submitted_at, receipt) = page.begin();
    // Two statements, so that each finds an index of its own.
    let statement = if page.is_waiting {
        "select id, receipt, changed_at, handed_over_at from journeys where stage = 'submitted' \
         and handed_over_at is null and (changed_at, receipt) > ($1, $2) \
         order by changed_at, receipt limit $3"
    } else {
        "select id, receipt, changed_at, handed_over_at from journeys where stage = 'submitted' \
         and (changed_at, receipt) > ($1, $2) order by changed_at, receipt limit $3"
    };
    let rows = sqlx::query(statement)
        .bind(submitted_at)
        .bind(receipt)
        .bind(i64::from(page.at_most))
        .fetch_all(connection)
        .await?;
    rows.iter().map(rows::submission).collect()
}

pub(super) async fn is_submitted(
    reader: &mut SqliteConnection,
    form: &Digest,
) -> Result<bool, StoreError> {
    let row = sqlx::query("select 1 from journeys where form_digest = $1 and stage = 'submitted'")
        .bind(form.as_slice())
        .fetch_optional(reader)
        .await?;
    Ok(row.is_some())
}

pub(super) async fn session(
    reader: &mut SqliteConnection,
    digest: &SessionDigest,
) -> Result<Option<SavedSession>, StoreError> {
    let row = sqlx::query("select * from sessions where digest = $1")
        .bind(digest.as_slice())
        .fetch_optional(reader)
        .await?;
    row.as_ref().map(rows::session).transpose()
}

pub(super) async fn link(
    reader: &mut SqliteConnection,
    digest: &Digest,
) -> Result<Option<SavedLink>, StoreError> {
    let row = sqlx::query("select * from links where digest = $1")
        .bind(digest.as_slice())
        .fetch_optional(reader)
        .await?;
    row.as_ref().map(rows::link).transpose()
}

pub(super) async fn knows_device(
    connection: &mut SqliteConnection,
    device: &SavedDevice,
) -> Result<bool, StoreError> {
    let row = sqlx::query("select 1 from devices where digest = $1 and journey = $2")
        .bind(device.digest.as_slice())
        .bind(device.journey.as_str())
        .fetch_optional(connection)
        .await?;
    Ok(row.is_some())
}

pub(super) async fn form(
    reader: &mut SqliteConnection,
    digest: &Digest,
) -> Result<Option<SavedForm>, StoreError> {
    let row = sqlx::query("select * from forms where digest = $1")
        .bind(digest.as_slice())
        .fetch_optional(reader)
        .await?;
    row.as_ref().map(rows::form).transpose()
}

pub(super) async fn newest_forms(
    reader: &mut SqliteConnection,
    at_most: u32,
) -> Result<Vec<SavedForm>, StoreError> {
    let rows = sqlx::query("select * from forms order by rowid desc limit $1")
        .bind(i64::from(at_most))
        .fetch_all(reader)
        .await?;
    rows.iter().map(rows::form).collect()
}

pub(super) async fn is_photo_known(
    reader: &mut SqliteConnection,
    key: &str,
) -> Result<bool, StoreError> {
    let row = sqlx::query("select 1 from journeys where photo_key = $1")
        .bind(key)
        .fetch_optional(reader)
        .await?;
    Ok(row.is_some())
}
