use super::paint::part;
use super::subject::{HEIGHT, Subject, WIDTH};
use super::{PORTRAIT, spoil};
use crate::pixels::Pixels;
use crate::resample::{Part, to_f32};
use crate::{Care, Checker, Frame, Hint};

/// A frame of the camera: small, with opacity.
fn hint(checker: &Checker, picture: &Pixels, care: Care) -> Hint {
    let whole = Part {
        left: 0.0,
        top: 0.0,
        width: to_f32(picture.width),
        height: to_f32(picture.height),
    };
    let width = 300 * picture.width / WIDTH;
    let small = part(picture, whole, width, 386 * picture.height / HEIGHT);
    let pixels = small.rgb.as_chunks::<3>().0.iter();
    let rgba: Vec<u8> = pixels
        .flat_map(|[red, green, blue]| [*red, *green, *blue, 255])
        .collect();
    let [width, height] = [small.width, small.height].map(|side| u32::try_from(side).unwrap());
    let frame = Frame::rgba(width, height, &rgba).unwrap();
    checker.look(frame, care).hint
}

#[test]
fn the_guide_says_the_most_important_thing() {
    let checker = Checker::new();
    let subject = Subject::of(&checker, PORTRAIT).unwrap();
    assert_eq!(
        hint(&checker, &subject.plain(), Care::Thorough),
        Hint::Ready
    );
    for (name, expected) in [
        ("empty", Hint::ShowFace),
        ("two", Hint::BeAlone),
        ("small", Hint::ComeCloser),
        ("large", Hint::GoBack),
        ("left", Hint::MoveToMiddle),
        ("tilted", Hint::HoldHeadUpright),
        ("dark", Hint::MoreLight),
        ("bright", Hint::SofterLight),
        ("side_shadow", Hint::SofterLight),
        ("blurred", Hint::HoldStill),
        ("stripes", Hint::PlainBackground),
        ("shadow", Hint::PlainBackground),
    ] {
        let spoilt = spoil::ALL
            .iter()
            .find(|spoilt| spoilt.name == name)
            .unwrap();
        let picture = (spoilt.make)(&subject);
        assert_eq!(hint(&checker, &picture, Care::Thorough), expected, "{name}");
    }
}

#[test]
fn a_quick_look_leaves_out_the_background() {
    let checker = Checker::new();
    let subject = Subject::of(&checker, PORTRAIT).unwrap();
    let stripes = spoil::ALL.iter().find(|spoilt| spoilt.name == "stripes");
    let picture = (stripes.unwrap().make)(&subject);
    assert_eq!(hint(&checker, &picture, Care::Quick), Hint::Ready);
}

#[test]
fn a_frame_has_as_many_bytes_as_its_sides_need() {
    let bytes = [0; 24];
    assert!(Frame::rgba(3, 2, &bytes).is_some());
    assert!(Frame::rgb(4, 2, &bytes).is_some());
    for (width, height) in [(0, 0), (2, 2), (u32::MAX, u32::MAX)] {
        assert!(Frame::rgba(width, height, &bytes).is_none());
    }
}
