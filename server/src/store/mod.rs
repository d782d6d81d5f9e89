//! What is kept, and the few things a database must be able to do.
//!
//! The logic is in `rules::application`: a store loads, and writes a list of
//! [`Write`]s in one transaction or not at all.

#![expect(
    clippy::missing_errors_doc,
    reason = "whatever a store does ends in a StoreError, whose variants say when"
)]

mod allowance;
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
mod error;
mod forms;
mod links;
mod outbox;
mod pool;
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
mod write;
mod writes;

pub use allowance::{Allowance, Taken, Taking};
pub use audit::{Act, Chained, ChainedNow, Chaining, Command, Entry, Head};
pub use calls::{Call, Question, Store, Work};
pub use chain::{Break, let_go};
pub use empty::EmptyDatabase;
pub use error::StoreError;
pub use pool::Pool;
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
pub use write::Write;
