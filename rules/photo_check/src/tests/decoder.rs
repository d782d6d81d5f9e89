//! Our reader of JPEG files beside another one, over what `jpeg-encoder` writes.

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use rules::photo::Colour;

use super::paint::Dice;
use super::{PORTRAIT, djpeg};
use crate::decode;
use crate::jpeg;
use crate::pixels::Pixels;
use crate::resample::{Part, resize, to_byte, to_f32};

pub(super) const RESTARTS: &[u8] = include_bytes!("../../../tests/data/photos/restarts.jpg");
const PROGRESSIVE: &[u8] = include_bytes!("../../../tests/data/photos/progressive.jpg");
const GREY: &[u8] = include_bytes!("../../../tests/data/photos/grey.jpg");

/// A small picture with a slope of colours and some noise.
pub(super) fn drawn(width: usize, height: usize) -> Pixels {
    let mut dice = Dice::new(3);
    let mut rgb = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let slope = [to_f32(x), to_f32(y), to_f32(x + y) / 2.0];
            rgb.extend(slope.map(|value| to_byte(40.0 + value * 2.0 + 12.0 * dice.roll())));
        }
    }
    Pixels { width, height, rgb }
}

pub(super) fn coded(pixels: &Pixels, change: impl Fn(&mut Encoder<&mut Vec<u8>>)) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, 92);
    change(&mut encoder);
    let [width, height] = [pixels.width, pixels.height].map(|side| side.try_into().unwrap());
    encoder
        .encode(&pixels.rgb, width, height, ColorType::Rgb)
        .unwrap();
    file
}

/// The picture as libjpeg-turbo shows it.
pub(super) fn other(file: &[u8]) -> Vec<u8> {
    djpeg::shown(file).unwrap().rgb
}

/// The largest and the mean difference.
pub(super) fn difference(one: &[u8], other: &[u8]) -> (u8, f32) {
    assert_eq!(one.len(), other.len());
    let differences = one
        .iter()
        .zip(other)
        .map(|(one, other)| one.abs_diff(*other));
    let sum: u32 = differences.clone().map(u32::from).sum();
    let mean = crate::resample::float(sum) / to_f32(one.len());
    (differences.max().unwrap(), mean)
}

const SAMPLINGS: [SamplingFactor; 6] = [
    SamplingFactor::F_1_1,
    SamplingFactor::F_2_1,
    SamplingFactor::F_1_2,
    SamplingFactor::F_2_2,
    SamplingFactor::F_4_1,
    SamplingFactor::F_4_2,
];

pub(super) fn every_kind() -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for (width, height) in [(70, 53), (64, 64), (1, 1), (9, 17)] {
        let pixels = drawn(width, height);
        for sampling in SAMPLINGS {
            for (is_progressive, restart) in [(false, 0), (false, 3), (true, 0), (true, 2)] {
                let file = coded(&pixels, |encoder| {
                    encoder.set_sampling_factor(sampling);
                    encoder.set_progressive(is_progressive);
                    encoder.set_restart_interval(restart);
                });
                let name = format!("{width}x{height} {sampling:?} {is_progressive} {restart}");
                files.push((name, file));
            }
        }
    }
    files
}

#[test]
fn every_kind_of_file_is_read_as_another_reader_does() {
    for (name, file) in every_kind() {
        let ours = jpeg::decode(&file, 1, Colour::YCbCr).unwrap();
        let (most, mean) = difference(&ours.rgb, &other(&file));
        assert!(most <= 3 && mean < 0.3, "{name}: {most}, {mean}");
    }
    for (file, colour) in [
        (PORTRAIT, Colour::YCbCr),
        (RESTARTS, Colour::YCbCr),
        (PROGRESSIVE, Colour::YCbCr),
        (GREY, Colour::Grey),
    ] {
        let ours = jpeg::decode(file, 1, colour).unwrap();
        let (most, mean) = difference(&ours.rgb, &other(file));
        assert!(most <= 3 && mean < 0.3, "{most}, {mean}");
    }
}

#[test]
fn a_smaller_size_is_the_picture_made_smaller() {
    let mut files = every_kind();
    files.retain(|(name, _)| name.starts_with("70x53") || name.starts_with("64x64"));
    // Colours sampled at every fourth pixel are repeated: far from a slope's means.
    files.retain(|(name, _)| !name.contains("F_4"));
    files.push(("portrait".to_owned(), PORTRAIT.to_vec()));
    files.push(("progressive".to_owned(), PROGRESSIVE.to_vec()));
    for (name, file) in files {
        let full = jpeg::decode(&file, 1, Colour::YCbCr).unwrap();
        for shrink in [2, 4, 8] {
            let ours = jpeg::decode(&file, shrink, Colour::YCbCr).unwrap();
            let part = Part {
                left: 0.0,
                top: 0.0,
                width: to_f32(ours.width * shrink),
                height: to_f32(ours.height * shrink),
            };
            // The last row and column may reach beyond the full picture.
            let means = resize(full.view(), part, ours.width, ours.height);
            let inner = |pixels: &Pixels| -> Vec<u8> {
                let rows = pixels.rgb.chunks_exact(pixels.width * 3);
                let rows = rows.take(pixels.height - 1);
                rows.flat_map(|row| row[..row.len() - 3].to_vec()).collect()
            };
            let (_, mean) = difference(&inner(&ours), &inner(&means));
            assert!(mean < 4.0, "{name}, {shrink}: {mean}");
        }
    }
}

#[test]
fn a_progressive_file_shows_the_same_as_a_plain_one() {
    let pixels = drawn(70, 53);
    for shrink in [1, 2, 4, 8] {
        let [plain, progressive] = [false, true].map(|is_progressive| {
            let file = coded(&pixels, |encoder| encoder.set_progressive(is_progressive));
            jpeg::decode(&file, shrink, Colour::YCbCr).unwrap().rgb
        });
        assert_eq!(plain, progressive, "{shrink}");
    }
}

#[test]
fn whatever_the_bytes_the_reader_comes_to_an_end() {
    let mut dice = Dice::new(9);
    for (name, file) in every_kind().iter().take(48) {
        let length = to_f32(file.len());
        for _ in 0..20 {
            let mut broken = file.clone();
            for _ in 0..4 {
                let at = crate::resample::floor(dice.roll() * length).min(file.len() - 1);
                broken[at] = to_byte(dice.roll() * 255.0);
            }
            // Sides of 65,535 pixels are for the file rules to refuse.
            if rules::photo::inspect(&broken).facts.width > 500 {
                continue;
            }
            for shrink in [1, 4] {
                let _ = jpeg::decode(&broken, shrink, Colour::YCbCr);
            }
        }
        for end in (0..file.len()).step_by(37) {
            let cut = jpeg::decode(&file[..end], 2, Colour::YCbCr);
            // Whether all scans are there is for the rules to know.
            assert!(cut.is_err() || name.contains("true") || end + 2 >= file.len());
        }
    }
}

#[test]
fn a_profile_comes_along_with_the_picture() {
    let mut profile = vec![7; 70_000];
    profile[16..20].copy_from_slice(b"RGB ");
    let file = coded(&drawn(64, 64), |encoder| {
        encoder.add_icc_profile(&profile).unwrap();
    });
    let facts = rules::photo::inspect(&file).facts;
    let decoded = decode::for_cut(&file, &facts, 64, 64).unwrap();
    assert_eq!(decoded.profile, Some(profile));
}
