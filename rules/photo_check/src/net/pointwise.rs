use wide::f32x4;

use super::After;
use super::map::Map;
use super::weights::Weights;

/// Pixels done together: with eight outputs they fill the sixteen registers
/// that the smallest processors have.
const TOGETHER: usize = 4;

/// A convolution of single pixels: each output is a sum over all inputs.
pub(super) struct Pointwise {
    /// Eight outputs each.
    blocks: Vec<Block>,
    after: After,
}

struct Block {
    /// For four inputs the weights of eight outputs, and so on.
    weights: Vec<[[f32x4; 2]; 4]>,
    bias: [f32x4; 2],
}

impl Pointwise {
    pub(super) fn read(weights: &mut Weights, sizes: [usize; 2], after: After) -> Self {
        let [inputs, outputs] = sizes;
        let blocks = (0..outputs / 8).map(|_| weights.eights(inputs));
        let blocks: Vec<_> = blocks
            .map(|weights| weights.as_chunks().0.to_vec())
            .collect();
        let biases = weights.eights(outputs / 8);
        let pairs = blocks.into_iter().zip(biases);
        Self {
            blocks: pairs
                .map(|(weights, bias)| Block { weights, bias })
                .collect(),
            after,
        }
    }

    pub(super) fn run(&self, source: &Map) -> Map {
        let mut target = Map::new(source.width, source.height, 2 * self.blocks.len());
        for ((one, other), block) in target.pairs_mut().zip(&self.blocks) {
            block.run(source, self.after, one, other);
        }
        target
    }
}

impl Block {
    fn run(&self, source: &Map, after: After, one: &mut [f32x4], other: &mut [f32x4]) {
        let ones = one.chunks_mut(TOGETHER);
        let others = other.chunks_mut(TOGETHER);
        for (step, (one, other)) in ones.zip(others).enumerate() {
            let at = step * TOGETHER;
            if one.len() == TOGETHER {
                store(self.sum::<TOGETHER>(source, at), after, one, other);
            } else {
                let pixels = one.chunks_mut(1).zip(other.chunks_mut(1));
                for (pixel, (one, other)) in pixels.enumerate() {
                    store(self.sum::<1>(source, at + pixel), after, one, other);
                }
            }
        }
    }

    /// The eight outputs of `N` pixels, from this one on.
    #[inline]
    fn sum<const N: usize>(&self, source: &Map, at: usize) -> [[f32x4; 2]; N] {
        let mut sums = [self.bias; N];
        for (plane, weights) in source.planes().zip(&self.weights) {
            let Some(cells) = plane.get(at..).and_then(<[_]>::first_chunk::<N>) else {
                continue;
            };
            let cells = cells.map(f32x4::to_array);
            for (lane, [low, high]) in weights.iter().enumerate() {
                for (sum, cell) in sums.iter_mut().zip(&cells) {
                    let value = f32x4::splat(cell[lane]);
                    sum[0] += value * *low;
                    sum[1] += value * *high;
                }
            }
        }
        sums
    }
}

#[inline]
fn store<const N: usize>(
    sums: [[f32x4; 2]; N],
    after: After,
    one: &mut [f32x4],
    other: &mut [f32x4],
) {
    for ((one, other), [low, high]) in one.iter_mut().zip(other).zip(sums) {
        *one = after.apply(low);
        *other = after.apply(high);
    }
}
