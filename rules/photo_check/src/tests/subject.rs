//! Somebody to make pictures of: a portrait in the card's proportions, cut out.

use super::paint::{Colour, Dice, each, mix};
use crate::align::{Aligned, Geometry, dot, minus};
use crate::measure::Outline;
use crate::net::Face;
use crate::pixels::Pixels;
use crate::resample::{Part, float, floor, to_f32};
use crate::{Checker, decode, faces, judge, spec};

pub(super) struct Subject {
    pub(super) picture: Pixels,
    pub(super) face: Geometry,
    /// How much of each pixel is the person, 0 to 1.
    pub(super) cover: Vec<f32>,
}

pub(super) const WIDTH: usize = 700;
pub(super) const HEIGHT: usize = 900;

/// A light wall.
pub(super) const WALL: Colour = [238.0, 238.0, 240.0];

impl Subject {
    /// Takes the part for the card out of a photo. None without a face, or with
    /// too little around it.
    pub(super) fn of(checker: &Checker, photo: &[u8]) -> Option<Self> {
        let facts = rules::photo::inspect(photo).facts;
        let decoded = decode::for_check(photo, &facts).ok()?;
        let report = checker.check(photo, rules::CivilDate::FIRST, crate::Exceptions::NONE);
        let crop = judge::propose(report.head?, report.picture?)?;
        let sides = [
            crop.crop.left(),
            crop.crop.top(),
            crop.crop.width(),
            crop.crop.height(),
        ];
        let [left, top, width, height] = sides.map(|side| float(side) / decoded.shrink);
        let part = Part {
            left,
            top,
            width,
            height,
        };
        let picture = super::paint::part(&decoded.pixels, part, WIDTH, HEIGHT);
        let face = find(checker, &picture)?;
        let face = Geometry::of(&face);
        let aligned = Aligned::of(picture.view(), &face);
        let outline = checker.outline_of(&aligned);
        let mut subject = Self {
            cover: Vec::new(),
            picture,
            face,
        };
        subject.cover = (0..WIDTH * HEIGHT)
            .map(|index| subject.person([index % WIDTH, index / WIDTH].map(to_f32), &outline))
            .collect();
        Some(subject)
    }

    /// How much of the pixel at a place is the person.
    fn person(&self, place: [f32; 2], outline: &Outline) -> f32 {
        let scale = Aligned::UNIT / self.face.unit();
        let from_eyes = minus(place, self.face.eyes);
        let x = dot(from_eyes, self.face.across) * scale + Aligned::EYES[0];
        let y = dot(from_eyes, self.face.down) * scale + Aligned::EYES[1];
        let (column, row) = (x.clamp(0.0, 178.0), y.clamp(0.0, 238.0));
        let (left, top) = (floor(column), floor(row));
        let odds = |x: usize, y: usize| outline.at(x, y).clamp(-8.0, 8.0);
        let (dx, dy) = (column - to_f32(left), row - to_f32(top));
        let upper = odds(left, top) * (1.0 - dx) + odds(left + 1, top) * dx;
        let lower = odds(left, top + 1) * (1.0 - dx) + odds(left + 1, top + 1) * dx;
        // Softly from surely not to surely.
        ((upper * (1.0 - dy) + lower * dy) / 4.0 + 0.5).clamp(0.0, 1.0)
    }

    /// Before another background.
    pub(super) fn before(&self, mut background: impl FnMut([f32; 2]) -> Colour) -> Pixels {
        let mut cover = self.cover.iter();
        each(&self.picture, |place, colour| {
            mix(background(place), colour, *cover.next().unwrap())
        })
    }

    /// As it should be: before a plain wall, evenly lit, with a little noise.
    pub(super) fn plain(&self) -> Pixels {
        let mut dice = Dice::new(1);
        self.before(|[_, y]| {
            let light = 4.0 - 8.0 * y / to_f32(HEIGHT) + 1.5 * dice.noise();
            WALL.map(|value| value + light)
        })
    }

    /// A place by distances of the eyes from the middle between them.
    pub(super) fn by_eyes(&self, place: [f32; 2]) -> [f32; 2] {
        let off = minus(place, self.face.eyes);
        [dot(off, self.face.across), dot(off, self.face.down)].map(|way| way / self.face.unit())
    }
}

fn find(checker: &Checker, picture: &Pixels) -> Option<Face> {
    let found = faces::that_count(faces::find(&checker.detector, picture.view()));
    let face = *found.first().filter(|face| face.score > spec::FACE_SCORE)?;
    Some(faces::look_closely(&checker.detector, picture.view(), face))
}
