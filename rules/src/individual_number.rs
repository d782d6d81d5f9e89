//! Individual numbers (個人番号), which this service must never hold.

use crate::letters::{digit, is_hyphen, is_space, is_unseen};

/// Digits of an individual number, the check digit included.
const LENGTH: usize = 12;

/// Whether a text holds an individual number: twelve digits whose last is the
/// right check digit, half or full width, in one piece or in groups set apart by
/// spaces, hyphens, dots, slashes, brackets or apostrophes.
///
/// Twelve digits inside a longer unbroken row (an application ID) are none.
///
/// Source of the check digit: article 5 of 平成26年総務省令第85号.
///
/// ```
/// assert!(rules::holds_individual_number("番号は1234-5678-9018です"));
/// assert!(!rules::holds_individual_number("1234 5678 9019"));
/// ```
pub fn holds_individual_number(text: &str) -> bool {
    let mut row = Row::default();
    text.chars().any(|letter| row.ends_number_before(letter)) || row.is_number()
}

/// The last digits read, and which of them begin a group.
#[derive(Default)]
struct Row {
    digits: [u8; LENGTH],
    begins: [bool; LENGTH],
    count: usize,
    in_group: bool,
}

impl Row {
    /// Takes the next letter; true when a number stands right before it.
    fn ends_number_before(&mut self, letter: char) -> bool {
        if let Some(value) = digit(letter) {
            self.push(value);
            return false;
        }
        let found = self.in_group && self.is_number();
        self.in_group = false;
        if !joins_groups(letter) {
            self.count = 0;
        }
        found
    }

    fn push(&mut self, value: u8) {
        self.digits.rotate_left(1);
        self.begins.rotate_left(1);
        if let (Some(digit), Some(begins)) = (self.digits.last_mut(), self.begins.last_mut()) {
            *digit = value;
            *begins = !self.in_group;
        }
        self.in_group = true;
        self.count = self.count.saturating_add(1);
    }

    fn is_number(&self) -> bool {
        self.count >= LENGTH && self.begins.first() == Some(&true) && has_right_check(self.digits)
    }
}

/// Signs people put between the groups of a number.
fn joins_groups(letter: char) -> bool {
    is_space(letter)
        || is_hyphen(letter)
        || is_unseen(letter)
        || matches!(
            letter,
            '.' | '/'
                | '_'
                | ','
                | '・'
                | '･'
                | '．'
                | '／'
                | '＿'
                | '，'
                | '('
                | ')'
                | '（'
                | '）'
                | '＝'
                | '\''
                | '’'
                | '＇'
        )
}

/// Weights of the eleven digits, from the left.
const WEIGHTS: [u32; LENGTH - 1] = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

fn has_right_check(digits: [u8; LENGTH]) -> bool {
    let sum: u32 = digits
        .iter()
        .zip(WEIGHTS)
        .map(|(digit, weight)| u32::from(*digit) * weight)
        .sum();
    let check = match sum % 11 {
        0 | 1 => 0,
        rest => 11 - rest,
    };
    digits.last().is_some_and(|last| u32::from(*last) == check)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_however_it_is_written() {
        for text in [
            "123456789018",
            "1234 5678 9018",
            "1234-5678-9018",
            "１２３４　５６７８　９０１８",
            "1234−5678ー9018",
            "山田123456789018",
            "(123456789018)",
            "3 1234 5678 9018",
            "1234 5678 9018 22",
            "123456\u{200b}789018",
        ] {
            assert!(holds_individual_number(text), "{text}");
        }
    }

    #[test]
    fn other_rows_of_digits_are_not_taken_for_one() {
        for text in [
            "",
            "123456789019",
            "12345678901",
            "1234567890181",
            "0123456789018",
            "12345678901234567890123",
            "1234あ5678あ9018",
        ] {
            assert!(!holds_individual_number(text), "{text}");
        }
    }

    #[test]
    fn exactly_one_last_digit_is_right() {
        for first in (0_u64..99_999_999_999).step_by(999_999_937) {
            let right =
                (0..10).filter(|last| holds_individual_number(&format!("{first:011}{last}")));
            assert_eq!(right.count(), 1);
        }
    }
}
