use fearless_simd::{Simd, f32x8, prelude::*};

/// What is done to each number after a convolution.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    Nothing,
    Relu,
    HardSwish,
    Sigmoid,
}

impl After {
    #[expect(
        clippy::inline_always,
        reason = "vectors stay in the registers of the processor"
    )]
    #[inline(always)]
    pub(super) fn apply<S: Simd>(self, simd: S, value: f32x8<S>) -> f32x8<S> {
        match self {
            Self::Nothing => value,
            Self::Relu => value.max(0.0),
            Self::HardSwish => value * (value + 3.0).max(0.0).min(6.0) * (1.0 / 6.0),
            Self::Sigmoid => f32x8::load_array(simd, value.to_array().map(sigmoid)),
        }
    }
}

/// Of `libm`: the exponential functions of the platforms differ in the last bit.
pub(super) fn sigmoid(value: f32) -> f32 {
    1.0 / (1.0 + libm::expf(-value))
}
