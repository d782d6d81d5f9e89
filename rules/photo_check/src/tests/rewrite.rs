//! Files that are written anew: the same picture, and nothing besides.

use jpeg_encoder::SamplingFactor;
use rules::CivilDate;
use rules::photo::{Coding, Colour, inspect};

use super::PORTRAIT;
use super::decoder::{RESTARTS, coded, drawn, every_kind, other};
use super::paint::Dice;
use crate::pixels::Pixels;
use crate::resample::{floor, to_byte, to_f32};
use crate::{Broken, Check, Checker, Exceptions, NotRewritten, jpeg};

const CANARY: &[u8] = b"CANARY-7f3a";

fn rewrite(file: &[u8]) -> Result<Vec<u8>, NotRewritten> {
    jpeg::rewrite(file, 1, Colour::YCbCr).map(|(written, _)| written)
}

fn holds_canary(file: &[u8]) -> bool {
    file.windows(CANARY.len()).any(|part| part == CANARY)
}

/// The markers of a file with their segments, up to the coded data.
fn segments(file: &[u8]) -> Vec<(u8, &[u8])> {
    let (mut found, mut at) = (Vec::new(), 2);
    loop {
        let length = usize::from(u16::from_be_bytes([file[at + 2], file[at + 3]]));
        found.push((file[at + 1], &file[at + 4..at + 2 + length]));
        at += 2 + length;
        if found.last().unwrap().0 == 0xDA {
            found.push((0, &file[at..]));
            return found;
        }
    }
}

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker], &length[..], content].concat()
}

/// Puts bytes before the first segment of this kind.
fn with(file: &[u8], marker: u8, bytes: &[u8]) -> Vec<u8> {
    let at = file.windows(2).position(|pair| pair == [0xFF, marker]);
    let (before, behind) = file.split_at(at.unwrap());
    [before, bytes, behind].concat()
}

#[test]
fn every_kind_of_plain_file_keeps_every_pixel() {
    let mut count = 0;
    let fixtures = [("portrait", PORTRAIT), ("restarts", RESTARTS)];
    let fixtures = fixtures.map(|(name, file)| (name.to_owned(), file.to_vec()));
    for (name, file) in every_kind().into_iter().chain(fixtures) {
        if name.contains("F_4") || name.contains("true") {
            assert_eq!(rewrite(&file), Err(NotRewritten::OtherKind), "{name}");
            continue;
        }
        let written = rewrite(&file).unwrap();
        assert_eq!(other(&written), other(&file), "{name}");
        let ours = |file: &[u8]| jpeg::decode(file, 1, Colour::YCbCr).unwrap().rgb;
        assert_eq!(ours(&written), ours(&file), "{name}");
        assert_eq!(rewrite(&written).as_ref(), Ok(&written), "{name}");
        count += 1;
    }
    assert_eq!(count, 34);
}

#[test]
fn the_picture_that_comes_with_a_new_file_is_the_one_that_is_decoded() {
    let mut count = 0;
    for (name, file) in every_kind() {
        for shrink in [1, 2, 4, 8] {
            let Ok((_, picture)) = jpeg::rewrite(&file, shrink, Colour::YCbCr) else {
                continue;
            };
            let sides = |picture: &Pixels| (picture.width, picture.height);
            let decoded = jpeg::decode(&file, shrink, Colour::YCbCr).unwrap();
            assert_eq!(sides(&picture), sides(&decoded), "{name} / {shrink}");
            assert_eq!(picture.rgb, decoded.rgb, "{name} / {shrink}");
            count += 1;
        }
    }
    assert_eq!(count, 32 * 4);
}

#[test]
fn a_check_begun_by_rewriting_comes_to_the_same() {
    let checker = Checker::new();
    let (today, none) = (CivilDate::LAST, Exceptions::NONE);
    for file in [PORTRAIT, RESTARTS] {
        let (check, written) = Check::<&[u8]>::rewriting(file, today, none).unwrap();
        assert_eq!(Ok(written), rewrite(file));
        assert_eq!(checker.finish(check), checker.check(file, today, none));
    }
}

#[test]
fn a_new_file_is_a_plain_one_of_fixed_parts() {
    let facts = inspect(&rewrite(RESTARTS).unwrap()).facts;
    let old = inspect(RESTARTS).facts;
    assert_eq!((facts.width, facts.height), (old.width, old.height));
    assert_eq!((facts.coding, facts.scans), (Some(Coding::Baseline), 1));
    assert_eq!(facts.trailing_bytes, 0);
    let [one, two] = [PORTRAIT, RESTARTS].map(|file| rewrite(file).unwrap());
    let markers = [
        0xE0, 0xDB, 0xDB, 0xDB, 0xC0, 0xC4, 0xC4, 0xC4, 0xC4, 0xDA, 0,
    ];
    for (place, (one, two)) in segments(&one).into_iter().zip(segments(&two)).enumerate() {
        assert_eq!([one.0, two.0], [markers[place]; 2]);
        // The steps, the sides and the picture are all that differs.
        assert_eq!(one.1 == two.1, !matches!(one.0, 0xDB | 0xC0 | 0));
    }
}

#[test]
fn what_is_hidden_between_the_parts_of_a_file_is_gone() {
    let wanted = rewrite(PORTRAIT).unwrap();
    let end = PORTRAIT.len() - 2;
    let mut hidden: Vec<Vec<u8>> = Vec::new();
    for marker in (0xE0..=0xEF).chain([0xFE]) {
        for before in [0xDB, 0xC0, 0xDA] {
            hidden.push(with(PORTRAIT, before, &segment(marker, CANARY)));
        }
    }
    // Between the segments, in tables nobody uses, before the end and behind it.
    let table = [&[0x03][..], &[7; 64 - 11], CANARY].concat();
    let codes = [&[0x13, 0, 0, 0, 11][..], &[0; 12], CANARY].concat();
    hidden.push(with(PORTRAIT, 0xC0, CANARY));
    hidden.push(with(PORTRAIT, 0xC0, &segment(0xDB, &table)));
    hidden.push(with(PORTRAIT, 0xDA, &segment(0xC4, &codes)));
    hidden.push([&PORTRAIT[..end], CANARY, &PORTRAIT[end..]].concat());
    hidden.push([PORTRAIT, CANARY].concat());
    for (place, file) in hidden.iter().enumerate() {
        assert!(holds_canary(file) && !inspect(file).refuses(), "{place}");
        assert_eq!(rewrite(file).as_ref(), Ok(&wanted), "{place}");
    }
}

#[test]
fn bits_that_fill_bytes_up_are_gone() {
    let with_restarts = coded(&drawn(200, 200), |encoder| {
        encoder.set_restart_interval(1);
    });
    let wanted = rewrite(&with_restarts).unwrap();
    let mut changed = 0;
    for at in 1..with_restarts.len() {
        if with_restarts[at - 1] != 0xFE && matches!(with_restarts[at..], [0xFF, 0xD0..=0xD7, ..]) {
            let mut file = with_restarts.clone();
            file[at - 1] ^= 1;
            changed += usize::from(file != with_restarts && rewrite(&file) == Ok(wanted.clone()));
        }
    }
    assert!(changed > 40, "{changed}");
}

#[test]
fn what_lies_outside_the_picture_is_gone() {
    // Sixteen pixels a unit: of 48 by 48 pixels, 34 by 34 will be shown.
    let full = coded(&drawn(48, 48), |encoder| {
        encoder.set_sampling_factor(SamplingFactor::F_2_2);
    });
    let mut file = full.clone();
    let frame = file.windows(2).position(|pair| pair == [0xFF, 0xC0]);
    let frame = frame.unwrap();
    (file[frame + 6], file[frame + 8]) = (34, 34);
    let written = rewrite(&file).unwrap();
    assert_eq!(other(&written), other(&file));
    let mut shown = written.clone();
    let frame = shown.windows(2).position(|pair| pair == [0xFF, 0xC0]);
    let frame = frame.unwrap();
    (shown[frame + 6], shown[frame + 8]) = (48, 48);
    let grey = |file: &[u8]| {
        let rgb = other(file);
        let right = rgb.chunks_exact(48 * 3).take(32);
        right.map(|row| row[40 * 3..].to_vec()).collect::<Vec<_>>()
    };
    assert_ne!(grey(&shown), grey(&full));
}

#[test]
fn a_file_that_lacks_any_of_its_data_is_damaged() {
    let small = coded(&drawn(70, 53), |encoder| {
        encoder.set_sampling_factor(SamplingFactor::F_2_2);
    });
    let data = small.len() - segments(&small).last().unwrap().1.len();
    for end in data..small.len() - 2 {
        let cut = [&small[..end], &[0xFF, 0xD9]].concat();
        assert_eq!(rewrite(&cut), Err(Broken::Incomplete.into()), "{end}");
    }
    for end in (4_000..PORTRAIT.len() - 2).step_by(20_011) {
        let cut = [&PORTRAIT[..end], &[0xFF, 0xD9]].concat();
        assert_eq!(rewrite(&cut), Err(Broken::Incomplete.into()), "{end}");
    }
}

#[test]
fn first_coefficients_beyond_any_picture_are_damage() {
    // Blocks whose differences add up: 1023, 2046, 3069.
    let picture = drawn(8, 8);
    let file = coded(&picture, |encoder| {
        encoder.set_sampling_factor(SamplingFactor::F_1_1);
    });
    let segments = segments(&file);
    let head = file.len() - segments.last().unwrap().1.len();
    let block = |count: usize| {
        let mut file = file[..head].to_vec();
        let frame = file.windows(2).position(|pair| pair == [0xFF, 0xC0]);
        file[frame.unwrap() + 8] = u8::try_from(8 * count).unwrap();
        // The standard's codes: ten bits of difference (1111 1110), 1023, the end
        // (1010); twice no difference (00) and the end (00).
        let bits = "11111110".to_owned() + &"1".repeat(10) + "1010" + "0000" + "0000";
        let bits = bits.repeat(count) + "1111111";
        for byte in bits.as_bytes().chunks_exact(8) {
            let byte = byte.iter().fold(0, |byte, bit| byte << 1 | (bit & 1));
            file.push(byte);
            file.extend((byte == 0xFF).then_some(0));
        }
        file.extend([0xFF, 0xD9]);
        rewrite(&file)
    };
    assert!(block(2).is_ok());
    assert_eq!(block(3), Err(Broken::Damaged.into()));
}

#[test]
fn whatever_the_bytes_a_new_file_is_sound() {
    let mut dice = Dice::new(5);
    let mut kinds = [0; 3];
    let mut files = every_kind();
    files.retain(|(name, _)| name.contains("false"));
    for (name, file) in files {
        for _ in 0..40 {
            let mut broken = file.clone();
            for _ in 0..2 {
                let at = floor(dice.roll() * to_f32(file.len())).min(file.len() - 1);
                broken[at] = to_byte(dice.roll() * 255.0);
            }
            match rewrite(&broken) {
                Ok(written) => {
                    kinds[0] += 1;
                    assert!(inspect(&written).facts.trailing_bytes == 0, "{name}");
                    assert_eq!(rewrite(&written).as_ref(), Ok(&written), "{name}");
                }
                Err(NotRewritten::Broken(_)) => kinds[1] += 1,
                Err(NotRewritten::OtherKind) => kinds[2] += 1,
            }
        }
    }
    assert!(kinds.iter().all(|count| *count > 50), "{kinds:?}");
}
