//! What an applicant agrees to, and as whom.

use serde::{Deserialize, Serialize};

use crate::wire::{says_its_kind, travels_as_text};
use crate::{AgeRange, Moment};

/// Who applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Applicant {
    /// The person the card is for, 15 or older (本人).
    Myself,
    /// A parent or guardian of a child under 15.
    Parent {
        /// The child is not one year old yet, and its card bears no photo.
        under_one: bool,
    },
    /// The legal representative of an adult ward (成年被後見人).
    Representative,
}

/// Why a birth date does not fit who applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum AgeProblem {
    /// A child under 15 cannot apply without a legal representative.
    NeedsRepresentative,
    /// The child was said to be under one year of age and is not.
    NotUnderOne,
    /// The person was said to be a child under 15 and is not.
    NotChild,
}

impl AgeProblem {
    /// The class of the problem.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::NeedsRepresentative => "needs_representative",
            Self::NotUnderOne => "not_under_one",
            Self::NotChild => "not_child",
        }
    }
}

says_its_kind!(AgeProblem);

impl Applicant {
    /// From this age on a person applies without a representative.
    pub const OWN_AGE: u8 = 15;

    /// Under this age a card bears no photo (since 2024-12-02).
    pub const PHOTO_AGE: u8 = 1;

    /// From this age on a card is valid to the tenth birthday, before to the fifth.
    pub const LONG_VALIDITY_AGE: u8 = 18;

    /// Compares with the age on the day of submission. A range that crosses an age is
    /// taken: only a person can tell, later.
    ///
    /// # Errors
    /// When every age in the range contradicts what was said.
    pub const fn check_age(self, age: AgeRange) -> Result<(), AgeProblem> {
        match self {
            Self::Myself if age.is_under(Self::OWN_AGE) => Err(AgeProblem::NeedsRepresentative),
            Self::Parent { .. } if age.has_reached(Self::OWN_AGE) => Err(AgeProblem::NotChild),
            Self::Parent { under_one: true } if age.has_reached(Self::PHOTO_AGE) => {
                Err(AgeProblem::NotUnderOne)
            }
            Self::Myself | Self::Parent { .. } | Self::Representative => Ok(()),
        }
    }

    /// Whether a person must look at the age: it crosses 1, 15 or 18 where that decides.
    pub const fn age_needs_a_person(self, age: AgeRange) -> bool {
        match self {
            Self::Myself => age.crosses(Self::OWN_AGE) || age.crosses(Self::LONG_VALIDITY_AGE),
            Self::Parent { .. } => age.crosses(Self::OWN_AGE) || age.crosses(Self::PHOTO_AGE),
            Self::Representative => age.crosses(Self::LONG_VALIDITY_AGE),
        }
    }

    /// Whether the photo step is part of this application.
    pub const fn needs_photo(self) -> bool {
        !matches!(self, Self::Parent { under_one: true })
    }

    /// Who applies, once the age is known: a child that is certainly under one year of
    /// age is one, whatever was said.
    #[must_use]
    pub const fn at_age(self, age: AgeRange) -> Self {
        match self {
            Self::Parent { .. } if age.is_under(Self::PHOTO_AGE) => {
                Self::Parent { under_one: true }
            }
            Self::Myself | Self::Parent { .. } | Self::Representative => self,
        }
    }

    /// Whether a legal representative applies for somebody else.
    pub const fn is_representative(self) -> bool {
        !matches!(self, Self::Myself)
    }
}

/// Which text of the terms was agreed to: the name its publisher gave it.
///
/// Guarantees 1 to [`Self::MOST`] ASCII letters, digits, dots, hyphens and low lines.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TermsVersion(String);

/// Why a text is no name of terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TermsVersionProblem {
    /// It is empty.
    Empty,
    /// It has more than [`TermsVersion::MOST`] characters.
    TooLong,
    /// It holds another character.
    Character(char),
}

impl TermsVersionProblem {
    /// The class of the problem: `empty`, `length` or `charset`.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "length",
            Self::Character(_) => "charset",
        }
    }
}

impl TermsVersion {
    /// Characters of a name.
    pub const MOST: usize = 64;

    /// Reads a name; nothing is forgiven.
    ///
    /// # Errors
    /// When it is empty, too long or holds another character.
    pub fn parse(text: &str) -> Result<Self, TermsVersionProblem> {
        let fits =
            |letter: &char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_');
        match text.chars().find(|letter| !fits(letter)) {
            Some(letter) => Err(TermsVersionProblem::Character(letter)),
            None if text.is_empty() => Err(TermsVersionProblem::Empty),
            None if text.len() > Self::MOST => Err(TermsVersionProblem::TooLong),
            None => Ok(Self(text.to_owned())),
        }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

says_its_kind!(TermsVersionProblem);
travels_as_text!(TermsVersion, TermsVersionProblem);

/// An agreement to the terms: by whom, to which text, when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Who applies.
    pub applicant: Applicant,
    /// The text agreed to.
    pub terms: TermsVersion,
    /// When.
    pub at: Moment,
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn age(least: u8, most: u8) -> AgeRange {
        AgeRange { least, most }
    }

    #[test]
    fn the_age_must_fit_who_applies() {
        let (myself, child) = (Applicant::Myself, Applicant::Parent { under_one: false });
        let infant = Applicant::Parent { under_one: true };
        for (applicant, age, verdict) in [
            (myself, age(15, 15), Ok(())),
            (myself, age(14, 14), Err(AgeProblem::NeedsRepresentative)),
            (myself, age(14, 15), Ok(())),
            (child, age(14, 14), Ok(())),
            (child, age(0, 0), Ok(())),
            (child, age(15, 15), Err(AgeProblem::NotChild)),
            (infant, age(0, 0), Ok(())),
            (infant, age(1, 1), Err(AgeProblem::NotUnderOne)),
            (infant, age(0, 1), Ok(())),
            (infant, age(15, 15), Err(AgeProblem::NotChild)),
            (Applicant::Representative, age(50, 50), Ok(())),
        ] {
            assert_eq!(applicant.check_age(age), verdict, "{applicant:?} {age:?}");
        }
    }

    #[test]
    fn a_person_is_asked_only_where_the_range_crosses_an_age_that_decides() {
        assert!(Applicant::Myself.age_needs_a_person(age(14, 15)));
        assert!(!Applicant::Myself.age_needs_a_person(age(0, 1)));
        assert!(Applicant::Parent { under_one: true }.age_needs_a_person(age(0, 1)));
        assert!(Applicant::Myself.age_needs_a_person(age(17, 18)));
        assert!(!Applicant::Myself.age_needs_a_person(age(18, 19)));
        assert!(Applicant::Representative.age_needs_a_person(age(17, 18)));
        assert!(!Applicant::Representative.age_needs_a_person(age(14, 15)));
    }

    #[test]
    fn only_infants_need_no_photo() {
        assert!(!Applicant::Parent { under_one: true }.needs_photo());
        assert!(Applicant::Parent { under_one: false }.needs_photo());
        assert!(Applicant::Myself.needs_photo());
    }

    #[test]
    fn names_of_terms_are_plain() {
        assert!(TermsVersion::parse("2026-11-22").is_ok());
        assert_eq!(TermsVersion::parse(""), Err(TermsVersionProblem::Empty));
        assert_eq!(
            TermsVersion::parse("第1版"),
            Err(TermsVersionProblem::Character('第'))
        );
        assert_eq!(
            TermsVersion::parse(&"1".repeat(65)),
            Err(TermsVersionProblem::TooLong)
        );
    }
}
