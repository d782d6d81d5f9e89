//! What the page shows about a photo.

use rules::photo::{Finding, Inspection, Weight};
use web_sys::{File, HtmlElement};

use crate::browser::{file, page};
use crate::text;
use crate::text::islands::photo as words;

const FINDINGS: &str = "photo-findings";

/// Lists everything that was found, each with its remedy.
pub(super) fn findings(findings: &[Finding]) {
    clear_findings();
    if !findings.is_empty() {
        let is_refused = findings
            .iter()
            .any(|finding| finding.weight() == Weight::Refuses);
        let title = if is_refused {
            words::REFUSED
        } else {
            words::GOOD
        };
        state(title, is_refused);
        let _ = list(findings);
    }
}

/// Says one thing in the place of the findings.
pub(super) fn complaint(words: &str) {
    clear_findings();
    state(words, true);
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
pub(super) fn picture(picked: &File, inspection: &Inspection) {
    hide_picture();
    if let (Some(picture), Some(address)) = (page::element("photo-picture"), file::address(picked))
    {
        page::set(&picture, "src", &address);
        page::say("photo-facts", &words::facts(&inspection.facts));
        page::show("photo-picked", true);
    }
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

fn state(title: &str, is_refused: bool) {
    if let (Some(place), Some(title)) = (page::element(FINDINGS), page::new_words("p", title)) {
        page::set(
            &place,
            "data-state",
            if is_refused { "error" } else { "good" },
        );
        page::append(&place, &title);
    }
}

fn list(findings: &[Finding]) -> Option<()> {
    let list = page::new_element("ul")?;
    for finding in findings {
        page::append(&list, &line(finding)?);
    }
    page::append(&page::element(FINDINGS)?, &list);
    Some(())
}

fn line(finding: &Finding) -> Option<HtmlElement> {
    let words = text::finding(finding);
    let line = page::new_element("li")?;
    page::append(&line, &page::new_words("strong", &words.what)?);
    page::append(&line, &page::new_words("span", words.remedy)?);
    Some(line)
}
