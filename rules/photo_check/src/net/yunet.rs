use super::after::{After, sigmoid};
use super::depthwise::Depthwise;
use super::map::{Map, to_f32};
use super::pointwise::Pointwise;
use super::stem::Stem;
use super::weights::Weights;

use crate::pixels::Pixels;
use crate::spec;

const WEIGHTS: &[u8] = include_bytes!("../../weights/yunet.f16");

/// The face detector `YuNet` (2023mar).
pub(crate) struct Detector {
    stem: Stem,
    /// Behind the stem, one after the other.
    backbone: [Unit; 11],
    /// For the coarse, the middle and the fine map.
    neck: [Unit; 3],
    /// For the fine, the middle and the coarse map.
    heads: [Unit; 3],
}

/// A convolution of pixels and one of neighbourhoods.
struct Unit {
    pixels: Pointwise,
    around: Depthwise<3>,
}

/// A face in pixels of the picture that was looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Face {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) score: f32,
    /// Eyes, nose, corners of the mouth.
    pub(crate) points: [[f32; 2]; 5],
}

/// Inputs and outputs of the units of the backbone.
const BACKBONE: [[usize; 2]; 11] = [
    [16, 16],
    [16, 16],
    [16, 32],
    [32, 32],
    [32, 64],
    [64, 64],
    [64, 64],
    [64, 64],
    [64, 64],
    [64, 64],
    [64, 64],
];

impl Unit {
    fn read(weights: &mut Weights, sizes: [usize; 2], after: After) -> Self {
        Self {
            pixels: Pointwise::read(weights, sizes, After::Nothing),
            around: Depthwise::read(weights, sizes[1], 1, after),
        }
    }

    fn run(&self, source: &Map) -> Map {
        self.around.run(&self.pixels.run(source))
    }
}

impl Detector {
    pub(crate) fn new() -> Self {
        Self::read(&mut Weights::new(WEIGHTS))
    }

    fn read(weights: &mut Weights) -> Self {
        Self {
            stem: Stem::read(weights, After::Relu, 1.0, 1),
            backbone: BACKBONE.map(|sizes| Unit::read(weights, sizes, After::Relu)),
            neck: [(); 3].map(|()| Unit::read(weights, [64, 64], After::Relu)),
            heads: [(); 3].map(|()| Unit::read(weights, [64, 16], After::Nothing)),
        }
    }

    /// The faces of a picture whose sides are multiples of 32, surest first.
    pub(crate) fn run(&self, pixels: &Pixels) -> Vec<Face> {
        let maps = self.maps(pixels);
        let mut found = Vec::new();
        for ((map, head), stride) in maps.iter().zip(&self.heads).zip([8.0, 16.0, 32.0]) {
            read_faces(&head.run(map), stride, &mut found);
        }
        without_doubles(found)
    }

    /// The maps of an eighth, a sixteenth and a 32nd of the sides.
    fn maps(&self, pixels: &Pixels) -> [Map; 3] {
        let [u0, u1, u2, u3, u4, u5, u6, u7, u8, u9, u10] = &self.backbone;
        let [to_coarse, to_middle, to_fine] = &self.neck;
        let map = u0.run(&self.stem.run(pixels)).halved();
        let map = u4.run(&u3.run(&u2.run(&u1.run(&map)))).halved();
        let mut fine = u6.run(&u5.run(&map));
        let mut middle = u8.run(&u7.run(&fine.halved()));
        let coarse = to_coarse.run(&u10.run(&u9.run(&middle.halved())));
        middle.add_doubled(&coarse);
        let middle = to_middle.run(&middle);
        fine.add_doubled(&middle);
        [to_fine.run(&fine), middle, coarse]
    }
}

/// Reads the sixteen numbers of each pixel: how sure (twice), where, how large,
/// and five points.
fn read_faces(map: &Map, stride: f32, found: &mut Vec<Face>) {
    let planes: Vec<_> = map.planes().collect();
    let [a, b, c, d] = planes[..] else {
        return;
    };
    for (index, (((a, b), c), d)) in a.iter().zip(b).zip(c).zip(d).enumerate() {
        let [class, object, dx, dy] = *a;
        let score = (sigmoid(class) * sigmoid(object)).sqrt();
        if score < spec::FACE_SCORE {
            continue;
        }
        let (column, row) = (to_f32(index % map.width), to_f32(index / map.width));
        let [width, height, x0, y0] = *b;
        let ([x1, y1, x2, y2], [x3, y3, x4, y4]) = (*c, *d);
        let (width, height) = (libm::expf(width) * stride, libm::expf(height) * stride);
        let points = [[x0, y0], [x1, y1], [x2, y2], [x3, y3], [x4, y4]];
        found.push(Face {
            x: (column + dx) * stride - width / 2.0,
            y: (row + dy) * stride - height / 2.0,
            width,
            height,
            score,
            points: points.map(|[x, y]| [(x + column) * stride, (y + row) * stride]),
        });
    }
}

/// Keeps the surest of those that are about the same face.
fn without_doubles(found: Vec<Face>) -> Vec<Face> {
    let found = in_falling_order(found, |face| face.score);
    let mut kept: Vec<Face> = Vec::new();
    for face in found {
        if kept
            .iter()
            .all(|other| face.overlap(other) <= spec::SAME_FACE_OVERLAP)
        {
            kept.push(face);
        }
    }
    kept
}

/// Sorted by insertion: there are few, and phones need not load more.
pub(crate) fn in_falling_order(faces: Vec<Face>, by: fn(&Face) -> f32) -> Vec<Face> {
    let mut sorted: Vec<Face> = Vec::with_capacity(faces.len());
    for face in faces {
        let before = sorted.iter().position(|other| by(other) < by(&face));
        sorted.insert(before.unwrap_or(sorted.len()), face);
    }
    sorted
}

impl Face {
    /// The common part of two faces as a share of both together.
    pub(crate) fn overlap(&self, other: &Self) -> f32 {
        let common = self.common(other);
        common / (self.area() + other.area() - common)
    }

    /// The area that both cover.
    pub(crate) fn common(&self, other: &Self) -> f32 {
        let width = (self.x + self.width).min(other.x + other.width) - self.x.max(other.x);
        let height = (self.y + self.height).min(other.y + other.height) - self.y.max(other.y);
        width.max(0.0) * height.max(0.0)
    }

    pub(crate) fn area(&self) -> f32 {
        self.width * self.height
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_detector_reads_its_weights_to_the_end() {
        let mut weights = Weights::new(WEIGHTS);
        Detector::read(&mut weights);
        assert_eq!(weights.left(), 0);
    }
}
