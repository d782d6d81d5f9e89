//! What an application is made of: contact, photo, details (申請情報).

use serde::{Deserialize, Serialize};

use crate::photo::{QuarterTurn, Weight};
use crate::wire::{says_its_kind, travels_as_text};
use crate::{AgeRange, Applicant, BirthDate, BrailleName, ContactName, Language, MailAddress};

/// Whom mails about an application go to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The name they begin with.
    pub name: ContactName,
    /// Where they are sent.
    pub mail: MailAddress,
    /// In which language. Applications of older versions say nothing of it.
    #[serde(default)]
    pub language: Language,
}

/// Which electronic certificates (電子証明書) are put on the card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Certificates {
    /// For signing (署名用).
    pub signature: bool,
    /// For proving who one is (利用者証明用).
    pub authentication: bool,
}

impl Certificates {
    /// Both kinds: what is issued unless it is declined.
    pub const BOTH: Self = Self {
        signature: true,
        authentication: true,
    };

    /// What is proposed: both, but none for signing where the person is certainly
    /// under 15 or an adult ward, to whom it is not issued as a rule.
    pub const fn usual(applicant: Applicant, age: AgeRange) -> Self {
        let under_age = age.is_under(Applicant::OWN_AGE);
        let ward = matches!(applicant, Applicant::Representative);
        Self {
            signature: !under_age && !ward,
            authentication: true,
        }
    }
}

/// The details of an application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// The birth date of the person the card is for.
    pub birth_date: BirthDate,
    /// The certificates wanted.
    pub certificates: Certificates,
    /// The name in braille, if wanted.
    pub braille: Option<BrailleName>,
}

/// Where a kept photo is found.
///
/// Guarantees 1 to [`Self::MOST`] letters of base64url, so that it can name a file
/// or an object on any store. It says nothing about the photo.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PhotoKey(String);

/// Why a text is no photo key: it is empty, too long or holds another character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoKeyProblem;

impl PhotoKeyProblem {
    /// The class of the problem.
    pub const fn kind(self) -> &'static str {
        "syntax"
    }
}

impl PhotoKey {
    /// Characters of a key.
    pub const MOST: usize = 64;

    /// Reads a key; nothing is forgiven.
    ///
    /// # Errors
    /// When it is empty, too long or holds another character.
    pub fn parse(text: &str) -> Result<Self, PhotoKeyProblem> {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        if (1..=Self::MOST).contains(&text.len()) && text.bytes().all(fits) {
            Ok(Self(text.to_owned()))
        } else {
            Err(PhotoKeyProblem)
        }
    }

    /// The key.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

says_its_kind!(PhotoKeyProblem);
travels_as_text!(PhotoKey, PhotoKeyProblem);

/// A photo that meets the rules and is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoReceipt {
    /// Where it is found.
    pub key: PhotoKey,
    /// Width of the kept picture in pixels.
    pub width: u16,
    /// Height of the kept picture in pixels.
    pub height: u16,
    /// Size of the kept file in bytes.
    pub bytes: u32,
    /// How what was chosen was turned, so that the face stands upright in what is kept; none
    /// also in what was kept before there was such a turn.
    #[serde(default, skip_serializing_if = "QuarterTurn::is_none")]
    pub turn: QuarterTurn,
    /// What the check of the picture found, for the office.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<PhotoRemark>,
    /// The short names of the reasons the applicant gave for breaking a rule
    /// (`photo_check::Exception`), for the office.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<String>,
    /// Whether the applicant was shown the remarks and uses the photo all the same,
    /// for the office. False also where the page could not show them.
    #[serde(default)]
    pub use_anyway: bool,
}

impl PhotoReceipt {
    /// Tells this photo from those before and behind it, in addresses that browsers remember:
    /// a piece of its key, by which it is not found.
    pub fn mark(&self) -> &str {
        let key = self.key.as_str();
        key.get(..8).unwrap_or(key)
    }
}

/// One thing that the check of a picture found, as it was on that day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoRemark {
    /// The short name of the finding, such as `head_tilted`.
    pub code: String,
    /// Whether it refuses the photo or only advises.
    pub weight: Weight,
    /// What was measured, in thousandths.
    pub score: i32,
    /// The value that is still good, in thousandths.
    pub limit: i32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn children_and_wards_get_no_signing_certificate_unasked() {
        let (child, adult) = (
            AgeRange {
                least: 14,
                most: 14,
            },
            AgeRange {
                least: 15,
                most: 15,
            },
        );
        assert_eq!(
            Certificates::usual(Applicant::Myself, adult),
            Certificates::BOTH
        );
        assert!(!Certificates::usual(Applicant::Parent { under_one: false }, child).signature);
        assert!(!Certificates::usual(Applicant::Representative, adult).signature);
        assert!(Certificates::usual(Applicant::Representative, adult).authentication);
        let either = AgeRange {
            least: 14,
            most: 15,
        };
        assert_eq!(
            Certificates::usual(Applicant::Myself, either),
            Certificates::BOTH
        );
    }

    #[test]
    fn photo_keys_cannot_leave_their_folder() {
        assert!(PhotoKey::parse("q3_-Z").is_ok());
        for wrong in ["", "../x", "a/b", "a.b", "鍵", &"a".repeat(65)] {
            assert_eq!(PhotoKey::parse(wrong), Err(PhotoKeyProblem), "{wrong}");
        }
    }
}
