//! From grey pixels to an application ID.

use rqrr::PreparedImage;
use rules::ApplicationId;
use wasm_bindgen::prelude::wasm_bindgen;

/// What a picture shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Sight {
    /// The QR code of an application form.
    Form(ApplicationId),
    /// Only QR codes of something else.
    OtherCode,
    /// No QR code that can be read.
    Nothing,
}

/// The 23 digits of the application ID in the QR code of a picture of `width`
/// times `height` grey pixels (0 is black), row by row.
///
/// Nothing if there is no readable code of an application form, or if the number
/// of pixels is another.
#[wasm_bindgen]
pub fn read(grey: &[u8], width: usize, height: usize) -> Option<String> {
    match look(grey, width, height) {
        Sight::Form(id) => Some(id.as_str().to_owned()),
        Sight::OtherCode | Sight::Nothing => None,
    }
}

/// Looks for the QR code of an application form.
pub(crate) fn look(grey: &[u8], width: usize, height: usize) -> Sight {
    let texts = texts(grey, width, height);
    let form = texts.iter().find_map(|text| id_in(text));
    match form {
        Some(id) => Sight::Form(id),
        None if texts.is_empty() => Sight::Nothing,
        None => Sight::OtherCode,
    }
}

/// The texts of all readable QR codes.
fn texts(grey: &[u8], width: usize, height: usize) -> Vec<String> {
    if grey.is_empty() || width.checked_mul(height) != Some(grey.len()) {
        return Vec::new();
    }
    let pixel = |x: usize, y: usize| grey.get(y * width + x).copied().unwrap_or(u8::MAX);
    let mut picture = PreparedImage::prepare_from_greyscale(width, height, pixel);
    let grids = picture.detect_grids();
    grids
        .iter()
        .filter_map(|grid| grid.decode().ok())
        .map(|(_, text)| text)
        .collect()
}

/// The ID in an address of ours (`…/apply/ID`), or the text itself if it is one.
///
/// Any host will do: only the digits are taken, and the applicant compares them
/// with the paper.
fn id_in(text: &str) -> Option<ApplicationId> {
    let candidate = match text.rsplit_once("/apply/") {
        Some((_, rest)) => rest.split(['?', '#', '/']).next()?,
        None => text,
    };
    ApplicationId::parse(candidate).ok()
}

#[cfg(test)]
mod tests {
    use qrcode::{Color, EcLevel, QrCode};

    use super::*;

    const DIGITS: &str = "12345678901234567890123";
    const QUIET: usize = 4;

    /// A code drawn with so many pixels for each module.
    fn draw(text: &str, scale: usize) -> (Vec<u8>, usize) {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).unwrap();
        let modules = code.width();
        let side = (modules + 2 * QUIET) * scale;
        let mut grey = vec![235; side * side];
        for (place, colour) in code.to_colors().into_iter().enumerate() {
            let (left, top) = (
                (place % modules + QUIET) * scale,
                (place / modules + QUIET) * scale,
            );
            for y in top..top + scale {
                for x in left..left + scale {
                    grey[y * side + x] = if colour == Color::Dark { 30 } else { 235 };
                }
            }
        }
        (grey, side)
    }

    fn seen(text: &str) -> Sight {
        let (grey, side) = draw(text, 4);
        look(&grey, side, side)
    }

    #[test]
    fn the_code_of_a_form_gives_its_id() {
        let (grey, side) = draw(&format!("https://apply.example.lg.jp/apply/{DIGITS}"), 5);
        assert_eq!(read(&grey, side, side).as_deref(), Some(DIGITS));
    }

    #[test]
    fn a_code_that_holds_nothing_but_the_id_gives_it() {
        assert_eq!(
            seen(DIGITS),
            Sight::Form(ApplicationId::parse(DIGITS).unwrap())
        );
    }

    #[test]
    fn a_code_of_something_else_is_told_from_no_code() {
        assert_eq!(seen("https://example.jp/menu"), Sight::OtherCode);
        assert_eq!(look(&[255; 10_000], 100, 100), Sight::Nothing);
    }

    #[test]
    fn among_several_codes_the_one_of_the_form_is_taken() {
        let (form, side) = draw(&format!("http://127.0.0.1:3000/apply/{DIGITS}"), 4);
        let (mut other, other_side) = draw("https://example.jp/", 4);
        other.resize(other_side * side, 235);
        let mut both = Vec::new();
        for y in 0..side {
            both.extend_from_slice(&other[y * other_side..(y + 1) * other_side]);
            both.extend_from_slice(&form[y * side..(y + 1) * side]);
        }
        assert_eq!(
            read(&both, other_side + side, side).as_deref(),
            Some(DIGITS)
        );
    }

    #[test]
    fn a_picture_whose_size_is_not_its_number_of_pixels_shows_nothing() {
        for (width, height) in [(0, 0), (10, 10), (usize::MAX, 2)] {
            assert_eq!(look(&[0; 99], width, height), Sight::Nothing);
        }
        assert_eq!(look(&[], 0, 0), Sight::Nothing);
    }

    #[test]
    fn only_an_address_of_an_application_or_a_bare_id_counts() {
        let id = ApplicationId::parse(DIGITS).ok();
        assert_eq!(id_in(&format!("https://a.jp/apply/{DIGITS}")), id);
        assert_eq!(
            id_in(&format!("https://a.jp/portal/apply/{DIGITS}?from=qr")),
            id
        );
        assert_eq!(id_in(&format!("https://a.jp/other/{DIGITS}")), None);
        assert_eq!(id_in("https://a.jp/apply/123"), None);
        assert_eq!(id_in("https://a.jp/apply/"), None);
        assert_eq!(id_in(""), None);
    }
}
