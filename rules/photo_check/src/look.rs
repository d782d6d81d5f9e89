use serde::{Deserialize, Serialize};

use crate::align::{Aligned, Geometry};
use crate::judge::{self, Scores};
use crate::measure::{Background, Canvas};
use crate::net::Face;
use crate::resample::to_f32;
use crate::spec::{self, Range};
use crate::{Checker, Concern, FaceBox, Frame, faces};

/// The single most important thing to tell somebody before the camera.
///
/// The order of the variants is the order of importance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hint {
    /// No face in the frame.
    ShowFace,
    /// More than one face.
    BeAlone,
    /// The face is small.
    ComeCloser,
    /// The face is large.
    GoBack,
    /// The face is beside the middle.
    MoveToMiddle,
    /// The face is turned away, up or down.
    LookAhead,
    /// The head leans to a side.
    HoldHeadUpright,
    /// The face is dark.
    MoreLight,
    /// The face is burnt out, or one side of it is in shadow.
    SofterLight,
    /// The frame is blurred.
    HoldStill,
    /// Something is behind the person.
    PlainBackground,
    /// Nothing is wrong that can be seen in a frame.
    Ready,
}

/// How thorough a look is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Care {
    /// The face only, and its pose roughly: for slow devices.
    Quick,
    /// The background too, where the face is fine.
    #[default]
    Thorough,
}

/// What a frame of the camera shows.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Look {
    /// What to tell.
    pub hint: Hint,
    /// The largest face, in pixels of the frame.
    pub face: Option<FaceBox>,
}

impl Checker {
    /// Looks at one frame of the camera.
    ///
    /// The frame is judged as if it were the card's picture, so give the part
    /// inside the guide, not mirrored; some 300 x 400 pixels are enough. It
    /// remembers nothing of the frames before.
    pub fn look(&self, frame: Frame<'_>, care: Care) -> Look {
        let faces = faces::that_count(faces::find(&self.detector, frame));
        let Some(face) = faces.first().copied() else {
            return Look {
                hint: Hint::ShowFace,
                face: None,
            };
        };
        let hint = if faces.len() > 1 {
            Hint::BeAlone
        } else {
            self.hint(frame, face, care)
        };
        Look {
            hint,
            face: Some(face.into()),
        }
    }

    /// What to tell a single person.
    fn hint(&self, frame: Frame<'_>, face: Face, care: Care) -> Hint {
        let geometry = Geometry::of(&face);
        if let Some(hint) = framing(frame, face, &geometry) {
            return hint;
        }
        // How the head is held shows only from close by.
        let geometry = match care {
            Care::Quick => geometry,
            Care::Thorough => Geometry::of(&faces::look_closely(&self.detector, frame, face)),
        };
        let aligned = Aligned::of(frame, &geometry);
        let canvas = Canvas::new(&aligned, &self.colours);
        let mut hints = hints(&judge::of_face(&canvas, &geometry));
        if hints.is_empty() && care == Care::Thorough {
            let background = Background::of(&canvas, &self.outline_of(&aligned));
            hints = self::hints(&judge::of_background(background.as_ref()));
        }
        hints.into_iter().min().unwrap_or(Hint::Ready)
    }
}

/// Whether the face stands as the guide shows it. Told from the box: the top of
/// the head would need the outline.
fn framing(frame: Frame<'_>, face: Face, geometry: &Geometry) -> Option<Hint> {
    let (width, height) = (to_f32(frame.width()), to_f32(frame.height()));
    let card = height.min(width * spec::CARD_HEIGHT_MM / spec::CARD_WIDTH_MM);
    let share = face.height / card;
    let aside = (geometry.eyes[0] / width - 0.5).abs();
    let above = (geometry.eyes[1] / height - spec::GUIDE_EYES).abs();
    if share < spec::GUIDE_FACE[0] {
        Some(Hint::ComeCloser)
    } else if share > spec::GUIDE_FACE[1] {
        Some(Hint::GoBack)
    } else if aside > spec::GUIDE_ASIDE || above > spec::GUIDE_ASIDE {
        Some(Hint::MoveToMiddle)
    } else {
        None
    }
}

/// What to tell about the scores outside of their ranges.
fn hints(scores: &Scores) -> Vec<Hint> {
    let raised = scores
        .iter()
        .filter(|(concern, score)| Range::of(*concern).is_left_by(*score));
    raised
        .filter_map(|(concern, _)| hint_on(*concern))
        .collect()
}

const fn hint_on(concern: Concern) -> Option<Hint> {
    Some(match concern {
        Concern::FaceTurned | Concern::FaceUpOrDown => Hint::LookAhead,
        Concern::HeadTilted => Hint::HoldHeadUpright,
        Concern::TooDark | Concern::LowContrast => Hint::MoreLight,
        Concern::TooBright | Concern::UnevenLight => Hint::SofterLight,
        Concern::Blurred => Hint::HoldStill,
        Concern::BackgroundNotPlain | Concern::BackgroundShadow => Hint::PlainBackground,
        _ => return None,
    })
}
