use super::map::Cell;

/// Reads half floats one after the other, as `weights/make.py` wrote them: the
/// lower bytes of all, then the upper ones.
///
/// Behind the end it reads zeros. The tests see to it that a model reads its
/// file exactly to the end.
pub(super) struct Weights {
    lower: std::slice::Iter<'static, u8>,
    upper: std::slice::Iter<'static, u8>,
}

impl Weights {
    pub(super) fn new(file: &'static [u8]) -> Self {
        let (lower, upper) = file.split_at(file.len() / 2);
        Self {
            lower: lower.iter(),
            upper: upper.iter(),
        }
    }

    pub(super) fn number(&mut self) -> f32 {
        let half = self.lower.next().zip(self.upper.next());
        half.map_or(0.0, |(low, high)| widen(u16::from_le_bytes([*low, *high])))
    }

    pub(super) fn four(&mut self) -> Cell {
        std::array::from_fn(|_| self.number())
    }

    pub(super) fn fours(&mut self, count: usize) -> Vec<Cell> {
        (0..count).map(|_| self.four()).collect()
    }

    pub(super) fn eight(&mut self) -> [f32; 8] {
        std::array::from_fn(|_| self.number())
    }

    pub(super) fn eights(&mut self, count: usize) -> Vec<[f32; 8]> {
        (0..count).map(|_| self.eight()).collect()
    }

    #[cfg(test)]
    pub(super) fn left(&self) -> usize {
        self.upper.len()
    }
}

/// A half float as a float, exactly. Infinities and NaN do not occur.
fn widen(half: u16) -> f32 {
    let sign = u32::from(half >> 15) << 31;
    let exponent = u32::from(half >> 10 & 31);
    let fraction = u32::from(half & 1023);
    if exponent == 0 {
        // Subnormal: multiples of 2^-24.
        let size = f32::from(half & 1023) * (1.0 / 16_777_216.0);
        return f32::from_bits(size.to_bits() | sign);
    }
    f32::from_bits(sign | (exponent + 112) << 23 | fraction << 13)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_floats_are_widened_exactly() {
        for (half, wide) in [
            (0x0000, 0.0),
            (0x8000, -0.0),
            (0x3C00, 1.0),
            (0xC000, -2.0),
            (0x3555, 0.333_251_95),
            (0x0001, 5.960_464_5e-8),
            (0x03FF, 6.097_555e-5),
            (0x0400, 6.103_515_6e-5),
            (0x7BFF, 65504.0),
        ] {
            assert_eq!(widen(half).to_bits(), f32::to_bits(wide), "{half:04x}");
        }
    }
}
