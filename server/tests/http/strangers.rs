//! A stranger's forms leave nothing behind, and new sessions are counted.

use app::refusal::Refusal;
use rules::application::Page;
use server::store::{SealedTable, Which};

use crate::support::{
    Browser, Fields, Plan, TestPortal, agreement, details, fields, form_id, on_both,
    on_each_database,
};

const MINUTE: i64 = 60;

/// How many bytes each session that is stored has.
async fn sessions(portal: &TestPortal) -> Vec<usize> {
    let store = &portal.store;
    let rows = store.sealed_rows(SealedTable::Sessions, "", Which::All, 1_000);
    let rows = rows.await.unwrap();
    rows.into_iter().map(|row| row.sealed.len()).collect()
}

/// Forms with as much in them as a request may have.
fn stuffed() -> Vec<(&'static str, Fields<'static>)> {
    let long = "x".repeat(7_000);
    let with = |names: [&'static str; 2]| fields(&names.map(|name| (name, long.as_str())));
    vec![
        ("/api/start/give", with(["application_id", "by"])),
        ("/api/terms/agree", with(["adult", "consent"])),
        ("/api/mail/give", with(["contact_name", "mail"])),
        ("/api/mail/picture", with(["contact_name", "mail_again"])),
        ("/api/mail/name", with(["contact_name", "mail_again"])),
        ("/api/mail/confirm", with(["a", "b"])),
        ("/api/link/open", with(["token", "b"])),
        ("/api/link/renew", with(["token", "b"])),
        ("/api/device/prove", with(["device_code", "b"])),
        ("/api/photo/confirm", with(["photo_declaration", "b"])),
        ("/api/details/give", with(["braille", "year"])),
        ("/api/submit", with(["seen", "submit_declaration"])),
        ("/api/status/look", with(["receipt_number", "year"])),
    ]
}

#[tokio::test]
async fn a_refused_form_of_a_browser_without_a_session_stores_nothing() {
    on_both(async |portal| {
        for (path, given) in stuffed() {
            let browser = portal.browser();
            let answer = browser.post(path, &given).await;
            assert_eq!(answer.status, 303, "{path}");
            assert_eq!(browser.cookie(), None, "{path}");
            let carried = browser.carried().unwrap_or_default();
            assert!(carried.len() <= 3_500, "{path}: {}", carried.len());
        }
        portal.browser().upload(b"no photo").await;
        assert_eq!(sessions(&portal).await, [0_usize; 0]);
    })
    .await;
}

#[tokio::test]
async fn a_session_keeps_no_more_of_what_was_typed_than_its_fields_may_hold() {
    on_both(async |portal| {
        let browser = portal.applicant_at(Page::Mail).await;
        for (path, given) in stuffed() {
            browser.post(path, &given).await;
            let kept = sessions(&portal).await;
            assert!(kept.iter().all(|bytes| *bytes < 2_000), "{path}: {kept:?}");
        }
    })
    .await;
}

/// An ID that no form has, typed with a space.
const MISTYPED: &str = "1234 5678";

fn mistyped() -> Fields<'static> {
    fields(&[("application_id", MISTYPED)])
}

#[tokio::test]
async fn what_was_typed_comes_back_once_with_its_own_page_and_what_is_wrong() {
    let portal = TestPortal::new().await;
    let browser = portal.browser();
    assert_eq!(browser.led("/api/start/give", &mistyped()).await, "/");
    let carried = browser.carried().unwrap();
    assert!(!carried.contains("1234"), "it is sealed: {carried}");
    // Another page neither shows nor forgets it.
    browser.get("/status").await.is(200).hides(MISTYPED);
    let page = browser.get("/").await.is(200).says("エラー：");
    assert_eq!(page.value_of("application_id"), MISTYPED);
    assert_eq!(browser.carried(), None);
    let page = browser.get("/").await.is(200).hides("エラー：");
    assert_eq!(page.value_of("application_id"), "");
}

#[tokio::test]
async fn what_was_typed_is_forgotten_after_five_minutes_and_opens_under_our_key_alone() {
    let portal = TestPortal::new().await;
    let browser = portal.browser();
    for (minutes, is_shown) in [(5, true), (6, false)] {
        browser.post("/api/start/give", &mistyped()).await;
        portal.wait(minutes * MINUTE);
        let page = browser.get("/").await.is(200);
        assert_eq!(page.text().contains(MISTYPED), is_shown, "{minutes}");
    }
    for made_up in ["AAAA", "é", "=", &"A".repeat(4_000), &"A".repeat(9_000)] {
        browser.take_cookie(Some(format!("__Host-shinsei-told={made_up}")));
        browser.get("/").await.is(200).hides("エラー：");
    }
}

#[tokio::test]
async fn the_cookie_of_a_stranger_s_form_is_as_guarded_as_that_of_a_session() {
    let portal = TestPortal::new().await;
    let browser = portal.browser();
    let answer = browser.post("/api/start/give", &mistyped()).await;
    let [cookie] = answer.cookies()[..] else {
        panic!("{:?}", answer.cookies())
    };
    let (value, attributes) = cookie.split_once("; ").unwrap();
    assert!(value.starts_with("__Host-shinsei-told="), "{value}");
    assert_eq!(
        attributes,
        "Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=300"
    );
    // Whoever begins carries nothing any more.
    browser.give_form(1).await;
    assert_eq!(browser.carried(), None);
    browser.get("/").await.hides(MISTYPED);
}

fn few(plan: &mut Plan) {
    plan.settings.limits.sessions_per_client = 3.try_into().unwrap();
}

fn begun() -> Fields<'static> {
    fields(&[("application_id", form_id(1).as_str())])
}

#[tokio::test]
async fn new_sessions_are_counted_for_each_network_and_the_refusal_is_in_words() {
    on_each_database(async |place| {
        let portal = place.portal(few).await;
        let at = |address: &str| portal.browser_at(address.parse().unwrap());
        let known = at("192.0.2.1");
        assert_eq!(known.give_form(1).await.location(), "/terms");
        for _ in 0..2 {
            let browser = at("192.0.2.1");
            assert_eq!(browser.give_form(1).await.location(), "/terms");
        }
        let late = at("192.0.2.1");
        let told: Refusal = late
            .script("/api/start/give", &begun())
            .await
            .is(429)
            .json();
        assert_eq!(told, Refusal::TooMany { wait_seconds: 10 });
        let page = late.submit("/api/start/give", &begun()).await.is(200);
        page.says("短い時間に何度も操作がありました");
        assert_eq!((late.cookie(), sessions(&portal).await.len()), (None, 3));
        // Those who are inside go on, and other networks are others.
        assert_eq!(known.led("/api/terms/agree", &agreement()).await, "/mail");
        assert_eq!(known.give_form(1).await.location(), "/mail");
        assert_eq!(at("192.0.2.2").give_form(1).await.location(), "/terms");
        portal.wait(10);
        assert_eq!(late.give_form(1).await.location(), "/terms");
    })
    .await;
}

#[tokio::test]
async fn a_link_that_is_opened_counts_as_a_new_session_and_is_not_used_up_by_the_refusal() {
    let portal = TestPortal::planned(few).await;
    portal.applicant_at(Page::MailSent).await;
    let at_the_library = || portal.browser_at("192.0.2.1".parse().unwrap());
    for _ in 0..3 {
        at_the_library().give_form(2).await;
    }
    let browser = at_the_library();
    let token = portal.token().await;
    let link = fields(&[("token", &token)]);
    browser.script("/api/link/open", &link).await.is(429);
    portal.wait(10);
    assert_eq!(browser.led("/api/link/open", &link).await, "/device");
}

/// As long as a browser makes of it: nine bytes for a character of Japanese.
fn encoded(given: &Fields<'_>) -> usize {
    let mut body = url::form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(given).finish().len()
}

#[tokio::test]
async fn the_largest_form_that_can_be_right_has_less_than_half_of_what_is_taken() {
    let portal = TestPortal::new().await;
    let name = "番".repeat(100);
    let (mail, captcha) = ("ａ".repeat(100), "ａ".repeat(20));
    let contact = fields(&[
        ("contact_name", &name),
        ("mail", &mail),
        ("mail_again", &mail),
        ("challenge", &"f".repeat(32)),
        ("captcha", &captcha),
        ("nonce", &u64::MAX.to_string()),
        ("website", ""),
    ]);
    let mut described = details();
    let part = "９".repeat(30);
    for name in ["year", "month", "day"] {
        described.push((name, part.clone()));
    }
    described.push(("braille", "あ".repeat(50)));
    let most = usize::try_from(portal.settings().http.body_bytes.get()).unwrap();
    for form in [contact, described] {
        assert!(2 * encoded(&form) < most, "{} of {most}", encoded(&form));
    }
}

#[tokio::test]
async fn a_session_over_is_told_on_the_start_page_without_a_new_session() {
    let portal = TestPortal::new().await;
    let browser: Browser = portal.applicant_at(Page::Details).await;
    portal.wait(31 * MINUTE);
    portal.keep_house().await;
    assert_eq!(browser.led("/api/details/give", &details()).await, "/");
    let page = browser.get("/").await.is(200);
    page.says("安全のため、画面を閉じました");
    assert_eq!(sessions(&portal).await, [0_usize; 0]);
}
