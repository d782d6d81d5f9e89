//! Files and bodies that are small to send and dear to take: each is refused in clear words,
//! nothing of it is kept, and the next photo is taken.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::body::{Body, Bytes};
use futures_util::{StreamExt, stream};
use http::{Method, Request};
use rules::application::Page;
use serde_json::Value;

use crate::crawl::{OTHERS, acts, empty, pages};
use crate::photo::sealed;
use crate::support::{BOUNDARY, Browser, Kind, TestPortal, fixture, opening};

/// A marker that begins a segment.
const START_OF_FRAME: u8 = 0xc0;
const PROGRESSIVE_FRAME: u8 = 0xc2;
const ARITHMETIC_FRAME: u8 = 0xc9;
const START_OF_SCAN: u8 = 0xda;
const APPLICATION: u8 = 0xe0;

/// Where the segment with this marker stands, the last of several.
fn last(jpeg: &[u8], marker: u8) -> usize {
    jpeg.windows(2)
        .rposition(|pair| pair == [0xff, marker])
        .unwrap()
}

/// The photo, whose frame is said to have these sides.
fn with_sides(mut jpeg: Vec<u8>, frame: u8, width: u16, height: u16) -> Vec<u8> {
    let frame = last(&jpeg, frame);
    jpeg[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    jpeg[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    jpeg
}

/// The photo, one byte of whose frame is another.
fn with_frame(mut jpeg: Vec<u8>, place: usize, byte: u8) -> Vec<u8> {
    let frame = last(&jpeg, START_OF_FRAME);
    jpeg[frame + place] = byte;
    jpeg
}

/// The photo, whose last pass over the picture comes so many times more.
fn with_more_scans(times: usize) -> Vec<u8> {
    let jpeg = fixture("progressive.jpg");
    let (begin, end) = (last(&jpeg, START_OF_SCAN), last(&jpeg, 0xd9));
    let scan = jpeg[begin..end].repeat(times);
    [&jpeg[..end], &scan, &jpeg[end..]].concat()
}

/// The photo with so many segments of so many bytes that a program left in it.
fn with_notes(number: usize, bytes: u16) -> Vec<u8> {
    let jpeg = fixture("good.jpg");
    let length = (bytes + 2).to_be_bytes();
    let note = [
        &[0xff, APPLICATION + 13],
        &length[..],
        &b"N".repeat(bytes.into()),
    ]
    .concat();
    [&jpeg[..2], &note.repeat(number), &jpeg[2..]].concat()
}

/// An archive of which one file is said to have 4 GB.
fn archive() -> Vec<u8> {
    let head =
        b"PK\x03\x04\x2d\0\0\0\x08\0\0\0\0\0\0\0\0\0\0\x90\0\0\xff\xff\xff\xff\x05\0\0\0a.jpg";
    [head.as_slice(), &vec![0; 40_000]].concat()
}

/// Files that are dear to open, and the code of what is found.
fn bombs() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let good = || fixture("good.jpg");
    let progressive = || fixture("progressive.jpg");
    let drawn = |begin: &str| [begin.as_bytes(), &vec![b' '; 40_000]].concat();
    vec![
        ("forty scans", with_more_scans(40), "too_many_scans"),
        (
            "huge",
            with_sides(good(), START_OF_FRAME, 60_000, 60_000),
            "too_wide",
        ),
        (
            "huge passes",
            with_sides(progressive(), PROGRESSIVE_FRAME, 60_000, 60_000),
            "too_wide",
        ),
        (
            "wide",
            with_sides(good(), START_OF_FRAME, 65_535, 600),
            "too_wide",
        ),
        (
            "much",
            with_sides(good(), START_OF_FRAME, 6_000, 6_000),
            "incomplete",
        ),
        (
            // Passes may say "nothing" for thousands of blocks at once, but not the one that
            // brings the mean values.
            "much in passes",
            with_sides(progressive(), PROGRESSIVE_FRAME, 6_000, 2_000),
            "incomplete",
        ),
        (
            "no height",
            with_sides(good(), START_OF_FRAME, 600, 0),
            "unsupported_coding",
        ),
        (
            "twelve bits",
            with_frame(good(), 4, 12),
            "unsupported_coding",
        ),
        (
            "arithmetic",
            with_frame(good(), 1, ARITHMETIC_FRAME),
            "unsupported_coding",
        ),
        ("four channels", with_frame(good(), 9, 4), "damaged"),
        (
            "drawing",
            drawn("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/>"),
            "not_jpeg",
        ),
        ("moving", drawn("GIF89a\u{1}\u{1}"), "not_jpeg"),
        ("archive", archive(), "not_jpeg"),
    ]
}

/// A portal at which photos may be tried all day, and who tries them.
async fn at_the_photo() -> Browser {
    let portal = TestPortal::planned(|plan| {
        plan.settings.limits.uploads_per_application = 10_000.try_into().unwrap();
    });
    portal.await.applicant_at(Page::Photo).await
}

/// A script is told this finding, a form its words; the file is not kept.
async fn is_refused(browser: &Browser, name: &str, photo: &[u8], code: &str) {
    let told = browser.upload_as(Kind::Script, photo).await;
    assert_eq!(told.status, 422, "{name}: {}", told.text());
    let told: Value = told.json();
    let findings: Vec<rules::photo::Finding> =
        serde_json::from_value(told["findings"].clone()).unwrap();
    assert_eq!(findings[0].code(), code, "{name}: {findings:?}");
    assert_eq!(browser.upload(photo).await.location(), "/photo", "{name}");
    let page = browser.get("/photo").await.is(200);
    assert!(page.title().starts_with("エラー："), "{name}");
    for finding in findings {
        let remedy = app::words::words().finding(&finding).remedy;
        assert!(
            page.summary().contains(remedy),
            "{name}: {}",
            page.summary()
        );
    }
    assert!(sealed(&browser.portal).await.is_empty(), "{name}");
}

async fn is_taken(browser: &Browser, photo: &[u8]) {
    assert_eq!(browser.upload(photo).await.location(), "/photo/check");
    assert_eq!(sealed(&browser.portal).await.len(), 1);
}

#[tokio::test]
async fn what_is_dear_to_open_is_refused_in_clear_words_and_the_next_photo_is_taken() {
    let browser = at_the_photo().await;
    for (name, photo, code) in bombs() {
        is_refused(&browser, name, &photo, code).await;
    }
    is_taken(&browser, &fixture("good.jpg")).await;
}

#[tokio::test]
async fn a_photo_that_was_cut_off_anywhere_is_refused_and_the_whole_one_is_taken() {
    let browser = at_the_photo().await;
    let photo = fixture("good.jpg");
    let from = usize::try_from(rules::photo::spec::FEWEST_BYTES).unwrap();
    let step = (photo.len() - from) / 10;
    // Without the two bytes of its end the picture is still whole.
    for place in (from..photo.len()).step_by(step).chain([photo.len() - 4]) {
        let name = format!("{place} of {} bytes", photo.len());
        is_refused(&browser, &name, &photo[..place], "incomplete").await;
    }
    is_taken(&browser, &photo).await;
}

#[tokio::test]
async fn what_programs_leave_in_a_file_and_behind_it_is_not_kept() {
    let notes = [(4, 50_000), (100_000, 0)].map(|(number, bytes)| with_notes(number, bytes));
    let behind = [fixture("good.jpg"), archive(), b"N".repeat(5_000_000)].concat();
    for photo in notes.into_iter().chain([behind]) {
        let browser = at_the_photo().await;
        is_taken(&browser, &photo).await;
        let kept = browser.get("/photo/current").await.is(200).body;
        for trace in [
            b"NNNNNNNN".as_slice(),
            b"PK\x03\x04",
            &[0xff, APPLICATION + 13],
        ] {
            assert!(
                !kept.windows(trace.len()).any(|part| part == trace),
                "{trace:?}"
            );
        }
        assert!(
            kept.len() < fixture("good.jpg").len() * 2,
            "{} bytes",
            kept.len()
        );
    }
}

/// How much more than a limit may be read of a body: what is under way already.
const UNDER_WAY: usize = 64 * 1024;
/// What is taken in and thrown away of a body that nobody reads, so that its answer arrives.
const THROWN_AWAY: usize = 24 * 1024 * 1024;
/// The largest body of a form, and of an upload.
const LONGEST_FORM: usize = 64 * 1024;
const LONGEST_UPLOAD: usize = 8 * 1024 * 1024;

/// A body without a length that begins so and then repeats a part for ever; counts the bytes
/// that were taken from it.
fn endless(begin: String, part: &'static [u8]) -> (Body, Arc<AtomicUsize>) {
    let taken = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&taken);
    let part = Bytes::from(part.repeat(4096_usize.div_ceil(part.len())));
    let parts = stream::once(async { Bytes::from(begin) }).chain(stream::repeat(part));
    let noted = parts.inspect(move |part| {
        counter.fetch_add(part.len(), Ordering::SeqCst);
    });
    (Body::from_stream(noted.map(Ok::<_, Infallible>)), taken)
}

/// Sends a body without end; says what was answered and how much of it was read.
async fn sent(
    browser: &Browser,
    mut request: Request<Body>,
    begin: String,
    part: &'static [u8],
) -> (u16, usize) {
    let (body, taken) = endless(begin, part);
    *request.body_mut() = body;
    let answer = browser.send(request).await;
    (answer.status.as_u16(), taken.load(Ordering::SeqCst))
}

#[tokio::test]
async fn of_a_body_without_end_no_act_reads_more_than_the_limit() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Review).await;
    for act in acts() {
        if act == "/photo/upload" {
            continue;
        }
        for kind in Kind::BOTH {
            let request = Browser::request(kind, Method::POST, &act)
                .header("content-type", "application/x-www-form-urlencoded");
            let request = request.body(Body::empty()).unwrap();
            let (status, taken) = sent(&browser, request, "mail=".to_owned(), b"a").await;
            assert_eq!(status, 413, "{act}");
            assert!(
                taken <= LONGEST_FORM + THROWN_AWAY + UNDER_WAY,
                "{taken} at {act}"
            );
        }
        // Of a forged one nothing is kept.
        let forged = empty(&act).body(Body::empty()).unwrap();
        let (status, taken) = sent(&browser, forged, "mail=".to_owned(), b"a").await;
        assert_eq!(status, 403, "{act}");
        assert!(taken <= THROWN_AWAY + UNDER_WAY, "{taken} at {act}");
    }
}

#[tokio::test]
async fn of_a_body_without_end_that_comes_with_a_question_no_more_is_read_either() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Review).await;
    for path in pages().into_iter().chain(OTHERS.map(str::to_owned)) {
        for method in ["GET", "HEAD", "PUT"] {
            let request = Browser::request(Kind::Form, method.parse().unwrap(), &path);
            let request = request.body(Body::empty()).unwrap();
            let (status, taken) = sent(&browser, request, String::new(), b"a").await;
            assert!(status < 500, "{status} for {method} {path}");
            assert!(
                taken <= LONGEST_FORM + THROWN_AWAY + UNDER_WAY,
                "{taken} for {method} {path}"
            );
        }
    }
}

#[tokio::test]
async fn of_a_photo_without_end_no_more_is_read_than_the_limit_whatever_has_no_end_in_it() {
    let browser = at_the_photo().await;
    let stranger = browser.portal.browser();
    let field = "Content-Disposition: form-data; name=\"exception\"";
    for (begin, part) in [
        (opening(), b"x".as_slice()),
        (format!("--{BOUNDARY}\r\n{field}\r\n\r\n"), b"x"),
        (format!("--{BOUNDARY}\r\n{field}; filename=\""), b"x"),
        (format!("--{BOUNDARY}\r\n"), b"X-A: b\r\n"),
        (String::new(), b"before the first part\r\n"),
        (String::new(), b"--shinsei-test-boundary\r\nContent-Disposition: form-data; name=\"exception\"\r\n\r\na\r\n"),
    ] {
        let request = || Browser::upload_request(Kind::Script, Body::empty());
        let (status, taken) = sent(&browser, request(), begin.clone(), part).await;
        assert!(matches!(status, 400 | 413), "{status} for {begin} {part:?}");
        assert!(taken <= LONGEST_UPLOAD + THROWN_AWAY + UNDER_WAY, "{taken} for {begin} {part:?}");
        // Of who may send no photo nothing is kept.
        let (status, taken) = sent(&stranger, request(), begin, part).await;
        assert_eq!(status, 409);
        assert!(taken <= THROWN_AWAY + UNDER_WAY, "{taken} of a stranger's");
    }
    is_taken(&browser, &fixture("good.jpg")).await;
}
