//! Coverage in a plane, and how planes are turned, slanted and waved.
//!
//! Everything works backwards: for a point of the picture it tells which point
//! of the letter shows there. So nothing is drawn twice and no hole appears.

use std::f32::consts::TAU;

use super::{
    dice::Dice,
    number::{real, whole},
};

/// A point, in pixels from the top left corner.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    pub(super) x: f32,
    pub(super) y: f32,
}

/// How much of each pixel is covered, from 0 to 1; nothing outside.
#[derive(Debug)]
pub(super) struct Plane {
    width: usize,
    height: usize,
    coverage: Vec<f32>,
}

impl Plane {
    pub(super) fn empty(width: usize, height: usize) -> Self {
        Self {
            width,
            height,
            coverage: vec![0.0; width * height],
        }
    }

    pub(super) fn width(&self) -> f32 {
        real(self.width)
    }

    pub(super) fn height(&self) -> f32 {
        real(self.height)
    }

    pub(super) fn set(&mut self, x: usize, y: usize, coverage: f32) {
        if x < self.width
            && let Some(pixel) = self.coverage.get_mut(y * self.width + x)
        {
            *pixel = coverage;
        }
    }

    fn get(&self, x: usize, y: usize) -> f32 {
        if x < self.width {
            self.coverage
                .get(y * self.width + x)
                .copied()
                .unwrap_or_default()
        } else {
            0.0
        }
    }

    /// The coverage at a point between pixels, blended from the four around it.
    pub(super) fn at(&self, point: Point) -> f32 {
        let (x, y) = (point.x - 0.5, point.y - 0.5);
        if x < 0.0 || y < 0.0 || x >= self.width() || y >= self.height() {
            return 0.0;
        }
        let (left, top) = (whole(x), whole(y));
        let (right, below) = (x.fract(), y.fract());
        let upper = self.get(left, top) * (1.0 - right) + self.get(left + 1, top) * right;
        let lower = self.get(left, top + 1) * (1.0 - right) + self.get(left + 1, top + 1) * right;
        upper * (1.0 - below) + lower * below
    }
}

/// Leads from an upright letter to a turned and slanted one, backwards, around
/// the letter's middle.
#[derive(Debug)]
pub(super) struct Tilt {
    sine: f32,
    cosine: f32,
    slant: f32,
}

impl Tilt {
    /// More than a quarter of a radian makes `n` and `u`, `6` and `9` doubtful.
    const MOST_TURN: f32 = 0.25;
    const MOST_SLANT: f32 = 0.18;

    pub(super) fn by_chance(dice: &mut Dice) -> Self {
        let (sine, cosine) = dice.within(&(-Self::MOST_TURN..Self::MOST_TURN)).sin_cos();
        Self {
            sine,
            cosine,
            slant: dice.within(&(-Self::MOST_SLANT..Self::MOST_SLANT)),
        }
    }

    pub(super) fn undo(&self, offset: Point) -> Point {
        let x = self.cosine * offset.x + self.sine * offset.y;
        let y = self.cosine * offset.y - self.sine * offset.x;
        Point {
            x: x + self.slant * y,
            y,
        }
    }
}

/// A swell through the whole picture, along and across.
#[derive(Debug)]
pub(super) struct Swell {
    down: Sine,
    aside: Sine,
}

impl Swell {
    pub(super) fn by_chance(dice: &mut Dice) -> Self {
        Self {
            down: Sine::by_chance(dice, 3.0, 110.0),
            aside: Sine::by_chance(dice, 1.8, 60.0),
        }
    }

    pub(super) fn undo(&self, point: Point) -> Point {
        Point {
            x: point.x + self.aside.at(point.y),
            y: point.y + self.down.at(point.x),
        }
    }
}

/// A wave of random phase.
#[derive(Debug)]
pub(super) struct Sine {
    height: f32,
    per_pixel: f32,
    phase: f32,
}

impl Sine {
    /// A wave of about this height and length in pixels: up to half more.
    pub(super) fn by_chance(dice: &mut Dice, height: f32, length: f32) -> Self {
        Self {
            height: height * dice.within(&(1.0..1.5)),
            per_pixel: TAU / (length * dice.within(&(1.0..1.5))),
            phase: dice.within(&(0.0..TAU)),
        }
    }

    pub(super) fn at(&self, distance: f32) -> f32 {
        self.height * (distance * self.per_pixel + self.phase).sin()
    }

    /// How steep the wave is there: rise per pixel.
    pub(super) fn steepness(&self, distance: f32) -> f32 {
        self.height * self.per_pixel * (distance * self.per_pixel + self.phase).cos()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::captcha::dice::Use;

    #[test]
    fn a_plane_is_empty_outside_and_full_in_the_middle_of_a_full_pixel() {
        let mut plane = Plane::empty(3, 3);
        plane.set(1, 1, 1.0);
        plane.set(7, 0, 1.0);
        plane.set(0, 7, 1.0);
        let at = |x, y| plane.at(Point { x, y });
        assert!((at(1.5, 1.5) - 1.0).abs() < f32::EPSILON);
        assert!((at(2.0, 1.5) - 0.5).abs() < f32::EPSILON);
        for outside in [-1e9, -1.0, 4.0, 1e9, f32::INFINITY] {
            assert!(at(outside, 1.5).abs() < f32::EPSILON, "{outside}");
            assert!(at(1.5, outside).abs() < f32::EPSILON, "{outside}");
        }
    }

    #[test]
    fn a_tilt_keeps_the_middle_and_moves_the_rest_a_little() {
        let mut dice = Dice::new(&[5; 32], Use::Picture);
        for _ in 0..1_000 {
            let tilt = Tilt::by_chance(&mut dice);
            let middle = tilt.undo(Point { x: 0.0, y: 0.0 });
            assert!(middle.x.abs() + middle.y.abs() < f32::EPSILON);
            let top = tilt.undo(Point { x: 0.0, y: -20.0 });
            assert!(top.x.abs() < 20.0 * 0.45 && top.y < -20.0 * 0.9, "{top:?}");
        }
    }
}
