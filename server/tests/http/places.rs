//! What is scarce has a share for each holder: nobody alone takes all of it.

use std::net::IpAddr;

use http::Method;
use http::header::CONTENT_TYPE;
use rules::journey::Page;
use server::config::Settings;

use crate::crowd::{Held, unfinished};
use crate::support::{Browser, Kind, Plan, TestPortal, fixture};

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
    browser.get(led.location()).await.is(200).says("5秒後");
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
    tokio::time::sleep(std::time::Duration::from_millis(5_100)).await;
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
