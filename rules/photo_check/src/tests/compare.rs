//! Our reader beside libjpeg-turbo, over files of every kind that we make ourselves: what it
//! shows whole is taken, in its colours, and what it does not is refused.

use rules::photo::inspect;

use super::decoder::difference;
use super::forge::{HALVED, Plan, SOF1, Scan, scan};
use super::{djpeg, oddities};
use crate::pixels::Pixels;
use crate::{NotRewritten, decode, jpeg};

/// A file with what it is.
pub(super) struct Case {
    pub(super) name: String,
    pub(super) file: Vec<u8>,
    pub(super) expected: Expected,
}

/// What our reader is to say.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Expected {
    /// As libjpeg, in the same colours.
    AsLibjpeg,
    /// As libjpeg, which makes up details that the file does not have: about the same colours.
    AboutAsLibjpeg,
    /// Refused, although libjpeg makes a picture of what is there.
    Refused,
}

pub(super) fn case(name: impl Into<String>, file: Vec<u8>) -> Case {
    Case {
        name: name.into(),
        file,
        expected: Expected::AsLibjpeg,
    }
}

/// The picture of a file that is refused for its size at the most.
fn shown(file: &[u8]) -> Option<Pixels> {
    let inspection = inspect(file);
    if !decode::can_be_decoded(&inspection) {
        return None;
    }
    let picture = decode::picture(file, &inspection.facts);
    let colour = inspection.facts.colour.unwrap();
    for shrink in [2, 4, 8] {
        let smaller = jpeg::decode(file, shrink, colour);
        assert_eq!(smaller.is_ok(), picture.is_ok(), "{shrink}");
    }
    match jpeg::rewrite(file, 1, colour) {
        Ok((anew, same)) => {
            assert!(picture.as_ref() == Ok(&same));
            let anew = jpeg::decode(&anew, 1, colour);
            assert!(anew.is_ok_and(|anew| anew == same));
        }
        Err(NotRewritten::Broken(_)) => assert!(picture.is_err()),
        Err(NotRewritten::OtherKind) => {}
    }
    picture.ok()
}

/// What is wrong with our answer to a file.
fn complaint(case: &Case) -> Option<String> {
    let (ours, theirs) = (shown(&case.file), djpeg::shown(&case.file));
    let found = |taken| if taken { "taken" } else { "refused" };
    let (ours, theirs) = match (ours, theirs, case.expected) {
        (None, _, Expected::Refused) | (None, None, _) => return None,
        (Some(ours), Some(theirs), Expected::AsLibjpeg | Expected::AboutAsLibjpeg) => {
            (ours, theirs)
        }
        (ours, theirs, _) => {
            let (ours, theirs) = (found(ours.is_some()), found(theirs.is_some()));
            let why = inspect(&case.file).findings;
            return Some(format!(
                "{}: {ours}, by libjpeg {theirs}; {why:?}",
                case.name
            ));
        }
    };
    if (ours.width, ours.height) != (theirs.width, theirs.height) {
        return Some(format!("{}: {ours:?} for {theirs:?}", case.name));
    }
    let (most, mean) = difference(&ours.rgb, &theirs.rgb);
    let is_near = match case.expected {
        Expected::AboutAsLibjpeg => mean <= 3.0,
        _ => most <= 3,
    };
    (!is_near).then(|| format!("{}: {most} off, on the mean {mean}", case.name))
}

/// Compares, and tells how many were taken.
pub(super) fn compare(cases: &[Case], fewest: usize) -> usize {
    assert!(cases.len() >= fewest, "{} files", cases.len());
    let complaints: Vec<_> = cases.iter().filter_map(complaint).collect();
    assert!(
        complaints.is_empty(),
        "{} of {} files:\n{}",
        complaints.len(),
        cases.len(),
        complaints.join("\n")
    );
    cases
        .iter()
        .filter(|case| shown(&case.file).is_some())
        .count()
}

/// Samplings of brightness and of both colours, across and down.
const SAMPLINGS: [[[usize; 2]; 3]; 24] = [
    [[1, 1], [1, 1], [1, 1]],
    [[2, 1], [1, 1], [1, 1]],
    [[1, 2], [1, 1], [1, 1]],
    [[2, 2], [1, 1], [1, 1]],
    [[3, 1], [1, 1], [1, 1]],
    [[1, 3], [1, 1], [1, 1]],
    [[4, 1], [1, 1], [1, 1]],
    [[1, 4], [1, 1], [1, 1]],
    [[3, 2], [1, 1], [1, 1]],
    [[2, 3], [1, 1], [1, 1]],
    [[4, 2], [1, 1], [1, 1]],
    [[2, 4], [1, 1], [1, 1]],
    [[4, 4], [1, 1], [1, 1]],
    [[2, 2], [2, 1], [2, 1]],
    [[2, 2], [1, 2], [1, 2]],
    [[2, 2], [2, 2], [2, 2]],
    [[2, 2], [2, 2], [1, 1]],
    [[2, 2], [2, 1], [1, 2]],
    [[1, 1], [2, 2], [2, 2]],
    [[1, 1], [1, 2], [2, 1]],
    [[4, 1], [2, 1], [1, 1]],
    [[4, 2], [2, 1], [1, 2]],
    [[3, 1], [2, 1], [1, 1]],
    [[2, 3], [1, 2], [1, 1]],
];

fn channels([first, second, third]: [[usize; 2]; 3]) -> Vec<(u8, usize, usize)> {
    [(1, first), (2, second), (3, third)]
        .map(|(id, [across, down])| (id, across, down))
        .to_vec()
}

/// The codings of one picture, with their names.
fn codings(plan: &Plan) -> Vec<(&'static str, Plan)> {
    let apart = |scans: &[&[usize]]| -> Vec<Scan> {
        let each = scans.iter();
        each.map(|channels| scan(channels, [0, 63], [0, 0]))
            .collect()
    };
    let passes = Plan::passes(plan.sides, &plan.channels);
    let mut coded = vec![
        ("plain", plan.clone()),
        ("extended", plan.clone().with(|plan| plan.marker = SOF1)),
        ("restarts", plan.clone().with(|plan| plan.restart = 2)),
        ("passes", passes.clone()),
        ("passes with restarts", passes.with(|plan| plan.restart = 3)),
    ];
    if plan.channels.len() == 3 {
        let three = apart(&[&[0], &[1], &[2]]);
        let two = apart(&[&[1], &[0, 2]]);
        coded.push(("three scans", plan.clone().with(|plan| plan.scans = three)));
        coded.push((
            "two scans with restarts",
            plan.clone().with(|plan| {
                plan.scans = two;
                plan.restart = 5;
            }),
        ));
    }
    coded
}

#[test]
fn every_sampling_in_every_coding() {
    let mut cases = Vec::new();
    for (place, sampling) in SAMPLINGS.into_iter().enumerate() {
        let sides = [[75, 61], [64, 64], [97, 33]][place % 3];
        for (coding, plan) in codings(&Plan::plain(sides, &channels(sampling))) {
            cases.push(case(
                format!("{sampling:?} {sides:?} {coding}"),
                plan.file(),
            ));
        }
    }
    for sampling in [[1, 1], [2, 2], [3, 1], [4, 4]] {
        let grey = [(1, sampling[0], sampling[1])];
        for (coding, plan) in codings(&Plan::plain([75, 61], &grey)) {
            cases.push(case(format!("grey {sampling:?} {coding}"), plan.file()));
        }
    }
    let taken = compare(&cases, 180);
    assert!(taken >= 150, "{taken} of {}", cases.len());
}

#[test]
fn sides_that_fill_blocks_and_units_and_do_not() {
    let mut cases = Vec::new();
    for width in [17, 24, 31, 32, 33, 48] {
        for height in [9, 16, 40] {
            for (coding, plan) in codings(&Plan::plain([width, height], &HALVED)) {
                cases.push(case(format!("{width} x {height} {coding}"), plan.file()));
            }
        }
    }
    assert_eq!(compare(&cases, 120), cases.len());
}

#[test]
fn every_oddity() {
    let cases = oddities::all();
    let taken = compare(&cases, 300);
    assert!(taken >= 150 && cases.len() - taken >= 80, "{taken} taken");
}

#[test]
fn only_what_misses_a_part_is_said_to_be_cut_off() {
    for (name, file, broken) in oddities::broken() {
        let facts = inspect(&file).facts;
        assert_eq!(decode::picture(&file, &facts).err(), Some(broken), "{name}");
    }
}
