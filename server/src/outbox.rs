//! What whoever keeps the outbox and whoever works it off say to each other.

use rules::Moment;

/// What a worker leases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lease {
    /// Jobs due by then.
    pub now: Moment,
    /// Until then nobody else gets them. A job not settled by then, because the process
    /// died, is leased again.
    pub until: Moment,
    /// Not more than so many.
    pub at_most: u32,
}

/// A job leased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leased<Job> {
    /// The job.
    pub job: Job,
    /// How often it was tried before.
    pub tries: u32,
}

/// A job as far as logs tell of it.
pub trait Job: Send + Sync + 'static {
    /// Its name: of a mail, what its `Message-ID` begins with.
    fn id(&self) -> &str;
    /// What it does.
    fn kind(&self) -> &'static str;
}

/// What became of a leased job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is done: of a mail, the mail server has taken it.
    Done,
    /// There was nothing to do any more.
    Dropped,
    /// To be tried again.
    Retry {
        /// When.
        due: Moment,
        /// Why: for the operator, without personal data.
        reason: String,
    },
    /// Given up; the operator should know.
    Failed {
        /// Why: for the operator, without personal data.
        reason: String,
    },
}
