use serde::{Deserialize, Serialize};

use crate::{Checker, FaceBox, Frame};

/// The single most important thing to tell somebody before the camera.
///
/// The order of the variants is the order of importance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hint {
    /// No face in the frame.
    ShowFace,
    /// More than one face.
    BeAlone,
    /// The face is small.
    ComeCloser,
    /// The face is large.
    GoBack,
    /// The face is beside the middle.
    MoveToMiddle,
    /// The face is turned away, up or down.
    LookAhead,
    /// The head leans to a side.
    HoldHeadUpright,
    /// The face is dark.
    MoreLight,
    /// The face is burnt out, or one side of it is in shadow.
    SofterLight,
    /// The frame is blurred.
    HoldStill,
    /// Something is behind the person.
    PlainBackground,
    /// Nothing is wrong that can be seen in a frame.
    Ready,
}

/// How thorough a look is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Care {
    /// The face only: for slow devices.
    Quick,
    /// The background too, where the face is fine.
    #[default]
    Thorough,
}

/// What a frame of the camera shows.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Look {
    /// What to tell.
    pub hint: Hint,
    /// The largest face, in pixels of the frame.
    pub face: Option<FaceBox>,
}

impl Checker {
    /// Looks at one frame of the camera.
    ///
    /// The frame is judged as if it were the card's picture, so give the part
    /// inside the guide, not mirrored; some 300 x 400 pixels are enough. It
    /// remembers nothing of the frames before.
    pub fn look(&mut self, _frame: Frame<'_>, _care: Care) -> Look {
        Look {
            hint: Hint::ShowFace,
            face: None,
        }
    }
}
