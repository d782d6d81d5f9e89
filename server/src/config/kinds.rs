//! The values settings are made of, where a plain number or text would allow
//! something wrong.

use std::fmt;
use std::num::NonZeroU32;
use std::path::Path;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A count, a size or a time that cannot be zero; its unit is in the key's name.
pub type Count = NonZeroU32;

/// A count written into the program; zero would become one.
pub(super) const fn count(number: u32) -> Count {
    match Count::new(number) {
        Some(count) => count,
        None => Count::MIN,
    }
}

/// Where the portal is reached from outside: scheme and host, with a port where
/// it is not the usual one. Prints without a slash at the end, so that a path
/// follows directly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BaseUrl {
    secure: bool,
    text: String,
}

/// Why a text is no base URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BaseUrlProblem {
    /// It is no URL at all.
    #[error("not a URL; it looks like https://card.example.jp")]
    NoUrl,
    /// Its scheme is another one.
    #[error("a URL that begins with https:// (or http:// in a demonstration)")]
    Scheme,
    /// It has a path, a query, a fragment or a user.
    #[error("only scheme and host, without a path, a query or a user")]
    More,
}

impl BaseUrl {
    /// Where a demonstration on this machine is reached.
    pub(super) fn local() -> Self {
        Self {
            secure: false,
            text: "http://localhost:3000".to_owned(),
        }
    }

    /// Whether browsers reach the portal over TLS.
    pub fn is_https(&self) -> bool {
        self.secure
    }

    /// Whether its host is this machine.
    pub fn is_on_this_machine(&self) -> bool {
        let url = url::Url::parse(&self.text);
        url.is_ok_and(|url| match url.host() {
            Some(url::Host::Domain(name)) => name == "localhost",
            Some(url::Host::Ipv4(address)) => address.is_loopback(),
            Some(url::Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        })
    }

    /// The URL without a slash at the end; also what a browser sends as `Origin`.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl FromStr for BaseUrl {
    type Err = BaseUrlProblem;

    fn from_str(text: &str) -> Result<Self, BaseUrlProblem> {
        let url = url::Url::parse(text).map_err(|_| BaseUrlProblem::NoUrl)?;
        if !matches!(url.scheme(), "https" | "http") {
            return Err(BaseUrlProblem::Scheme);
        }
        let bare = url.origin().ascii_serialization();
        if url.as_str() != format!("{bare}/") {
            return Err(BaseUrlProblem::More);
        }
        Ok(Self {
            secure: url.scheme() == "https",
            text: bare,
        })
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl TryFrom<String> for BaseUrl {
    type Error = BaseUrlProblem;

    fn try_from(text: String) -> Result<Self, BaseUrlProblem> {
        text.parse()
    }
}

impl From<BaseUrl> for String {
    fn from(url: BaseUrl) -> Self {
        url.text
    }
}

/// One line of words for people or for the head of a mail: not empty, at most
/// [`Line::MOST_CHARACTERS`], without a control character, so that it can never
/// begin another line or another header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Line(String);

/// Why a text is not one line of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineProblem {
    /// Nothing, or only spaces.
    #[error("must not be empty")]
    Empty,
    /// Longer than [`Line::MOST_CHARACTERS`].
    #[error("too long: at most {} characters", Line::MOST_CHARACTERS)]
    TooLong,
    /// A line end or another control character.
    #[error("must be one line without control characters")]
    Control,
}

impl Line {
    /// More than any name or subject needs.
    pub const MOST_CHARACTERS: usize = 200;

    /// Reads a line; spaces around it are dropped.
    ///
    /// # Errors
    /// [`LineProblem`] says what is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, LineProblem> {
        let text = text.trim_matches(' ');
        if text
            .chars()
            .any(|letter| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}'))
        {
            return Err(LineProblem::Control);
        }
        if text.trim().is_empty() {
            return Err(LineProblem::Empty);
        }
        if text.chars().count() > Self::MOST_CHARACTERS {
            return Err(LineProblem::TooLong);
        }
        Ok(Self(text.to_owned()))
    }

    /// Words that are part of the program, from a file: its first line.
    pub(super) fn embedded(file: &'static str) -> Self {
        Self(file.lines().next().unwrap_or_default().to_owned())
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Line {
    type Error = LineProblem;

    fn try_from(text: String) -> Result<Self, LineProblem> {
        Self::parse(&text)
    }
}

impl From<Line> for String {
    fn from(line: Line) -> Self {
        line.0
    }
}

/// A password or key. Prints nothing of itself and is never written out.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Secret(Box<str>);

/// Why a secret cannot be had. Says nothing of its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SecretProblem {
    /// Nothing in it.
    #[error("is empty")]
    Empty,
    /// The file cannot be read.
    #[error("cannot be read ({0})")]
    Unreadable(std::io::ErrorKind),
    /// Both the secret and a file for it are given.
    #[error("is given twice, in the environment and as a file: give one")]
    Twice,
}

impl Secret {
    /// The secret itself: to be handed to what needs it and to nothing else.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The secret from the environment or from its file, whichever is given;
    /// line ends at the end of the file do not belong to it.
    ///
    /// # Errors
    /// [`SecretProblem`] when both are given or the file gives nothing.
    pub fn from_either(
        direct: Option<&Self>,
        file: Option<&Path>,
    ) -> Result<Option<Self>, SecretProblem> {
        match (direct, file) {
            (Some(_), Some(_)) => Err(SecretProblem::Twice),
            (Some(secret), None) => Ok(Some(secret.clone())),
            (None, None) => Ok(None),
            (None, Some(file)) => {
                let text = std::fs::read_to_string(file)
                    .map_err(|fault| SecretProblem::Unreadable(fault.kind()))?;
                Self::try_from(text.trim_end_matches(['\r', '\n']).to_owned()).map(Some)
            }
        }
    }
}

impl TryFrom<String> for Secret {
    type Error = SecretProblem;

    fn try_from(text: String) -> Result<Self, SecretProblem> {
        if text.is_empty() {
            Err(SecretProblem::Empty)
        } else {
            Ok(Self(text.into()))
        }
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

impl Serialize for Secret {
    /// # Errors
    /// Always: a secret is never written out.
    fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("a secret is never written out"))
    }
}
