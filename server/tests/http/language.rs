//! The language of a request reaches everything that answers it, and what is kept.

use rules::Language;
use rules::application::Page;

use crate::support::{Answer, TestPortal, fields};

async fn pseudo_portal() -> TestPortal {
    TestPortal::planned(|plan| plan.language = Language::Pseudo).await
}

fn is_japanese(letter: char) -> bool {
    matches!(u32::from(letter), 0x3040..=0x30ff | 0x4e00..=0x9fff)
}

fn assert_speaks(language: Language, page: &str, what: &str) {
    let (tag, direction) = (language.tag(), language.direction());
    let opening = format!("<html lang=\"{tag}\" dir=\"{direction}\">");
    assert!(page.contains(&opening), "{what}: {page}");
    let title = page.split("<title>").nth(1).unwrap();
    let title = title.split("</title>").next().unwrap();
    assert_eq!(
        title.contains(is_japanese),
        language == Language::Japanese,
        "{what}: {title}"
    );
}

#[tokio::test]
async fn pages_and_errors_are_in_the_language_of_the_request() {
    for language in [Language::Japanese, Language::Pseudo] {
        let portal = TestPortal::planned(|plan| plan.language = language).await;
        let browser = portal.browser();
        for path in ["/", "/status", "/no/such/page", "/apply/98765"] {
            assert_speaks(language, &browser.get(path).await.text(), path);
        }
        // The framework refuses what is no form; the page is put in its place.
        let refused = browser.post("/api/no/such/act", &fields(&[])).await;
        assert_speaks(language, &refused.text(), "no such act");
        let foreign = http::Request::post("/api/leave")
            .header("accept", "text/html")
            .header("sec-fetch-site", "cross-site")
            .body(axum::body::Body::empty())
            .unwrap();
        assert_speaks(
            language,
            &browser.send(foreign).await.text(),
            "a foreign form",
        );
    }
}

#[tokio::test]
async fn a_page_for_everybody_is_kept_for_each_language() {
    let portal = TestPortal::new().await;
    let there = portal
        .elsewhere(|plan| plan.language = Language::Pseudo)
        .await;
    for _ in 0..2 {
        for path in ["/terms", "/help"] {
            let japanese: Answer = portal.browser().get(path).await;
            assert_speaks(Language::Japanese, &japanese.text(), path);
            let pseudo: Answer = there.browser().get(path).await;
            assert_speaks(Language::Pseudo, &pseudo.text(), path);
        }
    }
}

#[tokio::test]
async fn a_mail_is_written_in_the_language_in_which_the_address_was_given() {
    for portal in [TestPortal::new().await, pseudo_portal().await] {
        let applicant = portal.applicant_at(Page::MailSent).await;
        portal.post_mails().await;
        let letters = portal.letters();
        let letter = letters.first().unwrap();
        let office = &portal.settings().office;
        let ours = letter
            .body
            .replace(office.name.as_str(), "")
            .replace(office.hours.as_str(), "");
        let speaks_japanese = applicant.get("/").await.text().contains("lang=\"ja\"");
        assert_eq!(ours.contains(is_japanese), speaks_japanese, "{ours}");
    }
}
