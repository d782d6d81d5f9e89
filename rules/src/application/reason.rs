//! Why a case is returned, and what is said to its applicant.

use serde::{Deserialize, Serialize};

use crate::wire::{says_its_kind, travels_as_text};

/// The name of a reason in the office's catalogue, the same for check, staff and mail.
///
/// Guarantees 1 to [`Self::MOST`] small letters and low lines, a letter first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ReasonCode(String);

/// Why a text is no name of a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReasonCodeProblem {
    /// It is empty.
    Empty,
    /// It has more than [`ReasonCode::MOST`] letters.
    TooLong,
    /// It holds another character.
    Character,
}

impl ReasonCodeProblem {
    /// The class of the problem.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too_long",
            Self::Character => "charset",
        }
    }
}

says_its_kind!(ReasonCodeProblem);
travels_as_text!(ReasonCode, ReasonCodeProblem);

impl ReasonCode {
    /// Letters at most.
    pub const MOST: usize = 40;

    /// Reads a name.
    ///
    /// # Errors
    /// [`ReasonCodeProblem`].
    pub fn parse(text: &str) -> Result<Self, ReasonCodeProblem> {
        let is_name = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
        if text.is_empty() {
            Err(ReasonCodeProblem::Empty)
        } else if text.len() > Self::MOST {
            Err(ReasonCodeProblem::TooLong)
        } else if !text.bytes().all(is_name) || text.starts_with('_') {
            Err(ReasonCodeProblem::Character)
        } else {
            Ok(Self(text.to_owned()))
        }
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The reasons of one return: at least one, each once, [`Self::MOST`] at most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<ReasonCode>", into = "Vec<ReasonCode>")]
pub struct Reasons(Vec<ReasonCode>);

/// Why a list is none of reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReasonsProblem {
    /// There is none.
    None,
    /// There are more than [`Reasons::MOST`].
    TooMany,
    /// One stands there twice.
    Twice,
}

impl ReasonsProblem {
    /// The class of the problem.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::None => "empty",
            Self::TooMany => "too_many",
            Self::Twice => "twice",
        }
    }
}

says_its_kind!(ReasonsProblem);

impl Reasons {
    /// Reasons at most: more tell nobody anything.
    pub const MOST: usize = 12;

    /// The reasons, in the order in which they are said.
    pub fn as_slice(&self) -> &[ReasonCode] {
        &self.0
    }
}

impl TryFrom<Vec<ReasonCode>> for Reasons {
    type Error = ReasonsProblem;

    fn try_from(codes: Vec<ReasonCode>) -> Result<Self, ReasonsProblem> {
        let mut rest = codes.as_slice();
        while let [first, others @ ..] = rest {
            if others.contains(first) {
                return Err(ReasonsProblem::Twice);
            }
            rest = others;
        }
        match codes.len() {
            0 => Err(ReasonsProblem::None),
            1..=Self::MOST => Ok(Self(codes)),
            _ => Err(ReasonsProblem::TooMany),
        }
    }
}

impl From<Reasons> for Vec<ReasonCode> {
    fn from(reasons: Reasons) -> Self {
        reasons.0
    }
}

/// One line that a member of staff writes: 1 to [`Self::MOST`] characters, none of them a
/// control character or a line break, blanks cut off at both ends.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Line(String);

/// Why a text is no line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineProblem {
    /// It is empty.
    Empty,
    /// It has more than [`Line::MOST`] characters.
    TooLong,
    /// It holds a control character or a line break.
    Control,
}

impl LineProblem {
    /// The class of the problem.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too_long",
            Self::Control => "control",
        }
    }
}

says_its_kind!(LineProblem);
travels_as_text!(Line, LineProblem);

impl core::fmt::Debug for Line {
    /// Whatever a person wrote stays out of logs.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Line(…)")
    }
}

impl Line {
    /// Characters at most.
    pub const MOST: usize = 200;

    /// Reads a line.
    ///
    /// # Errors
    /// [`LineProblem`].
    pub fn parse(text: &str) -> Result<Self, LineProblem> {
        let text = text.trim();
        if text.is_empty() {
            Err(LineProblem::Empty)
        } else if text.chars().count() > Self::MOST {
            Err(LineProblem::TooLong)
        } else if text.chars().any(char::is_control) {
            Err(LineProblem::Control)
        } else {
            Ok(Self(text.to_owned()))
        }
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
