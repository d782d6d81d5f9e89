use fearless_simd::{Level, Simd, dispatch, f32x8, prelude::*};

use super::after::After;
use super::map::{Cell, Map};
use super::weights::Weights;

/// Outputs done together.
const EIGHT: usize = 8;

/// A convolution of single pixels: each output is a sum over all inputs.
pub(super) struct Pointwise {
    blocks: Vec<Block>,
    after: After,
}

/// What makes eight outputs.
struct Block {
    /// For four inputs the weights of the outputs, and so on.
    weights: Vec<[[f32; EIGHT]; 4]>,
    bias: [f32; EIGHT],
}

impl Pointwise {
    pub(super) fn read(weights: &mut Weights, sizes: [usize; 2], after: After) -> Self {
        let [inputs, outputs] = sizes;
        let blocks = (0..outputs / EIGHT).map(|_| weights.eights(inputs));
        let blocks: Vec<_> = blocks
            .map(|weights| weights.as_chunks().0.to_vec())
            .collect();
        let biases = weights.eights(outputs / EIGHT);
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
        for (planes, block) in target.pairs_mut().zip(&self.blocks) {
            dispatch!(Level::new(), simd => block.run(simd, source, self.after, planes));
        }
        target
    }
}

#[expect(
    clippy::inline_always,
    reason = "vectors stay in the registers of the processor"
)]
impl Block {
    /// So many pixels together that the sums fill half of the registers.
    #[inline(always)]
    fn run<S: Simd>(&self, simd: S, source: &Map, after: After, planes: [&mut [Cell]; 2]) {
        if S::f32s::LEN < EIGHT {
            self.run_by::<S, 4>(simd, source, after, planes);
        } else {
            self.run_by::<S, 8>(simd, source, after, planes);
        }
    }

    #[inline(always)]
    fn run_by<S: Simd, const N: usize>(
        &self,
        simd: S,
        source: &Map,
        after: After,
        [one, other]: [&mut [Cell]; 2],
    ) {
        let (ones, ones_left) = one.as_chunks_mut::<N>();
        let (others, others_left) = other.as_chunks_mut::<N>();
        let whole = ones.len() * N;
        for (step, (one, other)) in ones.iter_mut().zip(others).enumerate() {
            store(simd, self.sum(simd, source, step * N), after, [one, other]);
        }
        let left = ones_left.as_chunks_mut::<1>().0.iter_mut();
        for (step, (one, other)) in left.zip(others_left.as_chunks_mut::<1>().0).enumerate() {
            store(
                simd,
                self.sum(simd, source, whole + step),
                after,
                [one, other],
            );
        }
    }

    /// The eight outputs of `N` pixels, from this one on.
    #[inline(always)]
    fn sum<S: Simd, const N: usize>(&self, simd: S, source: &Map, at: usize) -> [f32x8<S>; N] {
        let mut sums = [f32x8::load_array(simd, self.bias); N];
        for (plane, weights) in source.planes().zip(&self.weights) {
            let Some(cells) = plane.get(at..).and_then(<[_]>::first_chunk::<N>) else {
                continue;
            };
            for (lane, weights) in weights.iter().enumerate() {
                let weights = f32x8::load_array_ref(simd, weights);
                for (sum, cell) in sums.iter_mut().zip(cells) {
                    *sum += f32x8::splat(simd, cell[lane]) * weights;
                }
            }
        }
        sums
    }
}

#[expect(
    clippy::inline_always,
    reason = "vectors stay in the registers of the processor"
)]
#[inline(always)]
fn store<S: Simd, const N: usize>(
    simd: S,
    sums: [f32x8<S>; N],
    after: After,
    [one, other]: [&mut [Cell; N]; 2],
) {
    for ((one, other), sum) in one.iter_mut().zip(other).zip(sums) {
        let cells = after.apply(simd, sum).to_array();
        if let ([low, high], _) = cells.as_chunks() {
            (*one, *other) = (*low, *high);
        }
    }
}
