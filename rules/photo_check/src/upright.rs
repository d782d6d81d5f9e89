//! Which way up a picture is: told by its faces.

use rules::photo::QuarterTurn;

use crate::net::{Detector, Face};
use crate::pixels::{Frame, Pixels};
use crate::{faces, spec};

/// The faces of a picture that count, largest first, that one seen from close by.
pub(crate) struct Sight {
    pub(crate) faces: Vec<Face>,
    /// How sure the detector is of the largest one from close by, and on the mean of both
    /// looks. It is trained on upright faces and sees eyes above a mouth in others too: its
    /// points do not tell which way up a face is, how sure it is does.
    close: f32,
    mean: f32,
}

impl Sight {
    pub(crate) fn of(detector: &Detector, frame: Frame<'_>) -> Self {
        let mut faces = faces::that_count(faces::find(detector, frame));
        let Some(largest) = faces.first_mut() else {
            return Self {
                faces,
                close: 0.0,
                mean: 0.0,
            };
        };
        let far = largest.score;
        let seen = faces::see_closely(detector, frame, *largest);
        let close = seen.map_or(far, |face| face.score);
        if let Some(face) = seen {
            *largest = Face { score: far, ..face };
        }
        Self {
            faces,
            close,
            mean: f32::midpoint(far, close),
        }
    }

    /// The turn after which the face stands upright, for the picture of this sight. An upright
    /// face costs no further look.
    pub(crate) fn turn(&self, detector: &Detector, pixels: &Pixels) -> QuarterTurn {
        if self.close >= spec::UPRIGHT_SCORE {
            return QuarterTurn::None;
        }
        let mut best = (QuarterTurn::None, self.mean + spec::TURNED_SURER);
        for turn in [QuarterTurn::Right, QuarterTurn::Half, QuarterTurn::Left] {
            let mean = Self::of(detector, pixels.turned(turn).view()).mean;
            if mean >= spec::CLEAR_FACE && mean > best.1 {
                best = (turn, mean);
            }
        }
        best.0
    }
}
