//! The picker: what happens when a file is chosen and when the form is sent off.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use rules::photo::{Finding, Inspection};
use wasm_bindgen::JsCast;
use web_sys::{Event, File, HtmlFormElement, HtmlInputElement};

use super::checking::check;
use super::reply::{Carried, Reply, finding};
use super::showing;
use super::telling::{Announcer, percent};
use crate::browser::answer::Answer;
use crate::browser::upload::{News, Upload};
use crate::browser::{clock, file, page, start};
use crate::text::islands::photo as words;

const STATUS: &str = "photo-status";

/// The picker of this page.
struct Picker {
    form: HtmlFormElement,
    input: HtmlInputElement,
    /// Counts the choices, so that the check of an older one shows nothing.
    choice: Cell<u32>,
    upload: RefCell<Option<Upload>>,
    announcer: RefCell<Announcer>,
}

/// Takes the form over.
pub(super) fn wake() -> Option<()> {
    let form: HtmlFormElement = page::element("photo-form")?.dyn_into().ok()?;
    let input = form
        .query_selector("input[type=file]")
        .ok()??
        .dyn_into()
        .ok()?;
    let picker = Rc::new(Picker {
        form,
        input,
        choice: Cell::default(),
        upload: RefCell::default(),
        announcer: RefCell::default(),
    });
    picker.listen()?;
    // Says that a press of the button is ours from now on.
    page::set(&picker.form, "data-awake", "true");
    // A file may have been chosen before the page was awake.
    picker.choose();
    Some(())
}

impl Picker {
    fn listen(self: &Rc<Self>) -> Option<()> {
        let picker = Rc::clone(self);
        page::listen(&self.input, "change", move |_| picker.choose());
        let picker = Rc::clone(self);
        page::listen(&self.form, "submit", move |event| picker.submit(&event));
        let picker = Rc::clone(self);
        page::listen(
            page::element("photo-cancel")?.as_ref(),
            "click",
            move |_| {
                picker.cancel();
            },
        );
        // A format that the browser cannot show (HEIC) is shown in words only.
        page::listen(page::element("photo-picture")?.as_ref(), "error", |_| {
            showing::hide_picture();
        });
        Some(())
    }

    /// A file was chosen, or none.
    fn choose(self: &Rc<Self>) {
        self.cancel();
        let choice = self.choice.get().wrapping_add(1);
        self.choice.set(choice);
        self.rest("");
        showing::clear_findings();
        showing::hide_picture();
        if let Some(photo) = file::chosen(&self.input) {
            let picker = Rc::clone(self);
            start(async move {
                let checked = check(&photo).await;
                if picker.choice.get() == choice {
                    show(&photo, checked.as_ref());
                }
            });
        }
    }

    /// The form is sent off: by us, after the check, or not at all.
    fn submit(self: &Rc<Self>, event: &Event) {
        event.prevent_default();
        if self.upload.borrow().is_some() {
            return;
        }
        let Some(photo) = file::chosen(&self.input) else {
            let words = self.form.get_attribute("data-missing");
            showing::complaint(&words.unwrap_or_default());
            return showing::go_to_findings();
        };
        let picker = Rc::clone(self);
        // Checked again: the check of the choice may not have ended yet.
        start(async move {
            let checked = check(&photo).await;
            show(&photo, checked.as_ref());
            match checked {
                Some(inspection) if !inspection.refuses() => picker.send(),
                _ => showing::go_to_findings(),
            }
        });
    }

    fn send(self: &Rc<Self>) {
        let picker = Rc::clone(self);
        self.announcer.take();
        let upload = Upload::begin(&self.form, move |news| picker.take(news));
        if upload.is_none() {
            return self.fail(words::UNREACHABLE);
        }
        self.upload.replace(upload);
        self.input.set_disabled(true);
        page::show("photo-send", false);
        page::show("photo-again", false);
        page::show("photo-sending", true);
        page::focus("photo-cancel");
        self.progress(0.0, 1.0);
    }

    fn take(&self, news: News) {
        match news {
            News::Progress { done, all } => self.progress(done, all),
            News::Answered { status, body } => self.answered(status, &body),
            News::Unreachable => self.fail(words::UNREACHABLE),
            News::Cancelled => self.fail(words::CANCELLED),
        }
    }

    fn progress(&self, done: f64, all: f64) {
        let percent = percent(done, all);
        if let Some(bar) = page::element("photo-progress") {
            page::set(&bar, "value", &percent.to_string());
        }
        if percent == 100 {
            page::say(STATUS, words::ARRIVED);
        } else if self.announcer.borrow_mut().is_due(clock::now()) {
            page::say(STATUS, &words::sending(percent));
        }
    }

    fn answered(&self, status: u16, body: &str) {
        let answer = Answer::read(body);
        match Reply::of(status) {
            Reply::Kept => page::go_to(&next(answer.as_ref())),
            Reply::Elsewhere => page::go_to("/photo"),
            Reply::Refused => self.refuse(&listed(answer.as_ref())),
            Reply::TooLarge => {
                let bytes = file::chosen(&self.input).map_or(0, |photo| file::size(&photo));
                self.refuse(&[Finding::TooManyBytes { bytes }]);
            }
            Reply::TooMany => self.fail(words::TOO_MANY),
            Reply::Unavailable => self.fail(words::UNAVAILABLE),
        }
    }

    /// The server refused the photo.
    fn refuse(&self, findings: &[Finding]) {
        self.rest("");
        if findings.is_empty() {
            showing::complaint(words::REFUSED);
        } else {
            showing::findings(findings);
        }
        showing::go_to_findings();
    }

    /// The photo was not sent; it can be sent again as it is.
    fn fail(&self, words: &str) {
        self.rest(words);
        page::show("photo-send", false);
        page::show("photo-again", true);
        page::focus("photo-again");
    }

    /// Nothing is being sent.
    fn rest(&self, words: &str) {
        self.upload.take();
        self.input.set_disabled(false);
        page::show("photo-sending", false);
        page::show("photo-again", false);
        page::show("photo-send", true);
        page::say(STATUS, words);
    }

    fn cancel(&self) {
        // Taken out first: breaking it off tells news at once.
        let upload = self.upload.take();
        if let Some(upload) = upload {
            upload.cancel();
        }
    }
}

fn show(photo: &File, checked: Option<&Inspection>) {
    match checked {
        Some(inspection) => {
            showing::findings(&inspection.findings);
            showing::picture(photo, inspection);
        }
        None => showing::complaint(words::UNREADABLE),
    }
}

/// Where to go next: a page of ours.
fn next(answer: Option<&Answer>) -> String {
    let path = answer
        .and_then(|answer| answer.get("next")?.text())
        .unwrap_or_default();
    let is_ours = path.starts_with('/') && !path.starts_with("//");
    if is_ours {
        path
    } else {
        "/photo/check".to_owned()
    }
}

/// The findings in an answer.
fn listed(answer: Option<&Answer>) -> Vec<Finding> {
    let list = answer.and_then(|answer| answer.get("findings"));
    let list = list.map(|list| list.list()).unwrap_or_default();
    list.iter().filter_map(one_listed).collect()
}

fn one_listed(answer: &Answer) -> Option<Finding> {
    let (code, fields) = answer.variant()?;
    let field = |name| fields.get(name);
    let number = |name| {
        field(name)
            .and_then(|value| value.number())
            .map(Carried::Number)
    };
    let kind = field("kind")
        .and_then(|value| value.text())
        .map(Carried::Code);
    let carried = kind
        .or_else(|| number("bytes"))
        .or_else(|| number("pixels"));
    finding(&code, &carried.unwrap_or(Carried::Nothing))
}
