//! Double clicks, repeats, two tabs: one application, one receipt, one mail.

use app::refusal::Refusal;
use futures_util::future::join_all;
use rules::application::Page;

use crate::support::{Browser, TestPortal, details, fields};

/// The receipt number that a browser is shown.
pub(crate) async fn receipt(browser: &Browser) -> String {
    let page = browser.get("/done").await.is(200).text();
    let words: Vec<_> = page
        .split(['<', '>'])
        .filter(|word| word.len() == 14 && word.matches('-').count() == 2)
        .collect();
    words
        .first()
        .unwrap_or_else(|| panic!("no receipt number in {page}"))
        .to_string()
}

#[tokio::test]
async fn twenty_who_send_it_in_at_once_come_to_one_receipt_and_one_mail() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Review).await;
    let sent = browser.reviewed().await;
    let tries = (0..20).map(|_| {
        let (tab, sent) = (browser.clone(), sent.clone());
        async move {
            assert_eq!(tab.led("/api/submit", &sent).await, "/done");
            receipt(&tab).await
        }
    });
    let receipts = join_all(tries).await;
    assert!(
        receipts.iter().all(|receipt| *receipt == receipts[0]),
        "{receipts:?}"
    );
    assert_eq!(portal.completion_mails().await, 1);
}

#[tokio::test]
async fn sending_it_in_again_comes_to_the_same_receipt() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Review).await;
    let sent = browser.reviewed().await;
    let mut receipts = Vec::new();
    for _ in 0..3 {
        assert_eq!(browser.led("/api/submit", &sent).await, "/done");
        receipts.push(receipt(&browser).await);
    }
    assert!(
        receipts.iter().all(|receipt| *receipt == receipts[0]),
        "{receipts:?}"
    );
    assert_eq!(portal.completion_mails().await, 1);
}

#[tokio::test]
async fn twenty_clicks_that_register_the_address_at_once_make_one_application_and_one_mail() {
    let portal =
        TestPortal::planned(|plan| plan.settings.limits.mails_per_address = 50.try_into().unwrap())
            .await;
    let browser = portal.applicant_at(Page::MailCheck).await;
    let tabs: Vec<_> = (0..20).map(|_| browser.clone()).collect();
    let nothing = Vec::new();
    join_all(
        tabs.iter()
            .map(|tab| tab.post("/api/mail/confirm", &nothing)),
    )
    .await;
    portal.post_mails().await;
    assert_eq!(portal.letters().len(), 1);
    assert_eq!(
        browser.open_link().await.location(),
        "/photo",
        "it is this browser's own application"
    );
}

#[tokio::test]
async fn a_double_click_that_registers_the_address_counts_as_one_mail() {
    let portal = TestPortal::planned(|plan| {
        plan.settings.limits.mails_per_form = 2.try_into().unwrap();
    })
    .await;
    let browser = portal.applicant_at(Page::MailCheck).await;
    let (tab, nothing) = (browser.clone(), Vec::new());
    let clicks = [&browser, &tab].map(|tab| tab.post("/api/mail/confirm", &nothing));
    join_all(clicks).await;
    browser.post("/api/mail/resend", &nothing).await;
    portal.post_mails().await;
    assert_eq!(portal.letters().len(), 2);
}

#[tokio::test]
async fn the_second_application_of_a_form_is_told_when_it_is_sent_in() {
    let portal = TestPortal::new().await;
    let first = portal.applicant_at(Page::Review).await;
    let second = portal.applicant_at(Page::Review).await;
    first.go(Page::Review, Page::Done).await;
    let sent = second.reviewed().await;
    let told = second.script("/api/submit", &sent).await.is(409);
    assert_eq!(told.json::<Refusal>(), Refusal::AlreadySubmitted);
    let page = second.submit("/api/submit", &sent).await.is(200);
    page.says("この申請書IDでは、すでに申請を受け付けています");
    assert_eq!(portal.completion_mails().await, 1);
}

#[tokio::test]
async fn two_applications_of_a_form_sent_in_at_once_make_one_receipt() {
    let portal = TestPortal::new().await;
    let mut tabs = Vec::new();
    for _ in 0..2 {
        let browser = portal.applicant_at(Page::Review).await;
        let sent = browser.reviewed().await;
        tabs.extend((0..5).map(|_| (browser.clone(), sent.clone())));
    }
    let answers = join_all(
        tabs.iter()
            .map(|(tab, sent)| tab.script("/api/submit", sent)),
    )
    .await;
    let statuses: Vec<_> = answers
        .iter()
        .map(|answer| answer.status.as_u16())
        .collect();
    assert!(
        statuses.iter().all(|status| [303, 409].contains(status)),
        "{statuses:?}"
    );
    assert_eq!(
        statuses.iter().filter(|status| **status == 303).count(),
        5,
        "{statuses:?}"
    );
    assert_eq!(portal.completion_mails().await, 1);
}

#[tokio::test]
async fn what_was_changed_in_another_tab_is_looked_at_again_before_it_is_sent_in() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Review).await;
    let stale = browser.reviewed().await;
    let mut changed = details();
    changed.retain(|(name, _)| *name != "certificates");
    changed.extend(fields(&[
        ("certificates", "decline"),
        ("decline_signature", "yes"),
    ]));
    browser.clone().led("/api/details/give", &changed).await;
    let told = browser.script("/api/submit", &stale).await.is(409);
    assert_eq!(told.json::<Refusal>(), Refusal::Changed);
    let page = browser.submit("/api/submit", &stale).await.is(200);
    page.says("別の画面で内容が変更されました");
    assert_eq!(portal.completion_mails().await, 0);
    let fresh = browser.reviewed().await;
    assert_eq!(browser.led("/api/submit", &fresh).await, "/done");
}

#[tokio::test]
async fn the_second_click_of_a_double_click_is_as_good_as_the_first() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Details).await;
    let given = details();
    let answers = join_all((0..2).map(|_| browser.post("/api/details/give", &given))).await;
    for answer in answers {
        assert_eq!(answer.location(), "/review");
    }
    assert_eq!(portal.saved().await.stage, "described");
    browser.get("/review").await.is(200);
}

#[tokio::test]
async fn looking_at_pages_meanwhile_undoes_nothing_that_is_written() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::MailCheck).await;
    // The next looks are late enough to be put down.
    portal.wait(61);
    let looks = (0..20).map(|_| browser.get("/terms"));
    let nothing = Vec::new();
    let act = browser.post("/api/mail/confirm", &nothing);
    let (_, registered) = futures_util::future::join(join_all(looks), act).await;
    assert_eq!(registered.location(), "/mail/sent");
    browser.get("/mail/sent").await.is(200);
    assert_eq!(browser.open_link().await.location(), "/photo");
}
