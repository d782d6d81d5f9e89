use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use rules::photo::{Colour, Facts, QuarterTurn, inspect, spec as file};

use crate::decode::{self, Decoded};
use crate::pixels::Pixels;
use crate::resample::{Part, float, resize};
use crate::{Crop, Size, spec};

/// A trimmed picture: a baseline JPEG, upright, without metadata but for the
/// colour profile, which the server needs for the right colours.
#[derive(Clone, PartialEq, Eq)]
pub struct Fitted {
    /// The file.
    pub jpeg: Vec<u8>,
    /// Width in pixels, at least 480.
    pub width: u32,
    /// Height in pixels: 45/35 of the width, rounded.
    pub height: u32,
}

impl std::fmt::Debug for Fitted {
    /// A face is personal data: only its measures are shown.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (width, height, bytes) = (self.width, self.height, self.jpeg.len());
        write!(out, "Fitted({width} x {height}, {bytes} bytes)")
    }
}

/// Why a picture was not trimmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FitError {
    /// The file cannot be decoded.
    #[error("the file cannot be decoded")]
    Damaged,
    /// The part is not wholly inside the picture.
    #[error("the part is not inside the picture")]
    Outside,
    /// The part could not be coded.
    #[error("the part could not be coded")]
    Code,
}

/// Cuts out the part of a photo that the card is to show, of the picture once it is turned so
/// ([`Report::turn`](crate::Report::turn)).
///
/// The file is about 300 KB for a large photo, and never too small or too large
/// for the file rules. Nothing but size and place is altered: no retouching.
/// Files that are refused only for their bytes or sides can be trimmed too.
///
/// # Errors
/// See [`FitError`].
pub fn fit(bytes: &[u8], turn: QuarterTurn, crop: Crop) -> Result<Fitted, FitError> {
    let file = inspect(bytes);
    if !decode::can_be_decoded(&file) {
        return Err(FitError::Damaged);
    }
    let facts = file.facts.turned(turn);
    if !crop.is_within(size(&facts)) {
        return Err(FitError::Outside);
    }
    let width = crop.width().clamp(file::SHORTEST_SIDE, spec::FITTED_WIDTH);
    let decoded =
        decode::for_cut(bytes, &facts, crop.width(), width).map_err(|_| FitError::Damaged)?;
    code(&Cut {
        pixels: cut(&decoded, crop, width),
        is_grey: facts.colour == Some(Colour::Grey),
        profile: decoded.profile,
    })
}

fn size(facts: &Facts) -> Size {
    Size {
        width: facts.width,
        height: facts.height,
    }
}

fn cut(decoded: &Decoded, crop: Crop, width: u32) -> Pixels {
    let height = spec::card_height(width);
    let part = [crop.left(), crop.top(), crop.width(), crop.height()]
        .map(|side| float(side) / decoded.shrink);
    let [left, top, part_width, part_height] = part;
    let part = Part {
        left,
        top,
        width: part_width,
        height: part_height,
    };
    let [width, height] = [width, height].map(|side| usize::try_from(side).unwrap_or(0));
    resize(decoded.pixels.view(), part, width, height)
}

/// What was cut out.
pub(crate) struct Cut {
    pub(crate) pixels: Pixels,
    /// Grey stays grey: the profile is for that.
    pub(crate) is_grey: bool,
    pub(crate) profile: Option<Vec<u8>>,
}

/// Codes it, finer if the file would have too few bytes: a smooth picture does.
fn code(cut: &Cut) -> Result<Fitted, FitError> {
    let pixels = &cut.pixels;
    let mut jpeg = Vec::new();
    for quality in [spec::FITTED_QUALITY, 97, 100] {
        jpeg = cut.coded(quality)?;
        if jpeg.len() as u64 >= file::FEWEST_BYTES {
            break;
        }
    }
    let [width, height] =
        [pixels.width, pixels.height].map(|side| u32::try_from(side).unwrap_or(u32::MAX));
    Ok(Fitted {
        jpeg,
        width,
        height,
    })
}

impl Cut {
    pub(crate) fn coded(&self, quality: u8) -> Result<Vec<u8>, FitError> {
        let Cut {
            pixels,
            is_grey,
            profile,
        } = self;
        let side = |side: usize| u16::try_from(side).map_err(|_| FitError::Code);
        let (width, height) = (side(pixels.width)?, side(pixels.height)?);
        let mut jpeg = Vec::with_capacity(pixels.rgb.len() / 8);
        let mut encoder = Encoder::new(&mut jpeg, quality);
        encoder.set_sampling_factor(SamplingFactor::F_2_2);
        if let Some(profile) = profile {
            encoder
                .add_icc_profile(profile)
                .map_err(|_| FitError::Code)?;
        }
        let done = if *is_grey {
            let grey: Vec<u8> = pixels.rgb.iter().step_by(3).copied().collect();
            encoder.encode(&grey, width, height, ColorType::Luma)
        } else {
            encoder.encode(&pixels.rgb, width, height, ColorType::Rgb)
        };
        done.map_err(|_| FitError::Code)?;
        Ok(jpeg)
    }
}
