//! What the worker found, as the page needs it.

use photo_check::{Concern, Crop, Framing, Head, Size};
use rules::photo::{Finding, QuarterTurn, Weight};

use super::findings::findings;
use crate::browser::answer::Answer;

/// The report of a check.
pub(in crate::applicant::islands) struct Report {
    /// What the file rules say.
    pub(in crate::applicant::islands) file: Vec<Finding>,
    /// What was found in the picture: refusing ones first.
    pub(in crate::applicant::islands) picture: Vec<(Concern, Weight)>,
    /// Whether a reason explained something away.
    pub(in crate::applicant::islands) is_relaxed: bool,
    /// How the picture can be trimmed, if it was decoded.
    pub(in crate::applicant::islands) trimming: Option<Trimming>,
}

/// How a picture can be trimmed.
#[derive(Clone, Copy)]
pub(in crate::applicant::islands) struct Trimming {
    /// How it was turned, so that its face stands upright or as a person asked for.
    pub(in crate::applicant::islands) turn: QuarterTurn,
    /// The whole picture, turned.
    pub(in crate::applicant::islands) picture: Size,
    /// The part that is proposed; none without a face.
    pub(in crate::applicant::islands) proposal: Option<Crop>,
    /// Where the head is.
    pub(in crate::applicant::islands) head: Option<Head>,
}

impl Report {
    /// Reads the JSON of [`photo_check::Report`].
    pub(in crate::applicant::islands) fn read(answer: &Answer) -> Option<Self> {
        let mut report = Self {
            file: findings(&answer.get("file")?.get("findings")?.list()),
            picture: answer
                .get("findings")?
                .list()
                .iter()
                .filter_map(concern)
                .collect(),
            is_relaxed: !answer.get("relaxed")?.list().is_empty(),
            trimming: trimming(answer),
        };
        report.mend(answer);
        Some(report)
    }

    /// Takes away what trimming mends.
    fn mend(&mut self, answer: &Answer) {
        let has_proposal = self
            .trimming
            .is_some_and(|trimming| trimming.proposal.is_some());
        if self.trimming.is_some() {
            self.file.retain(|finding| !is_mended(*finding));
        }
        if has_proposal && framing(answer).is_some_and(Framing::is_right) {
            self.picture
                .retain(|(concern, _)| !concern.is_about_framing());
        }
        self.picture
            .sort_by_key(|(_, weight)| *weight != Weight::Refuses);
    }

    /// Whether the photo cannot be used.
    pub(in crate::applicant::islands) fn refuses(&self) -> bool {
        let of_file = self
            .file
            .iter()
            .any(|finding| finding.weight() == Weight::Refuses);
        of_file
            || self
                .picture
                .iter()
                .any(|(_, weight)| *weight == Weight::Refuses)
    }

    /// Whether the applicant should look at something in the picture.
    pub(in crate::applicant::islands) fn advises(&self) -> bool {
        !self.picture.is_empty()
    }
}

/// Whether trimming mends what a file rule refuses.
pub(in crate::applicant::islands) fn is_mended(finding: Finding) -> bool {
    matches!(
        finding,
        Finding::TooManyBytes { .. } | Finding::TooWide { .. } | Finding::TooHigh { .. }
    )
}

fn concern(judgement: &Answer) -> Option<(Concern, Weight)> {
    let code = judgement.get("concern")?.text()?;
    let is_named = |one: &Concern| one.code() == code && !one.is_taken_as_it_is();
    let concern = Concern::ALL.into_iter().find(is_named)?;
    let weight = match judgement.get("weight")?.text()?.as_str() {
        "refuses" => Weight::Refuses,
        _ => Weight::Advises,
    };
    Some((concern, weight))
}

fn trimming(answer: &Answer) -> Option<Trimming> {
    let size = answer.get("picture")?;
    let picture = Size {
        width: pixels(&size, "width")?,
        height: pixels(&size, "height")?,
    };
    let crop = answer.get("crop").and_then(|proposal| proposal.get("crop"));
    let turn = answer.get("turn")?.text()?;
    Some(Trimming {
        turn: QuarterTurn::parse(&turn)?,
        picture,
        proposal: crop.as_ref().and_then(self::crop),
        head: answer.get("head").as_ref().and_then(head),
    })
}

fn crop(crop: &Answer) -> Option<Crop> {
    Crop::new(
        pixels(crop, "left")?,
        pixels(crop, "top")?,
        pixels(crop, "height")?,
    )
}

fn head(head: &Answer) -> Option<Head> {
    Some(Head {
        crown: number(head, "crown")?,
        chin: number(head, "chin")?,
        middle: number(head, "middle")?,
    })
}

fn framing(answer: &Answer) -> Option<Framing> {
    let framing = answer.get("crop")?.get("framing")?;
    Some(Framing {
        head_mm: number(&framing, "head_mm")?,
        margin_mm: number(&framing, "margin_mm")?,
        aside_mm: number(&framing, "aside_mm")?,
    })
}

fn number(from: &Answer, name: &str) -> Option<f32> {
    let number = from.get(name)?.number()?;
    #[expect(
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        reason = "was an f32 in the worker"
    )]
    let number = number as f32;
    Some(number)
}

fn pixels(from: &Answer, name: &str) -> Option<u32> {
    let number = from.get(name)?.number()?;
    #[expect(
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "was a u32 in the worker"
    )]
    let pixels = number as u32;
    Some(pixels)
}
