use super::broken::Broken;

/// Reads coded data bit by bit, past the zeros stuffed behind bytes of 255.
///
/// At a marker, and at the end, it reads zeros, and knows that it did.
pub(super) struct Bits<'a> {
    rest: &'a [u8],
    /// Where the data between two markers that is being read begins.
    begun: &'a [u8],
    /// The next bits, the first one uppermost. Those behind `count` are zeros or
    /// what will be read there.
    next: u64,
    count: u32,
    /// How many bits behind the end of the data were counted as if they were there.
    lent: u32,
    /// Whether data is missing that no bit was asked of yet.
    lacks: bool,
}

const SOF0: u8 = 0xC0;
const RST0: u8 = 0xD0;
const RST7: u8 = 0xD7;

/// So many zeros in a row are no coded data where some of it is left over: they fill a hole
/// in the file.
const HOLE: usize = 64;
/// The same of zeros that begin in the data and go on behind it.
const HOLE_BEFORE_END: usize = 2;
const HOLE_BEHIND_END: usize = 16;

impl<'a> Bits<'a> {
    pub(super) fn new(data: &'a [u8]) -> Self {
        Self {
            rest: data,
            begun: data,
            next: 0,
            count: 0,
            lent: 0,
            lacks: false,
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
            let next = match self.rest {
                [0xFF, 0, rest @ ..] => Some((0xFF, rest)),
                [0xFF, rest @ ..] => self.past_255(rest),
                [byte, rest @ ..] => Some((*byte, rest)),
                [] => None,
            };
            let Some((byte, rest)) = next else {
                self.lent += 64 - self.count;
                self.count = 64;
                return;
            };
            self.next |= u64::from(byte) << (56 - self.count);
            self.count += 8;
            self.rest = rest;
        }
    }

    /// What stands behind a byte of 255: if it is 0, behind any number of others of 255, they
    /// are one byte of data. Else they are a marker, which is not gone past.
    #[cold]
    fn past_255(&mut self, rest: &'a [u8]) -> Option<(u8, &'a [u8])> {
        let fill = rest.iter().take_while(|byte| **byte == 0xFF).count();
        match rest.get(fill..) {
            Some([0, rest @ ..]) => Some((0xFF, rest)),
            // Whoever asks again does not count the same bytes again.
            Some([_, ..]) if fill > 0 => {
                self.rest = rest.get(fill - 1..).unwrap_or_default();
                None
            }
            Some([_, ..]) => None,
            _ => {
                self.rest = &[];
                None
            }
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

    /// Goes past the next restart marker, which should have this number, 0 to 7. Where
    /// another one stands, it is judged as libjpeg does: one that was due earlier is
    /// superfluous, one that is due soon shows that data is missing, any other is this one by
    /// a wrong number. None if data is missing.
    #[inline(never)]
    pub(super) fn restart(&mut self, number: u8) -> Option<()> {
        self.close()?;
        (self.next, self.count, self.lent) = (0, 0, 0);
        loop {
            match self.next_marker() {
                Some(marker @ RST0..=RST7) => match marker.wrapping_sub(number) & 7 {
                    1 | 2 => break,
                    6 | 7 => {}
                    _ => {
                        self.begun = self.rest;
                        return Some(());
                    }
                },
                Some(1..SOF0) => {}
                _ => break,
            }
        }
        self.lacks = true;
        None
    }

    /// Goes past the next marker. None if there is none.
    fn next_marker(&mut self) -> Option<u8> {
        loop {
            let at = self.rest.iter().position(|byte| *byte == 0xFF);
            let Some(at) = at else {
                // Or whoever asks again for what is not there would search all of it again.
                self.rest = &[];
                return None;
            };
            match self.rest.get(at + 1..)? {
                [0xFF, ..] => self.rest = self.rest.get(at + 1..)?,
                [0, rest @ ..] => self.rest = rest,
                [marker, rest @ ..] => {
                    self.rest = rest;
                    return Some(*marker);
                }
                [] => self.rest = &[],
            }
        }
    }

    /// Whether all of the data up to here was there. None if not.
    #[inline(never)]
    pub(super) fn close(&mut self) -> Option<()> {
        self.lacks |= self.is_overdrawn() || self.is_hollow();
        (!self.lacks).then_some(())
    }

    /// Why the data could not be read.
    pub(super) fn fault(&self) -> Broken {
        // Data goes on behind a restart that nobody announced.
        let goes_on = matches!(self.rest, [0xFF, RST0..=RST7, ..]);
        if (self.lacks || self.is_overdrawn()) && !goes_on {
            Broken::Incomplete
        } else {
            Broken::Damaged
        }
    }

    /// Whether zeros fill a hole in the data: codes of zeros alone may say so little of so
    /// much that the picture ends before its data does.
    #[cold]
    fn is_hollow(&self) -> bool {
        let ahead = self.count.saturating_sub(self.lent) / 8;
        let read = (self.begun.len() - self.rest.len()).saturating_sub(ahead as usize);
        let (read, left) = self.begun.split_at_checked(read).unwrap_or_default();
        // Behind the last bit there may be one byte of none.
        if left.len() < 2 || left.iter().take(2).zip(left.iter().skip(1)).any(is_marker) {
            return false;
        }
        let before = read.iter().rev().take_while(|byte| **byte == 0).count();
        let behind = left.iter().take_while(|byte| **byte == 0).count();
        (before >= HOLE_BEFORE_END && behind >= HOLE_BEHIND_END)
            || read
                .split(|byte| *byte != 0)
                .any(|zeros| zeros.len() >= HOLE)
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

fn is_marker((first, second): (&u8, &u8)) -> bool {
    *first == 0xFF && *second != 0
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
    fn any_number_of_bytes_of_255_before_a_zero_is_one_of_data() {
        let mut bits = Bits::new(&[0xFF, 0xFF, 0xFF, 0, 0x12, 0xFF, 0xFF, 0xFF, 0xD9]);
        assert_eq!([bits.take(8), bits.take(8)], [0xFF, 0x12]);
        assert!(!bits.is_overdrawn());
        assert_eq!((bits.take(8), bits.rest()), (0, &[0xFF, 0xD9][..]));
        assert!(bits.is_overdrawn());
        for end in [&[0x12, 0xFF, 0xFF][..], &[0x12, 0xFF]] {
            let mut bits = Bits::new(end);
            assert_eq!([bits.take(8), bits.take(8)], [0x12, 0]);
            assert!(bits.is_overdrawn());
        }
    }

    #[test]
    fn where_no_marker_is_left_nothing_is_searched_twice() {
        let mut bits = Bits::new(&[0x12; 100]);
        assert_eq!(bits.restart(0), None);
        assert_eq!((bits.take(8), bits.rest()), (0, &[][..]));
        assert_eq!(bits.fault(), Broken::Incomplete);
    }

    #[test]
    fn behind_a_restart_marker_reading_goes_on() {
        let data = [
            0x12, 0x34, 0xFF, 0xFF, 0xD0, 0x56, 0xFF, 0x00, 0xFF, 0xD1, 0x78,
        ];
        let mut bits = Bits::new(&data);
        assert_eq!(bits.take(4), 1);
        assert_eq!(bits.restart(0), Some(()));
        assert_eq!(bits.take(8), 0x56);
        assert_eq!(bits.restart(1), Some(()));
        assert_eq!(bits.take(8), 0x78);
        assert_eq!(bits.restart(2), None);
    }

    #[test]
    fn a_restart_of_another_number_is_superfluous_or_misnamed_or_shows_a_gap() {
        for (number, found) in [
            (0xD2, Some(0x56)),
            (0xD3, None),
            (0xD4, None),
            (0xD5, Some(0x56)),
            (0xD6, Some(0x56)),
            (0xD7, Some(0x56)),
            (0xD0, Some(0x78)),
            (0xD1, Some(0x78)),
            (0xBF, Some(0x78)),
            (0xC4, None),
            (0xD9, None),
        ] {
            let data = [0x12, 0xFF, number, 0x56, 0xFF, 0xD2, 0x78];
            let mut bits = Bits::new(&data);
            bits.take(8);
            let read = bits.restart(2).map(|()| bits.take(8));
            assert_eq!(read, found, "{number:x}");
        }
    }

    #[test]
    fn zeros_that_fill_a_hole_are_known_where_data_is_left() {
        let close = |data: &[u8]| {
            let mut bits = Bits::new(data);
            (0..70).for_each(|_| {
                bits.take(8);
            });
            bits.close()
        };
        let [zeros, others] = [vec![0; 90], vec![0x12; 90]];
        let end = [0xFF, 0xD9];
        let with = |before: usize, zeros: usize, behind: usize| {
            let parts = [vec![0x12; before], vec![0; zeros], vec![0x34; behind]];
            close(&[parts.concat(), end.to_vec()].concat())
        };
        assert_eq!(close(&others), Some(()));
        assert_eq!(close(&zeros), None);
        // Nothing but one byte is left.
        assert_eq!(with(0, 70, 0), Some(()));
        assert_eq!(with(0, 70, 1), Some(()));
        assert_eq!(with(0, 64, 40), None);
        assert_eq!(with(0, 63, 40), Some(()));
        assert_eq!(with(68, 18, 0), None);
        assert_eq!(with(69, 40, 0), Some(()));
        assert_eq!(with(68, 17, 0), Some(()));
    }
}
