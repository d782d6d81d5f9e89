//! A language for tests: Japanese made unreadable, so that a sentence which bypasses the
//! catalogue stands out, 40 % longer, so that what overflows does, and written from right to
//! left, so that a page that takes the left for the beginning shows it.
//!
//! Only a test or a demonstration with `SHINSEI_DEMO_LANGUAGE` speaks it.

use std::sync::LazyLock;

use super::sentence::Text;
use super::{Words, ja};

/// Stand for what is not ASCII. Two of them are about as wide as one character of Japanese.
const LETTERS: [char; 12] = ['á', 'ê', 'ï', 'õ', 'ü', 'ñ', 'ç', 'ř', 'š', 'ž', 'ľ', 'ð'];

/// Letters after which a word may end; some are longer, as words of German are.
const WORD_ENDS: [usize; 6] = [6, 15, 23, 28, 44, 52];

/// How much longer a sentence becomes, in tenths.
const LONGER: usize = 4;

/// What is said in it, made of the Japanese sentences once.
pub(super) fn words() -> &'static Words {
    static PSEUDO: LazyLock<Words> =
        LazyLock::new(|| ja::WORDS.changed(&mut |_, text| pseudo(text)));

    &PSEUDO
}

/// One sentence. ASCII and gaps stay as they are: addresses, numbers, names of formats.
/// Lives as long as the program, as every sentence does; there is one catalogue of them.
fn pseudo(text: Text) -> Text {
    let mut written = String::new();
    let mut letters = 0;
    for character in text.chars() {
        if character.is_ascii() {
            written.push(character);
        } else {
            letters = write_letters(&mut written, character, letters, 2);
        }
    }
    let more = letters * LONGER / 10;
    if more > 0 {
        written.push(' ');
        write_letters(&mut written, '長', letters, more);
    }
    written.leak()
}

fn write_letters(written: &mut String, of: char, mut letters: usize, count: usize) -> usize {
    for step in 0..count {
        let which = usize::try_from(u32::from(of)).unwrap_or_default() + letters + step;
        written.push(LETTERS[which % LETTERS.len()]);
        letters += 1;
        if WORD_ENDS.contains(&(letters % 60)) {
            written.push(' ');
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_keeps_its_gaps_and_loses_its_language() {
        let text = pseudo("あと{tries_left}回、JPEG形式で。");
        assert!(
            text.contains("{tries_left}") && text.contains("JPEG"),
            "{text}"
        );
        assert!(text.chars().all(|one| u32::from(one) < 0x300), "{text}");
    }

    #[test]
    fn a_sentence_becomes_two_fifths_longer_on_the_page() {
        let japanese = "写真を確認しました。気になる点は見つかりませんでした。";
        let letters = pseudo(japanese).chars().filter(|one| *one != ' ').count();
        let wide = 2 * japanese.chars().count();
        assert!(letters * 10 >= wide * 14 - 10, "{letters} of {wide}");
    }

    #[test]
    fn every_sentence_of_it_has_the_gaps_of_its_own() {
        words().check();
    }
}
