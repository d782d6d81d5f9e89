//! Where everything stands on the sheet. Lengths are in points from the top left.

use krilla::surface::Surface;

use app::words::{Sheet as SheetWords, Words};

use super::layout::{WIDTH, mm};
use super::limits::OFFICE_LINES;
use super::pdf_canvas::{Area, Grey, PdfCanvas, Style, Weight};
use super::qr::{Modules, QUIET_ZONE};
use super::sheet::{Sheet, SheetError};
use super::typeface::Faces;

/// Lines the printed address may take.
const ADDRESS_LINES: usize = 2;

const LEFT: f32 = mm(18.0);
const CONTENT: f32 = WIDTH - 2.0 * LEFT;
/// Side of the QR code with its white border: the code alone is over 35 mm.
const CODE_SIDE: f32 = mm(50.0);

/// What lies between the margins; its height is never used.
const COLUMN: Area = Area {
    left: LEFT,
    top: 0.0,
    width: CONTENT,
    height: 0.0,
};

const BODY: Style = Style {
    weight: Weight::Regular,
    size: 10.5,
    grey: Grey::BLACK,
};
const SMALL: Style = Style { size: 9.0, ..BODY };
const STRONG: Style = Style {
    weight: Weight::Bold,
    size: 11.0,
    ..BODY
};
const HEADING: Style = Style {
    size: 12.0,
    ..STRONG
};
const TITLE: Style = Style {
    size: 18.0,
    ..STRONG
};
const DIGITS: Style = Style {
    size: 15.0,
    ..STRONG
};

/// Draws the form on an empty A4 page.
///
/// # Errors
///
/// What cannot be printed; see [`SheetError`].
pub(super) fn draw(
    surface: &mut Surface<'_>,
    faces: &Faces,
    sheet: &Sheet,
) -> Result<(), SheetError> {
    let mut canvas = PdfCanvas::new(surface, faces);
    let words = &Words::of(sheet.language).sheet;
    head(&mut canvas, words, sheet)?;
    code(&mut canvas, words, &sheet.address)?;
    ways_in(&mut canvas, words, sheet)?;
    steps(&mut canvas, words)?;
    foot(&mut canvas, words, &sheet.office)
}

fn head(
    canvas: &mut PdfCanvas<'_, '_>,
    words: &SheetWords,
    sheet: &Sheet,
) -> Result<(), SheetError> {
    canvas.line(words.title, TITLE, COLUMN.at(mm(18.0)).corner())?;
    canvas.line(words.subtitle, BODY, COLUMN.at(mm(26.5)).corner())?;

    let width = mm(84.0);
    let left = LEFT + CONTENT - width;
    let id = Area {
        left,
        top: mm(16.0),
        width,
        height: mm(17.0),
    };
    canvas.frame(id, 1.2, Grey::BLACK);
    canvas.line(
        words.id_label,
        SMALL,
        id.corner().right(mm(4.0)).down(mm(2.5)),
    )?;
    canvas.centred(&sheet.id.grouped(), DIGITS, id.down(mm(8.0)))?;

    canvas
        .paragraph(words.lead, BODY, COLUMN.at(mm(39.0)))
        .map(drop)
}

fn code(
    canvas: &mut PdfCanvas<'_, '_>,
    words: &SheetWords,
    address: &str,
) -> Result<(), SheetError> {
    let modules = Modules::of(address).map_err(|_| SheetError::AddressTooLong(address.len()))?;
    let place = Area {
        left: LEFT,
        top: mm(55.0),
        width: CODE_SIDE,
        height: CODE_SIDE,
    };
    canvas.code(&modules, QUIET_ZONE, place);
    canvas.frame(place, 0.6, Grey::MIDDLE);
    canvas.centred(words.code_caption, SMALL, place.down(CODE_SIDE + mm(1.8)))
}

/// Beside the QR code: who opens the page in which way.
fn ways_in(
    canvas: &mut PdfCanvas<'_, '_>,
    words: &SheetWords,
    sheet: &Sheet,
) -> Result<(), SheetError> {
    let column = COLUMN.indented(CODE_SIDE + mm(8.0));
    let next = canvas.paragraph(words.phone_heading, HEADING, column.at(mm(55.5)))?;
    let next = canvas.paragraph(words.phone, BODY, column.at(next))?;
    let next = canvas.paragraph(words.computer_heading, HEADING, column.at(next + mm(4.0)))?;
    let next = canvas.paragraph(words.computer, BODY, column.at(next))?;
    address(canvas, sheet, column.at(next + mm(1.5)))
}

/// The address for people at a computer, in a frame: the one of the QR code
/// without the ID, which is easier typed into the page than into the address.
fn address(canvas: &mut PdfCanvas<'_, '_>, sheet: &Sheet, place: Area) -> Result<(), SheetError> {
    let start = sheet
        .address
        .strip_suffix(sheet.id.as_str())
        .and_then(|start| start.strip_suffix('/'))
        .ok_or(SheetError::AddressOfAnotherForm)?;
    let inner = place.inside(mm(3.0)).down(mm(2.2));
    if canvas.broken(start, BODY, inner.width)?.len() > ADDRESS_LINES {
        return Err(SheetError::AddressTooLong(sheet.address.len()));
    }
    let next = canvas.paragraph(start, BODY, inner)?;
    canvas.frame(
        Area {
            height: next - place.top + mm(0.6),
            ..place
        },
        0.6,
        Grey::MIDDLE,
    );
    Ok(())
}

fn steps(canvas: &mut PdfCanvas<'_, '_>, words: &SheetWords) -> Result<(), SheetError> {
    let top = mm(114.5);
    heading(canvas, words.steps_heading, COLUMN.at(top))?;
    for (number, step) in (1_u8..).zip(words.steps) {
        let top = top + mm(9.5) + f32::from(number - 1) * mm(11.2);
        let corner = COLUMN.at(top).corner();
        canvas.numbered(number, corner.right(mm(3.5)).down(mm(4.2)))?;
        let beside = corner.right(mm(11.0));
        canvas.line(step.name, STRONG, beside)?;
        canvas.line(step.what, BODY, beside.down(mm(4.9)))?;
    }
    Ok(())
}

/// Two columns: what to have ready and whom to ask, and what to mind.
fn foot(
    canvas: &mut PdfCanvas<'_, '_>,
    words: &SheetWords,
    office: &str,
) -> Result<(), SheetError> {
    let gap = mm(8.0);
    let width = (CONTENT - gap) / 2.0;
    let first = Area { width, ..COLUMN }.at(mm(229.0));
    let second = Area {
        left: first.left + width + gap,
        ..first
    };

    heading(canvas, words.prepare_heading, first)?;
    let next = bullets(canvas, words.bullet, &words.prepare, first.down(mm(9.0)))?;
    contact(canvas, words, office, first.at(next + mm(3.0)))?;
    heading(canvas, words.notes_heading, second)?;
    bullets(canvas, words.bullet, &words.notes, second.down(mm(9.0))).map(drop)
}

fn contact(
    canvas: &mut PdfCanvas<'_, '_>,
    words: &SheetWords,
    office: &str,
    place: Area,
) -> Result<(), SheetError> {
    heading(canvas, words.office_heading, place)?;
    let taken = canvas.broken(office, SMALL, place.width)?.len();
    if taken > OFFICE_LINES {
        return Err(SheetError::OfficeTooLong(taken));
    }
    canvas
        .paragraph(office, SMALL, place.down(mm(9.0)))
        .map(drop)
}

/// A heading with a line under it.
fn heading(canvas: &mut PdfCanvas<'_, '_>, text: &str, place: Area) -> Result<(), SheetError> {
    canvas.line(text, HEADING, place.corner())?;
    canvas.fill(
        Area {
            height: 0.8,
            ..place.down(mm(6.2))
        },
        Grey::BLACK,
    );
    Ok(())
}

/// A list; gives the top of the line that would follow.
fn bullets(
    canvas: &mut PdfCanvas<'_, '_>,
    bullet: &str,
    texts: &[&str],
    place: Area,
) -> Result<f32, SheetError> {
    let mut place = place;
    for text in texts {
        canvas.line(bullet, SMALL, place.corner())?;
        place = place.at(canvas.paragraph(text, SMALL, place.indented(SMALL.size))?);
    }
    Ok(place.top)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rules::Language;

    fn width(text: &str, style: Style) -> f32 {
        let faces = Faces::load().unwrap();
        let face = match style.weight {
            Weight::Regular => &faces.regular,
            Weight::Bold => &faces.bold,
        };
        face.width(text).unwrap() * style.size
    }

    #[test]
    fn no_step_runs_over_the_right_margin() {
        let words = &Words::of(Language::default()).sheet;
        for step in words.steps {
            for (text, style) in [(step.name, STRONG), (step.what, BODY)] {
                assert!(width(text, style) <= CONTENT - mm(11.0), "{text}");
            }
        }
    }

    #[test]
    fn the_title_and_the_id_do_not_touch() {
        let words = &Words::of(Language::default()).sheet;
        assert!(width(words.title, TITLE) <= CONTENT - mm(84.0) - mm(5.0));
        assert!(width("1234 5678 9012 3456 7890 123", DIGITS) <= mm(84.0 - 4.0));
    }
}
