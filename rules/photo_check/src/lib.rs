//! Checks a photo for a photo ID card as the office would, while the applicant
//! still holds the phone.
//!
//! The same code runs in the browser (WebAssembly) and on the server and comes
//! to the same findings, bit for bit. It is pure: no input or output, no clock,
//! no randomness. [`check`] does everything at once; a [`Checker`] is kept for
//! many photos, goes stage by stage ([`Checker::step`]) and looks at frames of
//! a camera ([`Checker::look`]). [`fit`] cuts out what the card is to show,
//! [`preview`] makes a small picture for pages.
//!
//! A picture that lies on its side or stands on its head is turned by its face before it is
//! judged; [`Report::turn`] says how, for whoever keeps or trims it.
//!
//! [`Check::rewriting`] also makes a JPEG file anew from nothing but its picture; [`picture`]
//! gives the picture of one that cannot be made anew.
//!
//! File rules are those of [`rules::photo`]. Every threshold stands in [`spec`].

#![expect(
    clippy::as_conversions,
    reason = "arithmetic on pixels and bits: each cast that may lose something says why it does not"
)]

mod align;
mod checker;
mod concern;
mod crop;
mod decode;
mod exceptions;
mod faces;
mod fit;
mod jpeg;
mod judge;
mod look;
mod measure;
mod net;
mod pixels;
mod preview;
mod report;
mod resample;
pub mod spec;
#[cfg(test)]
mod tests;
mod upright;

pub use checker::{Check, Checker, Stage, Step, Traces, check};
pub use concern::Concern;
pub use crop::{Crop, CropProposal, Framing, FramingFault, Head, NotACrop, Size};
pub use decode::picture;
pub use exceptions::{Exception, Exceptions};
pub use fit::{FitError, Fitted, fit};
pub use jpeg::{Broken, NotRewritten, profile};
pub use look::{Care, Hint, Look};
pub use pixels::{Frame, Pixels};
pub use preview::preview;
pub use report::{FaceBox, Judgement, Measured, Report, Verdict};
