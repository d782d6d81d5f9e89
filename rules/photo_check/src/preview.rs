use rules::photo::inspect;

use crate::fit::Cut;
use crate::resample::{Part, float, floor, resize, to_f32};
use crate::{FitError, decode, spec};

/// A photo as a page shows it: the whole picture, small enough for a slow line.
///
/// # Errors
/// [`FitError`].
pub fn preview(bytes: &[u8]) -> Result<Vec<u8>, FitError> {
    let file = inspect(bytes);
    if !decode::can_be_decoded(&file) {
        return Err(FitError::Damaged);
    }
    let facts = file.facts;
    let [most_width, most_height] = spec::PREVIEW_SIDES;
    let shrink = (float(facts.width) / most_width).max(float(facts.height) / most_height);
    let [width, height] =
        [facts.width, facts.height].map(|side| floor(float(side) / shrink.max(1.0) + 0.5).max(1));
    let wanted = u32::try_from(width).map_err(|_| FitError::Code)?;
    let decoded =
        decode::for_cut(bytes, &facts, facts.width, wanted).map_err(|_| FitError::Damaged)?;
    let whole = Part {
        left: 0.0,
        top: 0.0,
        width: to_f32(decoded.pixels.width),
        height: to_f32(decoded.pixels.height),
    };
    let small = Cut {
        pixels: resize(decoded.pixels.view(), whole, width, height),
        is_grey: false,
        profile: None,
    };
    let mut jpeg = Vec::new();
    for quality in spec::PREVIEW_QUALITIES {
        jpeg = small.coded(quality)?;
        if jpeg.len() <= spec::PREVIEW_BYTES {
            break;
        }
    }
    Ok(jpeg)
}
