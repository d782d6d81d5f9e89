use serde::{Deserialize, Serialize};

/// The name of a stage, without what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Stage {
    /// See [`Journey::Arrived`](super::Journey::Arrived).
    Arrived,
    /// See [`Journey::Identified`](super::Journey::Identified).
    Identified,
    /// See [`Journey::Agreed`](super::Journey::Agreed).
    Agreed,
    /// See [`Journey::Addressed`](super::Journey::Addressed).
    Addressed,
    /// See [`Journey::Registered`](super::Journey::Registered).
    Registered,
    /// See [`Journey::Opened`](super::Journey::Opened).
    Opened,
    /// See [`Journey::Pictured`](super::Journey::Pictured).
    Pictured,
    /// See [`Journey::Photographed`](super::Journey::Photographed).
    Photographed,
    /// See [`Journey::Described`](super::Journey::Described).
    Described,
    /// See [`Journey::Submitted`](super::Journey::Submitted).
    Submitted,
}

/// Whether the applications of a stage hold a photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoldsPhoto {
    /// None does.
    Never,
    /// Those do whose card carries one.
    Perhaps,
    /// Every one does.
    Always,
}

impl Stage {
    /// Every stage in order.
    pub const ALL: [Self; 10] = [
        Self::Arrived,
        Self::Identified,
        Self::Agreed,
        Self::Addressed,
        Self::Registered,
        Self::Opened,
        Self::Pictured,
        Self::Photographed,
        Self::Described,
        Self::Submitted,
    ];

    /// The stage's name in tables, logs and the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Arrived => "arrived",
            Self::Identified => "identified",
            Self::Agreed => "agreed",
            Self::Addressed => "addressed",
            Self::Registered => "registered",
            Self::Opened => "opened",
            Self::Pictured => "pictured",
            Self::Photographed => "photographed",
            Self::Described => "described",
            Self::Submitted => "submitted",
        }
    }

    /// Whether the application is a row in the database; before, it is a draft in a session.
    pub const fn is_registered(self) -> bool {
        match self {
            Self::Arrived | Self::Identified | Self::Agreed | Self::Addressed => false,
            Self::Registered
            | Self::Opened
            | Self::Pictured
            | Self::Photographed
            | Self::Described
            | Self::Submitted => true,
        }
    }

    /// Whether it was sent in: it has a receipt number, and its case lies with the office.
    pub const fn has_receipt(self) -> bool {
        match self {
            Self::Submitted => true,
            Self::Arrived
            | Self::Identified
            | Self::Agreed
            | Self::Addressed
            | Self::Registered
            | Self::Opened
            | Self::Pictured
            | Self::Photographed
            | Self::Described => false,
        }
    }

    /// Whether a photo is kept.
    pub const fn holds_photo(self) -> HoldsPhoto {
        match self {
            Self::Arrived
            | Self::Identified
            | Self::Agreed
            | Self::Addressed
            | Self::Registered
            | Self::Opened => HoldsPhoto::Never,
            Self::Pictured => HoldsPhoto::Always,
            Self::Photographed | Self::Described | Self::Submitted => HoldsPhoto::Perhaps,
        }
    }
}
