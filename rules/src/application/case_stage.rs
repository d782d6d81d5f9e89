/// How a case stands, without what is known then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CaseStage {
    /// See [`CaseState::Received`].
    Received,
    /// See [`CaseState::InReview`].
    InReview,
    /// See [`CaseState::Returned`].
    Returned,
    /// See [`CaseState::OnHold`].
    OnHold,
    /// See [`CaseState::AwaitsSecond`].
    AwaitsSecond,
    /// See [`CaseState::Approved`].
    Approved,
    /// See [`CaseState::HandedOver`].
    HandedOver,
    /// See [`CaseState::Expired`].
    Expired,
    /// See [`CaseState::Withdrawn`].
    Withdrawn,
}

impl CaseStage {
    /// Every one, in the order of `docs/journey.md`.
    pub const ALL: [Self; 9] = [
        Self::Received,
        Self::InReview,
        Self::Returned,
        Self::OnHold,
        Self::AwaitsSecond,
        Self::Approved,
        Self::HandedOver,
        Self::Expired,
        Self::Withdrawn,
    ];

    /// Its name in tables, logs and the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::InReview => "in_review",
            Self::Returned => "returned",
            Self::OnHold => "on_hold",
            Self::AwaitsSecond => "awaits_second",
            Self::Approved => "approved",
            Self::HandedOver => "handed_over",
            Self::Expired => "expired",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Whether nobody does anything with it any more.
    pub const fn is_at_end(self) -> bool {
        match self {
            Self::HandedOver | Self::Expired | Self::Withdrawn => true,
            Self::Received
            | Self::InReview
            | Self::Returned
            | Self::OnHold
            | Self::AwaitsSecond
            | Self::Approved => false,
        }
    }

    /// Whether somebody may apply with its form again.
    pub const fn frees_form(self) -> bool {
        match self {
            Self::Expired | Self::Withdrawn => true,
            Self::Received
            | Self::InReview
            | Self::Returned
            | Self::OnHold
            | Self::AwaitsSecond
            | Self::Approved
            | Self::HandedOver => false,
        }
    }

    /// Whether it may be handed over: approved, or received where there is no desk.
    pub const fn awaits_hand_over(self) -> bool {
        match self {
            Self::Received | Self::Approved => true,
            Self::InReview
            | Self::Returned
            | Self::OnHold
            | Self::AwaitsSecond
            | Self::HandedOver
            | Self::Expired
            | Self::Withdrawn => false,
        }
    }
}
