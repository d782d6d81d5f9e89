//! More people than there are places: those who are inside go on.

use std::convert::Infallible;

use app::refusal::Refusal;
use axum::body::{Body, Bytes};
use futures_util::StreamExt as _;
use futures_util::stream::{once, pending};
use http::Method;
use http::header::CONTENT_TYPE;
use rules::application::Page;
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

/// More than a session lives.
const TWO_DAYS: i64 = 2 * 24 * 60 * 60;

/// A request that has a place and keeps it until it is given up.
pub(crate) struct Held(JoinHandle<()>);

impl Held {
    /// A request for a picture, which waits at the gate. Returns when it is there.
    pub(crate) async fn at_the_gate(browser: &Browser) -> Self {
        let pictures = &browser.portal.store.pictures;
        pictures.set_closed(true);
        let asking = browser.clone();
        // A newcomer with a cookie that nobody made: without any there is no picture to look for.
        let made_up = "A".repeat(43);
        if asking.cookie().is_none() {
            asking.take_cookie(Some(format!("__Host-shinsei={made_up}")));
        }
        let task = tokio::spawn(async move {
            asking
                .get(&format!("/captcha/{}.png", "f".repeat(32)))
                .await;
        });
        pictures.arrival().await;
        Self(task)
    }

    /// A photo that never arrives whole. Returns when its first part is taken.
    pub(crate) async fn at_the_photo(browser: &Browser) -> Self {
        let (slow, told) = unfinished(b"");
        let browser = browser.clone();
        let task = tokio::spawn(async move {
            browser
                .send(Browser::upload_request(Kind::Form, slow))
                .await;
        });
        told.await.unwrap();
        Self(task)
    }

    pub(crate) async fn give_up(self) {
        self.0.abort();
        assert!(self.0.await.unwrap_err().is_cancelled());
    }
}

/// A body that begins so and never ends; and when its first part was taken.
pub(crate) fn unfinished(first: &'static [u8]) -> (Body, oneshot::Receiver<()>) {
    let (tell, told) = oneshot::channel();
    let first = once(async move {
        let _ = tell.send(());
        Ok::<_, Infallible>(Bytes::from_static(first))
    });
    (Body::from_stream(first.chain(pending())), told)
}

#[tokio::test]
async fn newcomers_wait_outside_while_those_inside_go_on_to_the_receipt() {
    let portal = TestPortal::planned(small).await;
    let inside = portal.applicant_at(Page::Terms).await;
    let held = Held::at_the_gate(&portal.browser()).await;
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
    let _held = Held::at_the_gate(&portal.browser()).await;
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
            Held::at_the_gate(&browser).await,
            Held::at_the_gate(&browser).await,
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
    let held = Held::at_the_gate(&portal.browser()).await;
    let browser = portal.browser();
    let waiting = tokio::spawn(async move { browser.get("/terms").await.status });
    held.give_up().await;
    assert_eq!(waiting.await.unwrap(), 200);
}

#[tokio::test]
async fn whoever_sends_a_form_slowly_keeps_no_place_from_others() {
    let portal = TestPortal::planned(small).await;
    let (slow, told) = unfinished(b"mail=");
    let slow = Browser::request(Kind::Form, Method::POST, "/api/mail/give")
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(slow)
        .unwrap();
    let browser = portal.browser();
    let sending = tokio::spawn(async move { browser.send(slow).await });
    told.await.unwrap();
    portal.browser().get("/mail").await.is(303);
    sending.abort();
}

#[tokio::test]
async fn whose_session_is_over_in_any_case_waits_with_the_newcomers() {
    let portal = TestPortal::planned(small).await;
    let was_inside = portal.applicant_at(Page::Terms).await;
    portal.wait(TWO_DAYS);
    let inside = portal.applicant_with_form(2, Page::Terms).await;
    let held = Held::at_the_gate(&portal.browser()).await;
    was_inside.get("/terms").await.is(503);
    inside.get("/terms").await.is(200);
    held.give_up().await;
    // Its turn has come, and it is told why it must begin anew.
    was_inside.get("/terms").await.is(403);
}
