use crate::align::{Geometry, dot, minus};

/// How the head is held, as far as five points tell.
pub(crate) struct Pose {
    /// Degrees by which the line of the eyes is off level; positive clockwise.
    pub(crate) roll: f32,
    /// The nose beside the middle of eyes and mouth, in distances of the eyes.
    pub(crate) turn: f32,
    /// How far down from the eyes to the mouth the nose is.
    pub(crate) nod: f32,
}

impl Pose {
    pub(crate) fn of(face: &Geometry) -> Self {
        let [x, y] = face.across;
        let middle = crate::align::middle(face.eyes, face.mouth);
        Self {
            roll: libm::atan2f(y, x).to_degrees(),
            turn: dot(minus(face.nose, middle), face.across) / face.apart,
            nod: dot(minus(face.nose, face.eyes), face.down) / face.mouth_below(),
        }
    }
}
