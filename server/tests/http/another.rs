//! Several applications in the tabs of one browser: each form acts on its own one, and never on
//! another.

use rules::application::Page;

use crate::support::{
    Answer, Browser, Fields, Kind, NAME, TestPortal, agreement, details, envelope_with, fields,
    fixture, form_id, on_both,
};

/// What is said of a form whose application the session does not hold.
const SAID: &str = "この画面の申請は、このブラウザで続けられません";
/// What every page says beside the application ID where there are several.
const WHICH: &str = "の申請です。";

/// The fields of a form as a page of this application sends them.
fn about<'f>(about: &str, form: Fields<'f>) -> Fields<'f> {
    let mut named = form;
    named.push(("about", about.to_owned()));
    named
}

async fn named(browser: &Browser, page: Page) -> String {
    browser.get(page.path()).await.is(200).hidden("about")
}

fn last_four(number: u8) -> String {
    form_id(number).last_four().to_owned()
}

/// A browser in which one application was begun, up to this page, and then another; with the
/// name of the first.
async fn two_tabs(portal: &TestPortal, reached: Page) -> (Browser, String) {
    let browser = portal.applicant_with_form(1, reached).await;
    let first = named(&browser, reached).await;
    assert_eq!(browser.give_form(2).await.location(), "/terms");
    (browser, first)
}

/// Goes on with an application as the page of all of them does.
async fn switched(browser: &Browser, to: &str) -> String {
    let form = about(to, Fields::new());
    browser.led("/api/other/continue", &form).await
}

/// A form with a photo, sent to the address that the page of an application gives it.
async fn sent(browser: &Browser, kind: Kind, whose: &str) -> Answer {
    let body = envelope_with(&fixture("restarts.jpg"), &[("about", whose)]);
    let mut request = Browser::upload_request(kind, body.into());
    *request.uri_mut() = format!("/photo/upload?about={whose}").parse().unwrap();
    browser.send(request).await
}

#[tokio::test]
async fn a_form_of_the_first_tab_acts_on_its_own_application_and_leads_on_there() {
    let portal = TestPortal::new().await;
    let (browser, first) = two_tabs(&portal, Page::Terms).await;
    let second = named(&browser, Page::Terms).await;
    assert_ne!(first, second);
    let agreed = about(&first, agreement());
    assert_eq!(browser.led("/api/terms/agree", &agreed).await, "/mail");
    assert_eq!(named(&browser, Page::Mail).await, first);
    // The other one stands where it stood.
    assert_eq!(switched(&browser, &second).await, "/terms");
    assert_eq!(browser.get("/mail").await.location(), "/terms");
    let agreed = about(&second, agreement());
    assert_eq!(browser.led("/api/terms/agree", &agreed).await, "/mail");
}

#[tokio::test]
async fn an_act_that_is_refused_is_told_on_a_page_of_its_own_application() {
    let portal = TestPortal::new().await;
    let (browser, first) = two_tabs(&portal, Page::Mail).await;
    let second = named(&browser, Page::Terms).await;
    let typed = fields(&[("contact_name", NAME), ("mail", "no address")]);
    for act in ["/api/mail/give", "/api/mail/picture", "/api/mail/name"] {
        let form = about(&second, agreement());
        assert_eq!(browser.led("/api/terms/agree", &form).await, "/mail");
        browser.get("/mail").await.is(200).hides(NAME);
        let page = browser.submit(act, &about(&first, typed.clone())).await;
        assert_eq!(page.is(200).says(NAME).hidden("about"), first, "{act}");
    }
    // The page of the first is the one that the second tab's act is out of order on.
    let form = about(&second, Fields::new());
    assert_eq!(browser.led("/api/mail/confirm", &form).await, "/mail");
    assert_eq!(named(&browser, Page::Mail).await, second);
    // What was typed waits.
    assert_eq!(switched(&browser, &first).await, "/mail");
    browser.get("/mail").await.is(200).says(NAME);
}

#[tokio::test]
async fn three_applications_go_their_ways_in_one_session_form_by_form() {
    let portal = TestPortal::new().await;
    let (browser, first) = two_tabs(&portal, Page::Photo).await;
    let second = named(&browser, Page::Terms).await;
    assert_eq!(browser.give_form(3).await.location(), "/terms");
    let third = named(&browser, Page::Terms).await;
    // The photo of the first, while the others are at their terms.
    for kind in Kind::BOTH {
        assert_eq!(switched(&browser, &third).await, "/terms");
        let answer = sent(&browser, kind, &first).await;
        match kind {
            Kind::Form => assert_eq!(answer.location(), "/photo/check"),
            Kind::Script => {
                let told: serde_json::Value = answer.is(200).json();
                assert_eq!(told["next"], "/photo/check");
            }
        }
    }
    let check = browser.get("/photo/check").await.is(200);
    assert_eq!(check.hidden("about"), first);
    let agreed = about(&second, agreement());
    assert_eq!(browser.led("/api/terms/agree", &agreed).await, "/mail");
    // Its page was left open and asks for its picture only now.
    let text = check.text();
    let (_, picture) = text.split_once("/photo/current/").unwrap();
    let (mark, _) = picture.split_once('"').unwrap();
    browser.get(&format!("/photo/current/{mark}")).await.is(200);
    let confirmed = about(&first, fields(&[("photo_declaration", "yes")]));
    let led = browser.led("/api/photo/confirm", &confirmed).await;
    assert_eq!(led, "/details");
    let given = about(&first, details());
    assert_eq!(browser.led("/api/details/give", &given).await, "/review");
    for (whose, page, number) in [
        (&third, Page::Terms, 3),
        (&second, Page::Mail, 2),
        (&first, Page::Review, 1),
    ] {
        assert_eq!(switched(&browser, whose).await, page.path());
        let shown = browser.get(page.path()).await.is(200);
        assert_eq!(shown.hidden("about"), *whose);
        shown.says(&format!("末尾 {} {WHICH}", last_four(number)));
    }
    // All of them can be chosen, the one used last first.
    let list = browser.get("/other").await.is(200).hides(SAID).text();
    let places = [1, 2, 3].map(|number| list.find(&format!("末尾 {}", last_four(number))));
    assert!(places.is_sorted() && places[0].is_some(), "{places:?}");
    browser.get("/").await.is(200).says("別の申請に切り替える");
}

#[tokio::test]
async fn two_tabs_that_send_at_once_each_change_their_own_application() {
    on_both(async |portal| {
        let (browser, first) = two_tabs(&portal, Page::Terms).await;
        let second = named(&browser, Page::Terms).await;
        let (one, other) = (about(&first, agreement()), about(&second, agreement()));
        let (one, other) = tokio::join!(
            browser.led("/api/terms/agree", &one),
            browser.led("/api/terms/agree", &other),
        );
        assert_eq!([one.as_str(), other.as_str()], ["/mail", "/mail"]);
        for whose in [&first, &second] {
            assert_eq!(switched(&browser, whose).await, "/mail");
            assert_eq!(named(&browser, Page::Mail).await, *whose);
        }
    })
    .await;
}

#[tokio::test]
async fn one_application_alone_is_named_in_its_forms_only() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_with_form(1, Page::Details).await;
    browser.get("/details").await.is(200).hides(WHICH);
    browser.give_form(2).await;
    browser.get("/terms").await.is(200).says(WHICH);
}

#[tokio::test]
async fn the_application_used_longest_ago_is_dropped_and_its_link_leads_back_to_it() {
    let portal = TestPortal::planned(|plan| {
        plan.settings.journey.applications_per_session = 2.try_into().unwrap();
    })
    .await;
    let browser = portal.applicant_with_form(1, Page::Details).await;
    let first = named(&browser, Page::Details).await;
    browser.give_form(2).await;
    let second = named(&browser, Page::Terms).await;
    assert_eq!(switched(&browser, &first).await, "/details");
    assert_eq!(switched(&browser, &second).await, "/terms");
    browser.give_form(3).await;
    let before = portal.saved().await;
    let given = about(&first, details());
    let page = browser.submit("/api/details/give", &given).await;
    let page = page.is(200).says(SAID).hides(&last_four(1));
    page.says(&last_four(2)).says(&last_four(3));
    assert_eq!(portal.saved().await, before);
    // It is the device's own: no code is asked for.
    assert_eq!(browser.open_link().await.location(), "/details");
    assert_eq!(browser.led("/api/details/give", &given).await, "/review");
    let agreed = about(&second, agreement());
    assert_eq!(browser.led("/api/terms/agree", &agreed).await, "/other");
}

#[tokio::test]
async fn a_challenged_application_stands_beside_a_trusted_one_and_neither_lends_its_access() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_with_form(1, Page::Photo).await;
    let own = named(&browser, Page::Photo).await;
    portal.applicant_with_form(2, Page::MailSent).await;
    assert_eq!(browser.open_link().await.location(), "/device");
    let challenged = named(&browser, Page::Device).await;
    for page in [Page::Photo, Page::Terms, Page::Review] {
        assert_eq!(browser.get(page.path()).await.location(), "/device");
    }
    assert_eq!(
        sent(&browser, Kind::Form, &challenged).await.location(),
        "/device"
    );
    assert_eq!(switched(&browser, &own).await, "/photo");
    browser
        .get("/photo")
        .await
        .is(200)
        .says(&form_id(1).grouped());
    assert_eq!(
        sent(&browser, Kind::Form, &own).await.location(),
        "/photo/check"
    );
    // The code is for the other one, whichever was used last.
    let code = portal.code().await;
    let proved = |whose: &str| about(whose, fields(&[("device_code", &code)]));
    let led = browser.led("/api/device/prove", &proved(&own)).await;
    assert_eq!(led, "/photo/check");
    let led = browser.led("/api/device/prove", &proved(&challenged)).await;
    assert_eq!(led, "/photo");
    assert_eq!(named(&browser, Page::Photo).await, challenged);
    browser
        .get("/photo")
        .await
        .is(200)
        .says(&form_id(2).grouped());
    assert_eq!(switched(&browser, &own).await, "/photo/check");
}

#[tokio::test]
async fn a_link_of_an_application_that_the_session_holds_makes_it_the_one_that_is_shown() {
    let portal = TestPortal::new().await;
    let (browser, first) = two_tabs(&portal, Page::Details).await;
    assert_eq!(browser.open_link().await.location(), "/details");
    assert_eq!(named(&browser, Page::Details).await, first);
    // Also when it leads there no more.
    let token = portal.token().await;
    let renewed = fields(&[("token", &token)]);
    browser.post("/api/link/renew", &renewed).await.is(303);
    portal.post_mails().await;
    browser.give_form(3).await;
    let link = browser.get(&format!("/open/{token}")).await.is(200);
    assert_eq!(link.hidden("about"), first);
    assert_eq!(switched(&browser, &first).await, "/details");
}

#[tokio::test]
async fn no_form_of_an_application_that_the_session_does_not_hold_changes_one_that_it_holds() {
    for (reached, act, form) in [
        (Page::Terms, "/api/terms/agree", agreement()),
        (Page::Mail, "/api/mail/give", Fields::new()),
        (Page::MailCheck, "/api/mail/confirm", Fields::new()),
        (Page::MailSent, "/api/mail/resend", Fields::new()),
        (Page::Device, "/api/device/resend", Fields::new()),
        (
            Page::Device,
            "/api/device/prove",
            fields(&[("device_code", "123456")]),
        ),
        (
            Page::PhotoCheck,
            "/api/photo/confirm",
            fields(&[("photo_declaration", "yes")]),
        ),
        (Page::Details, "/api/details/give", details()),
        (
            Page::Review,
            "/api/submit",
            fields(&[("seen", "1"), ("submit_declaration", "yes")]),
        ),
        (Page::Done, "/api/leave", Fields::new()),
    ] {
        let portal = TestPortal::new().await;
        let browser = portal.applicant_with_form(2, reached).await;
        let own = named(&browser, reached).await;
        let other = portal.applicant_with_form(1, Page::Terms).await;
        let foreign = about(&named(&other, Page::Terms).await, form);
        let before = if reached < Page::MailSent {
            None
        } else {
            Some(portal.saved().await)
        };
        for kind in Kind::BOTH {
            let answer = browser.call(kind, act, &foreign).await;
            if kind == Kind::Form {
                assert_eq!(answer.location(), "/other", "{act}");
                browser.get("/other").await.is(200).says(SAID);
            } else {
                assert!(answer.status == 409 || answer.status == 422, "{act}");
            }
        }
        assert_eq!(named(&browser, reached).await, own, "{act}");
        if let Some(before) = before {
            assert_eq!(portal.saved().await, before, "{act}");
        }
    }
}

#[tokio::test]
async fn a_photo_of_an_application_that_the_session_does_not_hold_is_not_kept() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_with_form(2, Page::Photo).await;
    let other = portal.applicant_with_form(1, Page::Terms).await;
    let foreign = named(&other, Page::Terms).await;
    let before = portal.saved().await;
    for kind in Kind::BOTH {
        let body = envelope_with(&fixture("restarts.jpg"), &[("about", &foreign)]);
        let answer = browser
            .send(Browser::upload_request(kind, body.into()))
            .await;
        if kind == Kind::Form {
            assert_eq!(answer.location(), "/other");
        } else {
            let told: serde_json::Value = answer.is(409).json();
            assert_eq!(told["next"], "/other");
        }
    }
    assert_eq!(portal.saved().await, before);
    let own = named(&browser, Page::Photo).await;
    let body = envelope_with(&fixture("restarts.jpg"), &[("about", &own)]);
    let request = Browser::upload_request(Kind::Form, body.into());
    assert_eq!(browser.send(request).await.location(), "/photo/check");
}

#[tokio::test]
async fn a_page_kept_open_goes_on_when_its_session_was_begun_anew() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Details).await;
    let kept_open = named(&browser, Page::Details).await;
    portal.wait(60 * 60);
    browser.open_link().await;
    let given = about(&kept_open, details());
    assert_eq!(browser.led("/api/details/give", &given).await, "/review");
}

#[tokio::test]
async fn the_name_a_session_had_before_the_end_leads_to_none_of_its_other_applications() {
    let portal = TestPortal::new().await;
    let (browser, first) = two_tabs(&portal, Page::Details).await;
    browser.go(Page::Terms, Page::Review).await;
    let old = browser.clone();
    browser.go(Page::Review, Page::Done).await;
    assert_eq!(switched(&old, &first).await, "/other");
    assert_eq!(old.get("/details").await.location(), "/done");
    assert_eq!(switched(&browser, &first).await, "/details");
}

#[tokio::test]
async fn whoever_ends_the_session_ends_it_for_all_its_applications() {
    let portal = TestPortal::new().await;
    let (browser, first) = two_tabs(&portal, Page::Details).await;
    let left = about(&first, Fields::new());
    assert_eq!(browser.led("/api/leave", &left).await, "/");
    assert_eq!(browser.cookie(), None);
    assert_eq!(switched(&browser, &first).await, "/");
}
