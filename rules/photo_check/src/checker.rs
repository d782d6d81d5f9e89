use rules::CivilDate;
use rules::photo::inspect;
use serde::{Deserialize, Serialize};

use crate::{Exceptions, Report};

/// The checker: the models with their numbers unpacked, and room to work in.
///
/// Making one takes about a millisecond and 1 MB; keep it for many photos or
/// frames. What it finds does not depend on what it saw before.
pub struct Checker {}

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
pub struct Check<B> {
    state: State<B>,
    today: CivilDate,
    exceptions: Exceptions,
}

enum State<B> {
    File(B),
}

/// What came of one stage.
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
            state: State::File(bytes),
            today,
            exceptions,
        }
    }

    /// The stage that [`Checker::step`] will do next.
    pub fn stage(&self) -> Stage {
        match self.state {
            State::File(_) => Stage::File,
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
        Self {}
    }

    /// Does one stage of a check.
    pub fn step<B: AsRef<[u8]>>(&mut self, check: Check<B>) -> Step<B> {
        let _ = (check.today, check.exceptions);
        match check.state {
            State::File(bytes) => Step::Done(Box::new(Report::of_file(inspect(bytes.as_ref())))),
        }
    }

    /// Does a whole check at once.
    pub fn check(&mut self, bytes: &[u8], today: CivilDate, exceptions: Exceptions) -> Report {
        let mut check = Check::new(bytes, today, exceptions);
        loop {
            match self.step(check) {
                Step::Next(next) => check = next,
                Step::Done(report) => return *report,
            }
        }
    }
}

/// Checks one photo. For several, keep a [`Checker`].
///
/// `today` is the day in Japan; it only decides whether the photo is old.
pub fn check(bytes: &[u8], today: CivilDate, exceptions: Exceptions) -> Report {
    Checker::new().check(bytes, today, exceptions)
}
