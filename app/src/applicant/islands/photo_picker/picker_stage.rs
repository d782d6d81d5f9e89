//! How far the chosen photo is.

use crate::browser::upload::Upload;

/// One thing at a time: what is being sent is not being checked.
pub(super) enum PickerStage {
    /// Not looked at, or not to the end.
    Unchecked,
    /// Being checked.
    Checking {
        /// Whether the button was pressed in the meantime.
        is_pressed: bool,
    },
    /// It cannot be used.
    Refused,
    /// It can be sent.
    Usable(Care),
    /// The part for the card is being cut out, to be sent then.
    Trimming(Care),
    /// Under way to the server.
    Sending(Care, Upload),
}

/// What the check told of a photo that can be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Care {
    /// Nothing.
    None,
    /// Something may be wrong with it.
    Advised,
}

impl PickerStage {
    /// As the style sheet knows it.
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Self::Unchecked => "",
            Self::Checking { .. } => "checking",
            Self::Refused => "refused",
            Self::Usable(Care::None)
            | Self::Trimming(Care::None)
            | Self::Sending(Care::None, _) => "usable",
            Self::Usable(Care::Advised)
            | Self::Trimming(Care::Advised)
            | Self::Sending(Care::Advised, _) => "advised",
        }
    }

    /// Whether it is on its way: nothing may be changed any more.
    pub(super) const fn is_leaving(&self) -> bool {
        matches!(self, Self::Trimming(_) | Self::Sending(..))
    }

    /// What the check told.
    pub(super) const fn care(&self) -> Care {
        match self {
            Self::Usable(care) | Self::Trimming(care) | Self::Sending(care, _) => *care,
            Self::Unchecked | Self::Checking { .. } | Self::Refused => Care::None,
        }
    }
}
