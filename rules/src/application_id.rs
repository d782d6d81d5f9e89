//! Application IDs (申請書ID).

use core::fmt;

use serde::{Deserialize, Serialize};

use crate::individual_number::holds_individual_number;
use crate::letters::{digit, is_blank, is_hyphen, is_unseen, narrow};
use crate::wire::{says_its_kind, travels_as_text};

/// The number printed at the top right of an application form: 23 digits.
///
/// How it is made up is not published, so it is taken as it is: no check digit is
/// assumed. It is tied to one person; `Debug` shows its last four digits only.
///
/// ```
/// use rules::ApplicationId;
/// let id = ApplicationId::parse("１２３４ 5678-9012 3456 7890 123")?;
/// assert_eq!(id.as_str(), "12345678901234567890123");
/// assert_eq!(id.grouped(), "1234 5678 9012 3456 7890 123");
/// assert_eq!(id.last_four(), "0123");
/// # Ok::<(), rules::ApplicationIdProblem>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ApplicationId(String);

/// Why a text is no application ID.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ApplicationIdProblem {
    /// Nothing was typed.
    Empty,
    /// It has another number of digits.
    Length {
        /// How many digits there are.
        count: usize,
    },
    /// It holds something that is no digit.
    Character(char),
    /// It holds a control character or one that cannot be seen.
    Control(char),
    /// It is an individual number (個人番号), which must not be given here.
    IndividualNumber,
}

impl ApplicationIdProblem {
    /// The class of the problem: `empty`, `length`, `charset` or `control`. An
    /// individual number is of the class `length`, as other numbers of twelve digits.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Length { .. } | Self::IndividualNumber => "length",
            Self::Character(_) => "charset",
            Self::Control(_) => "control",
        }
    }
}

impl ApplicationId {
    /// Digits of an application ID.
    pub const LENGTH: usize = 23;

    /// Reads an ID as people type it: full width, and with spaces or hyphens of
    /// any usual kind between the digits.
    ///
    /// # Errors
    /// When there are not exactly 23 digits, or anything else stands between them.
    pub fn parse(text: &str) -> Result<Self, ApplicationIdProblem> {
        let mut digits = String::with_capacity(Self::LENGTH);
        let mut count = 0_usize;
        for letter in text
            .chars()
            .filter(|letter| !is_blank(*letter) && !is_hyphen(*letter))
        {
            let value = digit(letter).ok_or_else(|| refused(letter))?;
            count = count.saturating_add(1);
            if count <= Self::LENGTH {
                digits.push(char::from(b'0' + value));
            }
        }
        match count {
            Self::LENGTH => Ok(Self(digits)),
            0 => Err(ApplicationIdProblem::Empty),
            _ if holds_individual_number(text) => Err(ApplicationIdProblem::IndividualNumber),
            _ => Err(ApplicationIdProblem::Length { count }),
        }
    }

    /// What was typed with digits in place of the letters that are taken for them: O for 0,
    /// l and I for 1. Only for what a person typed, who is told; a list of the office that
    /// holds letters is damaged.
    pub fn digits_for_letters(typed: &str) -> String {
        let digit = |letter| match narrow(letter) {
            'O' | 'o' => '0',
            'l' | 'I' | 'i' | '|' => '1',
            _ => letter,
        };
        typed.chars().map(digit).collect()
    }

    /// Digits in groups of four, however many, so that they can be compared with the paper;
    /// what holds anything else stays as it is.
    pub fn group(typed: &str) -> String {
        let is_digit = |letter: char| digit(letter).is_some();
        let is_between = |letter: char| is_blank(letter) || is_hyphen(letter);
        if !typed
            .chars()
            .all(|letter| is_digit(letter) || is_between(letter))
        {
            return typed.to_owned();
        }
        let digits: Vec<char> = typed.chars().filter(|letter| is_digit(*letter)).collect();
        let groups: Vec<String> = digits
            .chunks(4)
            .map(|group| group.iter().collect())
            .collect();
        groups.join(" ")
    }

    /// The 23 ASCII digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The digits in groups of four, as they are printed: `1234 5678 9012 3456 7890 123`.
    pub fn grouped(&self) -> String {
        Self::group(&self.0)
    }

    /// The last four digits: as much as a mail or a log line may hold.
    pub fn last_four(&self) -> &str {
        self.0.get(Self::LENGTH - 4..).unwrap_or_default()
    }
}

fn refused(letter: char) -> ApplicationIdProblem {
    if is_unseen(letter) {
        ApplicationIdProblem::Control(letter)
    } else {
        ApplicationIdProblem::Character(letter)
    }
}

impl fmt::Debug for ApplicationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ApplicationId(…{})", self.last_four())
    }
}

says_its_kind!(ApplicationIdProblem);
travels_as_text!(ApplicationId, ApplicationIdProblem);

#[cfg(test)]
mod tests {
    use super::*;

    const DIGITS: &str = "12345678901234567890123";

    #[test]
    fn letters_that_look_like_digits_are_read_as_such_only_where_it_is_wanted() {
        let typed = "I2345678９Ol2345678901234";
        assert!(ApplicationId::parse("1234567890123456789012O").is_err());
        let digits = ApplicationId::digits_for_letters("l234567890I2345678901２O");
        assert_eq!(digits, "123456789012345678901２0");
        assert!(ApplicationId::parse(&digits).is_ok());
        assert_eq!(ApplicationId::digits_for_letters(typed).len(), typed.len());
        assert_eq!(ApplicationId::digits_for_letters("ＯＩ５X"), "01５X");
    }

    #[test]
    fn digits_are_grouped_however_many_and_anything_else_stays() {
        assert_eq!(
            ApplicationId::group("12345678901234567890"),
            "1234 5678 9012 3456 7890"
        );
        assert_eq!(ApplicationId::group("12-345 6"), "1234 56");
        assert_eq!(ApplicationId::group("１２３４５"), "１２３４ ５");
        assert_eq!(ApplicationId::group("12345x"), "12345x");
        assert_eq!(ApplicationId::group(""), "");
    }

    #[test]
    fn the_usual_ways_of_typing_give_the_same_id() {
        let id = ApplicationId::parse(DIGITS).unwrap();
        for text in [
            "1234 5678 9012 3456 7890 123",
            "1234-5678-9012-3456-7890-123",
            "1234−5678ー9012‐3456－7890―123",
            "１２３４５６７８９０１２３４５６７８９０１２３",
            "　1234　5678 9012 3456 7890 123\r\n",
        ] {
            assert_eq!(ApplicationId::parse(text), Ok(id.clone()), "{text}");
        }
        assert_eq!(ApplicationId::parse(&id.grouped()), Ok(id));
    }

    #[test]
    fn another_number_of_digits_is_refused_with_the_count() {
        let wrong = |text: &str| ApplicationId::parse(text).unwrap_err();
        assert_eq!(
            wrong(&DIGITS[1..]),
            ApplicationIdProblem::Length { count: 22 }
        );
        assert_eq!(
            wrong(&format!("{DIGITS}4")),
            ApplicationIdProblem::Length { count: 24 }
        );
        assert_eq!(
            wrong(&"9".repeat(65_536)),
            ApplicationIdProblem::Length { count: 65_536 }
        );
        assert_eq!(wrong(" - "), ApplicationIdProblem::Empty);
    }

    #[test]
    fn other_letters_are_named() {
        let wrong = |text: &str| ApplicationId::parse(text).unwrap_err();
        assert_eq!(wrong("1234O"), ApplicationIdProblem::Character('O'));
        assert_eq!(wrong("12٣4"), ApplicationIdProblem::Character('٣'));
        assert_eq!(
            wrong("12\u{200b}34"),
            ApplicationIdProblem::Control('\u{200b}')
        );
    }

    #[test]
    fn an_individual_number_is_told_apart() {
        assert_eq!(
            ApplicationId::parse("1234 5678 9018"),
            Err(ApplicationIdProblem::IndividualNumber)
        );
    }

    #[test]
    fn debug_shows_the_last_four_digits_only() {
        let id = ApplicationId::parse(DIGITS).unwrap();
        assert_eq!(format!("{id:?}"), "ApplicationId(…0123)");
    }
}
