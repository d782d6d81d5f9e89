//! Faults: what went wrong on our side. For the operator only.

use std::fmt::Display;

use app::refusal::Refusal;

use crate::random::NoRandom;
use crate::seal::SealError;
use crate::store::StoreError;

/// A fault of ours, with its cause.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Encryption.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// Randomness.
    #[error(transparent)]
    Random(#[from] NoRandom),
    /// The place for photos.
    #[error(transparent)]
    Vault(#[from] crate::photos::VaultError),
    /// The configured proof of work cannot be asked for.
    #[error("the proof of work cannot be asked for: {0}")]
    Proof(#[from] rules::proof::ChallengeProblem),
    /// A photo could not be developed.
    #[error("a photo could not be developed: {0}")]
    Photo(String),
    /// A picture or sound could not be drawn.
    #[error("the captcha could not be drawn: {0}")]
    Draw(String),
    /// Too many of them are being drawn.
    #[error("too many captchas are being drawn")]
    Full(#[from] crate::room::Full),
    /// A row refers to another that is gone.
    #[error("a row of {table} is missing")]
    Missing {
        /// Table.
        table: &'static str,
    },
    /// An application was written by a newer version of the program.
    #[error(
        "an application is kept in form {form}, which a newer version wrote: this version \
         cannot read it, use that one"
    )]
    NewerForm {
        /// The number of the form.
        form: u32,
    },
}

/// Why a request of an applicant was not done.
#[derive(Debug)]
pub enum Stop {
    /// The applicant can do something about it.
    Refused(Refusal),
    /// Another request of the same browser wrote first; the act may be tried anew.
    Overtaken,
    /// We must.
    Fault(Fault),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl<F: Into<Fault>> From<F> for Stop {
    fn from(fault: F) -> Self {
        match fault.into() {
            Fault::Store(StoreError::Conflict) => Self::Overtaken,
            Fault::Store(StoreError::SubmittedAlready) => Self::Refused(Refusal::AlreadySubmitted),
            Fault::Store(StoreError::Spent { wait_seconds }) => {
                Self::Refused(Refusal::TooMany { wait_seconds })
            }
            fault @ (Fault::Store(_)
            | Fault::Seal(_)
            | Fault::Random(_)
            | Fault::Vault(_)
            | Fault::Proof(_)
            | Fault::Photo(_)
            | Fault::Draw(_)
            | Fault::Full(_)
            | Fault::Missing { .. }
            | Fault::NewerForm { .. }) => Self::Fault(fault),
        }
    }
}

impl Stop {
    /// What the browser is told. A fault is logged here, once, under a
    /// reference that the applicant can quote.
    pub fn into_refusal(self) -> Refusal {
        match self {
            Self::Refused(refusal) => refusal,
            Self::Overtaken => Refusal::Changed,
            Self::Fault(fault) => {
                let cause = std::error::Error::source(&fault).map(ToString::to_string);
                let cause: Option<&dyn Display> = match &cause {
                    Some(cause) => Some(cause),
                    None => None,
                };
                unavailable(&fault, cause)
            }
        }
    }
}

/// The end of a step: a fault is logged, a refusal told.
impl From<Stop> for Refusal {
    fn from(stop: Stop) -> Self {
        stop.into_refusal()
    }
}

/// The same for a fault that a step meets itself.
macro_rules! ends_in_refusal {
    ($($fault:ty),+ $(,)?) => {$(
        impl From<$fault> for Refusal {
            fn from(fault: $fault) -> Self {
                Stop::from(fault).into_refusal()
            }
        }
    )+};
}

ends_in_refusal!(Fault, StoreError, NoRandom);

/// Logs a fault, once, and names it for the applicant.
pub fn unavailable(fault: &dyn Display, cause: Option<&dyn Display>) -> Refusal {
    let reference = reference();
    let cause = cause.map(tracing::field::display);
    tracing::error!(reference, %fault, cause, "fault");
    Refusal::Unavailable { reference }
}

/// Eight characters that name a fault in the log.
fn reference() -> String {
    let mut bytes = [0; 4];
    // Without randomness the reference is 00000000; the log line is found by its time.
    let _ = crate::random::Random::fill(&crate::random::SystemRandom, &mut bytes);
    hex::encode_upper(bytes)
}
