//! How an application that was sent in stands with the office.

use serde::{Deserialize, Serialize};

use super::{CaseStage, CaseState, HandedOver, Page, Returned};
use crate::Moment;

/// How often a case may be returned; then somebody must talk to the applicant.
pub const MOST_RETURNS: u8 = 5;

/// Days that an applicant has to answer a return.
pub const DAYS_TO_ANSWER: i64 = 30;

/// How a case stands, and how often it was returned.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// How it stands now.
    pub(super) state: CaseState,
    /// How often it was returned, up to [`MOST_RETURNS`].
    pub(super) returns: Returns,
}

/// How often a case was returned: 0 to [`MOST_RETURNS`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Returns(u8);

impl Returns {
    /// One more; none when there may be no more.
    pub(super) const fn one_more(self) -> Option<Self> {
        if self.0 < MOST_RETURNS {
            Some(Self(self.0 + 1))
        } else {
            None
        }
    }

    /// The number.
    pub const fn count(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Returns {
    type Error = &'static str;

    fn try_from(count: u8) -> Result<Self, Self::Error> {
        if count <= MOST_RETURNS {
            Ok(Self(count))
        } else {
            Err("too many returns")
        }
    }
}

impl From<Returns> for u8 {
    fn from(returns: Returns) -> Self {
        returns.0
    }
}

impl Case {
    /// How it stands.
    pub const fn state(&self) -> &CaseState {
        &self.state
    }

    /// How often it was returned.
    pub const fn returns(&self) -> Returns {
        self.returns
    }

    /// How it stands, without what is known then.
    pub const fn stage(&self) -> CaseStage {
        match &self.state {
            CaseState::Received => CaseStage::Received,
            CaseState::InReview(_) => CaseStage::InReview,
            CaseState::Returned(_) => CaseStage::Returned,
            CaseState::OnHold(_) => CaseStage::OnHold,
            CaseState::AwaitsSecond(_) => CaseStage::AwaitsSecond,
            CaseState::Approved(_) => CaseStage::Approved,
            CaseState::HandedOver(_) => CaseStage::HandedOver,
            CaseState::Expired(_) => CaseStage::Expired,
            CaseState::Withdrawn(_) => CaseStage::Withdrawn,
        }
    }

    /// The page of the applicant's on which it goes on: the one on which something is wanted,
    /// or else the receipt.
    pub const fn page(&self) -> Page {
        match &self.state {
            CaseState::Returned(returned) => returned.wanted.page(),
            CaseState::Received
            | CaseState::InReview(_)
            | CaseState::OnHold(_)
            | CaseState::AwaitsSecond(_)
            | CaseState::Approved(_)
            | CaseState::HandedOver(_)
            | CaseState::Expired(_)
            | CaseState::Withdrawn(_) => Page::Done,
        }
    }

    /// What the office wants anew, if it wants anything.
    pub const fn returned(&self) -> Option<&Returned> {
        match &self.state {
            CaseState::Returned(returned) => Some(returned),
            CaseState::Received
            | CaseState::InReview(_)
            | CaseState::OnHold(_)
            | CaseState::AwaitsSecond(_)
            | CaseState::Approved(_)
            | CaseState::HandedOver(_)
            | CaseState::Expired(_)
            | CaseState::Withdrawn(_) => None,
        }
    }

    /// When the office came to the decision that is in force, or the case to an end without
    /// one; none where an office without a desk took it over.
    pub const fn decided_at(&self) -> Option<Moment> {
        match &self.state {
            CaseState::Approved(approval)
            | CaseState::HandedOver(HandedOver {
                approval: Some(approval),
                ..
            }) => Some(approval.at),
            CaseState::Expired(expired) => Some(expired.at),
            CaseState::Withdrawn(withdrawal) => Some(withdrawal.at),
            CaseState::Received
            | CaseState::InReview(_)
            | CaseState::Returned(_)
            | CaseState::OnHold(_)
            | CaseState::AwaitsSecond(_)
            | CaseState::HandedOver(HandedOver { approval: None, .. }) => None,
        }
    }

    /// The same case, which was handed over at a moment: where that was written without the
    /// case being opened, as an office without a desk does.
    #[must_use]
    pub fn handed_over(self, at: Moment) -> Self {
        let approval = match self.state {
            CaseState::HandedOver(_) => return self,
            CaseState::Approved(approval) => Some(approval),
            CaseState::Received
            | CaseState::InReview(_)
            | CaseState::Returned(_)
            | CaseState::OnHold(_)
            | CaseState::AwaitsSecond(_)
            | CaseState::Expired(_)
            | CaseState::Withdrawn(_) => None,
        };
        Self {
            state: CaseState::HandedOver(HandedOver { approval, at }),
            returns: self.returns,
        }
    }
}
