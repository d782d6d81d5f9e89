//! A file made anew: the same coefficients, and nothing else of the old one. The picture
//! comes with it.

use rules::photo::Colour;

use super::bits::Bits;
use super::broken::Broken;
use super::frame::Channel;
use super::huffman::{Codes, coefficient};
use super::open::Open;
use super::scan::{Blocks, Member};
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
    /// Its coded data is no whole picture.
    #[error(transparent)]
    Broken(#[from] Broken),
}

/// Writes a JPEG file anew without loss: the same sides, steps and coefficients in a
/// fresh baseline file of one scan, with the standard's own codes and without
/// restarts. A decoder gives the same pixels for both. Gives the picture as well, as
/// [`decode`](super::decode::decode) does with this `shrink` and `colour`: reading the coded
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
    let mut steps = super::decode::to_decode(file.len());
    let mut open = Open::of(file, shrink).ok_or(NotRewritten::OtherKind)?;
    let scan = open.next_scan(&mut steps)?.filter(|scan| scan.is_whole);
    let scan = scan.ok_or(NotRewritten::OtherKind)?;
    let head = head(&mut open).ok_or(NotRewritten::OtherKind)?;
    let mut copy = Copy {
        before: [0; 3],
        block: [0; 64],
        writer: Writer::new(&head, file.len() + file.len() / 8),
    };
    let read = open.read(&scan, &mut steps, &mut copy);
    if copy.writer.is_beyond {
        return Err(NotRewritten::OtherKind);
    }
    read?;
    let picture = open.show(colour).ok_or(NotRewritten::OtherKind)?;
    Ok((copy.writer.finish(), picture))
}

/// The head of the new file; none if there is no place for this picture in one.
fn head(open: &mut Open<'_>) -> Option<Head> {
    let [width, height] = open.sides()?;
    let (tables, frame) = (&open.tables, open.frame.as_mut()?);
    let channels = frame.channels.iter_mut();
    channels.for_each(|channel| tables.give_steps(channel));
    let [brightness, blue, red] = frame.channels.as_slice() else {
        return None;
    };
    let fits = [blue, red].iter().all(|channel| channel.sampling == [1, 1])
        && brightness.sampling.iter().all(|count| *count <= 2);
    let sampling = brightness.sampling.map(u8::try_from);
    let [Ok(across), Ok(down)] = sampling else {
        return None;
    };
    fits.then_some(Head {
        width,
        height,
        sampling: [across, down],
        steps: [steps(brightness)?, steps(blue)?, steps(red)?],
    })
}

/// The steps of a channel. None if they do not fit a baseline file, or are 0: what
/// is multiplied by that is not seen.
fn steps(channel: &Channel) -> Option<[u8; 64]> {
    let steps = channel.steps.as_ref()?;
    let fit = steps.iter().all(|step| (1.0..=255.0).contains(step));
    fit.then(|| steps.map(to_byte))
}

/// Writes each block that is read, and shows it.
struct Copy {
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
        let codes = member.others?;
        let channel = member.place;
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
            read(codes, bits, |place, _, _| (place < 64).then_some(()))?;
        }
        Some(())
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
    // Zeros may be counted beyond the end.
    Some(zeros > 0)
}
