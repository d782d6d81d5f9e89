use crate::net::{Detector, Face, in_falling_order};
use crate::pixels::Frame;
use crate::resample::{Part, resize, to_f32};
use crate::{FaceBox, spec};

/// Looks over the whole picture, coarsely: the faces, surest first.
///
/// Small faces are looked for once more, more finely, where there seem to be none.
pub(crate) fn find(detector: &Detector, frame: Frame<'_>) -> Vec<Face> {
    let coarse = look(detector, frame, whole(frame), spec::COARSE_SIDE);
    if coarse.is_empty() {
        look(detector, frame, whole(frame), spec::FINE_SIDE)
    } else {
        coarse
    }
}

/// The faces that count, largest first: not those much smaller than the largest,
/// nor those mostly on it, which a mask or a pattern can make of one face.
pub(crate) fn that_count(faces: Vec<Face>) -> Vec<Face> {
    let mut faces = in_falling_order(faces, Face::area);
    if let Some(largest) = faces.first().copied() {
        let is_another = |face: &Face| {
            face.area() >= largest.area() * spec::OTHER_FACE_AREA
                && face.common(&largest) < face.area() * spec::OTHER_FACE_APART
        };
        let mut is_first = true;
        faces.retain(|face| std::mem::take(&mut is_first) || is_another(face));
    }
    faces
}

/// The face once more, from close by: its points are then as good as they get.
/// The same face if it is not found again.
pub(crate) fn look_closely(detector: &Detector, frame: Frame<'_>, face: Face) -> Face {
    see_closely(detector, frame, face).map_or(face, |close| Face {
        score: face.score,
        ..close
    })
}

/// The face from close by, with how sure the detector is there; none if it is not found again.
pub(crate) fn see_closely(detector: &Detector, frame: Frame<'_>, face: Face) -> Option<Face> {
    let side = face.width.max(face.height) * spec::CLOSE_CROP;
    let part = Part {
        left: face.x + (face.width - side) / 2.0,
        top: face.y + (face.height - side) / 2.0,
        width: side,
        height: side,
    };
    let found = look(detector, frame, part, spec::FINE_SIDE);
    let same = |other: &Face| other.overlap(&face) > spec::SAME_FACE_OVERLAP;
    let closest = found.into_iter().filter(same);
    closest.max_by(|one, other| one.area().total_cmp(&other.area()))
}

fn whole(frame: Frame<'_>) -> Part {
    let side = to_f32(frame.width.max(frame.height));
    Part {
        left: 0.0,
        top: 0.0,
        width: side,
        height: side,
    }
}

/// The faces of a square part, in pixels of the picture.
fn look(detector: &Detector, frame: Frame<'_>, part: Part, side: usize) -> Vec<Face> {
    let pixels = resize(frame, part, side, side);
    let scale = part.width / to_f32(side);
    let found = detector.run(&pixels).into_iter();
    found
        .map(|face| face.scaled(scale).moved(part.left, part.top))
        .collect()
}

impl Face {
    /// The same face in a picture of so many times the sides.
    pub(crate) fn scaled(self, by: f32) -> Self {
        Self {
            x: self.x * by,
            y: self.y * by,
            width: self.width * by,
            height: self.height * by,
            points: self.points.map(|point| point.map(|value| value * by)),
            ..self
        }
    }

    /// All numbers of it.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = f32> + use<> {
        let box_and_score = [self.x, self.y, self.width, self.height, self.score];
        let points = self.points.into_iter().flatten();
        box_and_score.into_iter().chain(points)
    }

    fn moved(self, right: f32, down: f32) -> Self {
        Self {
            x: self.x + right,
            y: self.y + down,
            points: self.points.map(|[x, y]| [x + right, y + down]),
            ..self
        }
    }
}

impl From<Face> for FaceBox {
    fn from(face: Face) -> Self {
        Self {
            x: face.x,
            y: face.y,
            width: face.width,
            height: face.height,
            score: face.score,
            points: face.points,
        }
    }
}
