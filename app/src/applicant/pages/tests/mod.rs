//! Every page in every state, as the server renders it.

mod admission;
mod html;
mod pseudo;
mod refusals;

use std::collections::HashSet;
use std::sync::{Arc, LazyLock};

use futures::StreamExt;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_meta::provide_meta_context;
use leptos_router::location::RequestUrl;
use rules::Language;
use rules::application::{Access, Journey, Page};
use rules::form::{Field, FormProblems};

use super::fake_portal::{FakePortal, FakeReply};
use super::samples;
use crate::applicant::Notice;
use crate::applicant::api;
use crate::applicant::portal::{About, Flash, LinkView, Status, StatusState, provide_portal};
use crate::demo::Demo;
use crate::exchange::Reply;
use crate::refusal::Refusal;
use crate::shell::App;

/// What a browser gets at an address: the page, and where it is sent instead.
struct Answer {
    html: String,
    went_to: Option<String>,
    code: Option<u16>,
}

fn answered(path: &str, portal: FakePortal) -> Answer {
    answered_in(Language::Japanese, path, portal)
}

fn answered_in(language: Language, path: &str, portal: FakePortal) -> Answer {
    // the first test of the process wins; the others find it set
    drop(any_spawner::Executor::init_futures_executor());
    let reply = Arc::new(FakeReply::default());
    let portal = Arc::new(portal);
    let owner = Owner::new();
    let chunks = owner.with(|| {
        provide_context(RequestUrl::new(path));
        provide_context(language);
        provide_portal(portal.clone());
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
    static SHOWN: LazyLock<Vec<(String, String)>> =
        LazyLock::new(|| show_all(Language::Japanese, &flashes()));
    &SHOWN
}

fn show_all(language: Language, flashes: &[Flash]) -> Vec<(String, String)> {
    let mut shown = Vec::new();
    for flash in flashes {
        for journey in samples::journeys() {
            for page in Page::ALL {
                let portal = FakePortal {
                    flash: flash.clone(),
                    ..FakePortal::at(journey.clone())
                };
                let Answer { html, went_to, .. } = answered_in(language, page.path(), portal);
                let name = format!(
                    "{page:?} at {} after {}",
                    journey.stage().name(),
                    name(flash)
                );
                if went_to.is_none() {
                    shown.push((name, html));
                }
            }
        }
        for (path, portal) in open_pages(flash) {
            shown.push((
                format!("{path} after {}", name(flash)),
                answered_in(language, path, portal).html,
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
    let one_of_several = || FakePortal {
        journey: registered().expect("a registered one"),
        is_one_of_several: true,
        ..portal()
    };
    let to_choose = FakePortal {
        journey: registered().expect("a registered one"),
        ..portal()
    };
    vec![
        ("/mail/sent", one_of_several()),
        ("/", one_of_several()),
        ("/other", to_choose),
        ("/other", portal()),
        ("/apply/98765432109876543210987", portal()),
        ("/apply/98765", portal()),
        ("/device", challenged),
        with_link(LinkView::Ready {
            last_four,
            until: samples::NOW,
        }),
        with_link(LinkView::Expired),
        with_link(LinkView::Replaced),
        with_link(LinkView::UnderWay(About::of(&[7; 32]))),
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
        .map(|name| (*name, TYPED.to_owned()));
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
            notice: Some(Notice::MailSentAgain),
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
