//! Whether the picture is all there.

use rules::photo::{Finding, inspect};

use crate::fixtures::{FIXTURES, fixture};
use crate::handmade::{ENOUGH, HALVED, Handmade, ONE, SOF0, SOF2, THREE, picture, with_restarts};

const SIDES: (u16, u16) = (600, 500);

fn findings(bytes: &[u8]) -> Vec<Finding> {
    inspect(bytes).findings
}

#[test]
fn a_photo_cut_in_its_headers_is_incomplete() {
    for (name, bytes) in FIXTURES {
        if !bytes.starts_with(b"\xff\xd8") {
            continue;
        }
        let scan = bytes.windows(2).position(|pair| pair == [0xFF, 0xDA]);
        // Whether coded data is cut only shows when it is read, but for the very beginning.
        for length in 2..scan.unwrap() + 100 {
            let found = findings(&bytes[..length]);
            assert!(found.contains(&Finding::Incomplete), "{name} at {length}");
        }
    }
}

#[test]
fn a_missing_end_is_no_missing_picture() {
    let photo = picture(600, 500).ended();
    assert!(photo.ends_with(&[0xFF, 0xD9]));
    for photo in [
        photo,
        picture(600, 500).broken_off(),
        picture(600, 500).raw(&[0xFF]).broken_off(),
        picture(600, 500).raw(b"\xff\x24trailer").broken_off(),
    ] {
        assert_eq!(findings(&photo), []);
    }
    // Of several scans any may still have been to come.
    let part = || {
        Handmade::begun()
            .frame(SOF0, SIDES, &HALVED)
            .scan(&[1, 2], ENOUGH)
    };
    assert_eq!(findings(&part().broken_off()), [Finding::Incomplete]);
    assert_eq!(findings(&part().scan(&[3], ENOUGH).broken_off()), []);
}

#[test]
fn what_follows_a_picture_in_one_scan_is_no_part_of_it() {
    let begun = || picture(600, 500);
    for photo in [
        begun().scan(&[9], 10),
        begun().frame(SOF0, (600, 500), &HALVED),
        begun().raw(&[0xFF, 0xD8]),
        begun().raw(&[0xFF, 0xC4, 0, 1]),
    ] {
        assert_eq!(findings(&photo.ended()), []);
    }
}

#[test]
fn a_frame_without_a_scan_is_incomplete() {
    let photo = Handmade::begun().frame(SOF0, SIDES, &HALVED).ended();
    assert_eq!(findings(&photo), [Finding::Incomplete]);
}

#[test]
fn channels_may_come_in_scans_of_their_own_but_all_must_come() {
    let part = Handmade::begun()
        .frame(SOF0, SIDES, &HALVED)
        .scan(&[1], ENOUGH)
        .scan(&[2], ENOUGH);
    assert_eq!(findings(&part.clone().ended()), [Finding::Incomplete]);
    assert_eq!(findings(&part.scan(&[3], ENOUGH).ended()), []);
}

#[test]
fn every_channel_of_a_progressive_photo_needs_its_mean_values() {
    let begun = Handmade::begun().frame(SOF2, SIDES, &HALVED);
    let part = begun.progressive_scan(&[1, 2], [0, 0, 0], &[1; 1_000]);
    let part = part.progressive_scan(&[3], [1, 63, 0], &[1; 1_000]);
    let part = part.progressive_scan(&[1], [1, 63, 0], &[1; 1_000]);
    let part = part.progressive_scan(&[2], [1, 63, 0], &[1; 1_000]);
    assert_eq!(findings(&part.clone().ended()), [Finding::Incomplete]);
    assert_eq!(
        findings(&part.progressive_scan(&[3], [0, 0, 0], &[1; 200]).ended()),
        []
    );
}

#[test]
fn what_a_progressive_scan_begins_must_be_finished() {
    let begun = Handmade::begun().frame(SOF2, SIDES, &ONE);
    let mean = begun.progressive_scan(&[1], [0, 0, 0x01], &[1; 1_000]);
    let finer = mean
        .clone()
        .progressive_scan(&[1], [0, 0, 0x10], &[1; 1_000]);
    let detail = finer
        .clone()
        .progressive_scan(&[1], [1, 63, 0x02], &[1; 1_000]);
    let almost = detail
        .clone()
        .progressive_scan(&[1], [1, 63, 0x21], &[1; 1_000]);
    let all = almost
        .clone()
        .progressive_scan(&[1], [1, 63, 0x10], &[1; 1_000]);
    // Without details there is no photo.
    for part in [mean, finer, detail] {
        assert_eq!(
            findings(&part.ended()),
            [Finding::Incomplete, Finding::Greyscale]
        );
    }
    // Some writers never send the lowest bit.
    for whole in [almost, all] {
        assert_eq!(findings(&whole.ended()), [Finding::Greyscale]);
    }
}

#[test]
fn a_progressive_scan_must_go_on_where_others_stopped() {
    let begun = |mean| {
        Handmade::begun()
            .frame(SOF2, SIDES, &ONE)
            .progressive_scan(&[1], [0, 0, mean], &[1; 1_000])
            .progressive_scan(&[1], [1, 63, 0], &[1; 1_000])
    };
    for (mean, next, expected) in [
        (1, 0x10, vec![]),
        (0, 0x00, vec![]),
        (2, 0x10, vec![Finding::Damaged]),
        (0, 0x10, vec![Finding::Damaged]),
        (1, 0x00, vec![Finding::Damaged]),
    ] {
        let photo = begun(mean).progressive_scan(&[1], [0, 0, next], &[1; 1_000]);
        let expected = [expected, vec![Finding::Greyscale]].concat();
        assert_eq!(findings(&photo.ended()), expected, "{mean}, {next:x}");
    }
}

#[test]
fn a_scan_must_make_finer_by_one_bit_what_another_left_to_it() {
    for (part, is_sound) in [
        ([1, 63, 0x20], false),
        ([1, 63, 0x11], false),
        ([1, 63, 0x01], true),
        ([1, 63, 0x0D], true),
        ([1, 63, 0x0E], false),
    ] {
        let photo = Handmade::begun()
            .frame(SOF2, SIDES, &ONE)
            .progressive_scan(&[1], [0, 0, 0], &[1; 1_000])
            .progressive_scan(&[1], part, &[1; 1_000]);
        let damaged = findings(&photo.ended()).contains(&Finding::Damaged);
        assert_eq!(damaged, !is_sound, "{part:x?}");
    }
}

#[test]
fn a_progressive_photo_closed_before_only_the_last_bits_are_missing_is_incomplete() {
    let photo = fixture("progressive.jpg");
    let scans: Vec<usize> = (0..photo.len() - 1)
        .filter(|at| photo[*at..].starts_with(&[0xFF, 0xDA]))
        .collect();
    // The last four scans bring the lowest bits of each channel and of the mean values.
    let early = scans.len() - 4;
    for cut in &scans[1..early] {
        // Tables of the next scan may stand before it; they do no harm.
        let closed = [&photo[..*cut], &[0xFF, 0xD9]].concat();
        assert!(
            findings(&closed).contains(&Finding::Incomplete),
            "closed at {cut}"
        );
    }
}

#[test]
fn less_coded_data_than_any_picture_of_its_size_has_is_incomplete() {
    // 75 x 63 blocks of one channel, two bits each at the least: 1,181 bytes.
    let photo = |coded| {
        Handmade::begun()
            .frame(SOF0, SIDES, &ONE)
            .scan(&[1], coded)
            .ended()
    };
    assert_eq!(
        findings(&photo(1_150)),
        [Finding::Incomplete, Finding::Greyscale]
    );
    assert_eq!(findings(&photo(1_200)), [Finding::Greyscale]);
}

#[test]
fn mean_values_take_a_bit_for_each_block_and_other_passes_may_take_next_to_none() {
    // 75 x 63 blocks: 590 bytes.
    let photo = |coded: usize| {
        Handmade::begun()
            .frame(SOF2, SIDES, &ONE)
            .progressive_scan(&[1], [0, 0, 0], &vec![1; coded])
            .progressive_scan(&[1], [1, 63, 0], &[1])
            .ended()
    };
    assert_eq!(
        findings(&photo(580)),
        [Finding::Incomplete, Finding::Greyscale]
    );
    assert_eq!(findings(&photo(600)), [Finding::Greyscale]);
}

#[test]
fn a_restart_marker_must_stand_after_each_interval_but_the_last() {
    // 38 x 32 units of 16 x 16 pixels; one marker after each row of 38.
    let photo = |numbers: Vec<u8>| {
        Handmade::begun()
            .segment(0xDD, &38_u16.to_be_bytes())
            .frame(SOF0, SIDES, &HALVED)
            .progressive_scan(&[1, 2, 3], [0, 63, 0], &with_restarts(numbers, 400))
            .ended()
    };
    let first = |count: u8| (0..count).map(|number| number % 8).collect::<Vec<_>>();
    assert_eq!(findings(&photo(first(31))), []);
    assert_eq!(findings(&photo(first(30))), [Finding::Incomplete]);
    for more in [32, 33, 90] {
        assert_eq!(
            findings(&photo(first(more))),
            [],
            "more at the end are harmless"
        );
    }
    let mut skipped = first(31);
    skipped.remove(4);
    assert_eq!(findings(&photo(skipped)), [Finding::Incomplete]);
}

#[test]
fn restart_markers_of_a_channel_on_its_own_are_counted_by_its_blocks() {
    // The halved channel has 300 x 250 samples: 38 x 32 blocks.
    let photo = |markers: u8| {
        Handmade::begun()
            .frame(SOF0, SIDES, &HALVED)
            .scan(&[1, 2], ENOUGH)
            .segment(0xDD, &100_u16.to_be_bytes())
            .progressive_scan(
                &[3],
                [0, 63, 0],
                &with_restarts((0..markers).map(|n| n % 8), 100),
            )
            .ended()
    };
    assert_eq!(findings(&photo(12)), []);
    assert_eq!(findings(&photo(11)), [Finding::Incomplete]);
}

#[test]
fn a_restart_marker_that_was_not_announced_ends_the_data() {
    for (part, expected) in [(ENOUGH, vec![]), (1_000, vec![Finding::Incomplete])] {
        let coded = with_restarts([0; 20], part);
        let photo = Handmade::begun().frame(SOF0, SIDES, &THREE);
        let photo = photo.progressive_scan(&[1, 2, 3], [0, 63, 0], &coded);
        assert_eq!(findings(&photo.ended()), expected, "{part}");
    }
}

#[test]
fn a_real_photo_with_a_piece_of_its_middle_missing_is_refused() {
    let photo = fixture("restarts.jpg");
    let without_middle = [&photo[..20_000], &photo[30_000..]].concat();
    assert!(inspect(&without_middle).refuses());
    let closed_early = [&photo[..40_000], &[0xFF, 0xD9]].concat();
    assert_eq!(findings(&closed_early), [Finding::Incomplete]);
}

#[test]
fn a_comment_or_an_application_segment_of_impossible_length_is_an_empty_one() {
    for marker in [0xFE, 0xE0, 0xE1, 0xE2, 0xEE, 0xEF] {
        for length in [0, 1] {
            let photo = Handmade::begun()
                .raw(&[0xFF, marker, 0, length])
                .raw(&picture(600, 500).0[2..]);
            assert_eq!(findings(&photo.ended()), [], "{marker:x}");
        }
    }
}

#[test]
fn channels_of_the_same_name_have_their_turns() {
    let three = [(7, 0x22), (7, 0x11), (7, 0x11)];
    let photo = || Handmade::begun().frame(SOF0, SIDES, &three);
    assert_eq!(findings(&photo().scan(&[7, 7, 7], ENOUGH).ended()), []);
    // Alone, each would be the first one.
    let alone = photo().scan(&[7], ENOUGH).scan(&[7], ENOUGH);
    let alone = alone.scan(&[7], ENOUGH).ended();
    assert_eq!(findings(&alone), [Finding::Incomplete]);
}

#[test]
fn contradictions_are_damage() {
    let begun = || Handmade::begun().frame(SOF0, SIDES, &HALVED);
    let scan = [3, 1, 0, 2, 0, 3, 0, 0, 63, 0];
    let cases = [
        ("a second frame", begun().frame(SOF0, SIDES, &HALVED)),
        ("a second start", begun().raw(&[0xFF, 0xD8])),
        (
            "a segment shorter than its length",
            begun().raw(&[0xFF, 0xDB, 0, 1]),
        ),
        ("a marker nobody knows", begun().segment(0xF0, b"what?")),
        (
            "more blocks in a unit than ten",
            Handmade::begun()
                .frame(SOF0, SIDES, &[(1, 0x42), (2, 0x12), (3, 0x11)])
                .scan(&[1, 2, 3], ENOUGH),
        ),
        (
            "channels of a scan in another order",
            begun().scan(&[3, 1, 2], ENOUGH),
        ),
        (
            "a scan before the frame",
            Handmade::begun().segment(0xDA, &scan),
        ),
        (
            "a scan of an unknown channel",
            begun().scan(&[1, 2, 9], ENOUGH),
        ),
        ("a scan of no channel", begun().scan(&[], ENOUGH)),
        ("a scan header cut short", begun().segment(0xDA, &scan[..6])),
        (
            "a frame header cut short",
            Handmade::begun().segment(SOF0, &[8, 1, 0, 1, 0, 3, 1]),
        ),
        (
            "a frame without width",
            Handmade::begun().frame(SOF0, (0, 500), &HALVED),
        ),
        (
            "a frame without channels",
            Handmade::begun().frame(SOF0, SIDES, &[]),
        ),
        (
            "no samples in a channel",
            Handmade::begun().frame(SOF0, SIDES, &[(1, 0x01)]),
        ),
        (
            "five samples in a channel",
            Handmade::begun().frame(SOF0, SIDES, &[(1, 0x51)]),
        ),
        (
            "a restart interval of one byte",
            begun().segment(0xDD, &[1]),
        ),
        ("an end right after the start", Handmade::begun()),
    ];
    for (what, photo) in cases {
        assert_eq!(findings(&photo.ended()), [Finding::Damaged], "{what}");
    }
}

#[test]
fn a_progressive_scan_of_impossible_details_is_damage() {
    for part in [[5, 4, 0], [0, 64, 0], [64, 64, 0], [0, 63, 0]] {
        let photo = Handmade::begun().frame(SOF2, SIDES, &HALVED);
        let photo = photo.progressive_scan(&[1], part, &[1]).ended();
        assert_eq!(findings(&photo), [Finding::Damaged], "{part:?}");
    }
}
