use fearless_simd::{Level, dispatch};
use rules::photo::Colour;

use super::frame::Frame;
use crate::pixels::Pixels;

/// The picture that the channels of a frame make together. None of inks, and of
/// another number of channels than the colours have.
pub(super) fn picture(frame: &Frame, colour: Colour) -> Option<Pixels> {
    let planes: Vec<_> = frame
        .channels
        .iter()
        .map(|channel| &channel.plane)
        .collect();
    let (width, height) = (frame.width, frame.height);
    let mut rgb = vec![0; width * height * 3];
    let mut rows = [(); 3].map(|()| vec![0; width]);
    let mut blended = Vec::new();
    for (y, out) in rgb.chunks_exact_mut(width * 3).enumerate() {
        // Compiled for each kind of processor; the same numbers come of it.
        dispatch!(Level::new(), _ => {
            for (plane, row) in planes.iter().zip(&mut rows) {
                plane.row(y, &mut blended, row);
            }
            mix(&rows, colour, planes.len(), out.as_chunks_mut().0)
        })?;
    }
    Some(Pixels { width, height, rgb })
}

#[expect(clippy::inline_always, reason = "for the processor at hand")]
#[inline(always)]
fn mix(rows: &[Vec<u8>; 3], colour: Colour, channels: usize, out: &mut [[u8; 3]]) -> Option<()> {
    let [first, second, third] = rows;
    let values = first.iter().zip(second).zip(third);
    match (colour, channels) {
        (Colour::Grey, 1) => {
            for (out, grey) in out.iter_mut().zip(first) {
                *out = [*grey; 3];
            }
        }
        (Colour::Rgb, 3) => {
            for (out, ((r, g), b)) in out.iter_mut().zip(values) {
                *out = [*r, *g, *b];
            }
        }
        (Colour::YCbCr, 3) => {
            for (out, ((y, cb), cr)) in out.iter_mut().zip(values) {
                *out = rgb_of(*y, *cb, *cr);
            }
        }
        _ => return None,
    }
    Some(())
}

/// Of a brightness and two differences (JFIF 1.02), in 65,536ths.
#[expect(clippy::inline_always, reason = "for the processor at hand")]
#[inline(always)]
fn rgb_of(y: u8, cb: u8, cr: u8) -> [u8; 3] {
    let y = (i32::from(y) << 16) + (1 << 15);
    let [cb, cr] = [cb, cr].map(|value| i32::from(value) - 128);
    let red = y + 91_881 * cr;
    let green = y - 22_554 * cb - 46_802 * cr;
    let blue = y + 116_130 * cb;
    [red, green, blue].map(|value| u8::try_from((value >> 16).clamp(0, 255)).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brightness_and_differences_become_the_colours_of_the_standard() {
        for (ycc, rgb) in [
            ([76, 85, 255], [254, 0, 0]),
            ([150, 44, 21], [0, 255, 1]),
            ([29, 255, 107], [0, 0, 254]),
            ([200, 128, 128], [200, 200, 200]),
            ([255, 0, 255], [255, 208, 28]),
        ] {
            let [y, cb, cr] = ycc;
            assert_eq!(rgb_of(y, cb, cr), rgb, "{ycc:?}");
        }
    }
}
