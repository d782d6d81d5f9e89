//! Single letters as people type and paste them: widths, spaces, hyphens, and
//! what cannot be seen.

/// A full-width ASCII letter, digit or sign in its half-width form, and every
/// space as the ASCII space. All else is returned as it is.
pub(crate) fn narrow(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        _ if is_space(letter) => ' ',
        _ => letter,
    }
}

/// The value of a decimal digit, half or full width. Digits of other scripts are
/// none: a reader at the office could not tell what they stand for.
pub(crate) fn digit(letter: char) -> Option<u8> {
    match narrow(letter) {
        ascii @ '0'..='9' => u8::try_from(u32::from(ascii) - u32::from('0')).ok(),
        _ => None,
    }
}

/// Whether this is a space of any usual kind: ASCII, ideographic, no-break and
/// the typographic ones that word processors paste. Line ends are not.
pub(crate) fn is_space(letter: char) -> bool {
    matches!(
        letter,
        ' ' | '\u{3000}' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}'
    )
}

/// Whether this may stand before or after a value without belonging to it:
/// spaces, tabs and line ends.
pub(crate) fn is_blank(letter: char) -> bool {
    is_space(letter) || matches!(letter, '\t' | '\n' | '\r')
}

/// Whether this is a hyphen or one of the many signs that look like it on a
/// Japanese keyboard: dashes, the minus sign, the long vowel mark.
pub(crate) fn is_hyphen(letter: char) -> bool {
    matches!(
        letter,
        '-' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2043}'
                | '\u{2212}'
                | '\u{2500}'
                | '\u{2501}'
                | '\u{30fc}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
                | '\u{ff70}'
    )
}

/// Whether this cannot be seen: control characters, zero-width and directional
/// formatting, fillers and non-characters. Private use can: that is where people
/// keep the letters they drew themselves (外字).
///
/// Source: Unicode general categories Cc and Cf, and the fillers that draw nothing.
pub(crate) fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}' | '\u{34f}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}'
                | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}'
        )
}

/// Whether this asks for a variant form of the letter before it (IVS, or the
/// emoji and text forms of a sign).
pub(crate) fn is_variation_selector(letter: char) -> bool {
    matches!(letter, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_signs_become_half_width_and_kana_stay() {
        assert_eq!(narrow('Ａ'), 'A');
        assert_eq!(narrow('～'), '~');
        assert_eq!(narrow('\u{3000}'), ' ');
        assert_eq!(narrow('ア'), 'ア');
    }

    #[test]
    fn digits_of_other_scripts_are_no_digits() {
        assert_eq!(digit('７'), Some(7));
        for foreign in ['٣', '३', '๓', '𝟑', '³', '三'] {
            assert_eq!(digit(foreign), None, "{foreign}");
        }
    }

    #[test]
    fn what_cannot_be_seen_is_known() {
        for unseen in [
            '\0',
            '\n',
            '\u{200b}',
            '\u{202e}',
            '\u{2066}',
            '\u{feff}',
            '\u{e0041}',
        ] {
            assert!(is_unseen(unseen), "{}", unseen.escape_unicode());
        }
        for seen in ['a', 'あ', ' ', '\u{3000}', '葛'] {
            assert!(!is_unseen(seen), "{seen}");
        }
    }
}
