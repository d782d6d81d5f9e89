//! A file made anew: the same coefficients, and nothing else of the old one. The picture
//! comes with it.

use rules::photo::Colour;

use super::bits::Bits;
use super::colours;
use super::frame::{self, Channel, Frame};
use super::huffman::Codes;
use super::scan::{Blocks, Member, Scan, coefficient};
use super::segments::{DHT, DQT, DRI, EOI, SOS, Segments};
use super::tables::Tables;
use super::transform::needed;
use super::writer::{Head, Writer};
use crate::pixels::Pixels;
use crate::resample::to_byte;

/// A file was not written anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotRewritten {
    /// It is of a kind that has to be decoded and coded instead.
    #[error("a kind of file that is not written anew")]
    OtherKind,
    /// Its coded data is no picture, or not all of one.
    #[error("the coded data is no whole picture")]
    Damaged,
}

/// Writes a JPEG file anew without loss: the same sides, steps and coefficients in a
/// fresh baseline file of one scan, with the standard's own codes and without
/// restarts. A decoder gives the same pixels for both. Gives the picture as well, as
/// [`decode`](super::decode()) does with this `shrink` and `colour`: reading the coded
/// data is most of the work for both.
///
/// Every bit of the coded data is read. Of the old file nothing is left but the
/// numbers of the picture: no segment, no byte behind the end, no choice of codes.
/// Blocks that lie wholly outside the picture become empty.
///
/// For baseline and extended files with 8 bits and three channels, brightness
/// first, in one scan; whether the channels are brightness and colours is for
/// the caller to know ([`rules::photo::inspect`]). The new file may be a tenth larger
/// than the old one.
///
/// # Errors
/// [`NotRewritten`].
pub(crate) fn rewrite(
    file: &[u8],
    shrink: usize,
    colour: Colour,
) -> Result<(Vec<u8>, Pixels), NotRewritten> {
    let mut steps = super::to_decode(file.len());
    let mut open = Open::read(file, shrink).ok_or(NotRewritten::OtherKind)?;
    let head = open.head().ok_or(NotRewritten::OtherKind)?;
    let mut bits = Bits::new(open.data);
    let mut copy = Copy {
        ids: open.ids(),
        before: [0; 3],
        block: [0; 64],
        writer: Writer::new(&head, file.len() + file.len() / 8),
    };
    let mut scan = Scan::read(open.scan, &mut open.frame, &mut open.tables, &mut steps)
        .filter(|scan| scan.members.len() == copy.ids.len())
        .ok_or(NotRewritten::OtherKind)?;
    scan.members
        .iter_mut()
        .for_each(|member| member.channel.make_room());
    scan.run(&mut bits, &mut copy)
        .ok_or(NotRewritten::Damaged)?;
    let mut behind = Segments { rest: bits.rest() };
    let picture = colours::picture(&open.frame, colour);
    match (behind.next(), picture) {
        (Some((EOI, _)), Some(picture)) => Ok((copy.writer.finish(), picture)),
        _ => Err(NotRewritten::OtherKind),
    }
}

/// A file up to its first scan.
struct Open<'a> {
    sides: [u16; 2],
    frame: Frame,
    tables: Tables<'a>,
    /// The header of the scan, and what comes behind it.
    scan: &'a [u8],
    data: &'a [u8],
}

impl<'a> Open<'a> {
    fn read(file: &'a [u8], shrink: usize) -> Option<Self> {
        let mut tables = Tables::default();
        let mut frame = None;
        let mut segments = Segments { rest: file };
        loop {
            let (marker, segment) = segments.next()?;
            match marker {
                DQT => tables.read_steps(segment)?,
                DHT => tables.read_codes(segment)?,
                DRI => tables.read_restart(segment)?,
                SOS => {
                    let (sides, frame) = frame?;
                    return Some(Self {
                        sides,
                        frame,
                        tables,
                        scan: segment,
                        data: segments.rest,
                    });
                }
                EOI => return None,
                _ if frame::is_known(marker) && frame.is_none() => {
                    let (_, [h1, h0, w1, w0, ..]) = segment.split_first_chunk::<1>()? else {
                        return None;
                    };
                    let sides = [[*w1, *w0], [*h1, *h0]].map(u16::from_be_bytes);
                    let read = Frame::read(marker, segment, shrink)?;
                    frame = Some((sides, read)).filter(|(_, read)| read.fits(file.len()));
                    frame.as_ref()?;
                }
                _ => {}
            }
        }
    }

    fn ids(&self) -> [u8; 3] {
        std::array::from_fn(|at| self.frame.channels.get(at).map_or(0, |channel| channel.id))
    }

    /// The head of the new file; none if there is no place for this picture in one.
    fn head(&mut self) -> Option<Head> {
        let tables = &self.tables;
        let channels = self.frame.channels.iter_mut();
        channels.for_each(|channel| tables.give_steps(channel));
        let [brightness, blue, red] = self.frame.channels.as_slice() else {
            return None;
        };
        let differ = brightness.id != blue.id && blue.id != red.id && red.id != brightness.id;
        let fits = [blue, red].iter().all(|channel| channel.sampling == [1, 1])
            && brightness.sampling.iter().all(|count| *count <= 2);
        let sampling = brightness.sampling.map(u8::try_from);
        let [Ok(across), Ok(down)] = sampling else {
            return None;
        };
        (!self.frame.is_progressive && differ && fits).then_some(Head {
            width: self.sides[0],
            height: self.sides[1],
            sampling: [across, down],
            steps: [steps(brightness)?, steps(blue)?, steps(red)?],
        })
    }
}

/// The steps of a channel. None if they do not fit a baseline file, or are 0: what
/// is multiplied by that is not seen.
fn steps(channel: &Channel) -> Option<[u8; 64]> {
    let steps = channel.steps.as_ref()?;
    let fit = steps.iter().all(|step| (1.0..=255.0).contains(step));
    fit.then(|| steps.map(to_byte))
}

/// The largest first coefficient. Pixels of 8 bits give up to 1,024; a sum of
/// differences could grow beyond what readers of the new file count with.
const LARGEST_FIRST: i32 = 2047;

/// Writes each block that is read, and shows it.
struct Copy {
    ids: [u8; 3],
    /// The first coefficient of the block of each channel that was written last.
    before: [i32; 3],
    /// The coefficients of the block that is being read.
    block: [i16; 64],
    writer: Writer,
}

impl Blocks for Copy {
    #[inline]
    fn block(
        &mut self,
        member: &mut Member<'_>,
        at: [usize; 2],
        bits: &mut Bits<'_>,
    ) -> Option<()> {
        let first = member.first(bits)?;
        if first.abs() > LARGEST_FIRST {
            return None;
        }
        let codes = member.others?;
        let channel = self.ids.iter().position(|id| *id == member.channel.id)?;
        let blocks = member.channel.blocks;
        if at[0] < blocks[0] && at[1] < blocks[1] {
            let before = self.before.get_mut(channel)?;
            self.writer.first(channel, first.checked_sub(*before)?)?;
            *before = first;
            self.block = [0; 64];
            self.block[0] = coefficient(first);
            read(codes, bits, |place, zeros, value| {
                *self.block.get_mut(place)? = value;
                self.writer.other(channel, zeros, value)
            })?
            .then(|| self.writer.end_of_block(channel));
            let needed = needed(member.channel.side);
            member.channel.show(at, self.block.get(..needed)?);
        } else {
            self.writer.first(channel, 0)?;
            self.writer.end_of_block(channel)?;
            read(codes, bits, |_, _, _| Some(()))?;
        }
        (!bits.is_overdrawn()).then_some(())
    }
}

/// Reads all coefficients of a block but the first; gives each that is not 0 with
/// its place and the number of zeros before it. Returns whether zeros are left at the end; none
/// if it is no block.
#[inline]
fn read(
    codes: &Codes,
    bits: &mut Bits<'_>,
    mut give: impl FnMut(usize, usize, i16) -> Option<()>,
) -> Option<bool> {
    let (mut place, mut zeros) = (1, 0);
    while place < 64 {
        bits.fill();
        let next = codes.next(bits)?;
        let run = usize::from(next.zeros);
        if next.value != 0 {
            give(place + run, zeros + run, next.value)?;
            zeros = 0;
        } else if run < 64 {
            zeros += run + 1;
        } else {
            return Some(true);
        }
        place += run + 1;
    }
    (place == 64).then_some(zeros > 0)
}
