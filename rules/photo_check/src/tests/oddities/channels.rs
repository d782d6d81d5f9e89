//! Channels and what of them comes: scripts of passes, names, colours.

use super::super::compare::{Case, Expected, case};
use super::super::forge::{HALVED, Plan, SOS, Scan, scan, segment};
use super::{before, find, in_passes, in_three, length, places, plain, with_restarts};

/// Files in passes by other scripts, with the last ones left out.
#[expect(clippy::too_many_lines, reason = "a list of cases")]
pub(super) fn passes() -> Vec<Case> {
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
pub(super) fn names() -> Vec<Case> {
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
pub(super) fn colours() -> Vec<Case> {
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
