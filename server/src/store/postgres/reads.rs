//! What is only read. Columns are named: a process that goes on while a newer one adds a
//! column would be refused `select *`, whose answer was agreed on before.

use sqlx::postgres::PgConnection;

use crate::seal::Digest;
use crate::store::rows;
use crate::store::{
    JourneyId, SavedDevice, SavedForm, SavedJourney, SavedLink, SavedSession, SessionDigest,
    StoreError, Submission, SubmissionPage,
};

pub(super) async fn journey(
    connection: &mut PgConnection,
    id: &JourneyId,
) -> Result<Option<SavedJourney>, StoreError> {
    let row = sqlx::query(
        "select id, version, stage, form_digest, wrapped_key, sealed, photo_key, receipt, \
         created_at, changed_at from journeys where id = $1",
    )
    .bind(id.as_str())
    .fetch_optional(connection)
    .await?;
    row.as_ref().map(rows::journey).transpose()
}

pub(super) async fn journeys_after(
    connection: &mut PgConnection,
    after: &str,
    at_most: u32,
) -> Result<Vec<SavedJourney>, StoreError> {
    let rows = sqlx::query(
        "select id, version, stage, form_digest, wrapped_key, sealed, photo_key, receipt, \
         created_at, changed_at from journeys where id > $1 order by id limit $2",
    )
    .bind(after)
    .bind(i64::from(at_most))
    .fetch_all(connection)
    .await?;
    rows.iter().map(rows::journey).collect()
}

pub(super) async fn journey_by_receipt(
    connection: &mut PgConnection,
    receipt: &str,
) -> Result<Option<SavedJourney>, StoreError> {
    let row = sqlx::query(
        "select id, version, stage, form_digest, wrapped_key, sealed, photo_key, receipt, \
         created_at, changed_at from journeys where receipt = $1",
    )
    .bind(receipt)
    .fetch_optional(connection)
    .await?;
    row.as_ref().map(rows::journey).transpose()
}

pub(super) async fn submissions(
    connection: &mut PgConnection,
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
    connection: &mut PgConnection,
    form: &Digest,
) -> Result<bool, StoreError> {
    let row = sqlx::query("select 1 from journeys where form_digest = $1 and stage = 'submitted'")
        .bind(form.as_slice())
        .fetch_optional(connection)
        .await?;
    Ok(row.is_some())
}

pub(super) async fn session(
    connection: &mut PgConnection,
    digest: &SessionDigest,
) -> Result<Option<SavedSession>, StoreError> {
    let row = sqlx::query(
        "select digest, version, sealed, created_at, seen_at from sessions where digest = $1",
    )
    .bind(digest.as_slice())
    .fetch_optional(connection)
    .await?;
    row.as_ref().map(rows::session).transpose()
}

pub(super) async fn link(
    connection: &mut PgConnection,
    digest: &Digest,
) -> Result<Option<SavedLink>, StoreError> {
    let row = sqlx::query(
        "select digest, journey, until, ended, mail, asked_at from links where digest = $1",
    )
    .bind(digest.as_slice())
    .fetch_optional(connection)
    .await?;
    row.as_ref().map(rows::link).transpose()
}

pub(super) async fn knows_device(
    connection: &mut PgConnection,
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
    connection: &mut PgConnection,
    digest: &Digest,
) -> Result<Option<SavedForm>, StoreError> {
    let row = sqlx::query("select digest, sealed, issued_at from forms where digest = $1")
        .bind(digest.as_slice())
        .fetch_optional(connection)
        .await?;
    row.as_ref().map(rows::form).transpose()
}

pub(super) async fn newest_forms(
    connection: &mut PgConnection,
    at_most: u32,
) -> Result<Vec<SavedForm>, StoreError> {
    let rows =
        sqlx::query("select digest, sealed, issued_at from forms order by rowid desc limit $1")
            .bind(i64::from(at_most))
            .fetch_all(connection)
            .await?;
    rows.iter().map(rows::form).collect()
}

pub(super) async fn is_photo_known(
    connection: &mut PgConnection,
    key: &str,
) -> Result<bool, StoreError> {
    let row = sqlx::query("select 1 from journeys where photo_key = $1")
        .bind(key)
        .fetch_optional(connection)
        .await?;
    Ok(row.is_some())
}

pub(super) async fn ping(connection: &mut PgConnection) -> Result<(), StoreError> {
    sqlx::query("select 1").execute(connection).await?;
    Ok(())
}
