//! The letters of a contact name: which are taken, and what is meant by those that look like them.

use unicode_normalization::char::compose;

use super::problem::{ContactNameProblem, MOST_HALF_WIDTH};
use super::repertoire;
use crate::letters::{is_space, is_unseen, is_variation_selector};

/// Letters kept of an endless text: enough to know that it is too long.
pub(super) const KEPT_AT_MOST: usize = 8 * MOST_HALF_WIDTH;

/// The name with its combining marks put into their letters, signs brought to those that
/// are meant, and spaces single; and whether it goes on beyond what is kept.
pub(super) fn composed(typed: &str) -> (String, bool) {
    let mut name = String::with_capacity(typed.len().min(KEPT_AT_MOST));
    let mut kept = 0_usize;
    for letter in typed.chars().map(meant) {
        let last = name.chars().next_back();
        if let Some(joined) = last.and_then(|base| compose(base, letter)) {
            name.pop();
            name.push(joined);
        } else if !(is_space(letter) && last.is_some_and(is_space)) {
            kept = kept.saturating_add(1);
            if kept > KEPT_AT_MOST {
                return (name, true);
            }
            name.push(letter);
        }
    }
    (name, false)
}

/// The sign that is meant by one that looks like it; all else as it is.
fn meant(letter: char) -> char {
    match letter {
        // The ideographic space stays.
        '\u{3000}' => letter,
        // Between two cells of a spreadsheet.
        '\t' => ' ',
        _ if is_space(letter) => ' ',
        // The Ångström sign is the letter Å, written by its other number.
        '\u{212b}' => 'Å',
        // Dashes that programs put for a hyphen.
        '\u{2011}'..='\u{2015}' => '-',
        // Quotation marks that programs put for an apostrophe, and accents typed alone.
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' | '\u{2bc}' | '`' | '´' | '｀' => '\'',
        // The double hyphen of katakana names, as residence records write it.
        '=' | '゠' => '＝',
        _ => letter,
    }
}

/// Refuses the first letter that no name may hold.
pub(super) fn check_letters(name: &str) -> Result<(), ContactNameProblem> {
    let mut before = None;
    for letter in name.chars() {
        check(before, letter)?;
        before = Some(letter);
    }
    Ok(())
}

/// Refuses a letter that no name may hold after the one before it.
pub(super) fn check(before: Option<char>, letter: char) -> Result<(), ContactNameProblem> {
    if holds(letter) || is_semi_voiced(before, letter) {
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
pub(super) fn repertoire_holds(letter: char) -> bool {
    let code = u32::from(letter);
    match code {
        0x4e00..=0x9fff => {
            let offset = code - 0x4e00;
            let word = repertoire::KANJI
                .get(usize::try_from(offset / 64).unwrap_or(usize::MAX))
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

/// Whether a letter may stand in a name wherever it stands.
pub(super) fn holds(letter: char) -> bool {
    repertoire_holds(letter) || is_sign(letter)
}

/// Digits, spaces, hyphens, apostrophes, full stops, middle dots, round brackets and the double
/// hyphen of katakana names.
fn is_sign(letter: char) -> bool {
    matches!(
        letter,
        '0'..='9' | '０'..='９' | ' ' | '\u{3000}' | '-' | '‐' | '－' | '−' | '\'' | '’' | '＇' | '.' | '．' | '・' | '･' | '(' | ')' | '（' | '）' | '＝'
    )
}

/// Whether this is the semi-voiced mark on a kana that JIS X 0213 has with it.
fn is_semi_voiced(before: Option<char>, letter: char) -> bool {
    letter == '\u{309a}'
        && before
            .and_then(|base| u16::try_from(u32::from(base)).ok())
            .is_some_and(|base| repertoire::SEMI_VOICED.binary_search(&base).is_ok())
}
