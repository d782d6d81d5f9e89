//! When the database fails: a page that says so, and nothing lost.

use app::refusal::Refusal;
use rules::application::Page;

use crate::support::{CAUSE, Kind, TestPortal, agreement, details, fields, fixture};

/// What belongs to the operator only.
const INSIDE: [&str; 6] = [CAUSE, "sqlx", "sqlite", "journeys", "panicked", "src/"];

#[tokio::test]
async fn every_page_says_that_the_service_is_not_there_and_names_a_reference() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Review).await;
    portal.store.set_broken(true);
    for page in Page::ALL
        .map(Page::path)
        .into_iter()
        .chain(["/status", "/open/AAAA"])
    {
        let answer = browser.get(page).await;
        if page == "/status" && answer.status == 200 {
            continue;
        }
        let mut answer = answer
            .is(503)
            .says("ただいま、このサービスを利用できません")
            .says("お問い合わせのときは、番号");
        for inside in INSIDE {
            answer = answer.hides(inside);
        }
    }
}

#[tokio::test]
async fn a_script_is_told_the_reference_and_nothing_else() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Details).await;
    portal.store.set_broken(true);
    let told = browser
        .script("/api/details/give", &details())
        .await
        .is(503);
    let Refusal::Unavailable { reference } = told.json() else {
        panic!("{}", told.text())
    };
    assert_eq!(reference.len(), 8);
    for inside in INSIDE {
        assert!(!told.text().contains(inside), "{inside}");
    }
}

#[tokio::test]
async fn a_form_that_was_not_taken_changes_nothing_and_is_taken_afterwards() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Details).await;
    let before = portal.saved().await;
    portal.store.set_broken(true);
    let page = browser
        .submit("/api/details/give", &details())
        .await
        .is(503);
    page.says("ただいま、このサービスを利用できません");
    portal.store.set_broken(false);
    assert_eq!(portal.saved().await, before);
    assert_eq!(
        browser.led("/api/details/give", &details()).await,
        "/review"
    );
}

#[tokio::test]
async fn a_submission_that_failed_is_not_acknowledged_and_can_be_repeated() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Review).await;
    let sent = browser.reviewed().await;
    portal.store.set_broken(true);
    browser.script("/api/submit", &sent).await.is(503);
    portal.store.set_broken(false);
    assert_eq!(portal.completion_mails().await, 0);
    assert_eq!(browser.led("/api/submit", &sent).await, "/done");
    assert_eq!(portal.completion_mails().await, 1);
}

#[tokio::test]
async fn a_photo_that_was_not_taken_can_be_sent_again() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Photo).await;
    portal.store.set_broken(true);
    browser
        .upload_as(Kind::Script, &fixture("good.jpg"))
        .await
        .is(503)
        .hides(CAUSE);
    let answer = browser.upload(&fixture("good.jpg")).await;
    assert_eq!(answer.location(), "/photo");
    browser.get("/photo").await.is(503);
    portal.store.set_broken(false);
    assert_eq!(
        browser.upload(&fixture("good.jpg")).await.location(),
        "/photo/check"
    );
}

#[tokio::test]
async fn mails_wait_until_the_database_is_there_again() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::MailSent).await;
    portal.store.set_broken(true);
    portal.post_mails().await;
    portal.keep_house().await;
    assert!(portal.letters().is_empty());
    portal.store.set_broken(false);
    assert_eq!(browser.open_link().await.location(), "/photo");
}

#[tokio::test]
async fn the_probes_tell_a_process_that_lives_from_one_that_is_ready() {
    let portal = TestPortal::new().await;
    let browser = portal.browser();
    browser.get("/healthz").await.is(200);
    browser.get("/readyz").await.is(200);
    portal.store.set_broken(true);
    browser.get("/healthz").await.is(200);
    browser.get("/readyz").await.is(503).hides(CAUSE);
}

#[tokio::test]
async fn a_draft_survives_the_fault_too() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Terms).await;
    portal.store.set_broken(true);
    browser
        .script("/api/terms/agree", &agreement())
        .await
        .is(503);
    browser.script("/api/leave", &fields(&[])).await.is(503);
    assert!(browser.cookie().is_some());
    portal.store.set_broken(false);
    assert_eq!(browser.led("/api/terms/agree", &agreement()).await, "/mail");
}

#[tokio::test]
async fn a_panic_ends_one_request_with_a_page_and_a_reference() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Photo).await;
    portal.store.set_panicking(true);
    let act = browser.post("/api/leave", &fields(&[])).await;
    let upload = browser.upload(&fixture("good.jpg")).await;
    let page = browser.get("/photo").await;
    for answer in [act, upload, page] {
        let mut answer = answer
            .is(500)
            .says("ただいま、このサービスを利用できません")
            .says("お問い合わせのときは、番号");
        for inside in INSIDE {
            answer = answer.hides(inside);
        }
    }
    portal.store.set_panicking(false);
    browser.get("/photo").await.is(200);
}

#[tokio::test]
async fn an_answer_that_a_layer_gives_has_words_for_browsers() {
    let portal = TestPortal::new().await;
    let browser = portal.browser();
    let of_another_kind = browser.post("/terms", &Vec::new()).await.is(405);
    assert!(
        of_another_kind
            .header("content-type")
            .starts_with("text/html")
    );
    let long = vec![("application_id", "1".repeat(100_000))];
    let too_long = browser.post("/api/start/give", &long).await.is(413);
    for answer in [of_another_kind, too_long] {
        answer.says("送られた内容を読み取れませんでした");
    }
}
