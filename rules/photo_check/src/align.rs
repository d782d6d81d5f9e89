//! The face turned upright, in one size for all measures.

use crate::net::Face;
use crate::pixels::{Frame, Pixels};
use crate::resample::{Part, floor, resize, to_byte, to_f32};

/// From how many times our size on a picture is first brought to our size.
const MUCH_LARGER: f32 = 1.5;

/// A place or a direction, in pixels.
pub(crate) type Vector = [f32; 2];

/// The five points of a face and what follows from them.
#[derive(Clone, Copy)]
pub(crate) struct Geometry {
    /// Between the eyes.
    pub(crate) eyes: Vector,
    /// From one eye to the other.
    pub(crate) apart: f32,
    /// Along the line of the eyes, of length 1, to the right in the picture.
    pub(crate) across: Vector,
    /// From the eyes to the mouth, of length 1, square to `across`.
    pub(crate) down: Vector,
    pub(crate) nose: Vector,
    pub(crate) mouth: Vector,
}

impl Geometry {
    pub(crate) fn of(face: &Face) -> Self {
        let [right_eye, left_eye, nose, right_corner, left_corner] = face.points;
        let line = minus(left_eye, right_eye);
        let apart = dot(line, line).sqrt().max(1e-3);
        let across = line.map(|value| value / apart);
        let [x, y] = across;
        Self {
            eyes: middle(right_eye, left_eye),
            apart,
            across,
            down: [-y, x],
            nose,
            mouth: middle(right_corner, left_corner),
        }
    }

    /// How far the mouth is below the eyes.
    pub(crate) fn mouth_below(&self) -> f32 {
        dot(minus(self.mouth, self.eyes), self.down).max(1e-3)
    }

    /// The measure of the face: the distance of the eyes, or of a turned face
    /// what it would be from the front.
    pub(crate) fn unit(&self) -> f32 {
        let to_mouth = minus(self.mouth, self.eyes);
        self.apart.max(0.9 * dot(to_mouth, to_mouth).sqrt())
    }
}

/// The upright picture of a face, all in one size: a quarter of the width is the
/// distance of the eyes, whose middle is at [`EYES`](Self::EYES).
pub(crate) struct Aligned {
    pub(crate) pixels: Pixels,
    /// Whether a pixel lies in the picture; outside all is black.
    pub(crate) inside: Vec<bool>,
    origin: Vector,
    right: Vector,
    down: Vector,
}

impl Aligned {
    pub(crate) const WIDTH: usize = 180;
    pub(crate) const HEIGHT: usize = 240;
    /// Distance of the eyes in it.
    pub(crate) const UNIT: f32 = 45.0;
    /// The middle between the eyes.
    pub(crate) const EYES: Vector = [90.0, 108.0];

    pub(crate) fn of(frame: Frame<'_>, face: &Geometry) -> Self {
        let scale = face.unit() / Self::UNIT;
        let right = face.across.map(|value| value * scale);
        let down = face.down.map(|value| value * scale);
        let [x, y] = Self::EYES;
        let origin = [0, 1].map(|axis| face.eyes[axis] - right[axis] * x - down[axis] * y);
        let mut aligned = Self {
            pixels: Pixels {
                width: Self::WIDTH,
                height: Self::HEIGHT,
                rgb: Vec::new(),
            },
            inside: Vec::new(),
            origin,
            right,
            down,
        };
        if scale > MUCH_LARGER {
            let (small, part) = aligned.in_our_size(frame, scale);
            aligned.fill(small.view(), part);
        } else {
            aligned.fill(frame, whole(frame));
        }
        aligned
    }

    /// The part of the picture around the face, already in our size, so that no
    /// pixel is left out of the means.
    fn in_our_size(&self, frame: Frame<'_>, scale: f32) -> (Pixels, Part) {
        let corners = [[0, 0], [1, 0], [0, 1], [1, 1]]
            .map(|[x, y]| self.in_picture([to_f32(x * Self::WIDTH), to_f32(y * Self::HEIGHT)]));
        let [[left, right], [top, bottom]] = [0, 1].map(|axis| {
            let size = to_f32([frame.width, frame.height][axis]);
            let places = corners.map(|corner| corner[axis].clamp(0.0, size));
            let least = places.into_iter().fold(size, f32::min);
            [least, places.into_iter().fold(least, f32::max)]
        });
        let part = Part {
            left,
            top,
            width: (right - left).max(1.0),
            height: (bottom - top).max(1.0),
        };
        let [width, height] = [part.width, part.height].map(|side| floor(side / scale).max(1));
        (resize(frame, part, width, height), part)
    }

    /// The place in the picture of one in here.
    pub(crate) fn in_picture(&self, [x, y]: Vector) -> Vector {
        [0, 1].map(|axis| self.origin[axis] + self.right[axis] * x + self.down[axis] * y)
    }

    /// Takes each pixel from a picture that shows this part of the whole one.
    fn fill(&mut self, frame: Frame<'_>, part: Part) {
        let across = to_f32(frame.width) / part.width;
        let along = to_f32(frame.height) / part.height;
        self.pixels
            .rgb
            .reserve_exact(Self::WIDTH * Self::HEIGHT * 3);
        for y in 0..Self::HEIGHT {
            for x in 0..Self::WIDTH {
                let [x, y] = self.in_picture([to_f32(x) + 0.5, to_f32(y) + 0.5]);
                let place = [(x - part.left) * across, (y - part.top) * along];
                let pixel = between(frame, place);
                self.inside.push(pixel.is_some());
                self.pixels
                    .rgb
                    .extend(pixel.unwrap_or_default().map(to_byte));
            }
        }
    }
}

fn whole(frame: Frame<'_>) -> Part {
    Part {
        left: 0.0,
        top: 0.0,
        width: to_f32(frame.width),
        height: to_f32(frame.height),
    }
}

/// The colour at a place, between the pixels around it; none outside.
fn between(frame: Frame<'_>, [x, y]: Vector) -> Option<[f32; 3]> {
    let (width, height) = (to_f32(frame.width), to_f32(frame.height));
    if !(x >= 0.0 && y >= 0.0 && x < width && y < height) {
        return None;
    }
    let (x, y) = (
        (x - 0.5).clamp(0.0, width - 1.0),
        (y - 0.5).clamp(0.0, height - 1.0),
    );
    let (left, top) = (floor(x), floor(y));
    let right = (left + 1).min(frame.width - 1);
    let bottom = (top + 1).min(frame.height - 1);
    let (dx, dy) = (x - to_f32(left), y - to_f32(top));
    let row = |row: usize| -> Option<[f32; 3]> {
        let pixel = |column: usize| {
            let at = (row * frame.width + column) * frame.stride;
            frame.bytes.get(at..)?.first_chunk::<3>()
        };
        let (left, right) = (pixel(left)?.map(f32::from), pixel(right)?.map(f32::from));
        Some([0, 1, 2].map(|colour| left[colour] * (1.0 - dx) + right[colour] * dx))
    };
    let (upper, lower) = (row(top)?, row(bottom)?);
    Some([0, 1, 2].map(|colour| upper[colour] * (1.0 - dy) + lower[colour] * dy))
}

pub(crate) fn minus(one: Vector, other: Vector) -> Vector {
    [one[0] - other[0], one[1] - other[1]]
}

pub(crate) fn dot(one: Vector, other: Vector) -> f32 {
    one[0] * other[0] + one[1] * other[1]
}

pub(crate) fn middle(one: Vector, other: Vector) -> Vector {
    [
        f32::midpoint(one[0], other[0]),
        f32::midpoint(one[1], other[1]),
    ]
}
