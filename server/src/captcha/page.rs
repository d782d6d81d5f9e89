//! Puts ink on paper and packs the page into a PNG file.

use super::{
    dice::Dice,
    number::whole,
    warp::{Plane, Point},
};

/// Width of a picture in pixels.
pub const PICTURE_WIDTH: u16 = 300;

/// Height of a picture in pixels.
pub const PICTURE_HEIGHT: u16 = 110;

/// Red, green and blue.
type Colour = [u8; 3];

const PAPER: Colour = [0xF4, 0xF6, 0xFB];
const INK: Colour = [0x1A, 0x2B, 0x5E];

/// From paper to ink there are 16 shades: four bits a pixel keep the file small.
const SHADES: u8 = 16;
const DARKEST: f32 = 15.0;
/// How far the paper darkens in spots, in shades.
const SPOTS: f32 = 2.6;
/// How far single grains darken the paper further, in shades.
const GRAIN: f32 = 1.2;
/// Distance of the spots' middles in pixels.
const SPOT_SIZE: f32 = 14.0;

/// A page as PNG file, with this much ink (0 to 1) at each point; nothing if
/// the encoder fails, which writing to memory does not.
pub(super) fn printed(ink: impl Fn(Point) -> f32, dice: &mut Dice) -> Option<Vec<u8>> {
    let spots = spots(dice);
    let mut packed = Vec::new();
    for row in 0..PICTURE_HEIGHT {
        let mut first = None;
        for column in 0..PICTURE_WIDTH {
            let point = Point {
                x: f32::from(column) + 0.5,
                y: f32::from(row) + 0.5,
            };
            let paper = shade_of_paper(&spots, point, dice);
            let shade = paper + (DARKEST - paper) * ink(point);
            match first.take() {
                None => first = Some(nearest(shade)),
                Some(left) => packed.push(left << 4 | nearest(shade)),
            }
        }
    }
    file(&packed).ok()
}

fn spots(dice: &mut Dice) -> Plane {
    let across = whole(f32::from(PICTURE_WIDTH) / SPOT_SIZE) + 3;
    let down = whole(f32::from(PICTURE_HEIGHT) / SPOT_SIZE) + 3;
    let mut spots = Plane::empty(across, down);
    for (x, y) in (0..across).flat_map(|x| (0..down).map(move |y| (x, y))) {
        spots.set(x, y, dice.within(&(0.0..SPOTS)));
    }
    spots
}

fn shade_of_paper(spots: &Plane, point: Point, dice: &mut Dice) -> f32 {
    let spot = Point {
        x: point.x / SPOT_SIZE + 1.0,
        y: point.y / SPOT_SIZE + 1.0,
    };
    spots.at(spot) + dice.within(&(0.0..GRAIN))
}

fn nearest(shade: f32) -> u8 {
    super::number::byte(shade).min(SHADES - 1)
}

fn file(packed: &[u8]) -> Result<Vec<u8>, png::EncodingError> {
    let mut file = Vec::new();
    let (width, height) = (u32::from(PICTURE_WIDTH), u32::from(PICTURE_HEIGHT));
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Four);
    encoder.set_palette((0..SHADES).flat_map(colour).collect::<Vec<u8>>());
    encoder.set_filter(png::Filter::NoFilter);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(packed)?;
    writer.finish()?;
    Ok(file)
}

/// The colour of a shade: 0 is paper, the last is ink.
fn colour(shade: u8) -> Colour {
    let part = f32::from(shade) / DARKEST;
    std::array::from_fn(|channel| {
        let [from, to] = [PAPER, INK].map(|ends| ends.get(channel).copied().unwrap_or_default());
        super::number::byte(f32::from(from) + (f32::from(to) - f32::from(from)) * part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::captcha::tests::seed;

    /// Relative luminance as WCAG 2.2 defines it.
    fn luminance(colour: Colour) -> f64 {
        let [red, green, blue] = colour.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    #[test]
    fn ink_stands_out_from_the_darkest_paper_by_more_than_four_and_a_half_to_one() {
        let darkest = nearest(SPOTS + GRAIN);
        let contrast = (luminance(colour(darkest)) + 0.05) / (luminance(INK) + 0.05);
        assert!(contrast >= 4.5, "{contrast}");
        assert_eq!((colour(0), colour(SHADES - 1)), (PAPER, INK));
    }

    #[test]
    fn a_page_without_ink_shows_paper_only_and_a_full_one_ink_only() {
        let shades = |ink: f32| -> Vec<u8> {
            let mut dice = Dice::new(&seed(1), crate::captcha::dice::Use::Picture);
            let file = printed(|_| ink, &mut dice).expect("a page");
            let mut reader = png::Decoder::new(std::io::Cursor::new(file))
                .read_info()
                .expect("a PNG");
            let mut pixels = vec![0; reader.output_buffer_size().expect("small")];
            reader.next_frame(&mut pixels).expect("a whole picture");
            pixels
                .into_iter()
                .flat_map(|pair| [pair >> 4, pair & 15])
                .collect()
        };
        assert!(
            shades(0.0)
                .iter()
                .all(|shade| *shade <= nearest(SPOTS + GRAIN))
        );
        assert!(shades(1.0).iter().all(|shade| *shade == SHADES - 1));
    }
}
