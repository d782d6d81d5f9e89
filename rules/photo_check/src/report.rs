use rules::photo::{Inspection, QuarterTurn, Weight};
use serde::{Deserialize, Serialize};

use crate::{Concern, CropProposal, Exceptions, Head, Size};

/// What the check comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Nothing was found.
    Accept,
    /// The photo can be used; the applicant should look at the findings.
    Advise,
    /// The photo cannot be used.
    Refuse,
}

/// Everything that was found out about a photo.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// What the check comes to, file and picture together.
    pub verdict: Verdict,
    /// What the file rules say. When they refuse, nothing else was looked at.
    pub file: Inspection,
    /// What was found in the picture, in the order of [`Concern`], each once.
    pub findings: Vec<Judgement>,
    /// What was found but is explained by an exception. For the office.
    pub relaxed: Vec<Judgement>,
    /// Everything that was measured, raised or not, in the same order. What is
    /// neither here nor among the findings of the file was not looked at.
    pub measured: Vec<Measured>,
    /// How the picture was turned beyond what its file says, so that its face stands upright,
    /// or as it was asked to be. All below is about the turned picture.
    pub turn: QuarterTurn,
    /// The sides as shown; none when the file could not be decoded.
    pub picture: Option<Size>,
    /// The faces, largest first, in pixels of the upright picture in full size.
    pub faces: Vec<FaceBox>,
    /// Where the head of the largest face is.
    pub head: Option<Head>,
    /// The part of the picture that the card should show.
    pub crop: Option<CropProposal>,
}

/// One concern with what was measured.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Judgement {
    /// What it is about.
    pub concern: Concern,
    /// Whether it refuses the photo or only advises.
    pub weight: Weight,
    /// What was measured; always finite. Its unit stands in [`spec`](crate::spec).
    pub score: f32,
    /// The value from which on, upwards or downwards, the concern is raised.
    pub limit: f32,
}

/// One thing that was measured, whatever came of it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// What it is about.
    pub concern: Concern,
    /// What was measured; always finite.
    pub score: f32,
    /// The nearest value that would raise the concern.
    pub limit: f32,
}

/// A face, in pixels of the upright picture in full size.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct FaceBox {
    /// From the left of the picture to the left of the face; may be negative.
    pub x: f32,
    /// From the top of the picture to the top of the face; may be negative.
    pub y: f32,
    /// Width of the face.
    pub width: f32,
    /// Height of the face, about from the hairline to the chin.
    pub height: f32,
    /// How sure the detector is, 0 to 1.
    pub score: f32,
    /// The right eye (left in the picture), the left eye, the tip of the nose,
    /// the right and the left corner of the mouth: x and y each.
    pub points: [[f32; 2]; 5],
}

impl Report {
    /// A report with the verdict that follows from the findings.
    pub(crate) fn of_file(file: Inspection) -> Self {
        let mut report = Self {
            verdict: Verdict::Accept,
            file,
            findings: Vec::new(),
            relaxed: Vec::new(),
            measured: Vec::new(),
            turn: QuarterTurn::None,
            picture: None,
            faces: Vec::new(),
            head: None,
            crop: None,
        };
        report.verdict = report.weigh();
        report
    }

    /// Sorts what was measured into findings and relaxed ones, and weighs them.
    #[must_use]
    pub(crate) fn with(mut self, raised: Vec<Judgement>, exceptions: Exceptions) -> Self {
        let explained = |one: &Judgement| one.concern.is_relaxed_by(exceptions);
        (self.relaxed, self.findings) = raised.into_iter().partition(explained);
        self.verdict = self.weigh();
        self
    }

    /// Whether something raised this concern and no exception explains it.
    pub fn raises(&self, concern: Concern) -> bool {
        self.findings.iter().any(|found| found.concern == concern)
    }

    fn weigh(&self) -> Verdict {
        let of_file = self.file.findings.iter().map(|finding| finding.weight());
        let of_picture = self.findings.iter().map(|found| found.weight);
        let weights = of_file.chain(of_picture);
        let verdicts = weights.map(|weight| match weight {
            Weight::Refuses => Verdict::Refuse,
            Weight::Advises => Verdict::Advise,
        });
        verdicts.max().unwrap_or(Verdict::Accept)
    }
}
