//! Bodies that stop or drip: nobody waits for them for ever, and whoever sent them may send again.

use std::convert::Infallible;
use std::time::Duration;

use axum::body::{Body, Bytes};
use futures_util::future::join_all;
use futures_util::{Stream, StreamExt as _, stream};
use http::Method;
use http::header::CONTENT_TYPE;
use rules::application::Page;

use crate::crawl::acts;
use crate::photo::sealed;
use crate::support::{BOUNDARY, Browser, Kind, TestPortal, fixture, opening};

/// A process of the portal that waits for a second only, and expects a megabyte in it.
async fn impatient(portal: &TestPortal) -> TestPortal {
    portal
        .elsewhere(|plan| {
            plan.settings.http.body_seconds = 1.try_into().unwrap();
            plan.settings.http.answer_seconds = 1.try_into().unwrap();
            plan.settings.limits.upload_bytes_per_second = 1_000_000.try_into().unwrap();
            plan.settings.limits.uploads_per_application = 100.try_into().unwrap();
            plan.settings.http.uploads_at_once_per_application = 100.try_into().unwrap();
            plan.settings.http.requests_per_session = 100.try_into().unwrap();
            plan.settings.http.uploads_at_once_per_network = 100.try_into().unwrap();
        })
        .await
}

fn body(parts: impl Stream<Item = Bytes> + Send + 'static) -> Body {
    Body::from_stream(parts.map(Ok::<_, Infallible>))
}

/// Begins so and then says nothing more.
fn stopped(begin: String) -> Body {
    body(stream::once(async { Bytes::from(begin) }).chain(stream::pending()))
}

/// Begins so and then comes part by part, with a pause between them that is shorter than any
/// that is allowed.
fn dripping(begin: String, part: &'static [u8]) -> Body {
    let drops = stream::unfold((), move |()| async move {
        tokio::time::sleep(Duration::from_millis(20)).await;
        Some((Bytes::from_static(part), ()))
    });
    body(stream::once(async { Bytes::from(begin) }).chain(drops))
}

/// The beginnings of an upload, and what comes of it again and again.
fn beginnings() -> [(String, &'static [u8]); 5] {
    let field = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"exception\"");
    [
        (opening(), b"x"),
        (format!("{field}\r\n\r\n"), b"x"),
        (format!("{field}; filename=\""), b"x"),
        (String::new(), b"before the first part\r\n"),
        (
            String::new(),
            b"--shinsei-test-boundary\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\na\r\n",
        ),
    ]
}

#[tokio::test]
async fn an_upload_that_stops_or_drips_is_given_up_and_the_next_one_is_taken() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Photo).await;
    let hurried = browser.at(&impatient(&portal).await);
    let bodies = beginnings()
        .into_iter()
        .flat_map(|(begin, part)| [stopped(begin.clone()), dripping(begin, part)]);
    let sent = bodies.map(|body| hurried.send(Browser::upload_request(Kind::Script, body)));
    for answer in join_all(sent.collect::<Vec<_>>()).await {
        answer.is(408);
    }
    assert!(sealed(&portal).await.is_empty());
    assert_eq!(
        browser.upload(&fixture("good.jpg")).await.location(),
        "/photo/check"
    );
}

#[tokio::test]
async fn the_form_of_a_photo_that_stopped_says_that_it_did_not_come_and_not_that_it_is_wrong() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Photo).await;
    let hurried = browser.at(&impatient(&portal).await);
    // A form is heard out before it is answered, so this one ends at last.
    let ended = stream::once(async { Bytes::from(opening()) }).chain(stream::once(async {
        tokio::time::sleep(Duration::from_secs(3)).await;
        Bytes::from_static(b"x")
    }));
    let answer = hurried.send(Browser::upload_request(Kind::Form, body(ended)));
    assert_eq!(answer.await.location(), "/photo");
    let page = browser.get("/photo").await.is(200);
    let summary = page.summary();
    assert!(
        summary.contains("写真に問題があるわけではありません"),
        "{summary}"
    );
}

#[tokio::test]
async fn a_form_that_stops_or_drips_is_given_up_at_every_act_and_nothing_is_done() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Review).await;
    let hurried = browser.at(&impatient(&portal).await);
    let before = portal.saved().await;
    let bodies = acts().into_iter().filter(|act| act != "/photo/upload");
    let bodies = bodies.flat_map(|act| {
        let begin = || "submit_declaration=yes&seen=".to_owned();
        [
            (act.clone(), stopped(begin())),
            (act, dripping(begin(), b"1")),
        ]
    });
    let sent = bodies.map(|(act, body)| {
        let request = Browser::request(Kind::Form, Method::POST, &act)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        hurried.send(request.body(body).unwrap())
    });
    for answer in join_all(sent.collect::<Vec<_>>()).await {
        // No fault of ours, which would have a reference and a line in the log.
        answer
            .is(408)
            .hides("ただいま、このサービスを利用できません");
    }
    assert_eq!(portal.saved().await, before);
    browser.go(Page::Review, Page::Done).await;
}
