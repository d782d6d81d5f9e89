//! Rows to types; a row that contradicts the types is named.

use rules::Moment;
use rules::journey::Stage;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use crate::seal::Digest;
use crate::store::{
    JobKind, JourneyId, Leased, Queued, SavedChallenge, SavedCode, SavedForm, SavedJourney,
    SavedLink, SavedSession, StoreError,
};

pub(super) fn moment(row: &SqliteRow, column: &str) -> Result<Moment, StoreError> {
    Ok(Moment(row.try_get(column)?))
}

pub(super) fn journey_id(row: &SqliteRow, column: &str) -> Result<JourneyId, StoreError> {
    Ok(JourneyId::from_row(row.try_get(column)?))
}

pub(super) fn digest(
    row: &SqliteRow,
    table: &'static str,
    column: &'static str,
) -> Result<Digest, StoreError> {
    to_digest(row.try_get(column)?, table, column)
}

fn to_digest(
    bytes: &[u8],
    table: &'static str,
    column: &'static str,
) -> Result<Digest, StoreError> {
    bytes.try_into().map_err(|_| StoreError::Inconsistent {
        table,
        column,
        row: hex::encode(bytes),
    })
}

const STAGES: [Stage; 6] = [
    Stage::Registered,
    Stage::Opened,
    Stage::Pictured,
    Stage::Photographed,
    Stage::Described,
    Stage::Submitted,
];

pub(super) fn journey(row: &SqliteRow) -> Result<SavedJourney, StoreError> {
    let id = journey_id(row, "id")?;
    let stage: &str = row.try_get("stage")?;
    let stage = STAGES
        .into_iter()
        .map(Stage::name)
        .find(|name| *name == stage)
        .ok_or_else(|| StoreError::Inconsistent {
            table: "journeys",
            column: "stage",
            row: id.as_str().to_owned(),
        })?;
    Ok(SavedJourney {
        id,
        version: row.try_get("version")?,
        stage,
        form_digest: digest(row, "journeys", "form_digest")?,
        wrapped_key: row.try_get("wrapped_key")?,
        sealed: row.try_get("sealed")?,
        photo_key: row.try_get("photo_key")?,
        receipt: row.try_get("receipt")?,
        created_at: moment(row, "created_at")?,
        changed_at: moment(row, "changed_at")?,
    })
}

pub(super) fn session(row: &SqliteRow) -> Result<SavedSession, StoreError> {
    Ok(SavedSession {
        digest: digest(row, "sessions", "digest")?,
        version: row.try_get("version")?,
        sealed: row.try_get("sealed")?,
        created_at: moment(row, "created_at")?,
        seen_at: moment(row, "seen_at")?,
    })
}

pub(super) fn link(row: &SqliteRow) -> Result<SavedLink, StoreError> {
    Ok(SavedLink {
        digest: digest(row, "links", "digest")?,
        journey: journey_id(row, "journey")?,
        until: moment(row, "until")?,
        ended: row.try_get::<i64, _>("ended")? != 0,
    })
}

pub(super) fn code(row: &SqliteRow) -> Result<SavedCode, StoreError> {
    Ok(SavedCode {
        session: digest(row, "codes", "session")?,
        journey: journey_id(row, "journey")?,
        digest: digest(row, "codes", "digest")?,
        until: moment(row, "until")?,
    })
}

pub(super) fn form(row: &SqliteRow) -> Result<SavedForm, StoreError> {
    Ok(SavedForm {
        digest: digest(row, "forms", "digest")?,
        sealed: row.try_get("sealed")?,
        issued_at: moment(row, "issued_at")?,
    })
}

pub(super) fn challenge(row: &SqliteRow) -> Result<SavedChallenge, StoreError> {
    Ok(SavedChallenge {
        id: row.try_get("id")?,
        sealed: row.try_get("sealed")?,
        until: moment(row, "until")?,
    })
}

pub(super) fn leased(row: &SqliteRow) -> Result<Leased, StoreError> {
    let id: String = row.try_get("id")?;
    let contradicts = |column| StoreError::Inconsistent {
        table: "outbox",
        column,
        row: id.clone(),
    };
    let kind = JobKind::read(row.try_get("kind")?).ok_or_else(|| contradicts("kind"))?;
    let session: Option<&[u8]> = row.try_get("session")?;
    let session = session
        .map(|bytes| to_digest(bytes, "outbox", "session"))
        .transpose()?;
    let tries = u32::try_from(row.try_get::<i64, _>("tries")?).map_err(|_| contradicts("tries"))?;
    Ok(Leased {
        tries,
        job: Queued {
            kind,
            journey: journey_id(row, "journey")?,
            session,
            photo_key: row.try_get("photo_key")?,
            due_at: moment(row, "due_at")?,
            id,
        },
    })
}
