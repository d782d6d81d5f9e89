//! Headings break between phrases, not inside words.

use std::sync::LazyLock;

use budouy::Parser;
use budouy::model::load_default_japanese_parser;
use leptos::prelude::*;
use rules::Language;

use crate::words::language;

/// The text with a place to break (`<wbr>`) before each phrase but the first. Chromium alone
/// finds them by itself (`word-break: auto-phrase`); whoever shows this sets `keep-all`.
pub(crate) fn phrases(text: &str) -> impl IntoView + use<> {
    static PARSER: LazyLock<Parser> = LazyLock::new(load_default_japanese_parser);

    // Other languages than Japanese have spaces, where a browser breaks by itself.
    let phrases = if language() == Language::Japanese {
        PARSER.parse(text)
    } else {
        vec![text.to_owned()]
    };
    let mut phrases = phrases.into_iter();
    let first = phrases.next();
    let rest = phrases.map(|phrase| view! { <wbr />{phrase} });
    view! { {first}{rest.collect_view()} }
}
