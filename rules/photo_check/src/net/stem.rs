use wide::f32x4;

use super::After;
use super::map::Map;
use super::weights::Weights;
use crate::pixels::Pixels;

const COLOURS: usize = 3;
/// Numbers of three neighbouring pixels.
const WINDOW: usize = 3 * COLOURS;
/// Cells of an output pixel: 16 channels.
const CELLS: usize = 4;

/// The first convolution: from pixels to 16 channels of half the sides.
pub(super) struct Stem {
    weights: [[[f32x4; CELLS]; WINDOW]; 3],
    bias: [f32x4; CELLS],
    after: After,
    /// What a colour value is multiplied by.
    scale: f32,
    /// Rows and columns of zeros before the picture.
    before: usize,
}

impl Stem {
    pub(super) fn read(weights: &mut Weights, after: After, scale: f32, before: usize) -> Self {
        let read = || std::array::from_fn(|_| weights.four());
        Self::of(read, after, scale, before)
    }

    fn of(
        mut cells: impl FnMut() -> [f32x4; CELLS],
        after: After,
        scale: f32,
        before: usize,
    ) -> Self {
        Self {
            weights: std::array::from_fn(|_| std::array::from_fn(|_| cells())),
            bias: cells(),
            after,
            scale,
            before,
        }
    }

    pub(super) fn run(&self, pixels: &Pixels) -> Map {
        let (width, height) = (pixels.width / 2, pixels.height / 2);
        let mut target = Map::new(width, height, CELLS);
        let mut rows = [(); 3].map(|()| vec![0.0; (pixels.width + 2) * COLOURS]);
        let mut line = vec![[f32x4::ZERO; CELLS]; width];
        for y in 0..height {
            for (offset, row) in rows.iter_mut().enumerate() {
                self.fill(pixels, (2 * y + offset).checked_sub(self.before), row);
            }
            self.line(&rows, &mut line);
            for (cell, plane) in target.planes_mut().enumerate() {
                let out = plane.iter_mut().skip(y * width);
                for (out, sums) in out.zip(&line) {
                    *out = sums[cell];
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

    fn line(&self, rows: &[Vec<f32>; 3], line: &mut [[f32x4; CELLS]]) {
        for (x, out) in line.iter_mut().enumerate() {
            let mut sums = self.bias;
            for (row, weights) in rows.iter().zip(&self.weights) {
                let from = 2 * x * COLOURS;
                let window = row.get(from..from + WINDOW).unwrap_or_default();
                for (value, weights) in window.iter().zip(weights) {
                    let value = f32x4::splat(*value);
                    for (sum, weight) in sums.iter_mut().zip(weights) {
                        *sum += value * *weight;
                    }
                }
            }
            *out = sums.map(|sum| self.after.apply(sum));
        }
    }
}
