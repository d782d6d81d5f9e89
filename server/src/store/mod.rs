//! What is kept, and the few things a database must be able to do.
//!
//! The logic is in `rules::journey`: a store loads, and writes a list of
//! [`Write`]s in one transaction or not at all.

mod allowance;
mod audit;
mod chain;
mod due;
mod empty;
mod lines;
mod postgres;
mod purge;
mod rows;
mod sealed;
mod sqlite;
#[cfg(test)]
mod story;

use std::path::Path;
use std::time::Duration;

use async_trait::async_trait;
use rules::Moment;

pub use allowance::{Allowance, Taken, Taking};
pub use audit::{Act, Chained, ChainedNow, Chaining, Command, Entry, Head};
pub use chain::{Break, let_go};
pub use empty::EmptyDatabase;
pub use lines::{
    Due, FormTry, JobKind, JourneyId, Leased, OpenJob, OpenJobs, Outcome, PICTURES_OF_A_SESSION,
    Queued, SavedChallenge, SavedCode, SavedDevice, SavedForm, SavedJourney, SavedLink,
    SavedSession, SessionDigest, Submission, SubmissionPage,
};
pub use postgres::{PostgresAddress, PostgresStore, Protection};
pub use purge::{Purge, Purged, Retention};
pub use sealed::{Resealed, SavedLookUpKey, SealedCount, SealedRow, SealedTable, Which};
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
    /// application. [`StoreError::Conflict`] when it has ended itself, or when there is one
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
    /// A picture authentication; of its session the newest [`PICTURES_OF_A_SESSION`] stay.
    KeepChallenge(SavedChallenge),
    /// Takes one from an allowance and writes these; where none is left, neither is done and
    /// all else is written all the same.
    Within(Taking, Vec<Write>),
    /// One is taken from an allowance, or nothing of the transaction is written
    /// ([`StoreError::Spent`]).
    Take(Taking),
}

impl Write {
    /// Whether a job of the outbox may come of it.
    pub fn queues(&self) -> bool {
        match self {
            Self::Queue(_) => true,
            Self::Within(_, writes) => writes.iter().any(Self::queues),
            _ => false,
        }
    }
}

/// The database.
#[async_trait]
pub trait Store: Send + Sync + 'static {
    /// Writes all or nothing.
    async fn commit(&self, writes: Vec<Write>) -> Result<(), StoreError>;

    /// An application.
    async fn journey(&self, id: &JourneyId) -> Result<Option<SavedJourney>, StoreError>;
    /// The submitted application with this receipt number.
    async fn journey_by_receipt(&self, receipt: &str) -> Result<Option<SavedJourney>, StoreError>;
    /// Applications that were sent in, in the order they came.
    async fn submissions(&self, page: SubmissionPage<'_>) -> Result<Vec<Submission>, StoreError>;
    /// Whether an application with this form was sent in.
    async fn is_submitted(&self, form: &Digest) -> Result<bool, StoreError>;
    /// A session.
    async fn session(&self, digest: &SessionDigest) -> Result<Option<SavedSession>, StoreError>;
    /// A link.
    async fn link(&self, digest: &Digest) -> Result<Option<SavedLink>, StoreError>;
    /// Whether an application knows a device.
    async fn knows_device(&self, device: &SavedDevice) -> Result<bool, StoreError>;
    /// A form the office issued.
    async fn form(&self, digest: &Digest) -> Result<Option<SavedForm>, StoreError>;
    /// Adds forms; those already there stay as they are. Returns how many were new.
    async fn add_forms(&self, forms: Vec<SavedForm>) -> Result<u64, StoreError>;
    /// Forms in the order of their issue, from the newest.
    async fn newest_forms(&self, at_most: u32) -> Result<Vec<SavedForm>, StoreError>;
    /// Counts a drawing of a picture authentication, then returns it; nothing when it is used
    /// up, is not this session's, or was drawn so often before.
    async fn draw_challenge(
        &self,
        id: &str,
        session: &SessionDigest,
        at_most: u32,
    ) -> Result<Option<SavedChallenge>, StoreError>;
    /// Uses a picture authentication of this session up and returns it: the first caller only.
    async fn use_challenge(
        &self,
        id: &str,
        session: &SessionDigest,
    ) -> Result<Option<SavedChallenge>, StoreError>;

    /// Counts a try at a device code, then returns it; nothing when the browser
    /// has none, it is too old, or `at_most` tries were counted before.
    async fn try_code(
        &self,
        session: &SessionDigest,
        journey: &JourneyId,
        now: Moment,
        at_most: u32,
    ) -> Result<Option<SavedCode>, StoreError>;
    /// Takes one from an allowance, if one is left.
    async fn take(
        &self,
        key: &Digest,
        allowance: Allowance,
        now: Moment,
    ) -> Result<Taken, StoreError>;
    /// Gives one back that was taken from an allowance.
    async fn give_back(&self, key: &Digest, allowance: Allowance) -> Result<(), StoreError>;
    /// Counts a try at the birth date of a form, then returns the form.
    async fn try_form(&self, form: &Digest, at_most: u32) -> Result<FormTry, StoreError>;
    /// The try was right: it does not count.
    async fn untry_form(&self, form: &Digest) -> Result<(), StoreError>;
    /// Sets the tries of a form back and gives an allowance back whole, the one of its day.
    /// Whether there is such a form.
    async fn unlock_form(&self, form: &Digest, of_the_day: &Digest) -> Result<bool, StoreError>;

    /// Leases due jobs of the outbox until a moment; a lease that runs out is leased again.
    async fn lease(&self, due: Due) -> Result<Vec<Leased>, StoreError>;
    /// Gives a job that is not settled a secret, unless it has one, and returns what it has;
    /// none of a job that is settled or gone.
    async fn give_secret(&self, id: &str, secret: Vec<u8>) -> Result<Option<Vec<u8>>, StoreError>;
    /// Settles a leased job, whose secret goes unless it is to be tried again; the entry is written with it, if it was not settled before.
    async fn settle(
        &self,
        id: &str,
        outcome: Outcome,
        entry: Option<Entry>,
    ) -> Result<(), StoreError>;

    /// The jobs that wait or were given up, the oldest first.
    async fn open_jobs(&self, at_most: u32) -> Result<Vec<OpenJob>, StoreError>;
    /// How many there are of these; kinds of which there is none are left out.
    async fn count_open_jobs(&self) -> Result<Vec<OpenJobs>, StoreError>;
    /// Puts a mail that was given up back to be tried from now on, or all of them, without the
    /// secrets they had. Returns how many.
    async fn put_back(&self, id: Option<&str>, now: Moment) -> Result<u64, StoreError>;
    /// A mail came back after a server had taken it: it counts as given up, for that
    /// reason. Whether there is such a mail.
    async fn bounce(&self, id: &str, reason: &str) -> Result<bool, StoreError>;

    /// Photo keys that some application still holds.
    async fn is_photo_known(&self, key: &str) -> Result<bool, StoreError>;
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

    /// Adds look-up keys for purposes that have none, then gives all that are there:
    /// processes that start at once with different keys get the same ones.
    async fn look_up_keys(
        &self,
        unless_there: Vec<SavedLookUpKey>,
    ) -> Result<Vec<SavedLookUpKey>, StoreError>;
    /// How many rows are sealed under which of the operator's keys.
    async fn count_sealed(&self) -> Result<Vec<SealedCount>, StoreError>;
    /// Rows of a table after this one, in the order of their keys; from the first on
    /// after the empty text.
    async fn sealed_rows(
        &self,
        of: SealedTable,
        after: &str,
        which: Which,
        at_most: u32,
    ) -> Result<Vec<SealedRow>, StoreError>;
    /// Puts texts sealed anew in the place of those they were made from, all or nothing;
    /// a row that changed meanwhile stays as it is. Returns how many were replaced.
    async fn reseal(&self, of: SealedTable, rows: Vec<Resealed>) -> Result<u64, StoreError>;

    /// Numbers and chains what was recorded, in the order it was recorded; none while
    /// another process does the same.
    async fn chain(&self, chaining: Chaining) -> Result<Option<ChainedNow>, StoreError>;
    /// Entries of the chain behind this number.
    async fn audit(&self, after: i64, at_most: u32) -> Result<Vec<Chained>, StoreError>;
    /// The checkpoint that lets the entries up to this number go, and no others.
    async fn checkpoint(&self, through: i64) -> Result<Option<Chained>, StoreError>;
    /// The last entry of the chain.
    async fn audit_head(&self) -> Result<Head, StoreError>;
    /// How many entries were recorded and not chained yet.
    async fn audit_waiting(&self) -> Result<u64, StoreError>;

    /// Applications after this one, in the order of their keys; from the first on after
    /// the empty text.
    async fn journeys_after(
        &self,
        after: &str,
        at_most: u32,
    ) -> Result<Vec<SavedJourney>, StoreError>;
    /// Copies everything, as it is at one moment, into a new `SQLite` file; see
    /// [`Snapshot`]. Nobody is kept waiting.
    async fn snapshot(&self, file: &Path) -> Result<(), StoreError>;

    /// Whether the database answers.
    async fn ping(&self) -> Result<(), StoreError>;
}
