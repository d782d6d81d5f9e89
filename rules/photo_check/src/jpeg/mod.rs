//! Reads JPEG files: baseline, extended with 8 bits, progressive (ITU-T T.81),
//! with one or three channels. What nobody asks for is not computed: at a quarter
//! of the sides most of the file is passed over without looking at its numbers.
//!
//! What libjpeg and the browsers show whole is read, in the same colours; what lacks a part
//! of its data is broken (`docs/decisions/0041-one-reader-for-photos.md`). The same pixels
//! on every machine (`docs/decisions/0015-own-jpeg-decoder.md`).

mod bits;
pub(crate) mod codes;
mod colours;
mod frame;
mod huffman;
mod open;
mod plane;
mod profile;
mod progressive;
mod rewrite;
mod scan;
mod sequential;
mod tables;
mod transform;
mod writer;

pub use profile::profile;
pub use rewrite::NotRewritten;
pub(crate) use rewrite::rewrite;

use rules::photo::{Colour, Finding, Steps, spec};

use crate::pixels::Pixels;
use open::Open;
use progressive::Progressive;
use sequential::Sequential;

/// Steps that any file may take, for the tables of its scans: as many as there may be.
const FOR_ANY_FILE: u64 = 1 << 20;

/// The coded data of a file is no whole picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// A part of the picture is missing.
    #[error("a part of the picture is missing")]
    Incomplete,
    /// What is there is no picture.
    #[error("the coded data is no picture")]
    Damaged,
}

impl From<Broken> for Finding {
    fn from(broken: Broken) -> Self {
        match broken {
            Broken::Incomplete => Self::Incomplete,
            Broken::Damaged => Self::Damaged,
        }
    }
}

/// What decoding a file of so many bytes may cost: blocks that are walked over, and places
/// of tables that are filled.
pub(crate) fn to_decode(bytes: usize) -> Steps {
    Steps::new(bytes, spec::MOST_BLOCKS_FOR_A_BYTE, FOR_ANY_FILE)
}

/// Decodes a file to the whole of its sides, a half, a 4th or an 8th (`shrink` 1,
/// 2, 4 or 8), rounded up.
///
/// Whether all channels and details were sent is for the caller to know
/// ([`rules::photo::inspect`]); that all of what was sent is there is found out here.
pub(crate) fn decode(file: &[u8], shrink: usize, colour: Colour) -> Result<Pixels, Broken> {
    decode_within(file, shrink, colour, &mut to_decode(file.len()))
}

/// The same within a budget.
pub(crate) fn decode_within(
    file: &[u8],
    shrink: usize,
    colour: Colour,
    steps: &mut Steps,
) -> Result<Pixels, Broken> {
    let mut open = Open::of(file, shrink).ok_or(Broken::Damaged)?;
    while let Some(scan) = open.next_scan(steps)? {
        if scan.is_progressive {
            open.read(&scan, steps, &mut Progressive::of(&scan.header))?;
        } else {
            open.read(&scan, steps, &mut Sequential::new())?;
        }
        if scan.is_whole {
            break;
        }
    }
    open.show(colour).ok_or(Broken::Damaged)
}
