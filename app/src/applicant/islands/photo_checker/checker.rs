//! Asking the worker that checks and trims photos, and looks at the camera's frames.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, ArrayBuffer, Uint8Array};
use photo_check::Crop;
use rules::photo::QuarterTurn;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag};

use super::looks::Looks;
use super::report::Report;
use crate::browser::answer::Answer;
use crate::browser::worker::{Helper, object};

/// What the worker tells about what it was asked last.
pub(in crate::applicant::islands) enum Told {
    /// It comes to this stage of so many.
    Stage(u8),
    /// What the check came to.
    Report(Box<Report>),
    /// The trimmed photo, a JPEG file.
    Fitted(Blob),
    /// It was called off.
    Cancelled,
    /// The file cannot be read, or not be decoded.
    Unreadable,
    /// This browser cannot do it; the worker is of no more use.
    Unable,
}

/// The stages of a check, as the worker names them (`photo_check::Stage`).
pub(in crate::applicant::islands) const STAGES: [&str; 5] =
    ["file", "decode", "faces", "outline", "measures"];

/// The worker, asked one thing about photos at a time, and for one look between.
pub(in crate::applicant::islands) struct Checker {
    helper: Helper,
    /// Number of the question that was asked last.
    asked: Rc<Cell<u32>>,
    looks: Rc<Looks>,
}

impl Checker {
    /// Starts the worker; nothing where there are none.
    pub(in crate::applicant::islands) fn start(tell: impl Fn(Told) + 'static) -> Option<Self> {
        let (asked, looks) = (Rc::new(Cell::new(0)), Rc::new(Looks::default()));
        let tell = Rc::new(tell);
        let (current, told, seen) = (Rc::clone(&asked), Rc::clone(&tell), Rc::clone(&looks));
        let hear = move |answer: &Answer| {
            let id = answer.get("id").and_then(|id| id.number());
            // What belongs to an older question is of no interest any more.
            if id == Some(f64::from(current.get()))
                && let Some(news) = news(answer)
            {
                told(news);
            }
            seen.hear(id, answer);
        };
        let ended = Rc::clone(&looks);
        let fail = move || {
            ended.end();
            tell(Told::Unable);
        };
        let helper = Helper::start("/photo-worker.js", hear, fail)?;
        Some(Self {
            helper,
            asked,
            looks,
        })
    }

    /// Has a frame of the camera looked at; the name of the hint on it. Nothing
    /// where the worker is of no use.
    pub(in crate::applicant::islands) async fn look(
        &self,
        frame: &[(&str, JsValue)],
    ) -> Option<String> {
        self.looks.look(&self.helper, frame).await
    }

    /// Has a file checked on this day, with these exceptions named, and turned so if a person
    /// did.
    pub(in crate::applicant::islands) fn check(
        &self,
        file: &Blob,
        today: &str,
        exceptions: &Array,
        turn: Option<QuarterTurn>,
    ) {
        self.ask(
            "check",
            &[
                ("file", file.into()),
                ("today", today.into()),
                ("exceptions", exceptions.into()),
                ("turn", turn.map(QuarterTurn::name).into()),
            ],
        );
    }

    /// Has a part of a file cut out, of the picture once it is turned so.
    pub(in crate::applicant::islands) fn fit(&self, file: &Blob, turn: QuarterTurn, crop: Crop) {
        let crop = object(&[
            ("left", crop.left().into()),
            ("top", crop.top().into()),
            ("width", crop.width().into()),
            ("height", crop.height().into()),
        ]);
        self.ask(
            "fit",
            &[
                ("file", file.into()),
                ("turn", turn.name().into()),
                ("crop", crop.into()),
            ],
        );
    }

    /// Calls the last question off.
    pub(in crate::applicant::islands) fn cancel(&self) {
        self.helper
            .ask(&[("id", self.asked.get().into()), ("kind", "cancel".into())]);
    }

    /// Calls the last question off and hears no more of it: another photo was chosen, and what is
    /// said of the one before would be taken for its own until it is asked about.
    pub(in crate::applicant::islands) fn forget(&self) {
        self.cancel();
        self.asked.set(self.asked.get().wrapping_add(1));
    }

    /// Ends the worker.
    pub(in crate::applicant::islands) fn end(&self) {
        self.helper.end();
        self.looks.end();
    }

    fn ask(&self, kind: &str, fields: &[(&str, JsValue)]) {
        self.cancel();
        let id = self.asked.get().wrapping_add(1);
        self.asked.set(id);
        let mut question = vec![("id", id.into()), ("kind", kind.into())];
        question.extend_from_slice(fields);
        self.helper.ask(&question);
    }
}

fn news(answer: &Answer) -> Option<Told> {
    let text = |name| answer.get(name).and_then(|value| value.text());
    Some(match text("kind")?.as_str() {
        "stage" => Told::Stage(stage(&text("stage")?)?),
        "report" => Told::Report(Box::new(Report::read(&answer.get("report")?)?)),
        "fitted" => Told::Fitted(jpeg(&answer.get("jpeg")?)?),
        _ => match text("why")?.as_str() {
            "cancelled" => Told::Cancelled,
            "unsupported" | "broken" => Told::Unable,
            _ => Told::Unreadable,
        },
    })
}

fn stage(name: &str) -> Option<u8> {
    let place = STAGES.iter().position(|stage| *stage == name)?;
    u8::try_from(place).ok()
}

fn jpeg(buffer: &Answer) -> Option<Blob> {
    let buffer: &ArrayBuffer = buffer.value().dyn_ref()?;
    let options = BlobPropertyBag::new();
    options.set_type("image/jpeg");
    let parts = Array::of1(&Uint8Array::new(buffer));
    Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()
}
