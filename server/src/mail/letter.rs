//! A letter as it is before it becomes a mail.

use std::fmt;
use std::str::FromStr;

use rules::{MailAddress, Moment};

use crate::config::Line;

/// The name of a mail, given when its row is put into the outbox and the same in
/// every try: it becomes the `Message-ID`, so that a mail program recognises a
/// mail that arrives twice.
///
/// Letters, digits, `.`, `_` and `-` only, at most [`MailId::MOST`] of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MailId(String);

/// The text is not the name of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a mail")]
pub struct MailIdProblem;

impl MailId {
    /// Characters of a name.
    pub const MOST: usize = 64;

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for MailId {
    type Err = MailIdProblem;

    fn from_str(text: &str) -> Result<Self, MailIdProblem> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
        // An atom (RFC 5322, 3.2.3): dots stand between other characters.
        let atoms = text
            .split('.')
            .all(|atom| !atom.is_empty() && atom.bytes().all(plain));
        if atoms && text.len() <= Self::MOST {
            Ok(Self(text.to_owned()))
        } else {
            Err(MailIdProblem)
        }
    }
}

impl fmt::Display for MailId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A letter: plain text in Japanese, to one person.
///
/// Holds links and codes. Its `Debug` shows neither text nor subject and masks the
/// address.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    /// The mail's name.
    pub id: MailId,
    /// Where it goes.
    pub to: MailAddress,
    /// The contact name (メール連絡用氏名) of the person it goes to; none before they have
    /// shown that the address is theirs.
    pub name: Option<Line>,
    /// Subject; cannot begin another header.
    pub subject: Line,
    /// Text; lines end with LF.
    pub body: String,
    /// When it was written; becomes the mail's date.
    pub written_at: Moment,
}

impl fmt::Debug for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Letter")
            .field("id", &self.id)
            .field("to", &self.to.masked())
            .field("written_at", &self.written_at)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_mail_cannot_hold_what_means_something_in_a_header() {
        for text in [
            "",
            "a b",
            "a>b",
            "<a",
            "a@b",
            "a\r\nb",
            "a\0",
            "é",
            ".a",
            "a.",
            "a..b",
            &"a".repeat(65),
        ] {
            assert_eq!(text.parse::<MailId>(), Err(MailIdProblem), "{text:?}");
        }
        for text in ["a", "0f3c", "link.7_x-Y", &"a".repeat(64)] {
            assert_eq!(text.parse::<MailId>().unwrap().as_str(), text);
        }
    }
}
