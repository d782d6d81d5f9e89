use rules::photo::{ScanHeader, Steps};

use super::bits::Bits;
use super::broken::Broken;
use super::frame::{Channel, Frame};
use super::huffman::{Codes, Huffman};
use super::tables::{Needed, Tables};

/// A scan (T.81, B.2.3), ready to be read: which channels it codes, and with which codes.
pub(super) struct Scan<'a> {
    members: Vec<Member<'a>>,
    units: [usize; 2],
    /// Coding units between two restart markers; 0 for none.
    restart: usize,
}

/// A channel in a scan.
pub(super) struct Member<'a> {
    pub(super) channel: &'a mut Channel,
    /// Its place in the frame header.
    pub(super) place: usize,
    /// Its place in the scan.
    turn: usize,
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
    /// Makes room for what its header announces. None if it names tables that are none, or
    /// if there are not steps enough to walk over its blocks.
    pub(super) fn of(
        header: &ScanHeader,
        frame: &'a mut Frame,
        tables: &'a mut Tables<'_>,
        steps: &mut Steps,
    ) -> Option<Self> {
        let is_progressive = frame.is_progressive;
        let needed = Needed {
            first: header.first == 0 && !header.refines,
            others: header.last > 0,
            or_standard: !is_progressive,
        };
        for member in header.members() {
            tables.build(member, needed, steps)?;
        }
        let tables = &*tables;
        let members = frame.channels.iter_mut().enumerate();
        let members = members.filter_map(|(place, channel)| {
            let mut listed = header.members().iter().enumerate();
            let (turn, member) = listed.find(|(_, member)| member.channel == place)?;
            tables.give_steps(channel);
            Some(Member {
                channel,
                place,
                turn,
                first: tables.first(member.first_codes),
                others: tables.others(member.other_codes),
                before: 0,
            })
        });
        let mut members: Vec<_> = members.collect();
        members.sort_by_key(|member| member.turn);
        let scan = Self {
            members,
            units: frame.units,
            restart: tables.restart,
        };
        steps.take(scan.blocks())?;
        Some(scan.with_room(is_progressive))
    }

    fn with_room(mut self, is_progressive: bool) -> Self {
        for member in &mut self.members {
            if is_progressive {
                member.channel.make_room_to_keep();
            } else {
                member.channel.make_room();
            }
        }
        self
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
    pub(super) fn run(
        &mut self,
        bits: &mut Bits<'_>,
        blocks: &mut impl Blocks,
    ) -> Result<(), Broken> {
        let read = self.blocks_of(bits, blocks);
        read.and_then(|()| bits.close()).ok_or_else(|| bits.fault())
    }

    fn blocks_of(&mut self, bits: &mut Bits<'_>, blocks: &mut impl Blocks) -> Option<()> {
        let alone = match &self.members[..] {
            [member] => Some(member.channel.blocks),
            _ => None,
        };
        let [across, down] = alone.unwrap_or(self.units);
        let mut until_restart = self.restart;
        let mut number = 0;
        for y in 0..down {
            for x in 0..across {
                if self.restart > 0 && until_restart == 0 {
                    until_restart = self.restart;
                    bits.restart(number)?;
                    number = (number + 1) & 7;
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
            // Nothing is made of what is not there.
            if bits.is_overdrawn() {
                return None;
            }
        }
        Some(())
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

/// The largest first coefficient. Pixels of 8 bits give up to 1,024; where data is missing,
/// the differences may add up to more.
const LARGEST_FIRST: i32 = 2047;

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
        self.before += bits.signed(size);
        (self.before.abs() <= LARGEST_FIRST).then_some(self.before)
    }
}
