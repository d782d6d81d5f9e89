//! Breaking Japanese text into lines, and lengths on paper.

use super::sheet::SheetError;
use super::typeface::Typeface;

/// Never the first character of a line (JIS X 4051, the part these words need).
const NOT_FIRST: &str =
    "、。，．・：；？！）」』】］｝〉》〕ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々)]},.:;?!";
/// Never the last character of a line.
const NOT_LAST: &str = "（「『【［｛〈《〔([{";

/// A4 portrait.
pub(super) const WIDTH: f32 = mm(210.0);
/// A4 portrait.
pub(super) const HEIGHT: f32 = mm(297.0);

/// Points of a length in millimetres.
pub(super) const fn mm(millimetres: f32) -> f32 {
    millimetres * 72.0 / 25.4
}

/// The text broken into lines of at most `width` ems.
///
/// Line feeds break always. Words of Latin letters or katakana, and numbers with
/// what they count, stay whole unless they are wider than a whole line.
///
/// # Errors
///
/// [`SheetError::MissingCharacter`] if the typeface cannot print the text.
pub(super) fn lines(text: &str, face: &Typeface, width: f32) -> Result<Vec<String>, SheetError> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        let mut used = 0.0;
        for piece in pieces_within(paragraph, face, width)? {
            let wide = face.width(&piece)?;
            if used + wide > width && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                used = 0.0;
            }
            used += wide;
            line.push_str(&piece);
        }
        lines.push(line);
    }
    Ok(lines)
}

/// The pieces no line may break, those too wide for a line cut into characters.
fn pieces_within(text: &str, face: &Typeface, width: f32) -> Result<Vec<String>, SheetError> {
    let mut within = Vec::new();
    for piece in pieces(text) {
        if face.width(&piece)? <= width {
            within.push(piece);
        } else {
            within.extend(piece.chars().map(String::from));
        }
    }
    Ok(within)
}

fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut before = None;
    for character in text.chars() {
        match pieces.last_mut() {
            Some(piece) if before.is_some_and(|before| sticks(before, character)) => {
                piece.push(character);
            }
            _ => pieces.push(character.into()),
        }
        before = Some(character);
    }
    pieces
}

fn sticks(one: char, next: char) -> bool {
    let katakana = |character: char| matches!(character, 'ァ'..='ヺ' | 'ー');
    NOT_LAST.contains(one)
        || NOT_FIRST.contains(next)
        || (one.is_ascii_graphic() && next.is_ascii_graphic())
        || (one.is_ascii_digit() && !next.is_whitespace())
        || (katakana(one) && katakana(next))
}

#[cfg(test)]
mod tests {
    use super::super::typeface::Faces;
    use super::*;

    fn broken(text: &str, ems: f32) -> Vec<String> {
        lines(text, &Faces::load().unwrap().regular, ems).unwrap()
    }

    #[test]
    fn a_text_that_fits_is_one_line() {
        assert_eq!(broken("あいうえお", 5.0), ["あいうえお"]);
        assert_eq!(broken("あいうえお", 4.9), ["あいうえ", "お"]);
    }

    #[test]
    fn a_line_never_starts_with_a_full_stop_or_ends_with_an_opening_bracket() {
        assert_eq!(broken("あいうえ。お", 4.0), ["あいう", "え。お"]);
        assert_eq!(broken("あいう（えお）", 4.0), ["あいう", "（えお）"]);
    }

    #[test]
    fn words_and_numbers_with_their_unit_stay_whole() {
        assert_eq!(broken("これはメール", 5.0), ["これは", "メール"]);
        assert_eq!(broken("数字23桁です", 3.5), ["数字", "23桁で", "す"]);
        assert_eq!(broken("形式JPEG", 3.5), ["形式", "JPEG"]);
    }

    #[test]
    fn an_address_wider_than_the_line_is_cut_and_loses_nothing() {
        let address = "https://card.example.lg.jp/apply";
        let cut = broken(address, 5.0);
        assert!(cut.iter().all(|line| line.len() <= 10), "{cut:?}");
        assert_eq!(cut.concat(), address);
    }

    #[test]
    fn line_feeds_break_and_empty_lines_stay() {
        assert_eq!(broken("市役所\n\n電話", 10.0), ["市役所", "", "電話"]);
    }
}
