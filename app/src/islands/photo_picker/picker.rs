//! The picker: what happens when a file is chosen and when the form is sent off.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use rules::photo::{FileKind, Finding, Inspection};
use wasm_bindgen::JsCast;
use web_sys::{Blob, Event, FormData, HtmlFormElement, HtmlInputElement};

use super::asking::{Checker, STAGES, Told};
use super::checking::check;
use super::editor::Editor;
use super::reply::{Reply, findings};
use super::report::{Report, is_mended};
use super::showing;
use super::telling::{Announcer, percent};
use crate::browser::answer::Answer;
use crate::browser::upload::{News, Upload};
use crate::browser::{clock, file, page, picture, start};
use crate::text::islands::photo as words;

const STATUS: &str = "photo-status";

/// The picker of this page.
pub(super) struct Picker {
    form: HtmlFormElement,
    input: HtmlInputElement,
    editor: Rc<Editor>,
    /// Checks and trims; none where the browser cannot.
    checker: RefCell<Option<Checker>>,
    /// Counts the choices, so that the check of an older one shows nothing.
    choice: Cell<u32>,
    /// What is to be sent: the file that was chosen, or made of it.
    photo: RefCell<Option<Blob>>,
    state: Cell<State>,
    /// Whether the button was pressed while the photo was being checked.
    pressed: Cell<bool>,
    /// Whether the part for the card is being cut out, to be sent then.
    trimming: Cell<bool>,
    upload: RefCell<Option<Upload>>,
    announcer: RefCell<Announcer>,
}

/// How far the chosen photo is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Not looked at, or not to the end.
    Unchecked,
    /// Being checked.
    Checking,
    /// It cannot be used.
    Refused,
    /// It can be sent.
    Usable,
    /// It can be sent; something may be wrong with it, which was told.
    Advised,
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
        editor: Editor::wake()?,
        checker: RefCell::default(),
        choice: Cell::default(),
        photo: RefCell::default(),
        state: Cell::new(State::Unchecked),
        pressed: Cell::default(),
        trimming: Cell::default(),
        upload: RefCell::default(),
        announcer: RefCell::default(),
    });
    picker.start_checker();
    picker.listen()?;
    // Others are made JPEG files here; HEIC is not named, so that an iPhone gives a
    // JPEG file itself.
    page::set(
        &picker.input,
        "accept",
        "image/jpeg,image/png,image/webp,image/avif",
    );
    // Says that a press of the button is ours from now on.
    page::set(&picker.form, "data-awake", "true");
    page::show("photo-form", true);
    // A file may have been chosen before the page was awake.
    picker.choose();
    Some(())
}

impl Picker {
    fn start_checker(self: &Rc<Self>) {
        let picker = Rc::clone(self);
        let checker = Checker::start(move |told| picker.hear(told));
        self.checker.replace(checker);
    }

    fn listen(self: &Rc<Self>) -> Option<()> {
        let picker = Rc::clone(self);
        page::listen(&self.input, "change", move |_| picker.choose());
        let picker = Rc::clone(self);
        page::listen(&self.form, "submit", move |event| picker.submit(&event));
        // A trial sends nothing and has nothing to call off.
        let _ = self.on_click("photo-cancel", |picker| picker.cancel());
        self.on_click("photo-stop-check", Self::stop_check)?;
        let picker = Rc::clone(self);
        page::listen(
            page::element("photo-reasons")?.as_ref(),
            "change",
            move |_| picker.check_again(),
        );
        // A format that the browser cannot show (HEIC) is shown in words only.
        page::listen(page::element("photo-picture")?.as_ref(), "error", |_| {
            showing::hide_picture();
        });
        Some(())
    }

    fn on_click(self: &Rc<Self>, id: &str, act: fn(&Rc<Self>)) -> Option<()> {
        let picker = Rc::clone(self);
        page::listen(page::element(id)?.as_ref(), "click", move |_| act(&picker));
        Some(())
    }

    /// A file was chosen, or none.
    fn choose(self: &Rc<Self>) {
        self.cancel();
        let choice = self.choice.get().wrapping_add(1);
        self.choice.set(choice);
        self.pressed.set(false);
        self.photo.take();
        self.rest("");
        self.come_to(State::Unchecked);
        self.editor.close();
        showing::clear_findings();
        showing::hide_picture();
        if let Some(chosen) = file::chosen(&self.input) {
            self.state.set(State::Checking);
            let picker = Rc::clone(self);
            start(async move { picker.take_file(choice, chosen.into()).await });
        }
    }

    /// Looks at the file itself; then the worker looks at the picture.
    async fn take_file(self: Rc<Self>, choice: u32, chosen: Blob) {
        let mut photo = chosen;
        let mut checked = check(&photo).await;
        let is_other = checked.as_ref().is_some_and(opens_elsewhere);
        if is_other && let Some(made) = picture::as_jpeg(&photo).await {
            checked = check(&made).await;
            photo = made;
            if self.choice.get() == choice {
                page::say("photo-note", words::CONVERTED);
            }
        }
        if self.choice.get() == choice {
            self.take_inspection(photo, checked.as_ref());
        }
    }

    fn take_inspection(self: &Rc<Self>, photo: Blob, checked: Option<&Inspection>) {
        let Some(inspection) = checked else {
            self.come_to(State::Refused);
            return showing::complaint(words::UNREADABLE);
        };
        showing::picture(&photo, inspection);
        self.photo.replace(Some(photo));
        let is_lost = inspection.refusals().any(|finding| !is_mended(finding));
        if is_lost || (inspection.refuses() && self.checker.borrow().is_none()) {
            showing::findings(&inspection.findings);
            self.come_to(State::Refused);
            self.go_on_if_pressed();
        } else {
            showing::findings(
                &inspection
                    .findings
                    .iter()
                    .copied()
                    .filter(|one| !is_mended(*one))
                    .collect::<Vec<_>>(),
            );
            self.check_picture();
        }
    }

    /// Has the worker look at the picture.
    fn check_picture(self: &Rc<Self>) {
        let photo = self.photo.borrow().clone();
        let checker = self.checker.borrow();
        let (Some(photo), Some(checker)) = (photo, checker.as_ref()) else {
            drop(checker);
            return self.go_unchecked();
        };
        self.come_to(State::Checking);
        Self::show_stage(0);
        page::show("photo-checking", true);
        let today = self.form.get_attribute("data-today");
        let today = today.unwrap_or_else(clock::today_in_japan);
        let exceptions = self.content().map(|content| content.get_all("exception"));
        checker.check(&photo, &today, &exceptions.unwrap_or_default());
    }

    /// A reason was ticked or taken back.
    fn check_again(self: &Rc<Self>) {
        if self.upload.borrow().is_none()
            && self.photo.borrow().is_some()
            && self.checker.borrow().is_some()
        {
            self.pressed.set(false);
            self.check_picture();
        }
    }

    fn stop_check(self: &Rc<Self>) {
        self.pressed.set(false);
        if let Some(checker) = self.checker.borrow().as_ref() {
            checker.cancel();
        }
    }

    /// The worker tells something.
    fn hear(self: &Rc<Self>, told: Told) {
        match told {
            Told::Stage(stage) => Self::show_stage(stage),
            Told::Report(report) => self.take_report(&report),
            Told::Fitted(jpeg) => self.send(Some(&jpeg)),
            Told::Cancelled => {
                self.come_to(State::Unchecked);
                self.say("data-check-cancelled");
                page::focus("photo-press");
            }
            Told::Unreadable => {
                self.trimming.set(false);
                self.come_to(State::Refused);
                showing::complaint(words::UNREADABLE);
            }
            Told::Unable => self.lose_checker(),
        }
    }

    fn lose_checker(self: &Rc<Self>) {
        if let Some(checker) = self.checker.take() {
            checker.end();
        }
        if self.trimming.get() {
            // The server says so if the file cannot be taken as it is.
            let photo = self.photo.borrow().clone();
            return self.send(photo.as_ref());
        }
        if self.state.get() == State::Checking {
            // What only trimming would have mended is refused now.
            let photo = file::chosen(&self.input);
            let is_large =
                photo.is_some_and(|photo| rules::photo::inspect_size(file::size(&photo)).is_some());
            if is_large {
                self.choose();
            } else {
                self.go_unchecked();
            }
        }
    }

    fn show_stage(stage: u8) {
        if let Some(bar) = page::element("photo-check-progress") {
            page::set(&bar, "value", &stage.to_string());
            page::set(&bar, "max", &STAGES.len().to_string());
        }
        page::say(STATUS, words::stage(stage));
    }

    fn take_report(self: &Rc<Self>, report: &Report) {
        showing::report(report);
        if report.refuses() {
            self.editor.close();
            self.come_to(State::Refused);
            page::say(STATUS, "");
        } else {
            if let Some(trimming) = &report.trimming
                && !self.editor.is_open()
            {
                self.editor.open(trimming);
            }
            let is_advised = report.advises();
            self.come_to(if is_advised {
                State::Advised
            } else {
                State::Usable
            });
            page::say(STATUS, told(report));
        }
        self.go_on_if_pressed();
    }

    /// The button was pressed during the check: sends what may be sent, shows what
    /// has to be read first.
    fn go_on_if_pressed(self: &Rc<Self>) {
        if self.pressed.take() {
            if self.state.get() == State::Usable {
                self.trim_and_send();
            } else {
                showing::go_to_findings();
            }
        }
    }

    /// Nobody here can look at the picture: as without this check.
    fn go_unchecked(self: &Rc<Self>) {
        self.come_to(State::Usable);
        self.say("data-unable");
        if self.pressed.take() {
            self.trim_and_send();
        }
    }

    fn come_to(&self, state: State) {
        self.state.set(state);
        page::show("photo-checking", state == State::Checking);
        let name = match state {
            State::Unchecked => "",
            State::Checking => "checking",
            State::Refused => "refused",
            State::Usable => "usable",
            State::Advised => "advised",
        };
        page::set(&self.form, "data-check", name);
        let label = if state == State::Advised {
            Some(words::USE_ANYWAY.to_owned())
        } else {
            self.form.get_attribute("data-upload")
        };
        if let Some(button) = page::element("photo-press") {
            button.set_text_content(label.as_deref());
        }
    }

    /// The form is sent off: by us, after the check, or not at all.
    fn submit(self: &Rc<Self>, event: &Event) {
        event.prevent_default();
        if self.upload.borrow().is_some() || self.trimming.get() {
            return;
        }
        if file::chosen(&self.input).is_none() {
            let words = self.form.get_attribute("data-missing");
            showing::complaint(&words.unwrap_or_default());
            return showing::go_to_findings();
        }
        match self.state.get() {
            State::Refused => showing::go_to_findings(),
            State::Usable | State::Advised => self.trim_and_send(),
            State::Checking => self.pressed.set(true),
            State::Unchecked => {
                self.pressed.set(true);
                self.check_picture();
            }
        }
    }

    /// Sends the part for the card, or the file as it is. A trial sends nothing.
    fn trim_and_send(self: &Rc<Self>) {
        if self.form.get_attribute("action").is_none() {
            return showing::go_to_findings();
        }
        let photo = self.photo.borrow().clone();
        let checker = self.checker.borrow();
        match (photo, self.editor.crop(), checker.as_ref()) {
            (Some(photo), Some(crop), Some(checker)) => {
                self.trimming.set(true);
                page::say(STATUS, words::TRIMMING);
                checker.fit(&photo, crop);
            }
            (photo, ..) => {
                drop(checker);
                self.send(photo.as_ref());
            }
        }
    }

    /// Says what stands in the form under this name.
    fn say(&self, name: &str) {
        page::say(STATUS, &self.form.get_attribute(name).unwrap_or_default());
    }

    fn content(&self) -> Option<FormData> {
        FormData::new_with_form(&self.form).ok()
    }

    /// What is sent: the form, with the photo as it was made.
    fn filled(&self, photo: Option<&Blob>) -> Option<FormData> {
        let content = self.content()?;
        if let Some(photo) = photo {
            content
                .set_with_blob_and_filename("photo", photo, "photo.jpg")
                .ok()?;
        }
        if self.state.get() == State::Advised {
            content.set_with_str("use_anyway", "yes").ok()?;
        }
        Some(content)
    }

    fn send(self: &Rc<Self>, photo: Option<&Blob>) {
        let picker = Rc::clone(self);
        self.trimming.set(false);
        self.announcer.take();
        let upload = self
            .filled(photo)
            .and_then(|content| Upload::begin(&self.form, &content, move |news| picker.take(news)));
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
        self.trimming.set(false);
        self.input.set_disabled(false);
        page::show("photo-sending", false);
        page::show("photo-again", false);
        page::show("photo-send", true);
        page::say(STATUS, words);
        page::say("photo-note", "");
    }

    fn cancel(&self) {
        // Taken out first: breaking it off tells news at once.
        let upload = self.upload.take();
        if let Some(upload) = upload {
            upload.cancel();
        }
    }
}

/// Whether this is a picture in a format that the browser may open.
fn opens_elsewhere(inspection: &Inspection) -> bool {
    inspection.findings.iter().any(|finding| {
        matches!(
            finding,
            Finding::NotJpeg {
                kind: FileKind::Png | FileKind::Webp | FileKind::Heic | FileKind::Avif
            }
        )
    })
}

/// The sentence for what the check came to.
fn told(report: &Report) -> &'static str {
    if report.is_relaxed {
        words::RELAXED
    } else if report.advises() {
        words::CHECKED_ADVISED
    } else {
        words::CHECKED
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
    findings(&list.map(|list| list.list()).unwrap_or_default())
}
