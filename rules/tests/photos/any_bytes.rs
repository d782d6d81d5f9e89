//! Whatever the bytes are, an inspection ends and contradicts itself nowhere.

use proptest::prelude::*;
use rules::photo::{Finding, Inspection, inspect, spec};

use crate::fixtures::FIXTURES;

fn assert_sound(inspection: &Inspection, bytes: &[u8]) {
    let Inspection { facts, findings } = inspection;
    assert_eq!(usize::try_from(facts.bytes), Ok(bytes.len()));
    assert!(facts.scans <= spec::MOST_SCANS + 1);
    assert!(facts.trailing_bytes <= facts.bytes);
    for finding in findings {
        assert_eq!(findings.iter().filter(|other| *other == finding).count(), 1);
    }
    if !inspection.refuses() {
        let sides = spec::SHORTEST_SIDE..=spec::LONGEST_SIDE;
        assert!(sides.contains(&facts.width) && sides.contains(&facts.height));
        assert!((spec::FEWEST_BYTES..=spec::MOST_BYTES).contains(&facts.bytes));
        assert!(facts.coding.is_some() && facts.colour.is_some() && facts.scans > 0);
    }
}

/// Bytes that look more like JPEG than chance would: markers are frequent.
fn markers() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        (0xC0_u8..=0xFF).prop_map(|marker| vec![0xFF, marker]),
        (0_u8..20).prop_map(|length| vec![0, length]),
        proptest::collection::vec(any::<u8>(), 0..24),
        Just(vec![
            0xFF, 0xC0, 0, 17, 8, 2, 0, 2, 0, 3, 1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0
        ]),
        Just(vec![0xFF, 0xC2, 0, 11, 8, 2, 0, 2, 0, 1, 1, 0x11, 0]),
        Just(vec![0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0]),
    ];
    proptest::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_are_inspected_without_a_panic(
        bytes in proptest::collection::vec(any::<u8>(), 0..2_000),
    ) {
        assert_sound(&inspect(&bytes), &bytes);
    }

    #[test]
    fn random_markers_are_inspected_without_a_panic(mut bytes in markers(), long in any::<bool>()) {
        bytes.splice(0..0, [0xFF, 0xD8]);
        if long {
            bytes.resize(30_000, 0);
        }
        assert_sound(&inspect(&bytes), &bytes);
    }

    #[test]
    fn changed_photos_are_inspected_without_a_panic(
        which in 0..FIXTURES.len(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
        near_the_front in any::<bool>(),
    ) {
        let mut bytes = FIXTURES[which].1.to_vec();
        let range = if near_the_front { bytes.len().min(700) } else { bytes.len() };
        for (place, value) in changes {
            bytes[place.index(range)] = value;
        }
        assert_sound(&inspect(&bytes), &bytes);
    }

    #[test]
    fn photos_with_a_piece_removed_or_repeated_are_inspected_without_a_panic(
        which in 0..FIXTURES.len(),
        from in any::<prop::sample::Index>(),
        to in any::<prop::sample::Index>(),
        repeat in any::<bool>(),
    ) {
        let bytes = FIXTURES[which].1;
        let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
        let changed = if repeat {
            [&bytes[..from], &bytes[to..]].concat()
        } else {
            [&bytes[..from.min(to)], &bytes[from.max(to)..]].concat()
        };
        assert_sound(&inspect(&changed), &changed);
    }

    #[test]
    fn a_file_that_does_not_begin_as_a_jpeg_is_never_taken_for_one(
        bytes in proptest::collection::vec(any::<u8>(), 1..200),
    ) {
        prop_assume!(!bytes.starts_with(&[0xFF, 0xD8]));
        let findings = inspect(&bytes).findings;
        let is_told = matches!(findings.as_slice(), [Finding::NotJpeg { .. }]);
        prop_assert!(is_told);
    }
}
