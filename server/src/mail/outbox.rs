//! What the worker asks of the outbox and of whoever writes the letters.

use async_trait::async_trait;
use rules::Moment;

use super::letter::{Letter, MailId};
use super::render::TemplateFault;
use super::transport::Reason;

/// What a mail is about. All that a row of the outbox says of it: no address, no
/// text, no secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mail {
    /// The link (申請専用URL).
    Link,
    /// The device code (認証番号).
    DeviceCode,
    /// The application was received (申請受付完了).
    Received,
}

impl Mail {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Link, Self::DeviceCode, Self::Received];

    /// Its name in the table and in logs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::DeviceCode => "device_code",
            Self::Received => "received",
        }
    }

    /// The kind of this name.
    pub fn read(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mail| mail.name() == name)
    }
}

/// What the worker leases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lease {
    /// Mails due by then.
    pub now: Moment,
    /// Until then nobody else gets them. A mail not settled by then, because the
    /// process died, is leased again.
    pub until: Moment,
    /// Not more than so many.
    pub at_most: u32,
}

/// A mail leased. `Job` is whatever the outbox knows of it beyond that; the worker
/// only hands it on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leased<Job> {
    /// Its name.
    pub id: MailId,
    /// What it is about.
    pub mail: Mail,
    /// How often it was tried before.
    pub tries: u32,
    /// Application, session and whatever else its letter needs.
    pub job: Job,
}

/// What became of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The mail server has taken it.
    Sent,
    /// There was nothing to send any more.
    NotNeeded,
    /// It could not be sent and is tried again then.
    Retry {
        /// When.
        due: Moment,
        /// Why.
        reason: Reason,
    },
    /// It is given up; the operator should know.
    Failed {
        /// Why.
        reason: Reason,
    },
}

/// A fault of the outbox or of what letters are written from, for the log.
pub type Fault = Box<dyn std::error::Error + Send + Sync>;

/// The mails that wait in the database.
#[async_trait]
pub trait OutboxStore: Send + Sync + 'static {
    /// What the outbox knows of a mail.
    type Job: Send + Sync + 'static;

    /// Takes mails that are due, the longest waiting first, in one transaction.
    ///
    /// # Errors
    /// When the database cannot be asked.
    async fn lease(&self, lease: Lease) -> Result<Vec<Leased<Self::Job>>, Fault>;

    /// Puts down what became of a mail and counts the try.
    ///
    /// # Errors
    /// When the database cannot be asked; the mail is then sent again, under the same
    /// name, when its lease runs out.
    async fn settle(&self, leased: &Leased<Self::Job>, outcome: Outcome) -> Result<(), Fault>;
}

/// Writes the letter for a mail.
#[async_trait]
pub trait LetterSource: Send + Sync + 'static {
    /// What the outbox knows of a mail.
    type Job: Send + Sync + 'static;

    /// Makes what is secret in the letter, puts its digest down, and writes the
    /// letter; none when there is nothing to send any more.
    ///
    /// # Errors
    /// [`LetterFault`] says whether it may go better later.
    async fn letter(&self, leased: &Leased<Self::Job>) -> Result<Option<Letter>, LetterFault>;
}

/// Why there is no letter. Its text goes to the log and must not hold personal data.
#[derive(Debug, thiserror::Error)]
pub enum LetterFault {
    /// It may go better later: the database is busy.
    #[error("the letter cannot be written now: {0}")]
    Later(Fault),
    /// It will never go: the row contradicts itself.
    #[error("the letter cannot be written: {0}")]
    Never(Fault),
}

impl From<TemplateFault> for LetterFault {
    fn from(fault: TemplateFault) -> Self {
        Self::Never(fault.into())
    }
}
