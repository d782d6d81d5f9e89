//! Coded data that is cut, filled, hollow or superfluous.

use super::super::compare::{Case, Expected, case};
use super::super::forge::{DRI, Plan, SHORT, SOF2, SOS, segment};
use super::{
    EOI, before, data, find, in_passes, in_three, kinds, open, places, plain, with_restarts,
    without,
};

/// The mark of the end is missing, whole or in part, or stands behind other bytes.
pub(super) fn ends() -> Vec<Case> {
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
pub(super) fn cuts() -> Vec<Case> {
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
pub(super) fn holes() -> Vec<Case> {
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
pub(super) fn fills() -> Vec<Case> {
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
pub(super) fn restarts() -> Vec<Case> {
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
    for interval in [4_u16, 20, 1_000] {
        let announced = before(&file, sos, &segment(DRI, &interval.to_be_bytes()));
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
pub(super) fn lines() -> Vec<Case> {
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

/// Frames that claim more than the file holds.
pub(super) fn claims() -> Vec<Case> {
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
pub(super) fn leftovers() -> Vec<Case> {
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
