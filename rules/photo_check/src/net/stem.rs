use fearless_simd::{Level, Simd, dispatch, f32x8, prelude::*};

use super::after::After;
use super::map::Map;
use super::weights::Weights;
use crate::pixels::Pixels;

const COLOURS: usize = 3;
/// Numbers of three neighbouring pixels.
const WINDOW: usize = 3 * COLOURS;
/// Cells of an output pixel: 16 channels.
const CELLS: usize = 4;
/// Output pixels done together.
const TOGETHER: usize = 4;

/// The sixteen channels of an output pixel.
type Channels = [[f32; 8]; 2];

/// The first convolution: from pixels to 16 channels of half the sides.
pub(super) struct Stem {
    weights: [[Channels; WINDOW]; 3],
    bias: Channels,
    after: After,
    /// What a colour value is multiplied by.
    scale: f32,
    /// Rows and columns of zeros before the picture.
    before: usize,
}

impl Stem {
    pub(super) fn read(weights: &mut Weights, after: After, scale: f32, before: usize) -> Self {
        let mut channels = || [weights.eight(), weights.eight()];
        Self {
            weights: std::array::from_fn(|_| std::array::from_fn(|_| channels())),
            bias: channels(),
            after,
            scale,
            before,
        }
    }

    pub(super) fn run(&self, pixels: &Pixels) -> Map {
        let (width, height) = (pixels.width / 2, pixels.height / 2);
        let mut target = Map::new(width, height, CELLS);
        let mut rows = [(); 3].map(|()| vec![0.0; (pixels.width + 2) * COLOURS]);
        let mut line = vec![[[0.0; 8]; 2]; width];
        for y in 0..height {
            for (offset, row) in rows.iter_mut().enumerate() {
                self.fill(pixels, (2 * y + offset).checked_sub(self.before), row);
            }
            dispatch!(Level::new(), simd => self.line(simd, &rows, &mut line));
            for (cell, plane) in target.planes_mut().enumerate() {
                let out = plane.iter_mut().skip(y * width);
                for (out, channels) in out.zip(&line) {
                    let cells = channels.as_flattened().as_chunks().0;
                    *out = cells.get(cell).copied().unwrap_or_default();
                }
            }
        }
        target
    }

    /// One row of the picture as floats, with zeros around it.
    fn fill(&self, pixels: &Pixels, y: Option<usize>, row: &mut [f32]) {
        row.fill(0.0);
        let bytes = pixels.width * COLOURS;
        let source = y.and_then(|y| pixels.rgb.get(y * bytes..(y + 1) * bytes));
        let inner = row.iter_mut().skip(self.before * COLOURS);
        for (out, value) in inner.zip(source.unwrap_or_default()) {
            *out = f32::from(*value) * self.scale;
        }
    }

    #[expect(
        clippy::inline_always,
        reason = "vectors stay in the registers of the processor"
    )]
    #[inline(always)]
    fn line<S: Simd>(&self, simd: S, rows: &[Vec<f32>; 3], line: &mut [Channels]) {
        let (together, left) = line.as_chunks_mut::<TOGETHER>();
        let done = together.len() * TOGETHER;
        for (step, out) in together.iter_mut().enumerate() {
            self.pixels(simd, rows, step * TOGETHER, out);
        }
        for (step, out) in left.as_chunks_mut::<1>().0.iter_mut().enumerate() {
            self.pixels(simd, rows, done + step, out);
        }
    }

    /// `N` output pixels, from this one on.
    #[expect(
        clippy::inline_always,
        reason = "vectors stay in the registers of the processor"
    )]
    #[inline(always)]
    fn pixels<S: Simd, const N: usize>(
        &self,
        simd: S,
        rows: &[Vec<f32>; 3],
        x: usize,
        out: &mut [Channels; N],
    ) {
        let mut sums = [self.bias.map(|bias| f32x8::load_array(simd, bias)); N];
        for (row, weights) in rows.iter().zip(&self.weights) {
            let seen = row.get(2 * x * COLOURS..).unwrap_or_default();
            for (place, [low, high]) in weights.iter().enumerate() {
                let low = f32x8::load_array_ref(simd, low);
                let high = f32x8::load_array_ref(simd, high);
                let values = seen.iter().skip(place).step_by(2 * COLOURS);
                for (sums, value) in sums.iter_mut().zip(values) {
                    let value = f32x8::splat(simd, *value);
                    sums[0] += value * low;
                    sums[1] += value * high;
                }
            }
        }
        for (out, sums) in out.iter_mut().zip(sums) {
            *out = sums.map(|sum| self.after.apply(simd, sum).to_array());
        }
    }
}
