//! Rows of either database to types; a row that contradicts the types is named.

use rules::Moment;
use rules::application::{CaseStage, Stage};
use sqlx::Row as _;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;

use super::chain::Loose;
use super::stages;
use super::{
    Chained, Head, JobKind, JourneyId, LinkPurpose, OpenJob, OpenJobs, Queued, SavedCase,
    SavedChallenge, SavedCode, SavedForm, SavedJourney, SavedLink, SavedLookUpKey, SavedSession,
    SealedCount, SealedRow, SealedTable, StoreError, Submission,
};
use crate::outbox::Leased;
use crate::seal::{Digest, KeyId};

/// The few kinds of values that stand in the tables of both databases.
pub(super) trait Row {
    fn number(&self, column: &str) -> Result<i64, sqlx::Error>;
    fn text(&self, column: &str) -> Result<String, sqlx::Error>;
    fn bytes(&self, column: &str) -> Result<Vec<u8>, sqlx::Error>;
    fn text_if_any(&self, column: &str) -> Result<Option<String>, sqlx::Error>;
    fn bytes_if_any(&self, column: &str) -> Result<Option<Vec<u8>>, sqlx::Error>;
    fn number_if_any(&self, column: &str) -> Result<Option<i64>, sqlx::Error>;
}

/// Both drivers read these values alike.
macro_rules! row {
    ($row:ty) => {
        impl Row for $row {
            fn number(&self, column: &str) -> Result<i64, sqlx::Error> {
                self.try_get(column)
            }
            fn text(&self, column: &str) -> Result<String, sqlx::Error> {
                self.try_get(column)
            }
            fn bytes(&self, column: &str) -> Result<Vec<u8>, sqlx::Error> {
                self.try_get(column)
            }
            fn text_if_any(&self, column: &str) -> Result<Option<String>, sqlx::Error> {
                self.try_get(column)
            }
            fn bytes_if_any(&self, column: &str) -> Result<Option<Vec<u8>>, sqlx::Error> {
                self.try_get(column)
            }
            fn number_if_any(&self, column: &str) -> Result<Option<i64>, sqlx::Error> {
                self.try_get(column)
            }
        }
    };
}

row!(SqliteRow);
row!(PgRow);

/// The one number of a row, in the column `number`.
pub(super) fn number_if_any(row: &dyn Row) -> Result<Option<i64>, StoreError> {
    Ok(row.number_if_any("number")?)
}

/// A count, in the column `number`.
pub(super) fn count(row: &dyn Row) -> Result<u64, StoreError> {
    Ok(row.number("number")?.unsigned_abs())
}

fn moment(row: &dyn Row, column: &str) -> Result<Moment, StoreError> {
    Ok(Moment(row.number(column)?))
}

fn journey_id(row: &dyn Row, column: &str) -> Result<JourneyId, StoreError> {
    Ok(JourneyId::from_row(row.text(column)?))
}

fn digest(row: &dyn Row, table: &'static str, column: &'static str) -> Result<Digest, StoreError> {
    to_digest(&row.bytes(column)?, table, column)
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

/// The stage of an application.
pub(super) fn stage(row: &dyn Row, of: &str) -> Result<Stage, StoreError> {
    stages::named(&row.text("stage")?).ok_or_else(|| StoreError::Inconsistent {
        table: "journeys",
        column: "stage",
        row: of.to_owned(),
    })
}

/// The stage of an application, and of its case if it was sent in.
pub(super) fn stages(row: &dyn Row, of: &str) -> Result<(Stage, Option<CaseStage>), StoreError> {
    let stage = stage(row, of)?;
    let case = stage.has_receipt().then(|| case_stage(row, of));
    Ok((stage, case.transpose()?))
}

fn case_stage(row: &dyn Row, of: &str) -> Result<CaseStage, StoreError> {
    stages::case_named(&row.text("case_stage")?).ok_or_else(|| StoreError::Inconsistent {
        table: "journeys",
        column: "case_stage",
        row: of.to_owned(),
    })
}

pub(super) fn journey(row: &dyn Row) -> Result<SavedJourney, StoreError> {
    let id = journey_id(row, "id")?;
    let stage = stage(row, id.as_str())?;
    let case = stage.has_receipt().then(|| case(row, id.as_str()));
    Ok(SavedJourney {
        case: case.transpose()?,
        id,
        version: row.number("version")?,
        stage: stage.name(),
        form_digest: digest(row, "journeys", "form_digest")?,
        wrapped_key: row.bytes("wrapped_key")?,
        sealed: row.bytes("sealed")?,
        photo_key: row.text_if_any("photo_key")?,
        receipt: row.text_if_any("receipt")?,
        created_at: moment(row, "created_at")?,
        changed_at: moment(row, "changed_at")?,
    })
}

fn case(row: &dyn Row, of: &str) -> Result<SavedCase, StoreError> {
    Ok(SavedCase {
        submitted_at: moment(row, "submitted_at")?,
        stage: case_stage(row, of)?,
        decided_at: row.number_if_any("decided_at")?.map(Moment),
        handed_over_at: row.number_if_any("handed_over_at")?.map(Moment),
    })
}

pub(super) fn submission(row: &dyn Row) -> Result<Submission, StoreError> {
    Ok(Submission {
        id: journey_id(row, "id")?,
        receipt: row.text("receipt")?,
        submitted_at: moment(row, "submitted_at")?,
        handed_over_at: row.number_if_any("handed_over_at")?.map(Moment),
    })
}

pub(super) fn loose(row: &dyn Row) -> Result<Loose, StoreError> {
    Ok(Loose {
        place: Some(row.number("place")?),
        at: moment(row, "at")?,
        act: row.text("act")?,
        subject: row.text("subject")?,
        detail: row.text("detail")?,
        actor: row.text_if_any("actor")?,
        through: None,
    })
}

pub(super) fn head(row: &dyn Row) -> Result<Head, StoreError> {
    Ok(Head {
        number: row.number("number")?,
        hash: digest(row, "audit", "hash")?,
    })
}

pub(super) fn chained(row: &dyn Row) -> Result<Chained, StoreError> {
    Ok(Chained {
        number: row.number("number")?,
        place: row.number_if_any("place")?,
        at: moment(row, "at")?,
        act: row.text("act")?,
        subject: row.text("subject")?,
        detail: row.text("detail")?,
        actor: row.text_if_any("actor")?,
        through: row.number_if_any("through")?,
        hash: digest(row, "audit", "hash")?,
    })
}

pub(super) fn session(row: &dyn Row) -> Result<SavedSession, StoreError> {
    Ok(SavedSession {
        digest: digest(row, "sessions", "digest")?,
        version: row.number("version")?,
        sealed: row.bytes("sealed")?,
        created_at: moment(row, "created_at")?,
        seen_at: moment(row, "seen_at")?,
    })
}

pub(super) fn link(row: &dyn Row) -> Result<SavedLink, StoreError> {
    let digest = digest(row, "links", "digest")?;
    let purpose = LinkPurpose::read(&row.text("purpose")?);
    let contradicts = || StoreError::Inconsistent {
        table: "links",
        column: "purpose",
        row: hex::encode(digest),
    };
    Ok(SavedLink {
        digest,
        purpose: purpose.ok_or_else(contradicts)?,
        journey: journey_id(row, "journey")?,
        until: moment(row, "until")?,
        ended: row.number("ended")? != 0,
        mail: row.text("mail")?,
        asked_at: moment(row, "asked_at")?,
    })
}

pub(super) fn code(row: &dyn Row) -> Result<SavedCode, StoreError> {
    Ok(SavedCode {
        session: digest(row, "codes", "session")?,
        journey: journey_id(row, "journey")?,
        digest: digest(row, "codes", "digest")?,
        until: moment(row, "until")?,
        mail: row.text("mail")?,
        asked_at: moment(row, "asked_at")?,
    })
}

pub(super) fn form(row: &dyn Row) -> Result<SavedForm, StoreError> {
    Ok(SavedForm {
        digest: digest(row, "forms", "digest")?,
        sealed: row.bytes("sealed")?,
        issued_at: moment(row, "issued_at")?,
    })
}

pub(super) fn challenge(row: &dyn Row) -> Result<SavedChallenge, StoreError> {
    Ok(SavedChallenge {
        id: row.text("id")?,
        session: digest(row, "challenges", "session")?,
        sealed: row.bytes("sealed")?,
        until: moment(row, "until")?,
    })
}

pub(super) fn open_job(row: &dyn Row) -> Result<OpenJob, StoreError> {
    let id = row.text("id")?;
    let tries = u32::try_from(row.number("tries")?).unwrap_or(u32::MAX);
    Ok(OpenJob {
        id,
        kind: row.text("kind")?,
        has_failed: row.text_if_any("outcome")?.is_some(),
        tries,
        queued_at: moment(row, "queued_at")?,
        due_at: moment(row, "due_at")?,
        reason: row.text_if_any("reason")?,
    })
}

pub(super) fn open_jobs(row: &dyn Row) -> Result<OpenJobs, StoreError> {
    Ok(OpenJobs {
        kind: row.text("kind")?,
        have_failed: row.text_if_any("outcome")?.is_some(),
        count: row.number("count")?.unsigned_abs(),
        first_due_at: moment(row, "due_at")?,
    })
}

pub(super) fn leased(row: &dyn Row) -> Result<Leased<Queued>, StoreError> {
    let id = row.text("id")?;
    let contradicts = |column| StoreError::Inconsistent {
        table: "outbox",
        column,
        row: id.clone(),
    };
    let kind = JobKind::named(&row.text("kind")?).ok_or_else(|| contradicts("kind"))?;
    let session = row
        .bytes_if_any("session")?
        .map(|bytes| to_digest(&bytes, "outbox", "session"))
        .transpose()?;
    let tries = u32::try_from(row.number("tries")?).map_err(|_| contradicts("tries"))?;
    Ok(Leased {
        tries,
        job: Queued {
            kind,
            journey: journey_id(row, "journey")?,
            session,
            photo_key: row.text_if_any("photo_key")?,
            secret: row.bytes_if_any("secret")?,
            queued_at: moment(row, "queued_at")?,
            due_at: moment(row, "due_at")?,
            id,
        },
    })
}

/// A row of [`SealedTable::page`].
pub(super) fn sealed(row: &dyn Row, of: SealedTable) -> Result<SealedRow, StoreError> {
    Ok(SealedRow {
        row: if of.has_text_key() {
            row.text("row_key")?
        } else {
            hex::encode(row.bytes("row_key")?)
        },
        sealed: row.bytes("sealed")?,
    })
}

/// A row of [`SealedTable::count`].
pub(super) fn sealed_count(row: &dyn Row, of: SealedTable) -> Result<SealedCount, StoreError> {
    let named = row.bytes_if_any("named")?;
    let read = |bytes: Vec<u8>| {
        KeyId::read(&bytes).ok_or_else(|| StoreError::Inconsistent {
            table: of.name(),
            column: "sealed",
            row: format!("that begins with {}", hex::encode(&bytes)),
        })
    };
    Ok(SealedCount {
        table: of,
        key: named.map(read).transpose()?,
        rows: row.number("number")?.unsigned_abs(),
    })
}

/// A look-up key; none for a purpose that a later version added.
pub(super) fn look_up_key(row: &dyn Row) -> Result<Option<SavedLookUpKey>, StoreError> {
    let purpose = row.text("purpose")?;
    let sealed = row.bytes("sealed")?;
    let known = SavedLookUpKey::purpose_named(&purpose);
    Ok(known.map(|purpose| SavedLookUpKey { purpose, sealed }))
}
