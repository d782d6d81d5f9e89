use super::bits::Bits;

/// Bits of a code that are looked up at once.
const QUICK: u32 = 9;
const LONGEST: u32 = 16;

/// The place of the last coefficient of a block.
pub(super) const LAST: usize = 63;

/// A table of codes: which bits stand for which symbol (T.81, annex C).
pub(super) struct Huffman {
    /// For the next bits the length of their code and its symbol; length 0 for
    /// longer codes and for none.
    quick: Vec<[u8; 2]>,
    /// For each longer length the end of its codes, as sixteen bits, and what to
    /// add to a code for the place of its symbol.
    long: Vec<(usize, usize)>,
    symbols: Vec<u8>,
}

impl Huffman {
    /// Places that are filled when one is built.
    pub(super) const SLOTS: usize = 1 << QUICK;

    /// From how many codes there are of each length, and their symbols. None if
    /// there are not so many codes.
    pub(super) fn new(counts: &[u8; LONGEST as usize], symbols: &[u8]) -> Option<Self> {
        let mut table = Self {
            quick: vec![[0, 0]; 1 << QUICK],
            long: Vec::new(),
            symbols: symbols.to_vec(),
        };
        let (mut code, mut place) = (0, 0_usize);
        for (length, count) in (1..=LONGEST).zip(counts.map(usize::from)) {
            let room = 1_usize << (LONGEST - length);
            // No code is all ones (T.81, C.2).
            if count > 0 && code + count * room >= 1 << LONGEST {
                return None;
            }
            if length <= QUICK {
                let each = room >> (LONGEST - QUICK);
                let codes = symbols.get(place..place + count)?;
                let from = code >> (LONGEST - QUICK);
                for (slots, symbol) in table.quick.get_mut(from..)?.chunks_mut(each).zip(codes) {
                    slots.fill([u8::try_from(length).ok()?, *symbol]);
                }
            } else {
                let first = code >> (LONGEST - length);
                let end = code + count * room;
                table.long.push((end, place.wrapping_sub(first)));
            }
            code += count * room;
            place += count;
        }
        (place == symbols.len()).then_some(table)
    }

    /// The next symbol; none if the bits are no code. At most sixteen bits, which
    /// must be there.
    #[inline]
    pub(super) fn symbol(&self, bits: &mut Bits<'_>) -> Option<u8> {
        let (length, symbol) = self.find(bits.peek(LONGEST))?;
        bits.skip(length);
        Some(symbol)
    }

    /// The next coefficient but the first one of a block, and its bits.
    fn value(&self, bits: &mut Bits<'_>) -> Option<Coefficient> {
        let (length, symbol) = self.find(bits.peek(LONGEST))?;
        bits.skip(length);
        let (run, size) = (symbol >> 4, u32::from(symbol & 15));
        let is_end = size == 0 && run < 15;
        Some(Coefficient {
            value: coefficient(bits.signed(size)),
            zeros: if is_end { 64 } else { run },
            bits: u8::try_from(length + size).ok()?,
        })
    }

    /// The length of the code that sixteen bits begin with, and its symbol.
    #[inline]
    fn find(&self, next: usize) -> Option<(u32, u8)> {
        let [length, symbol] = *self.quick.get(next >> (LONGEST - QUICK))?;
        if length > 0 {
            return Some((length.into(), symbol));
        }
        self.find_long(next)
    }

    #[cold]
    fn find_long(&self, next: usize) -> Option<(u32, u8)> {
        let mut lengths = (QUICK + 1..=LONGEST).zip(&self.long);
        let (length, (_, offset)) = lengths.find(|(_, (end, _))| next < *end)?;
        let place = (next >> (LONGEST - length)).wrapping_add(*offset);
        Some((length, *self.symbols.get(place)?))
    }
}

/// Codes of all coefficients of a block but the first: a symbol says how many
/// zeros come before one, and how many bits it has.
pub(super) struct Codes {
    pub(super) table: Huffman,
    /// For the next [`QUICK`] bits the coefficient in them, if there is a whole one.
    values: Vec<Coefficient>,
    leaps: Leaps,
}

/// A coefficient.
#[derive(Clone, Copy, Default)]
pub(super) struct Coefficient {
    pub(super) value: i16,
    /// Zeros before it; at the end of a block as many as a block has.
    pub(super) zeros: u8,
    /// Bits of it all.
    bits: u8,
}

impl Codes {
    /// Places that are filled when they are built.
    pub(super) const SLOTS: usize = 2 * Huffman::SLOTS + (1 << Leaps::BITS);

    pub(super) fn new(table: Huffman) -> Self {
        let leaps = Leaps::of(&table);
        let all = 0..1 << QUICK;
        let value = |next: usize| {
            let start = u16::try_from(next << (LONGEST - QUICK)).unwrap_or(0);
            let mut bits = Bits::new(&[]);
            bits.begin(start);
            table
                .value(&mut bits)
                .filter(|value| u32::from(value.bits) <= QUICK)
                .unwrap_or_default()
        };
        let values = all.map(value).collect();
        Self {
            table,
            values,
            leaps,
        }
    }

    /// The next coefficient. None if what is there is no code.
    #[inline]
    pub(super) fn next(&self, bits: &mut Bits<'_>) -> Option<Coefficient> {
        let value = *self.values.get(bits.peek(QUICK))?;
        if value.bits == 0 {
            return self.table.value(bits);
        }
        bits.skip(value.bits.into());
        Some(value)
    }

    /// Goes past the coefficients from this place to the end of a block, several
    /// at once: nobody asks for them. None if what is there is no code, or more than a block has.
    #[inline]
    pub(super) fn pass(&self, mut place: usize, bits: &mut Bits<'_>) -> Option<()> {
        while place < 64 {
            bits.fill();
            let leap = self.leaps.next(bits);
            if leap.bits > 0 && place + leap.ahead + leap.end <= 64 {
                bits.skip(leap.bits);
                place += leap.ahead + leap.end * 64;
                continue;
            }
            let symbol = self.table.symbol(bits)?;
            bits.skip(u32::from(symbol & 15));
            let (run, size) = (usize::from(symbol >> 4), symbol & 15);
            if size > 0 && place + run > LAST {
                return None;
            }
            let is_end = size == 0 && run < 15;
            place += if is_end { 64 } else { run + 1 };
        }
        Some(())
    }
}

/// What the next bits pass over, for all of them.
struct Leaps(Vec<u16>);

struct Leap {
    /// Bits; 0 if there is no whole coefficient in them.
    bits: u32,
    /// Places in the block.
    ahead: usize,
    /// 1 if the block ends behind them.
    end: usize,
}

impl Leaps {
    /// Bits that a leap is told from.
    const BITS: u32 = 11;

    fn of(table: &Huffman) -> Self {
        let all = 0..1 << Self::BITS;
        Self(all.map(|next| Self::leap(table, next).packed()).collect())
    }

    fn leap(table: &Huffman, next: usize) -> Leap {
        let mut leap = Leap {
            bits: 0,
            ahead: 0,
            end: 0,
        };
        while leap.end == 0 {
            let rest = (next << leap.bits) & ((1 << Self::BITS) - 1);
            let Some((length, symbol)) = table.find(rest << (LONGEST - Self::BITS)) else {
                break;
            };
            let (run, size) = (usize::from(symbol >> 4), u32::from(symbol & 15));
            let (bits, ahead) = (leap.bits + length + size, leap.ahead + run + 1);
            if bits > Self::BITS || ahead > 64 {
                break;
            }
            leap.bits = bits;
            if size == 0 && run < 15 {
                leap.end = 1;
            } else {
                leap.ahead = ahead;
            }
        }
        leap
    }

    #[inline]
    fn next(&self, bits: &Bits<'_>) -> Leap {
        let packed = self.0.get(bits.peek(Self::BITS)).copied().unwrap_or(0);
        Leap {
            bits: u32::from(packed & 15),
            ahead: usize::from(packed >> 8),
            end: usize::from(packed >> 4 & 1),
        }
    }
}

impl Leap {
    fn packed(&self) -> u16 {
        let packed = self.ahead << 8 | self.end << 4 | self.bits as usize;
        u16::try_from(packed).unwrap_or(0)
    }
}

/// A coefficient; those that no writer makes are cut to the largest.
#[inline]
pub(super) fn coefficient(value: i32) -> i16 {
    let largest = i32::from(i16::MAX);
    i16::try_from(value.clamp(-largest, largest)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Codes 0, 10, 110, … and one of twelve bits.
    fn table() -> Huffman {
        let mut counts = [0; 16];
        counts[..3].fill(1);
        counts[11] = 2;
        Huffman::new(&counts, &[0x01, 0x00, 0x12, 0x34, 0xF0]).unwrap()
    }

    #[test]
    fn short_and_long_codes_are_found_and_others_are_not() {
        let table = table();
        assert_eq!(table.find(0b0111_0000_0000_0000), Some((1, 0x01)));
        assert_eq!(table.find(0b1011_0000_0000_0000), Some((2, 0x00)));
        assert_eq!(table.find(0b1101_0000_0000_0000), Some((3, 0x12)));
        assert_eq!(table.find(0b1110_0000_0000_1111), Some((12, 0x34)));
        assert_eq!(table.find(0b1110_0000_0001_0000), Some((12, 0xF0)));
        assert_eq!(table.find(0b1111_0000_0000_0000), None);
    }

    #[test]
    fn more_codes_than_there_are_bits_or_symbols_are_no_table() {
        let mut counts = [0; 16];
        counts[0] = 3;
        assert!(Huffman::new(&counts, &[1, 2, 3]).is_none());
        counts[0] = 2;
        assert!(Huffman::new(&counts, &[1]).is_none());
        assert!(Huffman::new(&counts, &[1, 2, 3]).is_none());
        // Two codes of one bit would be all there are.
        assert!(Huffman::new(&counts, &[1, 2]).is_none());
        (counts[0], counts[1]) = (1, 1);
        assert!(Huffman::new(&counts, &[1, 2]).is_some());
    }

    #[test]
    fn a_leap_takes_whole_coefficients_up_to_the_end_of_the_block() {
        let leap = |next| {
            let leap = Leaps::leap(&table(), next);
            (leap.bits, leap.ahead, leap.end)
        };
        // A one of one bit, one behind a zero with two bits, the end.
        assert_eq!(leap(0b011_1010_1000), (9, 3, 1));
        assert_eq!(leap(0b110_1111_0110), (10, 4, 0));
        assert_eq!(leap(0b111_1111_1111), (0, 0, 0));
    }
}
