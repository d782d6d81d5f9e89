//! Every word people read, in one place, chosen for each request.
//!
//! What sentences there are, and which gaps they have, stands in the structures of this
//! folder, once for all languages; the sentences stand in a folder for each language
//! ([`ja`]). A sentence that is missing, or whose gaps differ, does not compile. What is
//! said when is decided here; how numbers and dates are put together is not a matter of
//! words (`crate::numbers`, `crate::dates`).
//!
//! None of it is in the modules that phones load: their parts find what they say in the
//! page (`crate::applicant::islands`).

mod calendar;
mod camera;
mod catalogue;
mod chosen;
mod concerns;
mod examples;
mod exceptions;
mod findings;
mod frame;
mod ja;
mod letters;
mod notices;
mod pages;
mod picker;
mod problems;
mod proof;
mod pseudo;
mod qr;
mod refusals;
mod said;
mod sentence;
mod sheet;
mod waiting;

use leptos::prelude::use_context;
use rules::Language;

pub use calendar::Calendar;
pub use catalogue::Words;
pub use chosen::{FindingWords, RefusalWords};
pub use exceptions::Reason;
pub use frame::Frame;
pub use letters::{LetterText, Letters};
pub use picker::Picker;
pub use sentence::{Template, Text};
pub use sheet::Sheet;

/// Finds the words of each language, and stops the build where a sentence has other gaps than
/// are declared.
macro_rules! spoken {
    ($($language:ident, $folder:ident, $tag:literal, $direction:literal;)+) => {
        impl Words {
            /// What is said in this language.
            pub fn of(language: Language) -> &'static Self {
                match language {
                    $(
                        Language::$language => {
                            static WORDS: Words = $folder::WORDS;
                            &WORDS
                        }
                    )+
                    Language::Pseudo => pseudo::words(),
                }
            }
        }

        $( const _: () = $folder::WORDS.check(); )+
    };
}
rules::languages!(spoken);

/// What this request is answered in: the server puts the language into context.
pub fn words() -> &'static Words {
    Words::of(language())
}

/// The language of this request.
pub fn language() -> Language {
    use_context().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Every sentence by where it stands.
    fn sentences(words: &Words) -> Vec<(String, Text)> {
        let mut all = Vec::new();
        words.changed(&mut |at, text| {
            all.push((at.to_owned(), text));
            text
        });
        all
    }

    #[test]
    fn every_sentence_has_a_place_of_its_own() {
        let all = sentences(&ja::WORDS);
        let places: BTreeSet<_> = all.iter().map(|(at, _)| at).collect();
        assert_eq!(places.len(), all.len());
        assert!(all.len() > 600, "only {} sentences", all.len());
        assert!(
            all.iter()
                .all(|(at, text)| !at.is_empty() && !text.is_empty())
        );
    }

    #[test]
    fn what_islands_take_apart_holds_no_sign_that_stands_between() {
        let calendar = sentences(&ja::WORDS).into_iter();
        for (at, text) in calendar.filter(|(at, _)| at.starts_with("calendar.")) {
            assert!(!text.contains('|'), "{at}");
        }
    }
}
