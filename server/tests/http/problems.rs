//! Acts with problems: told to scripts at once, and to forms on the page.

use app::refusal::Refusal;
use app::words::words;
use rules::application::Page;
use rules::form::FormProblems;

use crate::support::{Answer, Fields, TestPortal, agreement, fields, form_id};

/// An act that is refused for what was typed.
struct Refused {
    at: Page,
    act: &'static str,
    given: Fields<'static>,
    /// Where it leads back to.
    page: &'static str,
    /// Control and value that must be shown again.
    typed: Option<(&'static str, &'static str)>,
}

/// Acts with problems. What is kept of them is shown again; codes and ticks are not.
#[expect(clippy::too_many_lines, reason = "a list of cases")]
fn with_problems() -> Vec<Refused> {
    let birth = [fields(&[
        ("era", "H"),
        ("year", "12"),
        ("month", "13"),
        ("day", "1"),
    ])]
    .concat();
    let typed = |id, value| Some((id, value));
    let unknown = form_id(9);
    let names = [
        ("contact_name", "🐟"),
        ("mail", "taro＠example"),
        ("mail_again", "x"),
        ("captcha", ""),
    ];
    let row = |at, act, given, page, typed| Refused {
        at,
        act,
        given,
        page,
        typed,
    };
    vec![
        row(
            Page::Start,
            "/api/start/give",
            fields(&[("application_id", "123")]),
            "/",
            typed("application_id", "123"),
        ),
        row(
            Page::Start,
            "/api/start/give",
            fields(&[("application_id", unknown.as_str())]),
            "/",
            None,
        ),
        row(
            Page::Terms,
            "/api/terms/agree",
            fields(&[("adult", "yes")]),
            "/terms",
            None,
        ),
        row(
            Page::Mail,
            "/api/mail/give",
            fields(&names),
            "/mail",
            typed("contact_name", "🐟"),
        ),
        row(
            Page::Device,
            "/api/device/prove",
            fields(&[("device_code", "12")]),
            "/device",
            None,
        ),
        row(
            Page::PhotoCheck,
            "/api/photo/confirm",
            fields(&[]),
            "/photo/check",
            None,
        ),
        row(
            Page::Details,
            "/api/details/give",
            birth.clone(),
            "/details",
            typed("birth-month", "13"),
        ),
        row(
            Page::Review,
            "/api/submit",
            fields(&[("seen", "1")]),
            "/review",
            None,
        ),
        row(
            Page::Start,
            "/api/status/look",
            birth,
            "/status",
            typed("birth-month", "13"),
        ),
    ]
}

/// Everything that is wrong stands in the summary and at its field, and the title says so.
fn shows(page: &Answer, problems: &FormProblems) {
    assert!(page.title().starts_with("エラー："), "{}", page.title());
    for problem in problems {
        let words = words().problem(problem);
        assert!(
            page.summary().contains(&words),
            "{words}\n{}",
            page.summary()
        );
        let times = page.text().matches(&words).count();
        assert!(times >= 2, "「{words}」 stands {times} times");
    }
}

#[tokio::test]
async fn what_is_wrong_is_told_to_scripts_at_once_and_to_forms_on_the_page() {
    for Refused {
        at,
        act,
        given,
        page,
        typed,
    } in with_problems()
    {
        let portal = TestPortal::new().await;
        let browser = portal.applicant_at(at).await;
        let told: Refusal = browser.script(act, &given).await.is(422).json();
        let Refusal::Form(problems) = told else {
            panic!("{act}: {told:?}")
        };
        assert!(!problems.is_empty(), "{act}");
        let answer = browser.post(act, &given).await;
        assert_eq!(answer.location(), page, "{act}");
        let shown = browser.get(page).await.is(200);
        shows(&shown, &problems);
        if let Some((id, value)) = typed {
            assert_eq!(shown.value_of(id), value, "{act}");
        }
        browser.get("/").await.is(200);
    }
}

#[tokio::test]
async fn what_was_refused_is_forgotten_once_it_is_right() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Terms).await;
    browser
        .submit("/api/terms/agree", &fields(&[]))
        .await
        .is(200)
        .says("エラー：");
    assert_eq!(browser.led("/api/terms/agree", &agreement()).await, "/mail");
    browser.get("/terms").await.is(200).hides("エラー：");
}
