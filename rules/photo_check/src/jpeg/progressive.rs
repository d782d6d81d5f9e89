use rules::photo::ScanHeader;

use super::bits::Bits;
use super::huffman::coefficient;
use super::scan::{Blocks, Member};

/// Reads the blocks of one scan of a progressive picture (T.81, annex G).
pub(super) struct Progressive {
    first: usize,
    last: usize,
    refines: bool,
    shift: u32,
    /// Blocks to come that end here.
    ended: i32,
}

impl Progressive {
    pub(super) fn of(scan: &ScanHeader) -> Self {
        Self {
            first: scan.first,
            last: scan.last,
            refines: scan.refines,
            shift: scan.bits_to_come.into(),
            ended: 0,
        }
    }

    /// The first coefficient of a block.
    fn head(&self, member: &mut Member<'_>, at: [usize; 2], bits: &mut Bits<'_>) -> Option<()> {
        if self.refines {
            let bit = bits.take(1);
            let (coefficients, _) = member.channel.kept(at)?;
            let first = coefficients.first_mut()?;
            *first |= coefficient(bit << self.shift);
        } else {
            let value = member.first(bits)?;
            let (coefficients, _) = member.channel.kept(at)?;
            *coefficients.first_mut()? = coefficient(value.wrapping_shl(self.shift));
        }
        Some(())
    }

    /// Other coefficients, for the first time.
    fn tail(&mut self, member: &mut Member<'_>, at: [usize; 2], bits: &mut Bits<'_>) -> Option<()> {
        let codes = &member.others?.table;
        let (coefficients, others) = member.channel.kept(at)?;
        let mut place = self.first;
        while place <= self.last {
            bits.fill();
            let symbol = codes.symbol(bits)?;
            let (run, size) = (symbol >> 4, u32::from(symbol & 15));
            if size == 0 && run < 15 {
                self.ended = (1 << run) - 1 + bits.take(run.into());
                break;
            }
            place += usize::from(run);
            if size > 0 {
                if place > self.last {
                    return None;
                }
                let value = bits.signed(size) << self.shift;
                set(coefficients, others, place, value);
            }
            place += 1;
        }
        Some(())
    }

    /// One more bit of other coefficients.
    fn refine(
        &mut self,
        member: &mut Member<'_>,
        at: [usize; 2],
        bits: &mut Bits<'_>,
    ) -> Option<()> {
        let codes = &member.others?.table;
        let (coefficients, others) = member.channel.kept(at)?;
        let mut finer = Finer {
            coefficients,
            others: *others,
            bits,
            by: 1 << self.shift,
        };
        let mut place = self.first;
        while self.ended == 0 && place <= self.last {
            finer.bits.fill();
            let symbol = codes.symbol(finer.bits)?;
            let (run, size) = (symbol >> 4, symbol & 15);
            if size == 0 && run < 15 {
                self.ended = (1 << run) + finer.bits.take(run.into());
                break;
            }
            let sign = match size {
                0 => 0,
                1 => 2 * finer.bits.take(1) - 1,
                _ => return None,
            };
            place = finer.past(place, self.last, run.into());
            if sign != 0 {
                if place > self.last {
                    return None;
                }
                set(finer.coefficients, others, place, sign << self.shift);
            }
            place += 1;
        }
        if self.ended > 0 {
            finer.past(place, self.last, u32::MAX);
            self.ended -= 1;
        }
        Some(())
    }
}

/// Notes a coefficient; its value only if it is needed.
#[inline]
fn set(coefficients: &mut [i16], others: &mut u64, place: usize, value: i32) {
    *others |= 1_u64
        .checked_shl(u32::try_from(place).unwrap_or(64))
        .unwrap_or(0);
    if let Some(kept) = coefficients.get_mut(place) {
        *kept = coefficient(value);
    }
}

/// Makes coefficients finer that were there before.
struct Finer<'a, 'b> {
    coefficients: &'a mut [i16],
    /// Which ones were not zero.
    others: u64,
    bits: &'a mut Bits<'b>,
    by: i16,
}

impl Finer<'_, '_> {
    /// Goes past so many zeros, making finer what lies between; returns the place
    /// of the zero behind them.
    #[inline]
    fn past(&mut self, mut place: usize, last: usize, mut zeros: u32) -> usize {
        while let Some(kept) = self.coefficients.get_mut(place)
            && place <= last
        {
            if self.others >> place & 1 == 0 {
                if zeros == 0 {
                    return place;
                }
                zeros -= 1;
            } else if self.bits.take(1) == 1 {
                *kept = kept.saturating_add(self.by * kept.signum());
            }
            place += 1;
        }
        self.past_others(place, last, zeros)
    }

    /// The same where nobody asks for the values.
    fn past_others(&mut self, place: usize, last: usize, zeros: u32) -> usize {
        if place > last {
            return place;
        }
        let ahead = u64::MAX << place & u64::MAX >> (63 - last);
        let mut free = !self.others & ahead;
        for _ in 0..zeros.min(free.count_ones()) {
            free &= free - 1;
        }
        let passed = if free == 0 {
            ahead
        } else {
            ahead & ((free & free.wrapping_neg()) - 1)
        };
        let values = (self.others & passed).count_ones();
        self.bits.pass(values);
        if free == 0 {
            last + 1
        } else {
            free.trailing_zeros() as usize
        }
    }
}

impl Blocks for Progressive {
    #[inline]
    fn block(
        &mut self,
        member: &mut Member<'_>,
        at: [usize; 2],
        bits: &mut Bits<'_>,
    ) -> Option<()> {
        if self.first == 0 {
            self.head(member, at, bits)
        } else if self.refines {
            self.refine(member, at, bits)
        } else if self.ended > 0 {
            self.ended -= 1;
            Some(())
        } else {
            self.tail(member, at, bits)
        }
    }

    fn restart(&mut self) {
        self.ended = 0;
    }
}
