use wide::f32x4;

use super::After;
use super::map::Map;
use super::weights::Weights;

/// A convolution of every channel with its own `K` x `K` weights. Outside the
/// map are zeros.
pub(super) struct Depthwise<const K: usize> {
    /// Four channels each.
    groups: Vec<Group<K>>,
    step: usize,
    after: After,
}

struct Group<const K: usize> {
    weights: [[f32x4; K]; K],
    bias: f32x4,
}

impl<const K: usize> Depthwise<K> {
    pub(super) fn read(weights: &mut Weights, channels: usize, step: usize, after: After) -> Self {
        let read: Vec<[[f32x4; K]; K]> = (0..channels / 4)
            .map(|_| std::array::from_fn(|_| std::array::from_fn(|_| weights.four())))
            .collect();
        let pairs = read.into_iter().zip(weights.fours(channels / 4));
        Self {
            groups: pairs
                .map(|(weights, bias)| Group { weights, bias })
                .collect(),
            step,
            after,
        }
    }

    pub(super) fn run(&self, source: &Map) -> Map {
        let (width, height) = (source.width / self.step, source.height / self.step);
        let mut target = Map::new(width, height, self.groups.len());
        let outside = vec![f32x4::ZERO; source.width];
        // As many zeros on both sides, or one more behind.
        let before = (K - self.step) / 2;
        for ((plane, out), group) in source.planes().zip(target.planes_mut()).zip(&self.groups) {
            for (y, out) in out.chunks_exact_mut(width).enumerate() {
                let rows: [&[f32x4]; K] = std::array::from_fn(|row| {
                    let y = (y * self.step + row).checked_sub(before);
                    let row = y.and_then(|y| plane.get(y * source.width..(y + 1) * source.width));
                    row.unwrap_or(&outside)
                });
                match self.step {
                    1 => group.row::<1>(rows, self.after, out),
                    _ => group.row::<2>(rows, self.after, out),
                }
            }
        }
        target
    }
}

impl<const K: usize> Group<K> {
    #[inline]
    fn row<const STEP: usize>(&self, rows: [&[f32x4]; K], after: After, out: &mut [f32x4]) {
        let before = (K - STEP) / 2;
        for (x, out) in out.iter_mut().enumerate() {
            let from = (x * STEP).checked_sub(before);
            let taps = from.and_then(|from| {
                let mut taps = [[f32x4::ZERO; K]; K];
                for (taps, row) in taps.iter_mut().zip(rows) {
                    *taps = *row.get(from..from + K)?.first_chunk()?;
                }
                Some(taps)
            });
            let taps = taps.unwrap_or_else(|| at_the_edge(rows, x * STEP, before));
            let mut sum = self.bias;
            for (taps, weights) in taps.iter().zip(&self.weights) {
                for (tap, weight) in taps.iter().zip(weights) {
                    sum += *tap * *weight;
                }
            }
            *out = after.apply(sum);
        }
    }
}

/// The cells around one whose neighbours are partly outside.
#[cold]
fn at_the_edge<const K: usize>(rows: [&[f32x4]; K], x: usize, before: usize) -> [[f32x4; K]; K] {
    let cell = |row: &[f32x4], column: usize| {
        let x = (x + column).checked_sub(before);
        x.and_then(|x| row.get(x)).copied().unwrap_or(f32x4::ZERO)
    };
    rows.map(|row| std::array::from_fn(|column| cell(row, column)))
}
