//! Files with the oddities that were met in the field, and with their neighbours.

use super::compare::{Case, Expected, case};
use super::forge::{COM, DHT, DQT, DRI, HALVED, Plan, SHORT, SOF2, SOS, Scan, scan, segment};
use crate::Broken;

const SIDES: [usize; 2] = [75, 61];
const EOI: [u8; 2] = [0xFF, 0xD9];

pub(super) fn all() -> Vec<Case> {
    [
        ends(),
        cuts(),
        holes(),
        fills(),
        restarts(),
        lines(),
        scan_headers(),
        codes(),
        steps(),
        passes(),
        names(),
        colours(),
        lengths(),
        marks(),
        claims(),
        leftovers(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn plain() -> Plan {
    Plan::plain(SIDES, &HALVED)
}

fn with_restarts() -> Plan {
    plain().with(|plan| plan.restart = 3)
}

fn in_passes() -> Plan {
    Plan::passes(SIDES, &HALVED)
}

fn in_three() -> Plan {
    plain().with(|plan| {
        let each = [0, 1, 2].map(|one| scan(&[one], [0, 63], [0, 0]));
        plan.scans = each.to_vec();
    })
}

/// One of each coding.
fn kinds() -> [(&'static str, Vec<u8>); 5] {
    [
        ("plain", plain().file()),
        ("restarts", with_restarts().file()),
        ("passes", in_passes().file()),
        (
            "passes, restarts",
            in_passes().with(|plan| plan.restart = 4).file(),
        ),
        ("three scans", in_three().file()),
    ]
}

fn find(file: &[u8], bytes: &[u8]) -> usize {
    file.windows(bytes.len())
        .position(|part| part == bytes)
        .unwrap()
}

/// Where the segments of this kind begin, before the end of the file.
fn places(file: &[u8], marker: u8) -> Vec<usize> {
    let all = 0..file.len() - 1;
    all.filter(|at| file[*at..].starts_with(&[0xFF, marker]))
        .collect()
}

/// Bytes of a segment with its marker.
fn length(file: &[u8], at: usize) -> usize {
    2 + usize::from(u16::from_be_bytes([file[at + 2], file[at + 3]]))
}

fn before(file: &[u8], at: usize, bytes: &[u8]) -> Vec<u8> {
    [&file[..at], bytes, &file[at..]].concat()
}

/// Without the segments of this kind.
fn without(file: &[u8], marker: u8) -> Vec<u8> {
    let mut file = file.to_vec();
    for at in places(&file, marker).into_iter().rev() {
        file.drain(at..at + length(&file, at));
    }
    file
}

/// Where the coded data of the first scan begins.
fn data(file: &[u8]) -> usize {
    let at = find(file, &[0xFF, SOS]);
    at + length(file, at)
}

fn open(file: &[u8]) -> &[u8] {
    file.strip_suffix(&EOI).unwrap()
}

/// The mark of the end is missing, whole or in part, or stands behind other bytes.
fn ends() -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, file) in kinds() {
        let file = open(&file);
        let trailers: [(&str, &[u8]); 11] = [
            ("nothing", b""),
            ("half a mark", b"\xFF"),
            ("fill", b"\xFF\xFF\xFF"),
            ("a stuffed byte", b"\xFF\0"),
            ("text", b"a trailer of text"),
            ("few zeros", &[0; 8]),
            ("a comment", b"\xFF\xFE\0\x06text"),
            ("a comment cut off", b"\xFF\xFE\x40\0text"),
            ("restarts", b"\xFF\xD0\xFF\xD1\xFF\xD2"),
            ("fill and a mark", b"\xFF\xFF\xFF\xD9"),
            ("bytes and a mark", b"stray\xFF\xD9"),
        ];
        for (what, trailer) in trailers {
            cases.push(case(
                format!("end, {name}: {what}"),
                [file, trailer].concat(),
            ));
        }
        let panorama = [file, &b"panorama\xFF\x24\0\0\xFF\xE5".repeat(40)].concat();
        cases.push(case(format!("end, {name}: a trailer with marks"), panorama));
        let second = [file, &EOI, file].concat();
        cases.push(case(format!("end, {name}: a second picture"), second));
    }
    cases
}

/// Cut and closed, and cut and left open.
fn cuts() -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, file) in kinds() {
        let begin = data(&file);
        for part in [5, 30, 50, 70, 90, 97] {
            let cut = &file[..begin + (file.len() - begin) * part / 100];
            // A cut between two scans leaves a picture, for libjpeg.
            let expected = if name.contains("passes") || name.contains("three") {
                Expected::Refused
            } else {
                Expected::AsLibjpeg
            };
            for (how, closed) in [("closed", [cut, &EOI].concat()), ("open", cut.to_vec())] {
                cases.push(Case {
                    expected,
                    ..case(format!("cut {name} at {part} % and {how}"), closed)
                });
            }
        }
    }
    cases
}

/// A piece replaced by zeros, up to the end or in the middle, and one that is missing.
fn holes() -> Vec<Case> {
    let mut cases = Vec::new();
    let large = |plan: Plan| plan.with(|plan| plan.sides = [320, 240]).file();
    // With codes of which zeros alone say that a block is as the one before.
    let short = |plan: Plan| large(plan.with(|plan| plan.tables = &SHORT));
    let rows = |plan: &mut Plan| plan.restart = 20;
    for (name, file) in [
        ("plain", large(plain())),
        ("restarts", large(with_restarts())),
        ("passes", large(in_passes())),
        ("three scans", large(in_three())),
        ("plain, short", short(plain())),
        ("restarts, short", short(plain().with(rows))),
        ("passes, short", short(in_passes())),
        ("three scans, short", short(in_three())),
    ] {
        let (begin, end) = (data(&file), file.len() - 2);
        let room = end - begin;
        for part in [10, 40, 80] {
            let from = begin + room * part / 100;
            for bytes in [300, 1_500] {
                let to = (from + bytes).min(end);
                let mut zeros = file.clone();
                zeros[from..to].fill(0);
                let missing = [&file[..from], &file[to..]].concat();
                for (how, file) in [("zeros", zeros), ("a gap", missing)] {
                    cases.push(Case {
                        expected: Expected::Refused,
                        ..case(format!("{how} of {bytes} in {name} at {part} %"), file)
                    });
                }
            }
            let mut filled = file.clone();
            filled[from..].fill(0);
            cases.push(Case {
                expected: Expected::Refused,
                ..case(format!("zeros to the end of {name} from {part} %"), filled)
            });
        }
    }
    cases
}

/// Bytes of 255 before a stuffed zero, and before markers.
fn fills() -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, file) in kinds() {
        let stuffed: Vec<_> = places(&file, 0)
            .into_iter()
            .filter(|at| *at > data(&file))
            .collect();
        for more in [1, 2, 7, 300] {
            for at in [stuffed.first(), stuffed.last()].into_iter().flatten() {
                let file = before(&file, *at, &vec![0xFF; more]);
                cases.push(case(format!("{more} of 255 before a zero, {name}"), file));
            }
            let mut everywhere = file.clone();
            for at in stuffed.iter().rev() {
                everywhere = before(&everywhere, *at, &vec![0xFF; more]);
            }
            cases.push(Case {
                // Where libjpeg reads in haste it first takes them for a marker, and leaves
                // some numbers of that try in the block.
                expected: Expected::AboutAsLibjpeg,
                ..case(
                    format!("{more} of 255 before every zero, {name}"),
                    everywhere,
                )
            });
            let mut marks = file.clone();
            for at in (0..file.len() - 1).rev() {
                if at > 2
                    && file[at] == 0xFF
                    && !matches!(file[at + 1], 0 | 0xFF)
                    && at >= data(&file)
                {
                    marks = before(&marks, at, &vec![0xFF; more]);
                }
            }
            cases.push(case(
                format!("{more} of 255 before every marker, {name}"),
                marks,
            ));
        }
    }
    cases
}

/// Restart markers that are superfluous, by other numbers, missing or unannounced.
fn restarts() -> Vec<Case> {
    let file = with_restarts().file();
    let begin = data(&file);
    let marks: Vec<_> = (begin..file.len() - 1)
        .filter(|at| file[*at] == 0xFF && (0xD0..=0xD7).contains(&file[*at + 1]))
        .collect();
    let mut cases = Vec::new();
    for count in [1, 2, 3, 8, 30_u8] {
        let more = (0..count).flat_map(|number| [0xFF, 0xD0 + number % 8, 0x55, 0xAA]);
        let more = [open(&file), &more.collect::<Vec<_>>(), &EOI].concat();
        cases.push(case(format!("{count} more restarts at the end"), more));
    }
    for shift in 1..8 {
        let mut shifted = file.clone();
        for at in &marks {
            shifted[at + 1] = 0xD0 + (shifted[at + 1] - 0xD0 + shift) % 8;
        }
        cases.push(case(format!("restarts numbered from {shift}"), shifted));
        let mut one = file.clone();
        one[marks[4] + 1] = 0xD0 + (4 + shift) % 8;
        cases.push(case(format!("one restart off by {shift}"), one));
    }
    for (place, at) in marks.iter().enumerate().step_by(3) {
        let missing = [&file[..*at], &file[at + 2..]].concat();
        cases.push(case(format!("restart {place} missing"), missing));
        let number = file[at + 1] - 0xD0;
        for (what, extra) in [("the same", number), ("the one before", (number + 7) % 8)] {
            let twice = before(&file, *at, &[0xFF, 0xD0 + extra]);
            cases.push(case(format!("restart {place}, {what} before it"), twice));
            let apart = before(&file, *at, &[0xFF, 0xD0 + extra, 1, 2, 3]);
            cases.push(case(
                format!("restart {place}, {what} and bytes before it"),
                apart,
            ));
        }
        let bytes = before(&file, *at, &[0x12, 0x34, 0x56]);
        cases.push(case(format!("bytes before restart {place}"), bytes));
    }
    let unannounced = without(&file, DRI);
    cases.push(case("restarts that nobody announced", unannounced));
    let none = segment(DRI, &[0, 0]);
    let taken_back = before(&file, find(&file, &[0xFF, SOS]), &none);
    cases.push(case("restarts that were taken back", taken_back));
    let file = plain().file();
    let sos = find(&file, &[0xFF, SOS]);
    for interval in [4, 20, 1_000] {
        let announced = before(
            &file,
            sos,
            &segment(DRI, &[(interval >> 8) as u8, interval as u8]),
        );
        cases.push(case(
            format!("no restarts though announced after {interval}"),
            announced,
        ));
    }
    let last = [open(&file), &[0xFF, 0xD0], &EOI].concat();
    cases.push(case(
        "a restart at the very end that nobody announced",
        last,
    ));
    cases
}

/// Fewer lines, or narrower ones, than are coded; and more.
fn lines() -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, file) in kinds() {
        let frame = file
            .windows(2)
            .position(|pair| matches!(pair, [0xFF, 0xC0 | SOF2]))
            .unwrap();
        for height in [60, 49, 48, 40, 32, 62, 64, 65, 100] {
            let mut file = file.clone();
            file[frame + 6] = height;
            cases.push(case(format!("{height} lines of 61, {name}"), file));
        }
    }
    // Passes of fewer lines end in the middle of what was said of many blocks at once, and a
    // channel alone counts other blocks.
    cases.retain(|case| !case.name.contains("passes") && !case.name.contains("three"));
    cases
}

/// What stands in a scan header and is no business of a baseline file.
fn scan_headers() -> Vec<Case> {
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
fn codes() -> Vec<Case> {
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

/// Steps of 0, of two bytes, missing, and changed between scans.
fn steps() -> Vec<Case> {
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

/// Files in passes by other scripts, with the last ones left out.
fn passes() -> Vec<Case> {
    let each = |band, bits| (0..3).map(move |one| scan(&[one], band, bits));
    let mean = |bits| scan(&[0, 1, 2], [0, 0], bits);
    let coarse: Vec<Scan> = [mean([0, 0])]
        .into_iter()
        .chain(each([1, 63], [0, 1]))
        .collect();
    let with = |more: Vec<Scan>| [coarse.clone(), more].concat();
    let plan = |scans: Vec<Scan>| in_passes().with(|plan| plan.scans = scans).file();
    let about = Expected::AboutAsLibjpeg;
    let scripts = [
        (
            "means and bands",
            [mean([0, 0])]
                .into_iter()
                .chain(each([1, 5], [0, 0]))
                .chain(each([6, 63], [0, 0]))
                .collect(),
            Expected::AsLibjpeg,
        ),
        ("all last bits left out", coarse.clone(), about),
        (
            "last bits of brightness left out",
            with(vec![
                scan(&[1], [1, 63], [1, 0]),
                scan(&[2], [1, 63], [1, 0]),
            ]),
            about,
        ),
        (
            "last bits of a colour left out",
            with(vec![
                scan(&[0], [1, 63], [1, 0]),
                scan(&[2], [1, 63], [1, 0]),
            ]),
            about,
        ),
        (
            "last bits of the means left out",
            [mean([0, 1])]
                .into_iter()
                .chain(each([1, 63], [0, 0]))
                .collect(),
            about,
        ),
        (
            "last bits of some details left out",
            with(vec![
                scan(&[0], [1, 20], [1, 0]),
                scan(&[1], [1, 63], [1, 0]),
                scan(&[2], [1, 63], [1, 0]),
            ]),
            about,
        ),
        (
            "means in scans of their own",
            each([0, 0], [0, 0]).chain(each([1, 63], [0, 0])).collect(),
            Expected::AsLibjpeg,
        ),
        (
            "details of colours left out",
            [mean([0, 0]), scan(&[0], [1, 63], [0, 0])].to_vec(),
            Expected::Refused,
        ),
        (
            "nothing but means",
            [mean([0, 0])].to_vec(),
            Expected::Refused,
        ),
        (
            "means of a channel left out",
            [scan(&[0, 1], [0, 0], [0, 0]), scan(&[0], [1, 63], [0, 0])].to_vec(),
            Expected::Refused,
        ),
        (
            "two bits left out",
            [mean([0, 0])]
                .into_iter()
                .chain(each([1, 63], [0, 2]))
                .collect(),
            Expected::Refused,
        ),
        (
            "two bits of the means left out",
            [mean([0, 2])]
                .into_iter()
                .chain(each([1, 63], [0, 0]))
                .collect(),
            Expected::Refused,
        ),
    ];
    let cases = scripts.into_iter().map(|(name, scans, expected)| Case {
        expected,
        ..case(format!("passes: {name}"), plan(scans))
    });
    cases.collect()
}

/// Names of channels, the same one twice among them, and their order in a scan.
fn names() -> Vec<Case> {
    let mut cases = Vec::new();
    for ids in [
        [1, 1, 1],
        [0, 0, 0],
        [1, 2, 2],
        [1, 1, 2],
        [2, 1, 1],
        [7, 7, 7],
        [0, 1, 2],
        [1, 34, 35],
        [3, 2, 1],
        [255, 0, 128],
    ] {
        let channels = [0, 1, 2].map(|place| (ids[place], HALVED[place].1, HALVED[place].2));
        let named = |plan: Plan| plan.with(|plan| plan.channels = channels.to_vec()).file();
        cases.push(case(format!("names {ids:?}"), named(plain())));
        cases.push(case(
            format!("names {ids:?}, restarts"),
            named(with_restarts()),
        ));
        let is_clear = ids[0] != ids[1] && ids[1] != ids[2] && ids[0] != ids[2];
        cases.push(Case {
            // Where two have one name, only the first is ever meant alone.
            expected: if is_clear {
                Expected::AsLibjpeg
            } else {
                Expected::Refused
            },
            ..case(format!("names {ids:?}, three scans"), named(in_three()))
        });
    }
    for order in [[0, 2, 1], [1, 0, 2], [2, 1, 0], [1, 2, 0]] {
        let file = plain()
            .with(|plan| plan.scans = vec![scan(&order, [0, 63], [0, 0])])
            .file();
        cases.push(case(format!("order {order:?}"), file));
    }
    let reversed = in_three().with(|plan| plan.scans.reverse()).file();
    cases.push(case("scans in another order", reversed));
    let pair = plain().with(|plan| {
        plan.scans = vec![scan(&[0], [0, 63], [0, 0]), scan(&[2, 1], [0, 63], [0, 0])];
    });
    cases.push(case("two channels in another order", pair.file()));
    for ids in [&[1, 2, 9][..], &[1, 1, 2], &[]] {
        let mut file = plain().file();
        let at = find(&file, &[0xFF, SOS]);
        let list = ids.iter().flat_map(|id| [*id, 0]);
        let header = [
            vec![u8::try_from(ids.len()).unwrap()],
            list.collect(),
            vec![0, 63, 0],
        ];
        let old = length(&file, at);
        file.splice(at..at + old, segment(SOS, &header.concat()));
        cases.push(case(format!("a scan of {ids:?}"), file));
    }
    cases
}

/// What tells the colours apart.
fn colours() -> Vec<Case> {
    let jfif = segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
    let short = segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01");
    let other = segment(0xE0, b"JFXX\0\x10\0\0\0\0\0\0\0\0");
    let adobe = |transform: u8| segment(0xEE, &[b"Adobe\0\x64\0\0\0\0", &[transform][..]].concat());
    let small = segment(0xEE, b"Adobe\0\x64\0\0\0\0");
    let heads: [(&str, Vec<Vec<u8>>); 14] = [
        ("nothing", vec![]),
        ("JFIF", vec![jfif.clone()]),
        ("JFIF cut short", vec![short.clone()]),
        ("JFXX", vec![other]),
        ("Adobe 0", vec![adobe(0)]),
        ("Adobe 1", vec![adobe(1)]),
        ("Adobe 2", vec![adobe(2)]),
        ("Adobe cut short", vec![small]),
        ("JFIF, Adobe 0", vec![jfif.clone(), adobe(0)]),
        ("Adobe 0, JFIF", vec![adobe(0), jfif.clone()]),
        ("JFIF cut short, Adobe 0", vec![short, adobe(0)]),
        ("Adobe 0, Adobe 1", vec![adobe(0), adobe(1)]),
        ("Adobe 1, Adobe 0", vec![adobe(1), adobe(0)]),
        ("JFIF, Adobe 1", vec![jfif, adobe(1)]),
    ];
    let mut cases = Vec::new();
    for (head, segments) in heads {
        for ids in [
            *b"\x01\x02\x03",
            *b"RGB",
            *b"rgb",
            *b"BGR",
            *b"\x00\x01\x02",
            *b"YCC",
        ] {
            let channels = ids.map(|id| (id, 1, 1)).to_vec();
            let file = Plan::plain([40, 24], &channels).with(|plan| plan.before = segments.clone());
            cases.push(case(format!("colours by {head} and {ids:?}"), file.file()));
        }
        let passes = Plan::passes([40, 24], &[(b'R', 1, 1), (b'G', 1, 1), (b'B', 1, 1)]);
        let passes = passes.with(|plan| plan.before = segments.clone());
        cases.push(case(format!("colours by {head} in passes"), passes.file()));
        // Behind the first scan nothing tells colours any more.
        let file = in_three().file();
        let late = *places(&file, SOS).last().unwrap();
        let late = before(&file, late, &segments.concat());
        cases.push(case(format!("colours by {head}, too late"), late));
        let grey = Plan::plain([40, 24], &[(1, 1, 1)]).with(|plan| plan.before = segments);
        cases.push(case(format!("grey by {head}"), grey.file()));
    }
    cases
}

/// Segments of impossible length.
fn lengths() -> Vec<Case> {
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
fn marks() -> Vec<Case> {
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

/// Frames that claim more than the file holds.
fn claims() -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, file) in kinds() {
        let at = file
            .windows(2)
            .position(|pair| matches!(pair, [0xFF, 0xC0 | SOF2]))
            .unwrap();
        for [width, height] in [
            [75_u16, 300],
            [90, 61],
            [300, 300],
            [6_000, 6_000],
            [75, 6_000],
        ] {
            let mut large = file.clone();
            large[at + 5..at + 7].copy_from_slice(&height.to_be_bytes());
            large[at + 7..at + 9].copy_from_slice(&width.to_be_bytes());
            cases.push(Case {
                expected: Expected::Refused,
                ..case(format!("{width} x {height} claimed, {name}"), large)
            });
        }
    }
    cases
}

/// Coded bytes that no block needs.
fn leftovers() -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, file) in kinds() {
        for more in [&b"\x12"[..], b"\x12\x34\x56\x78", b"\0\0\0\0", &[0x55; 400]] {
            let odd = [open(&file), more, &EOI].concat();
            cases.push(case(format!("{} bytes too many, {name}", more.len()), odd));
        }
        let scans = places(&file, SOS);
        if scans.len() == 1 {
            let again = [open(&file), &file[scans[0]..]].concat();
            cases.push(case(format!("the scan twice, {name}"), again));
        }
    }
    cases
}

/// Files that are refused, and why.
pub(super) fn broken() -> Vec<(String, Vec<u8>, Broken)> {
    let mut found = Vec::new();
    for (name, file) in kinds() {
        let cut = &file[..data(&file) + 40];
        let closed = [cut, &EOI].concat();
        found.push((format!("closed, {name}"), closed, Broken::Incomplete));
        found.push((format!("open, {name}"), cut.to_vec(), Broken::Incomplete));
        found.push((
            format!("no steps, {name}"),
            without(&file, DQT),
            Broken::Damaged,
        ));
    }
    let file = with_restarts().file();
    let unannounced = without(&file, DRI);
    found.push((
        "restarts unannounced".to_owned(),
        unannounced,
        Broken::Damaged,
    ));
    found
}
