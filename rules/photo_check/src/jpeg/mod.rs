//! Reads JPEG files: baseline, extended with 8 bits, progressive (ITU-T T.81),
//! with one or three channels. What nobody asks for is not computed: at a quarter
//! of the sides most of the file is passed over without looking at its numbers.
//!
//! The same pixels on every machine (`docs/decisions/0015-own-jpeg-decoder.md`).

mod bits;
mod codes;
mod colours;
mod frame;
mod huffman;
mod plane;
mod progressive;
mod rewrite;
mod scan;
mod segments;
mod sequential;
mod tables;
mod transform;
mod writer;

pub use rewrite::NotRewritten;
pub(crate) use rewrite::rewrite;
pub use segments::profile;

use rules::photo::{Colour, Steps, spec};

use crate::pixels::Pixels;
use bits::Bits;
use frame::Frame;
use progressive::Progressive;
use scan::Scan;
use segments::{DHT, DQT, DRI, EOI, SOS, Segments};
use sequential::Sequential;
use tables::Tables;

/// Steps that any file may take, for the tables of its scans: as many as there may be.
const FOR_ANY_FILE: u64 = 1 << 20;

/// What decoding a file of so many bytes may cost: blocks that are walked over, and places
/// of tables that are filled.
pub(crate) fn to_decode(bytes: usize) -> Steps {
    Steps::new(bytes, spec::MOST_BLOCKS_FOR_A_BYTE, FOR_ANY_FILE)
}

/// Decodes a file to the whole of its sides, a half, a 4th or an 8th (`shrink` 1,
/// 2, 4 or 8), rounded up. None if it cannot be decoded.
pub(crate) fn decode(file: &[u8], shrink: usize, colour: Colour) -> Option<Pixels> {
    decode_within(file, shrink, colour, &mut to_decode(file.len()))
}

/// The same within a budget.
pub(crate) fn decode_within(
    file: &[u8],
    shrink: usize,
    colour: Colour,
    steps: &mut Steps,
) -> Option<Pixels> {
    let mut tables = Tables::default();
    let mut frame: Option<Frame> = None;
    let mut segments = Segments { rest: file };
    while let Some((marker, segment)) = segments.next() {
        steps.take(1)?;
        match marker {
            DQT => tables.read_steps(segment)?,
            DHT => tables.read_codes(segment)?,
            DRI => tables.read_restart(segment)?,
            SOS => {
                let mut bits = Bits::new(segments.rest);
                let scan = Scan::read(segment, frame.as_mut()?, &mut tables, steps)?;
                read_scan(scan, &mut bits)?;
                segments.rest = bits.rest();
            }
            EOI => break,
            _ if frame::is_known(marker) && frame.is_none() => {
                let read = Frame::read(marker, segment, shrink)?;
                frame = Some(read).filter(|frame| frame.fits(file.len()));
                frame.as_ref()?;
            }
            _ => {}
        }
    }
    show(frame?, colour)
}

fn read_scan(mut scan: Scan<'_>, bits: &mut Bits<'_>) -> Option<()> {
    if scan.is_progressive {
        let mut blocks = Progressive::of(&scan)?;
        scan.members
            .iter_mut()
            .for_each(|member| member.channel.make_room_to_keep());
        scan.run(bits, &mut blocks)
    } else {
        scan.members
            .iter_mut()
            .for_each(|member| member.channel.make_room());
        scan.run(bits, &mut Sequential::new())
    }
}

fn show(mut frame: Frame, colour: Colour) -> Option<Pixels> {
    for channel in &mut frame.channels {
        channel.steps.as_ref()?;
        if frame.is_progressive {
            channel.show_kept();
        }
    }
    colours::picture(&frame, colour)
}
