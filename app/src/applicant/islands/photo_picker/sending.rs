//! From the button to the server's answer.

use std::rc::Rc;

use rules::photo::{Finding, QuarterTurn};
use web_sys::{Blob, Event, FormData};

use super::picker::Picker;
use super::picker_stage::{Care, PickerStage};
use super::reply::Reply;
use super::said::Said;
use super::saying::{said, said_with};
use super::showing;
use super::telling::percent;
use crate::applicant::islands::photo_checker::findings;
use crate::browser::answer::Answer;
use crate::browser::upload::{News, Upload};
use crate::browser::{clock, file, page};

/// What a press of the button leads to.
enum Press {
    Nothing,
    Check,
    Send,
    Explain,
}

impl Picker {
    /// The form is sent off: by us, after the check, or not at all.
    pub(super) fn submit(self: &Rc<Self>, event: &Event) {
        event.prevent_default();
        if self.stage.borrow().is_leaving() {
            return;
        }
        if file::chosen(&self.input).is_none() {
            let words = self.form.get_attribute("data-missing");
            showing::complaint(&words.unwrap_or_default());
            return showing::go_to_findings();
        }
        match self.press() {
            Press::Nothing => {}
            Press::Check => self.check_picture(true),
            Press::Send => self.trim_and_send(),
            Press::Explain => showing::go_to_findings(),
        }
    }

    fn press(&self) -> Press {
        match &mut *self.stage.borrow_mut() {
            PickerStage::Refused => Press::Explain,
            PickerStage::Usable(_) => Press::Send,
            PickerStage::Unchecked => Press::Check,
            PickerStage::Checking { is_pressed } => {
                *is_pressed = true;
                Press::Nothing
            }
            PickerStage::Trimming(_) | PickerStage::Sending(..) => Press::Nothing,
        }
    }

    /// Sends the part for the card, or the file as it is. A trial sends nothing.
    pub(super) fn trim_and_send(self: &Rc<Self>) {
        if self.form.get_attribute("action").is_none() {
            return showing::go_to_findings();
        }
        let photo = self.photo.borrow().clone();
        let checker = self.checker.borrow();
        let part = self.editor.turn().zip(self.editor.crop());
        match (photo, part, checker.as_ref()) {
            (Some(photo), Some((turn, crop)), Some(checker)) => {
                let care = self.stage.borrow().care();
                self.come_to(PickerStage::Trimming(care));
                Self::tell(&said(Said::Trimming));
                checker.fit(&photo, turn, crop);
            }
            (photo, ..) => {
                drop(checker);
                self.send(photo.as_ref(), None);
            }
        }
    }

    /// What is sent: the form, with the photo as it was made and how it was turned for that.
    fn filled(&self, photo: Option<&Blob>, turned: Option<QuarterTurn>) -> Option<FormData> {
        let content = self.content()?;
        if let Some(photo) = photo {
            content
                .set_with_blob_and_filename("photo", photo, "photo.jpg")
                .ok()?;
        }
        if let Some(turn) = turned {
            content.set_with_str("turned", turn.name()).ok()?;
        }
        if self.stage.borrow().care() == Care::Advised {
            content.set_with_str("use_anyway", "yes").ok()?;
        }
        Some(content)
    }

    /// Sends the form with this photo; its picture was looked at and turned so, if it was.
    pub(super) fn send(self: &Rc<Self>, photo: Option<&Blob>, turned: Option<QuarterTurn>) {
        let picker = Rc::clone(self);
        self.announcer.take();
        let upload = self
            .filled(photo, turned)
            .and_then(|content| Upload::begin(&self.form, &content, move |news| picker.take(news)));
        let Some(upload) = upload else {
            return self.fail(&said(Said::Unreachable));
        };
        let care = self.stage.borrow().care();
        self.come_to(PickerStage::Sending(care, upload));
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
            News::Unreachable => self.fail(&said(Said::Unreachable)),
            News::Cancelled => self.fail(&said(Said::Cancelled)),
        }
    }

    fn progress(&self, done: f64, all: f64) {
        let percent = percent(done, all);
        if let Some(bar) = page::element("photo-progress") {
            page::set(&bar, "value", &percent.to_string());
        }
        if percent == 100 {
            Self::tell(&said(Said::Arrived));
        } else if self.announcer.borrow_mut().is_due(clock::now()) {
            let percent = percent.to_string();
            Self::tell(&said_with(Said::Sending, &[("percent", &percent)]));
        }
    }

    fn answered(&self, status: u16, body: &str) {
        let answer = Answer::read(body);
        match Reply::of(status, answer.is_some()) {
            Reply::Kept => page::go_to(&next(answer.as_ref(), "/photo/check")),
            Reply::Elsewhere => page::go_to(&next(answer.as_ref(), "/photo")),
            Reply::Refused => self.refuse(&listed(answer.as_ref())),
            Reply::TooLarge => {
                let bytes = file::chosen(&self.input).map_or(0, |photo| file::size(&photo));
                self.refuse(&[Finding::TooManyBytes { bytes }]);
            }
            Reply::TooMany => self.fail(&said(Said::TooMany)),
            Reply::Unavailable => self.fail(&said(Said::Unavailable)),
            Reply::OnTheWay => {
                let status = status.to_string();
                self.fail(&said_with(Said::StoppedOnTheWay, &[("status", &status)]));
            }
        }
    }

    /// The server refused the photo.
    fn refuse(&self, findings: &[Finding]) {
        self.rest("");
        if findings.is_empty() {
            showing::complaint(&said(Said::Refused));
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
    pub(super) fn rest(&self, words: &str) {
        self.stay();
        self.input.set_disabled(false);
        page::show("photo-sending", false);
        page::show("photo-again", false);
        page::show("photo-send", true);
        Self::tell(words);
        page::say("photo-note", "");
    }

    /// Not on its way any more; what was under way is handed back.
    fn stay(&self) -> Option<Upload> {
        let mut stage = self.stage.borrow_mut();
        let stayed = if stage.is_leaving() {
            PickerStage::Usable(stage.care())
        } else {
            return None;
        };
        match std::mem::replace(&mut *stage, stayed) {
            PickerStage::Sending(_, upload) => Some(upload),
            _ => None,
        }
    }

    /// Breaks it off.
    pub(super) fn cancel(&self) {
        // Taken out first: breaking it off tells news at once.
        let upload = self.stay();
        if let Some(upload) = upload {
            upload.cancel();
        }
    }
}

/// Where to go next: a page of ours, or this one when the answer names none.
fn next(answer: Option<&Answer>, otherwise: &str) -> String {
    let path = answer
        .and_then(|answer| answer.get("next")?.text())
        .unwrap_or_default();
    let is_ours = path.starts_with('/') && !path.starts_with("//");
    if is_ours { path } else { otherwise.to_owned() }
}

/// The findings in an answer.
fn listed(answer: Option<&Answer>) -> Vec<Finding> {
    let list = answer.and_then(|answer| answer.get("findings"));
    findings(&list.map(|list| list.list()).unwrap_or_default())
}
