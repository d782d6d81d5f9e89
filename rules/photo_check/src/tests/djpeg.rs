//! What libjpeg-turbo makes of a file: its program `djpeg` is asked.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::pixels::Pixels;

/// Complaints of libjpeg that a picture is not all there. Others come with whole ones too.
const BROKEN: [&str; 3] = [
    "premature end of data segment",
    "bad Huffman code",
    "Inconsistent progression sequence",
];

/// The picture as libjpeg shows it. None if it does not show all of it.
pub(super) fn shown(file: &[u8]) -> Option<Pixels> {
    let (picture, complaints) = run(file);
    let is_broken = BROKEN.iter().any(|broken| complaints.contains(broken));
    read(&picture).filter(|_| !is_broken)
}

fn run(file: &[u8]) -> (Vec<u8>, String) {
    // It tells all of its complaints only when it tells everything.
    let verbose = ["-verbose"; 3];
    let program = Command::new("djpeg")
        .args(verbose)
        .arg("-rgb")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut program = program.expect(
        "these tests compare with libjpeg-turbo: install `djpeg` (Debian: apt-get install \
         libjpeg-turbo-progs)",
    );
    let mut input = program.stdin.take().unwrap();
    std::thread::scope(|scope| {
        // It may end before it has read all.
        scope.spawn(move || drop(input.write_all(file)));
        let told = program.wait_with_output().unwrap();
        (
            told.stdout,
            String::from_utf8_lossy(&told.stderr).into_owned(),
        )
    })
}

/// Reads a binary PPM. None if it is cut off, as it is behind an error.
fn read(ppm: &[u8]) -> Option<Pixels> {
    let mut rest = ppm.strip_prefix(b"P6\n")?;
    let mut numbers = [0; 3];
    for number in &mut numbers {
        let end = rest.iter().position(u8::is_ascii_whitespace)?;
        let (digits, behind) = rest.split_at(end);
        *number = std::str::from_utf8(digits).ok()?.parse().ok()?;
        rest = &behind[1..];
    }
    let [width, height, _] = numbers;
    (rest.len() == width * height * 3).then(|| Pixels {
        width,
        height,
        rgb: rest.to_vec(),
    })
}
