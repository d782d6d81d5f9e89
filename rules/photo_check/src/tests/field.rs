//! Files that people sent to programs in the field, and what is right for each
//! (`rules/tests/data/field/index.json`).

use std::path::Path;

use rules::CivilDate;
use rules::photo::{Colour, Finding, QuarterTurn, inspect};

use super::decoder::difference;
use super::djpeg;
use crate::{Check, Checker, Crop, Exceptions, NotRewritten, Verdict, decode, fit};

/// A file and the right answer.
struct Case {
    name: String,
    file: Vec<u8>,
    is_sound: bool,
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/data/field");
    let index = std::fs::read(folder.join("index.json")).unwrap();
    let index: serde_json::Value = serde_json::from_slice(&index).unwrap();
    let entries = index.as_array().unwrap().iter();
    let cases = entries.map(|entry| {
        let name = entry["file"].as_str().unwrap().to_owned();
        let expected = entry["expected"].as_str().unwrap();
        Case {
            file: std::fs::read(folder.join(&name)).unwrap(),
            is_sound: expected.starts_with("accept"),
            name,
        }
    });
    cases.collect()
}

#[test]
fn each_is_taken_or_refused_in_every_way_in() {
    let (checker, today, none) = (Checker::new(), CivilDate::LAST, Exceptions::NONE);
    for Case {
        name,
        file,
        is_sound,
    } in cases()
    {
        // Chosen on a phone and `photo check`; sent plainly and kept without loss.
        let report = checker.check(&file, today, none);
        let is_taken = report.verdict != Verdict::Refuse && report.picture.is_some();
        assert_eq!(is_taken, is_sound, "{name}: {:?}", report.file.findings);
        let kept = match Check::<&[u8]>::rewriting(&file, today, none) {
            Err(NotRewritten::OtherKind) => decode::picture(&file, &report.file.facts).is_ok(),
            rewritten => rewritten.is_ok(),
        };
        assert_eq!(kept, is_sound, "{name}");
        // Trimmed on a phone and by `photo fit`.
        let part = Crop::new(10, 10, 600).unwrap();
        assert_eq!(
            fit(&file, QuarterTurn::None, part).is_ok(),
            is_sound,
            "{name}"
        );
        assert_eq!(djpeg::shown(&file).is_some(), is_sound, "{name}");
    }
}

#[test]
fn what_is_cut_off_is_called_so() {
    for Case { name, file, .. } in cases().into_iter().filter(|case| !case.is_sound) {
        let report = Checker::new().check(&file, CivilDate::LAST, Exceptions::NONE);
        assert_eq!(report.file.findings, [Finding::Incomplete], "{name}");
    }
}

#[test]
fn each_is_shown_in_the_colours_of_libjpeg() {
    let mut count = 0;
    for Case { name, file, .. } in cases().into_iter().filter(|case| case.is_sound) {
        let ours = decode::picture(&file, &inspect(&file).facts).unwrap();
        let theirs = djpeg::shown(&file).unwrap();
        let (most, mean) = difference(&ours.rgb, &theirs.rgb);
        // Where the last bits were left out, libjpeg makes some up.
        let allowed = if name.contains("left_out") { 4 } else { 3 };
        assert!(most <= allowed && mean < 0.3, "{name}: {most}, {mean}");
        count += 1;
    }
    assert_eq!(count, 23);
}

#[test]
fn a_profile_of_other_colours_than_the_picture_has_is_not_handed_on() {
    let part = Crop::new(10, 10, 600).unwrap();
    for Case { name, file, .. } in cases() {
        let fitted = fit(&file, QuarterTurn::None, part)
            .map(|fitted| fitted.jpeg)
            .unwrap_or_default();
        let has_profile = fitted.windows(11).any(|part| part == b"ICC_PROFILE");
        assert_eq!(has_profile, name == "grey_with_gray_profile.jpg", "{name}");
        if has_profile {
            // The profile for grey is of use only to a file in grey.
            assert_eq!(inspect(&fitted).facts.colour, Some(Colour::Grey));
        }
    }
}
