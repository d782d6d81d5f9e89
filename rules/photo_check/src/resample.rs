//! Pictures of another size, without any rounding that depends on the machine.

use fearless_simd::{Level, dispatch};

use crate::pixels::{Frame, Pixels};

/// A part of a picture, in its pixels; it may reach outside, where all is black.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part {
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

/// What one pixel of the new row is made of: a first pixel of the old row and
/// the weights of it and the following ones, 1 together (less at the edges).
struct Blend {
    first: usize,
    weights: Vec<f32>,
}

const COLOURS: usize = 3;

/// The part in another size. Smaller by the mean of the areas that become one
/// pixel, larger by linear interpolation.
pub(crate) fn resize(frame: Frame<'_>, part: Part, width: usize, height: usize) -> Pixels {
    let columns = blends(part.left, part.width, frame.width, width);
    let rows = blends(part.top, part.height, frame.height, height);
    let line = frame.width * frame.stride;
    // Only the columns that the part reaches.
    let first = columns.iter().map(|column| column.first).min().unwrap_or(0) * frame.stride;
    let ends = columns
        .iter()
        .map(|column| column.first + column.weights.len());
    let end = ends.max().unwrap_or(0) * frame.stride;
    let mut rgb = vec![0; width * height * COLOURS];
    let mut sums = vec![0.0; line];
    for (row, out) in rows.iter().zip(rgb.chunks_exact_mut(width * COLOURS)) {
        let reached = sums.get_mut(first..end).unwrap_or_default();
        reached.fill(0.0);
        let lines = frame.bytes.chunks_exact(line).skip(row.first);
        for (bytes, weight) in lines.zip(&row.weights) {
            let bytes = bytes.get(first..end).unwrap_or_default();
            dispatch!(Level::new(), _ => add(reached, bytes, *weight));
        }
        for (pixel, column) in out.as_chunks_mut().0.iter_mut().zip(&columns) {
            *pixel = column.mix(&sums, frame.stride);
        }
    }
    Pixels { width, height, rgb }
}

/// Adds a line of a picture, compiled for each kind of processor; the same numbers come
/// of it.
#[expect(clippy::inline_always, reason = "for the processor at hand")]
#[inline(always)]
fn add(sums: &mut [f32], bytes: &[u8], weight: f32) {
    for (sum, value) in sums.iter_mut().zip(bytes) {
        *sum += f32::from(*value) * weight;
    }
}

impl Blend {
    fn mix(&self, sums: &[f32], stride: usize) -> [u8; COLOURS] {
        let mut mixed = [0.0; COLOURS];
        let pixels = sums.chunks_exact(stride).skip(self.first);
        for (pixel, weight) in pixels.zip(&self.weights) {
            for (sum, value) in mixed.iter_mut().zip(pixel) {
                *sum += value * weight;
            }
        }
        mixed.map(to_byte)
    }
}

/// For each of `to` pixels that a stretch of the old row becomes.
fn blends(start: f32, length: f32, pixels: usize, to: usize) -> Vec<Blend> {
    let step = length / to_f32(to);
    (0..to)
        .map(|index| {
            let from = start + to_f32(index) * step;
            if step > 1.0 {
                Blend::area(from, from + step, pixels)
            } else {
                Blend::line(from + step / 2.0 - 0.5, pixels)
            }
        })
        .collect()
}

impl Blend {
    /// The mean between two places.
    fn area(from: f32, to: f32, pixels: usize) -> Self {
        let share = 1.0 / (to - from);
        let first = floor(from).min(pixels);
        let end = floor(to + 1.0).min(pixels);
        let covered = |pixel: usize| {
            let pixel = to_f32(pixel);
            (to.min(pixel + 1.0) - from.max(pixel)).max(0.0) * share
        };
        Self {
            first,
            weights: (first..end).map(covered).collect(),
        }
    }

    /// Between the two pixels around a place, counted from the first's middle.
    fn line(at: f32, pixels: usize) -> Self {
        let outside = at < -0.5 || at > to_f32(pixels) - 0.5;
        let at = at.clamp(0.0, to_f32(pixels) - 1.0);
        let first = floor(at);
        let second = at - to_f32(first);
        let weights = if outside {
            Vec::new()
        } else if second > 0.0 {
            vec![1.0 - second, second]
        } else {
            vec![1.0]
        };
        Self { first, weights }
    }
}

/// The nearest byte.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the conversion keeps to 0..=255, the same on every machine"
)]
pub(crate) fn to_byte(value: f32) -> u8 {
    (value + 0.5) as u8
}

/// The whole number below; 0 below zero.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the conversion saturates, the same on every machine"
)]
pub(crate) fn floor(value: f32) -> usize {
    value as usize
}

#[expect(clippy::cast_precision_loss, reason = "sides of pictures are small")]
pub(crate) fn to_f32(count: usize) -> f32 {
    count as f32
}

/// The same for sides of files.
#[expect(clippy::cast_precision_loss, reason = "sides of pictures are small")]
pub(crate) const fn float(pixels: u32) -> f32 {
    pixels as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(frame: Frame<'_>) -> Part {
        Part {
            left: 0.0,
            top: 0.0,
            width: to_f32(frame.width),
            height: to_f32(frame.height),
        }
    }

    #[test]
    fn a_picture_in_its_own_size_stays_as_it_is() {
        let bytes: Vec<u8> = (0..5 * 4 * 3).map(|value| value * 4).collect();
        let frame = Frame::rgb(5, 4, &bytes).unwrap();
        assert_eq!(resize(frame, whole(frame), 5, 4).rgb, bytes);
    }

    #[test]
    fn a_smaller_picture_has_the_means_and_opacity_is_left_out() {
        let bytes = [10, 20, 30, 255, 30, 40, 50, 0, 50, 60, 70, 9, 70, 80, 90, 9];
        let frame = Frame::rgba(2, 2, &bytes).unwrap();
        assert_eq!(resize(frame, whole(frame), 1, 1).rgb, [40, 50, 60]);
    }

    #[test]
    fn what_lies_outside_is_black() {
        let frame = Frame::rgb(2, 2, &[200; 12]).unwrap();
        let part = Part {
            left: -2.0,
            top: 0.0,
            width: 4.0,
            height: 4.0,
        };
        let small = resize(frame, part, 2, 2);
        assert_eq!(small.rgb, [0, 0, 0, 200, 200, 200, 0, 0, 0, 0, 0, 0]);
        let large = resize(frame, part, 8, 8);
        let reds: Vec<_> = large.rgb.iter().step_by(3).take(8).copied().collect();
        assert_eq!(reds, [0, 0, 0, 0, 200, 200, 200, 200]);
    }
}
