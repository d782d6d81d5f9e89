//! Checking a photo, stage by stage.

use photo_check::{Check, Checker, Exception, Exceptions, Report, Stage, Step};
use rules::CivilDate;
use rules::photo::QuarterTurn;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::object;

/// The checker with its models unpacked: one for the life of a worker.
#[wasm_bindgen]
pub struct PhotoChecker(pub(crate) Checker);

/// A check in the middle of its work. To cancel it, free it.
#[wasm_bindgen]
pub struct Checking(State);

#[cfg_attr(
    target_pointer_width = "64",
    expect(
        clippy::large_enum_variant,
        reason = "moved once for each stage; a check holds megabytes"
    )
)]
enum State {
    Running(Check<Vec<u8>>),
    Done(Box<Report>),
    /// Only while a stage is being done.
    Between,
}

#[wasm_bindgen]
impl PhotoChecker {
    /// A checker, ready to work.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::new_without_default, reason = "for JavaScript")]
    pub fn new() -> Self {
        Self(Checker::new())
    }

    /// Begins a check of a file on the day that it is in Japan; `exceptions` are
    /// the names of [`Exception`], others are passed over. `turn` is the name of the
    /// [`QuarterTurn`] by which a person turned the picture, if one did. None if there is no
    /// such day.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "what JavaScript hands over is owned"
    )]
    pub fn begin(
        &self,
        file: Vec<u8>,
        year: i16,
        month: u8,
        day: u8,
        exceptions: Vec<String>,
        turn: Option<String>,
    ) -> Option<Checking> {
        let today = CivilDate::new(year, month, day)?;
        let check = Check::new(file, today, named(&exceptions));
        let check = match turn.as_deref().and_then(QuarterTurn::parse) {
            Some(turn) => check.turned_by_hand(turn),
            None => check,
        };
        Some(Checking(State::Running(check)))
    }

    /// Does the next stage of a check.
    pub fn step(&self, checking: &mut Checking) {
        checking.0 = match std::mem::replace(&mut checking.0, State::Between) {
            State::Running(check) => match self.0.step(check) {
                Step::Next(check) => State::Running(check),
                Step::Done(report) => State::Done(report),
            },
            done => done,
        };
    }
}

#[wasm_bindgen]
impl Checking {
    /// The name of the stage that comes next; none when all are done.
    pub fn stage(&self) -> Option<String> {
        self.next().map(|stage| code(stage).to_owned())
    }

    /// What the check came to; nothing before all stages are done.
    #[wasm_bindgen(js_name = report)]
    pub fn report_object(&self) -> JsValue {
        self.report().map_or(JsValue::UNDEFINED, object)
    }

    fn next(&self) -> Option<Stage> {
        match &self.0 {
            State::Running(check) => Some(check.stage()),
            State::Done(_) | State::Between => None,
        }
    }

    fn report(&self) -> Option<&Report> {
        match &self.0 {
            State::Done(report) => Some(report),
            State::Running(_) | State::Between => None,
        }
    }
}

/// As on the wire.
const fn code(stage: Stage) -> &'static str {
    match stage {
        Stage::File => "file",
        Stage::Decode => "decode",
        Stage::Faces => "faces",
        Stage::Outline => "outline",
        Stage::Measures => "measures",
    }
}

fn named(names: &[String]) -> Exceptions {
    names.iter().filter_map(|name| exception(name)).collect()
}

/// As on the wire.
fn exception(name: &str) -> Option<Exception> {
    Some(match name {
        "head_covering" => Exception::HeadCovering,
        "eye_covering" => Exception::EyeCovering,
        "eyes_cannot_open" => Exception::EyesCannotOpen,
        "lying_infant" => Exception::LyingInfant,
        "equipment" => Exception::Equipment,
        "posture" => Exception::Posture,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    use photo_check::Verdict;

    fn checking(day: u8) -> Option<Checking> {
        PhotoChecker::new().begin(b"GIF89a".to_vec(), 2026, 11, day, Vec::new(), None)
    }

    #[test]
    fn a_check_tells_its_stage_until_it_tells_its_report() {
        let checker = PhotoChecker::new();
        let mut checking = checking(22).unwrap();
        assert_eq!(checking.stage().as_deref(), Some("file"));
        assert_eq!(checking.report(), None);
        checker.step(&mut checking);
        assert_eq!(checking.stage(), None);
        let report = checking.report().unwrap().clone();
        assert_eq!(report.verdict, Verdict::Refuse);
        checker.step(&mut checking);
        assert_eq!(checking.report(), Some(&report));
    }

    #[test]
    fn a_day_that_is_not_in_the_calendar_begins_nothing() {
        assert!(checking(31).is_none());
    }

    #[test]
    fn stages_and_exceptions_go_by_their_names_on_the_wire() {
        for stage in Stage::ALL {
            let name = serde_json::to_value(stage).unwrap();
            assert_eq!(name, code(stage));
        }
        for one in Exception::ALL {
            let name = serde_json::to_value(one).unwrap();
            assert_eq!(exception(name.as_str().unwrap()), Some(one));
        }
    }

    #[test]
    fn exceptions_nobody_knows_are_passed_over() {
        let names = ["posture", "beauty", ""].map(str::to_owned);
        assert_eq!(named(&names), Exceptions::NONE.with(Exception::Posture));
    }
}
