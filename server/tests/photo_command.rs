//! `shinsei photo check` as a shell sees it.

#![expect(clippy::unwrap_used, reason = "a helper that fails fails its test")]

use std::path::Path;
use std::process::Command;

/// What is printed to standard output and to standard error, and the exit status.
fn checked(files: &[&str]) -> (String, String, Option<i32>) {
    let photos = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules/tests/data/photos");
    let mut command = Command::new(env!("CARGO_BIN_EXE_shinsei"));
    let output = command
        .args([&["photo", "check"], files].concat())
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
