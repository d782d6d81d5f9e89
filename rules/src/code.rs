//! Short secrets: the device code, the token of the link, the CAPTCHA answer.
//!
//! None of them shows itself in `Debug`.

use core::fmt;

use serde::{Deserialize, Serialize};

use crate::letters::{digit, is_blank, is_hyphen, is_unseen, narrow};
use crate::wire::{says_its_kind, travels_as_text};

/// Why a text is no code of the form asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CodeProblem {
    /// Nothing was typed.
    Empty,
    /// It has another number of letters.
    Length {
        /// How many letters or digits there are.
        count: usize,
    },
    /// It holds a letter that no such code has.
    Character(char),
    /// It holds a control character or one that cannot be seen.
    Control(char),
}

impl CodeProblem {
    /// The class of the problem: `empty`, `length`, `charset` or `control`.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Length { .. } => "length",
            Self::Character(_) => "charset",
            Self::Control(_) => "control",
        }
    }

    fn of(letter: char) -> Self {
        if is_unseen(letter) {
            Self::Control(letter)
        } else {
            Self::Character(letter)
        }
    }
}

says_its_kind!(CodeProblem);

/// Reads at most `length` letters that `accept` takes, leaving out blanks and hyphens.
fn read(
    text: &str,
    length: usize,
    accept: fn(char) -> Option<char>,
) -> Result<String, CodeProblem> {
    let mut code = String::with_capacity(length);
    let mut count = 0_usize;
    for letter in text
        .chars()
        .filter(|letter| !is_blank(*letter) && !is_hyphen(*letter))
    {
        let accepted = accept(letter).ok_or_else(|| CodeProblem::of(letter))?;
        count = count.saturating_add(1);
        if count <= length {
            code.push(accepted);
        }
    }
    match count {
        0 => Err(CodeProblem::Empty),
        _ if count == length => Ok(code),
        _ => Err(CodeProblem::Length { count }),
    }
}

/// The number that proves a second device (認証番号): six digits.
///
/// ```
/// use rules::DeviceCode;
/// assert_eq!(DeviceCode::parse("１２３ 456")?.as_str(), "123456");
/// # Ok::<(), rules::CodeProblem>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DeviceCode(String);

impl DeviceCode {
    /// Digits of a device code.
    pub const LENGTH: usize = 6;

    /// How many different codes there are.
    pub const COUNT: u32 = 1_000_000;

    /// The code with this number, with leading zeros; none from [`Self::COUNT`] on,
    /// so that a caller who draws evenly below it gets every code equally often.
    pub fn from_number(number: u32) -> Option<Self> {
        (number < Self::COUNT).then(|| Self(format!("{number:06}")))
    }

    /// Reads a code as people type or paste it: full width, spaces, hyphens.
    ///
    /// # Errors
    /// When there are not exactly six digits, or anything else stands between them.
    pub fn parse(text: &str) -> Result<Self, CodeProblem> {
        read(text, Self::LENGTH, |letter| {
            digit(letter).map(|value| char::from(b'0' + value))
        })
        .map(Self)
    }

    /// The six ASCII digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

travels_as_text!(DeviceCode, CodeProblem);

impl fmt::Debug for DeviceCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeviceCode(…)")
    }
}

/// The answer to the picture with letters (画像認証): six lower-case letters or
/// digits.
///
/// Width, case, spaces and hyphens do not matter.
///
/// ```
/// use rules::CaptchaAnswer;
/// assert_eq!(CaptchaAnswer::parse(" ２KＫaf3 ")?.as_str(), "2kkaf3");
/// # Ok::<(), rules::CodeProblem>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CaptchaAnswer(String);

impl CaptchaAnswer {
    /// Letters of an answer.
    pub const LENGTH: usize = 6;

    /// What a picture may show: lower-case letters and digits but those that look
    /// like another (0 o, 1 l i, 9 g q).
    pub const ALPHABET: &[u8; 28] = b"2345678abcdefhjkmnprstuvwxyz";

    /// An answer made from chance. Each letter takes one number; the remainder
    /// makes some letters likelier by less than one part in two thousand.
    pub fn from_random(chance: [u16; Self::LENGTH]) -> Self {
        let letter = |number: u16| Self::ALPHABET.get(usize::from(number) % Self::ALPHABET.len());
        Self(
            chance
                .into_iter()
                .filter_map(letter)
                .copied()
                .map(char::from)
                .collect(),
        )
    }

    /// Reads an answer as people type it.
    ///
    /// # Errors
    /// When there are not exactly six letters or digits.
    pub fn parse(text: &str) -> Result<Self, CodeProblem> {
        let accept = |letter| match narrow(letter) {
            plain if plain.is_ascii_alphanumeric() => Some(plain.to_ascii_lowercase()),
            _ => None,
        };
        read(text, Self::LENGTH, accept).map(Self)
    }

    /// The six letters, lower case.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

travels_as_text!(CaptchaAnswer, CodeProblem);

impl fmt::Debug for CaptchaAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CaptchaAnswer(…)")
    }
}

/// The secret part of the mailed link (申請専用URL): 256 bits as 43 letters of
/// base64url.
///
/// Exactly one spelling is taken for each value, so a token can be looked up by
/// its digest.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LinkToken(String);

/// The letters of base64url (RFC 4648 §5).
const BASE64URL: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

impl LinkToken {
    /// Letters of a token.
    pub const LENGTH: usize = 43;

    /// The token of 256 bits of chance.
    pub fn from_random(chance: [u8; 32]) -> Self {
        let mut token = String::with_capacity(Self::LENGTH);
        for three in chance.chunks(3) {
            let bits = three
                .iter()
                .fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
            let bits = bits << (8 * (3 - three.len()));
            let letters = three.len() + 1;
            token.extend((0..letters).filter_map(|place| base64url(bits >> (18 - 6 * place))));
        }
        Self(token)
    }

    /// Reads a token as it stands in the link. Nothing is forgiven: a link is
    /// pressed or copied, not typed.
    ///
    /// # Errors
    /// When it is not the base64url form of 32 bytes.
    pub fn parse(text: &str) -> Result<Self, CodeProblem> {
        let is_letter = |byte: &u8| BASE64URL.contains(byte);
        if text.is_empty() {
            return Err(CodeProblem::Empty);
        }
        if text.len() != Self::LENGTH {
            return Err(CodeProblem::Length { count: text.len() });
        }
        if let Some(letter) = text
            .chars()
            .find(|letter| !u8::try_from(*letter).is_ok_and(|b| is_letter(&b)))
        {
            return Err(CodeProblem::of(letter));
        }
        // 43 letters are 258 bits; the last two must be zero.
        match text
            .bytes()
            .last()
            .and_then(|last| BASE64URL.iter().position(|byte| *byte == last))
        {
            Some(value) if value % 4 == 0 => Ok(Self(text.to_owned())),
            _ => Err(CodeProblem::Character(
                text.chars().last().unwrap_or_default(),
            )),
        }
    }

    /// The 43 letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The letter of the lowest six bits.
fn base64url(bits: u32) -> Option<char> {
    BASE64URL
        .get(usize::from(bits.to_le_bytes()[0] & 0x3f))
        .copied()
        .map(char::from)
}

travels_as_text!(LinkToken, CodeProblem);

impl fmt::Debug for LinkToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LinkToken(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_code_is_read_as_people_paste_it() {
        for text in [
            "012345",
            "０１２３４５",
            "012 345",
            "012-345\n",
            "　0 1 2 3 4 5",
        ] {
            assert_eq!(
                DeviceCode::parse(text).map(String::from),
                Ok("012345".to_owned()),
                "{text}"
            );
        }
        assert_eq!(
            DeviceCode::parse("01234"),
            Err(CodeProblem::Length { count: 5 })
        );
        assert_eq!(
            DeviceCode::parse("0123456"),
            Err(CodeProblem::Length { count: 7 })
        );
        assert_eq!(
            DeviceCode::parse("01234x"),
            Err(CodeProblem::Character('x'))
        );
        assert_eq!(
            DeviceCode::parse("01234\0"),
            Err(CodeProblem::Control('\0'))
        );
        assert_eq!(DeviceCode::parse("  "), Err(CodeProblem::Empty));
    }

    #[test]
    fn device_codes_keep_their_leading_zeros() {
        assert_eq!(
            DeviceCode::from_number(42).map(String::from),
            Some("000042".to_owned())
        );
        assert_eq!(DeviceCode::from_number(1_000_000), None);
    }

    #[test]
    fn case_width_and_spaces_of_a_captcha_answer_do_not_matter() {
        for text in ["2kkaf3", "2KKAF3", "２ｋｋａｆ３", "2kk af3", "ＫＫ-2AF3"] {
            let answer = CaptchaAnswer::parse(text).unwrap();
            assert_eq!(answer.as_str().len(), 6);
        }
        assert_eq!(
            CaptchaAnswer::parse("2KKAF3"),
            CaptchaAnswer::parse("２ｋｋａｆ３")
        );
        assert_eq!(
            CaptchaAnswer::parse("あいうえおか"),
            Err(CodeProblem::Character('あ'))
        );
    }

    #[test]
    fn drawn_answers_hold_no_look_alikes_and_can_be_typed() {
        for start in (0..=u16::MAX - 5).step_by(97) {
            let answer = CaptchaAnswer::from_random([0, 1, 2, 3, 4, 5].map(|n| start + n));
            assert_eq!(CaptchaAnswer::parse(answer.as_str()), Ok(answer.clone()));
            assert!(
                !answer
                    .as_str()
                    .contains(['0', 'o', '1', 'l', 'i', '9', 'g', 'q'])
            );
        }
    }

    #[test]
    fn a_token_is_the_base64url_form_of_its_bytes() {
        assert_eq!(LinkToken::from_random([0; 32]).as_str(), "A".repeat(43));
        assert_eq!(
            LinkToken::from_random([255; 32]).as_str(),
            format!("{}8", "_".repeat(42))
        );
        let counting = core::array::from_fn(|n| u8::try_from(n).unwrap());
        assert_eq!(
            LinkToken::from_random(counting).as_str(),
            "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"
        );
    }

    #[test]
    fn a_token_has_one_spelling() {
        let right = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
        assert!(LinkToken::parse(right).is_ok());
        for wrong in [
            "",
            "AAEC",
            &right.replace('h', "+"),
            &format!("{}9", &right[..42]),
            &format!("{}-", &right[..42]),
            &format!(" {right}"),
        ] {
            assert!(LinkToken::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn debug_shows_no_secret() {
        let shown = format!(
            "{:?} {:?} {:?}",
            DeviceCode::from_number(123_456),
            CaptchaAnswer::parse("abc234"),
            LinkToken::from_random([7; 32])
        );
        assert_eq!(
            shown,
            "Some(DeviceCode(…)) Ok(CaptchaAnswer(…)) LinkToken(…)"
        );
    }
}
