//! Which finding fires on which picture: over the committed portrait, or over a
//! folder of photos:
//!
//!     PHOTOS=folder cargo test --release -p photo_check table -- --nocapture
//!
//! With `SPOILT=folder` the pictures are written there too.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::subject::Subject;
use super::{jpeg, spoil};
use crate::{Checker, Concern, Exceptions};

/// How many pictures of a kind there are, and how often each concern was raised.
#[derive(Default)]
struct Row {
    pictures: usize,
    raised: BTreeMap<Concern, usize>,
}

#[test]
fn table_of_what_fires_on_what() {
    let checker = Checker::new();
    let mut rows: Vec<(&str, Row)> = vec![("as it is", Row::default()), ("plain", Row::default())];
    rows.extend(spoil::ALL.map(|spoilt| (spoilt.name, Row::default())));
    for (number, file) in photos().iter().enumerate() {
        let photo = std::fs::read(file).unwrap();
        let Some(subject) = Subject::of(&checker, &photo) else {
            println!("{}: no face with room around it", file.display());
            continue;
        };
        let spoilt = spoil::ALL
            .iter()
            .map(|spoilt| jpeg(&(spoilt.make)(&subject)));
        let pictures = [photo, jpeg(&subject.plain())].into_iter().chain(spoilt);
        for ((name, row), picture) in rows.iter_mut().zip(pictures) {
            keep(number, name, &picture);
            let today = rules::CivilDate::FIRST;
            row.pictures += 1;
            for found in checker.check(&picture, today, Exceptions::NONE).findings {
                *row.raised.entry(found.concern).or_default() += 1;
            }
        }
    }
    for (name, row) in rows {
        let is_spoilt = spoil::ALL.iter().any(|spoilt| spoilt.name == name);
        assert!(
            !is_spoilt || !row.raised.is_empty(),
            "nothing fires on {name}"
        );
        let raised = row
            .raised
            .iter()
            .map(|(concern, count)| format!("{} {count}", concern.code()));
        let raised: Vec<_> = raised.collect();
        println!("| {name} | {} | {} |", row.pictures, raised.join(", "));
    }
}

fn photos() -> Vec<PathBuf> {
    let Some(folder) = std::env::var_os("PHOTOS") else {
        let portrait = "../tests/data/photos/good.jpg";
        return vec![PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(portrait)];
    };
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    let mut photos: Vec<_> = files
        .filter(|file| file.extension().is_some_and(|name| name == "jpg"))
        .collect();
    photos.sort();
    photos
}

fn keep(number: usize, name: &str, picture: &[u8]) {
    if let Some(folder) = std::env::var_os("SPOILT") {
        let name = format!("{number:03}-{}.jpg", name.replace(' ', "_"));
        std::fs::write(PathBuf::from(folder).join(name), picture).unwrap();
    }
}
