use super::zone::place;
use super::{Canvas, Outline, distance, median, median_colour};
use crate::align::Aligned;
use crate::resample::to_f32;

/// What the wall behind the person looks like, where enough of it can be seen.
pub(crate) struct Background {
    /// Share of the wall that is off its colour.
    pub(crate) off: f32,
    /// Median difference from its colour: patterns and textures.
    pub(crate) rough: f32,
    /// Whether what is off looks like shadow: darker, of the same colour.
    pub(crate) wall: Wall,
}

/// What is off a wall's colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wall {
    Shadow,
    Things,
}

/// Below, the segmenter is sure of the background (15 % for a person).
const SURELY_WALL: f32 = -1.734_6;
/// Only so far down, in distances of the eyes: shoulders are hard to tell.
const DOWN_TO: f32 = 1.6;
/// Fewest points that say something.
const FEWEST: usize = 50;
/// A difference of colour that everybody sees.
const VISIBLE: f32 = 10.0;

/// A point of the wall.
struct Point {
    place: [f32; 2],
    lab: [f32; 3],
}

/// The colour of a lit wall: it may change evenly from side to side.
struct Plane {
    at_eyes: [f32; 3],
    across: [f32; 3],
    down: [f32; 3],
}

impl Background {
    /// None where hardly any background can be seen.
    pub(crate) fn of(canvas: &Canvas<'_>, outline: &Outline) -> Option<Self> {
        let points = points(canvas, outline);
        if points.len() < FEWEST {
            return None;
        }
        let plane = Plane::through(&points);
        let mut off: Vec<_> = points.iter().map(|point| plane.off(point)).collect();
        let visible: Vec<_> = points
            .iter()
            .zip(&off)
            .filter(|(_, off)| **off > VISIBLE)
            .map(|(point, _)| plane.looks_like_shadow(point))
            .collect();
        let shadows = visible.iter().filter(|is_shadow| **is_shadow).count();
        Some(Self {
            off: to_f32(visible.len()) / to_f32(points.len()),
            rough: median(&mut off),
            wall: if shadows * 10 >= visible.len() * 6 {
                Wall::Shadow
            } else {
                Wall::Things
            },
        })
    }
}

/// Every second pixel of every second row that surely is wall.
fn points(canvas: &Canvas<'_>, outline: &Outline) -> Vec<Point> {
    let sure = away_from_person(outline);
    let all = canvas.lab.iter().zip(&canvas.aligned.inside).zip(sure);
    all.enumerate()
        .filter(|(index, ((_, inside), sure))| {
            let (x, y) = (index % Aligned::WIDTH, index / Aligned::WIDTH);
            let counts = x.is_multiple_of(2) && y.is_multiple_of(2);
            counts && **inside && *sure && place(*index)[1] < DOWN_TO
        })
        .map(|(index, ((lab, _), _))| Point {
            place: place(index),
            lab: *lab,
        })
        .collect()
}

/// Whether a pixel and the two around it on every side are surely not the person.
fn away_from_person(outline: &Outline) -> Vec<bool> {
    let sure: Vec<bool> = outline
        .odds
        .iter()
        .map(|odds| *odds < SURELY_WALL)
        .collect();
    let along = worst_of_five(&sure, 1);
    worst_of_five(&along, Aligned::WIDTH)
}

fn worst_of_five(sure: &[bool], step: usize) -> Vec<bool> {
    let at = |index: Option<usize>| index.and_then(|index| sure.get(index)).copied();
    (0..sure.len())
        .map(|index| {
            let around = [
                index.checked_sub(2 * step),
                index.checked_sub(step),
                Some(index),
                index.checked_add(step),
                index.checked_add(2 * step),
            ];
            around.into_iter().all(|index| at(index).unwrap_or(true))
        })
        .collect()
}

impl Plane {
    /// The colour that most points agree on: from their median on, fitted to
    /// fewer and fewer that are far off.
    fn through(points: &[Point]) -> Self {
        let labs: Vec<_> = points.iter().map(|point| point.lab).collect();
        let mut plane = Self {
            at_eyes: median_colour(&labs),
            across: [0.0; 3],
            down: [0.0; 3],
        };
        for gate in [25.0, 15.0, VISIBLE, VISIBLE] {
            let near: Vec<_> = points
                .iter()
                .filter(|point| plane.off(point) < gate)
                .collect();
            match Self::fitted(&near) {
                Some(better) if near.len() >= FEWEST => plane = better,
                _ => break,
            }
        }
        plane
    }

    /// Least squares. None if the points lie on a line.
    fn fitted(points: &[&Point]) -> Option<Self> {
        let mut sums = [[0.0_f64; 3]; 3];
        let mut values = [[0.0_f64; 3]; 3];
        for point in points {
            let [x, y] = point.place.map(f64::from);
            let terms = [1.0, x, y];
            for (term, (sums, values)) in terms.iter().zip(sums.iter_mut().zip(&mut values)) {
                *sums = [0, 1, 2].map(|axis| sums[axis] + term * terms[axis]);
                *values = [0, 1, 2].map(|axis| values[axis] + term * f64::from(point.lab[axis]));
            }
        }
        let [at_eyes, across, down] = solved(sums, values)?;
        Some(Self {
            at_eyes,
            across,
            down,
        })
    }

    fn colour(&self, [x, y]: [f32; 2]) -> [f32; 3] {
        [0, 1, 2].map(|axis| self.at_eyes[axis] + self.across[axis] * x + self.down[axis] * y)
    }

    fn off(&self, point: &Point) -> f32 {
        distance(point.lab, self.colour(point.place))
    }

    fn looks_like_shadow(&self, point: &Point) -> bool {
        let [light, a, b] = self.colour(point.place);
        let darker = light - point.lab[0];
        let (da, db) = (point.lab[1] - a, point.lab[2] - b);
        darker > 8.0 && (da * da + db * db).sqrt() < 3.0 + 0.3 * darker
    }
}

/// The unknowns of three equations, for three right sides at once.
fn solved(mut sums: [[f64; 3]; 3], mut values: [[f64; 3]; 3]) -> Option<[[f32; 3]; 3]> {
    for step in 0..3 {
        let pivot = sums[step][step];
        if pivot < 1e-6 {
            return None;
        }
        let (row, right) = (sums[step], values[step]);
        for other in (0..3).filter(|other| *other != step) {
            let factor = sums[other][step] / pivot;
            for axis in 0..3 {
                sums[other][axis] -= factor * row[axis];
                values[other][axis] -= factor * right[axis];
            }
        }
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "rounds, the same everywhere"
    )]
    let rounded = |row: usize| values[row].map(|value| (value / sums[row][row]) as f32);
    Some([0, 1, 2].map(rounded))
}
