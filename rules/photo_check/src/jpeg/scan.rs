use rules::photo::Steps;

use super::bits::Bits;
use super::frame::{Channel, Frame};
use super::huffman::{Codes, Huffman};
use super::tables::{Needed, Tables};

/// A scan header (T.81, B.2.3): which channels it codes and how.
pub(super) struct Scan<'a> {
    pub(super) members: Vec<Member<'a>>,
    /// First and last coefficient.
    pub(super) band: [usize; 2],
    /// Whether it makes coefficients finer that were there before.
    pub(super) refines: bool,
    /// How many lower bits of the coefficients are still missing behind it.
    pub(super) shift: u32,
    pub(super) is_progressive: bool,
    units: [usize; 2],
    /// Coding units between two restart markers; 0 for none.
    restart: usize,
}

/// A channel in a scan.
pub(super) struct Member<'a> {
    pub(super) channel: &'a mut Channel,
    /// Codes of the first coefficient, and of the others.
    pub(super) first: Option<&'a Huffman>,
    pub(super) others: Option<&'a Codes>,
    /// The first coefficient of the block before.
    pub(super) before: i32,
}

/// What is done with the blocks of a scan, one after the other.
pub(super) trait Blocks {
    /// Reads a block; none if what is there is no block.
    fn block(&mut self, member: &mut Member<'_>, at: [usize; 2], bits: &mut Bits<'_>)
    -> Option<()>;

    /// Forgets what blocks have in common, behind a restart marker.
    fn restart(&mut self) {}
}

impl<'a> Scan<'a> {
    /// None if the header contradicts itself or the frame, if it names tables that are none,
    /// or if there are not steps enough to walk over its blocks.
    pub(super) fn read(
        segment: &[u8],
        frame: &'a mut Frame,
        tables: &'a mut Tables<'_>,
        steps: &mut Steps,
    ) -> Option<Self> {
        let (count, rest) = segment.split_first()?;
        let (channels, [first, last, approximation]) = rest.split_last_chunk()?;
        let channels = channels.as_chunks::<2>().0;
        let band = [first, last].map(|place| usize::from(*place));
        if channels.len() != usize::from(*count) || band[0] > band[1] || band[1] > 63 {
            return None;
        }
        let refines = approximation >> 4 > 0;
        let needed = needed(frame, band, refines);
        for [_, codes] in channels {
            tables.build(*codes, needed, steps)?;
        }
        let tables = &*tables;
        let mut wanted = channels.iter().peekable();
        let mut members = Vec::new();
        for channel in &mut frame.channels {
            // Channels stand in the order of the frame header.
            let Some([_, codes]) = wanted.next_if(|[id, _]| *id == channel.id) else {
                continue;
            };
            tables.give_steps(channel);
            members.push(Member {
                channel,
                first: tables.first(codes >> 4),
                others: tables.others(codes & 15),
                before: 0,
            });
        }
        if wanted.next().is_some() || members.is_empty() {
            return None;
        }
        let scan = Self {
            members,
            band,
            refines,
            shift: u32::from(approximation & 15).min(13),
            is_progressive: frame.is_progressive,
            units: frame.units,
            restart: tables.restart,
        };
        steps.take(scan.blocks())?;
        Some(scan)
    }

    /// How many blocks it walks over.
    fn blocks(&self) -> usize {
        match &self.members[..] {
            [alone] => alone.channel.blocks[0] * alone.channel.blocks[1],
            several => {
                let sampling = several.iter().map(|member| member.channel.sampling);
                let of_a_unit: usize = sampling.map(|[across, down]| across * down).sum();
                self.units[0] * self.units[1] * of_a_unit
            }
        }
    }

    /// Reads all blocks from the data behind the header.
    pub(super) fn run(&mut self, bits: &mut Bits<'_>, blocks: &mut impl Blocks) -> Option<()> {
        let alone = match &self.members[..] {
            [member] => Some(member.channel.blocks),
            _ => None,
        };
        let [across, down] = alone.unwrap_or(self.units);
        let mut until_restart = self.restart;
        for y in 0..down {
            for x in 0..across {
                if self.restart > 0 && until_restart == 0 {
                    until_restart = self.restart;
                    bits.restart();
                    blocks.restart();
                    self.members.iter_mut().for_each(|member| member.before = 0);
                }
                until_restart = until_restart.saturating_sub(1);
                for member in &mut self.members {
                    match alone {
                        Some(_) => blocks.block(member, [x, y], bits)?,
                        None => unit(member, [x, y], bits, blocks)?,
                    }
                }
            }
        }
        Some(())
    }
}

/// Which codes a scan of these coefficients needs.
fn needed(frame: &Frame, [first, last]: [usize; 2], refines: bool) -> Needed {
    if frame.is_progressive {
        Needed {
            first: first == 0 && !refines,
            others: last > 0,
        }
    } else {
        Needed {
            first: true,
            others: true,
        }
    }
}

/// The blocks of one channel in a unit of several channels.
#[inline]
fn unit(
    member: &mut Member<'_>,
    [x, y]: [usize; 2],
    bits: &mut Bits<'_>,
    blocks: &mut impl Blocks,
) -> Option<()> {
    let [across, down] = member.channel.sampling;
    for row in y * down..(y + 1) * down {
        for column in x * across..(x + 1) * across {
            blocks.block(member, [column, row], bits)?;
        }
    }
    Some(())
}

impl Member<'_> {
    /// The first coefficient of the next block, as it is coded: the difference to
    /// the one before.
    #[inline]
    pub(super) fn first(&mut self, bits: &mut Bits<'_>) -> Option<i32> {
        bits.fill();
        let size = u32::from(self.first?.symbol(bits)?);
        if size > 11 {
            return None;
        }
        self.before = self.before.wrapping_add(bits.signed(size));
        Some(self.before)
    }
}

/// A coefficient; those that no writer makes are cut to the largest.
#[inline]
pub(super) fn coefficient(value: i32) -> i16 {
    let largest = i32::from(i16::MAX);
    i16::try_from(value.clamp(-largest, largest)).unwrap_or(0)
}
