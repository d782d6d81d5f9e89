//! The status of an application that was sent in.

use app::refusal::Refusal;
use rules::application::Page;
use rules::form::{Field, Problem};

use crate::details::{told as birth_date_told, wrong};
use crate::support::{
    BIRTH, Browser, Fields, MAIL, NAME, TestPortal, born, details, fields, form_id,
    on_each_database,
};

/// The receipt number as it stands in the completion mail.
pub(crate) async fn received(portal: &TestPortal) -> String {
    portal.applicant_at(Page::Done).await;
    portal.post_mails().await;
    let letter = &portal.letters()[0];
    letter
        .body
        .split_once("受付番号：")
        .unwrap()
        .1
        .lines()
        .next()
        .unwrap()
        .trim()
        .to_owned()
}

pub(crate) fn asked(receipt: &str) -> Fields<'static> {
    [fields(&[("receipt_number", receipt)]), born(BIRTH)].concat()
}

pub(crate) fn with_another_birth(receipt: &str) -> Fields<'static> {
    fields(&[
        ("receipt_number", receipt),
        ("era", "H"),
        ("year", "11"),
        ("month", "3"),
        ("day", "27"),
    ])
}

/// A receipt number that was never given: it is whole, but another one.
const NEVER_GIVEN: [u8; 16] = [9; 16];

fn never_given() -> String {
    rules::ReceiptNumber::from_random(NEVER_GIVEN).grouped()
}

async fn told(browser: &Browser, given: &Fields<'_>) -> Refusal {
    browser.script("/api/status/look", given).await.json()
}

#[tokio::test]
async fn whoever_knows_number_and_birth_date_sees_the_state_and_no_more() {
    let portal = TestPortal::new().await;
    let receipt = received(&portal).await;
    let browser = portal.browser();
    for typed in [receipt.clone(), receipt.replace('-', "").to_lowercase()] {
        let page = browser
            .submit("/api/status/look", &asked(&typed))
            .await
            .is(200);
        page.says(&receipt)
            .says("受付")
            .hides(NAME)
            .hides(MAIL)
            .hides("平成10年");
    }
    portal
        .browser()
        .get("/status")
        .await
        .is(200)
        .hides(&receipt);
}

#[tokio::test]
async fn an_unknown_number_and_a_wrong_birth_date_are_told_alike_to_the_last_try() {
    let portal =
        TestPortal::planned(|plan| plan.settings.limits.status_tries = 100.try_into().unwrap())
            .await;
    let receipt = received(&portal).await;
    let browser = portal.browser();
    let mut ends = Vec::new();
    for number in 0..7 {
        let known = told(&browser, &with_another_birth(&receipt)).await;
        let unknown = told(&browser, &with_another_birth(&never_given())).await;
        assert_eq!(known, unknown, "try {number}");
        ends.push(known);
    }
    let Refusal::Form(problems) = &ends[4] else {
        panic!("{ends:?}")
    };
    assert_eq!(
        problems.of(Field::ReceiptNumber),
        Some(Problem::StatusNotFound)
    );
    assert!(matches!(ends[5], Refusal::TooMany { .. }), "{ends:?}");
    assert_eq!(
        told(&browser, &asked(&receipt)).await,
        ends[6],
        "also the right birth date"
    );
}

#[tokio::test]
async fn ten_looks_come_from_one_network_in_ten_minutes() {
    let portal = TestPortal::new().await;
    let receipt = received(&portal).await;
    let browser = portal.browser();
    for _ in 0..10 {
        browser
            .script("/api/status/look", &asked(&receipt))
            .await
            .is(303);
    }
    assert_eq!(
        told(&browser, &asked(&receipt)).await,
        Refusal::TooMany { wait_seconds: 60 }
    );
    browser
        .submit("/api/status/look", &asked(&receipt))
        .await
        .is(200);
    portal
        .browser()
        .script("/api/status/look", &asked(&receipt))
        .await
        .is(303);
}

#[tokio::test]
async fn a_mistyped_number_is_told_at_the_field() {
    let portal = TestPortal::new().await;
    let receipt = received(&portal).await;
    let last = if receipt.ends_with('2') { '3' } else { '2' };
    let mistyped = format!("{}{last}", &receipt[..receipt.len() - 1]);
    let browser = portal.browser();
    let page = browser
        .submit("/api/status/look", &asked(&mistyped))
        .await
        .is(200);
    assert!(page.title().starts_with("エラー："), "{}", page.title());
    assert_eq!(page.value_of("receipt_number"), mistyped);
    page.says("受付番号の文字が違っています");
}

#[tokio::test]
async fn looks_count_at_the_forms_birth_date_and_a_locked_form_is_told_as_one_never_given() {
    on_each_database(async |database| {
        let portal = database
            .portal(|plan| {
                plan.settings.journey.birth_date_tries_in_all = 4.try_into().unwrap();
                plan.settings.limits.status_tries = 100.try_into().unwrap();
            })
            .await;
        let applicant = portal.applicant_at(Page::Details).await;
        let receipt = received(&portal).await;
        let browser = portal.browser();
        // A right look does not count.
        for _ in 0..6 {
            let seen = browser.script("/api/status/look", &asked(&receipt)).await;
            seen.is(303);
        }
        let unknown = told(&browser, &asked(&never_given())).await;
        for _ in 0..3 {
            let told = told(&browser, &with_another_birth(&receipt)).await;
            assert_eq!(told, unknown);
        }
        let last = birth_date_told(&applicant, &wrong()).await;
        assert!(
            matches!(last, Problem::BirthDateMismatch { .. }),
            "{last:?}"
        );
        assert_eq!(told(&browser, &asked(&receipt)).await, unknown, "locked");
        let locked = birth_date_told(&applicant, &details()).await;
        assert_eq!(locked, Problem::BirthDateLocked);
        portal.service.unlock_form(&form_id(1)).await.unwrap();
        let seen = browser.script("/api/status/look", &asked(&receipt)).await;
        seen.is(303);
    })
    .await;
}
