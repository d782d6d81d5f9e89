//! The gallery, rendered: it holds every component in every state.

use std::collections::HashSet;
use std::sync::Arc;

use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use rules::Moment;
use rules::form::{Field, FormProblem, FormProblems, Problem};

use super::field::anchor;
use super::layout::page_title;
use super::{ButtonKind, ErrorSummary, Layout, Notice, NoticeKind, SubmitButton, TextField};
use crate::applicant::pages::fake_portal::FakePortal;
use crate::applicant::pages::{AccessibilityPage, HelpPage, NotFoundPage, PrivacyPage, gallery_of};
use crate::applicant::portal::provide_portal;
use crate::site::{PageContext, Site};
use crate::words::words;

/// Renders a view as the server does, with a portal that is a demonstration.
fn rendered<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new();
    owner.with(|| {
        provide_portal(Arc::new(FakePortal::default()));
        provide_meta_context();
        view().into_view().to_html()
    })
}

fn gallery() -> String {
    let portal = FakePortal::default();
    rendered(|| gallery_of(portal.site(), portal.now(), Some("sample".to_owned())))
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let opening = format!(" {attribute}=\"");
    html.split(&opening)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[test]
fn ids_of_the_gallery_are_unique() {
    let html = gallery();
    let mut known = HashSet::new();
    for id in values(&html, "id") {
        assert!(known.insert(id), "{id} stands twice");
    }
    assert!(
        known.len() > 40,
        "the gallery holds only {} ids",
        known.len()
    );
}

#[test]
fn everything_referred_to_is_on_the_page() {
    let html = gallery();
    let ids: HashSet<&str> = values(&html, "id").into_iter().collect();
    let lists = ["aria-describedby", "aria-labelledby"];
    let single = values(&html, "for").into_iter();
    let links = values(&html, "href")
        .into_iter()
        .filter_map(|href| href.strip_prefix('#'));
    let listed = lists
        .into_iter()
        .flat_map(|name| values(&html, name))
        .flat_map(str::split_whitespace);
    for id in single.chain(links).chain(listed) {
        assert!(ids.contains(id), "{id} is referred to, but not on the page");
    }
}

#[test]
fn every_control_has_a_label() {
    let html = gallery();
    let labels: HashSet<&str> = values(&html, "for").into_iter().collect();
    for control in html
        .split("<input ")
        .skip(1)
        .chain(html.split("<select ").skip(1))
    {
        let (tag, _) = control.split_once('>').unwrap();
        let tag = format!(" {tag}");
        if values(&tag, "type") != ["hidden"] {
            let [id] = values(&tag, "id")[..] else {
                panic!("a control has no id: {tag}")
            };
            assert!(labels.contains(id), "{id} has no label");
        }
    }
}

#[test]
fn the_summary_and_the_field_say_the_same() {
    let problem = FormProblem {
        field: Field::MailAgain,
        problem: Problem::MailAgainEmpty,
    };
    let problems = FormProblems::one(problem.field, problem.problem);
    let html = rendered(|| {
        view! {
            <ErrorSummary problems=problems.clone() />
            <TextField field=Field::MailAgain name="mail_again" label="x" value="" problems />
        }
    });
    assert_eq!(html.matches(&words().problem(&problem)).count(), 2);
    assert!(html.contains("href=\"#mail_again\""));
    assert!(html.contains("aria-invalid=\"true\""));
}

#[test]
fn a_form_without_problems_shows_no_summary_and_no_error() {
    let html = rendered(|| {
        view! {
            <ErrorSummary problems=FormProblems::new() />
            <TextField field=Field::Mail name="mail" label="x" value="" problems=FormProblems::new() />
        }
    });
    assert!(!html.contains("c-errors"));
    assert!(!html.contains("aria-invalid"));
    assert!(!html.contains("aria-describedby"));
}

#[test]
fn what_was_typed_is_shown_as_text_and_never_as_markup() {
    let html = rendered(|| {
        view! {
            <TextField
                field=Field::ContactName
                name="contact_name"
                label="x"
                value="\"><script>alert(1)</script>"
                problems=FormProblems::new()
            />
        }
    });
    assert!(!html.contains("<script>"));
    assert!(!html.contains("value=\"\">"));
}

#[test]
fn the_summary_leads_to_the_wrong_part_of_the_birth_date() {
    let problem = |problem: Problem| FormProblem {
        field: Field::BirthDate,
        problem,
    };
    let month = Problem::BirthDate(rules::BirthDateProblem::MonthRange);
    assert_eq!(anchor(&problem(month)), "birth-month");
    assert_eq!(
        anchor(&problem(Problem::BirthDateMismatch { tries_left: 1 })),
        "birth-era"
    );
}

#[test]
fn only_the_wrong_part_of_the_birth_date_is_marked() {
    let html = gallery();
    let (_, part) = html.split_once("data-part=\"month\"").unwrap();
    let (month, day) = part.split_once("data-part=\"day\"").unwrap();
    let (day, _) = day.split_once("</fieldset>").unwrap();
    assert!(month.contains("aria-invalid"));
    assert!(!day.contains("aria-invalid"));
}

#[test]
fn a_page_without_session_and_islands_holds_no_script() {
    for html in [
        rendered(|| view! { <HelpPage /> }),
        rendered(|| view! { <PrivacyPage /> }),
        rendered(|| view! { <AccessibilityPage /> }),
        rendered(|| view! { <NotFoundPage /> }),
    ] {
        assert!(html.contains("<main"));
        assert!(!html.contains("<script"));
        assert!(!html.contains(".wasm"));
    }
}

#[test]
fn a_page_with_a_session_loads_the_watch_and_nothing_inline() {
    let html = gallery();
    assert_eq!(html.matches("<script").count(), 1);
    assert!(html.contains("<script type=\"module\" src=\"/session.js\"></script>"));
    assert!(html.contains("data-ends=\"1800\""));
}

#[test]
fn nothing_needs_a_style_attribute_as_the_policy_forbids_it() {
    assert!(!gallery().contains(" style="));
}

#[test]
fn the_gallery_is_no_page_of_a_real_portal() {
    let site = FakePortal::default().site();
    let real = Arc::new(Site {
        demo: false,
        ..Site::clone(&site)
    });
    let html = rendered(|| gallery_of(real, Moment(0), Some("sample".to_owned())));
    assert!(html.contains(words().not_found.typed));
    assert!(!html.contains(words().gallery.lead));
}

#[test]
fn the_frame_shows_the_step_and_the_way_back() {
    let html = rendered(|| {
        view! { <Layout title="x" step=Some(3) back=Some("/terms")>"y"</Layout> }
    });
    assert!(html.contains("ステップ 3／9"));
    assert!(html.contains("<a href=\"/terms\">"));
    assert_eq!(html.matches("data-state=\"now\"").count(), 1);
    assert_eq!(html.matches("data-state=\"done\"").count(), 2);
    assert_eq!(html.matches("<h1>").count(), 1);
}

#[test]
fn a_session_that_is_over_counts_from_zero() {
    let html = rendered(|| {
        view! { <Layout title="x" session_ends=Some(Moment(0))>"y"</Layout> }
    });
    assert!(html.contains("data-ends=\"0\""));
}

#[test]
fn the_title_in_the_browser_tells_of_errors_first() {
    let title = page_title("題", Some("ステップ 3／9"), true);
    assert_eq!(
        title,
        format!("エラー：題｜ステップ 3／9｜{}", words().frame.service)
    );
    assert_eq!(
        page_title("題", None, false),
        format!("題｜{}", words().frame.service)
    );
}

#[test]
fn a_notice_says_its_kind_in_a_word() {
    for (kind, word) in [
        (NoticeKind::Info, "お知らせ"),
        (NoticeKind::Good, "完了"),
        (NoticeKind::Warn, "注意"),
    ] {
        assert!(rendered(|| view! { <Notice kind title="x" /> }).contains(word));
    }
}

#[test]
fn a_button_may_send_its_form_elsewhere() {
    let html = rendered(|| {
        view! { <SubmitButton label="x" kind=ButtonKind::Second formaction="/api/x" /> }
    });
    assert!(html.contains("formaction=\"/api/x\""));
    assert!(!rendered(|| view! { <SubmitButton label="x" /> }).contains("formaction"));
}
