//! The two embedded fonts: which glyph stands for a character, and how wide it is.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

use super::sheet::SheetError;

/// JIS level 1 kanji, kana, letters, signs: prints the office's words too.
const REGULAR: &[u8] = include_bytes!("fonts/BIZUDGothic-Regular.subset.ttf");
/// Only the sheet's own words, digits and Latin letters.
const BOLD: &[u8] = include_bytes!("fonts/BIZUDGothic-Bold.subset.ttf");

/// Both weights.
pub(super) struct Faces {
    pub(super) regular: Typeface,
    pub(super) bold: Typeface,
}

/// A font of the sheet.
pub(super) struct Typeface {
    font: Font,
    characters: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
}

impl Faces {
    /// Reads the embedded fonts.
    ///
    /// # Errors
    ///
    /// [`SheetError::Font`] if the program was built with a damaged font.
    pub(super) fn load() -> Result<Self, SheetError> {
        Ok(Self {
            regular: Typeface::load(REGULAR)?,
            bold: Typeface::load(BOLD)?,
        })
    }
}

impl Typeface {
    fn load(bytes: &'static [u8]) -> Result<Self, SheetError> {
        let reference = FontRef::new(bytes).map_err(|_| SheetError::Font)?;
        Ok(Self {
            font: Font::new(bytes.into(), 0).ok_or(SheetError::Font)?,
            characters: reference.charmap(),
            metrics: reference.glyph_metrics(Size::unscaled(), LocationRef::default()),
        })
    }

    pub(super) fn font(&self) -> Font {
        self.font.clone()
    }

    /// The glyphs of the text, left to right, widths in ems.
    ///
    /// # Errors
    ///
    /// [`SheetError::MissingCharacter`] for the first character the font lacks:
    /// an empty box must never be printed in its place.
    pub(super) fn glyphs(&self, text: &str) -> Result<Vec<KrillaGlyph>, SheetError> {
        text.char_indices()
            .map(|(start, character)| {
                let (id, advance) = self.glyph(character)?;
                let range = start..start + character.len_utf8();
                Ok(KrillaGlyph::new(id, advance, 0.0, 0.0, 0.0, range, None))
            })
            .collect()
    }

    /// Width of the text in ems.
    ///
    /// # Errors
    ///
    /// As [`Typeface::glyphs`].
    pub(super) fn width(&self, text: &str) -> Result<f32, SheetError> {
        text.chars()
            .map(|character| Ok(self.glyph(character)?.1))
            .sum()
    }

    fn glyph(&self, character: char) -> Result<(GlyphId, f32), SheetError> {
        let missing = SheetError::MissingCharacter(character);
        let id = self
            .characters
            .map(character)
            .ok_or_else(|| missing.clone())?;
        let advance = self.metrics.advance_width(id).ok_or(missing)?;
        Ok((
            GlyphId::new(id.to_u32()),
            advance / self.font.units_per_em(),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_fonts_hold_every_character_of_the_sheet() {
        let faces = Faces::load().unwrap();
        let words = include_str!("../../../app/src/words/ja/sheet.rs").replace('\n', "");
        for face in [&faces.regular, &faces.bold] {
            face.glyphs(&words).expect("run fonts/subset.py again");
        }
    }

    #[test]
    fn names_of_offices_and_their_numbers_can_be_printed() {
        let regular = Faces::load().unwrap().regular;
        let names = "檜原村役場 諫早市役所 鰺ヶ沢町 嬬恋村 羽咋市 下條村 龍ケ崎市 葛飾区 宍粟市 匝瑳市 \
            さいたま市〒100－0001 TEL:03-1234-5678（平日8時30分〜17時）info@example.lg.jp";
        assert!(regular.glyphs(names).is_ok());
    }

    #[test]
    fn kana_and_kanji_are_one_em_wide_and_digits_half() {
        let regular = Faces::load().unwrap().regular;
        for (text, ems) in [("漢字かな", 4.0), ("0123", 2.0), ("", 0.0)] {
            assert!((regular.width(text).unwrap() - ems).abs() < 0.001, "{text}");
        }
    }

    #[test]
    fn a_character_the_font_lacks_is_named() {
        let regular = Faces::load().unwrap().regular;
        for lacking in ['😀', '\u{20BB7}', '\t'] {
            let found = regular.glyphs(&format!("市{lacking}役所")).unwrap_err();
            assert_eq!(found, SheetError::MissingCharacter(lacking));
        }
    }
}
