//! The languages the portal speaks.

use serde::{Deserialize, Serialize};

/// A language in which somebody is spoken to. It comes with each request, and is kept with
/// what is applied for, so that a mail can know it.
///
/// To add one: a variant here, a folder beside `app/src/words/ja`, and what the compiler asks
/// for then (`docs/CONTRIBUTING.md`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// 日本語.
    #[default]
    #[serde(rename = "ja")]
    Japanese,
    /// Japanese made unreadable: accented letters, 40 % longer, from right to left. For tests
    /// alone: no request can ask for it.
    #[serde(rename = "ar-XB")]
    Pseudo,
}

impl Language {
    /// Those that a visitor may be spoken to in.
    pub const OFFERED: [Self; 1] = [Self::Japanese];

    /// By BCP 47, as `lang` in HTML has it. The pseudo language has the name of its kind.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Japanese => "ja",
            Self::Pseudo => "ar-XB",
        }
    }

    /// Which way it is written, as `dir` in HTML has it.
    pub const fn direction(self) -> &'static str {
        match self {
            Self::Japanese => "ltr",
            Self::Pseudo => "rtl",
        }
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
