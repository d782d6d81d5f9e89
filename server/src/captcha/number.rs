//! Between counts and reals: the only lossy conversions of the captcha.
//!
//! Pixels, samples and levels number some hundred thousand at most, which an
//! `f32` holds exactly.

/// A count as a real number.
#[expect(
    clippy::as_conversions,
    clippy::cast_precision_loss,
    reason = "counts here stay far below 2^24"
)]
pub(super) fn real(count: usize) -> f32 {
    count as f32
}

/// The whole part of a number; 0 of a negative one.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, which is what pixels outside want"
)]
pub(super) fn whole(number: f32) -> usize {
    number as usize
}

/// The nearest byte of a number; 0 below and 255 above.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, which is what loud samples want"
)]
pub(super) fn byte(number: f32) -> u8 {
    number.round() as u8
}
