//! Compressed bodies: nothing that is sent is inflated, so that no few bytes become many.

use axum::body::Body;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use http::{HeaderValue, Method};
use rules::application::Page;

use crate::photo::sealed;
use crate::support::{Answer, Browser, Kind, TestPortal, envelope, fixture, form_id};

/// Bits in the order of DEFLATE (RFC 1951).
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    used: u8,
}

impl Bits {
    /// A code, its first bit first.
    fn push(&mut self, code: u16, length: u16) {
        for place in (0..length).rev() {
            if self.used == 0 {
                self.bytes.push(0);
            }
            let bit = u8::from(code >> place & 1 == 1);
            *self.bytes.last_mut().unwrap() |= bit << self.used;
            self.used = (self.used + 1) % 8;
        }
    }
}

/// The bytes, and then the last of them 258 times for each run, in one block with the codes that
/// every reader knows.
fn deflated(bytes: &[u8], runs: usize) -> Vec<u8> {
    let mut bits = Bits::default();
    bits.push(0b110, 3);
    for &byte in bytes {
        match u16::from(byte) {
            low @ 0..144 => bits.push(0x30 + low, 8),
            high => bits.push(0x190 + high - 144, 9),
        }
    }
    for _ in 0..runs {
        // 258 bytes, from one byte before.
        bits.push(0xc5, 8);
        bits.push(0, 5);
    }
    bits.push(0, 7);
    bits.bytes
}

/// The checksum at the end of a file (RFC 1952).
fn checksum(bytes: impl Iterator<Item = u8>) -> u32 {
    let shifted = |sum: u32, _| (sum >> 1) ^ if sum & 1 == 1 { 0xedb8_8320 } else { 0 };
    let of_bytes: Vec<u32> = (0..256).map(|byte| (0..8).fold(byte, shifted)).collect();
    let sum = bytes.fold(u32::MAX, |sum, byte| {
        (sum >> 8) ^ of_bytes[usize::from(sum.to_le_bytes()[0] ^ byte)]
    });
    !sum
}

/// As gzip writes it.
fn gzip(bytes: &[u8], runs: usize) -> Vec<u8> {
    let last = *bytes.last().unwrap();
    let length = u32::try_from(bytes.len() + runs * 258).unwrap();
    let all = bytes
        .iter()
        .copied()
        .chain(std::iter::repeat_n(last, runs * 258));
    let head = b"\x1f\x8b\x08\0\0\0\0\0\0\xff";
    let end = [checksum(all).to_le_bytes(), length.to_le_bytes()].concat();
    [head.as_slice(), &deflated(bytes, runs), &end].concat()
}

/// So many runs are 4 MB, or 27 KB compressed.
const RUNS: usize = 16_400;

/// A form that begins an application, with a field that can be made long.
fn form() -> Vec<u8> {
    format!("application_id={}&padding=a", form_id(1).as_str()).into_bytes()
}

/// What becomes of a form that says to be encoded so.
async fn sent(portal: &TestPortal, encoding: &'static str, body: Vec<u8>) -> Answer {
    let request = Browser::request(Kind::Form, Method::POST, "/api/start/give")
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(CONTENT_ENCODING, encoding);
    let request = request.body(Body::from(body)).unwrap();
    portal.browser().send(request).await
}

#[test]
fn the_compressed_forms_are_what_a_reader_of_gzip_expects() {
    let mut gunzip = std::process::Command::new("gzip")
        .arg("-dc")
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let bytes = [form(), vec![0xff, b'a']].concat();
    let mut mouth = gunzip.stdin.take().unwrap();
    std::io::Write::write_all(&mut mouth, &gzip(&bytes, 100)).unwrap();
    drop(mouth);
    let out = gunzip.wait_with_output().unwrap();
    assert!(out.status.success());
    assert_eq!(out.stdout, [bytes, vec![b'a'; 25_800]].concat());
}

#[tokio::test]
async fn a_compressed_form_is_read_as_the_bytes_it_is() {
    let long = |plan: &mut crate::support::Plan| {
        plan.settings.http.body_bytes = (64 * 1024).try_into().unwrap();
    };
    let portal = TestPortal::planned(long).await;
    for encoding in [
        "gzip",
        "x-gzip",
        "deflate",
        "br",
        "zstd",
        "identity",
        "gzip, gzip",
    ] {
        let answer = sent(&portal, encoding, form()).await;
        assert_eq!(answer.location(), "/terms", "{encoding}");
    }
    for runs in [0, RUNS] {
        let body = gzip(&form(), runs);
        assert!(body.len() < 64 * 1024, "{} bytes", body.len());
        sent(&portal, "gzip", body).await.is(400);
    }
}

#[tokio::test]
async fn a_compressed_photo_is_none() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Photo).await;
    let whole = envelope(&fixture("good.jpg"));
    for (body, status) in [
        (gzip(&whole, 0), 400),
        (gzip(&whole, RUNS * 5 / 2), 400),
        (whole, 200),
    ] {
        assert!(sealed(&portal).await.is_empty());
        let mut request = Browser::upload_request(Kind::Script, Body::from(body));
        let gzip = HeaderValue::from_static("gzip");
        request.headers_mut().insert(CONTENT_ENCODING, gzip);
        browser.send(request).await.is(status);
    }
}
