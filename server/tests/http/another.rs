//! Two applications in the tabs of one browser: a form of the one never touches the other, and
//! says so.

use rules::application::Page;

use crate::support::{
    Browser, Fields, Kind, NAME, TestPortal, agreement, details, envelope_with, fields, fixture,
    form_id,
};

const SAID: &str = "別のタブで、別の申請が始まっています";

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

#[tokio::test]
async fn the_confirmation_of_the_first_tab_never_lands_on_the_application_of_the_second() {
    let portal = TestPortal::new().await;
    let (browser, first) = two_tabs(&portal, Page::Terms).await;
    let second = named(&browser, Page::Terms).await;
    assert_ne!(first, second);
    let page = browser
        .submit("/api/terms/agree", &about(&first, agreement()))
        .await
        .is(200);
    let page = page.says(SAID);
    let page = page.says(&format!("申請書IDの末尾 {}", last_four(1)));
    page.says(&format!("申請書IDの末尾 {}", last_four(2)));
    // Nothing was agreed to in its place.
    assert_eq!(browser.get("/mail").await.location(), "/terms");
    let agreed = about(&second, agreement());
    assert_eq!(browser.led("/api/terms/agree", &agreed).await, "/mail");
}

#[tokio::test]
async fn whoever_goes_back_finds_what_was_typed_and_the_other_application_as_it_was() {
    let portal = TestPortal::new().await;
    let (browser, first) = two_tabs(&portal, Page::Mail).await;
    let typed = fields(&[("contact_name", NAME), ("mail", "no address")]);
    for act in ["/api/mail/give", "/api/mail/picture", "/api/mail/name"] {
        let page = browser.submit(act, &about(&first, typed.clone())).await;
        page.is(200).says(SAID);
    }
    // No word of it is in the other one.
    let second = named(&browser, Page::Terms).await;
    let agreed = about(&second, agreement());
    assert_eq!(browser.led("/api/terms/agree", &agreed).await, "/mail");
    browser.get("/mail").await.is(200).hides(NAME);
    let back = about(&second, Fields::new());
    assert_eq!(browser.led("/api/other/back", &back).await, "/mail");
    let page = browser.get("/mail").await.is(200).says(NAME);
    assert_eq!(page.hidden("about"), first);
    // And there again.
    let again = about(&first, Fields::new());
    assert_eq!(browser.led("/api/other/back", &again).await, "/mail");
    assert_eq!(named(&browser, Page::Mail).await, second);
}

#[tokio::test]
async fn no_form_of_another_application_changes_the_one_under_way() {
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
async fn a_photo_of_another_application_is_not_kept() {
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
async fn the_name_a_session_had_before_the_end_leads_to_no_application_set_aside() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_with_form(1, Page::Details).await;
    browser.give_form(2).await;
    browser.go(Page::Terms, Page::Review).await;
    let old = browser.clone();
    browser.go(Page::Review, Page::Done).await;
    assert_eq!(old.led("/api/other/back", &Fields::new()).await, "/done");
    assert_eq!(old.get("/details").await.location(), "/done");
    let led = browser.led("/api/other/back", &Fields::new()).await;
    assert_eq!(led, "/details");
}
