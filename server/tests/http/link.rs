//! ④ The link: looked at and followed as often as is wanted, until the application is sent in,
//! its time is over or a newer one went out.

use rules::application::Page;

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
async fn the_link_leads_on_again_and_again_on_its_own_device_until_the_application_is_sent_in() {
    on_both(async |portal| {
        let browser = portal.applicant_at(Page::MailSent).await;
        let link = portal.token().await;
        let mut from = Page::MailSent;
        for to in [Page::Photo, Page::PhotoCheck, Page::Details, Page::Review] {
            browser.go(from, to).await;
            from = to;
            // The session is over, and then that it is not.
            for waited in [HOUR, 0] {
                portal.wait(waited);
                assert!(looked(&browser, &link).await.contains("申請を続けますか"));
                assert_eq!(
                    browser.led("/api/link/open", &token(&link)).await,
                    to.path()
                );
                browser.get(to.path()).await.is(200);
            }
        }
        portal.post_mails().await;
        assert_eq!(portal.codes().len(), 0);
        browser.go(Page::Review, Page::Done).await;
        for browser in [&browser, &portal.browser()] {
            let led = browser.led("/api/link/open", &token(&link)).await;
            assert_eq!(led, format!("/open/{link}"));
            browser
                .get(&led)
                .await
                .is(200)
                .says("この申請は受け付け済みです")
                .says("受付番号と生年月日で確認できます");
        }
        assert_eq!(portal.browser().get("/done").await.location(), "/");
    })
    .await;
}

#[tokio::test]
async fn the_link_asks_other_devices_for_the_code_however_often_it_was_followed() {
    let portal = TestPortal::new().await;
    let first = portal.applicant_at(Page::Photo).await;
    let link = portal.token().await;
    first.led("/api/link/open", &token(&link)).await;
    let other = portal.browser();
    assert_eq!(other.led("/api/link/open", &token(&link)).await, "/device");
    other.get("/photo").await.hides(NAME);
    // Again, since two mails lie side by side: the code under way stays worth something.
    assert_eq!(other.led("/api/link/open", &token(&link)).await, "/device");
    let code = portal.code().await;
    assert_eq!(portal.codes().len(), 1);
    let proved = fields(&[("device_code", &code)]);
    assert_eq!(other.led("/api/device/prove", &proved).await, "/photo");
    // From now on it is a device of the application's own.
    for browser in [&first, &other] {
        portal.wait(HOUR);
        assert_eq!(browser.led("/api/link/open", &token(&link)).await, "/photo");
    }
    portal.post_mails().await;
    assert_eq!(portal.codes().len(), 1);
}

#[tokio::test]
async fn all_of_thirty_presses_of_the_button_at_once_go_on() {
    on_both(async |portal| {
        let browser = portal.applicant_at(Page::MailSent).await;
        let link = portal.token().await;
        let tries = (0..30).map(|_| {
            let (browser, link) = (browser.clone(), token(&link));
            async move { browser.led("/api/link/open", &link).await }
        });
        let led = futures_util::future::join_all(tries).await;
        let gone_on = led.iter().filter(|path| *path == "/photo").count();
        // Twenty an hour, and one that was overtaken three times is told so.
        assert!((1..=20).contains(&gone_on), "{led:?}");
        assert!(!led.contains(&"/device".to_owned()), "{led:?}");
        portal.post_mails().await;
        assert_eq!(portal.codes().len(), 0);
    })
    .await;
}

#[tokio::test]
async fn of_thirty_devices_that_open_a_link_at_once_one_is_sent_the_code() {
    on_each_database(async |place| {
        // Who comes too late takes none of the codes.
        let portal = place
            .portal(|plan| plan.settings.journey.codes_per_hour = 1.try_into().unwrap())
            .await;
        portal.applicant_at(Page::Photo).await;
        let link = token(&portal.token().await);
        let devices: Vec<_> = (0..30).map(|_| portal.browser()).collect();
        let tries = devices
            .iter()
            .map(|device| device.led("/api/link/open", &link));
        let led = futures_util::future::join_all(tries).await;
        let let_in = led.iter().filter(|path| *path == "/device").count();
        assert_eq!(let_in, 20, "as many as are allowed: {led:?}");
        portal.post_mails().await;
        assert_eq!(portal.codes().len(), 1);
    })
    .await;
}

/// A scanner that presses buttons, or whoever looks over a shoulder.
#[tokio::test]
async fn whoever_has_the_link_and_not_the_mailbox_takes_nothing_from_its_own_device() {
    let portal = TestPortal::new().await;
    let own = portal.applicant_at(Page::Details).await;
    let link = portal.token().await;
    let mut led = Vec::new();
    for _ in 0..50 {
        let other = portal.browser();
        led.push(other.led("/api/link/open", &token(&link)).await);
        for page in Page::ALL {
            other.get(page.path()).await.hides(NAME).hides(MAIL);
        }
    }
    assert_eq!(led.iter().filter(|path| *path == "/device").count(), 20);
    portal.post_mails().await;
    assert_eq!(portal.codes().len(), 3);
    portal.wait(31 * 60);
    assert_eq!(own.led("/api/link/open", &token(&link)).await, "/details");
}

#[tokio::test]
async fn a_device_of_one_application_is_a_stranger_to_another() {
    let portal = TestPortal::new().await;
    let first = portal.applicant_with_form(1, Page::Photo).await;
    let link_of_first = portal.token().await;
    let second = portal.applicant_with_form(2, Page::Photo).await;
    let link_of_second = portal.token().await;
    let crossed = [(&first, &link_of_second), (&second, &link_of_first)];
    for (browser, link) in crossed {
        assert_eq!(browser.led("/api/link/open", &token(link)).await, "/device");
    }
    // A family on one device: it is known to both.
    let family = portal.browser();
    let mut links = Vec::new();
    for number in [3, 4] {
        family.give_form(number).await;
        family.go(Page::Terms, Page::MailSent).await;
        links.push(portal.token().await);
    }
    portal.wait(HOUR);
    for link in &links {
        assert_eq!(family.led("/api/link/open", &token(link)).await, "/photo");
    }
}

#[tokio::test]
async fn a_device_is_named_anew_whenever_an_application_comes_to_know_it() {
    let portal = TestPortal::new().await;
    // Somebody used this browser before, and kept the name that it had.
    let browser = portal.applicant_with_form(2, Page::Photo).await;
    let before = browser.device_cookie();
    assert!(before.is_some());
    browser.give_form(1).await;
    browser.go(Page::Terms, Page::Photo).await;
    let link = portal.token().await;
    assert_ne!(browser.device_cookie(), before);
    let thief = portal.browser();
    thief.take_cookie(before);
    assert_eq!(thief.led("/api/link/open", &token(&link)).await, "/device");
    // A code that is proved gives a name, too.
    assert!(thief.device_cookie().is_some());
    let (old, code) = (thief.device_cookie(), portal.code().await);
    thief
        .led("/api/device/prove", &fields(&[("device_code", &code)]))
        .await;
    assert_ne!(thief.device_cookie(), old);
}

#[tokio::test]
async fn whoever_ends_the_work_on_a_shared_device_leaves_nothing_of_the_application_on_it() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Details).await;
    let (link, kept) = (portal.token().await, browser.device_cookie());
    browser.post("/api/leave", &fields(&[])).await;
    assert_eq!(browser.device_cookie(), None);
    assert_eq!(
        browser.led("/api/link/open", &token(&link)).await,
        "/device"
    );
    let copy = portal.browser();
    copy.take_cookie(kept);
    assert_eq!(copy.led("/api/link/open", &token(&link)).await, "/device");
}

#[tokio::test]
async fn the_cookie_of_a_device_is_kept_as_long_as_an_application_and_shown_to_us_alone() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::MailCheck).await;
    let answer = browser.post("/api/mail/confirm", &fields(&[])).await;
    let cookies = answer.cookies();
    let device = cookies
        .iter()
        .find(|cookie| cookie.starts_with("__Host-shinsei-device="));
    let attributes = device.unwrap().split_once(';').unwrap().1;
    assert_eq!(
        attributes,
        " Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=2592000"
    );
    // The database has no more than a digest of it.
    let cookie = browser.device_cookie().unwrap();
    let value = cookie.split_once('=').unwrap().1.as_bytes();
    for file in portal.database_files() {
        let bytes = std::fs::read(file).unwrap();
        assert!(!bytes.windows(value.len()).any(|window| window == value));
    }
}

#[tokio::test]
async fn a_new_link_can_be_had_in_place_of_one_that_was_replaced() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Photo).await;
    let link = portal.token().await;
    let page = browser
        .submit("/api/link/renew", &token(&link))
        .await
        .is(200);
    page.says("新しいURLを送りました");
    let second = portal.token().await;
    assert_ne!(second, link);
    let own = looked(&browser, &link).await;
    assert!(own.contains("申請の途中です"), "{own}");
    let others = looked(&portal.browser(), &link).await;
    assert!(others.contains("このURLは使えません"), "{others}");
    let back = browser.post("/api/link/open", &token(&link)).await;
    assert_eq!(back.location(), format!("/open/{link}"));
    assert_eq!(
        browser.led("/api/link/open", &token(&second)).await,
        "/photo"
    );
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
