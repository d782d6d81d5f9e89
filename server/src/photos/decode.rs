//! From a file to its pixels.

use jpeg_decoder::{Decoder, PixelFormat};
use rules::photo::{Orientation, spec};

use super::colours::to_srgb;
use super::picture::{CHANNELS, Picture};

/// The largest picture that is decoded, in bytes: the decoder refuses others
/// before it asks for memory.
const MOST_DECODED_BYTES: usize = (spec::LONGEST_SIDE * spec::LONGEST_SIDE) as usize * CHANNELS;

/// The picture, upright and brought from the colours of its profile, if it has one,
/// to sRGB. None if the file cannot be decoded.
pub(super) fn decode(
    bytes: &[u8],
    profile: Option<&[u8]>,
    orientation: Orientation,
) -> Option<Picture> {
    let mut decoder = Decoder::new(bytes);
    decoder.set_max_decoding_buffer_size(MOST_DECODED_BYTES);
    let pixels = decoder.decode().ok()?;
    let info = decoder.info()?;
    let pixels = match (info.pixel_format, profile) {
        (PixelFormat::RGB24, Some(profile)) => to_srgb(pixels, profile),
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
