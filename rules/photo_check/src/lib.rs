//! Checks a photo for a photo ID card as the office would, while the applicant
//! still holds the phone.
//!
//! The same code runs in the browser (WebAssembly) and on the server and comes
//! to the same findings, bit for bit. It is pure: no input or output, no clock,
//! no randomness. [`check`] does everything at once; a [`Checker`] is kept for
//! many photos, goes stage by stage ([`Checker::step`]) and looks at frames of
//! a camera ([`Checker::look`]). [`fit`] cuts out what the card is to show.
//!
//! File rules are those of [`rules::photo`]. Every threshold stands in [`spec`].

mod align;
mod checker;
mod concern;
mod crop;
mod decode;
mod exceptions;
mod faces;
mod fit;
mod look;
mod net;
mod pixels;
mod report;
mod resample;
pub mod spec;

pub use checker::{Check, Checker, Stage, Step, check};
pub use concern::Concern;
pub use crop::{Crop, CropProposal, Framing, Head, NotACrop, Size};
pub use exceptions::{Exception, Exceptions};
pub use fit::{FitError, Fitted, fit};
pub use look::{Care, Hint, Look};
pub use pixels::Frame;
#[doc(hidden)]
pub mod dev {
 pub fn faces(b:&[u8])->Vec<crate::FaceBox>{ let i=rules::photo::inspect(b); let Some(d)=crate::decode::for_check(b,&i.facts) else {return vec![]}; let n=crate::net::Detector::new(); let f=d.pixels.view(); crate::faces::that_count(crate::faces::find(&n,f)).into_iter().map(|x| crate::faces::look_closely(&n,f,x).scaled(d.shrink).into()).collect() }
 pub fn raw(w:usize,h:usize,rgb:Vec<u8>)->Vec<crate::FaceBox>{crate::net::Detector::new().run(&crate::pixels::Pixels{width:w,height:h,rgb}).into_iter().map(Into::into).collect()}
 pub fn mask(rgb:Vec<u8>)->Vec<f32>{crate::net::Segmenter::new().run(&crate::pixels::Pixels{width:256,height:256,rgb}).odds}
}
pub use report::{FaceBox, Judgement, Report, Verdict};
