use super::{ApplicantEvent, Effect, Journey, Page};
use crate::{AgeProblem, Moment};

/// A step taken: the new state, and what must be done with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transition {
    /// The new state.
    pub next: Journey,
    /// What must be written beside it, in order.
    pub effects: Vec<Effect>,
}

/// Why an event was not taken. The state is as before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Not at this stage; the journey goes on at that page.
    OutOfOrder(Page),
    /// The birth date contradicts what was said about who applies.
    Contradiction(AgeProblem),
}

pub(super) type Step = Result<Transition, Refused>;

impl Journey {
    /// Moves the application on by what its applicant did, or says why not.
    ///
    /// # Errors
    /// [`Refused::OutOfOrder`] when the stage does not take the event;
    /// [`Refused::Contradiction`] when the age on the day of `now` in Japan
    /// does not go with who applies.
    pub fn apply(self, event: ApplicantEvent, now: Moment) -> Result<Transition, Refused> {
        match event {
            ApplicantEvent::FormGiven(form) => self.give_form(form),
            ApplicantEvent::Agreed(agreement) => self.agree(agreement, now),
            ApplicantEvent::ContactGiven(contact) => self.give_contact(contact),
            ApplicantEvent::AddressConfirmed => self.confirm_address(),
            ApplicantEvent::LinkAsked => self.ask_link(),
            ApplicantEvent::LinkOpened => self.open_link(),
            ApplicantEvent::PhotoKept(photo) => self.keep_photo(photo),
            ApplicantEvent::PhotoConfirmed => self.confirm_photo(),
            ApplicantEvent::DetailsGiven(details) => self.describe(details, now),
            ApplicantEvent::Submitted(receipt) => self.submit(receipt, now),
            ApplicantEvent::Resubmitted(correction) => self.resubmit(correction, now),
            ApplicantEvent::Withdrawn => self.withdraw(now),
        }
    }

    pub(super) fn out_of_order(&self) -> Step {
        Err(Refused::OutOfOrder(self.page()))
    }
}

pub(super) fn to(next: Journey) -> Step {
    to_with(next, Vec::new())
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "every arm of a transition answers in the same shape"
)]
pub(super) fn to_with(next: Journey, effects: Vec<Effect>) -> Step {
    Ok(Transition { next, effects })
}
