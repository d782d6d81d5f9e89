//! Reads JPEG files: baseline, extended with 8 bits, progressive (ITU-T T.81),
//! with one or three channels. What nobody asks for is not computed: at a quarter
//! of the sides most of the file is passed over without looking at its numbers.
//!
//! What libjpeg and the browsers show whole is read, in the same colours; what lacks a part
//! of its data is broken (`docs/decisions/0041-one-reader-for-photos.md`). The same pixels
//! on every machine (`docs/decisions/0015-own-jpeg-decoder.md`).

mod bits;
mod broken;
pub(crate) mod codes;
mod colours;
mod decode;
mod frame;
mod huffman;
mod open;
mod plane;
mod profile;
mod progressive;
mod rewrite;
mod scan;
mod sequential;
mod tables;
mod transform;
mod writer;

pub use broken::Broken;
pub(crate) use decode::decode;
#[cfg(test)]
pub(crate) use decode::{decode_within, to_decode};
pub use profile::profile;
pub use rewrite::NotRewritten;
pub(crate) use rewrite::rewrite;
