use rules::CivilDate;
use rules::photo::{Finding, QuarterTurn, Weight};

use super::subject::Subject;
use super::{PORTRAIT, exif, jpeg, spoil};
use crate::{Checker, Concern, Exception, Exceptions, Report, Stage, Step, Verdict, fit};

const TURNED: &[u8] = include_bytes!("../../../tests/data/photos/turned.jpg");
const GREY: &[u8] = include_bytes!("../../../tests/data/photos/grey.jpg");
const PROGRESSIVE: &[u8] = include_bytes!("../../../tests/data/photos/progressive.jpg");
const CMYK: &[u8] = include_bytes!("../../../tests/data/photos/cmyk.jpg");
const SMALL: &[u8] = include_bytes!("../../../tests/data/photos/small_side.jpg");

fn today() -> CivilDate {
    CivilDate::new(2026, 11, 22).unwrap()
}

fn checked(photo: &[u8]) -> Report {
    crate::check(photo, today(), Exceptions::NONE)
}

fn concerns(report: &Report) -> Vec<Concern> {
    report.findings.iter().map(|found| found.concern).collect()
}

#[test]
fn a_portrait_before_a_plain_wall_raises_no_concern() {
    let checker = Checker::new();
    let subject = Subject::of(&checker, PORTRAIT).unwrap();
    let report = checked(&jpeg(&subject.plain()));
    assert_eq!(concerns(&report), []);
    assert_eq!(report.verdict, Verdict::Accept);
    assert!(report.crop.unwrap().framing.is_right(), "{:?}", report.crop);
}

#[test]
fn every_spoilt_picture_raises_its_concern() {
    let checker = Checker::new();
    let subject = Subject::of(&checker, PORTRAIT).unwrap();
    for spoilt in spoil::ALL {
        let picture = jpeg(&(spoilt.make)(&subject));
        let report = checker.check(&picture, today(), Exceptions::NONE);
        assert!(
            report.raises(spoilt.concern),
            "{}: {:?}",
            spoilt.name,
            report.measured
        );
        let verdict = match spoilt.concern {
            Concern::NoFace | Concern::SeveralFaces => Verdict::Refuse,
            _ => Verdict::Advise,
        };
        assert_eq!(report.verdict, verdict, "{}", spoilt.name);
    }
}

#[test]
fn the_backdrop_of_a_studio_is_not_plain() {
    assert_eq!(concerns(&checked(PORTRAIT)), [Concern::BackgroundNotPlain]);
}

#[test]
fn a_photo_lying_on_its_side_is_looked_at_upright() {
    let report = checked(TURNED);
    let size = report.picture.unwrap();
    assert_eq!((size.width, size.height), (700, 900));
    let [face] = report.faces[..] else {
        panic!("{:?}", report.faces)
    };
    let [right_eye, left_eye, ..] = face.points;
    assert!(right_eye[0] + 100.0 < left_eye[0]);
    assert!(!report.raises(Concern::HeadTilted));
}

#[test]
fn a_grey_file_says_so_only_once() {
    let report = checked(GREY);
    assert_eq!(report.file.findings, [Finding::Greyscale]);
    assert!(!report.raises(Concern::BlackAndWhite));
}

#[test]
fn the_coding_of_a_file_does_not_matter() {
    let report = checked(PROGRESSIVE);
    assert_eq!(report.faces.len(), 1);
    assert_eq!(concerns(&report), [Concern::BackgroundNotPlain]);
}

#[test]
fn what_the_file_rules_refuse_is_not_looked_at() {
    let report = checked(CMYK);
    assert_eq!(report.verdict, Verdict::Refuse);
    assert_eq!((report.measured, report.faces), (vec![], vec![]));
    assert_eq!(checked(b"GIF89a").verdict, Verdict::Refuse);
    assert_eq!(checked(b"").verdict, Verdict::Refuse);
}

#[test]
fn a_file_that_breaks_in_the_decoder_is_damaged() {
    // The tables of steps are gone; the headers look right.
    let mut photo = PORTRAIT.to_vec();
    let table = photo.windows(2).position(|pair| pair == [0xFF, 0xDB]);
    photo[table.unwrap() + 1] = 0xFE;
    let report = checked(&photo);
    assert_eq!(report.file.findings, [Finding::Damaged]);
    assert_eq!(report.verdict, Verdict::Refuse);
}

#[test]
fn the_stages_come_one_after_the_other_to_the_same_report() {
    let checker = Checker::new();
    let mut check = crate::Check::new(PORTRAIT.to_vec(), today(), Exceptions::NONE);
    let mut stages = Vec::new();
    let report = loop {
        stages.push(check.stage());
        match checker.step(check) {
            Step::Next(next) => check = next,
            Step::Done(report) => break report,
        }
    };
    assert_eq!(stages, Stage::ALL);
    assert_eq!(*report, checked(PORTRAIT));
}

#[test]
fn an_old_edited_screenshot_says_so_in_its_headers() {
    let photo = exif::with(
        PORTRAIT,
        "2026:05:21 09:00:00",
        "Adobe Photoshop 27.0",
        "Screenshot",
    );
    let found = concerns(&checked(&photo));
    for concern in [Concern::OldPhoto, Concern::Edited, Concern::Screenshot] {
        assert!(found.contains(&concern), "{concern:?}");
    }
    let photo = exif::with(PORTRAIT, "2026:05:22 09:00:00", "iOS 20.1", "");
    assert_eq!(concerns(&checked(&photo)), [Concern::BackgroundNotPlain]);
}

#[test]
fn an_exception_relaxes_its_concern_and_the_office_still_sees_it() {
    let checker = Checker::new();
    let subject = Subject::of(&checker, PORTRAIT).unwrap();
    let glasses = spoil::ALL.iter().find(|spoilt| spoilt.name == "sunglasses");
    let picture = jpeg(&(glasses.unwrap().make)(&subject));
    let medical = Exceptions::NONE.with(Exception::EyeCovering);
    let report = checker.check(&picture, today(), medical);
    assert!(!report.raises(Concern::Sunglasses));
    assert!(
        report
            .relaxed
            .iter()
            .any(|one| one.concern == Concern::Sunglasses)
    );
    let other = Exceptions::NONE.with(Exception::Equipment);
    assert!(
        checker
            .check(&picture, today(), other)
            .raises(Concern::Sunglasses)
    );
    let empty = jpeg(&(spoil::ALL[0].make)(&subject));
    let report = checker.check(&empty, today(), other);
    assert_eq!(report.findings[0].weight, Weight::Advises);
}

#[test]
fn a_report_travels_as_json_and_comes_back_the_same() {
    let report = checked(PORTRAIT);
    let json = serde_json::to_string(&report).unwrap();
    assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), report);
}

#[test]
fn the_proposed_part_is_a_photo_as_the_guide_asks_for() {
    for photo in [PORTRAIT, TURNED] {
        let proposal = checked(photo).crop.unwrap();
        let fitted = fit(photo, QuarterTurn::None, proposal.crop).unwrap();
        let report = checked(&fitted.jpeg);
        assert!(!report.file.refuses());
        assert!(!report.file.facts.has_position);
        assert_eq!((fitted.width, fitted.height), {
            let size = report.picture.unwrap();
            (size.width, size.height)
        });
        let framing = report.crop.unwrap().crop.frames(report.head.unwrap());
        assert!((framing.head_mm - 34.0).abs() < 2.0, "{framing:?}");
        assert!(!fitted.jpeg.windows(4).any(|text| text == b"Exif"));
    }
}

#[test]
fn a_picture_too_small_for_the_rules_is_enlarged_to_them() {
    let crop = crate::Crop::new(0, 0, 514).unwrap();
    let fitted = fit(SMALL, QuarterTurn::None, crop).unwrap();
    assert_eq!((fitted.width, fitted.height), (480, 617));
    assert!(fitted.jpeg.len() >= 20_000);
}

#[test]
fn a_part_outside_of_the_picture_is_not_cut_out() {
    let crop = crate::Crop::new(100, 0, 1157).unwrap();
    assert_eq!(
        fit(PORTRAIT, QuarterTurn::None, crop).unwrap_err(),
        crate::FitError::Outside
    );
    let crop = crate::Crop::new(0, 0, 100).unwrap();
    assert_eq!(
        fit(b"not a photo", QuarterTurn::None, crop).unwrap_err(),
        crate::FitError::Damaged
    );
}

#[test]
fn a_preview_is_the_whole_picture_upright_small_and_never_larger() {
    for (photo, sides) in [
        (PORTRAIT, [400, 514]),
        (TURNED, [400, 514]),
        (GREY, [400, 514]),
    ] {
        let small = crate::preview(photo).unwrap();
        assert!(small.len() <= crate::spec::PREVIEW_BYTES, "{}", small.len());
        let picture = crate::picture(&small, &rules::photo::inspect(&small).facts).unwrap();
        assert_eq!([picture.width, picture.height], sides);
    }
    let small = crate::preview(&crate::preview(PORTRAIT).unwrap()).unwrap();
    let facts = rules::photo::inspect(&small).facts;
    assert_eq!((facts.width, facts.height), (400, 514));
    assert_eq!(crate::preview(b"no photo"), Err(crate::FitError::Damaged));
}
