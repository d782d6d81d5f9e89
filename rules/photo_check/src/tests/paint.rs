//! Simple means to change a picture, the same on every machine.

use crate::pixels::Pixels;
use crate::resample::{Part, resize, to_byte, to_f32};

pub(super) type Colour = [f32; 3];

/// Even numbers between 0 and 1 in a fixed order.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(super) fn roll(&mut self) -> f32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        f32::from(u16::try_from(self.0 >> 48).unwrap()) / 65_536.0
    }

    /// About the bell curve, with a spread of one.
    pub(super) fn noise(&mut self) -> f32 {
        (self.roll() + self.roll() + self.roll() - 1.5) * 2.0
    }
}

/// A picture of which each pixel is made from its place and what was there.
pub(super) fn each(old: &Pixels, mut pixel: impl FnMut([f32; 2], Colour) -> Colour) -> Pixels {
    let mut rgb = Vec::with_capacity(old.rgb.len());
    for (index, colour) in old.rgb.as_chunks::<3>().0.iter().enumerate() {
        let place = [index % old.width, index / old.width].map(|side| to_f32(side) + 0.5);
        rgb.extend(
            pixel(place, colour.map(f32::from)).map(|value| to_byte(value.clamp(0.0, 255.0))),
        );
    }
    Pixels { rgb, ..*old }
}

/// So much of the second colour, 0 to 1.
pub(super) fn mix(one: Colour, other: Colour, share: f32) -> Colour {
    [0, 1, 2].map(|axis| one[axis] * (1.0 - share) + other[axis] * share)
}

/// The colour at a place; beyond the edges that of the edge.
pub(super) fn at(pixels: &Pixels, [x, y]: [f32; 2]) -> Colour {
    let x = crate::resample::floor(x).min(pixels.width - 1);
    let y = crate::resample::floor(y).min(pixels.height - 1);
    let from = (y * pixels.width + x) * 3;
    [0, 1, 2].map(|axis| f32::from(pixels.rgb[from + axis]))
}

/// The part in a size.
pub(super) fn part(pixels: &Pixels, part: Part, width: usize, height: usize) -> Pixels {
    resize(pixels.view(), part, width, height)
}

/// Blurred: three times the mean of so many pixels on each side.
pub(super) fn blurred(pixels: &Pixels, radius: usize) -> Pixels {
    let mut out = Pixels {
        rgb: pixels.rgb.clone(),
        ..*pixels
    };
    for _ in 0..3 {
        out.rgb = means(&out.rgb, pixels.width * 3, 3, radius);
        out.rgb = means(&out.rgb, out.rgb.len(), pixels.width * 3, radius);
    }
    out
}

/// The mean of neighbours a step apart, within lines of so many bytes.
fn means(bytes: &[u8], line: usize, step: usize, radius: usize) -> Vec<u8> {
    let mut out = vec![0; bytes.len()];
    for start in (0..bytes.len()).step_by(line) {
        for lane in 0..step {
            let count = line / step;
            let value = |index: usize| f32::from(bytes[start + index.min(count - 1) * step + lane]);
            let mut sum = to_f32(radius + 1) * value(0);
            sum += (1..=radius).map(value).sum::<f32>();
            for index in 0..count {
                out[start + index * step + lane] = to_byte(sum / to_f32(2 * radius + 1));
                sum += value(index + radius + 1) - value(index.saturating_sub(radius));
            }
        }
    }
    out
}
