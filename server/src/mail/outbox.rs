//! What the worker asks of the outbox and of whoever writes the letters.

use async_trait::async_trait;

use super::letter::Letter;
use super::render::TemplateFault;
use crate::outbox::{Job, Lease, Leased, Outcome};

/// A fault of the outbox or of what letters are written from, for the log.
pub type Fault = Box<dyn std::error::Error + Send + Sync>;

/// The mails that wait in the database.
#[async_trait]
pub trait OutboxStore: Send + Sync + 'static {
    /// What the outbox knows of a mail.
    type Job: Job;

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
    type Job: Job;

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
