use super::codes::{Code, FIRST, OTHERS, Table};

const SOF0: u8 = 0xC0;
const DHT: u8 = 0xC4;
const EOI: u8 = 0xD9;
const SOS: u8 = 0xDA;
const DQT: u8 = 0xDB;

const FIRST_CODES: [[Code; 256]; 2] = [FIRST[0].codes(), FIRST[1].codes()];
const OTHERS_CODES: [[Code; 256]; 2] = [OTHERS[0].codes(), OTHERS[1].codes()];

/// JFIF 1.01, square pixels, no thumbnail.
const JFIF: [u8; 20] = *b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0";

/// Sixteen zeros, more of them to come.
const ZEROS: usize = 0xF0;
/// Only zeros up to the end of the block.
const END: usize = 0;

/// What the head of a file says of a picture with three channels.
pub(super) struct Head {
    pub(super) width: u16,
    pub(super) height: u16,
    /// Blocks of brightness in a unit, across and down; of the colours there is one.
    pub(super) sampling: [u8; 2],
    /// The steps of each channel, in the order of files.
    pub(super) steps: [[u8; 64]; 3],
}

/// Writes a baseline file in one scan.
pub(super) struct Writer {
    out: Vec<u8>,
    /// The bits that are not written yet, the first one uppermost.
    next: u64,
    count: u32,
    /// Whether there was a number that the standard has no code for.
    pub(super) is_beyond: bool,
}

impl Writer {
    /// A file that begins with this head; `room` is how many bytes it may become.
    pub(super) fn new(head: &Head, room: usize) -> Self {
        let mut out = Vec::with_capacity(room);
        out.extend(JFIF);
        for (number, steps) in (0..).zip(&head.steps) {
            segment(&mut out, DQT, &[&[number], steps]);
        }
        let ([h1, h0], [w1, w0]) = (head.height.to_be_bytes(), head.width.to_be_bytes());
        let [across, down] = head.sampling;
        let sampling = across << 4 | down;
        let frame = [8, h1, h0, w1, w0, 3, 1, sampling, 0, 2, 0x11, 1, 3, 0x11, 2];
        segment(&mut out, SOF0, &[&frame]);
        for (kind, tables) in [(0, &FIRST), (0x10, &OTHERS)] {
            for (number, Table { counts, symbols }) in (kind..).zip(tables) {
                segment(&mut out, DHT, &[&[number], counts, symbols]);
            }
        }
        segment(&mut out, SOS, &[&[3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0]]);
        Self {
            out,
            next: 0,
            count: 0,
            is_beyond: false,
        }
    }

    /// Writes a first coefficient, as the difference to the one before. None if
    /// it has more bits than a picture of 8 bits gives.
    #[inline]
    pub(super) fn first(&mut self, channel: usize, difference: i32) -> Option<()> {
        self.value(FIRST_CODES.get(channel.min(1))?, 0, difference)
    }

    /// Writes another coefficient, which is not 0, behind so many zeros.
    #[inline]
    pub(super) fn other(&mut self, channel: usize, mut zeros: usize, value: i16) -> Option<()> {
        let codes = OTHERS_CODES.get(channel.min(1))?;
        while zeros > 15 {
            self.code(*codes.get(ZEROS)?, 0, 0);
            zeros -= 16;
        }
        self.value(codes, zeros << 4, value.into())
    }

    /// Writes that only zeros are to come.
    #[inline]
    pub(super) fn end_of_block(&mut self, channel: usize) -> Option<()> {
        let codes = OTHERS_CODES.get(channel.min(1))?;
        self.code(*codes.get(END)?, 0, 0);
        Some(())
    }

    /// Its size in a code, then its bits (T.81, F.1.2.1).
    #[inline]
    fn value(&mut self, codes: &[Code; 256], symbol: usize, value: i32) -> Option<()> {
        let size = i32::BITS - value.unsigned_abs().leading_zeros();
        let code = *codes.get(symbol | size as usize)?;
        if code.length == 0 || size > 11 {
            self.is_beyond = true;
            return None;
        }
        let shown = if value < 0 { value - 1 } else { value };
        self.code(code, shown.cast_unsigned() & ((1 << size) - 1), size);
        Some(())
    }

    /// A code and the bits behind it: at most 27.
    #[inline]
    fn code(&mut self, code: Code, bits: u32, size: u32) {
        let all = u64::from(code.bits) << size | u64::from(bits);
        self.count += u32::from(code.length) + size;
        self.next |= all << (64 - self.count);
        if self.count >= 32 {
            self.put();
        }
    }

    /// Writes four bytes; behind each of 255 one of 0, as it would be a marker.
    #[inline]
    fn put(&mut self) {
        let [bytes @ .., _, _, _, _] = self.next.to_be_bytes();
        self.next <<= 32;
        self.count -= 32;
        if bytes.contains(&0xFF) {
            for byte in bytes {
                self.byte(byte);
            }
        } else {
            self.out.extend_from_slice(&bytes);
        }
    }

    fn byte(&mut self, byte: u8) {
        self.out.push(byte);
        if byte == 0xFF {
            self.out.push(0);
        }
    }

    /// The file, its last byte filled with ones.
    pub(super) fn finish(mut self) -> Vec<u8> {
        let filled = self.next | u64::MAX.checked_shr(self.count).unwrap_or(0);
        let bytes = filled.to_be_bytes().into_iter();
        for byte in bytes.take(self.count.div_ceil(8) as usize) {
            self.byte(byte);
        }
        self.out.extend([0xFF, EOI]);
        self.out
    }
}

fn segment(out: &mut Vec<u8>, marker: u8, parts: &[&[u8]]) {
    let length = 2 + parts.iter().map(|part| part.len()).sum::<usize>();
    out.extend([0xFF, marker]);
    out.extend(u16::try_from(length).unwrap_or(u16::MAX).to_be_bytes());
    for part in parts {
        out.extend_from_slice(part);
    }
}
