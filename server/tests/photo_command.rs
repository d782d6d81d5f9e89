//! `shinsei photo check` as a shell sees it.

#![expect(clippy::unwrap_used, reason = "a helper that fails fails its test")]

use std::path::Path;
use std::process::Command;

use photo_check::picture;
use rules::photo::{QuarterTurn, inspect};

/// What is printed to standard output and to standard error, and the exit status.
fn checked(files: &[&str]) -> (String, String, Option<i32>) {
    told(&[&["photo", "check"], files].concat())
}

fn told(arguments: &[&str]) -> (String, String, Option<i32>) {
    let photos = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules/tests/data/photos");
    let mut command = Command::new(env!("CARGO_BIN_EXE_shinsei"));
    let output = command
        .args(arguments)
        .current_dir(photos)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        text(output.stdout),
        text(output.stderr),
        output.status.code(),
    )
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_others_are_checked() {
    let (told, wrong, status) = checked(&["good.jpg", "missing.jpg", "small_side.jpg"]);
    let verdicts: Vec<_> = told.lines().filter(|line| !line.starts_with(' ')).collect();
    assert_eq!(
        verdicts,
        ["good.jpg: accepted, with advice", "small_side.jpg: refused"]
    );
    assert!(wrong.starts_with("missing.jpg: "), "{wrong}");
    assert_eq!((wrong.lines().count(), status), (1, Some(2)), "{wrong}");
}

#[test]
fn the_status_says_whether_one_is_refused() {
    assert_eq!(checked(&["good.jpg"]).2, Some(0));
    assert_eq!(checked(&["small_side.jpg", "good.jpg"]).2, Some(1));
}

#[test]
fn a_portrait_on_its_side_is_checked_and_trimmed_upright_and_the_turn_is_said() {
    let shown = |photo: &[u8]| picture(photo, &inspect(photo).facts).unwrap();
    let side = shown(include_bytes!("../../rules/tests/data/photos/good.jpg"));
    let side = side.turned(QuarterTurn::Left);
    let [width, height] = [side.width, side.height].map(|side| side.try_into().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let [file, trimmed] = ["side.jpg", "trimmed.jpg"].map(|name| folder.path().join(name));
    jpeg_encoder::Encoder::new_file(&file, 95)
        .unwrap()
        .encode(&side.rgb, width, height, jpeg_encoder::ColorType::Rgb)
        .unwrap();
    let [file, output] = [&file, &trimmed].map(|file| file.to_str().unwrap());

    let (words, _, _) = checked(&[file]);
    let lines: Vec<_> = words.lines().collect();
    assert_eq!(lines[1], "  turned by a quarter to the right");
    assert_eq!(lines.len(), 3, "{words}");
    let (json, _, _) = checked(&["--json", file]);
    assert!(json.contains("\"turn\":\"right\""), "{json}");

    let (words, wrong, _) = told(&["photo", "fit", file, output]);
    let end = "bytes, turned by a quarter to the right\n";
    assert!(words.ends_with(end), "{words}{wrong}");
    let (words, _, _) = checked(&[output]);
    assert!(!words.contains("turned"), "{words}");
    let trimmed = shown(&std::fs::read(trimmed).unwrap());
    assert!(trimmed.height > trimmed.width);
    // The hair, and the collar of the space suit far below it.
    let red = |row: usize| trimmed.rgb[(row * trimmed.width + trimmed.width / 2) * 3];
    assert!(red(trimmed.height / 5) < red(trimmed.height * 2 / 5));
}
