use serde::{Deserialize, Serialize};

use crate::CivilDate;

/// What the headers say about a photo, whether it is accepted or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Bytes of the whole file.
    pub bytes: u64,
    /// Width in pixels as shown, after [`orientation`](Self::orientation) is
    /// applied; 0 while no frame header was found.
    pub width: u32,
    /// Height in pixels as shown; 0 while no frame header was found.
    pub height: u32,
    /// How the stored picture is to be turned for showing.
    pub orientation: Orientation,
    /// How the picture is coded; none for a coding that is refused.
    pub coding: Option<Coding>,
    /// The colours; none while no frame header was found.
    pub colour: Option<Colour>,
    /// Scans that were begun, counted up to one more than are allowed.
    pub scans: u32,
    /// Whether the file tells where it was taken. It is removed before storing.
    pub has_position: bool,
    /// Bytes after the end of the picture: second pictures, films, padding.
    pub trailing_bytes: u64,
    /// The day on which the file says it was taken, by the camera's clock. It
    /// may be missing or wrong.
    pub taken_on: Option<CivilDate>,
    /// Whether the file names a program that alters pictures or faces.
    pub is_edited: bool,
    /// Whether the file says that it is a copy of a screen.
    pub is_screenshot: bool,
}

/// How a JPEG is coded, of the three codings that are accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Coding {
    /// Baseline, what cameras write.
    Baseline,
    /// Extended sequential with 8 bits, baseline with more tables.
    Extended,
    /// Progressive: the whole picture first, details later.
    Progressive,
}

/// The colours of a JPEG.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Colour {
    /// One channel.
    Grey,
    /// Brightness and two differences, what cameras write.
    YCbCr,
    /// Red, green and blue as they are.
    Rgb,
    /// Four inks, CMYK or YCCK.
    Cmyk,
}

/// How the stored picture must be turned or mirrored for showing (EXIF tag
/// 0x0112, values 1 to 8).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Orientation {
    /// 1: as it is.
    #[default]
    Upright,
    /// 2: mirror left and right.
    MirrorSides,
    /// 3: turn by half.
    TurnHalf,
    /// 4: mirror top and bottom.
    MirrorTop,
    /// 5: mirror left and right, then turn a quarter to the left.
    MirrorTurnLeft,
    /// 6: turn a quarter to the right (clockwise).
    TurnRight,
    /// 7: mirror left and right, then turn a quarter to the right.
    MirrorTurnRight,
    /// 8: turn a quarter to the left.
    TurnLeft,
}

impl Orientation {
    /// The orientation with this EXIF number, if it is one.
    pub const fn from_exif(number: u32) -> Option<Self> {
        Some(match number {
            1 => Self::Upright,
            2 => Self::MirrorSides,
            3 => Self::TurnHalf,
            4 => Self::MirrorTop,
            5 => Self::MirrorTurnLeft,
            6 => Self::TurnRight,
            7 => Self::MirrorTurnRight,
            8 => Self::TurnLeft,
            _ => return None,
        })
    }

    /// The EXIF number, 1 to 8.
    pub const fn exif(self) -> u8 {
        match self {
            Self::Upright => 1,
            Self::MirrorSides => 2,
            Self::TurnHalf => 3,
            Self::MirrorTop => 4,
            Self::MirrorTurnLeft => 5,
            Self::TurnRight => 6,
            Self::MirrorTurnRight => 7,
            Self::TurnLeft => 8,
        }
    }

    /// Whether showing the picture swaps its width and its height.
    pub const fn swaps_sides(self) -> bool {
        self.exif() >= 5
    }
}
