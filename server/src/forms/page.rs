//! Where everything stands on the sheet. Lengths are in points from the top left.

use krilla::surface::Surface;

use super::layout::mm;
use super::pen::{Area, Grey, Pen, Spot, Style, Weight};
use super::qr::{Modules, QUIET_ZONE};
use super::sheet::{Sheet, SheetError};
use super::typeface::Faces;
use super::words;

/// A4 portrait.
pub(super) const WIDTH: f32 = mm(210.0);
/// A4 portrait.
pub(super) const HEIGHT: f32 = mm(297.0);
/// Lines the office may take.
pub(super) const OFFICE_LINES: usize = 4;
/// Lines the printed address may take.
const ADDRESS_LINES: usize = 2;

const LEFT: f32 = mm(18.0);
const CONTENT: f32 = WIDTH - 2.0 * LEFT;
/// Side of the QR code with its white border: the code alone is over 35 mm.
const CODE_SIDE: f32 = mm(50.0);

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
    weight: Weight::Bold,
    size: 12.0,
    ..BODY
};
const TITLE: Style = Style {
    size: 18.0,
    ..HEADING
};
const DIGITS: Style = Style {
    size: 15.0,
    ..HEADING
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
    let mut pen = Pen::new(surface, faces);
    head(&mut pen, sheet)?;
    code(&mut pen, &sheet.address)?;
    ways_in(&mut pen, sheet)?;
    steps(&mut pen)?;
    foot(&mut pen, &sheet.office)
}

fn head(pen: &mut Pen<'_, '_>, sheet: &Sheet) -> Result<(), SheetError> {
    pen.line(
        words::TITLE,
        TITLE,
        Spot {
            x: LEFT,
            y: mm(18.0),
        },
    )?;
    pen.line(
        words::SUBTITLE,
        BODY,
        Spot {
            x: LEFT,
            y: mm(26.5),
        },
    )?;

    let id = Area {
        left: WIDTH - LEFT - mm(84.0),
        top: mm(16.0),
        width: mm(84.0),
        height: mm(17.0),
    };
    pen.frame(id, 1.2, Grey::BLACK);
    pen.line(
        words::ID_LABEL,
        SMALL,
        Spot {
            x: id.left + mm(4.0),
            y: id.top + mm(2.5),
        },
    )?;
    let digits = sheet.id.grouped();
    pen.centred(
        &digits,
        DIGITS,
        Area {
            top: id.top + mm(8.0),
            ..id
        },
    )?;

    let lead = Area {
        left: LEFT,
        top: mm(39.0),
        width: CONTENT,
        height: 0.0,
    };
    pen.paragraph(words::LEAD, BODY, lead).map(drop)
}

fn code(pen: &mut Pen<'_, '_>, address: &str) -> Result<(), SheetError> {
    let modules = Modules::of(address).map_err(|_| SheetError::AddressTooLong(address.len()))?;
    let place = Area {
        left: LEFT,
        top: mm(55.0),
        width: CODE_SIDE,
        height: CODE_SIDE,
    };
    pen.code(&modules, QUIET_ZONE, place);
    pen.frame(place, 0.6, Grey::MIDDLE);
    let caption = Area {
        top: place.top + place.height + mm(1.8),
        ..place
    };
    pen.centred(words::CODE_CAPTION, SMALL, caption)
}

fn ways_in(pen: &mut Pen<'_, '_>, sheet: &Sheet) -> Result<(), SheetError> {
    let left = LEFT + CODE_SIDE + mm(8.0);
    let column = Area {
        left,
        top: mm(55.5),
        width: WIDTH - LEFT - left,
        height: 0.0,
    };
    let next = pen.paragraph(words::PHONE_HEADING, HEADING, column)?;
    let next = pen.paragraph(
        words::PHONE,
        BODY,
        Area {
            top: next,
            ..column
        },
    )?;
    let next = pen.paragraph(
        words::COMPUTER_HEADING,
        HEADING,
        Area {
            top: next + mm(4.0),
            ..column
        },
    )?;
    let next = pen.paragraph(
        words::COMPUTER,
        BODY,
        Area {
            top: next,
            ..column
        },
    )?;
    address(
        pen,
        sheet,
        Area {
            top: next + mm(1.5),
            ..column
        },
    )
}

/// The address for people at a computer, in a frame.
fn address(pen: &mut Pen<'_, '_>, sheet: &Sheet, place: Area) -> Result<(), SheetError> {
    let start = sheet
        .address
        .strip_suffix(sheet.id.as_str())
        .and_then(|start| start.strip_suffix('/'))
        .ok_or(SheetError::AddressOfAnotherForm)?;
    let inner = Area {
        left: place.left + mm(3.0),
        top: place.top + mm(2.2),
        width: place.width - mm(6.0),
        ..place
    };
    if pen.broken(start, BODY, inner.width)?.len() > ADDRESS_LINES {
        return Err(SheetError::AddressTooLong(sheet.address.len()));
    }
    let next = pen.paragraph(start, BODY, inner)?;
    pen.frame(
        Area {
            height: next - place.top + mm(0.6),
            ..place
        },
        0.6,
        Grey::MIDDLE,
    );
    Ok(())
}

fn steps(pen: &mut Pen<'_, '_>) -> Result<(), SheetError> {
    let top = mm(114.5);
    heading(
        pen,
        words::STEPS_HEADING,
        Area {
            left: LEFT,
            top,
            width: CONTENT,
            height: 0.0,
        },
    )?;
    for (place, step) in (0_u8..).zip(&words::STEPS) {
        let top = top + mm(9.5) + f32::from(place) * mm(11.2);
        pen.numbered(
            place + 1,
            Spot {
                x: LEFT + mm(3.5),
                y: top + mm(4.2),
            },
        )?;
        let x = LEFT + mm(11.0);
        pen.line(step.name, STRONG, Spot { x, y: top })?;
        pen.line(
            step.what,
            BODY,
            Spot {
                x,
                y: top + mm(4.9),
            },
        )?;
    }
    Ok(())
}

fn foot(pen: &mut Pen<'_, '_>, office: &str) -> Result<(), SheetError> {
    let top = mm(229.0);
    let width = (CONTENT - mm(8.0)) / 2.0;
    let first = Area {
        left: LEFT,
        top,
        width,
        height: 0.0,
    };
    let second = Area {
        left: LEFT + width + mm(8.0),
        ..first
    };

    heading(pen, words::PREPARE_HEADING, first)?;
    let next = bullets(
        pen,
        &words::PREPARE,
        Area {
            top: top + mm(9.0),
            ..first
        },
    )?;
    heading(pen, words::NOTES_HEADING, second)?;
    bullets(
        pen,
        &words::NOTES,
        Area {
            top: top + mm(9.0),
            ..second
        },
    )?;

    let contact = Area {
        top: next + mm(3.0),
        ..first
    };
    heading(pen, words::OFFICE_HEADING, contact)?;
    let taken = pen.broken(office, SMALL, width)?.len();
    if taken > OFFICE_LINES {
        return Err(SheetError::OfficeTooLong(taken));
    }
    pen.paragraph(
        office,
        SMALL,
        Area {
            top: contact.top + mm(9.0),
            ..contact
        },
    )
    .map(drop)
}

/// A heading with a line under it.
fn heading(pen: &mut Pen<'_, '_>, text: &str, place: Area) -> Result<(), SheetError> {
    pen.line(
        text,
        HEADING,
        Spot {
            x: place.left,
            y: place.top,
        },
    )?;
    pen.fill(
        Area {
            top: place.top + mm(6.2),
            height: 0.8,
            ..place
        },
        Grey::BLACK,
    );
    Ok(())
}

fn bullets(pen: &mut Pen<'_, '_>, texts: &[&str], place: Area) -> Result<f32, SheetError> {
    let mut top = place.top;
    for text in texts {
        pen.line(
            "・",
            SMALL,
            Spot {
                x: place.left,
                y: top,
            },
        )?;
        let indent = SMALL.size;
        let beside = Area {
            left: place.left + indent,
            top,
            width: place.width - indent,
            height: 0.0,
        };
        top = pen.paragraph(text, SMALL, beside)?;
    }
    Ok(top)
}
