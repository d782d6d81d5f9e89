use rules::CivilDate;
use rules::photo::{Finding, Inspection, QuarterTurn, inspect};
use serde::{Deserialize, Serialize};

use crate::align::{Aligned, Geometry};
use crate::decode::{self, Decoded};
use crate::judge::{self, Picture, Scores};
use crate::measure::{Colours, Outline};
use crate::net::{Detector, Face, Segmenter};
use crate::resample::{Part, resize, to_f32};
use crate::upright::Sight;
use crate::{Exceptions, Head, NotRewritten, Report};

/// The checker: the models with their numbers unpacked.
///
/// Making one takes about a millisecond and 1 MB; keep it for many photos or
/// frames. What it finds does not depend on what it saw before.
pub struct Checker {
    pub(crate) detector: Detector,
    pub(crate) segmenter: Segmenter,
    pub(crate) colours: Colours,
}

/// What is done next with a photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Reading the headers.
    File,
    /// Decoding the picture; takes the most time.
    Decode,
    /// Looking for faces.
    Faces,
    /// Telling the person from the background.
    Outline,
    /// Measuring light, sharpness, background.
    Measures,
}

impl Stage {
    /// All of them, in their order.
    pub const ALL: [Self; 5] = [
        Self::File,
        Self::Decode,
        Self::Faces,
        Self::Outline,
        Self::Measures,
    ];
}

/// A check in the middle of its work. To cancel it, drop it.
///
/// It holds the file until it is decoded, then the decoded picture (at most 7 MB).
pub struct Check<B> {
    asked: Asked,
    state: State<B>,
}

#[derive(Clone, Copy)]
struct Asked {
    today: CivilDate,
    exceptions: Exceptions,
    /// How a person turned the picture; none where the face decides.
    turn: Option<QuarterTurn>,
}

enum State<B> {
    File(B),
    Decode(B, Inspection),
    Faces(Seen),
    Outline(Seen, Vec<Face>),
    Measures(Seen, Vec<Face>, Aligned, Outline),
}

/// A picture and the file it came in.
struct Seen {
    file: Inspection,
    decoded: Decoded,
    /// How the picture was turned.
    turn: QuarterTurn,
    /// How it would have to be turned once more for its face to stand upright: not none only
    /// where a person turned it another way.
    aside: QuarterTurn,
}

impl Seen {
    /// As decoded, with the turn that was asked for.
    fn new(file: Inspection, decoded: Decoded, asked: Asked) -> Self {
        let turn = asked.turn.unwrap_or_default();
        Self {
            file,
            decoded: decoded.turned(turn),
            turn,
            aside: QuarterTurn::None,
        }
    }
}

/// What stages of a check come to, as numbers that differ when any bit does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Traces {
    /// Of the decoded pixels.
    pub picture: u32,
    /// Of the faces' boxes, points and scores.
    pub faces: u32,
    /// Of the person's outline.
    pub outline: u32,
}

/// The 32-bit hash of Fowler, Noll and Vo (FNV-1a).
fn trace(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(0x811C_9DC5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// What came of one stage.
#[cfg_attr(
    target_pointer_width = "64",
    expect(
        clippy::large_enum_variant,
        reason = "moved once for each stage; a check holds megabytes"
    )
)]
pub enum Step<B> {
    /// There is more to do.
    Next(Check<B>),
    /// Nothing is left to do.
    Done(Box<Report>),
}

impl<B: AsRef<[u8]>> Check<B> {
    /// A check of a photo's bytes, not begun. `today` is the day in Japan.
    pub fn new(bytes: B, today: CivilDate, exceptions: Exceptions) -> Self {
        Self {
            asked: Asked::new(today, exceptions),
            state: State::File(bytes),
        }
    }

    /// The same check of the picture as a person turned it, beyond what the file says; else it
    /// is turned so that the face stands upright. To be said before the first step.
    #[must_use]
    pub fn turned_by_hand(self, turn: QuarterTurn) -> Self {
        let asked = Asked {
            turn: Some(turn),
            ..self.asked
        };
        let state = match self.state {
            State::Faces(seen) => State::Faces(Seen::new(seen.file, seen.decoded, asked)),
            state => state,
        };
        Self { asked, state }
    }

    /// A check of a photo that is kept as well, begun by decoding it; and what is kept: the
    /// file written anew without loss. The same sides, steps and coefficients in a fresh
    /// baseline file of one scan, with the standard's own codes: a decoder gives the same
    /// pixels for both. Every bit of the coded data is read, once for both; of the old file
    /// nothing is left but the numbers of the picture.
    ///
    /// For upright or turned baseline files, and extended ones with 8 bits, in brightness and
    /// colours and one scan, that [`rules::photo::inspect`] does not refuse. The new file may
    /// be a tenth larger than the old one.
    ///
    /// # Errors
    /// [`NotRewritten`].
    pub fn rewriting(
        bytes: &[u8],
        today: CivilDate,
        exceptions: Exceptions,
    ) -> Result<(Self, Vec<u8>), NotRewritten> {
        let file = inspect(bytes);
        if file.refuses() {
            return Err(NotRewritten::OtherKind);
        }
        let (decoded, anew) = decode::for_check_rewriting(bytes, &file.facts)?;
        let asked = Asked::new(today, exceptions);
        let begun = Self {
            asked,
            state: State::Faces(Seen::new(file, decoded, asked)),
        };
        Ok((begun, anew))
    }

    /// The stage that [`Checker::step`] will do next.
    pub fn stage(&self) -> Stage {
        match self.state {
            State::File(_) => Stage::File,
            State::Decode(..) => Stage::Decode,
            State::Faces(_) => Stage::Faces,
            State::Outline(..) => Stage::Outline,
            State::Measures(..) => Stage::Measures,
        }
    }
}

impl Default for Checker {
    fn default() -> Self {
        Self::new()
    }
}

impl Checker {
    /// A checker, ready to work.
    pub fn new() -> Self {
        Self {
            detector: Detector::new(),
            segmenter: Segmenter::new(),
            colours: Colours::new(),
        }
    }

    /// Does one stage of a check.
    pub fn step<B: AsRef<[u8]>>(&self, check: Check<B>) -> Step<B> {
        let asked = check.asked;
        let done = |report| Step::Done(Box::new(report));
        let next = |state| Step::Next(Check { asked, state });
        match check.state {
            State::File(bytes) => match inspect(bytes.as_ref()) {
                file if !decode::can_be_checked(&file) => done(Report::of_file(file)),
                file => next(State::Decode(bytes, file)),
            },
            State::Decode(bytes, file) => match decode::for_check(bytes.as_ref(), &file.facts) {
                Ok(decoded) => next(State::Faces(Seen::new(file, decoded, asked))),
                Err(broken) => done(Report::of_file(file.with(broken.into()))),
            },
            State::Faces(seen) => match self.upright(seen, asked) {
                (seen, faces) if faces.is_empty() => {
                    done(asked.report(seen, &faces, Scores::new(), None))
                }
                (seen, faces) => next(State::Outline(seen, faces)),
            },
            State::Outline(seen, faces) => match self.outline(&seen.decoded, &faces) {
                Some((aligned, outline)) => next(State::Measures(seen, faces, aligned, outline)),
                None => done(asked.report(seen, &faces, Scores::new(), None)),
            },
            State::Measures(seen, faces, aligned, outline) => {
                let measured = faces.first().map(|face| {
                    let picture = Picture {
                        decoded: &seen.decoded,
                        face: *face,
                        aligned: &aligned,
                        outline: &outline,
                        colours: &self.colours,
                    };
                    picture.scores()
                });
                let (mut scores, head) = measured.unzip();
                if let Some(scores) = &mut scores {
                    judge::lean(scores, seen.aside);
                }
                done(asked.report(seen, &faces, scores.unwrap_or_default(), head))
            }
        }
    }

    /// Does a whole check at once. `today` is the day in Japan.
    pub fn check(&self, bytes: &[u8], today: CivilDate, exceptions: Exceptions) -> Report {
        self.finish(Check::new(bytes, today, exceptions))
    }

    /// Does all the stages that a check still has before it.
    pub fn finish<B: AsRef<[u8]>>(&self, mut check: Check<B>) -> Report {
        loop {
            match self.step(check) {
                Step::Next(next) => check = next,
                Step::Done(report) => return *report,
            }
        }
    }

    /// What the stages before the measures come to, to compare machines. None for
    /// a photo without a picture or a face.
    pub fn traces(&self, bytes: &[u8]) -> Option<Traces> {
        let file = inspect(bytes);
        let asked = Asked::new(CivilDate::FIRST, Exceptions::NONE);
        let decoded = decode::for_check(bytes, &file.facts).ok()?;
        let (Seen { decoded, .. }, faces) = self.upright(Seen::new(file, decoded, asked), asked);
        let (_, outline) = self.outline(&decoded, &faces)?;
        let numbers = faces.iter().flat_map(Face::numbers);
        Some(Traces {
            picture: trace(decoded.pixels.rgb.iter().copied()),
            faces: trace(numbers.flat_map(f32::to_le_bytes)),
            outline: trace(outline.odds().flat_map(f32::to_le_bytes)),
        })
    }

    /// The faces that count in the picture turned upright, or turned as a person did.
    fn upright(&self, seen: Seen, asked: Asked) -> (Seen, Vec<Face>) {
        let sight = Sight::of(&self.detector, seen.decoded.pixels.view());
        let turn = sight.turn(&self.detector, &seen.decoded.pixels);
        if turn.is_none() {
            return (seen, sight.faces);
        }
        if asked.turn.is_some() {
            let aside = turn;
            return (Seen { aside, ..seen }, sight.faces);
        }
        let decoded = seen.decoded.turned(turn);
        let faces = Sight::of(&self.detector, decoded.pixels.view()).faces;
        let turned = Seen {
            decoded,
            turn,
            ..seen
        };
        (turned, faces)
    }

    fn outline(&self, decoded: &Decoded, faces: &[Face]) -> Option<(Aligned, Outline)> {
        let face = faces.first()?;
        let aligned = Aligned::of(decoded.pixels.view(), &Geometry::of(face));
        let outline = self.outline_of(&aligned);
        Some((aligned, outline))
    }

    /// The segmenter looks at a square: the upright face is squeezed into it.
    pub(crate) fn outline_of(&self, aligned: &Aligned) -> Outline {
        let frame = aligned.pixels.view();
        let whole = Part {
            left: 0.0,
            top: 0.0,
            width: to_f32(frame.width()),
            height: to_f32(frame.height()),
        };
        let square = resize(frame, whole, Segmenter::SIDE, Segmenter::SIDE);
        Outline::of(&self.segmenter.run(&square))
    }
}

impl Asked {
    fn new(today: CivilDate, exceptions: Exceptions) -> Self {
        Self {
            today,
            exceptions,
            turn: None,
        }
    }

    fn report(self, seen: Seen, faces: &[Face], mut scores: Scores, head: Option<Head>) -> Report {
        scores.extend(judge::of_file(&seen.file.facts, self.today));
        scores.extend(judge::of_faces(faces));
        if seen.file.findings.contains(&Finding::Greyscale) {
            // The file says so itself.
            scores.retain(|(concern, _)| *concern != crate::Concern::BlackAndWhite);
        }
        let (measured, raised) = judge::judge(&scores, self.exceptions);
        let shrink = seen.decoded.shrink;
        let report = Report {
            measured,
            turn: seen.turn,
            picture: Some(seen.decoded.full),
            faces: faces
                .iter()
                .map(|face| face.scaled(shrink).into())
                .collect(),
            head,
            crop: head.and_then(|head| judge::propose(head, seen.decoded.full)),
            ..Report::of_file(seen.file)
        };
        report.with(raised, self.exceptions)
    }
}

/// Checks one photo. For several, keep a [`Checker`].
///
/// `today` is the day in Japan; it only decides whether the photo is old.
pub fn check(bytes: &[u8], today: CivilDate, exceptions: Exceptions) -> Report {
    Checker::new().check(bytes, today, exceptions)
}
