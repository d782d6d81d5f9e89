//! From a file to its pixels.

use rules::photo::{Colour, Steps, spec};

use super::broken::Broken;
use super::open::Open;
use super::progressive::Progressive;
use super::sequential::Sequential;
use crate::pixels::Pixels;

/// Steps that any file may take, for the tables of its scans: as many as there may be.
const FOR_ANY_FILE: u64 = 1 << 20;

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
