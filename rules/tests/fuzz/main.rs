//! Fuzz targets. `cargo test` gives each some thousand inputs out of chance;
//! `.make/fuzz.sh photo_headers 600` goes on with libFuzzer for so many seconds, which follows what
//! of the code an input reaches. It needs a C++ compiler, and no other compiler of Rust than ours. What was
//! interesting stays in `target/fuzz/corpus`, what stopped it in `target/fuzz/crashes`; a file from there
//! is run again by giving it to the same program.
//!
//! `cargo bolero test` would do the same, but not for a package of which some tests are no targets.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a helper that fails fails its test")]

#[path = "../hostile/mod.rs"]
mod hostile;

use bolero::check;
use rules::photo::{self, Steps};
use rules::{
    ApplicationId, BirthDate, BirthDateFields, BrailleName, CivilDate, ContactName, MailAddress,
};

/// Inputs of each target in `cargo test`.
const RUNS: usize = 20_000;

/// Longest input, in bytes: over the longest text that a date is looked for in.
const LONGEST: usize = 600;

fn today() -> CivilDate {
    CivilDate::new(2026, 11, 22).unwrap()
}

/// A text made of letters that dates and names are made of, and some that try to
/// pass for them: each byte chooses one. Texts out of plain chance never get past
/// the first letter.
fn woven(bytes: &[u8]) -> String {
    let letters: Vec<char> =
        "0123456789年月日平成昭和令大正明治HSRTMAD/.-・（）(木曜)生まれ元一二三十廿百千〇不詳\
         春初上旬㍻㋿㋀㏠０９Ｈ　 \u{200b}\u{202e}\u{301}\u{309a}٣²@.山﨑𠮷か\"+_\r\n\0"
            .chars()
            .collect();
    bytes
        .iter()
        .map(|byte| letters[usize::from(*byte) % letters.len()])
        .collect()
}

/// Texts of both kinds: as the bytes are, and woven.
fn with_texts(target: impl Fn(&str) + std::panic::RefUnwindSafe) {
    check!()
        .with_iterations(RUNS)
        .with_max_len(LONGEST)
        .for_each(|bytes: &[u8]| {
            target(&String::from_utf8_lossy(bytes));
            target(&woven(bytes));
            target(&woven(bytes.get(..12).unwrap_or(bytes)));
        });
}

#[test]
fn birth_dates_from_any_text() {
    with_texts(|text| {
        if let Ok(date) = BirthDate::parse(text, today()) {
            for printed in [date.iso(), date.wareki(), date.western()] {
                assert_eq!(BirthDate::parse(&printed, today()), Ok(date));
            }
            assert!(!text.contains(['\u{202e}', '\u{301}', '٣', '²', '\0']));
        }
    });
}

#[test]
fn birth_dates_from_any_boxes() {
    with_texts(|text| {
        let mut parts = text.splitn(4, '.').map(str::to_owned);
        let mut part = || parts.next().unwrap_or_default();
        let fields = BirthDateFields {
            era: part(),
            year: part(),
            month: part(),
            day: part(),
            ..BirthDateFields::default()
        };
        if let Ok(date) = BirthDate::read(&fields, today()) {
            assert_eq!(BirthDate::read(&date.fields(), today()), Ok(date));
        }
    });
}

#[test]
fn names_from_any_text() {
    with_texts(|text| {
        if let Ok(name) = ContactName::parse(text) {
            assert_eq!(ContactName::parse(name.as_str()), Ok(name.clone()));
            assert!(!name.as_str().contains(char::is_control));
            assert!(name.as_str().chars().count() <= 100 + 50);
        }
        if let Ok(reading) = BrailleName::parse(text) {
            assert_eq!(BrailleName::parse(reading.as_str()), Ok(reading));
        }
    });
}

#[test]
fn mail_addresses_from_any_text() {
    with_texts(|text| {
        if let Ok(mail) = MailAddress::parse(text) {
            assert_eq!(MailAddress::parse(mail.as_str()), Ok(mail.clone()));
            assert!(mail.as_str().is_ascii() && mail.as_str().len() <= MailAddress::MOST);
            assert!(!mail.for_smtp().contains(char::is_control));
        }
    });
}

#[test]
fn application_ids_from_any_text() {
    with_texts(|text| {
        if let Ok(id) = ApplicationId::parse(text) {
            assert_eq!(ApplicationId::parse(&id.grouped()), Ok(id));
        }
    });
}

#[test]
fn photos_from_any_bytes() {
    check!().with_iterations(RUNS).for_each(|bytes: &[u8]| {
        // As they are, and behind what every JPEG file begins with.
        let file = [&[0xff, 0xd8, 0xff], bytes].concat();
        for bytes in [bytes, &file] {
            let inspection = photo::inspect(bytes);
            assert!(!inspection.findings.is_empty(), "so few bytes are no photo");
        }
    });
}

/// What a photo file begins with, up to the coded data, and some of that.
fn headers() -> Vec<Vec<u8>> {
    let beginning = |file: &[u8]| {
        let scan = file.windows(2).position(|pair| pair == [0xff, 0xda]);
        file.get(..scan.unwrap() + 400).unwrap_or(file).to_vec()
    };
    let hostile = hostile::KINDS.iter().map(|kind| (kind.make)(2_000));
    let photos = [hostile::GOOD, hostile::PROGRESSIVE].map(<[u8]>::to_vec);
    photos
        .into_iter()
        .chain(hostile)
        .map(|file| beginning(&file))
        .collect()
}

/// A header in which pieces of chance stand in place of others: the first two bytes of the
/// input choose it and the place.
fn grafted(headers: &[Vec<u8>], bytes: &[u8]) -> Vec<u8> {
    let [which, place, piece @ ..] = bytes else {
        return Vec::new();
    };
    let mut file = headers[usize::from(*which) % headers.len()].clone();
    let from = file.len() * usize::from(*place) / 256;
    let to = (from + piece.len()).min(file.len());
    file.splice(from..to, piece.iter().copied());
    file
}

/// Every byte costs its reader a few steps and no more, so that no budget ever ends.
#[test]
fn photo_headers() {
    let headers = headers();
    let seeds = headers.clone();
    check!()
        .with_iterations(RUNS / 4)
        .with_max_len(LONGEST)
        .for_each(move |bytes: &[u8]| {
            for file in [bytes, &grafted(&seeds, bytes)] {
                let mut steps = Steps::to_inspect(file.len());
                let inspection = photo::inspect_within(file, &mut steps);
                assert!(!steps.are_spent(), "{steps:?} for {} bytes", file.len());
                assert!(inspection.facts.scans <= photo::spec::MOST_SCANS + 1);
                assert!(inspection.facts.trailing_bytes <= inspection.facts.bytes);
            }
        });
    for file in headers {
        let mut steps = Steps::to_inspect(file.len());
        photo::inspect_within(&file, &mut steps);
        assert!(!steps.are_spent(), "{steps:?}");
    }
}
