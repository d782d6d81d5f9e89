//! ④ The outbox, from the transaction to the letter.

use rules::application::Page;

use crate::support::{MAIL, NAME, TestPortal, fields};

#[tokio::test]
async fn no_mail_goes_out_before_the_address_is_confirmed() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::MailCheck).await;
    portal.post_mails().await;
    assert!(portal.letters().is_empty());
    browser.post("/api/mail/confirm", &fields(&[])).await;
    assert!(
        portal.letters().is_empty(),
        "a request sends nothing itself"
    );
    portal.post_mails().await;
    let letters = portal.letters();
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].to.as_str(), MAIL);
    assert!(
        !letters[0].body.contains(NAME)
            && letters[0].body.contains("https://shinsei.example/open/")
    );
}

#[tokio::test]
async fn a_mail_that_waited_for_hours_brings_a_link_that_lives_from_its_own_day() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::MailSent).await;
    portal.set_post_closed(true);
    portal.post_mails().await;
    for _ in 0..20 {
        portal.wait(60 * 60);
        portal.post_mails().await;
    }
    assert!(portal.letters().is_empty());
    portal.set_post_closed(false);
    portal.wait(60 * 60);
    let link = portal.token().await;
    portal.wait(23 * 60 * 60);
    browser
        .get(&format!("/open/{link}"))
        .await
        .is(200)
        .says("申請を続けますか");
}

#[tokio::test]
async fn a_mail_that_comes_late_never_ends_the_newer_link() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::MailSent).await;
    portal.set_post_closed(true);
    portal.post_mails().await;
    portal.set_post_closed(false);
    browser.post("/api/mail/resend", &fields(&[])).await;
    let newer = portal.token().await;
    portal.wait(60);
    portal.post_mails().await;
    assert_eq!(
        portal.tokens(),
        [newer.as_str()],
        "the older mail is not needed any more"
    );
    assert_eq!(
        browser
            .led("/api/link/open", &fields(&[("token", &newer)]))
            .await,
        "/photo"
    );
}

#[tokio::test]
async fn a_mail_sent_twice_carries_the_same_link() {
    let portal = TestPortal::new().await;
    portal.applicant_at(Page::MailSent).await;
    portal.set_post_closed(true);
    portal.post_mails().await;
    let first = portal.turned_away();
    portal.set_post_closed(false);
    portal.wait(60);
    portal.post_mails().await;
    let sent = portal.letters();
    assert_eq!(first[0].id, sent[0].id);
    assert_eq!(
        first[0].body.split_once("/open/").unwrap().1[..43],
        sent[0].body.split_once("/open/").unwrap().1[..43]
    );
}

#[tokio::test]
async fn the_device_code_of_a_session_that_ended_is_not_sent() {
    let portal = TestPortal::new().await;
    portal.applicant_at(Page::MailSent).await;
    let second = portal.browser();
    second.open_link().await;
    second.post("/api/leave", &fields(&[])).await;
    portal.post_mails().await;
    assert!(portal.codes().is_empty());
}
