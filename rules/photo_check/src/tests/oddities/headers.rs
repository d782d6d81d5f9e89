//! Headers and tables that are odd, missing or left over.

use super::super::compare::{Case, Expected, case};
use super::super::forge::{COM, DHT, DQT, DRI, SOF2, SOS, segment};
use super::{
    before, data, find, in_passes, in_three, kinds, length, places, plain, with_restarts, without,
};

/// What stands in a scan header and is no business of a baseline file.
pub(super) fn scan_headers() -> Vec<Case> {
    let mut cases = Vec::new();
    let bands = [
        [0, 64, 0],
        [0, 0, 0],
        [255, 255, 255],
        [1, 63, 0],
        [63, 0, 0],
        [0, 63, 0x11],
        [0, 63, 0x0D],
    ];
    for (name, file) in [
        ("plain", plain().file()),
        ("restarts", with_restarts().file()),
        ("three scans", in_three().file()),
    ] {
        for band in bands {
            let mut file = file.clone();
            for at in places(&file, SOS) {
                let end = at + length(&file, at);
                file[end - 3..end].copy_from_slice(&band);
            }
            cases.push(case(format!("scan header {band:?}, {name}"), file));
        }
    }
    for band in [
        [0, 63, 0],
        [0, 1, 0],
        [5, 4, 0],
        [1, 64, 0],
        [0, 0, 0x0E],
        [0, 0, 0x02],
    ] {
        let mut file = in_passes().file();
        let end = data(&file);
        file[end - 3..end].copy_from_slice(&band);
        let expected = if band == [0, 0, 2] {
            // The bits that the means lack then are too many.
            Expected::Refused
        } else {
            Expected::AsLibjpeg
        };
        cases.push(Case {
            expected,
            ..case(format!("scan header {band:?} in passes"), file)
        });
    }
    cases
}

/// Tables of codes that are missing, empty, or given more than once.
#[expect(clippy::too_many_lines, reason = "a list of cases")]
pub(super) fn codes() -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, file) in kinds() {
        cases.push(case(format!("no codes, {name}"), without(&file, DHT)));
        for (place, at) in places(&file, DHT).into_iter().enumerate() {
            let one = [&file[..at], &file[at + length(&file, at)..]].concat();
            cases.push(case(format!("codes {place} missing, {name}"), one));
            let late = find(&file, &[0xFF, SOS]);
            let again = before(&file, late, &file[at..at + length(&file, at)]);
            cases.push(case(format!("codes {place} twice, {name}"), again));
        }
        let sos = find(&file, &[0xFF, SOS]);
        let empty = |kind: u8| segment(DHT, &[&[kind], &[0; 16][..]].concat());
        let full = segment(DHT, &[&[3, 2], &[0; 15][..], &[0, 1]].concat());
        let long = segment(DHT, &[&[3, 3], &[0; 15][..], &[0, 1, 2]].concat());
        for (what, table) in [
            ("an empty table that is not used", empty(0x13)),
            ("an empty table in use", empty(0x10)),
            ("an empty segment", segment(DHT, &[])),
            ("a table of all codes that is not used", full),
            ("a table of too many codes that is not used", long),
            (
                "a table of number 4",
                segment(DHT, &[&[4], &[0; 16][..]].concat()),
            ),
            (
                "a table of kind 2",
                segment(DHT, &[&[0x20], &[0; 16][..]].concat()),
            ),
            ("a table cut short", segment(DHT, &[0, 0, 0])),
            ("means of sixteen bits in use", means_of(&file, 16)),
            ("means of fifteen bits in use", means_of(&file, 15)),
        ] {
            cases.push(Case {
                // Where libjpeg reads in haste it takes what is no code for the end of a block.
                expected: if what == "an empty table in use" {
                    Expected::Refused
                } else {
                    Expected::AsLibjpeg
                },
                ..case(format!("{what}, {name}"), before(&file, sos, &table))
            });
        }
        let mut all_ones = file.clone();
        let at = find(&file, &[0xFF, DHT]);
        // Two codes of one bit: the second one is all ones.
        let table = segment(DHT, &[&[0, 2], &[0; 15][..], &[0, 1]].concat());
        all_ones.splice(at..at + length(&file, at), table);
        cases.push(case(format!("a code of all ones, {name}"), all_ones));
    }
    // Before the passes that make the means finer, which need no codes.
    let file = in_passes().file();
    let scans = places(&file, SOS);
    let finer = scans
        .into_iter()
        .find(|at| file[at + length(&file, *at) - 1] == 0x10)
        .unwrap();
    for kind in [0, 1, 0x12] {
        let table = segment(DHT, &[&[kind], &[0; 16][..]].concat());
        cases.push(case(
            format!("empty table {kind} before finer means"),
            before(&file, finer, &table),
        ));
    }
    cases
}

/// The first table of codes, in which the rarest is for means of so many bits.
fn means_of(file: &[u8], bits: u8) -> Vec<u8> {
    let at = find(file, &[0xFF, DHT]);
    let mut table = file[at..at + length(file, at)].to_vec();
    *table.last_mut().unwrap() = bits;
    table
}

/// Steps of 0, of two bytes, missing, and changed between scans.
pub(super) fn steps() -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, file) in kinds() {
        let tables = places(&file, DQT);
        for (table, at) in tables.iter().enumerate() {
            for place in [0, 1, 20, 63] {
                let mut file = file.clone();
                file[at + 5 + place] = 0;
                cases.push(case(
                    format!("step {place} of table {table} is 0, {name}"),
                    file,
                ));
            }
        }
        cases.push(case(format!("no steps, {name}"), without(&file, DQT)));
        let wide: Vec<u8> = (0..64)
            .flat_map(|place| [u8::from(place > 40), 7])
            .collect();
        let wide = segment(DQT, &[&[0x10][..], &wide].concat());
        let sos = find(&file, &[0xFF, SOS]);
        cases.push(case(
            format!("steps of two bytes, {name}"),
            before(&file, sos, &wide),
        ));
        let other = segment(DQT, &[&[1][..], &[40; 64]].concat());
        let last = *places(&file, SOS).last().unwrap();
        cases.push(case(
            format!("steps changed before the last scan, {name}"),
            before(&file, last, &other),
        ));
        cases.push(case(
            format!("steps of number 4, {name}"),
            before(&file, sos, &segment(DQT, &[&[4][..], &[1; 64]].concat())),
        ));
        cases.push(case(
            format!("steps cut short, {name}"),
            before(&file, sos, &segment(DQT, &[2; 40])),
        ));
    }
    cases
}

/// Segments of impossible length.
pub(super) fn lengths() -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, file) in kinds() {
        for marker in [COM, 0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xEF, 0xDC, DHT, DQT, DRI] {
            for length in [0, 1] {
                let odd = before(&file, 2, &[0xFF, marker, 0, length]);
                cases.push(case(format!("{marker:x} of length {length}, {name}"), odd));
            }
        }
        let late = find(&file, &[0xFF, SOS]);
        let odd = before(&file, late, &[0xFF, COM, 0, 0]);
        cases.push(case(
            format!("a comment of no length before a scan, {name}"),
            odd,
        ));
        let long = before(&file, 2, &[0xFF, COM, 0xFF, 0xFF, b'x']);
        cases.push(case(
            format!("a comment longer than the file, {name}"),
            long,
        ));
    }
    cases
}

/// Marks that stand alone, that nobody knows, or that must not come twice.
pub(super) fn marks() -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, file) in kinds() {
        let sos = find(&file, &[0xFF, SOS]);
        for marker in [0x01, 0x02, 0xBF, 0xD0, 0xD7, 0xD8] {
            let odd = before(&file, sos, &[0xFF, marker]);
            cases.push(case(format!("{marker:x} before a scan, {name}"), odd));
        }
        for marker in [0xF0, 0xFD, 0xDF, 0xDC, 0xE7, 0xC8] {
            let odd = before(&file, sos, &segment(marker, b"what?"));
            cases.push(case(
                format!("segment {marker:x} before a scan, {name}"),
                odd,
            ));
        }
        let stray = before(&file, sos, b"stray bytes\xFF\0");
        cases.push(case(format!("stray bytes before a scan, {name}"), stray));
        let at = file
            .windows(2)
            .position(|pair| matches!(pair, [0xFF, 0xC0 | SOF2]))
            .unwrap();
        let twice = before(&file, at, &file[at..at + length(&file, at)]);
        cases.push(case(format!("two frames, {name}"), twice));
        for bits in [7, 12, 16] {
            let mut odd = file.clone();
            odd[at + 4] = bits;
            cases.push(case(format!("{bits} bits, {name}"), odd));
        }
        for marker in [0xC3, 0xC5, 0xC7, 0xCB] {
            let mut odd = file.clone();
            odd[at + 1] = marker;
            cases.push(case(format!("frame {marker:x}, {name}"), odd));
        }
        for (place, value) in [(5, 0), (7, 0), (10, 0), (11, 0x51), (11, 0x02)] {
            let mut odd = file.clone();
            odd[at + place] = value;
            if place < 10 {
                odd[at + place + 1] = 0;
            }
            cases.push(case(
                format!("byte {place} of the frame is {value}, {name}"),
                odd,
            ));
        }
    }
    cases
}
