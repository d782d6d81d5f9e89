use super::{Coefficients, Plan, SOF2, Scan};
use crate::jpeg::codes::Code;

/// Codes the blocks of one scan.
pub(super) struct Coder<'a> {
    plan: &'a Plan,
    picture: &'a Coefficients,
    scan: &'a Scan,
    before: [i32; 4],
    bits: String,
    out: Vec<u8>,
}

impl<'a> Coder<'a> {
    pub(super) fn new(plan: &'a Plan, picture: &'a Coefficients, scan: &'a Scan) -> Self {
        Self {
            plan,
            picture,
            scan,
            before: [0; 4],
            bits: String::new(),
            out: Vec::new(),
        }
    }

    pub(super) fn run(mut self) -> Vec<u8> {
        let scan = self.scan;
        let alone = (scan.channels.len() == 1).then(|| self.plan.blocks(scan.channels[0]));
        let [across, down] = alone.unwrap_or(self.plan.units());
        for unit in 0..across * down {
            if self.plan.restart > 0 && unit > 0 && unit.is_multiple_of(self.plan.restart) {
                self.flush();
                let number = u8::try_from((unit / self.plan.restart - 1) % 8).unwrap();
                self.out.extend([0xFF, 0xD0 + number]);
                self.before = [0; 4];
            }
            let (x, y) = (unit % across, unit / across);
            for channel in &scan.channels {
                let (_, wide, tall) = self.plan.channels[*channel];
                let (wide, tall) = if alone.is_some() {
                    (1, 1)
                } else {
                    (wide, tall)
                };
                for place in 0..wide * tall {
                    self.block(*channel, x * wide + place % wide, y * tall + place / wide);
                }
            }
        }
        self.flush();
        self.out
    }

    fn block(&mut self, channel: usize, x: usize, y: usize) {
        let columns = self.plan.units()[0] * self.plan.channels[channel].1;
        let block = self.picture.0[channel][y * columns + x];
        let [first, last] = self.scan.band;
        if self.plan.marker != SOF2 {
            self.mean(channel, block[0]);
            self.details(channel, &block, [1, 63]);
        } else if first == 0 && self.scan.bits[0] == 0 {
            self.mean(channel, block[0] >> self.scan.bits[1]);
        } else if first == 0 {
            self.push(u32::try_from(block[0] >> self.scan.bits[1] & 1).unwrap(), 1);
        } else if self.scan.bits[0] == 0 {
            let shifted = block.map(|value| value / (1 << self.scan.bits[1]));
            self.details(channel, &shifted, [first, last]);
        } else {
            self.finer(channel, &block, [first, last]);
        }
    }

    fn mean(&mut self, channel: usize, value: i32) {
        let difference = value - self.before[channel];
        self.before[channel] = value;
        let codes = self.plan.tables.first[channel.min(1)].codes();
        self.value(&codes, 0, difference);
    }

    fn details(&mut self, channel: usize, block: &[i32; 64], [first, last]: [usize; 2]) {
        let codes = self.plan.tables.others[channel.min(1)].codes();
        let mut zeros = 0;
        for value in &block[first..=last] {
            if *value == 0 {
                zeros += 1;
                continue;
            }
            while zeros > 15 {
                self.code(codes[0xF0]);
                zeros -= 16;
            }
            self.value(&codes, zeros << 4, *value);
            zeros = 0;
        }
        if zeros > 0 {
            self.code(codes[0]);
        }
    }

    /// One more bit of details (T.81, G.1.2.3), each block for itself.
    fn finer(&mut self, channel: usize, block: &[i32; 64], [first, last]: [usize; 2]) {
        let codes = self.plan.tables.others[channel.min(1)].codes();
        let by = 1 << self.scan.bits[1];
        let size = |value: &i32| value.abs() / by;
        let part = &block[first..=last];
        let end = part.iter().rposition(|value| size(value) == 1);
        let (mut zeros, mut later) = (0, Vec::new());
        for (place, value) in part.iter().enumerate() {
            let is_new = size(value) == 1;
            if size(value) == 0 {
                zeros += 1;
                if zeros == 16 && end.is_some_and(|end| place < end) {
                    self.code(codes[0xF0]);
                    self.bits_of(&mut later);
                    zeros = 0;
                }
            } else if is_new {
                self.code(codes[zeros << 4 | 1]);
                self.push(u32::from(*value > 0), 1);
                self.bits_of(&mut later);
                zeros = 0;
            } else {
                later.push(u32::try_from(size(value) & 1).unwrap());
            }
        }
        if zeros > 0 || !later.is_empty() {
            self.code(codes[0]);
            self.bits_of(&mut later);
        }
    }

    fn bits_of(&mut self, later: &mut Vec<u32>) {
        for bit in later.drain(..) {
            self.push(bit, 1);
        }
    }

    fn value(&mut self, codes: &[Code; 256], symbol: usize, value: i32) {
        let size = i32::BITS - value.unsigned_abs().leading_zeros();
        self.code(codes[symbol | size as usize]);
        let shown = if value < 0 { value - 1 } else { value };
        self.push(shown.cast_unsigned() & ((1 << size) - 1), size);
    }

    fn code(&mut self, code: Code) {
        assert!(code.length > 0, "the standard has no such code");
        self.push(code.bits.into(), code.length.into());
    }

    fn push(&mut self, value: u32, count: u32) {
        for bit in (0..count).rev() {
            self.bits
                .push(if value >> bit & 1 == 1 { '1' } else { '0' });
        }
    }

    /// Fills the last byte with ones.
    fn flush(&mut self) {
        while !self.bits.len().is_multiple_of(8) {
            self.bits.push('1');
        }
        for byte in self.bits.as_bytes().chunks_exact(8) {
            let byte = byte.iter().fold(0, |byte, bit| byte << 1 | (bit & 1));
            self.out.push(byte);
            self.out.extend((byte == 0xFF).then_some(0));
        }
        self.bits.clear();
    }
}
