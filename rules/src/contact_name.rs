//! Contact names (メール連絡用氏名).

mod han_variants;
mod letters;
mod nearest;
mod problem;
mod repertoire;
mod site;

use core::fmt;

use serde::{Deserialize, Serialize};

use crate::individual_number::holds_individual_number;
use crate::letters::{digit, is_blank, is_variation_selector};

use crate::wire::says_its_kind;
use letters::{KEPT_AT_MOST, check, check_letters, composed, repertoire_holds};
pub use problem::ContactNameProblem;
use problem::MOST_HALF_WIDTH;

/// The name mails are addressed to.
///
/// Guarantees: not empty, at most [`Self::MOST_HALF_WIDTH`] half-width characters
/// or [`Self::MOST_FULL_WIDTH`] characters otherwise; only letters, kana and kanji
/// of JIS X 0208 and JIS X 0213:2004, digits, single spaces, hyphens, apostrophes,
/// full stops, middle dots, round brackets and the double hyphen of katakana names. So it
/// holds nothing that could end a mail header.
///
/// [`Self::parse`] takes none that holds the address of a site. What was taken before that
/// rule is still read back (`serde`), so that an application under way is not lost.
///
/// Letters written as a base and a combining mark are put together. The
/// compatibility kanji of JIS X 0213 (神, 福 in their older forms) are kept as typed:
/// Unicode's NFC would turn them into other letters, and it is somebody's name.
///
/// ```
/// use rules::{ContactName, ContactNameProblem};
/// assert_eq!(ContactName::parse("　山﨑　太郎 ")?.as_str(), "山﨑　太郎");
/// assert_eq!(ContactName::parse("𠮷野"), Err(ContactNameProblem::Character('𠮷')));
/// # Ok::<(), ContactNameProblem>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ContactName(String);

impl ContactNameProblem {
    /// The letter that a name may hold and that is nearest to the one it may not.
    pub fn nearest(self) -> Option<char> {
        match self {
            Self::Character(letter) => nearest::nearest(letter),
            Self::Variant(letter) => Some(letter),
            Self::Empty
            | Self::TooLong { .. }
            | Self::Control(_)
            | Self::NoLetter
            | Self::IndividualNumber
            | Self::SiteAddress { .. }
            | Self::SiteWord => None,
        }
    }

    /// The class of the problem: `empty`, `length`, `charset`, `control` or `syntax`.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong { .. } => "length",
            Self::Character(_) | Self::Variant(_) => "charset",
            Self::Control(_) => "control",
            Self::NoLetter | Self::IndividualNumber | Self::SiteAddress { .. } | Self::SiteWord => {
                "syntax"
            }
        }
    }
}

impl ContactName {
    /// Characters of a name that is all half width (ASCII or half-width katakana).
    pub const MOST_HALF_WIDTH: usize = MOST_HALF_WIDTH;

    /// Characters of any other name.
    pub const MOST_FULL_WIDTH: usize = 50;

    /// Reads a name as people type it. Blanks around it are left out, and of several
    /// spaces in a row the first is kept.
    ///
    /// # Errors
    /// The first character that cannot be taken; then a number that must not be
    /// given; then the length; then the address of a site.
    pub fn parse(text: &str) -> Result<Self, ContactNameProblem> {
        let name = Self::read_back(text)?;
        site::check(&name.0)?;
        Ok(name)
    }

    /// Reads a name that was taken once.
    fn read_back(text: &str) -> Result<Self, ContactNameProblem> {
        let typed = text.trim_matches(is_blank);
        if typed.is_empty() {
            return Err(ContactNameProblem::Empty);
        }
        let (name, is_endless) = composed(typed);
        check_letters(&name)?;
        if is_endless {
            return Err(too_long(typed));
        }
        if holds_individual_number(&name) {
            return Err(ContactNameProblem::IndividualNumber);
        }
        check_length(&name)?;
        if !name
            .chars()
            .any(|letter| repertoire_holds(letter) || digit(letter).is_some())
        {
            return Err(ContactNameProblem::NoLetter);
        }
        Ok(Self(name))
    }

    /// The name with the nearest letter in place of each that no name may hold (髙橋 as
    /// 高橋, Nguyễn as Nguyen); none where a letter has no nearest, or where the name is
    /// refused for something else. To be offered, never to be taken unasked.
    pub fn nearest(text: &str) -> Option<Self> {
        let typed = text.trim_matches(is_blank);
        let mut near = String::with_capacity(typed.len().min(KEPT_AT_MOST));
        let mut last = None;
        for letter in composed(typed)
            .0
            .chars()
            .filter(|it| !is_variation_selector(*it))
        {
            near.push(match check(last, letter) {
                Ok(()) => letter,
                Err(_) => nearest::nearest(letter)?,
            });
            last = Some(letter);
        }
        Self::parse(&near).ok()
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn check_length(name: &str) -> Result<(), ContactNameProblem> {
    if count(name) > most(name) {
        Err(too_long(name))
    } else {
        Ok(())
    }
}

fn too_long(name: &str) -> ContactNameProblem {
    ContactNameProblem::TooLong {
        count: count(name),
        most: most(name),
    }
}

/// A kana and its semi-voiced mark are one character.
fn count(name: &str) -> usize {
    name.chars().filter(|letter| *letter != '\u{309a}').count()
}

fn most(name: &str) -> usize {
    let half_width = |letter| matches!(letter, ' '..='~' | '\u{ff61}'..='\u{ff9f}');
    if name.chars().all(half_width) {
        ContactName::MOST_HALF_WIDTH
    } else {
        ContactName::MOST_FULL_WIDTH
    }
}

impl fmt::Debug for ContactName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ContactName(…)")
    }
}

says_its_kind!(ContactNameProblem);

impl core::str::FromStr for ContactName {
    type Err = ContactNameProblem;

    fn from_str(text: &str) -> Result<Self, ContactNameProblem> {
        Self::parse(text)
    }
}

impl TryFrom<String> for ContactName {
    type Error = ContactNameProblem;

    fn try_from(text: String) -> Result<Self, ContactNameProblem> {
        Self::read_back(&text)
    }
}

impl From<ContactName> for String {
    fn from(name: ContactName) -> Self {
        name.0
    }
}
