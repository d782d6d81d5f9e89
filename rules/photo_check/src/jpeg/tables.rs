use super::frame::Channel;
use super::huffman::{Codes, Huffman};
use super::transform::Steps;

/// The tables that a file has given so far.
#[derive(Default)]
pub(super) struct Tables {
    steps: [Option<Box<Steps>>; 4],
    first: [Option<Huffman>; 4],
    others: [Option<Codes>; 4],
    /// Coding units between two restart markers; 0 for none.
    pub(super) restart: usize,
}

impl Tables {
    /// Reads steps (DQT). None if they are cut off.
    pub(super) fn read_steps(&mut self, mut segment: &[u8]) -> Option<()> {
        while let Some((kind, rest)) = segment.split_first() {
            let mut steps: Box<Steps> = Box::new([0.0; 64]);
            let is_wide = kind >> 4 > 0;
            let (numbers, rest) = rest.split_at_checked(if is_wide { 128 } else { 64 })?;
            for (place, step) in steps.iter_mut().enumerate() {
                let number = if is_wide {
                    let pair = numbers.as_chunks::<2>().0.get(place)?;
                    u16::from_be_bytes(*pair)
                } else {
                    u16::from(*numbers.get(place)?)
                };
                *step = f32::from(number);
            }
            *self.steps.get_mut(usize::from(kind & 15))? = Some(steps);
            segment = rest;
        }
        Some(())
    }

    /// Reads codes (DHT). None if they are cut off or no codes.
    pub(super) fn read_codes(&mut self, mut segment: &[u8]) -> Option<()> {
        while let Some((kind, rest)) = segment.split_first() {
            let (counts, rest) = rest.split_first_chunk()?;
            let count = counts.iter().copied().map(usize::from).sum();
            let (symbols, rest) = rest.split_at_checked(count)?;
            let table = Huffman::new(counts, symbols)?;
            let number = usize::from(kind & 15);
            match kind >> 4 {
                0 => *self.first.get_mut(number)? = Some(table),
                1 => *self.others.get_mut(number)? = Some(Codes::new(table)),
                _ => return None,
            }
            segment = rest;
        }
        Some(())
    }

    /// Reads how often the coding starts anew (DRI). None if it is cut off.
    pub(super) fn read_restart(&mut self, segment: &[u8]) -> Option<()> {
        self.restart = usize::from(u16::from_be_bytes(segment.try_into().ok()?));
        Some(())
    }

    /// Codes of first coefficients with this number.
    pub(super) fn first(&self, number: u8) -> Option<&Huffman> {
        self.first.get(usize::from(number))?.as_ref()
    }

    /// Codes of the other coefficients with this number.
    pub(super) fn others(&self, number: u8) -> Option<&Codes> {
        self.others.get(usize::from(number))?.as_ref()
    }

    /// A channel keeps the steps of its first scan.
    pub(super) fn give_steps(&self, channel: &mut Channel) {
        if channel.steps.is_none() {
            let steps = self.steps.get(usize::from(channel.table));
            channel.steps = steps.cloned().flatten();
        }
    }
}
