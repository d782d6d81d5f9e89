use serde::{Deserialize, Serialize};

use super::FileKind;

/// One thing that was found wrong, or worth saying, about a photo.
///
/// The order of the variants is the order in which findings are reported. It
/// carries numbers and no words: the wording is the business of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// The file has no bytes at all.
    Empty,
    /// Another format than JPEG. It stands alone: sizes and sides are judged on
    /// the JPEG that the applicant makes of it.
    NotJpeg {
        /// What the file is instead.
        kind: FileKind,
    },
    /// Fewer bytes than [`spec::FEWEST_BYTES`](super::spec::FEWEST_BYTES).
    TooFewBytes {
        /// The bytes the file has.
        bytes: u64,
    },
    /// More bytes than [`spec::MOST_BYTES`](super::spec::MOST_BYTES).
    TooManyBytes {
        /// The bytes the file has.
        bytes: u64,
    },
    /// The width as shown is under [`spec::SHORTEST_SIDE`](super::spec::SHORTEST_SIDE).
    TooNarrow {
        /// The width as shown.
        pixels: u32,
    },
    /// The width as shown is over [`spec::LONGEST_SIDE`](super::spec::LONGEST_SIDE).
    TooWide {
        /// The width as shown.
        pixels: u32,
    },
    /// The height as shown is under [`spec::SHORTEST_SIDE`](super::spec::SHORTEST_SIDE).
    TooLow {
        /// The height as shown.
        pixels: u32,
    },
    /// The height as shown is over [`spec::LONGEST_SIDE`](super::spec::LONGEST_SIDE).
    TooHigh {
        /// The height as shown.
        pixels: u32,
    },
    /// Colours for printing (CMYK or YCCK) instead of colours for screens.
    ColourCmyk,
    /// A rare kind of JPEG: lossless, arithmetic, hierarchical, 12 bits, or a
    /// number of colour channels that no photo has.
    UnsupportedCoding,
    /// The file stops early: a part of the picture or its end is missing.
    Incomplete,
    /// More scans than [`spec::MOST_SCANS`](super::spec::MOST_SCANS).
    TooManyScans,
    /// The file contradicts itself or cannot be decoded.
    Damaged,
    /// The very file that was refused before; other findings say for what.
    SentBefore,
    /// No face can be found in the picture (`photo_check` looks for it).
    NoFace,
    /// More than one face of about the same size.
    SeveralFaces,
    /// Black and white. The office accepts such photos.
    Greyscale,
}

/// What a finding means for the applicant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// The photo cannot be used.
    Refuses,
    /// The photo can be used; the applicant should know.
    Advises,
}

impl Finding {
    /// A short name that never changes, for logs, counters and tests.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotJpeg { .. } => "not_jpeg",
            Self::TooFewBytes { .. } => "too_few_bytes",
            Self::TooManyBytes { .. } => "too_many_bytes",
            Self::TooNarrow { .. } => "too_narrow",
            Self::TooWide { .. } => "too_wide",
            Self::TooLow { .. } => "too_low",
            Self::TooHigh { .. } => "too_high",
            Self::ColourCmyk => "colour_cmyk",
            Self::UnsupportedCoding => "unsupported_coding",
            Self::Incomplete => "incomplete",
            Self::TooManyScans => "too_many_scans",
            Self::Damaged => "damaged",
            Self::SentBefore => "sent_before",
            Self::NoFace => "no_face",
            Self::SeveralFaces => "several_faces",
            Self::Greyscale => "greyscale",
        }
    }

    /// Whether the finding refuses the photo or only advises.
    pub const fn weight(self) -> Weight {
        match self {
            Self::Greyscale => Weight::Advises,
            Self::Empty
            | Self::NotJpeg { .. }
            | Self::TooFewBytes { .. }
            | Self::TooManyBytes { .. }
            | Self::TooNarrow { .. }
            | Self::TooWide { .. }
            | Self::TooLow { .. }
            | Self::TooHigh { .. }
            | Self::ColourCmyk
            | Self::UnsupportedCoding
            | Self::Incomplete
            | Self::TooManyScans
            | Self::Damaged
            | Self::SentBefore
            | Self::NoFace
            | Self::SeveralFaces => Weight::Refuses,
        }
    }
}
