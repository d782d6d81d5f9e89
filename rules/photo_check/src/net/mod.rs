//! The two models, run by hand: a face detector and a segmenter.
//!
//! Numbers are `f32` throughout. Every sum is taken in one fixed order and a
//! product is never fused with the sum behind it, so that every processor comes
//! to the same bits.

mod depthwise;
mod map;
mod pointwise;
mod selfie;
mod stem;
mod weights;
mod yunet;

pub(crate) use selfie::{Mask, Segmenter};
pub(crate) use yunet::{Detector, Face, in_falling_order};

use wide::f32x4;

/// What is done to each number after a convolution.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    Nothing,
    Relu,
    HardSwish,
    Sigmoid,
}

impl After {
    #[inline]
    fn apply(self, value: f32x4) -> f32x4 {
        let zero = f32x4::ZERO;
        match self {
            Self::Nothing => value,
            Self::Relu => value.fast_max(zero),
            Self::HardSwish => {
                let gate = (value + f32x4::splat(3.0)).fast_max(zero);
                value * gate.fast_min(f32x4::splat(6.0)) * f32x4::splat(1.0 / 6.0)
            }
            Self::Sigmoid => f32x4::from(value.to_array().map(sigmoid)),
        }
    }
}

/// Of `libm`: the exponential functions of the platforms differ in the last bit.
fn sigmoid(value: f32) -> f32 {
    1.0 / (1.0 + libm::expf(-value))
}
