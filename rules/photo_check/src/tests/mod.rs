//! The whole checker on one real portrait and on spoilt versions of it.

mod any;
mod compare;
mod costs;

mod decoder;
mod djpeg;
mod exif;
mod field;
mod forge;
mod guide;
#[path = "../../../tests/hostile/mod.rs"]
mod hostile;
mod oddities;
mod paint;
mod pose;
mod rewrite;
mod spoil;
mod subject;
mod table;
mod turns;
mod whole;

use crate::pixels::Pixels;

/// NASA's portrait of Eileen Collins, in the public domain.
const PORTRAIT: &[u8] = include_bytes!("../../../tests/data/photos/good.jpg");

/// As a file that a camera might have written.
fn jpeg(pixels: &Pixels) -> Vec<u8> {
    let mut jpeg = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut jpeg, 95);
    let [width, height] = [pixels.width, pixels.height].map(|side| side.try_into().unwrap());
    encoder
        .encode(&pixels.rgb, width, height, jpeg_encoder::ColorType::Rgb)
        .unwrap();
    jpeg
}
