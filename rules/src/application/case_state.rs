//! What is known of a case at each of its stages.

use serde::{Deserialize, Serialize};

use super::{Line, Page, Reasons, StaffNumber};
use crate::Moment;

/// How a case stands, with what is known of it then.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum CaseState {
    /// 受付済み: nobody has looked at it yet.
    #[default]
    Received,
    /// 確認中: somebody looks at it, or is to look again. Who has it on the desk is a lease
    /// that runs out, and stands beside the case.
    InReview(InReview),
    /// 訂正待ち: the applicant is to give something anew.
    Returned(Returned),
    /// 保留: it waits for a moment.
    OnHold(OnHold),
    /// 二人目待ち: another person is to look at it, too.
    AwaitsSecond(AwaitsSecond),
    /// 承認: the card may be made.
    Approved(Approval),
    /// 引き渡し済み: those who make the card have it.
    HandedOver(HandedOver),
    /// 期限切れ: the applicant did not answer; the form may be used again.
    Expired(Expired),
    /// 取り下げ: it was taken back; the form may be used again.
    Withdrawn(Withdrawal),
}

/// See [`CaseState::InReview`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InReview {
    /// Why it is to be looked at.
    pub why: WhyInReview,
    /// Since when.
    pub since: Moment,
}

/// Why a case is to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WhyInReview {
    /// Somebody has begun.
    Begun(StaffNumber),
    /// 再提出: the applicant has given anew what was wanted.
    Resubmitted,
    /// The moment that it waited for has come, or somebody would not wait.
    HoldEnded,
    /// The second person did not agree.
    SentBack(StaffNumber),
    /// Its approval was taken back.
    Reopened(StaffNumber),
}

/// What an applicant is to give anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wanted {
    /// Another photo, for these reasons.
    Photo(Reasons),
    /// Birth date, certificates, braille, for these reasons.
    Answers(Reasons),
}

impl Wanted {
    /// The one page of the applicant's on which it is given.
    pub const fn page(&self) -> Page {
        match self {
            Self::Photo(_) => Page::Photo,
            Self::Answers(_) => Page::Details,
        }
    }
}

/// See [`CaseState::Returned`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Returned {
    /// What is wanted.
    pub wanted: Wanted,
    /// What else is said to the applicant.
    pub line: Option<Line>,
    /// Who returned it.
    pub by: StaffNumber,
    /// When.
    pub at: Moment,
    /// Until when an answer is taken; later it expires.
    pub until: Moment,
}

/// See [`CaseState::OnHold`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnHold {
    /// Who put it there.
    pub by: StaffNumber,
    /// When.
    pub at: Moment,
    /// Until when.
    pub until: Moment,
}

/// See [`CaseState::AwaitsSecond`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AwaitsSecond {
    /// The person who would approve it; the second is another.
    pub first: StaffNumber,
    /// Since when it waits.
    pub since: Moment,
}

/// See [`CaseState::Approved`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// Who approved it; with four eyes the second person.
    pub by: StaffNumber,
    /// The person before, with four eyes.
    pub first: Option<StaffNumber>,
    /// When.
    pub at: Moment,
}

/// See [`CaseState::HandedOver`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedOver {
    /// The approval; none where an office has no desk and takes over what was sent in.
    pub approval: Option<Approval>,
    /// When it was handed over.
    pub at: Moment,
}

/// See [`CaseState::Expired`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expired {
    /// When.
    pub at: Moment,
}

/// See [`CaseState::Withdrawn`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    /// Who took it back.
    pub by: WithdrawnBy,
    /// When.
    pub at: Moment,
}

/// Who took an application back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WithdrawnBy {
    /// The applicant.
    Applicant,
    /// The office, for a reason.
    Office {
        /// The member of staff.
        by: StaffNumber,
        /// Why.
        reason: Line,
    },
}
