//! Every page in every state, as the server renders it.

use std::collections::HashSet;
use std::sync::{Arc, LazyLock};

use futures::StreamExt;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_meta::provide_meta_context;
use leptos_router::location::RequestUrl;
use rules::form::{Field, FormProblems};
use rules::journey::{Access, Journey, Page};

use super::fake_portal::{FakePortal, FakeReply};
use super::samples;
use crate::api;
use crate::portal::{Demo, Flash, LinkView, Portal, Reply, Status, StatusState};
use crate::refusal::Refusal;
use crate::shell::App;
use crate::text::pages::common;

/// What a browser gets at an address: the page, and where it is sent instead.
struct Answer {
    html: String,
    went_to: Option<String>,
    code: Option<u16>,
}

fn answered(path: &str, portal: FakePortal) -> Answer {
    // the first test of the process wins; the others find it set
    drop(any_spawner::Executor::init_futures_executor());
    let reply = Arc::new(FakeReply::default());
    let portal = Arc::new(portal);
    let owner = Owner::new();
    let chunks = owner.with(|| {
        provide_context(RequestUrl::new(path));
        provide_context::<Arc<dyn Portal>>(portal.clone());
        provide_context::<Arc<dyn Demo>>(portal);
        provide_context::<Arc<dyn Reply>>(reply.clone());
        provide_meta_context();
        view! { <App /> }.to_html_stream_in_order()
    });
    let html = futures::executor::block_on(chunks.collect::<Vec<String>>()).concat();
    drop(owner);
    let went_to = reply.went_to.lock().expect("nobody panicked").clone();
    let code = *reply.code.lock().expect("nobody panicked");
    Answer {
        html,
        went_to,
        code,
    }
}

/// Everything a browser can see, each with a name for messages.
fn shown() -> &'static [(String, String)] {
    static SHOWN: LazyLock<Vec<(String, String)>> = LazyLock::new(show_all);
    &SHOWN
}

fn show_all() -> Vec<(String, String)> {
    let mut shown = Vec::new();
    for flash in flashes() {
        for journey in samples::journeys() {
            for page in Page::ALL {
                let portal = FakePortal {
                    flash: flash.clone(),
                    ..FakePortal::at(journey.clone())
                };
                let Answer { html, went_to, .. } = answered(page.path(), portal);
                let name = format!(
                    "{page:?} at {} after {}",
                    journey.stage().name(),
                    name(&flash)
                );
                if went_to.is_none() {
                    shown.push((name, html));
                }
            }
        }
        for (path, portal) in open_pages(&flash) {
            shown.push((
                format!("{path} after {}", name(&flash)),
                answered(path, portal).html,
            ));
        }
    }
    shown
}

/// The pages without a guard, and those for another device.
fn open_pages(flash: &Flash) -> Vec<(&'static str, FakePortal)> {
    let portal = || FakePortal {
        flash: flash.clone(),
        ..FakePortal::default()
    };
    let registered = || samples::journeys().into_iter().find(Journey::is_registered);
    let with_link = |link| ("/open/some-token", FakePortal { link, ..portal() });
    let status = Status {
        receipt: samples::receipt(),
        submitted_at: samples::NOW,
        state: StatusState::Received,
    };
    let challenged = FakePortal {
        journey: registered().expect("a registered one"),
        access: Access::Challenged,
        ..portal()
    };
    let last_four = "0987".to_owned();
    vec![
        ("/apply/98765432109876543210987", portal()),
        ("/apply/98765", portal()),
        ("/device", challenged),
        with_link(LinkView::Ready {
            last_four,
            until: samples::NOW,
        }),
        with_link(LinkView::Expired),
        with_link(LinkView::Used),
        with_link(LinkView::Finished),
        with_link(LinkView::Unknown),
        ("/status", portal()),
        (
            "/status",
            FakePortal {
                status: Some(status),
                ..portal()
            },
        ),
        ("/demo", portal()),
        ("/demo/mail", portal()),
    ]
}

const TYPED: &str = "typed-by-somebody";

/// The problems of a form in which these fields were left out.
fn unanswered(fields: &[Field]) -> FormProblems {
    let mut problems = FormProblems::new();
    for field in fields {
        problems.require(*field, false);
    }
    problems
}

/// Nothing; everything wrong at once; each kind of refusal; good news.
fn flashes() -> Vec<Flash> {
    let problems = unanswered(&Field::ALL);
    let names = [
        "application_id",
        "contact_name",
        "mail",
        "mail_again",
        "applicant",
        "era",
        "year",
    ];
    let more = [
        "month",
        "day",
        "certificates",
        "braille_wish",
        "braille",
        "receipt_number",
    ];
    let values = names
        .iter()
        .chain(&more)
        .map(|name| ((*name).to_owned(), TYPED.to_owned()));
    let wrong = Flash {
        values: values.collect(),
        problems,
        ..Flash::default()
    };
    let refused = |refusal| Flash {
        refused: Some(refusal),
        ..Flash::default()
    };
    vec![
        Flash::default(),
        wrong,
        refused(Refusal::AlreadySubmitted),
        refused(Refusal::Unavailable {
            reference: "K7Q2".to_owned(),
        }),
        Flash {
            notice: Some(common::MAIL_SENT_AGAIN.to_owned()),
            ..Flash::default()
        },
    ]
}

fn name(flash: &Flash) -> &'static str {
    match (&flash.refused, &flash.notice) {
        (Some(_), _) => "a refusal",
        (None, Some(_)) => "good news",
        (None, None) if flash.problems.is_empty() => "nothing",
        (None, None) => "problems",
    }
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let opening = format!(" {attribute}=\"");
    html.split(&opening)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

/// The forms of a page, each from its opening tag to its end.
fn forms(html: &str) -> Vec<&str> {
    let end = |form: &&str| form.find("</form>").unwrap_or(form.len());
    html.split("<form")
        .skip(1)
        .map(|form| &form[..end(&form)])
        .collect()
}

#[test]
fn every_page_has_one_heading_and_unique_ids() {
    for (name, html) in shown() {
        assert_eq!(html.matches("<h1>").count(), 1, "{name}: {html}");
        let mut known = HashSet::new();
        for id in values(html, "id") {
            assert!(known.insert(id), "{name}: the id {id} stands twice");
        }
    }
}

#[test]
fn everything_referred_to_is_on_the_page() {
    for (name, html) in shown() {
        let ids: HashSet<&str> = values(html, "id").into_iter().collect();
        let labels = values(html, "for").into_iter();
        let links = values(html, "href")
            .into_iter()
            .filter_map(|href| href.strip_prefix('#'));
        let described = values(html, "aria-describedby")
            .into_iter()
            .flat_map(str::split_whitespace);
        // problems of all pages at once are listed on each: only its own lead anywhere
        let has_all_problems = name.ends_with("after problems");
        for id in labels
            .chain(described)
            .chain(links.filter(|_| !has_all_problems))
        {
            assert!(ids.contains(id), "{name}: {id} is nowhere");
        }
    }
}

#[test]
fn every_form_has_a_button_and_is_sent_to_an_address_that_is_there() {
    let known: HashSet<&str> = [
        api::GiveForm::PATH,
        api::AgreeTerms::PATH,
        api::GiveContact::PATH,
        api::ChangePicture::PATH,
        api::ConfirmAddress::PATH,
        api::ResendLink::PATH,
        api::OpenLink::PATH,
        api::RenewLink::PATH,
        api::ProveDevice::PATH,
        api::ResendCode::PATH,
        api::ConfirmPhoto::PATH,
        api::GiveDetails::PATH,
        api::Submit::PATH,
        api::LookUp::PATH,
        api::Leave::PATH,
        "/photo/upload",
    ]
    .into();
    let mut used = HashSet::new();
    for (name, html) in shown() {
        for form in forms(html) {
            assert!(form.contains("method=\"post\""), "{name}: {form}");
            assert!(
                form.contains("type=\"submit\""),
                "{name}: no button in {form}"
            );
            for attribute in ["action", "formaction"] {
                for path in values(form, attribute) {
                    let path = known.get(path);
                    used.extend(path);
                    assert!(path.is_some(), "{name}: {form}");
                }
            }
        }
    }
    assert_eq!(used, known, "an act that no page offers");
}

#[test]
fn nothing_that_was_typed_or_is_known_stands_in_an_address() {
    for (name, html) in shown() {
        if name.starts_with("/demo") {
            continue;
        }
        for attribute in ["href", "action", "formaction", "src"] {
            for address in values(html, attribute) {
                for secret in [TYPED, samples::ID, "bangou-tarou", "番号太郎", "some-token"] {
                    assert!(!address.contains(secret), "{name}: {attribute}={address}");
                }
            }
        }
    }
}

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
        let links: Vec<&str> = values(&html, "href")
            .iter()
            .filter_map(|href| href.strip_prefix("#"))
            .collect();
        for id in links.iter().filter(|id| **id != "main") {
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
        assert_eq!(links.len(), fields.len() + 1, "{path}: {links:?}");
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
