//! From the file that was chosen to a photo that can be sent, or to why it cannot.

use std::rc::Rc;

use rules::photo::{FileKind, Finding, Inspection, QuarterTurn};
use wasm_bindgen::JsCast;
use web_sys::{Blob, Event, HtmlElement};

use super::checking::check;
use super::picker::Picker;
use super::picker_stage::{Care, PickerStage};
use super::said::Said;
use super::saying::said;
use super::showing::{self, TURNED};
use crate::applicant::islands::photo_checker::{Report, STAGES, Told, is_mended};
use crate::browser::{clock, file, page, picture};

/// What is said of each of the [`STAGES`], in their order.
const SAID_OF_STAGES: [Said; STAGES.len()] = [
    Said::StageFile,
    Said::StageDecode,
    Said::StageFaces,
    Said::StageOutline,
    Said::StageMeasures,
];

impl Picker {
    /// Looks at the file itself; then the worker looks at the picture.
    pub(super) async fn take_file(self: Rc<Self>, choice: u32, chosen: Blob) {
        let mut photo = chosen;
        let mut checked = check(&photo).await;
        let is_other = checked.as_ref().is_some_and(opens_elsewhere);
        if is_other && let Some(made) = picture::as_jpeg(&photo).await {
            checked = check(&made).await;
            photo = made;
            if self.is_current(choice) {
                page::say("photo-note", &said(Said::Converted));
            }
        }
        if self.is_current(choice) {
            self.take_inspection(photo, checked.as_ref());
        }
    }

    fn take_inspection(self: &Rc<Self>, photo: Blob, checked: Option<&Inspection>) {
        let Some(inspection) = checked else {
            self.come_to(PickerStage::Refused);
            return showing::complaint(&said(Said::Unreadable));
        };
        showing::picture(&photo, inspection);
        self.photo.replace(Some(photo));
        let is_lost = inspection.refusals().any(|finding| !is_mended(finding));
        let is_pressed = self.is_pressed();
        if is_lost || (inspection.refuses() && self.checker.borrow().is_none()) {
            showing::findings(&inspection.findings);
            self.come_to(PickerStage::Refused);
            self.go_on(is_pressed);
        } else {
            showing::findings(&unmended(inspection));
            self.check_picture(is_pressed);
        }
    }

    /// Whether the button was pressed while the photo was being checked.
    fn is_pressed(&self) -> bool {
        matches!(
            *self.stage.borrow(),
            PickerStage::Checking { is_pressed: true }
        )
    }

    /// Has the worker look at the picture; pressed, it is sent if it can be.
    pub(super) fn check_picture(self: &Rc<Self>, is_pressed: bool) {
        let photo = self.photo.borrow().clone();
        let checker = self.checker.borrow();
        let (Some(photo), Some(checker)) = (photo, checker.as_ref()) else {
            drop(checker);
            return self.go_unchecked(is_pressed);
        };
        self.come_to(PickerStage::Checking { is_pressed });
        show_stage(0);
        let today = self.form.get_attribute("data-today");
        let today = today.unwrap_or_else(clock::today_in_japan);
        let exceptions = self.content().map(|content| content.get_all("exception"));
        let exceptions = exceptions.unwrap_or_default();
        checker.check(&photo, &today, &exceptions, self.turn.get());
    }

    /// 「右に回す」「左に回す」: the picture is looked at again, as it is turned now.
    pub(super) fn turn(self: &Rc<Self>, event: &Event) {
        let button = event.target().and_then(|target| target.dyn_into().ok());
        let more = button.and_then(|button: HtmlElement| button.get_attribute("data-turn"));
        let Some(more) = more.as_deref().and_then(QuarterTurn::parse) else {
            return;
        };
        if !self.stage.borrow().is_leaving()
            && self.checker.borrow().is_some()
            && let Some(turn) = self.editor.turn_by(more)
        {
            self.turn.set(Some(turn));
            let turned = match more {
                QuarterTurn::Left => Said::TurnedLeft,
                _ => Said::TurnedRight,
            };
            page::say(TURNED, &said(turned));
            self.check_picture(false);
        }
    }

    /// A reason was ticked or taken back.
    pub(super) fn check_again(self: &Rc<Self>) {
        if !self.stage.borrow().is_leaving()
            && self.photo.borrow().is_some()
            && self.checker.borrow().is_some()
        {
            self.check_picture(false);
        }
    }

    /// 「確認をやめる」
    pub(super) fn stop_check(self: &Rc<Self>) {
        if let PickerStage::Checking { is_pressed } = &mut *self.stage.borrow_mut() {
            *is_pressed = false;
        }
        if let Some(checker) = self.checker.borrow().as_ref() {
            checker.cancel();
        }
    }

    /// The worker tells something.
    pub(super) fn hear(self: &Rc<Self>, told: Told) {
        match told {
            Told::Stage(stage) => show_stage(stage),
            Told::Report(report) => self.take_report(&report),
            Told::Fitted(jpeg) => self.send(Some(&jpeg), self.editor.turn()),
            Told::Cancelled => {
                self.come_to(PickerStage::Unchecked);
                self.say("data-check-cancelled");
                page::focus("photo-press");
            }
            Told::Unreadable => {
                self.come_to(PickerStage::Refused);
                showing::complaint(&said(Said::Unreadable));
            }
            Told::Unable => self.lose_checker(),
        }
    }

    fn lose_checker(self: &Rc<Self>) {
        if let Some(checker) = self.checker.take() {
            checker.end();
        }
        if matches!(*self.stage.borrow(), PickerStage::Trimming(_)) {
            // The server says so if the file cannot be taken as it is.
            let photo = self.photo.borrow().clone();
            return self.send(photo.as_ref(), None);
        }
        // As it will be sent.
        self.editor.close();
        if !matches!(*self.stage.borrow(), PickerStage::Checking { .. }) {
            return;
        }
        // What only trimming would have mended is refused now.
        let photo = file::chosen(&self.input);
        let is_large =
            photo.is_some_and(|photo| rules::photo::inspect_size(file::size(&photo)).is_some());
        if is_large {
            self.choose();
        } else {
            self.go_unchecked(self.is_pressed());
        }
    }

    fn take_report(self: &Rc<Self>, report: &Report) {
        let is_pressed = self.is_pressed();
        showing::report(report);
        self.show_turned(report);
        if report.refuses() {
            self.come_to(PickerStage::Refused);
            Self::tell("");
        } else {
            let care = if report.advises() {
                Care::Advised
            } else {
                Care::None
            };
            self.come_to(PickerStage::Usable(care));
            Self::tell(&said(told(report)));
        }
        self.go_on(is_pressed);
    }

    /// Shows the picture as it was looked at. What a person turned can be turned back, whatever
    /// was found in it.
    fn show_turned(&self, report: &Report) {
        let by_hand = self.turn.get().is_some();
        match &report.trimming {
            Some(trimming) if by_hand || !report.refuses() => {
                if !self.editor.is_looked_at() {
                    self.editor.open(trimming);
                }
                if !by_hand {
                    showing::turned(trimming.turn);
                }
            }
            _ => self.editor.close(),
        }
    }

    /// The button was pressed during the check: sends what may be sent, shows what
    /// has to be read first.
    fn go_on(self: &Rc<Self>, is_pressed: bool) {
        let is_fine = matches!(*self.stage.borrow(), PickerStage::Usable(Care::None));
        match (is_pressed, is_fine) {
            (true, true) => self.trim_and_send(),
            (true, false) => showing::go_to_findings(),
            (false, _) => {}
        }
    }

    /// Nobody here can look at the picture: as without this check.
    fn go_unchecked(self: &Rc<Self>, is_pressed: bool) {
        self.come_to(PickerStage::Usable(Care::None));
        self.say("data-unable");
        self.go_on(is_pressed);
    }
}

fn show_stage(stage: u8) {
    if let Some(bar) = page::element("photo-check-progress") {
        page::set(&bar, "value", &stage.to_string());
        page::set(&bar, "max", &STAGES.len().to_string());
    }
    if let Some(words) = SAID_OF_STAGES.get(usize::from(stage)) {
        Picker::tell(&said(*words));
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

/// What trimming does not mend.
fn unmended(inspection: &Inspection) -> Vec<Finding> {
    let findings = inspection.findings.iter().copied();
    findings.filter(|one| !is_mended(*one)).collect()
}

/// The sentence for what the check came to.
fn told(report: &Report) -> Said {
    if report.is_relaxed {
        Said::Relaxed
    } else if report.advises() {
        Said::CheckedAdvised
    } else {
        Said::Checked
    }
}
