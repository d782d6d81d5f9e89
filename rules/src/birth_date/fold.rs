//! Single letters of written dates: which are the same, which are numbers.

use crate::letters::{is_blank, is_hyphen, narrow};

/// Signs that draw nothing and change nothing of how the text beside them looks;
/// they come with pasting. Those that could reorder it are foreign instead.
pub(super) fn is_nothing(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200e}' | '\u{2060}' | '\u{feff}')
}

/// A kanji that writes numbers.
pub(super) enum Kanji {
    Digit(u32),
    /// A unit, and how many of it the kanji itself holds: 廿 is two tens.
    Unit(u32, u32),
}

pub(super) fn kanji(letter: char) -> Option<Kanji> {
    Some(match letter {
        '〇' => Kanji::Digit(0),
        '一' => Kanji::Digit(1),
        '二' => Kanji::Digit(2),
        '三' => Kanji::Digit(3),
        '四' => Kanji::Digit(4),
        '五' => Kanji::Digit(5),
        '六' => Kanji::Digit(6),
        '七' => Kanji::Digit(7),
        '八' => Kanji::Digit(8),
        '九' => Kanji::Digit(9),
        '十' => Kanji::Unit(1, 10),
        '廿' => Kanji::Unit(2, 10),
        '卅' => Kanji::Unit(3, 10),
        '卌' => Kanji::Unit(4, 10),
        '百' => Kanji::Unit(1, 100),
        '千' => Kanji::Unit(1, 1000),
        _ => return None,
    })
}

/// One letter for all that look or mean the same: widths, case, dashes, dots,
/// square eras, formal numerals, and the radicals and compatibility kanji that
/// PDF files put in the place of kanji.
///
/// Goes as far as Unicode's NFKC where that only changes the form of a letter.
/// Digits in circles, brackets, bold or raised (①, ⑴, 𝟏, ²) stay foreign: NFKC would
/// read 1² as 12.
pub(super) fn fold(letter: char) -> char {
    if letter.is_ascii() {
        return match letter {
            '.' | '/' | ',' => '.',
            '\t' | '\n' | '\x0b' | '\x0c' | '\r' => ' ',
            _ => letter.to_ascii_uppercase(),
        };
    }
    match letter {
        '年' | '月' | '日' | '元' | '\u{32c0}'..='\u{32cb}' | '\u{33e0}'..='\u{33fe}' => letter,
        '\u{ff01}'..='\u{ff5e}' => fold(narrow(letter)),
        '、' | '､' | '。' | '｡' | '・' | '･' | '·' | '‧' | '⁄' | '∕' | '․' | '﹒' | '﹐' | '﹑'
        | '︐' | '︑' => '.',
        '﹙' | '︵' => '(',
        '﹚' | '︶' => ')',
        '㍾' => 'M',
        '㍽' => 'T',
        '㍼' => 'S',
        '㍻' => 'H',
        '㋿' => 'R',
        '\u{f98e}' => '年',
        '\u{2f49}' => '月',
        '\u{2f47}' => '日',
        '\u{2f24}' => '大',
        '\u{f9a8}' => '令',
        '\u{2f8b2}' => '成',
        '\u{2f63}' => '生',
        '\u{f967}' => '不',
        '\u{2f81a}' => '冬',
        '曆' => '暦',
        '○' | '◯' | '零' | '\u{f9b2}' => '〇',
        '壱' | '壹' | '弌' | '\u{2f00}' => '一',
        '弐' | '貳' | '貮' | '弍' | '\u{2f06}' => '二',
        '参' | '參' | '弎' | '\u{f96b}' => '三',
        '肆' => '四',
        '伍' => '五',
        '陸' | '\u{f9d1}' => '六',
        '漆' | '柒' => '七',
        '捌' | '\u{2f0b}' => '八',
        '玖' => '九',
        '拾' | '\u{2f17}' | '\u{f973}' => '十',
        '卄' => '廿',
        '丗' => '卅',
        '佰' => '百',
        '仟' => '千',
        _ if is_hyphen(letter) => '-',
        _ if is_blank(letter) => ' ',
        _ => letter,
    }
}
