//! Contact names (メール連絡用氏名).

mod repertoire;
mod site;

use core::fmt;

use serde::{Deserialize, Serialize};

use crate::individual_number::holds_individual_number;
use crate::letters::{digit, is_blank, is_space, is_unseen, is_variation_selector};
use crate::wire::says_its_kind;

/// The name mails are addressed to.
///
/// Guarantees: not empty, at most [`Self::MOST_HALF_WIDTH`] half-width characters
/// or [`Self::MOST_FULL_WIDTH`] characters otherwise; only letters, kana and kanji
/// of JIS X 0208 and JIS X 0213:2004, digits, single spaces, hyphens, apostrophes,
/// full stops and middle dots. So it holds nothing that could end a mail header.
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

/// Why a text is no contact name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ContactNameProblem {
    /// Nothing was typed.
    Empty,
    /// There are too many characters.
    TooLong {
        /// How many there are.
        count: usize,
        /// How many there may be.
        most: usize,
    },
    /// It holds a character that is in neither table.
    Character(char),
    /// It holds a control character or one that cannot be seen.
    Control(char),
    /// A variant form of this character is asked for, which the tables cannot tell
    /// from the plain one.
    Variant(char),
    /// It holds neither letter nor digit, only spaces and signs.
    NoLetter,
    /// It holds an individual number (個人番号), which must not be given here.
    IndividualNumber,
    /// A full stop between these two letters makes it the address of a site, which mail
    /// programs turn into a link; a space behind the full stop mends it.
    SiteAddress {
        /// The letter before the full stop.
        before: char,
        /// The letter behind it.
        after: char,
    },
    /// It holds the word `www`, with which addresses of sites begin.
    SiteWord,
}

impl ContactNameProblem {
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
    pub const MOST_HALF_WIDTH: usize = 100;

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
        let name = composed(typed)?;
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

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Letters kept of an endless text: enough to know that it is too long.
const KEPT_AT_MOST: usize = 8 * ContactName::MOST_HALF_WIDTH;

/// The name with its combining marks put into their letters and its spaces single.
fn composed(typed: &str) -> Result<String, ContactNameProblem> {
    let mut name = String::with_capacity(typed.len().min(KEPT_AT_MOST));
    let mut last = None;
    let mut kept = 0_usize;
    for letter in typed.chars() {
        let letter = plain_space(letter);
        if let Some(joined) = last.and_then(|base| joined(base, letter)) {
            name.pop();
            name.push(joined);
            last = Some(joined);
            continue;
        }
        check(last, letter)?;
        if !(is_space(letter) && last.is_some_and(is_space)) {
            kept = kept.saturating_add(1);
            if kept > KEPT_AT_MOST {
                return Err(too_long(typed));
            }
            name.push(letter);
        }
        last = Some(letter);
    }
    Ok(name)
}

/// A no-break or typographic space as the ASCII one; the ideographic one stays.
fn plain_space(letter: char) -> char {
    match letter {
        '\u{3000}' => letter,
        // The Ångström sign is the letter Å, written by its other number.
        '\u{212b}' => 'Å',
        _ if is_space(letter) => ' ',
        _ => letter,
    }
}

/// The letter a base and a combining mark make together.
fn joined(base: char, mark: char) -> Option<char> {
    let (base, mark) = (
        u16::try_from(u32::from(base)).ok()?,
        u16::try_from(u32::from(mark)).ok()?,
    );
    let place = repertoire::COMPOSED
        .binary_search_by(|entry| (entry.0, entry.1).cmp(&(base, mark)))
        .ok()?;
    repertoire::COMPOSED
        .get(place)
        .and_then(|entry| char::from_u32(u32::from(entry.2)))
}

/// Refuses a letter that no name may hold after the one before it.
fn check(before: Option<char>, letter: char) -> Result<(), ContactNameProblem> {
    if repertoire_holds(letter) || is_sign(letter) || is_semi_voiced(before, letter) {
        Ok(())
    } else if is_variation_selector(letter) {
        Err(before.map_or(
            ContactNameProblem::Control(letter),
            ContactNameProblem::Variant,
        ))
    } else if is_unseen(letter) {
        Err(ContactNameProblem::Control(letter))
    } else {
        Err(ContactNameProblem::Character(letter))
    }
}

/// Whether a letter, kana or kanji may stand in a name: half width, or in the tables.
fn repertoire_holds(letter: char) -> bool {
    let code = u32::from(letter);
    match code {
        0x4e00..=0x9fff => {
            let offset = code - 0x4e00;
            let word = repertoire::KANJI
                .get((offset / 64) as usize)
                .copied()
                .unwrap_or_default();
            word >> (offset % 64) & 1 == 1
        }
        0x41..=0x5a | 0x61..=0x7a | 0xff66..=0xff9f => true,
        0..=0xffff => {
            let code = u16::try_from(code).unwrap_or_default();
            let run = repertoire::RUNS.partition_point(|run| run.1 < code);
            repertoire::RUNS.get(run).is_some_and(|run| run.0 <= code)
        }
        _ => u16::try_from(code.wrapping_sub(0x20000))
            .is_ok_and(|code| repertoire::SUPPLEMENTARY.binary_search(&code).is_ok()),
    }
}

/// Digits, spaces, hyphens, apostrophes, full stops and middle dots.
fn is_sign(letter: char) -> bool {
    matches!(
        letter,
        '0'..='9' | '０'..='９' | ' ' | '\u{3000}' | '-' | '‐' | '－' | '−' | '\'' | '’' | '＇' | '.' | '．' | '・' | '･'
    )
}

/// Whether this is the semi-voiced mark on a kana that JIS X 0213 has with it.
fn is_semi_voiced(before: Option<char>, letter: char) -> bool {
    letter == '\u{309a}'
        && before
            .and_then(|base| u16::try_from(u32::from(base)).ok())
            .is_some_and(|base| repertoire::SEMI_VOICED.binary_search(&base).is_ok())
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
