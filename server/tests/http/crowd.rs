//! More people than there are places: those who are inside go on.

use std::convert::Infallible;

use app::refusal::Refusal;
use axum::body::{Body, Bytes};
use futures_util::StreamExt as _;
use futures_util::stream::{once, pending};
use http::Method;
use http::header::CONTENT_TYPE;
use rules::journey::Page;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::support::{Browser, Kind, Plan, TestPortal, fixture};

/// Two places, one of them for newcomers, and one for a photo; nobody waits.
fn small(plan: &mut Plan) {
    let http = &mut plan.settings.http;
    http.requests_at_once = 2.try_into().unwrap();
    http.newcomers_at_once = 1.try_into().unwrap();
    http.uploads_at_once = 1.try_into().unwrap();
    http.wait_seconds = 0;
}

/// A request whose body never ends: it has a place until it is given up.
struct Held(JoinHandle<()>);

impl Held {
    /// Returns when it has its place.
    async fn by(browser: &Browser, path: &str, kind: &'static str) -> Self {
        let (tell, told) = oneshot::channel();
        let first = once(async move {
            let _ = tell.send(());
            Ok::<_, Infallible>(Bytes::new())
        });
        let request = Browser::request(Kind::Form, Method::POST, path)
            .header(CONTENT_TYPE, kind)
            .body(Body::from_stream(first.chain(pending())))
            .unwrap();
        let browser = browser.clone();
        let task = tokio::spawn(async move {
            browser.send(request).await;
        });
        told.await.unwrap();
        Self(task)
    }

    async fn at_a_form(browser: &Browser) -> Self {
        Self::by(
            browser,
            "/api/mail/give",
            "application/x-www-form-urlencoded",
        )
        .await
    }

    async fn at_the_photo(browser: &Browser) -> Self {
        Self::by(browser, "/photo/upload", "multipart/form-data; boundary=x").await
    }

    async fn give_up(self) {
        self.0.abort();
        assert!(self.0.await.unwrap_err().is_cancelled());
    }
}

#[tokio::test]
async fn newcomers_wait_outside_while_those_inside_go_on_to_the_receipt() {
    let portal = TestPortal::planned(small).await;
    let inside = portal.applicant_at(Page::Terms).await;
    let held = Held::at_a_form(&portal.browser()).await;
    let outside = portal.browser();
    let page = outside.get("/terms").await.is(503);
    assert_eq!(page.header("retry-after"), "20");
    let page = page.says("ただいま、申請が混み合っています");
    assert!(
        page.text()
            .contains("http-equiv=\"refresh\" content=\"20\"")
    );
    inside.go(Page::Terms, Page::Done).await;
    outside.get("/healthz").await.is(200);
    held.give_up().await;
    outside.get("/terms").await.is(200);
}

#[tokio::test]
async fn a_made_up_cookie_opens_no_door() {
    let portal = TestPortal::planned(small).await;
    let inside = portal.applicant_at(Page::Terms).await;
    let _held = Held::at_a_form(&portal.browser()).await;
    inside.get("/terms").await.is(200);
    let cookie = inside.cookie().unwrap();
    let (name, value) = cookie.split_once('=').unwrap();
    let (first, rest) = value.split_at(1);
    let other = if first == "A" { "B" } else { "A" };
    inside.take_cookie(Some(format!("{name}={other}{rest}")));
    inside.get("/terms").await.is(503);
}

#[tokio::test]
async fn what_was_turned_away_is_sent_again_and_counts_once() {
    for kind in Kind::BOTH {
        let portal = TestPortal::planned(small).await;
        let browser = portal.applicant_at(Page::Review).await;
        let sent = browser.reviewed().await;
        let held = [
            Held::at_a_form(&browser).await,
            Held::at_a_form(&browser).await,
        ];
        let answer = browser.call(kind, "/api/submit", &sent).await.is(503);
        assert_eq!(answer.header("retry-after"), "20");
        match kind {
            Kind::Form => {
                let text = answer.text();
                assert!(text.contains("まだ受け付けていません"), "{text}");
                assert!(
                    !text.contains("refresh"),
                    "a form is not sent again by itself"
                );
            }
            Kind::Script => {
                let told: Refusal = answer.json();
                assert_eq!(told, Refusal::Crowded { wait_seconds: 20 });
            }
        }
        for held in held {
            held.give_up().await;
        }
        browser.call(kind, "/api/submit", &sent).await;
        browser.get("/done").await.is(200);
        assert_eq!(portal.completion_mails().await, 1);
    }
}

#[tokio::test]
async fn photos_have_places_of_their_own() {
    let portal = TestPortal::planned(small).await;
    let browser = portal.applicant_at(Page::Photo).await;
    let held = Held::at_the_photo(&browser).await;
    let other = portal.applicant_at(Page::Photo).await;
    let turned_away = other
        .upload_as(Kind::Script, &fixture("good.jpg"))
        .await
        .is(503);
    assert_eq!(turned_away.header("retry-after"), "20");
    held.give_up().await;
    other.go(Page::Photo, Page::Done).await;
}

#[tokio::test]
async fn whoever_waits_is_let_in_when_a_place_becomes_free() {
    let portal = TestPortal::planned(|plan| {
        small(plan);
        plan.settings.http.wait_seconds = 60;
    })
    .await;
    let held = Held::at_a_form(&portal.browser()).await;
    let browser = portal.browser();
    let waiting = tokio::spawn(async move { browser.get("/terms").await.status });
    held.give_up().await;
    assert_eq!(waiting.await.unwrap(), 200);
}
