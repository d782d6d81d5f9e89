//! What is kept of a photo, decoded and compared with what was sent.

use rules::photo::{Coding, Colour};

use super::*;

const CHANNELS: usize = 3;

const GOOD: &[u8] = include_bytes!("../../../../rules/tests/data/photos/good.jpg");
const GREY: &[u8] = include_bytes!("../../../../rules/tests/data/photos/grey.jpg");
const PROGRESSIVE: &[u8] = include_bytes!("../../../../rules/tests/data/photos/progressive.jpg");
const RESTARTS: &[u8] = include_bytes!("../../../../rules/tests/data/photos/restarts.jpg");
const TURNED: &[u8] = include_bytes!("../../../../rules/tests/data/photos/turned.jpg");
const CMYK: &[u8] = include_bytes!("../../../../rules/tests/data/photos/cmyk.jpg");
const TRUNCATED: &[u8] = include_bytes!("../../../../rules/tests/data/photos/truncated.jpg");

fn develop(bytes: &[u8]) -> Result<Developed, DevelopError> {
    turned(bytes, QuarterTurn::None)
}

fn turned(bytes: &[u8], turn: QuarterTurn) -> Result<Developed, DevelopError> {
    let (readable, _) = read(bytes, CivilDate::LAST, Exceptions::NONE)?;
    readable.develop(turn)
}

fn decoded(jpeg: &[u8]) -> Pixels {
    picture(jpeg, &inspect(jpeg).facts).unwrap()
}

/// The mean difference of two pictures' values, 0 to 255.
fn difference(one: &Pixels, other: &Pixels) -> f64 {
    assert_eq!((one.width, one.height), (other.width, other.height));
    let pairs = one.rgb.iter().zip(&other.rgb);
    let sum: u64 = pairs
        .map(|(one, other)| u64::from(one.abs_diff(*other)))
        .sum();
    f64::from(u32::try_from(sum).unwrap()) / f64::from(u32::try_from(one.rgb.len()).unwrap())
}

/// The findings of a refusal; none when the photo was not refused.
fn refused(bytes: &[u8]) -> Vec<Finding> {
    match develop(bytes) {
        Err(DevelopError::Refused(findings)) => findings,
        _ => Vec::new(),
    }
}

#[test]
fn a_developed_photo_looks_the_same_and_meets_the_rules_itself() {
    for (photo, name) in [(GOOD, "good"), (PROGRESSIVE, "progressive"), (GREY, "grey")] {
        let developed = develop(photo).unwrap();
        let inspection = inspect(&developed.jpeg);
        assert_eq!(inspection.findings, [], "{name}");
        let facts = inspection.facts;
        assert_eq!(
            (facts.width, facts.height),
            (developed.width, developed.height)
        );
        assert_eq!((facts.coding, facts.scans), (Some(Coding::Baseline), 1));
        assert_eq!(facts.colour, Some(Colour::YCbCr));
        let difference = difference(&decoded(photo), &decoded(&developed.jpeg));
        assert!(difference < 1.5, "{name}: {difference}");
    }
}

#[test]
fn a_plain_photo_loses_nothing() {
    for photo in [GOOD, RESTARTS] {
        let developed = develop(photo).unwrap();
        assert_ne!(developed.jpeg, photo);
        assert_eq!(decoded(&developed.jpeg), decoded(photo));
    }
}

#[test]
fn a_file_that_was_cut_and_closed_by_hand_is_incomplete() {
    for (photo, parts) in [(GOOD, 3), (TURNED, 2), (PROGRESSIVE, 50)] {
        let mut cut = photo[..photo.len() * (parts - 1) / parts].to_vec();
        cut.extend([0xFF, 0xD9]);
        assert!(!inspect(&cut).refuses());
        assert_eq!(refused(&cut), [Finding::Incomplete]);
    }
}

#[test]
fn nothing_but_the_picture_is_left_of_a_photo_with_a_place_a_comment_and_an_appendix() {
    let holds = |bytes: &[u8], text: &[u8]| bytes.windows(text.len()).any(|part| part == text);
    assert!(holds(TURNED, b"CANARY-7f3a") && holds(TURNED, b"Exif"));
    let developed = develop(TURNED).unwrap();
    for text in [
        b"CANARY".as_slice(),
        b"Exif",
        b"http",
        b"ICC_PROFILE",
        b"Adobe",
    ] {
        assert!(!holds(&developed.jpeg, text));
    }
    let facts = inspect(&developed.jpeg).facts;
    assert!(!facts.has_position);
    assert_eq!(facts.trailing_bytes, 0);
    assert_eq!(
        application_segments(&developed.jpeg),
        [0xE0],
        "only JFIF, which says nothing"
    );
}

#[test]
fn a_photo_lying_on_its_side_is_stored_upright() {
    let developed = develop(TURNED).unwrap();
    assert_eq!((developed.width, developed.height), (700, 900));
    assert!(difference(&decoded(TURNED), &decoded(&developed.jpeg)) < 1.5);
    // The background is above the head and a dark collar below the chin.
    let stored = decoded(&developed.jpeg);
    let red = |x: usize, y: usize| stored.rgb[(y * stored.width + x) * CHANNELS];
    assert!(red(30, 30) > 150 && red(350, 880) < 60);
}

#[test]
fn a_picture_that_is_to_be_turned_is_kept_turned_whatever_its_coding_and_colours() {
    for (photo, name) in [
        (GOOD, "good"),
        (GREY, "grey"),
        (PROGRESSIVE, "progressive"),
        (TURNED, "turned"),
    ] {
        for turn in QuarterTurn::ALL {
            let kept = turned(photo, turn).unwrap();
            let expected = decoded(photo).turned(turn);
            let difference = difference(&expected, &decoded(&kept.jpeg));
            assert!(difference < 2.5, "{name}, {turn:?}: {difference}");
        }
    }
}

#[test]
fn what_the_rules_refuse_is_refused_with_all_findings() {
    assert_eq!(refused(CMYK), [Finding::ColourCmyk]);
    assert_eq!(refused(TRUNCATED), [Finding::Incomplete]);
    assert_eq!(refused(b""), [Finding::Empty]);
}

#[test]
fn what_the_decoder_cannot_read_is_damaged() {
    // The tables of steps are gone; the headers look right.
    let mut photo = GOOD.to_vec();
    let table = photo
        .windows(2)
        .position(|pair| pair == [0xFF, 0xDB])
        .unwrap();
    photo[table + 1] = 0xFE;
    assert!(!inspect(&photo).refuses());
    assert_eq!(refused(&photo), [Finding::Damaged]);
}

#[test]
fn channels_in_scans_of_their_own_are_read_rightly() {
    let picture = decoded(GOOD);
    let (width, height) = (u16::try_from(picture.width), u16::try_from(picture.height));
    let mut jpeg = Vec::new();
    let mut encoder = Encoder::new(&mut jpeg, QUALITY);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    // This makes the encoder write three scans.
    encoder.set_optimized_huffman_tables(true);
    encoder
        .encode(
            &picture.rgb,
            width.unwrap(),
            height.unwrap(),
            ColorType::Rgb,
        )
        .unwrap();
    assert_eq!(inspect(&jpeg).facts.scans, 3);
    let developed = develop(&jpeg).unwrap();
    assert!(difference(&picture, &decoded(&developed.jpeg)) < 2.0);
}

#[test]
fn the_colours_of_an_embedded_profile_are_brought_to_srgb() {
    let picture = decoded(GOOD);
    let (width, height) = (u16::try_from(picture.width), u16::try_from(picture.height));
    let profile = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    let mut jpeg = Vec::new();
    let mut encoder = Encoder::new(&mut jpeg, QUALITY);
    encoder.add_icc_profile(&profile).unwrap();
    encoder
        .encode(
            &picture.rgb,
            width.unwrap(),
            height.unwrap(),
            ColorType::Rgb,
        )
        .unwrap();
    let stored = decoded(&develop(&jpeg).unwrap().jpeg);
    let spread = |picture: &Pixels| -> u64 {
        let pixels = picture.rgb.chunks_exact(CHANNELS);
        pixels
            .map(|pixel| u64::from(pixel[0].abs_diff(pixel[2])))
            .sum()
    };
    assert!(
        spread(&stored) > spread(&picture) * 21 / 20,
        "colours are not stronger"
    );
}

#[test]
fn grey_is_kept_as_its_profile_shows_it() {
    let file = include_bytes!("../../../../rules/tests/data/field/grey_with_gray_profile.jpg");
    let (sent, kept) = (decoded(file), decoded(&develop(file).unwrap().jpeg));
    // By lcms and in Chromium it is about eleven levels lighter than its numbers are.
    let mean = |picture: &Pixels| {
        let sum: u64 = picture.rgb.iter().copied().map(u64::from).sum();
        sum / u64::try_from(picture.rgb.len()).unwrap()
    };
    let lighter = mean(&kept).saturating_sub(mean(&sent));
    assert!((9..=13).contains(&lighter), "{lighter}");
}

#[test]
fn a_profile_for_inks_in_a_file_of_colours_changes_nothing() {
    let file = include_bytes!("../../../../rules/tests/data/field/rgb_with_cmyk_profile.jpg");
    let developed = develop(file).unwrap();
    assert_eq!(decoded(&developed.jpeg), decoded(file));
}

#[test]
fn changed_photos_never_break_the_process() {
    // A fixed chain of numbers chooses the places; every result is fine.
    let mut number = 1_u32;
    let mut next = move || {
        number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        usize::try_from(number >> 8).unwrap()
    };
    for round in 0..60 {
        let mut photo = PROGRESSIVE.to_vec();
        let range = if round % 2 == 0 { 700 } else { photo.len() };
        for _ in 0..4 {
            let at = next() % range;
            photo[at] = u8::try_from(next() % 256).unwrap();
        }
        let is_sound = match develop(&photo) {
            Ok(developed) => !developed.jpeg.is_empty(),
            Err(DevelopError::Refused(findings)) => !findings.is_empty(),
            Err(_) => false,
        };
        assert!(is_sound, "round {round}");
    }
}

fn application_segments(jpeg: &[u8]) -> Vec<u8> {
    let mut found = Vec::new();
    let mut at = 2;
    while jpeg[at + 1] != 0xDA {
        if matches!(jpeg[at + 1], 0xE0..=0xEF | 0xFE) {
            found.push(jpeg[at + 1]);
        }
        at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
    }
    found
}
