use super::after::After;
use super::depthwise::Depthwise;
use super::map::{Cell, Map};
use super::pointwise::Pointwise;
use super::stem::Stem;
use super::weights::Weights;
use crate::pixels::Pixels;

const WEIGHTS: &[u8] = include_bytes!("../../weights/selfie.f16");

/// The segmenter: tells the person from the background.
///
/// `MediaPipe`'s selfie segmentation, a `MobileNetV3` with a light decoder.
pub(crate) struct Segmenter {
    stem: Stem,
    first: Squeezed<3>,
    narrow: [Bottleneck; 2],
    wide: [Squeezed<5>; 5],
    summary: Summary,
    to_skip: [Pointwise; 3],
    decoders: [Decoder; 3],
    last: Last,
}

/// How sure the segmenter is, for each pixel of its input, that it shows the
/// person: above 0 it is, and 1.7 stands for 85 %.
pub(crate) struct Mask {
    pub(crate) width: usize,
    pub(crate) odds: Vec<f32>,
}

/// Weighs the channels by what they show on the whole.
struct Attention {
    squeeze: Pointwise,
    spread: Pointwise,
}

impl Attention {
    fn read(weights: &mut Weights, channels: usize, inner: usize) -> Self {
        Self {
            squeeze: Pointwise::read(weights, [channels, inner], After::Relu),
            spread: Pointwise::read(weights, [inner, channels], After::Sigmoid),
        }
    }

    fn factors(&self, map: &Map) -> Map {
        self.spread.run(&self.squeeze.run(&map.means()))
    }
}

/// Widen, look around, narrow.
struct Bottleneck {
    widen: Pointwise,
    around: Depthwise<3>,
    narrow: Pointwise,
}

impl Bottleneck {
    fn read(weights: &mut Weights, sizes: [usize; 3], step: usize) -> Self {
        let [inputs, inner, outputs] = sizes;
        Self {
            widen: Pointwise::read(weights, [inputs, inner], After::Relu),
            around: Depthwise::read(weights, inner, step, After::Relu),
            narrow: Pointwise::read(weights, [inner, outputs], After::Nothing),
        }
    }

    fn run(&self, map: &Map) -> Map {
        self.narrow.run(&self.around.run(&self.widen.run(map)))
    }
}

/// Widen, look around, weigh the channels, narrow.
struct Squeezed<const K: usize> {
    widen: Pointwise,
    around: Depthwise<K>,
    attention: Attention,
    narrow: Pointwise,
}

/// Sizes of a [`Squeezed`]: of its input, inside, of its attention, of its output.
struct Sizes([usize; 4]);

impl<const K: usize> Squeezed<K> {
    fn read(weights: &mut Weights, sizes: &Sizes, step: usize, after: After) -> Self {
        let Sizes([inputs, inner, squeezed, outputs]) = *sizes;
        Self {
            widen: Pointwise::read(weights, [inputs, inner], after),
            around: Depthwise::read(weights, inner, step, after),
            attention: Attention::read(weights, inner, squeezed),
            narrow: Pointwise::read(weights, [inner, outputs], After::Nothing),
        }
    }

    fn run(&self, map: &Map) -> Map {
        let mut inner = self.around.run(&self.widen.run(map));
        inner.scale(&self.attention.factors(&inner));
        self.narrow.run(&inner)
    }
}

/// What the coarsest map says of the picture as a whole.
struct Summary {
    pixels: Pointwise,
    whole: Pointwise,
}

/// Brings what the coarse map knows and what the fine map shows together.
struct Decoder {
    attention: Attention,
    pixels: Pointwise,
    around: Depthwise<3>,
}

impl Decoder {
    fn read(weights: &mut Weights, channels: usize) -> Self {
        Self {
            attention: Attention::read(weights, channels, channels),
            pixels: Pointwise::read(weights, [channels, channels], After::Relu),
            around: Depthwise::read(weights, channels, 1, After::Relu),
        }
    }

    fn run(&self, fine: &Map, coarse: &Map) -> Map {
        let mut both = fine.clone();
        both.add(coarse);
        let factors = self.attention.factors(&both);
        both.clone_from(fine);
        both.scale(&factors);
        both.add(coarse);
        let mut out = self.pixels.run(&both);
        let around = self.around.run(&out);
        out.add(&around);
        out
    }
}

/// Makes four pixels of each: upper left, upper right, lower left, lower right.
struct Last {
    weights: Vec<[Cell; 4]>,
    bias: Cell,
}

impl Last {
    fn read(weights: &mut Weights, inputs: usize) -> Self {
        Self {
            weights: weights.fours(inputs).as_chunks().0.to_vec(),
            bias: [weights.number(); 4],
        }
    }

    fn run(&self, map: &Map) -> Mask {
        let width = 2 * map.width;
        let mut fours = vec![self.bias; map.width * map.height];
        for (plane, weights) in map.planes().zip(&self.weights) {
            for (four, cell) in fours.iter_mut().zip(plane) {
                for (value, weight) in cell.iter().zip(weights) {
                    for (sum, weight) in four.iter_mut().zip(weight) {
                        *sum += value * weight;
                    }
                }
            }
        }
        let mut odds = vec![0.0; width * 2 * map.height];
        for (row, two) in fours
            .chunks_exact(map.width)
            .zip(odds.chunks_exact_mut(2 * width))
        {
            let (upper, lower) = two.split_at_mut(width);
            let pairs = upper
                .as_chunks_mut()
                .0
                .iter_mut()
                .zip(lower.as_chunks_mut().0);
            for ((upper, lower), four) in pairs.zip(row) {
                let [a, b, c, d] = *four;
                (*upper, *lower) = ([a, b], [c, d]);
            }
        }
        Mask { width, odds }
    }
}

impl Segmenter {
    /// Sides of the picture it looks at.
    pub(crate) const SIDE: usize = 256;

    pub(crate) fn new() -> Self {
        Self::read(&mut Weights::new(WEIGHTS))
    }

    fn read(weights: &mut Weights) -> Self {
        let stem = Stem::read(weights, After::HardSwish, 1.0 / 255.0, 0);
        let first = Squeezed::read(weights, &Sizes([16, 16, 8, 16]), 2, After::Relu);
        let narrow = [([16, 72, 24], 2), ([24, 88, 24], 1)]
            .map(|(sizes, step)| Bottleneck::read(weights, sizes, step));
        let wide = [
            ([24, 96, 24, 32], 2),
            ([32, 128, 32, 32], 1),
            ([32, 128, 32, 32], 1),
            ([32, 96, 24, 32], 1),
            ([32, 96, 24, 32], 1),
        ];
        let wide = wide
            .map(|(sizes, step)| Squeezed::read(weights, &Sizes(sizes), step, After::HardSwish));
        let summary = Summary {
            pixels: Pointwise::read(weights, [32, 128], After::Relu),
            whole: Pointwise::read(weights, [32, 128], After::Sigmoid),
        };
        let stages = [[128, 24], [24, 16], [16, 16]].map(|sizes| {
            let to_skip = Pointwise::read(weights, sizes, After::Nothing);
            (to_skip, Decoder::read(weights, sizes[1]))
        });
        let [(s0, d0), (s1, d1), (s2, d2)] = stages;
        Self {
            stem,
            first,
            narrow,
            wide,
            summary,
            to_skip: [s0, s1, s2],
            decoders: [d0, d1, d2],
            last: Last::read(weights, 16),
        }
    }

    /// The mask of a picture of [`SIDE`](Self::SIDE) by [`SIDE`](Self::SIDE).
    pub(crate) fn run(&self, pixels: &Pixels) -> Mask {
        let [narrow, same] = &self.narrow;
        let half = self.stem.run(pixels);
        let quarter = self.first.run(&half);
        let mut eighth = narrow.run(&quarter);
        let more = same.run(&eighth);
        eighth.add(&more);
        let mut map = self.deepest(&eighth);
        let fines = [&eighth, &quarter, &half];
        for ((fine, to_skip), decoder) in fines.into_iter().zip(&self.to_skip).zip(&self.decoders) {
            // Both are linear: narrowing first leaves less to interpolate.
            map = decoder.run(fine, &to_skip.run(&map).doubled());
        }
        self.last.run(&map)
    }

    fn deepest(&self, eighth: &Map) -> Map {
        let [first, rest @ ..] = &self.wide;
        let mut map = first.run(eighth);
        for block in rest {
            let more = block.run(&map);
            map.add(&more);
        }
        let mut summary = self.summary.pixels.run(&map);
        summary.scale(&self.summary.whole.run(&map.means()));
        summary
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_segmenter_reads_its_weights_to_the_end() {
        let mut weights = Weights::new(WEIGHTS);
        Segmenter::read(&mut weights);
        assert_eq!(weights.left(), 0);
    }
}
