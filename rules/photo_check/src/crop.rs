use serde::{Deserialize, Serialize};

use crate::resample::float;
use crate::spec;

/// Sides of a picture in pixels, as shown (upright).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Size {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// A part of a picture in the proportions of the card, 35 to 45.
///
/// Counts pixels of the upright picture in full size. Guarantees sides of at
/// least one pixel and, to half a pixel, the proportions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "CropFields", into = "CropFields")]
pub struct Crop {
    left: u32,
    top: u32,
    height: u32,
}

/// What [`Crop`] travels as.
#[derive(Clone, Copy, Serialize, Deserialize)]
struct CropFields {
    left: u32,
    top: u32,
    width: u32,
    height: u32,
}

/// The sides are not as 35 to 45, or there is nothing inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a part of a picture in the proportions of the card")]
pub struct NotACrop;

impl Crop {
    /// The crop with this corner and height; none without any pixels or far
    /// outside of every picture.
    pub const fn new(left: u32, top: u32, height: u32) -> Option<Self> {
        const MOST: u32 = 1 << 20;
        if height < 2 || height > MOST || left > MOST || top > MOST {
            return None;
        }
        Some(Self { left, top, height })
    }

    /// Pixels left of it.
    pub const fn left(self) -> u32 {
        self.left
    }

    /// Pixels above it.
    pub const fn top(self) -> u32 {
        self.top
    }

    /// Height in pixels.
    pub const fn height(self) -> u32 {
        self.height
    }

    /// Width in pixels: 35/45 of the height, rounded.
    pub const fn width(self) -> u32 {
        spec::card_width(self.height)
    }

    /// Whether all of it lies in a picture of this size.
    pub const fn is_within(self, picture: Size) -> bool {
        self.left + self.width() <= picture.width && self.top + self.height <= picture.height
    }

    /// How a head stands in it.
    pub fn frames(self, head: Head) -> Framing {
        let millimetre = float(self.height) / spec::CARD_HEIGHT_MM;
        Framing {
            head_mm: head.height() / millimetre,
            margin_mm: (head.crown - float(self.top)) / millimetre,
            aside_mm: (head.middle - float(self.left)) / millimetre - spec::CARD_WIDTH_MM / 2.0,
        }
    }
}

impl TryFrom<CropFields> for Crop {
    type Error = NotACrop;

    fn try_from(fields: CropFields) -> Result<Self, NotACrop> {
        let crop = Self::new(fields.left, fields.top, fields.height).ok_or(NotACrop)?;
        if crop.width() == fields.width {
            Ok(crop)
        } else {
            Err(NotACrop)
        }
    }
}

impl From<Crop> for CropFields {
    fn from(crop: Crop) -> Self {
        Self {
            left: crop.left,
            top: crop.top,
            width: crop.width(),
            height: crop.height,
        }
    }
}

/// Where the head is, in pixels of the upright picture in full size.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// Top of the head, hair included, from the top of the picture.
    pub crown: f32,
    /// The chin, from the top of the picture.
    pub chin: f32,
    /// The middle of the face, from the left of the picture.
    pub middle: f32,
}

impl Head {
    /// From the top of the head to the chin.
    pub fn height(self) -> f32 {
        self.chin - self.crown
    }
}

/// How a head stands in a crop that is printed 35 x 45 mm.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Framing {
    /// From the top of the head to the chin, in millimetres; 34 ± 2 is asked for.
    pub head_mm: f32,
    /// Above the head, in millimetres; 4 ± 2 is asked for.
    pub margin_mm: f32,
    /// From the middle of the card to the middle of the face, in millimetres;
    /// negative to the left.
    pub aside_mm: f32,
}

impl Framing {
    /// Whether the head stands as the guide for paper photos asks for.
    pub fn is_right(self) -> bool {
        (self.head_mm - spec::HEAD_MM).abs() <= spec::HEAD_TOLERANCE_MM
            && (self.margin_mm - spec::MARGIN_MM).abs() <= spec::MARGIN_TOLERANCE_MM
            && self.aside_mm.abs() <= spec::ASIDE_TOLERANCE_MM
    }

    /// What is to be mended first, if anything is.
    pub fn fault(self) -> Option<FramingFault> {
        let off = self.head_mm - spec::HEAD_MM;
        let margin = self.margin_mm - spec::MARGIN_MM;
        if off < -spec::HEAD_TOLERANCE_MM {
            Some(FramingFault::Small)
        } else if off > spec::HEAD_TOLERANCE_MM {
            Some(FramingFault::Large)
        } else if margin < -spec::MARGIN_TOLERANCE_MM {
            Some(FramingFault::High)
        } else if margin > spec::MARGIN_TOLERANCE_MM {
            Some(FramingFault::Low)
        } else if self.is_right() {
            None
        } else {
            Some(FramingFault::Aside)
        }
    }
}

/// How a head stands wrongly on the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FramingFault {
    /// Too small.
    Small,
    /// Too large.
    Large,
    /// Too high.
    High,
    /// Too low.
    Low,
    /// Beside the middle.
    Aside,
}

/// The part of the picture that the card should show.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CropProposal {
    /// The part; it lies within the picture.
    pub crop: Crop,
    /// How the head stands in it. Not always right: where the picture has too
    /// little room around the head, the proposal is the best there is.
    pub framing: Framing,
}
