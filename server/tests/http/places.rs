//! What is scarce has a share for each holder: nobody alone takes all of it.

use std::convert::Infallible;
use std::net::IpAddr;
use std::sync::Mutex;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use axum::body::{Body, Bytes};
use futures_util::StreamExt as _;
use futures_util::stream::once;
use http::header::CONTENT_TYPE;
use http::{Method, Request};
use photo_check::Exceptions;
use rules::application::Page;
use server::clock::Clock as _;
use server::config::Settings;
use server::photos::PhotoWorkers;
use tokio::sync::oneshot;

use crate::load_shedding::{Held, unfinished};
use crate::support::{Browser, Kind, Plan, TestPortal, envelope, fixture};

#[tokio::test]
async fn an_application_that_sends_two_photos_sends_no_third_and_others_send_theirs() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Photo).await;
    let held = [
        Held::at_the_photo(&browser).await,
        Held::at_the_photo(&browser).await,
    ];
    let told = browser.upload_as(Kind::Script, &fixture("good.jpg")).await;
    assert_eq!(told.is(429).header("retry-after"), "5");
    let led = browser.upload(&fixture("good.jpg")).await;
    let page = browser.get(led.location()).await.is(200);
    page.says("写真に問題があるわけではありません");
    let other = portal.applicant_with_form(2, Page::Photo).await;
    other.go(Page::Photo, Page::Done).await;
    for held in held {
        held.give_up().await;
    }
    browser.go(Page::Photo, Page::Done).await;
}

#[tokio::test]
async fn a_network_has_a_share_of_the_photos() {
    let portal = TestPortal::planned(|plan| {
        plan.settings.http.uploads_at_once_per_network = 1.try_into().unwrap();
    })
    .await;
    let browser = portal.applicant_at(Page::Photo).await;
    let _held = Held::at_the_photo(&browser).await;
    let told = browser.upload_as(Kind::Script, &fixture("good.jpg")).await;
    assert_eq!(told.is(429).header("retry-after"), "5");
    let other = portal.applicant_with_form(2, Page::Photo).await;
    other.go(Page::Photo, Page::Done).await;
}

/// One newcomer of a network; everybody waits for long.
fn one_newcomer(plan: &mut Plan) {
    plan.settings.http.newcomers_per_network = 1.try_into().unwrap();
    plan.settings.http.wait_seconds = 60;
}

#[tokio::test]
async fn a_network_has_a_share_of_the_newcomers_places_and_of_the_line() {
    let portal = TestPortal::planned(|plan| {
        one_newcomer(plan);
        plan.settings.http.newcomers_at_once = 1.try_into().unwrap();
    })
    .await;
    let browser = portal.browser();
    let held = Held::at_the_gate(&browser).await;
    // It has the place, and does not wait for another.
    browser.get("/terms").await.is(503);
    browser.get("/no/page").await.is(503);
    let other = portal.browser();
    let waiting = tokio::spawn(async move { other.get("/terms").await.status });
    held.give_up().await;
    assert_eq!(waiting.await.unwrap(), 200);
    browser.get("/no/page").await.is(404);
}

#[tokio::test]
async fn a_browser_inside_has_a_share_of_the_places() {
    let portal = TestPortal::planned(|plan| {
        plan.settings.http.requests_per_session = 2.try_into().unwrap();
    })
    .await;
    let browser = portal.applicant_at(Page::Terms).await;
    let held = [
        Held::at_the_gate(&browser).await,
        Held::at_the_gate(&browser).await,
    ];
    browser.get("/terms").await.is(503);
    let other = portal.applicant_with_form(2, Page::Terms).await;
    other.get("/terms").await.is(200);
    for held in held {
        held.give_up().await;
    }
    browser.get("/terms").await.is(200);
}

#[tokio::test]
async fn a_network_has_a_share_of_the_drawings() {
    let portal = TestPortal::planned(|plan| {
        plan.settings.http.drawings_per_network = 1.try_into().unwrap();
    })
    .await;
    let browser = portal.browser();
    let held = Held::at_the_gate(&browser).await;
    let picture = format!("/captcha/{}.wav", "e".repeat(32));
    let told = browser.get(&picture).await.is(503);
    assert_eq!(told.header("retry-after"), "5");
    held.give_up().await;
    portal.store.pictures.set_closed(false);
    browser.get(&picture).await.is(404);
}

#[tokio::test]
async fn who_finds_no_place_where_pictures_are_drawn_may_ask_again_and_has_used_up_no_drawing() {
    let portal = TestPortal::planned(|plan| {
        plan.settings.http.drawings_at_once = 1.try_into().unwrap();
        plan.settings.http.wait_seconds = 0;
    })
    .await;
    let browser = portal.applicant_at(Page::Mail).await;
    let name = browser.get("/mail").await.value_of("captcha-challenge");
    let place = portal.drawing.enter().await.unwrap();
    for _ in 0..20 {
        let told = browser.get(&format!("/captcha/{name}.png")).await.is(503);
        assert_eq!(told.header("retry-after"), "5");
    }
    browser.get("/healthz").await.is(200);
    drop(place);
    for ending in ["png", "wav"] {
        browser
            .get(&format!("/captcha/{name}.{ending}"))
            .await
            .is(200);
    }
}

#[tokio::test]
async fn a_network_has_a_share_of_the_questions_whether_the_database_answers() {
    let portal = TestPortal::new().await;
    let browser = portal.browser();
    portal.store.pings.set_closed(true);
    let mut asking = Vec::new();
    for _ in 0..4 {
        let browser = browser.clone();
        asking.push(tokio::spawn(
            async move { browser.get("/readyz").await.status },
        ));
        portal.store.pings.arrival().await;
    }
    tokio::select! {
        told = browser.get("/readyz") => { told.is(429); }
        () = portal.store.pings.arrival() => panic!("a fifth one asks the database"),
    }
    browser.get("/healthz").await.is(200);
    let other = portal.browser();
    let other = tokio::spawn(async move { other.get("/readyz").await.status });
    portal.store.pings.arrival().await;
    portal.store.pings.set_closed(false);
    for asked in asking.into_iter().chain([other]) {
        assert_eq!(asked.await.unwrap(), 200);
    }
    browser.get("/readyz").await.is(200);
}

/// A file that is only read once it is let go of.
struct Stuck(Mutex<Receiver<()>>);

impl AsRef<[u8]> for Stuck {
    fn as_ref(&self) -> &[u8] {
        // Whoever lets go may hang up as well.
        let _ = self.0.lock().unwrap().recv();
        b"no photo"
    }
}

/// A photo in two parts, and when the second was taken.
fn in_two(photo: &[u8]) -> (Body, oneshot::Receiver<()>) {
    let mut first = envelope(photo);
    let second = first.split_off(first.len() / 2);
    let (tell, told) = oneshot::channel();
    let second = once(async move {
        let _ = tell.send(());
        Ok::<_, Infallible>(Bytes::from(second))
    });
    let first = once(async { Ok(Bytes::from(first)) });
    (Body::from_stream(first.chain(second)), told)
}

#[tokio::test]
async fn who_hangs_up_while_the_photo_is_worked_on_has_one_place_less_until_it_is_done() {
    let portal = TestPortal::planned(|plan| {
        plan.room = Some(PhotoWorkers::new(1, Duration::from_secs(10)));
        plan.settings.http.uploads_at_once_per_application = 1.try_into().unwrap();
    })
    .await;
    let browser = portal.applicant_at(Page::Photo).await;
    let (let_go, stuck) = std::sync::mpsc::channel();
    let room = portal.room.clone();
    let today = portal.clock.now().japan_day();
    let work = tokio::spawn(async move {
        let stuck = Stuck(Mutex::new(stuck));
        room.develop(stuck, today, Exceptions::NONE, None)
            .await
            .is_err()
    });
    let photo = fixture("good.jpg");
    let (body, told) = in_two(&photo);
    let sending = browser.clone();
    let sent = tokio::spawn(async move {
        let request = Browser::upload_request(Kind::Script, body);
        sending.send(request).await
    });
    told.await.unwrap();
    sent.abort();
    assert!(sent.await.unwrap_err().is_cancelled());
    browser.upload_as(Kind::Script, &photo).await.is(429);
    drop(let_go);
    assert!(work.await.unwrap());
    // The work that nobody waits for is done, and its place is free.
    while browser.upload_as(Kind::Script, &photo).await.status == 429 {}
    browser.get("/photo/check").await.is(200);
}

/// A form whose rest does not come, in its head the act that answers before it.
fn refused_early(body: Body) -> Request<Body> {
    Request::post("/api/start/give")
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(body)
        .unwrap()
}

#[tokio::test]
async fn a_network_has_a_share_of_being_heard_out_and_further_ones_are_answered_at_once() {
    let portal = TestPortal::new().await;
    let browser = portal.browser();
    let mut heard = Vec::new();
    for _ in 0..32 {
        let (body, told) = unfinished(b"a");
        let sending = browser.clone();
        heard.push(tokio::spawn(async move {
            sending.send(refused_early(body)).await
        }));
        told.await.unwrap();
    }
    let (body, _told) = unfinished(b"a");
    let told = browser.send(refused_early(body)).await.is(403);
    assert_eq!(told.header("connection"), "close");
    assert!(heard.iter().all(|heard| !heard.is_finished()));
    // Who sends it whole is answered; the share is given back with the answer.
    for heard in heard {
        heard.abort();
        assert!(heard.await.unwrap_err().is_cancelled());
    }
    let told = browser.send(refused_early(Body::from("a=b"))).await.is(403);
    assert_eq!(told.header("connection"), "");
}

/// The one test here that lets real time go by: an upload must have an age to be called slow.
#[tokio::test]
async fn the_slowest_upload_makes_room_and_is_told_to_send_again() {
    let portal = TestPortal::planned(|plan| {
        plan.settings.http.uploads_at_once = 1.try_into().unwrap();
        plan.settings.http.wait_seconds = 0;
    })
    .await;
    let slow = portal.applicant_at(Page::Photo).await;
    let other = portal.applicant_with_form(2, Page::Photo).await;
    let (body, told) = unfinished(b"");
    let sending = slow.clone();
    let sent = tokio::spawn(async move {
        let request = Browser::upload_request(Kind::Script, body);
        sending.send(request).await
    });
    told.await.unwrap();
    // Whoever has only begun keeps the place.
    let photo = fixture("good.jpg");
    other.upload_as(Kind::Script, &photo).await.is(503);
    tokio::time::sleep(Duration::from_millis(5_100)).await;
    other.go(Page::Photo, Page::Done).await;
    let displaced = sent.await.unwrap().is(503);
    assert_eq!(displaced.header("retry-after"), "5");
    slow.go(Page::Photo, Page::Done).await;
}

#[tokio::test]
async fn a_client_of_a_proxy_has_a_share_of_all_requests_whose_body_still_comes() {
    let portal = TestPortal::planned(|plan| {
        plan.settings.http.connections_per_client = 1.try_into().unwrap();
    })
    .await;
    let browser = portal.browser();
    let (body, told) = unfinished(b"mail=");
    let slow = Browser::request(Kind::Form, Method::POST, "/api/mail/give")
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(body)
        .unwrap();
    let sender = browser.clone();
    let sending = tokio::spawn(async move { sender.send(slow).await });
    told.await.unwrap();
    let refused = browser.get("/terms").await.is(503);
    assert_eq!(refused.header("retry-after"), "20");
    portal.browser().get("/terms").await.is(200);
    sending.abort();
    assert!(sending.await.unwrap_err().is_cancelled());
    browser.get("/status").await.is(200);
}

#[tokio::test]
async fn a_browser_is_sent_few_copies_of_its_photo_at_once() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::PhotoCheck).await;
    let mut unread = Vec::new();
    for _ in 0..4 {
        let answer = browser.ask("/photo/current").await;
        assert_eq!(answer.status(), 200);
        unread.push(answer);
    }
    let told = browser.get("/photo/current").await.is(503);
    assert_eq!(told.header("retry-after"), "5");
    told.says("ただいま、申請が混み合っています");
    let other = portal.applicant_with_form(2, Page::PhotoCheck).await;
    other.get("/photo/current").await.is(200);
    unread.clear();
    browser.get("/photo/current").await.is(200);
}

#[tokio::test]
async fn the_ipv6_networks_of_one_site_share_their_places() {
    let portal = TestPortal::planned(one_newcomer).await;
    let at = |address: &str| portal.browser_at(address.parse::<IpAddr>().unwrap());
    let held = Held::at_the_gate(&at("2001:db8:1:1::1")).await;
    at("2001:db8:1:2::1").get("/terms").await.is(503);
    at("2001:db8:2:1::1").get("/terms").await.is(200);
    held.give_up().await;
    let connections = server::setup::connections(&Settings::default());
    assert_eq!(connections.ipv6_site_bits, 48);
}

#[tokio::test]
async fn whoever_may_send_no_photo_any_more_takes_nobody_s_place_and_no_place_costs_no_try() {
    let portal = TestPortal::planned(|plan| {
        plan.settings.http.uploads_at_once = 1.try_into().unwrap();
        plan.settings.http.wait_seconds = 0;
        plan.settings.limits.uploads_per_application = 1.try_into().unwrap();
    })
    .await;
    let photo = fixture("few_bytes.jpg");
    let spent = portal.applicant_at(Page::Photo).await;
    spent.upload_as(Kind::Script, &photo).await.is(422);
    let slow = portal.applicant_with_form(2, Page::Photo).await;
    let held = Held::at_the_photo(&slow).await;
    spent.upload_as(Kind::Script, &photo).await.is(429);
    let new = portal.applicant_with_form(3, Page::Photo).await;
    new.upload_as(Kind::Script, &photo).await.is(503);
    held.give_up().await;
    new.upload_as(Kind::Script, &photo).await.is(422);
}
