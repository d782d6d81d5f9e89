//! What becomes of a case by what the office does.

use super::apply::Transition;
use super::{
    Approval, AwaitsSecond, Case, CaseState, DAYS_TO_ANSWER, Expired, InReview, Journey,
    OfficeEvent, OfficeRefused, OnHold, Returned, Returns, StaffNumber, Wanted, WhyInReview,
    Withdrawal, WithdrawnBy,
};
use crate::Moment;

const DAY_SECONDS: i64 = 24 * 60 * 60;

/// After every so many returns another person looks at the case, too.
const RETURNS_FOR_FOUR_EYES: u8 = 3;

type Decided = Result<CaseState, OfficeRefused>;

impl Journey {
    /// Moves a case on by what the office did, or says why not. No mail goes out by itself: the
    /// letter of a return belongs to the act that writes it down.
    ///
    /// # Errors
    /// [`OfficeRefused`].
    pub fn decide(mut self, event: OfficeEvent, now: Moment) -> Result<Transition, OfficeRefused> {
        let (carries_photo, needs_second) = (self.photo().is_some(), self.needs_second());
        let Self::Submitted { case, .. } = &mut self else {
            return Err(OfficeRefused::NotSentIn);
        };
        if event.wants_photo() && !carries_photo {
            return Err(OfficeRefused::NoPhotoCarried);
        }
        *case = case.clone().decide(event, needs_second, now)?;
        Ok(Transition {
            next: self,
            effects: Vec::new(),
        })
    }

    /// Whether one person alone may not approve it: for an exception (特例), and after every
    /// third return.
    pub fn needs_second(&self) -> bool {
        let has_exception = self
            .photo()
            .is_some_and(|photo| !photo.exceptions.is_empty());
        let returns = self.case().map_or(0, |case| case.returns().count());
        has_exception || (returns > 0 && returns.is_multiple_of(RETURNS_FOR_FOUR_EYES))
    }
}

impl OfficeEvent {
    fn wants_photo(&self) -> bool {
        matches!(
            self,
            Self::Returned {
                wanted: Wanted::Photo(_),
                ..
            }
        )
    }
}

impl Case {
    fn decide(
        self,
        event: OfficeEvent,
        needs_second: bool,
        now: Moment,
    ) -> Result<Self, OfficeRefused> {
        let mut returns = self.returns;
        let state = match event {
            OfficeEvent::Returned { by, wanted, line } => {
                returns = self.one_more_return()?;
                Ok(CaseState::Returned(Returned {
                    wanted,
                    line,
                    by,
                    at: now,
                    until: now.plus(DAYS_TO_ANSWER * DAY_SECONDS),
                }))
            }
            OfficeEvent::ReviewBegun(by) => self.begin(by, now),
            OfficeEvent::Extended { until } => self.extend(until),
            OfficeEvent::Held { by, until } => self.hold(by, until, now),
            OfficeEvent::HoldEnded => self.end_hold(now),
            OfficeEvent::SecondAsked(first) => self.ask_second(first, now),
            OfficeEvent::SentBack(by) => self.send_back(by, now),
            OfficeEvent::Approved(by) => self.approve(by, needs_second, now),
            OfficeEvent::Reopened(by) => self.reopen(by, now),
            OfficeEvent::HandedOver => self.hand_over(now),
            OfficeEvent::TakenOverUnreviewed => self.take_over(now),
            OfficeEvent::Expired => self.expire(now),
            OfficeEvent::Withdrawn { by, reason } => {
                self.take_back(WithdrawnBy::Office { by, reason }, now)
            }
        }?;
        Ok(Self { state, returns })
    }

    const fn not_now(&self) -> OfficeRefused {
        OfficeRefused::NotNow(self.stage())
    }

    fn begin(self, by: StaffNumber, now: Moment) -> Decided {
        let CaseState::Received = self.state else {
            return Err(self.not_now());
        };
        Ok(in_review(WhyInReview::Begun(by), now))
    }

    /// How often it was returned after one more return.
    fn one_more_return(&self) -> Result<Returns, OfficeRefused> {
        let CaseState::InReview(_) = &self.state else {
            return Err(self.not_now());
        };
        let returns = self.returns.one_more();
        returns.ok_or(OfficeRefused::ReturnedTooOften)
    }

    fn extend(self, until: Moment) -> Decided {
        let CaseState::Returned(returned) = &self.state else {
            return Err(self.not_now());
        };
        if until <= returned.until {
            return Err(OfficeRefused::NotLater);
        }
        let returned = returned.clone();
        Ok(CaseState::Returned(Returned { until, ..returned }))
    }

    fn hold(self, by: StaffNumber, until: Moment, now: Moment) -> Decided {
        let CaseState::InReview(_) = &self.state else {
            return Err(self.not_now());
        };
        if until <= now {
            return Err(OfficeRefused::NotLater);
        }
        Ok(CaseState::OnHold(OnHold { by, at: now, until }))
    }

    fn end_hold(self, now: Moment) -> Decided {
        let CaseState::OnHold(_) = &self.state else {
            return Err(self.not_now());
        };
        Ok(in_review(WhyInReview::HoldEnded, now))
    }

    fn ask_second(self, first: StaffNumber, now: Moment) -> Decided {
        let CaseState::InReview(_) = &self.state else {
            return Err(self.not_now());
        };
        Ok(CaseState::AwaitsSecond(AwaitsSecond { first, since: now }))
    }

    fn send_back(self, by: StaffNumber, now: Moment) -> Decided {
        let CaseState::AwaitsSecond(_) = &self.state else {
            return Err(self.not_now());
        };
        Ok(in_review(WhyInReview::SentBack(by), now))
    }

    fn approve(self, by: StaffNumber, needs_second: bool, at: Moment) -> Decided {
        let first = match &self.state {
            CaseState::InReview(_) if needs_second => return Err(OfficeRefused::NeedsSecond),
            CaseState::InReview(_) => None,
            CaseState::AwaitsSecond(waits) if waits.first == by => {
                return Err(OfficeRefused::SamePerson);
            }
            CaseState::AwaitsSecond(waits) => Some(waits.first),
            CaseState::Received
            | CaseState::Returned(_)
            | CaseState::OnHold(_)
            | CaseState::Approved(_)
            | CaseState::HandedOver(_)
            | CaseState::Expired(_)
            | CaseState::Withdrawn(_) => return Err(self.not_now()),
        };
        Ok(CaseState::Approved(Approval { by, first, at }))
    }

    fn reopen(self, by: StaffNumber, now: Moment) -> Decided {
        let CaseState::Approved(_) = &self.state else {
            return Err(self.not_now());
        };
        Ok(in_review(WhyInReview::Reopened(by), now))
    }

    fn hand_over(self, at: Moment) -> Decided {
        let CaseState::Approved(_) = &self.state else {
            return Err(self.not_now());
        };
        Ok(self.handed_over(at).state)
    }

    fn take_over(self, at: Moment) -> Decided {
        let CaseState::Received = &self.state else {
            return Err(self.not_now());
        };
        Ok(self.handed_over(at).state)
    }

    fn expire(self, now: Moment) -> Decided {
        let CaseState::Returned(returned) = &self.state else {
            return Err(self.not_now());
        };
        if now < returned.until {
            return Err(OfficeRefused::NotOver);
        }
        Ok(CaseState::Expired(Expired { at: now }))
    }

    pub(super) fn take_back(self, by: WithdrawnBy, at: Moment) -> Decided {
        if self.stage().is_at_end() {
            return Err(self.not_now());
        }
        Ok(CaseState::Withdrawn(Withdrawal { by, at }))
    }
}

const fn in_review(why: WhyInReview, since: Moment) -> CaseState {
    CaseState::InReview(InReview { why, since })
}
