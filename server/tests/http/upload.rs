//! ⑥ How the photo comes: as a form or by a script, whole, broken off or without end.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use futures_util::{StreamExt, stream};
use rules::application::Page;
use serde_json::Value;
use server::photos::PhotoWorkers;
use tokio::task::JoinHandle;

use crate::photo::{at_the_photo, sealed};
use crate::support::{BOUNDARY, Browser, Kind, TestPortal, envelope, fixture, opening};

#[tokio::test]
async fn no_photo_is_taken_at_a_step_that_has_none() {
    for stop in [
        Page::Start,
        Page::Terms,
        Page::MailSent,
        Page::Device,
        Page::Done,
    ] {
        let portal = TestPortal::new().await;
        let browser = portal.applicant_at(stop).await;
        let kept = sealed(&portal).await;
        assert_eq!(
            browser.upload(&fixture("good.jpg")).await.location(),
            stop.path()
        );
        let told = browser
            .upload_as(Kind::Script, &fixture("good.jpg"))
            .await
            .is(409);
        assert_eq!(told.json::<Value>()["next"], stop.path());
        assert_eq!(sealed(&portal).await, kept);
    }
}

/// A body without a length, of endless photo; counts the bytes taken from it.
fn endless() -> (Body, Arc<AtomicUsize>) {
    const PART: usize = 64 * 1024;
    let taken = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&taken);
    let parts =
        stream::once(async { Bytes::from(opening()) }).chain(stream::repeat_with(move || {
            counter.fetch_add(PART, Ordering::SeqCst);
            Bytes::from(vec![b'x'; PART])
        }));
    (
        Body::from_stream(parts.map(Ok::<_, std::convert::Infallible>)),
        taken,
    )
}

/// The reader of the form looks through all that came in vain with each piece that comes.
#[tokio::test]
async fn a_form_in_which_no_part_begins_or_ends_its_head_is_not_read_to_its_limit() {
    let field = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"");
    for begin in [String::new(), field] {
        let (_portal, browser) = at_the_photo().await;
        let begin = stream::once(async { Bytes::from(begin) });
        let parts = begin.chain(stream::repeat_with(|| Bytes::from_static(&[b'x'; 1024])));
        let body = Body::from_stream(parts.map(Ok::<_, std::convert::Infallible>));
        let told = browser.send(Browser::upload_request(Kind::Script, body));
        told.await.is(400);
    }
}

#[tokio::test]
async fn a_form_without_a_photo_is_asked_for_one() {
    let (_portal, browser) = at_the_photo().await;
    let body = String::from_utf8(envelope(&[])).unwrap();
    let body = body.replace("IMG_0001.JPG", "");
    let answer = browser
        .send(Browser::upload_request(Kind::Form, Body::from(body)))
        .await;
    assert_eq!(answer.location(), "/photo");
    let told = browser.get("/photo").await.is(200).summary();
    assert!(told.contains("顔写真を選んでください。"), "{told}");
}

/// Whoever sends is heard out, so that the answer is seen; but not for ever.
fn heard_out(taken: &AtomicUsize) {
    const LONGEST_BODY: usize = 8 * 1024 * 1024;
    let taken = taken.load(Ordering::SeqCst);
    assert!(taken > 3 * LONGEST_BODY, "{taken}");
    assert!(taken < 5 * LONGEST_BODY, "{taken}");
}

#[tokio::test]
async fn a_photo_without_end_is_cut_off_at_the_limit() {
    const LONGEST_PHOTO: u64 = 7_340_032;
    let (portal, browser) = at_the_photo().await;
    let (body, taken) = endless();
    let told = browser
        .send(Browser::upload_request(Kind::Script, body))
        .await
        .is(413);
    let told: Value = told.json();
    let bytes = told["findings"][0]["too_many_bytes"]["bytes"].as_u64();
    assert!(bytes > Some(LONGEST_PHOTO), "{told}");
    heard_out(&taken);
    let (body, taken) = endless();
    assert_eq!(
        browser
            .send(Browser::upload_request(Kind::Form, body))
            .await
            .location(),
        "/photo"
    );
    assert!(
        browser
            .get("/photo")
            .await
            .is(200)
            .title()
            .starts_with("エラー：")
    );
    heard_out(&taken);
    assert!(sealed(&portal).await.is_empty());
}

#[tokio::test]
async fn a_body_that_is_no_form_or_breaks_off_is_no_photo() {
    let (portal, browser) = at_the_photo().await;
    let whole = envelope(&fixture("good.jpg"));
    for body in [&b"nonsense"[..], &whole[..whole.len() / 2], b""] {
        let body = || Body::from(body.to_vec());
        browser
            .send(Browser::upload_request(Kind::Script, body()))
            .await
            .is(400);
        assert_eq!(
            browser
                .send(Browser::upload_request(Kind::Form, body()))
                .await
                .location(),
            "/photo"
        );
    }
    assert_eq!(browser.upload(b"").await.location(), "/photo");
    browser.get("/photo").await.is(200).says("エラー：");
    assert!(sealed(&portal).await.is_empty());
}

/// Bytes that hold whoever reads them until the other end is dropped.
struct Held(mpsc::Receiver<()>);

impl AsRef<[u8]> for Held {
    fn as_ref(&self) -> &[u8] {
        _ = self.0.recv();
        &[]
    }
}

/// Takes a place in the room, until the sender is dropped.
pub(crate) async fn hold(room: &PhotoWorkers) -> (mpsc::Sender<()>, JoinHandle<()>) {
    let (release, held) = mpsc::channel();
    let (inside, entered) = tokio::sync::oneshot::channel();
    let room = room.clone();
    let worked_on = tokio::spawn(async move {
        let today = rules::CivilDate::FIRST;
        let work = room.develop(Held(held), today, photo_check::Exceptions::NONE, None);
        inside.send(()).unwrap();
        drop(work.await);
    });
    entered.await.unwrap();
    tokio::task::yield_now().await;
    (release, worked_on)
}

#[tokio::test]
async fn who_comes_while_too_many_photos_are_worked_on_is_asked_to_come_again() {
    let room = PhotoWorkers::new(1, Duration::ZERO);
    let portal = TestPortal::planned(|plan| plan.room = Some(room.clone())).await;
    let browser = portal.applicant_at(Page::Photo).await;
    let (release, worked_on) = hold(&room).await;
    let told = browser
        .upload_as(Kind::Script, &fixture("good.jpg"))
        .await
        .is(503);
    assert_eq!(told.header("retry-after"), "5");
    let page = browser
        .get(browser.upload(&fixture("good.jpg")).await.location())
        .await
        .is(200);
    page.says("写真に問題があるわけではありません");
    drop(release);
    worked_on.await.unwrap();
    assert_eq!(
        browser.upload(&fixture("good.jpg")).await.location(),
        "/photo/check"
    );
}

#[tokio::test]
async fn ten_photos_an_hour_are_taken_for_an_application() {
    let (portal, browser) = at_the_photo().await;
    for _ in 0..10 {
        browser
            .upload_as(Kind::Script, &fixture("few_bytes.jpg"))
            .await
            .is(422);
    }
    let told = browser
        .upload_as(Kind::Script, &fixture("good.jpg"))
        .await
        .is(429);
    assert_eq!(told.header("retry-after"), "360");
    let page = browser
        .get(browser.upload(&fixture("good.jpg")).await.location())
        .await
        .is(200);
    page.says("6分後");
    portal.wait(360);
    assert_eq!(
        browser.upload(&fixture("good.jpg")).await.location(),
        "/photo/check"
    );
}
