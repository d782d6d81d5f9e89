//! Files with the oddities that were met in the field, and with their neighbours.

mod channels;
mod coded;
mod headers;

use super::compare::Case;
use super::forge::{DQT, DRI, HALVED, Plan, SOS, scan};
use crate::Broken;

const SIDES: [usize; 2] = [75, 61];
const EOI: [u8; 2] = [0xFF, 0xD9];

pub(super) fn all() -> Vec<Case> {
    [
        coded::ends(),
        coded::cuts(),
        coded::holes(),
        coded::fills(),
        coded::restarts(),
        coded::lines(),
        headers::scan_headers(),
        headers::codes(),
        headers::steps(),
        channels::passes(),
        channels::names(),
        channels::colours(),
        headers::lengths(),
        headers::marks(),
        coded::claims(),
        coded::leftovers(),
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
