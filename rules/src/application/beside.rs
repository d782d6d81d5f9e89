//! What an act changes beside what was given with it, so that it can be said.

use super::{Event, Journey};
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
    pub fn of(event: &Event, before: &Journey, next: &Journey) -> Option<Self> {
        let needed = |journey: &Journey| journey.applicant().is_some_and(Applicant::needs_photo);
        let is_gone = before.photo().is_some() && next.photo().is_none();
        match event {
            Event::DetailsGiven(_) if before.applicant() != next.applicant() => {
                Some(Self::IsInfant)
            }
            Event::Agreed(_) if is_gone => Some(Self::PhotoGone),
            Event::Agreed(_) if before.is_registered() && !needed(before) && needed(next) => {
                Some(Self::PhotoNeeded)
            }
            _ => None,
        }
    }
}
