//! The languages the portal speaks.

use serde::{Deserialize, Serialize};

/// The list of languages, a line for each, handed to a macro: variant, folder of its words
/// (`app/src/words`), tag by BCP 47, direction. The line and the folder are all that a new one
/// takes (`docs/CONTRIBUTING.md`).
#[macro_export]
macro_rules! languages {
    ($declare:ident) => {
        $declare! {
            Japanese, ja, "ja", "ltr";
        }
    };
}

macro_rules! declare {
    ($($language:ident, $folder:ident, $tag:literal, $direction:literal;)+) => {
        /// A language in which somebody is spoken to. It comes with each request, and is kept
        /// with what is applied for, so that a mail can know it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum Language {
            $(
                #[doc = $tag]
                #[serde(rename = $tag)]
                $language,
            )+
            /// Japanese made unreadable: accented letters, 40 % longer, from right to left. For
            /// tests alone: no request can ask for it.
            #[serde(rename = "ar-XB")]
            Pseudo,
        }

        impl Language {
            /// Those that a visitor may be spoken to in.
            pub const OFFERED: &[Self] = &[$(Self::$language,)+];

            /// By BCP 47, as `lang` in HTML has it. The language of the tests has the name of
            /// its kind.
            pub const fn tag(self) -> &'static str {
                match self {
                    $(Self::$language => $tag,)+
                    Self::Pseudo => "ar-XB",
                }
            }

            /// Which way it is written, as `dir` in HTML has it.
            pub const fn direction(self) -> &'static str {
                match self {
                    $(Self::$language => $direction,)+
                    Self::Pseudo => "rtl",
                }
            }
        }
    };
}
languages!(declare);

impl Default for Language {
    fn default() -> Self {
        Self::Japanese
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_kept_under_its_tag() {
        for one in [Language::Japanese, Language::Pseudo] {
            assert_eq!(serde_json::to_value(one).unwrap(), one.tag());
        }
    }

    #[test]
    fn nobody_is_offered_the_language_of_the_tests() {
        assert!(!Language::OFFERED.contains(&Language::Pseudo));
    }
}
