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

use rules::photo::Colour;

use crate::pixels::Pixels;
use bits::Bits;
use frame::Frame;
use progressive::Progressive;
use scan::Scan;
use segments::{DHT, DQT, DRI, EOI, SOS, Segments};
use sequential::Sequential;
use tables::Tables;

/// Decodes a file to the whole of its sides, a half, a 4th or an 8th (`shrink` 1,
/// 2, 4 or 8), rounded up. None if it cannot be decoded.
pub(crate) fn decode(file: &[u8], shrink: usize, colour: Colour) -> Option<Pixels> {
    let mut tables = Tables::default();
    let mut frame: Option<Frame> = None;
    let mut segments = Segments { rest: file };
    while let Some((marker, segment)) = segments.next() {
        match marker {
            DQT => tables.read_steps(segment)?,
            DHT => tables.read_codes(segment)?,
            DRI => tables.read_restart(segment)?,
            SOS => {
                let mut bits = Bits::new(segments.rest);
                read_scan(segment, frame.as_mut()?, &tables, &mut bits)?;
                segments.rest = bits.rest();
            }
            EOI => break,
            _ if frame::is_known(marker) && frame.is_none() => {
                frame = Some(Frame::read(marker, segment, shrink)?);
            }
            _ => {}
        }
    }
    show(frame?, colour)
}

fn read_scan(
    segment: &[u8],
    frame: &mut Frame,
    tables: &Tables,
    bits: &mut Bits<'_>,
) -> Option<()> {
    let is_progressive = frame.is_progressive;
    let mut scan = Scan::read(segment, frame, tables)?;
    if is_progressive {
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
