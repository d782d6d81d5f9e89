//! Who sees what.

use super::*;
use crate::words::words;

#[test]
fn a_page_that_may_not_be_shown_leads_to_the_one_that_may() {
    let portal = FakePortal::default();
    let Answer { html, went_to, .. } = answered("/review", portal);
    assert_eq!(went_to.as_deref(), Some("/"));
    assert!(!html.contains("<h1>"), "{html}");
}

#[test]
fn another_device_sees_nothing_of_the_application() {
    for journey in samples::journeys()
        .into_iter()
        .filter(Journey::is_registered)
    {
        for page in Page::ALL {
            let portal = FakePortal {
                access: Access::Challenged,
                ..FakePortal::at(journey.clone())
            };
            let html = answered(page.path(), portal).html;
            let grouped = samples::application_id().grouped();
            for secret in [
                samples::ID,
                &grouped,
                "番号太郎",
                "bangou-tarou",
                "/photo/current",
            ] {
                assert!(!html.contains(secret), "{page:?} shows {secret}");
            }
        }
    }
}

#[test]
fn an_address_where_nothing_is_answers_404() {
    let answer = answered("/nowhere", FakePortal::default());
    assert_eq!(answer.code, Some(404));
}

#[test]
fn a_picture_that_was_answered_is_not_asked_for_again_in_any_way() {
    for is_answered in [false, true] {
        let mut journeys = samples::journeys().into_iter();
        let draft = journeys.rfind(|journey| !journey.is_registered());
        let portal = FakePortal {
            is_answered,
            ..FakePortal::at(draft.expect("one before the registration"))
        };
        let html = answered("/mail", portal).html;
        assert_eq!(html.contains(words().mail.answered), is_answered, "{html}");
        for asked in [
            words().mail.neither_title,
            words().mail.answer,
            "proof-nonce",
        ] {
            assert_eq!(html.contains(asked), !is_answered, "{asked}");
        }
    }
}
