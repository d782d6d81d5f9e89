//! From a file to its pixels.
//!
//! Two decoders: the quick one for what cameras and our own page write, one scan
//! of the whole picture; the thorough one for everything else, because the quick
//! one reads files with a scan for each channel wrongly (docs/decisions/0007).

use rules::photo::{Coding, Colour, Facts, spec};
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::colours::to_srgb;
use super::picture::{CHANNELS, Picture};

/// The largest picture that is decoded, in bytes: the decoders refuse others
/// before they ask for memory.
const MOST_DECODED_BYTES: usize = (spec::LONGEST_SIDE * spec::LONGEST_SIDE) as usize * CHANNELS;

/// Pixels as stored, in the colours of the file.
struct Stored {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
    profile: Option<Vec<u8>>,
}

/// The picture, upright and in sRGB. None if the file cannot be decoded.
pub(super) fn decode(bytes: &[u8], facts: &Facts) -> Option<Picture> {
    let is_plain = facts.scans == 1
        && facts.coding == Some(Coding::Baseline)
        && facts.colour == Some(Colour::YCbCr);
    let stored = if is_plain {
        quickly(bytes)
    } else {
        thoroughly(bytes)
    };
    let Stored {
        width,
        height,
        pixels,
        profile,
    } = stored?;
    let pixels = match profile {
        Some(profile) => to_srgb(pixels, &profile),
        None => pixels,
    };
    let picture = Picture {
        width,
        height,
        pixels,
    };
    Some(picture.upright(facts.orientation))
}

fn quickly(bytes: &[u8]) -> Option<Stored> {
    let longest = usize::try_from(spec::LONGEST_SIDE).unwrap_or(usize::MAX);
    let options = DecoderOptions::new_fast()
        .set_strict_mode(true)
        .set_max_width(longest)
        .set_max_height(longest)
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = zune_jpeg::JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    let pixels = decoder.decode().ok()?;
    let (width, height) = decoder.dimensions()?;
    Some(Stored {
        width,
        height,
        pixels,
        profile: decoder.icc_profile(),
    })
}

fn thoroughly(bytes: &[u8]) -> Option<Stored> {
    use jpeg_decoder::{Decoder, PixelFormat};

    let mut decoder = Decoder::new(bytes);
    decoder.set_max_decoding_buffer_size(MOST_DECODED_BYTES);
    let pixels = decoder.decode().ok()?;
    let info = decoder.info()?;
    let (pixels, profile) = match info.pixel_format {
        PixelFormat::RGB24 => (pixels, decoder.icc_profile()),
        PixelFormat::L8 => {
            let grey = pixels.iter().flat_map(|grey| [*grey; CHANNELS]);
            (grey.collect(), None)
        }
        PixelFormat::L16 | PixelFormat::CMYK32 => return None,
    };
    Some(Stored {
        width: info.width.into(),
        height: info.height.into(),
        pixels,
        profile,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &[u8] = include_bytes!("../../../rules/tests/data/photos/good.jpg");
    const TURNED: &[u8] = include_bytes!("../../../rules/tests/data/photos/turned.jpg");

    #[test]
    fn the_quick_decoder_sees_what_the_thorough_one_sees() {
        for bytes in [GOOD, TURNED] {
            let (quick, thorough) = (quickly(bytes).unwrap(), thoroughly(bytes).unwrap());
            assert_eq!(
                (quick.width, quick.height),
                (thorough.width, thorough.height)
            );
            let pairs = quick.pixels.iter().zip(&thorough.pixels);
            let sum: u64 = pairs
                .map(|(one, other)| u64::from(one.abs_diff(*other)))
                .sum();
            let values = u64::try_from(quick.pixels.len()).unwrap();
            assert_eq!(quick.pixels.len(), thorough.pixels.len());
            // Less than one step of 255 on the average.
            assert!(sum < values, "{sum} of {values}");
        }
    }
}
