//! The two models, run by hand: a face detector and a segmenter.
//!
//! Numbers are `f32` throughout. Every sum is taken in one fixed order and a
//! product is never fused with the sum behind it, so that every processor comes
//! to the same bits, however many numbers it works on at once.

mod after;
mod depthwise;
mod map;
mod pointwise;
mod selfie;
mod stem;
mod weights;
mod yunet;

pub(crate) use selfie::{Mask, Segmenter};
pub(crate) use yunet::{Detector, Face, in_falling_order};
