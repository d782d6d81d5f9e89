//! Draws an answer: a picture a person reads with ease.

use std::ops::Range;

use ab_glyph::{Font, FontRef, ScaleFont};

use super::{
    alphabet::{ALPHABET, ANSWER_LENGTH},
    dice::{Dice, Use},
    number::{real, whole},
    page::{self, PICTURE_WIDTH},
    warp::{Plane, Point, Sine, Swell, Tilt},
};

/// The fonts the letters are taken from; see `docs/third-party.md`.
const FONTS: [&[u8]; 4] = [
    include_bytes!("fonts/sans.ttf"),
    include_bytes!("fonts/serif.ttf"),
    include_bytes!("fonts/mono.ttf"),
    include_bytes!("fonts/hyperlegible.ttf"),
];

/// Height of the digit 8 in pixels, in every font: fonts of one size in points
/// differ by a third.
const DIGIT_HEIGHT: Range<f32> = 40.0..46.0;
/// Letters are kept twice as large as drawn, so that turning does not blur them.
const DETAIL: f32 = 2.0;
const BASELINE: f32 = 72.0;
const UP_OR_DOWN: Range<f32> = -5.0..5.0;
const MARGIN: f32 = 16.0;
const LEAST_GAP: f32 = 3.0;
const MOST_GAP: f32 = 11.0;
const STROKES: usize = 2;
const STROKE_WIDTH: Range<f32> = 1.6..2.4;
/// Farther above or below than this, in pixels, a stroke does not show.
const FAR: f32 = 4.0;

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DrawError {
    /// The answer has not [`ANSWER_LENGTH`] letters, or others than [`ALPHABET`].
    #[error("not an answer that can be drawn")]
    Answer,
    /// An embedded font is broken or lacks a letter.
    #[error("a font of the captcha cannot be used")]
    Font,
    /// The picture could not be packed into a file.
    #[error("the picture cannot be written as PNG")]
    Encoding,
}

/// The picture of an answer: a PNG file of [`PICTURE_WIDTH`] ×
/// [`PICTURE_HEIGHT`] pixels, at most 12 KB.
///
/// The same answer and seed give the same bytes.
///
/// # Errors
///
/// [`DrawError::Answer`] for a text [`answer`](super::answer) cannot have made;
/// the others only if the program was built from broken fonts.
pub fn picture(answer: &str, seed: &[u8; 32]) -> Result<Vec<u8>, DrawError> {
    if answer.chars().count() != ANSWER_LENGTH || !answer.chars().all(|one| ALPHABET.contains(&one))
    {
        return Err(DrawError::Answer);
    }
    let mut dice = Dice::new(seed, Use::Picture);
    let ink = Ink::by_chance(answer, &mut dice)?;
    page::printed(|point| ink.at(point), &mut dice).ok_or(DrawError::Encoding)
}

/// Everything that is drawn in ink: letters and strokes, waved together.
#[derive(Debug)]
struct Ink {
    letters: Vec<Letter>,
    strokes: Vec<Stroke>,
    swell: Swell,
}

impl Ink {
    fn by_chance(answer: &str, dice: &mut Dice) -> Result<Self, DrawError> {
        let shapes = answer
            .chars()
            .map(|one| shape(one, dice))
            .collect::<Result<Vec<_>, DrawError>>()?;
        Ok(Self {
            letters: in_a_row(shapes, dice),
            strokes: (0..STROKES).map(|_| Stroke::by_chance(dice)).collect(),
            swell: Swell::by_chance(dice),
        })
    }

    /// How much ink is at a point, from 0 to 1.
    fn at(&self, point: Point) -> f32 {
        let point = self.swell.undo(point);
        let mut most = 0.0;
        for letter in &self.letters {
            most = f32::max(most, letter.at(point));
        }
        for stroke in &self.strokes {
            most = f32::max(most, stroke.at(point));
        }
        most
    }
}

/// A letter's upright form, and how far its middle is above the baseline.
#[derive(Debug)]
struct Shape {
    form: Plane,
    rise: f32,
}

fn shape(letter: char, dice: &mut Dice) -> Result<Shape, DrawError> {
    let font = dice.pick(&FONTS).ok_or(DrawError::Font)?;
    shape_in(font, letter, dice.within(&DIGIT_HEIGHT)).ok_or(DrawError::Font)
}

/// The letter in a font whose digits are so many pixels high.
fn shape_in(font: &[u8], letter: char, digit_height: f32) -> Option<Shape> {
    let font = FontRef::try_from_slice(font).ok()?;
    let whole_size = font.as_scaled(1_000.0);
    let eight = whole_size
        .outline_glyph(whole_size.scaled_glyph('8'))?
        .px_bounds()
        .height();
    let scaled = font.as_scaled(1_000.0 * digit_height * DETAIL / eight);
    let glyph = scaled.scaled_glyph(letter);
    if glyph.id.0 == 0 {
        return None;
    }
    let outline = scaled.outline_glyph(glyph)?;
    let bounds = outline.px_bounds();
    // One empty pixel all around lets the edges fade instead of breaking off.
    let mut form = Plane::empty(whole(bounds.width()) + 2, whole(bounds.height()) + 2);
    outline.draw(|x, y, coverage| {
        if let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) {
            form.set(x + 1, y + 1, coverage.clamp(0.0, 1.0));
        }
    });
    Some(Shape {
        form,
        rise: -f32::midpoint(bounds.min.y, bounds.max.y) / DETAIL,
    })
}

/// Sets the letters side by side, smaller where they are too wide together.
fn in_a_row(shapes: Vec<Shape>, dice: &mut Dice) -> Vec<Letter> {
    let gaps = real(shapes.len().saturating_sub(1));
    let room = f32::from(PICTURE_WIDTH) - 2.0 * MARGIN;
    let ink: f32 = shapes.iter().map(|shape| shape.form.width() / DETAIL).sum();
    let size = ((room - gaps * LEAST_GAP) / ink).min(1.0);
    let gap = ((room - ink * size) / gaps.max(1.0)).min(MOST_GAP);
    let spare = (room - ink * size - gap * gaps).max(0.0);
    let mut left = MARGIN + dice.within(&(0.0..spare));
    let mut letters = Vec::with_capacity(shapes.len());
    for Shape { form, rise } in shapes {
        let width = form.width() / DETAIL * size;
        let y = BASELINE - rise * size + dice.within(&UP_OR_DOWN);
        let middle = Point {
            x: left + width / 2.0,
            y,
        };
        letters.push(Letter::new(
            form,
            middle,
            DETAIL / size,
            Tilt::by_chance(dice),
        ));
        left += width + gap;
    }
    letters
}

/// A letter at its place.
#[derive(Debug)]
struct Letter {
    form: Plane,
    middle: Point,
    /// How many pixels of the form make one of the picture.
    detail: f32,
    /// No ink is farther from the middle than this, however the letter is tilted.
    reach: f32,
    tilt: Tilt,
}

impl Letter {
    fn new(form: Plane, middle: Point, detail: f32, tilt: Tilt) -> Self {
        let reach = (form.width() + form.height()) / (2.0 * detail) + 1.0;
        Self {
            form,
            middle,
            detail,
            reach,
            tilt,
        }
    }

    fn at(&self, point: Point) -> f32 {
        let offset = Point {
            x: point.x - self.middle.x,
            y: point.y - self.middle.y,
        };
        // Five letters of six are not here: the quickest way to say so.
        if offset.x.abs() > self.reach || offset.y.abs() > self.reach {
            return 0.0;
        }
        let upright = self.tilt.undo(offset);
        self.form.at(Point {
            x: upright.x * self.detail + self.form.width() / 2.0,
            y: upright.y * self.detail + self.form.height() / 2.0,
        })
    }
}

/// A thin curve from edge to edge, in the colour of the letters.
#[derive(Debug)]
struct Stroke {
    height: f32,
    curve: Sine,
    half_width: f32,
}

impl Stroke {
    fn by_chance(dice: &mut Dice) -> Self {
        Self {
            height: dice.within(&(30.0..80.0)),
            curve: Sine::by_chance(dice, 9.0, 180.0),
            half_width: dice.within(&STROKE_WIDTH) / 2.0,
        }
    }

    fn at(&self, point: Point) -> f32 {
        let steep = self.curve.steepness(point.x);
        let above = (point.y - self.height - self.curve.at(point.x)).abs();
        // Most points are far away; the curve is too flat to come near them.
        if above > FAR {
            return 0.0;
        }
        let distance = above / (1.0 + steep * steep).sqrt();
        (self.half_width + 0.5 - distance).clamp(0.0, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::super::page::PICTURE_HEIGHT;
    use super::*;
    use crate::captcha::{answer, tests::seed};

    #[test]
    fn every_font_has_every_letter_and_no_two_look_the_same() {
        for (number, font) in FONTS.iter().enumerate() {
            let forms: HashSet<_> = ALPHABET
                .iter()
                .map(|letter| {
                    let shape = shape_in(font, *letter, 40.0).expect("a glyph");
                    assert!(shape.form.height() > 40.0, "font {number}: {letter}");
                    format!("{:?}", shape.form)
                })
                .collect();
            assert_eq!(forms.len(), ALPHABET.len(), "font {number}");
        }
    }

    #[test]
    fn a_letter_no_font_has_is_an_error_and_not_a_box() {
        for font in FONTS {
            assert!(shape_in(font, 'o', 40.0).is_none());
        }
    }

    /// Four threads: unoptimised, one picture takes some 35 ms.
    #[test]
    fn two_thousand_pictures_are_drawn_and_none_repeats() {
        let drawn = |from: u32| -> Vec<Vec<u8>> {
            let numbers = (from..2_000).step_by(4).map(seed);
            numbers
                .map(|seed| picture(&answer(&seed), &seed).expect("a picture"))
                .collect()
        };
        let pictures: HashSet<_> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4)
                .map(|from| scope.spawn(move || drawn(from)))
                .collect();
            threads
                .into_iter()
                .flat_map(|thread| thread.join().expect("no panic"))
                .collect()
        });
        assert_eq!(pictures.len(), 2_000);
        assert!(pictures.iter().all(|file| file.len() <= 12 * 1024));
    }

    #[test]
    fn the_file_is_a_png_of_300_by_110() {
        let file = picture("abc234", &seed(1)).expect("a picture");
        let mut reader = png::Decoder::new(std::io::Cursor::new(file))
            .read_info()
            .expect("a PNG");
        let mut pixels = vec![0; reader.output_buffer_size().expect("small")];
        let info = reader.next_frame(&mut pixels).expect("a whole picture");
        assert_eq!((info.width, info.height), (300, 110));
    }

    #[test]
    fn the_same_seed_draws_the_same_and_another_seed_differently() {
        assert_eq!(picture("abc234", &seed(1)), picture("abc234", &seed(1)));
        assert_ne!(picture("abc234", &seed(1)), picture("abc234", &seed(2)));
        assert_ne!(picture("abc234", &seed(1)), picture("abc235", &seed(1)));
    }

    #[test]
    fn other_texts_are_not_drawn() {
        for text in ["", "abc23", "abc2345", "abc23o", "ABC234", "あいうえおか"] {
            assert_eq!(picture(text, &seed(1)), Err(DrawError::Answer), "{text}");
        }
    }

    #[test]
    fn even_the_widest_letters_stay_inside_the_picture() {
        for number in 0..50 {
            for text in ["mmmmmm", "wwwwww", "jjjjjj", "gggggg", "hhhhhh"] {
                let ink = Ink::by_chance(text, &mut Dice::new(&seed(number), Use::Picture));
                let ink = Ink {
                    strokes: Vec::new(),
                    ..ink.expect("ink")
                };
                let (right, bottom) = (f32::from(PICTURE_WIDTH), f32::from(PICTURE_HEIGHT));
                for step in 0..PICTURE_WIDTH {
                    let x = f32::from(step);
                    let edges = ink.at(Point { x, y: 0.5 }) + ink.at(Point { x, y: bottom - 0.5 });
                    assert!(edges < 0.01, "{text} {number}: over or under at {x}");
                }
                for step in 0..PICTURE_HEIGHT {
                    let y = f32::from(step);
                    let edges = ink.at(Point { x: 0.5, y }) + ink.at(Point { x: right - 0.5, y });
                    assert!(edges < 0.01, "{text} {number}: beside at {y}");
                }
            }
        }
    }
}
