/// Reads coded data bit by bit, past the zeros stuffed behind bytes of 255.
///
/// At a marker, and at the end, it reads zeros: what is missing becomes grey.
pub(super) struct Bits<'a> {
    rest: &'a [u8],
    /// The next bits, the first one uppermost. Those behind `count` are zeros or
    /// what will be read there.
    next: u64,
    count: u32,
    /// How many bits behind the end of the data were counted as if they were there.
    lent: u32,
}

const RST0: u8 = 0xD0;
const RST7: u8 = 0xD7;

impl<'a> Bits<'a> {
    pub(super) fn new(data: &'a [u8]) -> Self {
        Self {
            rest: data,
            next: 0,
            count: 0,
            lent: 0,
        }
    }

    /// Begins with these bits, and zeros behind them.
    pub(super) fn begin(&mut self, bits: u16) {
        (self.next, self.count) = (u64::from(bits) << 48, 64);
    }

    /// Sees to it that there are at least 32 bits to be read.
    #[inline]
    pub(super) fn fill(&mut self) {
        if self.count < 32 {
            self.refill();
        }
    }

    #[inline]
    fn refill(&mut self) {
        if let Some((next, _)) = self.rest.split_first_chunk::<8>() {
            let word = u64::from_be_bytes(*next);
            if !has_255(word) {
                let bytes = (64 - self.count) / 8;
                self.next |= word >> self.count;
                self.rest = self.rest.get(bytes as usize..).unwrap_or_default();
                self.count += 8 * bytes;
                return;
            }
        }
        self.refill_slowly();
    }

    fn refill_slowly(&mut self) {
        while self.count <= 56 {
            let (byte, rest) = match self.rest {
                [0xFF, 0, rest @ ..] => (0xFF, rest),
                [0xFF, ..] | [] => {
                    self.lent += 64 - self.count;
                    self.count = 64;
                    return;
                }
                [byte, rest @ ..] => (*byte, rest),
            };
            self.next |= u64::from(byte) << (56 - self.count);
            self.count += 8;
            self.rest = rest;
        }
    }

    /// The next bits, at most 32, without going past them.
    #[inline]
    pub(super) fn peek(&self, count: u32) -> usize {
        // In two steps: a shift by 64 is none.
        ((self.next >> 1) >> (63 - count)) as usize
    }

    /// Goes past so many bits, at most 32.
    #[inline]
    pub(super) fn skip(&mut self, count: u32) {
        self.next <<= count;
        self.count = self.count.saturating_sub(count);
    }

    /// Goes past so many bits, at most 64, that need not be there yet.
    pub(super) fn pass(&mut self, count: u32) {
        for part in [count / 2, count - count / 2] {
            self.fill();
            self.skip(part);
        }
    }

    /// The next bits as a number, at most 16.
    #[inline]
    pub(super) fn take(&mut self, count: u32) -> i32 {
        self.fill();
        let value = self.peek(count);
        self.skip(count);
        i32::try_from(value).unwrap_or(0)
    }

    /// A number of so many bits, whose first bit tells its sign (T.81, F.2.2.1).
    /// The bits must be there.
    #[inline]
    pub(super) fn signed(&mut self, count: u32) -> i32 {
        let value = i32::try_from(self.peek(count)).unwrap_or(0);
        self.skip(count);
        if value < (1 << count) >> 1 {
            value - (1 << count) + 1
        } else {
            value
        }
    }

    /// Goes past the next restart marker, if that is the next marker.
    pub(super) fn restart(&mut self) {
        (self.next, self.count, self.lent) = (0, 0, 0);
        let marker = self
            .rest
            .windows(2)
            .position(|pair| matches!(pair, [0xFF, 1..=0xFE]));
        let Some(at) = marker else {
            // Or whoever asks again for what is not there would search all of it again.
            self.rest = &[];
            return;
        };
        self.rest = match self.rest.get(at..) {
            Some([_, RST0..=RST7, rest @ ..]) => rest,
            other => other.unwrap_or_default(),
        };
    }

    /// Whether bits were read that the data does not have.
    #[inline]
    pub(super) fn is_overdrawn(&self) -> bool {
        self.count < self.lent
    }

    /// What has not been read, from the next marker at the latest.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.rest
    }
}

/// Whether one of eight bytes is 255.
#[inline]
fn has_255(word: u64) -> bool {
    const ONES: u64 = u64::MAX / 255;
    (!word).wrapping_sub(ONES) & word & (ONES << 7) != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_of_255_is_found_wherever_it_is() {
        for at in 0..8 {
            let mut bytes = [0xFE, 0, 0x7F, 0x80, 0x81, 1, 0xFE, 0x55];
            assert!(!has_255(u64::from_be_bytes(bytes)));
            bytes[at] = 0xFF;
            assert!(has_255(u64::from_be_bytes(bytes)));
        }
    }

    #[test]
    fn stuffed_zeros_are_passed_over_and_markers_read_as_zeros() {
        let mut bits = Bits::new(&[0xFF, 0, 0x81, 0xFF, 0xD9, 0x55]);
        assert_eq!(bits.take(12), 0xFF8);
        assert_eq!(bits.take(16), 0x1000);
        assert_eq!(bits.rest(), [0xFF, 0xD9, 0x55]);
    }

    #[test]
    fn the_last_bit_that_is_there_is_known() {
        let mut bits = Bits::new(&[0x12, 0x34, 0xFF, 0xD9]);
        for _ in 0..16 {
            bits.take(1);
            assert!(!bits.is_overdrawn());
        }
        bits.take(1);
        assert!(bits.is_overdrawn());
        for _ in 0..200 {
            bits.take(7);
            assert!(bits.is_overdrawn());
        }
    }

    #[test]
    fn long_data_is_read_as_it_stands() {
        let data: Vec<u8> = (0..200).collect();
        let mut bits = Bits::new(&data);
        let read: Vec<_> = (0..400).map(|_| bits.take(4)).collect();
        let nibbles = data.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        assert!(read.into_iter().eq(nibbles.map(i32::from)));
    }

    #[test]
    fn signs_follow_from_the_first_bit() {
        let mut bits = Bits::new(&[0b0001_1110, 0]);
        bits.fill();
        let read = [2, 1, 1, 3, 0].map(|count| bits.signed(count));
        assert_eq!(read, [-3, -1, 1, 7, 0]);
    }

    #[test]
    fn where_no_marker_is_left_nothing_is_searched_twice() {
        let mut bits = Bits::new(&[0x12; 100]);
        bits.restart();
        assert_eq!((bits.take(8), bits.rest()), (0, &[][..]));
    }

    #[test]
    fn behind_a_restart_marker_reading_goes_on() {
        let mut bits = Bits::new(&[0x12, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9]);
        assert_eq!(bits.take(4), 1);
        bits.restart();
        assert_eq!(bits.take(8), 0x56);
        bits.restart();
        assert_eq!((bits.take(8), bits.rest()), (0, &[0xFF, 0xD9][..]));
    }
}
