//! What can be written; `writes` does it.

use rules::Moment;

use super::{
    Entry, JourneyId, Queued, SavedChallenge, SavedCode, SavedDevice, SavedJourney, SavedLink,
    SavedSession, SessionDigest, Taking,
};
use crate::seal::Digest;

/// One thing to write. A list of them is written whole or not at all.
#[derive(Clone, Debug)]
pub enum Write {
    /// A new application.
    OpenJourney(SavedJourney),
    /// The next version of an application: [`super::StoreError::Conflict`] unless the
    /// row is at the version before it.
    ChangeJourney(SavedJourney),
    /// The office took an application over at a moment. The first one stays, and one
    /// before the application was sent in counts as that: [`super::StoreError::Conflict`] unless
    /// it was sent in.
    HandOver(JourneyId, Moment),
    /// A session, new or in place of what it was.
    KeepSession(SavedSession),
    /// The next version of a session: [`super::StoreError::Conflict`] unless the row
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
    /// application that are for the same. [`super::StoreError::Conflict`] when it has ended itself, or when there is one
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
    /// [`super::StoreError::Conflict`] when there is one of a mail that was asked for later.
    MakeCode(SavedCode),
    /// Uses the device code up: [`super::StoreError::Conflict`] when it is gone.
    EndCode {
        /// The browser that asked.
        session: SessionDigest,
        /// The application.
        journey: JourneyId,
    },
    /// A captcha; of its session the newest [`super::PICTURES_OF_A_SESSION`] stay.
    KeepChallenge(SavedChallenge),
    /// Takes one from an allowance and writes these; where none is left, neither is done and
    /// all else is written all the same.
    Within(Taking, Vec<Write>),
    /// One is taken from an allowance, or nothing of the transaction is written
    /// ([`super::StoreError::Spent`]).
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
