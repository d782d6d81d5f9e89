//! What the office does with a case.

use super::{CaseStage, Line, OfficeAct, StaffNumber, Wanted};
use crate::Moment;

/// What the office does, by a member of staff or by itself.
///
/// Claiming a case is none of these: it is a lease that stands beside the case and runs out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfficeEvent {
    /// Somebody begins to look at a case that was sent in.
    ReviewBegun(StaffNumber),
    /// The applicant is to give something anew, within
    /// [`DAYS_TO_ANSWER`](super::DAYS_TO_ANSWER) days.
    Returned {
        /// Who asks.
        by: StaffNumber,
        /// What for.
        wanted: Wanted,
        /// What else is said to the applicant.
        line: Option<Line>,
    },
    /// The applicant has so much longer to answer.
    Extended {
        /// Until when.
        until: Moment,
    },
    /// The case waits for a moment.
    Held {
        /// Who puts it there.
        by: StaffNumber,
        /// Until when.
        until: Moment,
    },
    /// It waits no longer: the moment has come, or somebody would not wait.
    HoldEnded,
    /// Somebody would approve it and asks another to look.
    SecondAsked(StaffNumber),
    /// The second person does not agree.
    SentBack(StaffNumber),
    /// Approved, by one or by the second person.
    Approved(StaffNumber),
    /// An approval is taken back.
    Reopened(StaffNumber),
    /// An approved case is handed over.
    HandedOver,
    /// An office without a desk takes over what was sent in.
    TakenOverUnreviewed,
    /// The applicant did not answer in time.
    Expired,
    /// Taken back for the applicant.
    Withdrawn {
        /// Who does it.
        by: StaffNumber,
        /// Why.
        reason: Line,
    },
}

/// Why an event of the office was not taken. The case is as before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficeRefused {
    /// It was not sent in yet: it is none of the office's business.
    NotSentIn,
    /// Not in this state.
    NotNow(CaseStage),
    /// It was returned as often as may be: somebody must talk to the applicant.
    ReturnedTooOften,
    /// A photo is wanted of somebody whose card carries none.
    NoPhotoCarried,
    /// The moment given is not later than now, or not later than the one before.
    NotLater,
    /// The time to answer is not over.
    NotOver,
    /// Another person must look at it, too.
    NeedsSecond,
    /// The second person is the first.
    SamePerson,
}

impl OfficeEvent {
    /// The event's name in tables and logs.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::ReviewBegun(_) => "ReviewBegun",
            Self::Returned { .. } => "Returned",
            Self::Extended { .. } => "Extended",
            Self::Held { .. } => "Held",
            Self::HoldEnded => "HoldEnded",
            Self::SecondAsked(_) => "SecondAsked",
            Self::SentBack(_) => "SentBack",
            Self::Approved(_) => "Approved",
            Self::Reopened(_) => "Reopened",
            Self::HandedOver => "HandedOver",
            Self::TakenOverUnreviewed => "TakenOverUnreviewed",
            Self::Expired => "Expired",
            Self::Withdrawn { .. } => "Withdrawn",
        }
    }

    /// What whoever does this must be allowed, on a case that stands like this; none for what
    /// the portal does by itself or the operator by a command.
    pub const fn asks(&self, before: CaseStage) -> Option<OfficeAct> {
        match self {
            Self::Approved(_) if matches!(before, CaseStage::AwaitsSecond) => {
                Some(OfficeAct::ApproveSecond)
            }
            Self::ReviewBegun(_)
            | Self::Returned { .. }
            | Self::Held { .. }
            | Self::HoldEnded
            | Self::SecondAsked(_)
            | Self::Approved(_) => Some(OfficeAct::Decide),
            Self::SentBack(_) => Some(OfficeAct::ApproveSecond),
            Self::Extended { .. } => Some(OfficeAct::Extend),
            Self::Reopened(_) => Some(OfficeAct::Reopen),
            Self::HandedOver => Some(OfficeAct::HandOver),
            Self::Withdrawn { .. } => Some(OfficeAct::Withdraw),
            Self::TakenOverUnreviewed | Self::Expired => None,
        }
    }
}
