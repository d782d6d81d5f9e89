//! From the file that was sent to the photo that is kept.

use std::panic::catch_unwind;

use jpeg_decoder::{Decoder, PixelFormat};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use rules::photo::{Finding, Orientation, inspect, spec};

use super::colours::to_srgb;
use super::picture::{CHANNELS, Picture};

/// Quality of the coded photo, of 100. At 92 the eye sees no difference even
/// side by side, and a phone's photo keeps about its size.
const QUALITY: u8 = 92;

/// The largest picture that is decoded, in bytes: the decoder refuses others
/// before it asks for memory.
const MOST_DECODED_BYTES: usize = (spec::LONGEST_SIDE * spec::LONGEST_SIDE) as usize * CHANNELS;

/// A photo fit to be kept: a baseline JPEG in sRGB, upright, of one scan and
/// without metadata.
#[derive(Clone, PartialEq, Eq)]
pub struct Developed {
    /// The file.
    pub jpeg: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

impl std::fmt::Debug for Developed {
    /// A face is personal data: only its measures are shown.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            out,
            "Developed({} x {}, {} bytes)",
            self.width,
            self.height,
            self.jpeg.len()
        )
    }
}

/// A photo was not developed.
#[derive(Debug, thiserror::Error)]
pub enum DevelopError {
    /// The photo is not acceptable; the findings say why, at least one of them
    /// refusing. For the applicant.
    #[error("the photo was refused")]
    Refused(Vec<Finding>),
    /// Too many photos are being worked on. The applicant may try again soon.
    #[error("too many photos at once")]
    Busy,
    /// The photo could be read but not be coded again. For the operator.
    #[error("the photo could not be coded")]
    Code(#[from] jpeg_encoder::EncodingError),
    /// The work was broken off: the process is stopping. For the operator.
    #[error("the work on the photo was broken off")]
    Stopped(#[from] tokio::task::JoinError),
}

/// Makes the photo that is kept from the bytes that were sent.
///
/// It takes some 20 ms for a usual photo of one megapixel and up to a second,
/// and some 300 MB of memory, for the largest: call it through a
/// [`DevelopingRoom`](super::DevelopingRoom).
///
/// # Errors
/// [`DevelopError::Refused`] with what the rules found, or with
/// [`Finding::Damaged`] when the decoder gives up.
pub fn develop(bytes: &[u8]) -> Result<Developed, DevelopError> {
    let inspection = inspect(bytes);
    if inspection.refuses() {
        return Err(DevelopError::Refused(inspection.findings));
    }
    let orientation = inspection.facts.orientation;
    // The decoder reads what anybody may have made; a fault of its own must
    // refuse this one file and nothing else.
    let picture = catch_unwind(|| decode(bytes, orientation)).ok().flatten();
    let picture = picture.ok_or_else(|| DevelopError::Refused(vec![Finding::Damaged]))?;
    code(&picture)
}

/// The picture, upright and in sRGB. None if the file cannot be decoded.
fn decode(bytes: &[u8], orientation: Orientation) -> Option<Picture> {
    let mut decoder = Decoder::new(bytes);
    decoder.set_max_decoding_buffer_size(MOST_DECODED_BYTES);
    let pixels = decoder.decode().ok()?;
    let info = decoder.info()?;
    let pixels = match (info.pixel_format, decoder.icc_profile()) {
        (PixelFormat::RGB24, Some(profile)) => to_srgb(pixels, &profile),
        (PixelFormat::RGB24, None) => pixels,
        (PixelFormat::L8, _) => pixels.iter().flat_map(|grey| [*grey; CHANNELS]).collect(),
        (PixelFormat::L16 | PixelFormat::CMYK32, _) => return None,
    };
    let picture = Picture {
        width: info.width.into(),
        height: info.height.into(),
        pixels,
    };
    Some(picture.upright(orientation))
}

/// A fresh file. All channels in one scan: some decoders read files with
/// a scan for each channel wrongly.
fn code(picture: &Picture) -> Result<Developed, DevelopError> {
    let width = u16::try_from(picture.width).unwrap_or(u16::MAX);
    let height = u16::try_from(picture.height).unwrap_or(u16::MAX);
    // About what a photo needs; it saves growing in steps.
    let mut jpeg = Vec::with_capacity(picture.pixels.len() / 8);
    let mut encoder = Encoder::new(&mut jpeg, QUALITY);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.encode(&picture.pixels, width, height, ColorType::Rgb)?;
    Ok(Developed {
        jpeg,
        width: width.into(),
        height: height.into(),
    })
}
