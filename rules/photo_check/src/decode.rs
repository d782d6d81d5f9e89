use rules::photo::{Coding, Colour, Facts, Finding, Inspection, Orientation, QuarterTurn};

use crate::Size;
use crate::jpeg::{self, Broken, NotRewritten};
use crate::pixels::Pixels;
use crate::resample::float;
use crate::spec;

/// A decoded photo, upright, and how many of its pixels one of these stands for.
pub(crate) struct Decoded {
    pub(crate) pixels: Pixels,
    /// Pixels of the full picture along the side of one of these.
    pub(crate) shrink: f32,
    /// Sides of the full picture, upright.
    pub(crate) full: Size,
    /// The colour profile of the file, if it has one.
    pub(crate) profile: Option<Vec<u8>>,
}

/// Whether a file is good, or becomes good when the picture is trimmed, and the decoder gets
/// by with the memory of a phone.
pub(crate) fn can_be_checked(file: &Inspection) -> bool {
    let is_too_small = |finding| {
        matches!(
            finding,
            Finding::TooFewBytes { .. } | Finding::TooNarrow { .. } | Finding::TooLow { .. }
        )
    };
    can_be_decoded(file) && !file.refusals().any(is_too_small)
}

/// Whether a file is refused for nothing but its bytes and sides, and the decoder gets by
/// with the memory of a phone.
pub(crate) fn can_be_decoded(file: &Inspection) -> bool {
    let is_of_size = |finding| {
        matches!(
            finding,
            Finding::TooFewBytes { .. }
                | Finding::TooManyBytes { .. }
                | Finding::TooNarrow { .. }
                | Finding::TooWide { .. }
                | Finding::TooLow { .. }
                | Finding::TooHigh { .. }
        )
    };
    file.refusals().all(is_of_size) && has_room_for(&file.facts)
}

fn has_room_for(facts: &Facts) -> bool {
    let pixels = u64::from(facts.width) * u64::from(facts.height);
    let most = if facts.coding == Some(Coding::Progressive) {
        spec::MOST_PROGRESSIVE_PIXELS
    } else {
        spec::MOST_PIXELS
    };
    (1..=most).contains(&pixels)
}

/// Decodes a photo that the file rules accept, in the size that is best for the
/// check.
pub(crate) fn for_check(bytes: &[u8], facts: &Facts) -> Result<Decoded, Broken> {
    decode(bytes, facts, scale_for_check(facts))
}

/// The same, with the file written anew ([`jpeg::rewrite`]).
pub(crate) fn for_check_rewriting(
    bytes: &[u8],
    facts: &Facts,
) -> Result<(Decoded, Vec<u8>), NotRewritten> {
    let scale = scale_for_check(facts);
    let shrink = usize::try_from(scale).map_err(|_| NotRewritten::OtherKind)?;
    let colour = facts.colour.filter(|colour| *colour == Colour::YCbCr);
    let colour = colour.ok_or(NotRewritten::OtherKind)?;
    let (file, stored) = jpeg::rewrite(bytes, shrink, colour)?;
    Ok((Decoded::of(stored, bytes, facts, scale), file))
}

/// The whole picture of a file that the file rules accept, upright, in the colours of its
/// profile. Grey is as much red as green and blue.
///
/// # Errors
/// [`Broken`], if the coded data is no whole picture.
pub fn picture(bytes: &[u8], facts: &Facts) -> Result<Pixels, Broken> {
    decode(bytes, facts, 1).map(|decoded| decoded.pixels)
}

/// By what the sides of a picture are divided for the check.
fn scale_for_check(facts: &Facts) -> u32 {
    let longest = facts.width.max(facts.height);
    let steps = spec::DECODE_SCALES.into_iter();
    let scale = steps
        .filter(|(from, _)| longest >= *from)
        .map(|(_, scale)| scale);
    scale.max().unwrap_or(1)
}

/// Decodes a photo to the smallest size that still has so many pixels for each
/// `of` pixels of the full picture.
pub(crate) fn for_cut(
    bytes: &[u8],
    facts: &Facts,
    of: u32,
    wanted: u32,
) -> Result<Decoded, Broken> {
    let pixels = u64::from(facts.width) * u64::from(facts.height);
    let too_large = |scale: u32| pixels > u64::from(scale * scale) * spec::MOST_PROGRESSIVE_PIXELS;
    let scales = [8, 4, 2].into_iter();
    let scale = scales.filter(|scale| of >= wanted * scale || too_large(scale / 2));
    decode(bytes, facts, scale.max().unwrap_or(1))
}

fn decode(bytes: &[u8], facts: &Facts, scale: u32) -> Result<Decoded, Broken> {
    let shrink = usize::try_from(scale).map_err(|_| Broken::Damaged)?;
    let colour = facts.colour.ok_or(Broken::Damaged)?;
    let stored = jpeg::decode(bytes, shrink, colour)?;
    Ok(Decoded::of(stored, bytes, facts, scale))
}

impl Decoded {
    fn of(stored: Pixels, bytes: &[u8], facts: &Facts, scale: u32) -> Self {
        Self {
            pixels: upright(stored, facts.orientation),
            shrink: float(scale),
            full: Size {
                width: facts.width,
                height: facts.height,
            },
            profile: facts.colour.and_then(|colour| jpeg::profile(bytes, colour)),
        }
    }
}

impl Decoded {
    /// Once more turned.
    pub(crate) fn turned(self, turn: QuarterTurn) -> Self {
        let Size { width, height } = self.full;
        let full = if turn.swaps_sides() {
            Size {
                width: height,
                height: width,
            }
        } else {
            self.full
        };
        Self {
            pixels: if turn.is_none() {
                self.pixels
            } else {
                self.pixels.turned(turn)
            },
            full,
            ..self
        }
    }
}

impl Pixels {
    /// The same picture, turned.
    #[must_use]
    pub fn turned(&self, turn: QuarterTurn) -> Self {
        placed(self, Orientation::Upright.then(turn))
    }
}

/// Turns and mirrors a picture as it is to be shown.
fn upright(stored: Pixels, orientation: Orientation) -> Pixels {
    if orientation == Orientation::Upright {
        return stored;
    }
    placed(&stored, orientation)
}

pub(crate) fn placed(stored: &Pixels, orientation: Orientation) -> Pixels {
    let (width, height) = if orientation.swaps_sides() {
        (stored.height, stored.width)
    } else {
        (stored.width, stored.height)
    };
    let (right, bottom) = (stored.width - 1, stored.height - 1);
    let place = |x: usize, y: usize| match orientation {
        Orientation::Upright => (x, y),
        Orientation::MirrorSides => (right - x, y),
        Orientation::TurnHalf => (right - x, bottom - y),
        Orientation::MirrorTop => (x, bottom - y),
        Orientation::MirrorTurnLeft => (y, x),
        Orientation::TurnRight => (y, bottom - x),
        Orientation::MirrorTurnRight => (right - y, bottom - x),
        Orientation::TurnLeft => (right - y, x),
    };
    let pixels = stored.rgb.as_chunks::<3>().0;
    let mut rgb = Vec::with_capacity(stored.rgb.len());
    for y in 0..height {
        for x in 0..width {
            let (x, y) = place(x, y);
            rgb.extend(
                pixels
                    .get(y * stored.width + x)
                    .copied()
                    .unwrap_or_default(),
            );
        }
    }
    Pixels { width, height, rgb }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_orientation_is_shown_upright() {
        // Each picture below, stored with its number, shows rows 1 2 3 / 4 5 6.
        let stored: [(u32, usize, &[u8]); 8] = [
            (1, 3, &[1, 2, 3, 4, 5, 6]),
            (2, 3, &[3, 2, 1, 6, 5, 4]),
            (3, 3, &[6, 5, 4, 3, 2, 1]),
            (4, 3, &[4, 5, 6, 1, 2, 3]),
            (5, 2, &[1, 4, 2, 5, 3, 6]),
            (6, 2, &[3, 6, 2, 5, 1, 4]),
            (7, 2, &[6, 3, 5, 2, 4, 1]),
            (8, 2, &[4, 1, 5, 2, 6, 3]),
        ];
        for (number, width, values) in stored {
            let pixels = Pixels {
                width,
                height: 6 / width,
                rgb: values.iter().flat_map(|value| [*value; 3]).collect(),
            };
            let shown = upright(pixels, Orientation::from_exif(number).unwrap());
            assert_eq!((shown.width, shown.height), (3, 2), "{number}");
            let reds: Vec<_> = shown.rgb.iter().step_by(3).copied().collect();
            assert_eq!(reds, [1, 2, 3, 4, 5, 6], "{number}");
        }
    }
}
