//! What the page shows about a photo.

use rules::photo::{Finding, Inspection, Weight};
use web_sys::{Element, File, HtmlImageElement};

use crate::browser::{file, page};
use crate::text;
use crate::text::islands::photo as words;

const FINDINGS: &str = "photo-findings";

/// Lists everything that was found, each with its remedy; nothing if all is well.
pub(super) fn findings(findings: &[Finding]) -> Option<()> {
    clear_findings();
    if findings.is_empty() {
        return None;
    }
    let is_refused = findings.iter().any(|finding| finding.weight() == Weight::Refuses);
    let place = page::element::<Element>(FINDINGS)?;
    let list = page::new_element("ul")?;
    for finding in findings {
        list.append_child(line(finding)?.as_ref()).ok()?;
    }
    let title = if is_refused { words::REFUSED } else { words::GOOD };
    place.set_attribute("data-state", if is_refused { "error" } else { "good" }).ok()?;
    place.append_child(paragraph(title)?.as_ref()).ok()?;
    place.append_child(list.as_ref()).ok().map(drop)
}

/// Says one thing in the place of the findings.
pub(super) fn complaint(words: &str) -> Option<()> {
    clear_findings();
    let place = page::element::<Element>(FINDINGS)?;
    place.set_attribute("data-state", "error").ok()?;
    place.append_child(paragraph(words)?.as_ref()).ok().map(drop)
}

/// Takes the findings away.
pub(super) fn clear_findings() {
    page::say(FINDINGS, "");
    if let Some(place) = page::element::<Element>(FINDINGS) {
        // An attribute that is not there is taken away without complaint.
        let _ = place.remove_attribute("data-state");
    }
}

/// Brings the findings to those who sent the form off.
pub(super) fn go_to_findings() {
    page::focus(FINDINGS);
}

/// Shows the picture with its facts; [`hide_picture`] ends it.
pub(super) fn picture(picked: &File, inspection: &Inspection) -> Option<()> {
    hide_picture();
    let picture = page::element::<HtmlImageElement>("photo-picture")?;
    picture.set_src(&file::address(picked)?);
    page::say("photo-facts", &words::facts(&inspection.facts));
    page::show("photo-picked", true);
    Some(())
}

/// Takes the picture away and lets go of its file.
pub(super) fn hide_picture() {
    page::show("photo-picked", false);
    if let Some(picture) = page::element::<HtmlImageElement>("photo-picture")
        && let Some(address) = picture.get_attribute("src")
    {
        file::give_back(&address);
        let _ = picture.remove_attribute("src");
    }
}

fn line(finding: &Finding) -> Option<Element> {
    let words = text::finding(finding);
    let line = page::new_element("li")?;
    let what = page::new_element("strong")?;
    what.set_text_content(Some(&words.what));
    line.append_child(&what).ok()?;
    let remedy = page::new_element("span")?;
    remedy.set_text_content(Some(words.remedy));
    line.append_child(&remedy).ok()?;
    Some(line)
}

fn paragraph(words: &str) -> Option<Element> {
    let paragraph = page::new_element("p")?;
    paragraph.set_text_content(Some(words));
    Some(paragraph)
}
