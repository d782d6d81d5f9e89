//! Sessions: named anew when they gain rights, ended when they are not used.

use rules::application::Page;

use crate::support::{Browser, NAME, TestPortal, fields};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;

/// A copy of the browser as it was, with the cookie it had.
fn as_it_was(browser: &Browser) -> Browser {
    browser.clone()
}

#[tokio::test]
async fn opening_the_link_names_the_session_anew_and_the_old_name_is_dead() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::MailSent).await;
    let old = as_it_was(&browser);
    browser.go(Page::MailSent, Page::Photo).await;
    assert_ne!(browser.cookie(), old.cookie());
    old.get("/photo").await.is(403);
    old.get("/mail/sent").await.is(403);
}

#[tokio::test]
async fn a_cookie_set_beforehand_is_worth_nothing_to_who_set_it() {
    let portal = TestPortal::new().await;
    let attacker = portal.browser();
    attacker.give_form(2).await;
    portal.applicant_at(Page::MailSent).await;
    let victim = portal.browser();
    victim.take_cookie(attacker.cookie());
    assert_eq!(victim.open_link().await.location(), "/device");
    attacker.get("/device").await.is(403);
    let cookie = victim.cookie();
    victim.go(Page::Device, Page::Photo).await;
    assert_ne!(victim.cookie(), cookie);
    victim.get("/photo").await.is(200);
    attacker.get("/photo").await.is(403);
}

#[tokio::test]
async fn the_device_code_names_the_session_anew_and_the_old_name_is_dead() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Device).await;
    let old = as_it_was(&browser);
    browser.go(Page::Device, Page::Photo).await;
    assert_ne!(browser.cookie(), old.cookie());
    old.get("/device").await.is(403);
    old.get("/photo").await.is(403);
}

#[tokio::test]
async fn completion_names_the_session_anew_and_the_old_name_sees_the_receipt_for_two_minutes() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Review).await;
    let old = as_it_was(&browser);
    browser.go(Page::Review, Page::Done).await;
    assert_ne!(browser.cookie(), old.cookie());
    old.get("/done").await.is(200).hides(NAME);
    assert_eq!(old.get("/review").await.location(), "/done");
    old.get("/photo/current").await.is(404);
    portal.wait(2 * MINUTE + 1);
    old.get("/done").await.is(403);
    browser.get("/done").await.is(200);
}

#[tokio::test]
async fn completion_has_the_browser_forget_its_copies_and_keep_its_new_cookie() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Review).await;
    let (old, sent) = (as_it_was(&browser), browser.reviewed().await);
    for browser in [&browser, &old] {
        let answer = browser.post("/api/submit", &sent).await;
        assert_eq!(answer.location(), "/done");
        // "cookies" would take the cookie of the session named anew as well.
        assert_eq!(answer.header("clear-site-data"), "\"cache\"");
    }
    browser.get("/done").await.is(200);
    let refused = portal.applicant_with_form(2, Page::Review).await;
    let answer = refused.post("/api/submit", &fields(&[])).await;
    assert_eq!(answer.header("clear-site-data"), "");
}

#[tokio::test]
async fn sending_in_again_does_not_make_the_old_name_live_longer() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Review).await;
    let (old, sent) = (as_it_was(&browser), browser.reviewed().await);
    browser.script("/api/submit", &sent).await.is(303);
    portal.wait(MINUTE);
    as_it_was(&old).script("/api/submit", &sent).await.is(303);
    portal.wait(MINUTE + 1);
    old.get("/done").await.is(403);
}

#[tokio::test]
async fn a_session_ends_after_thirty_minutes_without_a_request() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Details).await;
    portal.wait(30 * MINUTE);
    browser.get("/details").await.is(200);
    portal.wait(30 * MINUTE);
    browser.get("/details").await.is(200);
    portal.wait(30 * MINUTE + 1);
    let over = browser.get("/details").await.is(403);
    let over = over.says("安全のため、画面を閉じました");
    // What was lost, and how to go on.
    let over = over.says("入力中でまだ送っていなかった内容は");
    over.says("申請専用URLをもう一度開くと、続きから進めます");
    browser
        .script(
            "/api/photo/confirm",
            &fields(&[("photo_declaration", "yes")]),
        )
        .await
        .is(403);
    let answer = browser
        .post(
            "/api/photo/confirm",
            &fields(&[("photo_declaration", "yes")]),
        )
        .await;
    assert_eq!(answer.location(), "/");
    browser
        .get("/")
        .await
        .is(200)
        .says("安全のため、画面を閉じました");
}

#[tokio::test]
async fn a_photo_sent_after_the_end_of_the_session_is_told_so_on_the_start_page() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Photo).await;
    portal.wait(30 * MINUTE + 1);
    let answer = browser.upload(&crate::support::fixture("good.jpg")).await;
    assert_eq!(answer.location(), "/");
    browser
        .get("/")
        .await
        .is(200)
        .says("安全のため、画面を閉じました");
}

#[tokio::test]
async fn a_session_ends_after_twenty_four_hours_in_any_case() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Details).await;
    let mut waited = 0;
    while waited + 20 * MINUTE <= 24 * HOUR {
        portal.wait(20 * MINUTE);
        waited += 20 * MINUTE;
        browser.get("/details").await.is(200);
    }
    portal.wait(1);
    browser.get("/details").await.is(403).hides(NAME);
}

#[tokio::test]
async fn what_was_given_outlives_the_session_and_its_device_goes_on_without_a_code() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Review).await;
    let old = browser.cookie();
    portal.wait(HOUR);
    browser.get("/review").await.is(403);
    assert_eq!(browser.open_link().await.location(), "/review");
    assert_ne!(browser.cookie(), old);
    browser.get("/review").await.is(200);
}

#[tokio::test]
async fn a_cookie_nobody_was_given_is_no_session() {
    let portal = TestPortal::new().await;
    let browser = portal.browser();
    for made_up in [
        "A".repeat(43),
        "x".to_owned(),
        String::new(),
        "é".to_owned(),
    ] {
        browser.take_cookie(Some(format!("__Host-shinsei={made_up}")));
        let answer = browser.get("/mail").await;
        assert!(
            answer.status == 403 || answer.header("location") == "/",
            "{made_up}: {}",
            answer.status
        );
        browser.get("/").await.is(200);
    }
}

#[tokio::test]
async fn a_cookie_without_its_prefix_is_not_looked_at() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Review).await;
    let bare = browser.cookie().unwrap().replace("__Host-", "");
    browser.take_cookie(Some(bare));
    assert_eq!(browser.get("/review").await.location(), "/");
}

/// A browser that keeps no cookies would be sent from each page to the start, without a word.
#[tokio::test]
async fn whoever_keeps_no_cookie_is_told_so_and_not_sent_in_a_circle() {
    let portal = TestPortal::new().await;
    let refused = fields(&[("application_id", "1")]);
    let (begun, told) = (portal.browser(), portal.browser());
    for (answer, marked) in [
        (begun.give_form(1).await, "/terms?cookie"),
        (told.post("/api/start/give", &refused).await, "/?cookie"),
    ] {
        assert_eq!(answer.header("location"), marked);
        portal
            .browser()
            .get(marked)
            .await
            .is(403)
            .says("Cookie（クッキー）が、ブラウザに保存されませんでした");
    }
    begun.get("/terms?cookie").await.is(200);
    told.get("/?cookie").await.is(200).says("23桁");
    // Whoever has a cookie is sent to plain addresses.
    let again = begun.post("/api/start/give", &refused).await;
    assert_eq!(again.header("location"), "/");
}
