//! The nearest letter that may stand in a name, for one that may not.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::han_variants;
use super::letters::holds;

/// Letters that Unicode does not write as another one and a mark.
static ALONE: [(char, char); 10] = [
    ('Đ', 'D'),
    ('Ɖ', 'D'),
    ('Ħ', 'H'),
    ('ı', 'i'),
    ('Ŋ', 'N'),
    ('Ə', 'E'),
    ('Ɛ', 'E'),
    ('Ɔ', 'O'),
    ('Ŧ', 'T'),
    ('ŧ', 't'),
];

/// The nearest letter of the tables: the same kanji in another form (髙 for 高), or the
/// letter without its marks (ễ for e).
pub(super) fn nearest(letter: char) -> Option<char> {
    let alone = ALONE.iter().find(|(outside, _)| *outside == letter);
    alone
        .map(|(_, inside)| *inside)
        .or_else(|| kanji(letter))
        .or_else(|| without_marks(letter))
}

fn kanji(letter: char) -> Option<char> {
    let mut letters = han_variants::PAIRS.chars();
    while let (Some(outside), Some(inside)) = (letters.next(), letters.next()) {
        if outside == letter {
            return Some(inside);
        }
    }
    None
}

/// What is left of a letter without its marks, if it is one letter that a name may hold.
fn without_marks(letter: char) -> Option<char> {
    let mut parts = Vec::new();
    decompose_compatible(letter, |part| {
        if !is_combining_mark(part) {
            parts.push(part);
        }
    });
    match parts.as_slice() {
        [part] if *part != letter && holds(*part) => Some(*part),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_offered_may_stand_in_a_name_and_what_it_stands_for_may_not() {
        let letters: Vec<char> = han_variants::PAIRS.chars().collect();
        let (pairs, rest) = letters.as_chunks::<2>();
        assert!(rest.is_empty());
        assert!(pairs.len() > 3_000);
        let alone = ALONE.map(|(outside, inside)| [outside, inside]);
        for [outside, inside] in pairs.iter().chain(&alone) {
            assert!(holds(*inside) && !holds(*outside), "{outside}{inside}");
        }
    }
}
