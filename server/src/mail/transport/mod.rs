//! The ways a letter can leave.

mod folder;
mod memory;
mod reason;
mod smtp;

use async_trait::async_trait;

pub use folder::Folder;
pub use memory::{Caught, Memory};
pub use reason::Reason;
pub use smtp::{SetupFault, Smtp};

use super::letter::Letter;
use super::message::Unsendable;

/// Takes letters to where they go.
#[async_trait]
pub trait MailTransport: Send + Sync + 'static {
    /// Hands one letter over; `Ok` means that the next station has taken it.
    ///
    /// # Errors
    /// [`TransportError`] says whether to try again.
    async fn send(&self, letter: &Letter) -> Result<(), TransportError>;
}

/// Why a letter was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TransportError {
    /// It may be taken later.
    #[error("not now: {reason}")]
    Later {
        /// Why.
        reason: Reason,
    },
    /// It will never be taken.
    #[error("never: {reason}")]
    Never {
        /// Why.
        reason: Reason,
    },
}

impl From<Unsendable> for TransportError {
    fn from(_: Unsendable) -> Self {
        Self::Never {
            reason: Reason::Unsendable,
        }
    }
}
