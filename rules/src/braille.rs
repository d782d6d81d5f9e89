//! Names in braille (氏名の点字表記).

use core::fmt;

use serde::{Deserialize, Serialize};

use crate::letters::{is_blank, is_space, is_unseen};
use crate::wire::{says_its_kind, travels_as_text};

/// How a name is read, in hiragana: what the braille on the card is made from.
///
/// Guarantees: not empty, at most [`Self::MOST`] characters; hiragana, the long
/// vowel mark, and single spaces or middle dots between them. Katakana of either
/// width are taken and turned into hiragana.
///
/// ```
/// use rules::BrailleName;
/// assert_eq!(BrailleName::parse("ヤマダ　ﾀﾛｳ")?.as_str(), "やまだ たろう");
/// # Ok::<(), rules::BrailleNameProblem>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BrailleName(String);

/// Why a text is no reading of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum BrailleNameProblem {
    /// Nothing was typed.
    Empty,
    /// There are more than [`BrailleName::MOST`] characters.
    TooLong {
        /// How many there are.
        count: usize,
    },
    /// It holds a character that is no hiragana.
    Character(char),
    /// It holds a control character or one that cannot be seen.
    Control(char),
    /// A mark stands where it cannot be read: ー or ゛ without a kana before it.
    Mark(char),
}

impl BrailleNameProblem {
    /// The class of the problem: `empty`, `length`, `charset`, `control` or `syntax`.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong { .. } => "length",
            Self::Character(_) => "charset",
            Self::Control(_) => "control",
            Self::Mark(_) => "syntax",
        }
    }
}

impl BrailleName {
    /// Characters of a reading. The real limit is not published; this is the one of
    /// full-width contact names.
    pub const MOST: usize = 50;

    /// Reads a reading as people type it.
    ///
    /// # Errors
    /// The first character that cannot be read, then the length.
    pub fn parse(text: &str) -> Result<Self, BrailleNameProblem> {
        let mut reading = String::with_capacity(text.len().min(4 * Self::MOST));
        let mut count = 0_usize;
        let mut last = None;
        for letter in text.trim_matches(is_blank).chars() {
            if let Some(joined) = last.and_then(|base| voiced(base, letter)) {
                if count <= Self::MOST {
                    reading.pop();
                    reading.push(joined);
                }
                last = Some(joined);
                continue;
            }
            let letter = readable(last, letter)?;
            if letter == ' ' && last == Some(' ') {
                continue;
            }
            count = count.saturating_add(1);
            if count <= Self::MOST {
                reading.push(letter);
            }
            last = Some(letter);
        }
        match count {
            0 => Err(BrailleNameProblem::Empty),
            _ if count > Self::MOST => Err(BrailleNameProblem::TooLong { count }),
            _ => Ok(Self(reading)),
        }
    }

    /// The reading in hiragana.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The letter as it is kept, or why it cannot be read after the one before it.
fn readable(before: Option<char>, letter: char) -> Result<char, BrailleNameProblem> {
    match hiragana(letter) {
        mark @ ('ー' | '・') if before.is_none_or(|before| matches!(before, ' ' | '・')) => {
            Err(BrailleNameProblem::Mark(mark))
        }
        kana @ ('ぁ'..='ゔ' | 'ー' | '・') => Ok(kana),
        space if is_space(space) => Ok(' '),
        mark @ ('\u{3099}'..='\u{309c}' | 'ﾞ' | 'ﾟ') => Err(BrailleNameProblem::Mark(mark)),
        unseen if is_unseen(unseen) => Err(BrailleNameProblem::Control(unseen)),
        other => Err(BrailleNameProblem::Character(other)),
    }
}

/// Half-width katakana from U+FF66 on, as hiragana.
const HALF_WIDTH: [char; 56] = [
    'を', 'ぁ', 'ぃ', 'ぅ', 'ぇ', 'ぉ', 'ゃ', 'ゅ', 'ょ', 'っ', 'ー', 'あ', 'い', 'う', 'え', 'お',
    'か', 'き', 'く', 'け', 'こ', 'さ', 'し', 'す', 'せ', 'そ', 'た', 'ち', 'つ', 'て', 'と', 'な',
    'に', 'ぬ', 'ね', 'の', 'は', 'ひ', 'ふ', 'へ', 'ほ', 'ま', 'み', 'む', 'め', 'も', 'や', 'ゆ',
    'よ', 'ら', 'り', 'る', 'れ', 'ろ', 'わ', 'ん',
];

/// A katakana of either width as hiragana; all else as it is.
fn hiragana(letter: char) -> char {
    match letter {
        'ァ'..='ヴ' => char::from_u32(u32::from(letter) - 0x60).unwrap_or(letter),
        '･' => '・',
        'ｦ'..='ﾝ' => usize::try_from(u32::from(letter) - 0xff66)
            .ok()
            .and_then(|place| HALF_WIDTH.get(place).copied())
            .unwrap_or(letter),
        _ => letter,
    }
}

/// A hiragana with the voiced or semi-voiced mark that follows it.
fn voiced(base: char, mark: char) -> Option<char> {
    let steps = match mark {
        '\u{3099}' | '゛' | 'ﾞ' => 1,
        '\u{309a}' | '゜' | 'ﾟ' => 2,
        _ => return None,
    };
    match (base, steps) {
        ('う', 1) => Some('ゔ'),
        (
            'か' | 'き' | 'く' | 'け' | 'こ' | 'さ' | 'し' | 'す' | 'せ' | 'そ' | 'た' | 'ち'
            | 'つ' | 'て' | 'と',
            1,
        )
        | ('は' | 'ひ' | 'ふ' | 'へ' | 'ほ', _) => char::from_u32(u32::from(base) + steps),
        _ => None,
    }
}

impl fmt::Debug for BrailleName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BrailleName(…)")
    }
}

says_its_kind!(BrailleNameProblem);
travels_as_text!(BrailleName, BrailleNameProblem);

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, BrailleNameProblem> {
        BrailleName::parse(text).map(String::from)
    }

    #[test]
    fn kana_of_every_kind_become_hiragana() {
        for (text, reading) in [
            ("やまだ たろう", "やまだ たろう"),
            ("ヤマダ　タロウ", "やまだ たろう"),
            ("ﾔﾏﾀﾞ ﾀﾛｳ", "やまだ たろう"),
            ("じょーじ・わしんとん", "じょーじ・わしんとん"),
            ("ｼﾞｮｰｼﾞ･ﾜｼﾝﾄﾝ", "じょーじ・わしんとん"),
            ("ｳﾞｨ", "ゔぃ"),
            ("ヴィ", "ゔぃ"),
            ("ハ\u{309a}パﾊﾟは゜", "ぱぱぱぱ"),
            ("か\u{3099}", "が"),
            ("  ゐゑを　　ん\n", "ゐゑを ん"),
        ] {
            assert_eq!(read(text), Ok(reading.to_owned()), "{text}");
        }
    }

    #[test]
    fn every_half_width_katakana_is_the_one_that_unicode_says() {
        let full = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
        for (half, full) in ('ｦ'..='ﾝ').zip(full.chars()) {
            assert_eq!(hiragana(half), hiragana(full), "{half}");
        }
    }

    #[test]
    fn what_is_no_kana_is_named() {
        for (text, problem) in [
            ("", BrailleNameProblem::Empty),
            (" 　", BrailleNameProblem::Empty),
            ("山田", BrailleNameProblem::Character('山')),
            ("やまだ1", BrailleNameProblem::Character('1')),
            ("やまゝ", BrailleNameProblem::Character('ゝ')),
            ("や\u{200b}ま", BrailleNameProblem::Control('\u{200b}')),
            ("や\nま", BrailleNameProblem::Control('\n')),
            ("ーやま", BrailleNameProblem::Mark('ー')),
            ("あ゛", BrailleNameProblem::Mark('゛')),
            ("が゛", BrailleNameProblem::Mark('゛')),
        ] {
            assert_eq!(read(text), Err(problem), "{text}");
        }
    }

    #[test]
    fn fifty_characters_are_taken_and_fifty_one_are_not() {
        assert!(read(&"あ".repeat(50)).is_ok());
        assert!(read(&"ﾊﾞ".repeat(50)).is_ok());
        assert_eq!(
            read(&"あ".repeat(51)),
            Err(BrailleNameProblem::TooLong { count: 51 })
        );
    }
}
