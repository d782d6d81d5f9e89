//! ④ The link: looked at as often as anybody likes, used once.

use rules::journey::Page;

use crate::support::{
    Browser, Fields, MAIL, NAME, TestPortal, contact_at, fields, on_both, on_each_database,
};

const HOUR: i64 = 60 * 60;

fn token(token: &str) -> Fields<'static> {
    fields(&[("token", token)])
}

async fn looked(browser: &Browser, token: &str) -> String {
    browser.get(&format!("/open/{token}")).await.is(200).title()
}

#[tokio::test]
async fn a_mail_scanner_that_opens_the_link_twenty_times_changes_nothing() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::MailSent).await;
    let before = portal.saved().await;
    let link = portal.token().await;
    let scanner = portal.browser();
    for _ in 0..20 {
        let page = scanner
            .get(&format!("/open/{link}"))
            .await
            .is(200)
            .says("申請を続けますか");
        page.hides(NAME).hides(MAIL);
        scanner.head(&format!("/open/{link}")).await.is(200);
    }
    assert_eq!(portal.saved().await, before);
    assert_eq!(scanner.cookie(), None);
    assert_eq!(browser.led("/api/link/open", &token(&link)).await, "/photo");
}

#[tokio::test]
async fn a_link_is_used_up_by_its_button_and_a_new_one_can_be_had() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::MailSent).await;
    let link = portal.token().await;
    assert_eq!(browser.led("/api/link/open", &token(&link)).await, "/photo");
    let own = looked(&browser, &link).await;
    assert!(own.contains("申請の途中です"), "{own}");
    let others = looked(&portal.browser(), &link).await;
    assert!(others.contains("このURLは使えません"), "{others}");
    let back = browser.post("/api/link/open", &token(&link)).await;
    assert_eq!(back.location(), format!("/open/{link}"));
    let page = browser
        .submit("/api/link/renew", &token(&link))
        .await
        .is(200);
    page.says("新しいURLを送りました");
    let second = portal.token().await;
    assert_ne!(second, link);
    assert_eq!(
        browser.led("/api/link/open", &token(&second)).await,
        "/photo"
    );
}

#[tokio::test]
async fn of_thirty_who_press_the_button_at_once_one_goes_on() {
    on_both(async |portal| {
        let browser = portal.applicant_at(Page::MailSent).await;
        let link = portal.token().await;
        let tries = (0..30).map(|_| {
            let (browser, link) = (browser.clone(), token(&link));
            async move { browser.led("/api/link/open", &link).await }
        });
        let led = futures_util::future::join_all(tries).await;
        assert_eq!(
            led.iter().filter(|path| *path == "/photo").count(),
            1,
            "{led:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn of_thirty_devices_that_open_a_renewed_link_at_once_one_is_asked_for_the_code() {
    on_each_database(async |place| {
        // Who comes too late takes none of the codes.
        let portal = place
            .portal(|plan| plan.settings.journey.codes_per_hour = 1.try_into().unwrap())
            .await;
        // Nothing of the application changes when it is opened once more: what lets in one
        // only is the link itself.
        let first = portal.applicant_at(Page::Photo).await;
        let used = portal.token().await;
        first.post("/api/link/renew", &token(&used)).await;
        let link = token(&portal.token().await);
        let devices: Vec<_> = (0..30).map(|_| portal.browser()).collect();
        let tries = devices
            .iter()
            .map(|device| device.led("/api/link/open", &link));
        let led = futures_util::future::join_all(tries).await;
        let let_in = led.iter().filter(|path| *path == "/device").count();
        assert_eq!(let_in, 1, "{led:?}");
        portal.post_mails().await;
        assert_eq!(portal.codes().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_link_lives_for_twenty_four_hours_and_not_a_second_longer() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::MailSent).await;
    let link = portal.token().await;
    portal.wait(24 * HOUR - 1);
    assert!(looked(&browser, &link).await.contains("申請を続けますか"));
    portal.wait(1);
    assert!(
        looked(&browser, &link)
            .await
            .contains("このURLの有効期限が過ぎました")
    );
    let other = portal.browser();
    assert_eq!(
        other.led("/api/link/open", &token(&link)).await,
        format!("/open/{link}")
    );
    other
        .submit("/api/link/renew", &token(&link))
        .await
        .is(200)
        .says("新しいURLを送りました");
    let second = portal.token().await;
    assert_eq!(
        other.led("/api/link/open", &token(&second)).await,
        "/device"
    );
}

#[tokio::test]
async fn a_newer_link_ends_the_older_one() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::MailSent).await;
    let first = portal.token().await;
    browser
        .submit("/api/mail/resend", &fields(&[]))
        .await
        .is(200)
        .says("メールをもう一度送りました");
    let second = portal.token().await;
    assert_ne!(first, second);
    assert!(
        looked(&browser, &first)
            .await
            .contains("このURLは使えません")
    );
    assert_eq!(
        browser.led("/api/link/open", &token(&first)).await,
        format!("/open/{first}")
    );
    assert_eq!(
        browser.led("/api/link/open", &token(&second)).await,
        "/photo"
    );
}

#[tokio::test]
async fn a_link_nobody_was_sent_leads_nowhere() {
    let portal = TestPortal::new().await;
    let browser = portal.browser();
    for made_up in [
        "A".repeat(43),
        "-".to_owned(),
        "%2F%2Fevil".to_owned(),
        "x".repeat(900),
    ] {
        assert!(
            looked(&browser, &made_up)
                .await
                .contains("このURLの申請が見つかりません"),
            "{made_up}"
        );
    }
    let led = browser
        .led("/api/link/open", &token("https://evil.example/"))
        .await;
    assert_eq!(led, "/open/-");
    let led = browser
        .led("/api/link/renew", &token(&"A".repeat(43)))
        .await;
    assert_eq!(led, format!("/open/{}", "A".repeat(43)));
    portal.post_mails().await;
    assert!(portal.letters().is_empty());
}

#[tokio::test]
async fn the_link_of_an_application_that_was_sent_in_says_so() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Done).await;
    let link = portal.token().await;
    assert!(
        looked(&browser, &link)
            .await
            .contains("この申請は受け付け済みです")
    );
    let mails = portal.letters().len();
    browser.post("/api/link/renew", &token(&link)).await;
    portal.post_mails().await;
    assert_eq!(portal.letters().len(), mails);
}

#[tokio::test]
async fn a_corrected_address_gets_the_link_and_the_wrong_one_is_worth_nothing() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::MailSent).await;
    let first = portal.token().await;
    let corrected = contact_at(&browser.challenge().await, "hanako@example.com");
    let page = browser.submit("/api/mail/give", &corrected).await.is(200);
    page.says("hanako@example.com").hides(MAIL);
    let second = portal.token().await;
    assert_eq!(portal.letters()[0].to.as_str(), "hanako@example.com");
    assert!(
        looked(&browser, &first)
            .await
            .contains("このURLは使えません")
    );
    assert_eq!(
        browser.led("/api/link/open", &token(&second)).await,
        "/photo"
    );
}
