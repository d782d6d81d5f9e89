//! The photos of the rules' own tests, and the form that carries one.

use std::path::Path;

/// What stands between the parts of the form.
pub(crate) const BOUNDARY: &str = "shinsei-test-boundary";

/// A photo of `rules/tests/data/photos`.
pub(crate) fn fixture(name: &str) -> Vec<u8> {
    let photos = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules/tests/data/photos");
    std::fs::read(photos.join(name)).unwrap()
}

/// The body of the form with this photo.
pub(crate) fn envelope(photo: &[u8]) -> Vec<u8> {
    let after = format!("\r\n--{BOUNDARY}--\r\n");
    [opening().as_bytes(), photo, after.as_bytes()].concat()
}

/// The same with more fields.
pub(crate) fn envelope_with(photo: &[u8], fields: &[(&str, &str)]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"");
        body.extend(format!("{head}\r\n\r\n{value}\r\n").into_bytes());
    }
    body.extend(envelope(photo));
    body
}

/// What comes before the photo.
pub(crate) fn opening() -> String {
    format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"IMG_0001.JPG\"\r\n\
         Content-Type: image/jpeg\r\n\r\n"
    )
}
