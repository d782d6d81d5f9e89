//! The committed photographs; `data/photos/MANIFEST.md` says what each is.

use rules::photo::{
    Coding, Colour, Facts, FileKind, Finding, Orientation, Weight, inspect, inspect_size,
};

pub(crate) const FIXTURES: [(&str, &[u8]); 12] = [
    ("good.jpg", include_bytes!("../data/photos/good.jpg")),
    ("grey.jpg", include_bytes!("../data/photos/grey.jpg")),
    (
        "progressive.jpg",
        include_bytes!("../data/photos/progressive.jpg"),
    ),
    (
        "restarts.jpg",
        include_bytes!("../data/photos/restarts.jpg"),
    ),
    ("turned.jpg", include_bytes!("../data/photos/turned.jpg")),
    ("cmyk.jpg", include_bytes!("../data/photos/cmyk.jpg")),
    (
        "small_side.jpg",
        include_bytes!("../data/photos/small_side.jpg"),
    ),
    (
        "few_bytes.jpg",
        include_bytes!("../data/photos/few_bytes.jpg"),
    ),
    (
        "truncated.jpg",
        include_bytes!("../data/photos/truncated.jpg"),
    ),
    ("photo.png", include_bytes!("../data/photos/photo.png")),
    ("photo.webp", include_bytes!("../data/photos/photo.webp")),
    ("photo.heic", include_bytes!("../data/photos/photo.heic")),
];

pub(crate) fn fixture(name: &str) -> &'static [u8] {
    FIXTURES.iter().find(|(known, _)| *known == name).unwrap().1
}

#[test]
fn the_good_photo_has_no_findings_and_its_facts_are_right() {
    let inspection = inspect(fixture("good.jpg"));
    assert_eq!(inspection.findings, []);
    assert!(!inspection.refuses());
    let facts = Facts {
        bytes: 287_790,
        width: 900,
        height: 1157,
        orientation: Orientation::Upright,
        coding: Some(Coding::Baseline),
        colour: Some(Colour::YCbCr),
        scans: 1,
        has_position: false,
        trailing_bytes: 0,
        taken_on: None,
        is_edited: false,
        is_screenshot: false,
    };
    assert_eq!(inspection.facts, facts);
}

#[test]
fn every_fixture_has_exactly_the_findings_of_the_manifest() {
    let expected = [
        ("good.jpg", vec![]),
        ("grey.jpg", vec![Finding::Greyscale]),
        ("progressive.jpg", vec![]),
        ("restarts.jpg", vec![]),
        ("turned.jpg", vec![]),
        ("cmyk.jpg", vec![Finding::ColourCmyk]),
        ("small_side.jpg", vec![Finding::TooNarrow { pixels: 400 }]),
        (
            "few_bytes.jpg",
            vec![Finding::TooFewBytes { bytes: 17_428 }],
        ),
        // That only shows when the coded data is read.
        ("truncated.jpg", vec![]),
        (
            "photo.png",
            vec![Finding::NotJpeg {
                kind: FileKind::Png,
            }],
        ),
        (
            "photo.webp",
            vec![Finding::NotJpeg {
                kind: FileKind::Webp,
            }],
        ),
        (
            "photo.heic",
            vec![Finding::NotJpeg {
                kind: FileKind::Heic,
            }],
        ),
    ];
    assert_eq!(expected.len(), FIXTURES.len());
    for (name, findings) in expected {
        assert_eq!(inspect(fixture(name)).findings, findings, "{name}");
    }
}

#[test]
fn a_photo_lying_on_its_side_is_measured_as_it_is_shown() {
    let facts = inspect(fixture("turned.jpg")).facts;
    assert_eq!((facts.width, facts.height), (700, 900));
    assert_eq!(facts.orientation, Orientation::TurnRight);
    assert!(facts.has_position);
    assert_eq!(facts.trailing_bytes, 1_100);
}

#[test]
fn progressive_scans_are_counted() {
    let facts = inspect(fixture("progressive.jpg")).facts;
    assert_eq!(facts.coding, Some(Coding::Progressive));
    assert_eq!(facts.scans, 10);
}

#[test]
fn a_file_of_another_format_is_told_nothing_else() {
    // Its bytes and sides will be others once it is a JPEG.
    assert_eq!(
        inspect(&fixture("photo.png")[..500]).findings,
        [Finding::NotJpeg {
            kind: FileKind::Png
        }],
    );
}

#[test]
fn every_problem_is_reported_at_once() {
    let cut = &fixture("small_side.jpg")[..500];
    assert_eq!(
        inspect(cut).findings,
        [
            Finding::TooFewBytes { bytes: 500 },
            Finding::TooNarrow { pixels: 400 },
            Finding::Incomplete,
        ],
    );
}

#[test]
fn an_empty_file_is_only_empty() {
    assert_eq!(inspect(b"").findings, [Finding::Empty]);
    assert_eq!(inspect_size(0), Some(Finding::Empty));
}

#[test]
fn a_black_and_white_photo_is_accepted_with_an_advice() {
    let inspection = inspect(fixture("grey.jpg"));
    assert!(!inspection.refuses());
    assert_eq!(
        inspection.advices().collect::<Vec<_>>(),
        [Finding::Greyscale]
    );
    assert_eq!(Finding::Greyscale.weight(), Weight::Advises);
}

#[test]
fn an_inspection_survives_the_way_to_the_browser_and_back() {
    for (name, bytes) in FIXTURES {
        let inspection = inspect(bytes);
        let text = serde_json::to_string(&inspection).unwrap();
        assert_eq!(inspection, serde_json::from_str(&text).unwrap(), "{name}");
    }
}

#[test]
fn the_name_of_a_finding_in_json_is_its_code() {
    for finding in inspect(&fixture("cmyk.jpg")[..9_000]).findings {
        let text = serde_json::to_string(&finding).unwrap();
        assert!(text.contains(&format!("\"{}\"", finding.code())), "{text}");
    }
}
