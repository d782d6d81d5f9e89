//! What the page shows about a photo.

use photo_check::Concern;
use rules::photo::{Facts, Finding, Inspection, QuarterTurn, Weight};
use web_sys::{Blob, HtmlElement};

use super::said::Said;
use super::saying::{line, line_of, said, said_with};
use crate::applicant::islands::photo_checker::Report;
use crate::browser::{file, page};
use crate::numbers::size;

const FINDINGS: &str = "photo-findings";
/// Where it is said that the picture was turned.
pub(super) const TURNED: &str = "photo-turned";

/// Lists everything that was found in a file, each with its remedy.
pub(super) fn findings(findings: &[Finding]) {
    let is_refused = findings
        .iter()
        .any(|finding| finding.weight() == Weight::Refuses);
    let state = if is_refused {
        State::Refused
    } else {
        State::Good
    };
    list(state, findings.iter().filter_map(line_of));
}

/// Lists everything that a check found, refusing ones first.
pub(super) fn report(report: &Report) {
    let state = if report.refuses() {
        State::Refused
    } else if report.advises() {
        State::Advised
    } else {
        State::Good
    };
    let in_picture = report
        .picture
        .iter()
        .filter_map(|(concern, _)| of_picture(*concern));
    list(
        state,
        report.file.iter().filter_map(line_of).chain(in_picture),
    );
}

/// Says one thing in the place of the findings.
pub(super) fn complaint(words: &str) {
    clear_findings();
    title(State::Refused, words);
}

/// Takes the findings away.
pub(super) fn clear_findings() {
    page::say(FINDINGS, "");
    if let Some(place) = page::element(FINDINGS) {
        page::unset(&place, "data-state");
    }
}

/// Brings the findings to those who sent the form off.
pub(super) fn go_to_findings() {
    page::focus(FINDINGS);
}

/// Shows the picture with its facts; [`hide_picture`] ends it.
pub(super) fn picture(picked: &Blob, inspection: &Inspection) {
    hide_picture();
    if let (Some(picture), Some(address)) = (page::element("photo-picture"), file::address(picked))
    {
        page::set(&picture, "src", &address);
        page::say("photo-facts", &facts(&inspection.facts));
        page::show("photo-picked", true);
    }
}

/// Says whether the picture was turned by its face, and how to turn it another way.
pub(super) fn turned(turn: QuarterTurn) {
    let mut says = String::new();
    if !turn.is_none() {
        says.push_str(&said(Said::Turned));
        says.push_str(&said(Said::TurnBack));
    }
    page::say(TURNED, &says);
}

/// Takes the picture away and lets go of its file.
pub(super) fn hide_picture() {
    page::show("photo-picked", false);
    if let Some(picture) = page::element("photo-picture")
        && let Some(address) = picture.get_attribute("src")
    {
        file::give_back(&address);
        page::unset(&picture, "src");
    }
}

/// What the findings come to.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Refused,
    Advised,
    Good,
}

impl State {
    fn title(self) -> String {
        match self {
            Self::Refused => said(Said::Refused),
            // A trial has nothing that could be used all the same.
            Self::Advised => page::element("photo-form")
                .and_then(|form| form.get_attribute("data-advised"))
                .unwrap_or_default(),
            Self::Good => said(Said::Good),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Refused => "error",
            Self::Advised => "warn",
            Self::Good => "good",
        }
    }
}

fn list(state: State, lines: impl Iterator<Item = HtmlElement>) {
    clear_findings();
    let mut lines = lines.peekable();
    if lines.peek().is_none() {
        return;
    }
    title(state, &state.title());
    if let (Some(place), Some(list)) = (page::element(FINDINGS), page::new_element("ul")) {
        for line in lines {
            page::append(&list, &line);
        }
        page::append(&place, &list);
    }
}

fn title(state: State, title: &str) {
    if let (Some(place), Some(title)) = (page::element(FINDINGS), page::new_words("p", title)) {
        page::set(&place, "data-state", state.name());
        page::append(&place, &title);
    }
}

fn of_picture(concern: Concern) -> Option<HtmlElement> {
    let line = line(concern.code())?;
    // A page may have no examples.
    if let Some(example) = page::copy("finding-examples", concern.code()) {
        page::append(&line, &example);
    }
    Some(line)
}

/// Size of the picture, where it is known, and of its file.
fn facts(facts: &Facts) -> String {
    let of_file = size(facts.bytes);
    if facts.width == 0 || facts.height == 0 {
        return of_file;
    }
    let (width, height) = (facts.width.to_string(), facts.height.to_string());
    let gaps = [("width", &*width), ("height", &height), ("size", &of_file)];
    said_with(Said::PictureSize, &gaps)
}
