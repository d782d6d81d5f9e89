//! What is kept, and the few things a database must be able to do.
//!
//! The logic is in `rules::application`: a store loads, and writes a list of
//! [`Write`]s in one transaction or not at all.

#![expect(
    clippy::missing_errors_doc,
    reason = "whatever a store does ends in a StoreError, whose variants say when"
)]

mod allowances;
mod applications;
mod audit;
mod audit_log;
mod calls;
mod chain;
mod challenges;
mod codes;
#[cfg(test)]
mod conformance;
mod decode;
mod devices;
mod due;
mod empty;
mod forms;
mod links;
mod outbox;
mod postgres;
mod purge;
mod records;
mod removal;
mod resealing;
mod sealed;
mod sessions;
mod sql;
mod sqlite;
mod stages;
mod value;
mod writes;

use std::path::Path;
use std::time::Duration;

use async_trait::async_trait;
use rules::Moment;

pub use allowances::{Allowance, Taken, Taking};
pub use audit::{Act, Chained, ChainedNow, Chaining, Command, Entry, Head};
pub use calls::{Call, Question, Work};
pub use chain::{Break, let_go};
pub use empty::EmptyDatabase;
pub use postgres::{PostgresAddress, PostgresStore, Protection};
pub use purge::{Purge, Purged, Retention};
pub use records::{
    FormTry, JobKind, Jobs, JourneyId, LinkPurpose, OpenJob, OpenJobs, PICTURES_OF_A_SESSION,
    Queued, SavedCase, SavedChallenge, SavedCode, SavedDevice, SavedForm, SavedJourney, SavedLink,
    SavedSession, SessionDigest, Submission, SubmissionPage,
};
pub use sealed::{Resealed, SavedLookUpKey, SealedCount, SealedRow, SealedTable, Which};
pub use sql::{Rows, Sql};
pub use sqlite::{Snapshot, SqliteStore};

use crate::seal::Digest;

/// Seconds of a day.
const DAY_SECONDS: i64 = 24 * 60 * 60;

/// Why the store did not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody else changed it in between, or it is used up; nothing was written.
    #[error("changed in between")]
    Conflict,
    /// Another application was sent in with this form; nothing was written.
    #[error("an application with this form was sent in already")]
    SubmittedAlready,
    /// An allowance that a write takes from is used up; nothing was written.
    #[error("an allowance is used up for {wait_seconds} seconds")]
    Spent {
        /// Seconds until one is there again.
        wait_seconds: u32,
    },
    /// The database does not take the settings that make what is written last.
    #[error("the database would not survive a power failure: {0} is not in force")]
    NotDurable(&'static str),
    /// The database server is of an old version.
    #[error("PostgreSQL {0} is too old: 15 or later is needed")]
    TooOld(String),
    /// The database server cannot be reached or lets nobody in.
    #[error("{why}")]
    Unreachable {
        /// In words for the operator.
        why: &'static str,
        /// As the driver says it.
        #[source]
        error: sqlx::Error,
    },
    /// A backup is to be put where something is already.
    #[error("there is a database with something in it already: it is not overwritten")]
    NotEmpty,
    /// A backup has other tables than those it is to be put into.
    #[error(
        "the backup was written by a version with other tables: put it back into an SQLite file, \
         which brings it up to date, or use that version"
    )]
    OtherVersion,
    /// A backup has tables that this version does not know.
    #[error("the backup was written by a newer version: use that one")]
    NewerVersion,
    /// A copy of a database cannot be written.
    #[error("the copy of the database cannot be written")]
    Copy(#[source] std::io::Error),
    /// A row contradicts the types.
    #[error("{table}.{column} of row {row} contradicts the types")]
    Inconsistent {
        /// Table.
        table: &'static str,
        /// Column.
        column: &'static str,
        /// The row's key.
        row: String,
    },
    /// The database itself failed.
    #[error("the database failed")]
    Database(#[from] sqlx::Error),
}

/// How many connections a process keeps to its database, and how patiently it waits.
#[derive(Clone, Copy, Debug)]
pub struct Pool {
    /// Connections at most; of a file, those that only read.
    pub connections: u32,
    /// A free connection or another's lock is waited for no longer.
    pub wait: Duration,
}

impl Default for Pool {
    /// Enough for the developing room and the pages of one process.
    fn default() -> Self {
        Self {
            connections: 8,
            wait: Duration::from_secs(5),
        }
    }
}

/// One thing to write. A list of them is written whole or not at all.
#[derive(Clone, Debug)]
pub enum Write {
    /// A new application.
    OpenJourney(SavedJourney),
    /// The next version of an application: [`StoreError::Conflict`] unless the
    /// row is at the version before it.
    ChangeJourney(SavedJourney),
    /// The office took an application over at a moment. The first one stays, and one
    /// before the application was sent in counts as that: [`StoreError::Conflict`] unless
    /// it was sent in.
    HandOver(JourneyId, Moment),
    /// A session, new or in place of what it was.
    KeepSession(SavedSession),
    /// The next version of a session: [`StoreError::Conflict`] unless the row
    /// is at the version before it; so an ended one stays ended.
    ChangeSession(SavedSession),
    /// A session was used at a moment; what it holds stays as it is.
    SeeSession(SessionDigest, Moment),
    /// Ends a session and the device codes it asked for.
    EndSession(SessionDigest),
    /// An entry of the audit log.
    Record(Entry),
    /// Something to be done outside, later.
    Queue(Queued),
    /// A link, new or made again for longer; ends the others of the
    /// application that are for the same. [`StoreError::Conflict`] when it has ended itself, or when there is one
    /// of a mail that was asked for later.
    MakeLink(SavedLink),
    /// An application knows a device as one of its own.
    KnowDevice(SavedDevice),
    /// A device has another name from now on, for every application that knows it.
    RenameDevice {
        /// What its name was.
        from: Digest,
        /// What it is.
        to: Digest,
    },
    /// No application knows this device any more.
    ForgetDevice(Digest),
    /// A new device code, or the same for longer; the earlier one of this browser ends.
    /// [`StoreError::Conflict`] when there is one of a mail that was asked for later.
    MakeCode(SavedCode),
    /// Uses the device code up: [`StoreError::Conflict`] when it is gone.
    EndCode {
        /// The browser that asked.
        session: SessionDigest,
        /// The application.
        journey: JourneyId,
    },
    /// A captcha; of its session the newest [`PICTURES_OF_A_SESSION`] stay.
    KeepChallenge(SavedChallenge),
    /// Takes one from an allowance and writes these; where none is left, neither is done and
    /// all else is written all the same.
    Within(Taking, Vec<Write>),
    /// One is taken from an allowance, or nothing of the transaction is written
    /// ([`StoreError::Spent`]).
    Take(Taking),
}

impl Write {
    /// The stage to which an application comes by it.
    pub fn stage(&self) -> Option<&'static str> {
        match self {
            Self::OpenJourney(saved) | Self::ChangeJourney(saved) => Some(saved.stage),
            Self::HandOver(..)
            | Self::KeepSession(_)
            | Self::ChangeSession(_)
            | Self::SeeSession(..)
            | Self::EndSession(_)
            | Self::Record(_)
            | Self::Queue(_)
            | Self::MakeLink(_)
            | Self::KnowDevice(_)
            | Self::RenameDevice { .. }
            | Self::ForgetDevice(_)
            | Self::MakeCode(_)
            | Self::EndCode { .. }
            | Self::KeepChallenge(_)
            | Self::Within(..)
            | Self::Take(_) => None,
        }
    }

    /// Whether a job of the outbox may come of it.
    pub fn queues(&self) -> bool {
        match self {
            Self::Queue(_) => true,
            Self::Within(_, writes) => writes.iter().any(Self::queues),
            Self::OpenJourney(_)
            | Self::ChangeJourney(_)
            | Self::HandOver(..)
            | Self::KeepSession(_)
            | Self::ChangeSession(_)
            | Self::SeeSession(..)
            | Self::EndSession(_)
            | Self::Record(_)
            | Self::MakeLink(_)
            | Self::KnowDevice(_)
            | Self::RenameDevice { .. }
            | Self::ForgetDevice(_)
            | Self::MakeCode(_)
            | Self::EndCode { .. }
            | Self::KeepChallenge(_)
            | Self::Take(_) => false,
        }
    }
}

/// What each database does in its own way.
///
/// All else is a method on `dyn Store` that stands with its statement in the file of its
/// entity, so that a test's store in between has only these to pass on.
#[async_trait]
pub trait Store: Send + Sync + 'static {
    /// Answers a question.
    async fn read(&self, question: Question<'_>) -> Result<Rows, StoreError>;
    /// Does work that changes something, and answers when it would survive a power failure.
    async fn write(&self, call: Call, work: Work) -> Result<(), StoreError>;
    /// Writes all or nothing.
    async fn commit(&self, writes: Vec<Write>) -> Result<(), StoreError>;

    /// Removes what is older than allowed, and queues the removal of its photos. With an
    /// application that was handed over its form goes, so that nobody applies with it again,
    /// and what else was begun with that form. It goes in portions, each a transaction of its
    /// own, so that others write in between: what a fault breaks off is whole, and goes on the
    /// next time. On a server nothing is done and none returned while another process does
    /// the same.
    async fn purge(
        &self,
        retention: Retention,
        now: Moment,
        purge: Purge,
    ) -> Result<Option<Purged>, StoreError>;

    /// Copies everything, as it is at one moment, into a new `SQLite` file; see
    /// [`Snapshot`]. Nobody is kept waiting.
    async fn snapshot(&self, file: &Path) -> Result<(), StoreError>;
}
