//! What an applicant does after the application was sent in.

use super::apply::{Step, to_with};
use super::give::{agrees, discard};
use super::{
    Case, CaseState, Correction, Effect, InReview, Journey, Portrait, Refused, Registration,
    Wanted, WhyInReview, WithdrawnBy,
};
use crate::{Agreement, Details, Moment};

impl Journey {
    /// Takes what was wanted, and nothing else, until the time for it is over. The case is then
    /// to be looked at again.
    pub(super) fn resubmit(self, correction: Correction, now: Moment) -> Step {
        let Self::Submitted {
            registration,
            portrait,
            details,
            receipt,
            at,
            case,
        } = self
        else {
            return self.out_of_order();
        };
        let is_wanted = case
            .returned()
            .is_some_and(|returned| now < returned.until && returned.wanted.is(&correction));
        let (registration, portrait, details, effects) = match correction {
            _ if !is_wanted => return Err(Refused::OutOfOrder(case.page())),
            Correction::Photo(photo) => {
                let effects = discarded(portrait);
                (registration, Portrait::Kept(photo), details, effects)
            }
            Correction::Answers(details) => {
                agrees(registration.agreement.applicant, &details, now)?;
                let registration = at_age_of(registration, &details, now);
                let (portrait, effects) = carried(&registration, portrait);
                (registration, portrait, details, effects)
            }
        };
        let again = CaseState::InReview(InReview {
            why: WhyInReview::Resubmitted,
            since: now,
        });
        to_with(
            Self::Submitted {
                registration,
                portrait,
                details,
                receipt,
                at,
                case: case.now(again),
            },
            effects,
        )
    }

    /// Takes the application back: nothing of it is handed over, and its form is free.
    pub(super) fn withdraw(mut self, now: Moment) -> Step {
        let page = self.page();
        let Self::Submitted { case, .. } = &mut self else {
            return Err(Refused::OutOfOrder(page));
        };
        let taken_back = case.clone().take_back(WithdrawnBy::Applicant, now);
        case.state = taken_back.map_err(|_| Refused::OutOfOrder(page))?;
        to_with(self, Vec::new())
    }
}

impl Wanted {
    /// Whether this is what is wanted.
    const fn is(&self, correction: &Correction) -> bool {
        match (self, correction) {
            (Self::Photo(_), Correction::Photo(_)) | (Self::Answers(_), Correction::Answers(_)) => {
                true
            }
            (Self::Photo(_), Correction::Answers(_)) | (Self::Answers(_), Correction::Photo(_)) => {
                false
            }
        }
    }
}

impl Case {
    pub(super) fn now(self, state: CaseState) -> Self {
        Self { state, ..self }
    }
}

/// Whose card it is once the age is known: see [`crate::Applicant::at_age`].
fn at_age_of(registration: Registration, details: &Details, now: Moment) -> Registration {
    let age = details.birth_date.age_on(now.japan_day());
    let agreement = Agreement {
        applicant: registration.agreement.applicant.at_age(age),
        ..registration.agreement
    };
    Registration {
        agreement,
        ..registration
    }
}

/// The photo goes where the card of a child under one carries none.
fn carried(registration: &Registration, portrait: Portrait) -> (Portrait, Vec<Effect>) {
    if registration.agreement.applicant.needs_photo() {
        (portrait, Vec::new())
    } else {
        (Portrait::NotCarried, discarded(portrait))
    }
}

fn discarded(portrait: Portrait) -> Vec<Effect> {
    match portrait {
        Portrait::Kept(photo) => discard(photo),
        Portrait::NotCarried => Vec::new(),
    }
}
