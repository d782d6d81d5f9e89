use fearless_simd::{Level, Simd, dispatch, f32x4, f32x8, prelude::*};

use super::after::After;
use super::map::{Cell, EMPTY, Map};
use super::weights::Weights;

/// A convolution of every channel with its own `K` x `K` weights. Outside the
/// map are zeros.
pub(super) struct Depthwise<const K: usize> {
    groups: Vec<Group<K>>,
    step: usize,
    after: After,
}

/// What makes four channels.
struct Group<const K: usize> {
    weights: [[Cell; K]; K],
    bias: Cell,
}

impl<const K: usize> Depthwise<K> {
    pub(super) fn read(weights: &mut Weights, channels: usize, step: usize, after: After) -> Self {
        let read: Vec<[[Cell; K]; K]> = (0..channels / 4)
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
        let mut framed = Framed::new(source, K, self.step);
        for ((plane, out), group) in source.planes().zip(target.planes_mut()).zip(&self.groups) {
            framed.take(plane);
            for (y, out) in out.chunks_exact_mut(width).enumerate() {
                let rows = std::array::from_fn(|row| framed.row(y * self.step + row));
                dispatch!(Level::new(), simd => match self.step {
                    1 => group.row::<_, 1>(simd, rows, self.after, out),
                    _ => group.row::<_, 2>(simd, rows, self.after, out),
                });
            }
        }
        target
    }
}

/// A plane with zeros around it: as many on both sides as a convolution looks at, or one
/// more behind.
struct Framed {
    cells: Vec<Cell>,
    /// Cells of a row of the plane, and of it with the zeros.
    widths: [usize; 2],
    /// Rows and columns before the plane.
    before: usize,
}

impl Framed {
    fn new(source: &Map, side: usize, step: usize) -> Self {
        // The second of two pixels may be one too many and looks further.
        let width = source.width + side + step;
        Self {
            cells: vec![EMPTY; width * (source.height + side)],
            widths: [source.width, width],
            before: (side - step) / 2,
        }
    }

    fn take(&mut self, plane: &[Cell]) {
        let [inner, outer] = self.widths;
        let rows = self.cells.chunks_exact_mut(outer).skip(self.before);
        for (row, cells) in rows.zip(plane.chunks_exact(inner)) {
            if let Some(row) = row.get_mut(self.before..self.before + inner) {
                row.copy_from_slice(cells);
            }
        }
    }

    fn row(&self, y: usize) -> &[Cell] {
        let [_, width] = self.widths;
        self.cells
            .get(y * width..(y + 1) * width)
            .unwrap_or_default()
    }
}

/// Pairs of pixels done together.
const PAIRS: usize = 4;

#[expect(
    clippy::inline_always,
    reason = "vectors stay in the registers of the processor"
)]
impl<const K: usize> Group<K> {
    /// A row of the new map from the rows that it looks at.
    #[inline(always)]
    fn row<S: Simd, const STEP: usize>(
        &self,
        simd: S,
        rows: [&[Cell]; K],
        after: After,
        out: &mut [Cell],
    ) {
        let (many, few) = out.as_chunks_mut::<{ 2 * PAIRS }>();
        let done = many.len() * 2 * PAIRS;
        for (step, out) in many.iter_mut().enumerate() {
            let x = step * 2 * PAIRS;
            self.pixels::<S, STEP, PAIRS>(simd, rows, x, after, out);
        }
        for (step, out) in few.chunks_mut(2).enumerate() {
            self.pixels::<S, STEP, 1>(simd, rows, done + 2 * step, after, out);
        }
    }

    /// `N` pairs of pixels, from this one on; the last one may be too many.
    #[inline(always)]
    fn pixels<S: Simd, const STEP: usize, const N: usize>(
        &self,
        simd: S,
        rows: [&[Cell]; K],
        x: usize,
        after: After,
        out: &mut [Cell],
    ) {
        let twice = |cell: &Cell| f32x8::block_splat(f32x4::load_array_ref(simd, cell));
        let mut sums = [twice(&self.bias); N];
        for (row, weights) in rows.into_iter().zip(&self.weights) {
            let seen = &row[x * STEP..(x + 2 * N - 1) * STEP + K];
            for (column, weight) in weights.iter().enumerate() {
                let weight = twice(weight);
                for (pair, sum) in sums.iter_mut().enumerate() {
                    let at = column + 2 * pair * STEP;
                    let first = f32x4::load_array(simd, seen[at]);
                    *sum += first.combine(f32x4::load_array(simd, seen[at + STEP])) * weight;
                }
            }
        }
        for (out, sum) in out.chunks_mut(2).zip(sums) {
            let cells = after.apply(simd, sum).to_array();
            for (out, cell) in out.iter_mut().zip(cells.as_chunks().0) {
                *out = *cell;
            }
        }
    }
}
