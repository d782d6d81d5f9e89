use rules::photo::{Member, Steps as Budget};

use super::codes;
use super::frame::Channel;
use super::huffman::{Codes, Huffman};
use super::transform::Steps;

/// The tables that a file has given so far, as their bytes: each is built when a scan
/// needs it, since a file can give thousands that none does.
#[derive(Default)]
pub(super) struct Tables<'a> {
    steps: [Option<Given<'a>>; 4],
    first: [Slot<'a, Huffman>; 4],
    others: [Slot<'a, Codes>; 4],
    /// Coding units between two restart markers; 0 for none.
    pub(super) restart: usize,
}

/// A table has at most as many codes as there are symbols.
const MOST_CODES: usize = 256;

/// Bits that a first coefficient may have by its table: those that are used have fewer.
const LARGEST_SIZE: u8 = 15;

/// A table of steps as it stands in the file: 64 numbers of one byte each or two.
#[derive(Clone, Copy)]
struct Given<'a> {
    numbers: &'a [u8],
    is_wide: bool,
}

/// A table of codes as it stands in the file, and as it was built since.
struct Slot<'a, T> {
    given: Option<Lengths<'a>>,
    built: Option<T>,
}

/// How many codes there are of each length, and what they stand for.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Lengths<'a> {
    counts: &'a [u8; 16],
    symbols: &'a [u8],
}

impl<'a> Tables<'a> {
    /// Reads steps (DQT). None if they are cut off.
    pub(super) fn read_steps(&mut self, mut segment: &'a [u8]) -> Option<()> {
        while let Some((kind, rest)) = segment.split_first() {
            let is_wide = kind >> 4 > 0;
            let (numbers, rest) = rest.split_at_checked(if is_wide { 128 } else { 64 })?;
            *self.steps.get_mut(usize::from(kind & 15))? = Some(Given { numbers, is_wide });
            segment = rest;
        }
        Some(())
    }

    /// Reads codes (DHT). None if they are cut off.
    pub(super) fn read_codes(&mut self, mut segment: &'a [u8]) -> Option<()> {
        while let Some((kind, rest)) = segment.split_first() {
            let (counts, rest) = rest.split_first_chunk()?;
            let count = counts.iter().copied().map(usize::from).sum();
            if count > MOST_CODES {
                return None;
            }
            let (symbols, rest) = rest.split_at_checked(count)?;
            let given = Lengths { counts, symbols };
            let number = usize::from(kind & 15);
            match kind >> 4 {
                0 => self.first.get_mut(number)?.give(given),
                1 => self.others.get_mut(number)?.give(given),
                _ => return None,
            }
            segment = rest;
        }
        Some(())
    }

    /// Builds the tables that a channel of a scan names, unless they stand already. A table
    /// that the file does not give is the standard's own in the pictures of webcams, which
    /// leave them out. None if they are no codes, or if there are not so many steps left.
    pub(super) fn build(
        &mut self,
        member: &Member,
        needed: Needed,
        budget: &mut Budget,
    ) -> Option<()> {
        let standard = |tables: &'static [codes::Table; 2], number: u8| {
            let table = tables.get(usize::from(number))?;
            needed.or_standard.then_some(Lengths {
                counts: &table.counts,
                symbols: table.symbols,
            })
        };
        if needed.first {
            let number = member.first_codes;
            let slot = self.first.get_mut(usize::from(number))?;
            slot.given = slot.given.or_else(|| standard(&codes::FIRST, number));
            let symbols = slot.given.map(|given| given.symbols);
            let mut sizes = symbols.into_iter().flatten();
            if sizes.any(|size| *size > LARGEST_SIZE) {
                return None;
            }
            slot.build(Huffman::SLOTS, budget, |table| table)?;
        }
        if needed.others {
            let number = member.other_codes;
            let slot = self.others.get_mut(usize::from(number))?;
            slot.given = slot.given.or_else(|| standard(&codes::OTHERS, number));
            slot.build(Codes::SLOTS, budget, Codes::new)?;
        }
        Some(())
    }

    /// Codes of first coefficients with this number, if they were built.
    pub(super) fn first(&self, number: u8) -> Option<&Huffman> {
        self.first.get(usize::from(number))?.built.as_ref()
    }

    /// Codes of the other coefficients with this number, if they were built.
    pub(super) fn others(&self, number: u8) -> Option<&Codes> {
        self.others.get(usize::from(number))?.built.as_ref()
    }

    /// A channel keeps the steps of its first scan.
    pub(super) fn give_steps(&self, channel: &mut Channel) {
        if channel.steps.is_none() {
            let given = self.steps.get(usize::from(channel.table));
            channel.steps = given.copied().flatten().map(Given::steps);
        }
    }
}

/// Which codes a scan needs: of first coefficients, of the others.
#[derive(Clone, Copy)]
pub(super) struct Needed {
    pub(super) first: bool,
    pub(super) others: bool,
    /// Whether those of the standard stand for those that are not given.
    pub(super) or_standard: bool,
}

impl Given<'_> {
    fn steps(self) -> Box<Steps> {
        let mut steps: Box<Steps> = Box::new([0.0; 64]);
        let (pairs, _) = self.numbers.as_chunks::<2>();
        for (place, step) in steps.iter_mut().enumerate() {
            let number = if self.is_wide {
                pairs.get(place).copied().map(u16::from_be_bytes)
            } else {
                self.numbers.get(place).copied().map(u16::from)
            };
            *step = f32::from(number.unwrap_or(0));
        }
        steps
    }
}

impl<T> Default for Slot<'_, T> {
    fn default() -> Self {
        Self {
            given: None,
            built: None,
        }
    }
}

impl<'a, T> Slot<'a, T> {
    /// The same table once more stays as it was built.
    fn give(&mut self, given: Lengths<'a>) {
        if self.given != Some(given) {
            (self.given, self.built) = (Some(given), None);
        }
    }

    fn build(
        &mut self,
        slots: usize,
        budget: &mut Budget,
        finish: impl FnOnce(Huffman) -> T,
    ) -> Option<()> {
        if self.built.is_none() {
            let Lengths { counts, symbols } = self.given?;
            budget.take(slots)?;
            self.built = Some(finish(Huffman::new(counts, symbols)?));
        }
        Some(())
    }
}
