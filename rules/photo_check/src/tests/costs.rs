//! What a hostile file costs the decoder: steps in proportion to its bytes.

use rules::photo::{Colour, Finding, QuarterTurn, Steps, inspect, spec};

use super::decoder::{coded, drawn};
use super::hostile::{self, KINDS};
use crate::Checker;
use crate::decode::for_check;
use crate::jpeg::{self, decode_within, profile};

const SHRINK: usize = 8;

fn counted(file: &[u8]) -> (bool, u64) {
    let mut steps = Steps::new(file.len(), u64::MAX, 0);
    let decoded = decode_within(file, SHRINK, Colour::YCbCr, &mut steps);
    (decoded.is_ok(), steps.taken())
}

#[test]
fn decoding_costs_no_more_than_the_bytes_are_worth_even_where_nobody_looked_before() {
    for kind in KINDS {
        let file = (kind.make)(1_000_000);
        let (_, taken) = counted(&file);
        let bytes = u64::try_from(file.len()).unwrap();
        // `scans` has more than the rules let through, and the budget ends it.
        if kind.refused != Some("too_many_scans") {
            assert!(taken <= 2 * bytes + 1_000_000, "{}: {taken}", kind.name);
        }
        let mut steps = jpeg::to_decode(file.len());
        let _ = decode_within(&file, SHRINK, Colour::YCbCr, &mut steps);
        let most = spec::MOST_BLOCKS_FOR_A_BYTE * bytes + (1 << 20) + 6_000 * 6_000 / 64;
        assert!(steps.taken() <= most, "{}: {steps:?}", kind.name);
    }
}

#[test]
fn of_thousands_of_tables_only_those_are_built_that_a_scan_needs() {
    let make = |name| KINDS.iter().find(|kind| kind.name == name).unwrap().make;
    let (_, plain) = counted(hostile::GOOD);
    for name in ["codes", "codes_together", "steps"] {
        let file = make(name)(6_900_000);
        let (decoded, taken) = counted(&file);
        let segments = u64::try_from(file.len()).unwrap() / 20;
        assert!(decoded && taken <= plain + segments, "{name}: {taken}");
    }
}

#[test]
fn a_table_that_comes_again_before_a_scan_is_not_built_again() {
    // A scan for each channel; the last two use the same tables.
    let photo = coded(&drawn(64, 64), |encoder| {
        encoder.set_optimized_huffman_tables(true);
    });
    let starts = |marker: u8| {
        let places = 0..photo.len() - 1;
        let photo = &photo;
        places.filter(move |at| photo[*at..].starts_with(&[0xFF, marker]))
    };
    let length = |at: usize| 2 + usize::from(u16::from_be_bytes([photo[at + 2], photo[at + 3]]));
    let tables: Vec<_> = starts(0xC4).collect();
    let tables = tables.iter().map(|at| &photo[*at..*at + length(*at)]);
    let tables = tables.collect::<Vec<_>>().concat();
    let last = starts(0xDA).next_back().unwrap();
    assert_eq!(starts(0xDA).count(), 3);
    let again = [&photo[..last], &tables, &photo[last..]].concat();
    let (once, twice) = (counted(&photo), counted(&again));
    assert!(once.0 && twice.0);
    let more = twice.1 - once.1;
    assert!((1..20).contains(&more), "{more} steps more");
}

#[test]
fn a_frame_that_claims_more_blocks_than_the_file_has_bits_makes_no_room() {
    let make = KINDS
        .iter()
        .find(|kind| kind.name == "mean_values")
        .unwrap();
    let file = (make.make)(0);
    let (decoded, taken) = counted(&file);
    assert!(!decoded && taken < 10, "{taken}");
}

#[test]
fn a_picture_in_passes_that_claims_more_than_it_holds_is_incomplete() {
    let checker = Checker::new();
    let claimed = |[width, height]: [u16; 2]| {
        let mut file = hostile::PROGRESSIVE.to_vec();
        let frame = file
            .windows(2)
            .position(|pair| pair == [0xFF, 0xC2])
            .unwrap();
        file[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
        file[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
        file
    };
    for sides in [
        [6_000, 6_000],
        [700, 6_000],
        [6_000, 900],
        [700, 1_000],
        [800, 900],
    ] {
        let file = claimed(sides);
        let report = checker.check(&file, rules::CivilDate::LAST, crate::Exceptions::NONE);
        assert_eq!(report.file.findings, [Finding::Incomplete], "{sides:?}");
        let part = crate::Crop::new(0, 0, 600).unwrap();
        assert_eq!(
            crate::fit(&file, QuarterTurn::None, part),
            Err(crate::FitError::Damaged)
        );
    }
    // The largest is not even begun.
    let (decoded, taken) = counted(&claimed([6_000, 6_000]));
    assert!(!decoded && taken < 10, "{taken}");
}

#[test]
fn what_the_rules_refuse_is_not_decoded() {
    let checker = Checker::new();
    for kind in KINDS.iter().filter(|kind| kind.refused.is_some()) {
        let report = checker.check(
            &(kind.make)(100_000),
            rules::CivilDate::LAST,
            crate::Exceptions::NONE,
        );
        assert!(report.picture.is_none(), "{}", kind.name);
    }
}

#[test]
fn a_profile_of_more_than_255_parts_or_a_megabyte_is_none() {
    let make = |name| KINDS.iter().find(|kind| kind.name == name).unwrap().make;
    assert_eq!(
        profile(&make("profile_parts")(255_000), Colour::YCbCr)
            .unwrap()
            .len(),
        255_000
    );
    assert_eq!(
        profile(&make("profile_parts")(6_000_000), Colour::YCbCr),
        None
    );
    assert_eq!(
        profile(&make("profile_repeated")(6_000_000), Colour::YCbCr),
        None
    );
}

#[test]
fn a_hostile_file_that_is_a_sound_photo_shows_the_same_picture() {
    let picture = |file: &[u8]| for_check(file, &inspect(file).facts).unwrap().pixels.rgb;
    let plain = picture(hostile::GOOD);
    for kind in KINDS.iter().filter(|kind| kind.refused.is_none()) {
        assert!(picture(&(kind.make)(100_000)) == plain, "{}", kind.name);
    }
}
