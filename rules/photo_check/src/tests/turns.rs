//! Photos that lie on their side or stand on their head are judged and trimmed as they are
//! meant.

use rules::CivilDate;
use rules::photo::{Orientation, QuarterTurn, inspect};

use super::subject::Subject;
use super::{PORTRAIT, exif, jpeg, spoil};
use crate::pixels::Pixels;
use crate::{Check, Checker, Concern, Exceptions, Report, Verdict, decode, fit};

const PORTRAITS: [(&str, &[u8]); 4] = [
    ("good", PORTRAIT),
    (
        "turned",
        include_bytes!("../../../tests/data/photos/turned.jpg"),
    ),
    (
        "grey",
        include_bytes!("../../../tests/data/photos/grey.jpg"),
    ),
    (
        "progressive",
        include_bytes!("../../../tests/data/photos/progressive.jpg"),
    ),
];

/// How far the part for the card may be off, in pixels of 900: the detector sees the same face
/// in pixels that were coded another way.
const NEAR: u32 = 4;

fn checked(photo: &[u8]) -> Report {
    crate::check(photo, CivilDate::LAST, Exceptions::NONE)
}

fn concerns(report: &Report) -> Vec<Concern> {
    report.findings.iter().map(|found| found.concern).collect()
}

fn shown(photo: &[u8]) -> Pixels {
    crate::picture(photo, &inspect(photo).facts).unwrap()
}

/// The turn that undoes one.
fn back(turn: QuarterTurn) -> QuarterTurn {
    turn.then(turn).then(turn)
}

/// A file whose stored picture is shown as this one by readers of its orientation.
fn stored(picture: &Pixels, orientation: Orientation) -> Vec<u8> {
    let undone = match orientation {
        Orientation::TurnRight => Orientation::TurnLeft,
        Orientation::TurnLeft => Orientation::TurnRight,
        itself => itself,
    };
    exif::oriented(&jpeg(&decode::placed(picture, undone)), orientation)
}

/// The parts for the card are the same but for some pixels.
fn assert_same_part(one: &Report, other: &Report, name: &str) {
    let [one, other] = [one, other].map(|report| {
        let crop = report.crop.unwrap().crop;
        [crop.left(), crop.top(), crop.height()]
    });
    let near = one
        .iter()
        .zip(other)
        .all(|(one, other)| one.abs_diff(other) <= NEAR);
    assert!(near, "{name}: {one:?} {other:?}");
}

#[test]
fn a_portrait_is_the_same_in_every_turn_and_stored_in_every_orientation() {
    for (name, portrait) in PORTRAITS {
        let upright = shown(portrait);
        let meant = checked(&jpeg(&upright));
        assert_eq!(meant.turn, QuarterTurn::None, "{name}");
        for turn in QuarterTurn::ALL {
            let turned = upright.turned(turn);
            // The coding of the others has nothing to do with how they are stored.
            let numbers = if name == "good" { 1..=8 } else { 5..=6 };
            for number in numbers {
                let orientation = Orientation::from_exif(number).unwrap();
                let name = format!("{name}, {turn:?}, {orientation:?}");
                let photo = stored(&turned, orientation);
                let report = checked(&photo);
                assert_eq!(report.turn, back(turn), "{name}");
                assert_eq!(report.picture, meant.picture, "{name}");
                assert_eq!(concerns(&report), concerns(&meant), "{name}");
                assert_same_part(&report, &meant, &name);
            }
        }
    }
}

#[test]
fn what_is_wrong_with_a_picture_is_found_in_every_turn() {
    let checker = Checker::new();
    let subject = Subject::of(&checker, PORTRAIT).unwrap();
    for spoilt in spoil::ALL.iter().filter(|one| one.name != "empty") {
        let picture = (spoilt.make)(&subject);
        for turn in QuarterTurn::ALL {
            let report = checked(&jpeg(&picture.turned(turn)));
            assert_eq!(report.turn, back(turn), "{}", spoilt.name);
            assert!(report.raises(spoilt.concern), "{}, {turn:?}", spoilt.name);
        }
    }
}

#[test]
fn a_picture_of_nobody_is_not_turned() {
    let checker = Checker::new();
    let subject = Subject::of(&checker, PORTRAIT).unwrap();
    let empty = jpeg(&(spoil::ALL[0].make)(&subject));
    let report = checked(&empty);
    assert_eq!(
        (report.turn, report.verdict),
        (QuarterTurn::None, Verdict::Refuse)
    );
}

#[test]
fn what_is_cut_out_of_a_turned_picture_is_upright() {
    let upright = shown(PORTRAIT);
    let part = checked(&jpeg(&upright)).crop.unwrap().crop;
    let meant = shown(&fit(&jpeg(&upright), QuarterTurn::None, part).unwrap().jpeg);
    for turn in QuarterTurn::ALL {
        let photo = jpeg(&upright.turned(turn));
        let fitted = fit(&photo, checked(&photo).turn, part).unwrap().jpeg;
        assert_eq!(checked(&fitted).turn, QuarterTurn::None, "{turn:?}");
        let trimmed = shown(&fitted);
        assert_eq!(trimmed.rgb.len(), meant.rgb.len());
        let pairs = trimmed.rgb.iter().zip(&meant.rgb);
        let off = pairs.map(|(one, other)| u64::from(one.abs_diff(*other)));
        let mean = off.sum::<u64>() / u64::try_from(meant.rgb.len()).unwrap();
        assert!(mean < 3, "{turn:?}: {mean}");
    }
}

#[test]
fn a_turn_by_hand_wins_and_a_face_left_on_its_side_is_told() {
    let checker = Checker::new();
    let subject = Subject::of(&checker, PORTRAIT).unwrap();
    let plain = subject.plain();
    for by_hand in QuarterTurn::ALL {
        for lies in QuarterTurn::ALL {
            let photo = jpeg(&plain.turned(lies));
            let check = Check::new(photo.as_slice(), CivilDate::LAST, Exceptions::NONE);
            let report = checker.finish(check.turned_by_hand(by_hand));
            assert_eq!(report.turn, by_hand);
            let is_upright = lies.then(by_hand).is_none();
            assert_eq!(
                !report.raises(Concern::HeadTilted),
                is_upright,
                "{lies:?} {by_hand:?}"
            );
        }
    }
}

#[test]
fn a_check_begun_with_the_file_made_anew_is_turned_by_hand_too() {
    let (check, _) =
        Check::<Vec<u8>>::rewriting(PORTRAIT, CivilDate::LAST, Exceptions::NONE).unwrap();
    let report = Checker::new().finish(check.turned_by_hand(QuarterTurn::Right));
    let size = report.picture.unwrap();
    assert_eq!(report.turn, QuarterTurn::Right);
    assert_eq!((size.width, size.height), (1157, 900));
    assert!(report.raises(Concern::HeadTilted));
}
