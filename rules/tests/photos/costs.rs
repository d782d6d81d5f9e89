//! What a file costs its reader: steps in proportion to its bytes, whatever is in it.

use rules::photo::{Facts, Finding, Inspection, Steps, inspect, inspect_within, spec};

use crate::fixtures::FIXTURES;
use crate::handmade::{Handmade, directory, exif};
use crate::hostile::{KINDS, directories};

/// Steps for each byte, and for any file: those of the budget.
const FOR_A_BYTE: u64 = 4;
const FOR_ANY_FILE: u64 = 16_384;

/// Reads a file without a limit; what it cost must be in proportion.
fn counted(name: &str, bytes: &[u8]) -> Inspection {
    let mut steps = Steps::new(bytes.len(), u64::MAX, 0);
    let inspection = inspect_within(bytes, &mut steps);
    let most = FOR_A_BYTE * u64::try_from(bytes.len()).unwrap() + FOR_ANY_FILE;
    assert!(
        steps.taken() <= most,
        "{name}: {steps:?}, {} bytes",
        bytes.len()
    );
    assert_eq!(
        inspection,
        inspect(bytes),
        "{name}: the budget was not enough"
    );
    inspection
}

#[test]
fn no_hostile_file_costs_more_steps_than_its_bytes_are_worth() {
    for kind in KINDS {
        for bytes in [20_000, 65_000, 1_000_000, 6_900_000] {
            let file = (kind.make)(bytes);
            let found = counted(kind.name, &file).findings;
            let refused = found.first().map(|found| found.code());
            let most = usize::try_from(spec::MOST_BYTES).unwrap();
            if file.len() <= most {
                let wanted = kind.refused.filter(|_| !kind.is_read);
                assert_eq!(refused, wanted, "{} of {bytes}: {found:?}", kind.name);
            }
        }
    }
}

#[test]
fn a_block_of_texts_that_are_the_whole_block_costs_no_more_where_there_is_nothing_else() {
    for entries in [3, 100, 2_700] {
        let block = [&[0xFF, 0xD8], &directories(entries)[..]].concat();
        counted("directories", &block);
    }
}

#[test]
fn photographs_and_files_of_other_formats_cost_less_than_two_steps_a_byte() {
    for (name, bytes) in FIXTURES {
        let mut steps = Steps::to_inspect(bytes.len());
        inspect_within(bytes, &mut steps);
        let most = u64::try_from(bytes.len()).unwrap() * 2;
        assert!(steps.taken() <= most, "{name}: {steps:?}");
    }
}

#[test]
fn a_file_that_is_worth_no_steps_is_damaged() {
    let (_, bytes) = FIXTURES[0];
    let found = inspect_within(bytes, &mut Steps::new(0, 0, 100)).findings;
    assert_eq!(found, [Finding::Damaged]);
}

fn facts(segments: &[Vec<u8>]) -> Facts {
    let photo = segments.iter().fold(Handmade::begun(), |photo, content| {
        photo.segment(0xE1, content)
    });
    inspect(&photo.0).facts
}

#[test]
fn only_the_first_exif_block_is_read() {
    let turned = |number| exif(&[(0x0112, 3, number)], &[]);
    assert_eq!(facts(&[turned(6), turned(3)]).orientation.exif(), 6);
    // Nor does a second one fill in what the first one does not say.
    let silent = exif(&[], &[]);
    assert_eq!(facts(&[silent, turned(3)]).orientation.exif(), 1);
}

#[test]
fn only_the_first_entry_of_each_kind_counts() {
    let twice = exif(&[(0x0112, 3, 8), (0x0112, 3, 3)], &[]);
    assert_eq!(facts(&[twice]).orientation.exif(), 8);
    // The first place has a version only; the second one would tell where.
    let place = directory(&[(2, 5, 0), (4, 5, 0)]);
    let version = directory(&[(0, 4, 0x0203_0000)]);
    let begin = 8 + 2 + 2 * 12 + 4;
    let both = [(0x8825, 4, begin), (0x8825, 4, begin + 18)];
    let places = exif(&both, &[version, place].concat());
    assert!(!facts(&[places]).has_position);
}

#[test]
fn of_a_directory_so_many_entries_are_read_as_any_camera_writes() {
    for (entries, number) in [(255, 6), (256, 1)] {
        let mut list = vec![(0x010F, 3, 0); entries];
        list.push((0x0112, 3, 6));
        assert_eq!(facts(&[exif(&list, &[])]).orientation.exif(), number);
    }
}

#[test]
fn a_directory_that_was_followed_is_not_followed_again() {
    // It says that it is its own details: no day is found there, though it has one.
    let list = [(0x8769, 4, 8), (0x9003, 2, 38)];
    let whole = |list: &[(u16, u16, u32)]| {
        let mut block = exif(list, b"2026:11:22 12:00:00");
        for at in (0..list.len()).map(|index| 6 + 10 + index * 12 + 4) {
            block[at..at + 4].copy_from_slice(&19_u32.to_be_bytes());
        }
        block
    };
    assert_eq!(facts(&[whole(&list)]).taken_on, None);
}

/// Tables of one code each.
fn with_tables(count: usize) -> Vec<u8> {
    let (_, photo) = FIXTURES[0];
    let mut table = vec![0x13, 1];
    table.extend([0; 16]);
    let tables = Handmade::begun().segment(0xC4, &table.repeat(count)).0;
    [&tables, &photo[2..]].concat()
}

#[test]
fn so_many_tables_are_accepted_as_all_scans_can_use_and_not_one_more() {
    // The photograph has four tables of codes and two of steps itself.
    let (_, photo) = FIXTURES[0];
    let own = 6;
    assert_eq!(
        photo
            .windows(2)
            .filter(|pair| *pair == [0xFF, 0xC4])
            .count(),
        4
    );
    let most = usize::try_from(spec::MOST_TABLES).unwrap() - own;
    assert_eq!(inspect(&with_tables(most)).findings, []);
    assert_eq!(inspect(&with_tables(most + 1)).findings, [Finding::Damaged]);
}
