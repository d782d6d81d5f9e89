use super::bits::Bits;
use super::huffman::{Codes, LAST, coefficient};
use super::scan::{Blocks, Member};
use super::transform::needed;

/// Reads the blocks of a scan that codes whole blocks, and shows them.
pub(super) struct Sequential {
    block: [i16; 64],
}

impl Sequential {
    pub(super) const fn new() -> Self {
        Self { block: [0; 64] }
    }

    /// Reads the coefficients that are needed; returns the place of the next one,
    /// behind the block at its end.
    #[inline]
    fn read(block: &mut [i16], codes: &Codes, bits: &mut Bits<'_>) -> Option<usize> {
        let mut place = 1;
        while place < block.len() {
            bits.fill();
            let next = codes.next(bits)?;
            place += usize::from(next.zeros);
            if let Some(kept) = block.get_mut(place) {
                *kept = next.value;
            } else if place > LAST && next.value != 0 {
                return None;
            }
            place += 1;
        }
        Some(place)
    }
}

impl Blocks for Sequential {
    #[inline]
    fn block(
        &mut self,
        member: &mut Member<'_>,
        at: [usize; 2],
        bits: &mut Bits<'_>,
    ) -> Option<()> {
        let block = self.block.get_mut(..needed(member.channel.side))?;
        block.fill(0);
        *block.first_mut()? = coefficient(member.first(bits)?);
        let codes = member.others?;
        let place = Self::read(block, codes, bits)?;
        codes.pass(place, bits)?;
        member.channel.show(at, block);
        Some(())
    }
}
