//! How often: by network, by address, by session.

use app::refusal::Refusal;
use rules::application::Page;

use crate::support::{
    Answer, Browser, MAIL, Plan, TestPortal, contact, contact_at, fields, form_id,
};

fn at(portal: &TestPortal, address: &str) -> Browser {
    portal.browser_at(address.parse().unwrap())
}

fn waits(answer: Answer) -> i64 {
    let told: Refusal = answer.is(429).json();
    let Refusal::TooMany { wait_seconds } = told else {
        panic!("{told:?}")
    };
    i64::from(wait_seconds)
}

/// A registration from this address; whether it was let through to the confirmation.
async fn registers(portal: &TestPortal, address: &str) -> bool {
    let browser = at(portal, address);
    browser.go(Page::Start, Page::Mail).await;
    let given = contact(&browser.get("/mail").await.value_of("captcha-challenge"));
    browser.script("/api/mail/give", &given).await.status == 303
}

/// No least time at the form, so that the clock stands still.
fn at_once(plan: &mut Plan) {
    plan.settings.limits.least_form_seconds = 0;
}

#[tokio::test]
async fn three_registrations_without_work_come_from_one_network_then_one_each_two_minutes() {
    let portal = TestPortal::planned(at_once).await;
    for expected in [true, true, true, false] {
        assert_eq!(registers(&portal, "192.0.2.1").await, expected);
    }
    assert!(registers(&portal, "192.0.2.2").await, "another network");
    portal.wait(119);
    assert!(!registers(&portal, "192.0.2.1").await);
    portal.wait(1);
    assert!(registers(&portal, "192.0.2.1").await);
    assert!(!registers(&portal, "192.0.2.1").await);
}

#[tokio::test]
async fn an_ipv6_client_counts_by_its_network_of_64_bits() {
    let portal = TestPortal::planned(at_once).await;
    let addresses = [
        "2001:db8::1",
        "2001:db8::2",
        "2001:db8::ffff:1",
        "2001:db8:0:0:8000::1",
    ];
    for (address, expected) in addresses.into_iter().zip([true, true, true, false]) {
        assert_eq!(registers(&portal, address).await, expected, "{address}");
    }
    assert!(
        registers(&portal, "2001:db8:0:1::1").await,
        "the network beside it"
    );
    assert!(
        registers(&portal, "::ffff:192.0.2.7").await,
        "an IPv4 client"
    );
}

#[tokio::test]
async fn a_registration_that_is_too_many_is_told_at_the_picture_with_the_time_to_wait() {
    let portal = TestPortal::planned(at_once).await;
    for _ in 0..3 {
        registers(&portal, "192.0.2.1").await;
    }
    let browser = at(&portal, "192.0.2.1");
    browser.go(Page::Start, Page::Mail).await;
    let given = contact(&browser.get("/mail").await.value_of("captcha-challenge"));
    browser
        .submit("/api/mail/give", &given)
        .await
        .is(200)
        .says("エラー：")
        .says("2分後");
}

#[tokio::test]
async fn ten_answers_to_pictures_come_from_one_network_in_ten_minutes() {
    let portal = TestPortal::planned(at_once).await;
    let browser = portal.applicant_at(Page::Mail).await;
    let mut wrong = contact("");
    wrong.retain(|(name, _)| !matches!(*name, "captcha" | "challenge"));
    wrong.push(("captcha", "xxx777".to_owned()));
    for _ in 0..10 {
        let mut given = wrong.clone();
        given.push((
            "challenge",
            browser.get("/mail").await.value_of("captcha-challenge"),
        ));
        browser.script("/api/mail/give", &given).await.is(422);
    }
    let right = contact(&browser.get("/mail").await.value_of("captcha-challenge"));
    browser
        .script("/api/mail/give", &right)
        .await
        .is(422)
        .says("TooMany");
    portal.wait(60);
    let right = contact(&browser.get("/mail").await.value_of("captcha-challenge"));
    browser.script("/api/mail/give", &right).await.is(303);
}

#[tokio::test]
async fn three_mails_go_to_an_address_then_one_an_hour_whoever_asks() {
    let portal = TestPortal::planned(at_once).await;
    let mut last = portal.browser();
    for _ in 0..3 {
        last = portal.applicant_at(Page::MailCheck).await;
        last.script("/api/mail/confirm", &fields(&[])).await.is(303);
    }
    let browser = portal.applicant_at(Page::MailCheck).await;
    assert_eq!(
        waits(browser.script("/api/mail/confirm", &fields(&[])).await),
        3600
    );
    assert_eq!(
        waits(last.script("/api/mail/resend", &fields(&[])).await),
        3600
    );
    let page = browser
        .submit("/api/mail/confirm", &fields(&[]))
        .await
        .is(200);
    page.says("短い時間に何度も操作がありました").says("60分後");
    portal.post_mails().await;
    assert_eq!(portal.letters().len(), 3);
    let link = portal.tokens().remove(0);
    let renewed = portal
        .browser()
        .script("/api/link/renew", &fields(&[("token", &link)]))
        .await;
    assert_eq!(waits(renewed), 3600);
    portal.wait(3600);
    portal
        .browser()
        .script("/api/link/renew", &fields(&[("token", &link)]))
        .await
        .is(303);
    portal.post_mails().await;
    assert_eq!(portal.letters().len(), 4);
}

#[tokio::test]
async fn an_address_is_the_same_in_capitals() {
    let portal = TestPortal::planned(|plan| {
        at_once(plan);
        plan.settings.limits.mails_per_address = 1.try_into().unwrap();
    })
    .await;
    portal.applicant_at(Page::MailSent).await;
    let browser = portal.applicant_at(Page::Mail).await;
    let challenge = browser.get("/mail").await.value_of("captcha-challenge");
    let given = contact_at(&challenge, &MAIL.to_uppercase());
    browser.script("/api/mail/give", &given).await.is(303);
    browser
        .script("/api/mail/confirm", &fields(&[]))
        .await
        .is(429);
}

#[tokio::test]
async fn the_link_is_asked_for_again_twice_in_a_session_then_once_in_five_minutes() {
    let portal =
        TestPortal::planned(|plan| plan.settings.limits.mails_per_address = 50.try_into().unwrap())
            .await;
    let browser = portal.applicant_at(Page::MailSent).await;
    for _ in 0..2 {
        browser
            .script("/api/mail/resend", &fields(&[]))
            .await
            .is(303);
    }
    assert_eq!(
        waits(browser.script("/api/mail/resend", &fields(&[])).await),
        300
    );
    portal.wait(300);
    browser
        .script("/api/mail/resend", &fields(&[]))
        .await
        .is(303);
}

#[tokio::test]
async fn thirty_links_nobody_was_sent_are_tried_from_one_network_in_an_hour() {
    let portal = TestPortal::new().await;
    let browser = portal.browser();
    for number in 0..30 {
        browser.get(&format!("/open/{number:043}")).await.is(200);
    }
    browser.get(&format!("/open/{:043}", 30)).await.is(429);
    let link = fields(&[("token", "0")]);
    assert_eq!(waits(browser.script("/api/link/open", &link).await), 120);
    portal
        .browser()
        .get(&format!("/open/{:043}", 30))
        .await
        .is(200);
    // One that was sent is refused alike, and found from elsewhere.
    portal.applicant_at(Page::MailSent).await;
    let link = portal.token().await;
    browser.get(&format!("/open/{link}")).await.is(429);
    portal.browser().get(&format!("/open/{link}")).await.is(200);
}

#[tokio::test]
async fn thirty_forms_nobody_was_issued_are_tried_from_one_network_in_an_hour() {
    let portal = TestPortal::new().await;
    let browser = portal.browser();
    let unknown = fields(&[("application_id", form_id(9).as_str())]);
    for _ in 0..30 {
        browser.script("/api/start/give", &unknown).await.is(422);
    }
    assert_eq!(
        waits(browser.script("/api/start/give", &unknown).await),
        120
    );
    browser
        .submit("/api/start/give", &unknown)
        .await
        .is(200)
        .says("短い時間に何度も操作がありました");
    let issued = fields(&[("application_id", form_id(1).as_str())]);
    assert_eq!(waits(browser.script("/api/start/give", &issued).await), 120);
}

/// A registration of this address from a network of its own, which may be one too many.
async fn asks_for_mail(portal: &TestPortal, form: u8, mail: &str) -> u16 {
    let browser = portal.applicant_with_form(form, Page::Mail).await;
    let challenge = browser.get("/mail").await.value_of("captcha-challenge");
    let given = contact_at(&challenge, mail);
    browser.script("/api/mail/give", &given).await.is(303);
    let confirmed = browser.script("/api/mail/confirm", &fields(&[])).await;
    confirmed.status.as_u16()
}

#[tokio::test]
async fn twelve_mails_to_one_mailbox_for_one_form_are_as_many_as_the_form_may_have() {
    let portal = TestPortal::planned(at_once).await;
    for number in 0..12 {
        asks_for_mail(&portal, 1, &format!("victim+{number}@example.jp")).await;
    }
    portal.post_mails().await;
    assert_eq!(portal.letters().len(), 5);
}

#[tokio::test]
async fn six_mails_go_to_one_mailbox_under_whatever_address_and_for_whatever_form() {
    let tagged = |name: &str| {
        let address = |number| name.replace('@', &format!("+{number}@"));
        (0..9).map(address).collect::<Vec<_>>()
    };
    let plain = ["victim@example.jp", "VICTIM@example.jp"].map(str::to_owned);
    let dotted = [
        "v.ictim@gmail.com",
        "V.i.c.t.i.m@gmail.com",
        "vic.tim@googlemail.com",
    ];
    let dotted = dotted.map(str::to_owned);
    for addresses in [
        [tagged("victim@example.jp"), plain.to_vec()].concat(),
        [dotted.to_vec(), tagged("vi.ctim@gmail.com")].concat(),
    ] {
        let portal = TestPortal::planned(|plan| {
            at_once(plan);
            plan.settings.limits.mails_per_form = 1000.try_into().unwrap();
        })
        .await;
        let mut answers = Vec::new();
        for (mail, form) in addresses.iter().zip([1, 2, 3].into_iter().cycle()) {
            answers.push(asks_for_mail(&portal, form, mail).await);
        }
        let (sent, refused) = answers.split_at(6);
        assert_eq!(sent, [303; 6], "{addresses:?}");
        assert!(refused.iter().all(|status| *status == 429), "{refused:?}");
        // Another mailbox is another matter, and nothing was taken by what was refused.
        assert_eq!(asks_for_mail(&portal, 1, "other@gmail.com").await, 303);
        portal.wait(3600);
        let last = addresses.last().unwrap();
        assert_eq!(asks_for_mail(&portal, 1, last).await, 303);
        assert_eq!(asks_for_mail(&portal, 1, last).await, 429);
        portal.post_mails().await;
        assert_eq!(portal.letters().len(), 8);
    }
}

#[tokio::test]
async fn dots_count_as_other_mailboxes_where_the_provider_tells_them_apart() {
    let portal = TestPortal::planned(|plan| {
        at_once(plan);
        plan.settings.limits.mails_per_mailbox = 1.try_into().unwrap();
    })
    .await;
    for (mail, expected) in [
        ("vic.tim@example.jp", 303),
        ("victim@example.jp", 303),
        ("victim+1@example.jp", 429),
    ] {
        assert_eq!(asks_for_mail(&portal, 1, mail).await, expected, "{mail}");
    }
}
