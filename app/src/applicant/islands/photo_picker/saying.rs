//! Finding in the page what the picker says.

use rules::photo::Finding;
use web_sys::HtmlElement;

use super::said::Said;
use crate::browser::page;
use crate::fill::fill;
use crate::numbers::measured;

/// The template in which the sentences stand.
const WORDS: &str = "photo-words";

/// A sentence.
pub(super) fn said(said: Said) -> String {
    page::copy(WORDS, &said.name())
        .and_then(|copy| copy.text_content())
        .unwrap_or_default()
}

/// A sentence with its gaps filled in.
pub(super) fn said_with(sentence: Said, gaps: &[(&str, &str)]) -> String {
    fill(&said(sentence), gaps)
}

/// The line under this name: what was found, and its remedy.
pub(super) fn line(name: &str) -> Option<HtmlElement> {
    page::copy(WORDS, name)
}

/// The line for a finding of the file, with what was measured.
pub(super) fn line_of(finding: &Finding) -> Option<HtmlElement> {
    let mut name = finding.code().to_owned();
    if let Finding::NotJpeg { kind } = finding {
        name.push('-');
        name.push_str(kind.code());
    }
    let line = line(&name)?;
    if let Some((gap, value)) = measured(finding)
        && let Some(what) = line.first_element_child()
    {
        let words = what.text_content().unwrap_or_default();
        what.set_text_content(Some(&fill(&words, &[(gap, &value)])));
    }
    Some(line)
}
