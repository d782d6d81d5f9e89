//! What a page shows after it refused something.

use super::*;

#[test]
fn what_was_typed_is_shown_again_with_what_is_wrong() {
    let flash = flashes().swap_remove(1);
    let journeys = samples::journeys();
    let journey = journeys
        .iter()
        .find(|it| it.page() == Page::Mail)
        .expect("agreed")
        .clone();
    let portal = FakePortal {
        flash,
        ..FakePortal::at(journey)
    };
    let html = answered("/mail", portal).html;
    assert_eq!(
        html.matches(&format!("value=\"{TYPED}\"")).count(),
        3,
        "{html}"
    );
    // once in the summary, once beside the field
    assert_eq!(
        html.matches("メール連絡用氏名を入力してください。").count(),
        2,
        "{html}"
    );
}

#[test]
fn every_problem_of_a_page_leads_to_its_field_and_is_said_there_again() {
    // The terms have no form before the ID is given; the HTTP stories look at theirs.
    let pages: [(&str, &[Field]); 8] = [
        ("/", &[Field::ApplicationId]),
        (
            "/mail",
            &[
                Field::ContactName,
                Field::Mail,
                Field::MailAgain,
                Field::Captcha,
            ],
        ),
        ("/photo", &[Field::Photo]),
        ("/photo/check", &[Field::PhotoDeclaration]),
        (
            "/details",
            &[Field::BirthDate, Field::Certificates, Field::Braille],
        ),
        ("/details", &[Field::DetailsDeclaration]),
        ("/review", &[Field::SubmitDeclaration]),
        ("/status", &[Field::ReceiptNumber, Field::BirthDate]),
    ];
    for (path, fields) in pages {
        let problems = unanswered(fields);
        let html = shown_with(
            path,
            &Flash {
                problems,
                ..Flash::default()
            },
        );
        let ids: HashSet<&str> = values(&html, "id").into_iter().collect();
        let summary = html.split("c-errors__list").nth(1).expect("a summary");
        let summary = summary.split("</ul>").next().expect("its end");
        let links: Vec<&str> = values(summary, "href")
            .iter()
            .filter_map(|href| href.strip_prefix("#"))
            .collect();
        for id in &links {
            assert!(ids.contains(id), "{path}: {id} is nowhere");
            let words = html
                .split(&format!("href=\"#{id}\">"))
                .nth(1)
                .expect("the link");
            let words = words.split('<').next().expect("its words");
            assert!(
                html.matches(words).count() >= 2,
                "{path}: only in the summary: {words}"
            );
        }
        assert_eq!(links.len(), fields.len(), "{path}: {links:?}");
    }
}

#[test]
fn what_was_changed_unasked_is_something_to_know_and_what_was_asked_for_went_well() {
    for (notice, sign) in [
        (Notice::PhotoGone, "data-kind=\"info\""),
        (Notice::MailSentAgain, "data-kind=\"good\""),
    ] {
        let flash = Flash {
            notice: Some(notice),
            ..Flash::default()
        };
        let html = shown_with("/photo", &flash);
        let (_, told) = html.split_once("role=\"status\"").expect("what is told");
        assert!(
            told.find("data-kind")
                .is_some_and(|at| told[at..].starts_with(sign)),
            "{told}"
        );
    }
}

/// A page for the first application that may see it.
fn shown_with(path: &str, flash: &Flash) -> String {
    let page = |journey| {
        let portal = FakePortal {
            flash: flash.clone(),
            ..FakePortal::at(journey)
        };
        Some(answered(path, portal)).filter(|answer| answer.went_to.is_none())
    };
    samples::journeys()
        .into_iter()
        .find_map(page)
        .expect("somebody may see it")
        .html
}
