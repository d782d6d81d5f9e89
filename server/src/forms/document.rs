//! Printing application forms: one A4 page for each person.

use app::words::Words;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::{Document, SerializeSettings};
use rules::Language;

use super::layout::{HEIGHT, WIDTH};
use super::limits::SHEETS_LIMIT;
use super::page;
use super::sheet::{Sheet, SheetError};
use super::typeface::Faces;

/// A PDF file with one A4 page for each form, in the order given.
///
/// The same sheets give the same bytes: the file holds no date.
///
/// # Errors
///
/// Nothing is printed unless all forms can be printed; see [`SheetError`].
pub fn pdf(sheets: &[Sheet]) -> Result<Vec<u8>, SheetError> {
    // Screen readers get the page on the web; paper needs no tags.
    written(
        sheets,
        SerializeSettings {
            enable_tagging: false,
            ..SerializeSettings::default()
        },
    )
}

fn written(sheets: &[Sheet], settings: SerializeSettings) -> Result<Vec<u8>, SheetError> {
    match sheets.len() {
        0 => return Err(SheetError::NoSheets),
        count if count > SHEETS_LIMIT => return Err(SheetError::TooManySheets(count)),
        _ => {}
    }
    let language = sheets
        .first()
        .map_or_else(Language::default, |sheet| sheet.language);
    let faces = Faces::load()?;
    let mut document = Document::new_with(settings);
    document.set_metadata(
        Metadata::new()
            .title(Words::of(language).sheet.title.to_owned())
            .language(language.tag().to_owned()),
    );
    for sheet in sheets {
        let size = PageSettings::from_wh(WIDTH, HEIGHT)
            .ok_or_else(|| SheetError::Pdf("the page has no size".to_owned()))?;
        let mut page = document.start_page_with(size);
        page::draw(&mut page.surface(), &faces, sheet)?;
    }
    document
        .finish()
        .map_err(|error| SheetError::Pdf(error.to_string()))
}

#[cfg(test)]
mod tests {
    use rules::ApplicationId;

    use super::super::layout::mm;
    use super::super::qr::{Modules, QUIET_ZONE};
    use super::*;

    const BASE: &str = "https://card.example.lg.jp/apply";

    fn sheet(id: &str, start: &str, office: &str) -> Sheet {
        let id = ApplicationId::parse(id).unwrap();
        let address = format!("{start}/{}", id.as_str());
        Sheet {
            id,
            address,
            office: office.to_owned(),
            language: Language::default(),
        }
    }

    fn ordinary() -> Sheet {
        sheet(
            "12345678901234567890123",
            BASE,
            "みどり市役所 市民課\n電話 03-1234-5678",
        )
    }

    /// The file with its drawing operators left readable.
    fn readable(sheet: &Sheet) -> String {
        let settings = SerializeSettings {
            compress_content_streams: false,
            enable_tagging: false,
            ..SerializeSettings::default()
        };
        let pdf = written(std::slice::from_ref(sheet), settings).unwrap();
        String::from_utf8_lossy(&pdf).into_owned()
    }

    /// The QR code as the page draws it: side of a module in points, and its text.
    fn drawn_code(sheet: &Sheet) -> (f32, Option<String>) {
        let pdf = readable(sheet);
        // The corner of the code stands four white modules from the corner of its place.
        let (before, after) = pdf
            .split_once(" cm 0 g 4 4 m")
            .expect("the code starts at 4, 4");
        let matrix = before.rsplit("q ").next().unwrap();
        let module: f32 = matrix.split(' ').next().unwrap().parse().unwrap();
        let path = format!("4 4 m{}", after.split("\nf").next().unwrap());
        let side = Modules::of(&sheet.address).unwrap().width() + 2 * QUIET_ZONE;
        (module, read_back(&path, side))
    }

    /// Fills the rectangles of a PDF path on a white square, and reads the QR code.
    fn read_back(path: &str, side: usize) -> Option<String> {
        const SCALE: usize = 4;
        let mut grey = vec![255_u8; side * side * SCALE * SCALE];
        for rectangle in path.split('h').filter(|rectangle| rectangle.contains('m')) {
            let corners: Vec<usize> = rectangle
                .split_whitespace()
                .filter_map(|number| number.parse().ok())
                .collect();
            let [left, top, right, _, _, bottom, ..] = corners[..] else {
                panic!("no rectangle: {rectangle}");
            };
            assert!(left >= 4 && top >= 4 && right + 4 <= side && bottom + 4 <= side);
            for y in top * SCALE..bottom * SCALE {
                grey[(y * side + left) * SCALE..(y * side + right) * SCALE].fill(0);
            }
        }
        let mut picture =
            rqrr::PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, |x, y| {
                grey[y * side * SCALE + x]
            });
        let found = picture.detect_grids();
        found
            .first()
            .and_then(|grid| grid.decode().ok())
            .map(|(_, text)| text)
    }

    #[test]
    fn the_printed_code_reads_back_as_the_address_and_is_coarse_enough() {
        let longest = format!("https://{}.example.lg.jp/apply", "a".repeat(90));
        for sheet in [
            ordinary(),
            sheet("00000000000000000000042", &longest, "みどり市役所"),
        ] {
            let (module, text) = drawn_code(&sheet);
            assert_eq!(text.as_deref(), Some(sheet.address.as_str()));
            // Phones were measured to need 3.6 dots at 300 dpi: 0.3 mm.
            assert!(module >= mm(0.6), "{module} points");
            let code = mm(50.0) - 2.0 * 4.0 * module;
            assert!(code >= mm(25.0), "{code} points");
        }
    }

    #[test]
    fn all_text_of_the_fullest_sheet_starts_within_the_margins() {
        let longest = format!("https://{}.example.lg.jp/apply", "a".repeat(90));
        let full = sheet("00000000000000000000042", &longest, &"市役所\n".repeat(4));
        let pdf = readable(&full);
        // Text is set by `1 0 0 -1 x y Tm`, y from the top.
        let mut texts = 0;
        for (before, _) in pdf.match_indices(" Tm").map(|(at, _)| pdf.split_at(at)) {
            let mut numbers = before
                .rsplit(' ')
                .map(|number| number.parse::<f32>().unwrap());
            let (y, x) = (numbers.next().unwrap(), numbers.next().unwrap());
            assert!((mm(18.0)..=mm(192.0 - 9.0 * 0.36)).contains(&x), "{x} {y}");
            assert!((mm(15.0)..=HEIGHT - mm(10.0)).contains(&y), "{x} {y}");
            texts += 1;
        }
        assert_eq!(
            texts, 67,
            "titles, steps, notes and all lines of address and office"
        );
    }

    #[test]
    fn every_form_is_a_page_of_its_own() {
        for count in [1, 3] {
            let file = pdf(&vec![ordinary(); count]).unwrap();
            let pages = String::from_utf8_lossy(&file)
                .matches("/Type/Page/")
                .count();
            assert_eq!(pages, count);
        }
    }

    #[test]
    fn the_same_forms_give_the_same_bytes() {
        assert_eq!(pdf(&[ordinary()]), pdf(&[ordinary()]));
    }

    #[test]
    fn no_form_and_too_many_forms_are_refused() {
        assert_eq!(pdf(&[]), Err(SheetError::NoSheets));
        let many = vec![ordinary(); SHEETS_LIMIT + 1];
        assert_eq!(pdf(&many), Err(SheetError::TooManySheets(SHEETS_LIMIT + 1)));
    }

    #[test]
    fn a_code_that_leads_to_another_form_is_refused() {
        let other = ordinary().address.replace("0123", "0124");
        for address in [
            other,
            BASE.to_owned(),
            format!("{BASE}12345678901234567890123"),
        ] {
            let wrong = Sheet {
                address,
                ..ordinary()
            };
            assert_eq!(pdf(&[wrong]), Err(SheetError::AddressOfAnotherForm));
        }
    }

    #[test]
    fn a_base_url_too_long_for_its_place_is_refused() {
        let length = |letters: usize| sheet("12345678901234567890123", &"a".repeat(letters), "市");
        assert!(pdf(&[length(118)]).is_ok());
        assert_eq!(pdf(&[length(119)]), Err(SheetError::AddressTooLong(143)));
        assert_eq!(
            pdf(&[length(9_000)]),
            Err(SheetError::AddressTooLong(9_024))
        );
    }

    #[test]
    fn the_office_may_take_four_lines() {
        let office = |lines: usize| Sheet {
            office: "市\n".repeat(lines),
            ..ordinary()
        };
        assert!(pdf(&[office(4)]).is_ok());
        assert_eq!(pdf(&[office(5)]), Err(SheetError::OfficeTooLong(5)));
        assert!(
            pdf(&[Sheet {
                office: String::new(),
                ..ordinary()
            }])
            .is_ok()
        );
    }

    #[test]
    fn a_character_that_cannot_be_printed_is_named_not_left_blank() {
        let error = pdf(&[Sheet {
            office: "𠮷野市役所".to_owned(),
            ..ordinary()
        }])
        .unwrap_err();
        assert_eq!(error, SheetError::MissingCharacter('𠮷'));
        assert!(error.to_string().contains("“𠮷” (U+20BB7)"), "{error}");
        let error = pdf(&[Sheet {
            office: "市\t役所".to_owned(),
            ..ordinary()
        }])
        .unwrap_err();
        assert!(error.to_string().contains("“\\t” (U+0009)"), "{error}");
    }
}
