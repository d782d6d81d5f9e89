//! One try to send one mail.

use rules::Moment;

use super::outbox::{LetterFault, LetterSource};
use super::schedule::due_after;
use super::transport::{MailTransport, Reason, TransportError};
use crate::failpoint::{self, Failpoint};
use crate::outbox::{Job as _, Leased, Outcome};

/// How a try ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attempt {
    Sent,
    NotNeeded,
    /// Worth another try.
    Later(Reason),
    /// Not worth another try.
    Never(Reason),
}

impl Attempt {
    /// What becomes of the mail, after so many tries before this one.
    pub(super) fn outcome(self, tries: u32, now: Moment) -> Outcome {
        let failed = |reason: Reason| Outcome::Failed {
            reason: reason.to_string(),
        };
        match self {
            Self::Sent => Outcome::Done,
            Self::NotNeeded => Outcome::Dropped,
            Self::Never(reason) => failed(reason),
            Self::Later(reason) => match due_after(tries.saturating_add(1)) {
                None => failed(reason),
                Some(wait) => {
                    let seconds = i64::try_from(wait.as_secs()).unwrap_or(i64::MAX);
                    Outcome::Retry {
                        due: now.plus(seconds),
                        reason: reason.to_string(),
                    }
                }
            },
        }
    }
}

/// Writes the letter and hands it over.
pub(super) async fn attempt<Source: LetterSource>(
    source: &Source,
    transport: &dyn MailTransport,
    leased: &Leased<Source::Job>,
) -> Attempt {
    let letter = match source.letter(leased).await {
        Ok(Some(letter)) => letter,
        Ok(None) => return Attempt::NotNeeded,
        Err(fault) => {
            tracing::error!(mail.id = leased.job.id(), fault = %fault, "mail.write");
            return match fault {
                LetterFault::Later(_) => Attempt::Later(Reason::Letter),
                LetterFault::Never(_) => Attempt::Never(Reason::Letter),
            };
        }
    };
    let sent = transport.send(&letter).await;
    tracing::info!(mail.id = leased.job.id(), mail.to = letter.to.masked(), sent = ?sent, "mail.send");
    match sent {
        Ok(()) => {
            failpoint::reached(Failpoint::AfterSmtp250);
            Attempt::Sent
        }
        Err(TransportError::Later { reason }) => Attempt::Later(reason),
        Err(TransportError::Never { reason }) => Attempt::Never(reason),
    }
}
