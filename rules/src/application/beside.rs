//! What an act changes beside what was given with it, so that it can be said.

use super::{ApplicantEvent, Journey};
use crate::Applicant;

/// A change that nobody asked for in so many words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// The birth date shows a child under one year of age: who applies was changed, and the
    /// photo, which such a card does not carry, is gone.
    IsInfant,
    /// The applicant said that the child is under one: the photo is gone.
    PhotoGone,
    /// The applicant said that somebody else applies than a child under one: a photo is needed.
    PhotoNeeded,
}

impl Beside {
    /// What an event has changed beside.
    pub fn of(event: &ApplicantEvent, before: &Journey, next: &Journey) -> Option<Self> {
        let needed = |journey: &Journey| journey.applicant().is_some_and(Applicant::needs_photo);
        let is_gone = before.photo().is_some() && next.photo().is_none();
        match event {
            ApplicantEvent::DetailsGiven(_) if before.applicant() != next.applicant() => {
                Some(Self::IsInfant)
            }
            ApplicantEvent::Agreed(_) if is_gone => Some(Self::PhotoGone),
            ApplicantEvent::Agreed(_)
                if before.is_registered() && !needed(before) && needed(next) =>
            {
                Some(Self::PhotoNeeded)
            }
            ApplicantEvent::FormGiven(_)
            | ApplicantEvent::Agreed(_)
            | ApplicantEvent::ContactGiven(_)
            | ApplicantEvent::AddressConfirmed
            | ApplicantEvent::LinkAsked
            | ApplicantEvent::LinkOpened
            | ApplicantEvent::PhotoKept(_)
            | ApplicantEvent::PhotoConfirmed
            | ApplicantEvent::DetailsGiven(_)
            | ApplicantEvent::Submitted(_)
            | ApplicantEvent::Resubmitted(_)
            | ApplicantEvent::Withdrawn => None,
        }
    }
}
