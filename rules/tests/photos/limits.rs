//! The numbers of the notice, at their edges.

use rules::photo::{Finding, Orientation, inspect, inspect_size, spec};

use crate::fixtures::fixture;
use crate::handmade::{HALVED, Handmade, SOF0, exif, padded, picture};

fn findings(bytes: &[u8]) -> Vec<Finding> {
    inspect(bytes).findings
}

#[test]
fn a_photo_of_exactly_20_kilobytes_is_accepted() {
    let photo = padded(fixture("few_bytes.jpg"), 20_000);
    assert_eq!(photo.len(), 20_000);
    assert_eq!(findings(&photo), []);
}

#[test]
fn a_photo_of_19_999_bytes_is_refused() {
    let photo = padded(fixture("few_bytes.jpg"), 19_999);
    assert_eq!(findings(&photo), [Finding::TooFewBytes { bytes: 19_999 }]);
}

#[test]
fn a_photo_of_exactly_7_megabytes_is_accepted() {
    let photo = padded(fixture("good.jpg"), 7_340_032);
    assert_eq!(photo.len(), 7_340_032);
    assert_eq!(findings(&photo), []);
}

#[test]
fn a_photo_one_byte_over_7_megabytes_is_refused() {
    let photo = padded(fixture("good.jpg"), 7_340_033);
    assert_eq!(
        findings(&photo),
        [Finding::TooManyBytes { bytes: 7_340_033 }]
    );
}

#[test]
fn the_size_alone_gives_the_same_verdict_before_anything_is_read() {
    for bytes in [1, 19_999, 20_000, 7_340_032, 7_340_033, u64::MAX] {
        let refused = !(spec::FEWEST_BYTES..=spec::MOST_BYTES).contains(&bytes);
        assert_eq!(inspect_size(bytes).is_some(), refused, "{bytes}");
    }
}

#[test]
fn sides_of_480_to_6000_pixels_are_accepted() {
    for (width, height) in [(480, 480), (480, 6_000), (6_000, 480), (6_000, 6_000)] {
        assert_eq!(
            findings(&picture(width, height).ended()),
            [],
            "{width} x {height}"
        );
    }
}

#[test]
fn each_side_that_is_too_short_or_too_long_is_named_with_its_pixels() {
    let cases = [
        ((479, 480), Finding::TooNarrow { pixels: 479 }),
        ((480, 479), Finding::TooLow { pixels: 479 }),
        ((6_001, 480), Finding::TooWide { pixels: 6_001 }),
        ((480, 6_001), Finding::TooHigh { pixels: 6_001 }),
        ((480, u16::MAX), Finding::TooHigh { pixels: 65_535 }),
        ((1, 480), Finding::TooNarrow { pixels: 1 }),
    ];
    for ((width, height), finding) in cases {
        assert_eq!(
            findings(&picture(width, height).ended()),
            [finding],
            "{width} x {height}"
        );
    }
}

#[test]
fn a_turned_photo_is_judged_by_its_sides_as_shown() {
    for number in 1..=8 {
        let photo = Handmade::begun()
            .segment(0xE1, &exif(&[(0x0112, 3, number)], &[]))
            .frame(SOF0, (400, 600), &HALVED)
            .scan(&[1, 2, 3], 20_000)
            .ended();
        let inspection = inspect(&photo);
        let expected = if number < 5 {
            Finding::TooNarrow { pixels: 400 }
        } else {
            Finding::TooLow { pixels: 400 }
        };
        assert_eq!(inspection.findings, [expected], "orientation {number}");
        assert_eq!(u32::from(inspection.facts.orientation.exif()), number);
    }
}

#[test]
fn an_orientation_that_does_not_exist_is_taken_as_upright() {
    for number in [0, 9, 65_535] {
        let photo = Handmade::begun().segment(0xE1, &exif(&[(0x0112, 3, number)], &[]));
        assert_eq!(inspect(&photo.0).facts.orientation, Orientation::Upright);
        assert_eq!(Orientation::from_exif(number), None);
    }
}

#[test]
fn thirty_two_scans_are_accepted_and_one_more_is_refused() {
    for (scans, expected) in [(32, vec![]), (33, vec![Finding::TooManyScans])] {
        let mut photo = Handmade::begun().frame(SOF0, (480, 480), &HALVED);
        for id in (1..=3).cycle().take(scans) {
            photo = photo.scan(&[id], 4_000);
        }
        assert_eq!(findings(&photo.ended()), expected, "{scans} scans");
    }
}

#[test]
fn a_small_file_with_a_hundred_thousand_scans_is_left_at_the_33rd() {
    let mut bomb = Handmade::begun().frame(0xC2, (6_000, 6_000), &HALVED);
    for _ in 0..100_000 {
        bomb = bomb.progressive_scan(&[1], [1, 63, 0], &[0]);
    }
    let inspection = inspect(&bomb.ended());
    assert_eq!(inspection.findings, [Finding::TooManyScans]);
    assert_eq!(inspection.facts.scans, 33);
}
