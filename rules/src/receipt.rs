//! Receipt numbers (受付番号).

use core::fmt;

use serde::{Deserialize, Serialize};

use crate::letters::{is_blank, is_hyphen, is_unseen, narrow};
use crate::wire::{says_its_kind, travels_as_text};

/// The number an applicant keeps: twelve letters and digits, the last of which
/// checks the others.
///
/// No letter looks like another, none is a vowel (so no words arise), and any one
/// wrong letter and any two neighbours swapped are noticed. `Debug` masks it: with
/// a birth date it opens the status page.
///
/// ```
/// use rules::ReceiptNumber;
/// let number = ReceiptNumber::from_random([7; 16]);
/// assert_eq!(ReceiptNumber::parse(&number.grouped().to_lowercase())?, number);
/// # Ok::<(), rules::ReceiptNumberProblem>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ReceiptNumber(String);

/// Why a text is no receipt number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReceiptNumberProblem {
    /// Nothing was typed.
    Empty,
    /// It has another number of letters.
    Length {
        /// How many letters and digits there are.
        count: usize,
    },
    /// It holds a letter that no receipt number has.
    Character(char),
    /// It holds a control character or one that cannot be seen.
    Control(char),
    /// The letters do not fit together: at least one is mistyped.
    Mistyped,
}

impl ReceiptNumberProblem {
    /// The class of the problem: `empty`, `length`, `charset`, `control` or `syntax`.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Length { .. } => "length",
            Self::Character(_) => "charset",
            Self::Control(_) => "control",
            Self::Mistyped => "syntax",
        }
    }
}

/// Twenty-three letters: a prime, so that the weighted sum below notices every
/// swap. Left out are vowels and 0 1 B G L Q S Z, which look like others.
const ALPHABET: &[u8; 23] = b"23456789CDFHJKMNPRTVWXY";

/// The size of the alphabet.
const BASE: u32 = 23;

impl ReceiptNumber {
    /// Letters of a receipt number, the last one being the check.
    pub const LENGTH: usize = 12;

    /// A number made from 128 bits of chance, of which it keeps about 49.
    pub fn from_random(chance: [u8; 16]) -> Self {
        let mut rest = u128::from_le_bytes(chance);
        let mut number = String::with_capacity(Self::LENGTH);
        let mut sum = 0;
        for weight in (2..).take(Self::LENGTH - 1) {
            let value = u32::try_from(rest % u128::from(BASE)).unwrap_or_default();
            rest /= u128::from(BASE);
            sum += weight * value;
            number.extend(letter(value));
        }
        number.extend(letter((BASE - sum % BASE) % BASE));
        Self(number)
    }

    /// Reads a number as people type it: either case, full width, spaces, hyphens.
    ///
    /// # Errors
    /// When it has another length, other letters, or the check does not fit.
    pub fn parse(text: &str) -> Result<Self, ReceiptNumberProblem> {
        let mut number = String::with_capacity(Self::LENGTH);
        let mut count = 0_usize;
        let mut sum = 0;
        for typed in text
            .chars()
            .filter(|typed| !is_blank(*typed) && !is_hyphen(*typed))
        {
            let plain = narrow(typed).to_ascii_uppercase();
            let value = value(plain).ok_or_else(|| refused(typed))?;
            if count < Self::LENGTH {
                sum += weight(count) * value;
                number.push(plain);
            }
            count = count.saturating_add(1);
        }
        match count {
            0 => Err(ReceiptNumberProblem::Empty),
            Self::LENGTH if sum % BASE == 0 => Ok(Self(number)),
            Self::LENGTH => Err(ReceiptNumberProblem::Mistyped),
            _ => Err(ReceiptNumberProblem::Length { count }),
        }
    }

    /// The twelve letters without gaps.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The letters in groups of four, as they are shown: `XXXX-XXXX-XXXX`.
    pub fn grouped(&self) -> String {
        let mut grouped = String::with_capacity(Self::LENGTH + 2);
        for (place, letter) in self.0.chars().enumerate() {
            if place > 0 && place % 4 == 0 {
                grouped.push('-');
            }
            grouped.push(letter);
        }
        grouped
    }
}

/// 2 to 12 from the left, and 1 for the check letter: all differ, none divides 23.
fn weight(place: usize) -> u32 {
    match u32::try_from(place) {
        Ok(place) if place < 11 => place + 2,
        _ => 1,
    }
}

fn letter(value: u32) -> Option<char> {
    ALPHABET
        .get(usize::try_from(value).ok()?)
        .copied()
        .map(char::from)
}

fn value(letter: char) -> Option<u32> {
    let place = ALPHABET
        .iter()
        .position(|known| char::from(*known) == letter)?;
    u32::try_from(place).ok()
}

fn refused(letter: char) -> ReceiptNumberProblem {
    if is_unseen(letter) {
        ReceiptNumberProblem::Control(letter)
    } else {
        ReceiptNumberProblem::Character(letter)
    }
}

impl fmt::Debug for ReceiptNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReceiptNumber(…)")
    }
}

says_its_kind!(ReceiptNumberProblem);
travels_as_text!(ReceiptNumber, ReceiptNumberProblem);

#[cfg(test)]
mod tests {
    use super::*;

    fn samples() -> impl Iterator<Item = ReceiptNumber> {
        (0..64_u8).map(|start| {
            let byte = |place: usize| {
                start
                    .wrapping_mul(37)
                    .wrapping_add(place.to_le_bytes()[0].wrapping_mul(29))
            };
            ReceiptNumber::from_random(core::array::from_fn(byte))
        })
    }

    #[test]
    fn what_is_made_can_be_read_back_in_any_dress() {
        for number in samples() {
            let shown = number.grouped();
            assert_eq!(shown.len(), 14);
            let full_width: String = shown
                .chars()
                .map(|c| {
                    if c == '-' {
                        'ー'
                    } else {
                        char::from_u32(u32::from(c) + 0xfee0).unwrap()
                    }
                })
                .collect();
            for text in [
                shown.to_lowercase(),
                shown.replace('-', " "),
                full_width,
                shown,
            ] {
                assert_eq!(ReceiptNumber::parse(&text), Ok(number.clone()), "{text}");
            }
        }
    }

    #[test]
    fn any_one_wrong_letter_is_noticed() {
        for number in samples() {
            for place in 0..12 {
                for other in ALPHABET {
                    let mut bytes = number.as_str().as_bytes().to_vec();
                    if bytes[place] == *other {
                        continue;
                    }
                    bytes[place] = *other;
                    let text = String::from_utf8(bytes).unwrap();
                    assert_eq!(
                        ReceiptNumber::parse(&text),
                        Err(ReceiptNumberProblem::Mistyped)
                    );
                }
            }
        }
    }

    #[test]
    fn any_two_letters_swapped_are_noticed() {
        for number in samples() {
            for (a, b) in (0..12).flat_map(|a| (0..a).map(move |b| (a, b))) {
                let mut bytes = number.as_str().as_bytes().to_vec();
                bytes.swap(a, b);
                let text = String::from_utf8(bytes).unwrap();
                assert_eq!(ReceiptNumber::parse(&text).is_ok(), text == number.as_str());
            }
        }
    }

    #[test]
    fn other_texts_are_refused() {
        let wrong = |text: &str| ReceiptNumber::parse(text).unwrap_err();
        assert_eq!(wrong(""), ReceiptNumberProblem::Empty);
        assert_eq!(wrong("2222"), ReceiptNumberProblem::Length { count: 4 });
        assert_eq!(wrong("2222A"), ReceiptNumberProblem::Character('A'));
        assert_eq!(
            wrong("2222\u{202e}"),
            ReceiptNumberProblem::Control('\u{202e}')
        );
    }
}
