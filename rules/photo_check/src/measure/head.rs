use super::{Canvas, Outline};
use crate::Head;
use crate::align::{Aligned, Geometry};
use crate::net::Face;
use crate::pixels::Frame;
use crate::resample::to_f32;

/// Chin below the eyes, in distances from eyes to mouth (our own measurement).
const CHIN: f32 = 1.75;
/// Pixels of the person that make the topmost row of the head.
const FEWEST_OF_ROW: usize = 6;
/// Half the width in which the top of the head is looked for, in distances of
/// the eyes.
const HALF_HEAD: f32 = 1.2;
/// The uppermost part of the picture, in which a head is cut.
const EDGE: f32 = 0.005;

/// Where the head is, in pixels of the frame. The top is the outline's, the chin
/// is told from the points and the box of the face.
pub(crate) fn head(aligned: &Aligned, outline: &Outline, face: &Face) -> Head {
    let geometry = Geometry::of(face);
    let [_, by_points] = [0, 1]
        .map(|axis| geometry.eyes[axis] + geometry.down[axis] * geometry.mouth_below() * CHIN);
    let [_, eyes_and_mouth] = crate::align::middle(geometry.eyes, geometry.mouth);
    let chin = f32::midpoint(by_points, face.y + face.height).max(eyes_and_mouth);
    let top = to_f32(top_row(outline));
    let [_, crown] = aligned.in_picture([Aligned::EYES[0], top]);
    Head {
        crown: crown.min(chin - geometry.apart),
        chin,
        middle: f32::midpoint(geometry.eyes[0], face.x + face.width / 2.0),
    }
}

/// The uppermost row that belongs to the head: upwards from the eyes as long as
/// there is enough of the person.
fn top_row(outline: &Outline) -> usize {
    let rows = outline.odds.chunks_exact(Aligned::WIDTH).enumerate();
    let of_person = |row: &[f32]| {
        let head = row.iter().enumerate().filter(|(x, odds)| {
            let aside = (to_f32(*x) - Aligned::EYES[0]).abs();
            **odds > 0.0 && aside < HALF_HEAD * Aligned::UNIT
        });
        head.count()
    };
    let upwards = rows
        .rev()
        .skip_while(|(y, _)| to_f32(*y) > Aligned::EYES[1]);
    let head = upwards.take_while(|(_, row)| of_person(row) >= FEWEST_OF_ROW);
    head.last().map_or(0, |(y, _)| y)
}

/// How much of the head is outside the picture: the share of the person along
/// the upper edge above the face, or of the face beyond any edge, whichever is more.
pub(crate) fn cut_share(
    canvas: &Canvas<'_>,
    outline: &Outline,
    frame: Frame<'_>,
    face: &Face,
) -> f32 {
    let (width, height) = (to_f32(frame.width()), to_f32(frame.height()));
    let aligned = canvas.aligned;
    let scale = Geometry::of(face).unit() / Aligned::UNIT;
    let edge = (height * EDGE).max(scale * 1.5);
    let pixels = outline.odds.iter().zip(&aligned.inside).enumerate();
    let along_edge = pixels.filter(|(index, (_, inside))| {
        let place = [index % Aligned::WIDTH, index / Aligned::WIDTH].map(to_f32);
        let over_face = (place[0] - Aligned::EYES[0]).abs() < HALF_HEAD * Aligned::UNIT;
        **inside && over_face && aligned.in_picture(place)[1] < edge
    });
    let [_, crown] = aligned.in_picture([Aligned::EYES[0], to_f32(top_row(outline))]);
    // Something behind may look like a person there: the head must reach so far.
    let at_top = if crown < 3.0 * edge {
        super::share(along_edge, |(_, (odds, _))| **odds > 0.0)
    } else {
        0.0
    };
    let beyond = [
        -face.x / face.width,
        (face.x + face.width - width) / face.width,
        -face.y / face.height,
        (face.y + face.height - height) / face.height,
    ];
    beyond.into_iter().fold(at_top, f32::max)
}
