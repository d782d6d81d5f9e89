//! From what was measured to what is found.

use rules::CivilDate;
use rules::photo::{Facts, QuarterTurn};

use crate::align::{Aligned, Geometry};
use crate::decode::Decoded;
use crate::measure::{Background, Canvas, Colours, Covers, Light, Outline, Pose, Wall};
use crate::measure::{cut_share, head, sharpness};
use crate::net::Face;
use crate::pixels::Frame;
use crate::resample::{float, to_f32};
use crate::spec::{self, Range};
use crate::{Concern, Crop, CropProposal, Exceptions, Head, Judgement, Measured, Size};

/// Scores of concerns, each at most once.
pub(crate) type Scores = Vec<(Concern, f32)>;

/// What the headers tell besides the file rules. `today` is the day in Japan.
pub(crate) fn of_file(facts: &Facts, today: CivilDate) -> Scores {
    let mut scores = vec![
        (Concern::Edited, flag(facts.is_edited)),
        (Concern::Screenshot, flag(facts.is_screenshot)),
    ];
    if let Some(day) = facts.taken_on {
        let days = today.epoch_days() - day.epoch_days();
        let days = u16::try_from(days).unwrap_or(if days < 0 { 0 } else { u16::MAX });
        scores.push((Concern::OldPhoto, days.into()));
    }
    scores
}

/// What the count of faces tells. `faces` are those that count.
pub(crate) fn of_faces(faces: &[Face]) -> Scores {
    let surest = faces.iter().map(|face| face.score).fold(0.0, f32::max);
    vec![
        (Concern::NoFace, surest),
        (Concern::SeveralFaces, to_f32(faces.len())),
    ]
}

/// What can be told without the outline of the person.
pub(crate) fn of_face(canvas: &Canvas<'_>, geometry: &Geometry) -> Scores {
    let light = Light::of(canvas);
    let pose = Pose::of(geometry);
    vec![
        (Concern::FaceTurned, pose.turn),
        (Concern::FaceUpOrDown, pose.nod),
        (Concern::HeadTilted, pose.roll),
        (Concern::TooDark, light.mean),
        (Concern::TooBright, light.burnt),
        (Concern::LowContrast, light.spread),
        (Concern::UnevenLight, light.uneven),
        (Concern::Blurred, sharpness(canvas)),
        (Concern::BlackAndWhite, light.colour),
    ]
}

/// Adds how far a face stands aside that was seen as if it stood upright.
pub(crate) fn lean(scores: &mut Scores, aside: QuarterTurn) {
    // To turn the picture to the right mends a head that leans to the left.
    let degrees = match aside {
        QuarterTurn::None => return,
        QuarterTurn::Right => -90.0,
        QuarterTurn::Half => 180.0,
        QuarterTurn::Left => 90.0,
    };
    for (concern, score) in scores {
        if *concern == Concern::HeadTilted {
            *score += degrees;
        }
    }
}

/// What may lie over the face. Darker eyes are dark glasses only once.
pub(crate) fn of_covers(canvas: &Canvas<'_>) -> Scores {
    let covers = Covers::of(canvas);
    let mut scores = vec![
        (Concern::Sunglasses, covers.eyes),
        (Concern::HeadCovered, covers.forehead),
        (Concern::MouthCovered, covers.mouth),
    ];
    if !Range::of(Concern::Sunglasses).is_left_by(covers.eyes) {
        let unclear = covers.eye_skin < spec::EYE_SKIN;
        let score = if unclear { covers.eyes } else { 1.0 };
        scores.push((Concern::EyesUnclear, score));
    }
    scores
}

/// What is behind the person: one score, of shadow or of things.
pub(crate) fn of_background(background: Option<&Background>) -> Scores {
    let Some(background) = background else {
        return Scores::new();
    };
    let limit = Range::of(Concern::BackgroundNotPlain).most;
    let rough = background.rough / spec::ROUGH_WALL * limit;
    let off = background.off;
    match background.wall {
        Wall::Shadow if rough <= limit => vec![
            (Concern::BackgroundShadow, off),
            (Concern::BackgroundNotPlain, rough),
        ],
        _ => vec![(Concern::BackgroundNotPlain, off.max(rough))],
    }
}

/// How the head stands in the picture.
pub(crate) fn of_framing(head: Head, geometry: &Geometry, picture: Size) -> Scores {
    let (width, height) = (float(picture.width), float(picture.height));
    let card = height.min(width * spec::CARD_HEIGHT_MM / spec::CARD_WIDTH_MM);
    let share = head.height() / card;
    let aside = (head.middle / width - 0.5).abs();
    let above = (geometry.eyes[1] / height - 0.4).abs() / 2.0;
    vec![
        (Concern::FaceTooSmall, share),
        (Concern::FaceTooLarge, share),
        (Concern::FaceOffCentre, aside.max(above)),
    ]
}

/// Everything that a decoded picture with a face tells.
pub(crate) struct Picture<'a> {
    pub(crate) decoded: &'a Decoded,
    pub(crate) face: Face,
    pub(crate) aligned: &'a Aligned,
    pub(crate) outline: &'a Outline,
    pub(crate) colours: &'a Colours,
}

impl Picture<'_> {
    pub(crate) fn scores(&self) -> (Scores, Head) {
        let canvas = Canvas::new(self.aligned, self.colours);
        let frame = self.decoded.pixels.view();
        let head = self.head();
        let face = self.face.scaled(self.decoded.shrink);
        let geometry = Geometry::of(&face);
        let mut scores = of_face(&canvas, &Geometry::of(&self.face));
        scores.extend(of_covers(&canvas));
        scores.extend(of_background(
            Background::of(&canvas, self.outline).as_ref(),
        ));
        scores.extend(of_framing(head, &geometry, self.decoded.full));
        scores.push((Concern::HeadCut, self.cut(&canvas, frame)));
        scores.push((Concern::FewPixels, geometry.unit()));
        (scores, head)
    }

    fn cut(&self, canvas: &Canvas<'_>, frame: Frame<'_>) -> f32 {
        cut_share(canvas, self.outline, frame, &self.face)
    }

    /// In pixels of the full picture.
    fn head(&self) -> Head {
        let head = head(self.aligned, self.outline, &self.face);
        let shrink = self.decoded.shrink;
        Head {
            crown: head.crown * shrink,
            chin: head.chin * shrink,
            middle: head.middle * shrink,
        }
    }
}

/// Judges every score by its range, in the order of [`Concern`].
pub(crate) fn judge(scores: &Scores, exceptions: Exceptions) -> (Vec<Measured>, Vec<Judgement>) {
    let of = |concern| {
        scores
            .iter()
            .copied()
            .find(|(scored, _)| *scored == concern)
    };
    let measured: Vec<_> = Concern::ALL
        .into_iter()
        .filter_map(of)
        .map(Measured::of)
        .collect();
    let raised = measured
        .iter()
        .filter(|measured| Range::of(measured.concern).is_left_by(measured.score));
    let raised = raised.map(|measured| Judgement {
        concern: measured.concern,
        weight: measured.concern.weight(exceptions),
        score: measured.score,
        limit: measured.limit,
    });
    let raised = raised.collect();
    (measured, raised)
}

impl Measured {
    fn of((concern, score): (Concern, f32)) -> Self {
        // Numbers only: what is not one must not travel.
        let score = if score.is_finite() { score } else { 0.0 };
        let limit = Range::of(concern).limit_for(score);
        Self {
            concern,
            score,
            limit,
        }
    }
}

/// The part for the card, as near to the guide as the picture has room.
pub(crate) fn propose(head: Head, picture: Size) -> Option<CropProposal> {
    let millimetre = head.height() / spec::HEAD_MM;
    let most = float(picture.height.min(spec::card_height(picture.width)));
    let height = (millimetre * spec::CARD_HEIGHT_MM).min(most).max(2.0);
    let height = whole(height);
    let width = spec::card_width(height).min(picture.width);
    // If the head is too large, what is there is shared above and below.
    let margin =
        (float(height) - head.height()) * spec::MARGIN_MM / (spec::CARD_HEIGHT_MM - spec::HEAD_MM);
    let top = whole(head.crown - margin).min(picture.height.saturating_sub(height));
    let left = whole(head.middle - float(width) / 2.0).min(picture.width - width);
    let crop = Crop::new(left, top, height).filter(|crop| crop.is_within(picture))?;
    Some(CropProposal {
        crop,
        framing: crop.frames(head),
    })
}

fn flag(is_set: bool) -> f32 {
    f32::from(u8::from(is_set))
}

/// The nearest number of pixels.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the conversion saturates, the same on every machine"
)]
fn whole(pixels: f32) -> u32 {
    (pixels + 0.5) as u32
}
