/// Four channels of one pixel.
pub(super) type Cell = [f32; 4];

/// What is outside of every picture.
pub(super) const EMPTY: Cell = [0.0; 4];

/// A stack of planes of cells.
#[derive(Clone)]
pub(super) struct Map {
    pub(super) width: usize,
    pub(super) height: usize,
    cells: Vec<Cell>,
}

impl Map {
    pub(super) fn new(width: usize, height: usize, planes: usize) -> Self {
        Self {
            width,
            height,
            cells: vec![EMPTY; width * height * planes],
        }
    }

    pub(super) fn planes(&self) -> std::slice::ChunksExact<'_, Cell> {
        self.cells.chunks_exact(self.width * self.height)
    }

    pub(super) fn planes_mut(&mut self) -> std::slice::ChunksExactMut<'_, Cell> {
        self.cells.chunks_exact_mut(self.width * self.height)
    }

    /// Two planes at a time; every map has an even number.
    pub(super) fn pairs_mut(&mut self) -> impl Iterator<Item = [&mut [Cell]; 2]> {
        let plane = self.width * self.height;
        let pairs = self.cells.chunks_exact_mut(2 * plane);
        pairs.map(move |pair| {
            let (one, other) = pair.split_at_mut(plane);
            [one, other]
        })
    }

    fn depth(&self) -> usize {
        self.cells.len() / (self.width * self.height)
    }

    fn rows(plane: &[Cell], width: usize) -> std::slice::ChunksExact<'_, Cell> {
        plane.chunks_exact(width)
    }

    /// The largest of each two by two cells.
    pub(super) fn halved(&self) -> Self {
        let mut half = Self::new(self.width / 2, self.height / 2, self.depth());
        let (from, to) = (self.width, half.width);
        for (source, target) in self.planes().zip(half.planes_mut()) {
            let pairs = source.chunks_exact(2 * from);
            for (rows, out) in pairs.zip(target.chunks_exact_mut(to)) {
                let (upper, lower) = rows.split_at(from);
                let upper = upper.as_chunks::<2>().0.iter();
                let lower = lower.as_chunks::<2>().0.iter();
                for (cell, ([a, b], [c, d])) in out.iter_mut().zip(upper.zip(lower)) {
                    *cell = largest(largest(*a, *b), largest(*c, *d));
                }
            }
        }
        half
    }

    /// Adds a map of half the sides, each of its cells to two by two.
    pub(super) fn add_doubled(&mut self, half: &Self) {
        let (to, from) = (self.width, half.width);
        for (target, source) in self.planes_mut().zip(half.planes()) {
            let rows = target.chunks_exact_mut(2 * to);
            for (two, row) in rows.zip(Self::rows(source, from)) {
                for out in two.chunks_exact_mut(to) {
                    for (pair, cell) in out.as_chunks_mut::<2>().0.iter_mut().zip(row) {
                        *pair = pair.map(|old| sum(old, *cell));
                    }
                }
            }
        }
    }

    /// Adds a map of the same sides.
    pub(super) fn add(&mut self, other: &Self) {
        for (cell, more) in self.cells.iter_mut().zip(&other.cells) {
            *cell = sum(*cell, *more);
        }
    }

    /// Multiplies every plane by its factor.
    pub(super) fn scale(&mut self, factors: &Self) {
        for (plane, factor) in self.planes_mut().zip(&factors.cells) {
            for cell in plane {
                *cell = lanes(*cell, *factor, |value, factor| value * factor);
            }
        }
    }

    /// The mean of every plane, as a map of one pixel.
    pub(super) fn means(&self) -> Self {
        let share = 1.0 / to_f32(self.width * self.height);
        let mean = |plane: &[Cell]| {
            let total = plane.iter().fold(EMPTY, |total, cell| sum(total, *cell));
            total.map(|value| value * share)
        };
        Self {
            width: 1,
            height: 1,
            cells: self.planes().map(mean).collect(),
        }
    }

    /// Twice the sides, by linear interpolation between the pixels' middles.
    pub(super) fn doubled(&self) -> Self {
        let mut double = Self::new(2 * self.width, 2 * self.height, self.depth());
        let (from, to) = (self.width, double.width);
        let mut blended = vec![EMPTY; from];
        for (source, target) in self.planes().zip(double.planes_mut()) {
            for (y, out) in target.chunks_exact_mut(to).enumerate() {
                let [near, far] = neighbours(y, self.height).map(|row| row * from);
                let near = source.iter().skip(near);
                let far = source.iter().skip(far);
                for (cell, (near, far)) in blended.iter_mut().zip(near.zip(far)) {
                    *cell = blend(*near, *far);
                }
                stretch(&blended, out);
            }
        }
        double
    }
}

/// Which two of so many cells a cell of twice as many lies between, the nearer
/// one first.
fn neighbours(at: usize, count: usize) -> [usize; 2] {
    let near = at / 2;
    let far = if at.is_multiple_of(2) {
        near.saturating_sub(1)
    } else {
        (near + 1).min(count - 1)
    };
    [near, far]
}

fn blend(near: Cell, far: Cell) -> Cell {
    lanes(near, far, |near, far| near * 0.75 + far * 0.25)
}

#[inline]
fn lanes(one: Cell, other: Cell, of: impl Fn(f32, f32) -> f32) -> Cell {
    std::array::from_fn(|lane| of(one[lane], other[lane]))
}

#[inline]
fn sum(one: Cell, other: Cell) -> Cell {
    lanes(one, other, |one, other| one + other)
}

/// Of numbers only: unlike `f32::max` it need not look for what is none.
#[inline]
fn largest(one: Cell, other: Cell) -> Cell {
    lanes(
        one,
        other,
        |one, other| if one > other { one } else { other },
    )
}

/// A row to one of twice the cells.
fn stretch(row: &[Cell], out: &mut [Cell]) {
    let before = row.iter().take(1).chain(row);
    let after = row.iter().skip(1).chain(row.last());
    let pairs = out.as_chunks_mut::<2>().0.iter_mut();
    for (pair, ((cell, before), after)) in pairs.zip(row.iter().zip(before).zip(after)) {
        *pair = [blend(*cell, *before), blend(*cell, *after)];
    }
}

#[expect(clippy::cast_precision_loss, reason = "sides of maps are small")]
pub(super) fn to_f32(count: usize) -> f32 {
    count as f32
}
