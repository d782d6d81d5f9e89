//! Every address of the portal, found and not written down by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use axum::body::Body;
use http::header::CONTENT_TYPE;
use http::{Method, Request};
use leptos::server_fn::axum::server_fn_paths;

use crate::support::{Browser, Kind, TestPortal};

/// Addresses of pages, as a browser asks for them.
pub(crate) fn pages() -> Vec<String> {
    let routes = leptos_axum::generate_route_list(app::App);
    let known = routes.iter().map(|route| {
        route
            .path()
            .replace("{id}", "123")
            .replace("{token}", &"A".repeat(43))
    });
    known
        .map(|path| {
            if path.is_empty() {
                "/".to_owned()
            } else {
                path
            }
        })
        .collect()
}

/// What is no page and answers to GET.
pub(crate) const OTHERS: [&str; 10] = [
    "/photo/current",
    "/photo/current/0",
    "/captcha/0.png",
    "/captcha/0.wav",
    "/healthz",
    "/readyz",
    "/favicon.svg",
    "/pkg/shinsei.css",
    "/pkg/nothing.css",
    "/nothing/here",
];

/// Everything that takes a POST: the server functions and the upload.
pub(crate) fn acts() -> BTreeSet<String> {
    let known = server_fn_paths().filter(|(_, method)| *method == Method::POST);
    let mut acts: BTreeSet<_> = known.map(|(path, _)| path.to_owned()).collect();
    acts.insert("/photo/upload".to_owned());
    acts
}

/// The acts and their own fields, read from the program's text: none can be forgotten here.
pub(crate) fn fields_of_acts() -> BTreeMap<String, Vec<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let entries = std::fs::read_dir(root.join("app/src/applicant/api"))
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let texts = entries
        .chain([root.join("rules/src/birth_date/mod.rs")])
        .filter(|path| path.is_file())
        .map(|path| std::fs::read_to_string(path).unwrap());
    let text = texts.collect::<String>();
    let acts = text.split("endpoint = \"").skip(1).map(|act| {
        let (name, rest) = act.split_once('"').unwrap();
        let (_, form) = rest.split_once("sent: Sent<").unwrap();
        let (form, _) = form.split_once('>').unwrap();
        (format!("/api/{name}"), fields_of_form(&text, form))
    });
    acts.collect()
}

/// The fields of a form, those of the forms in it too.
fn fields_of_form(text: &str, form: &str) -> Vec<String> {
    let (_, body) = text
        .split_once(&format!("pub struct {form} {{"))
        .unwrap_or_else(|| panic!("no form {form}"));
    let (body, _) = body.split_once('}').unwrap();
    let mut fields = Vec::new();
    let mut is_form = false;
    for line in body.lines().map(str::trim) {
        match line.split_once(": ") {
            _ if line.starts_with("///") => {}
            Some((_, inner)) if is_form => {
                fields.extend(fields_of_form(text, inner.trim_end_matches(',')));
                is_form = false;
            }
            Some((name, _)) => fields.push(name.trim_start_matches("pub ").to_owned()),
            None => is_form |= line == "#[serde(flatten)]",
        }
    }
    fields
}

/// A request to an act that holds nothing.
pub(crate) fn empty(act: &str) -> http::request::Builder {
    Request::builder()
        .method(Method::POST)
        .uri(act)
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
}

#[test]
fn the_crawl_meets_every_act_and_page() {
    let acts: Vec<_> = acts().into_iter().collect();
    assert_eq!(
        acts,
        [
            "/api/details/give",
            "/api/device/prove",
            "/api/device/resend",
            "/api/leave",
            "/api/link/open",
            "/api/link/renew",
            "/api/mail/confirm",
            "/api/mail/give",
            "/api/mail/name",
            "/api/mail/picture",
            "/api/mail/resend",
            "/api/other/back",
            "/api/photo/confirm",
            "/api/start/give",
            "/api/status/look",
            "/api/submit",
            "/api/terms/agree",
            "/photo/upload",
        ]
    );
}

#[test]
fn the_fields_of_every_act_are_known() {
    let mut found = fields_of_acts();
    assert!(found["/api/mail/confirm"].is_empty());
    for (act, field) in [
        ("/api/mail/give", "website"),
        ("/api/details/give", "month_unknown"),
        ("/api/status/look", "receipt_number"),
        ("/api/status/look", "era"),
    ] {
        assert!(found[act].contains(&field.to_owned()), "{act} {field}");
    }
    found.insert("/photo/upload".to_owned(), Vec::new());
    assert_eq!(
        found.into_keys().collect::<Vec<_>>(),
        acts().into_iter().collect::<Vec<_>>()
    );
}

#[tokio::test]
async fn methods_that_no_route_takes_are_refused_everywhere() {
    let portal = TestPortal::new().await;
    let browser = portal.browser();
    let all = pages()
        .into_iter()
        .chain(OTHERS.map(str::to_owned))
        .chain(acts());
    for path in all.collect::<Vec<_>>() {
        for method in [
            "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND",
        ] {
            let request = Browser::request(Kind::Form, method.parse().unwrap(), &path);
            let answer = browser.send(request.body(Body::empty()).unwrap()).await;
            assert_eq!(answer.status, 405, "{method} {path}");
            assert_eq!(answer.header("allow"), "GET, HEAD, POST");
            assert!(answer.body.is_empty());
        }
    }
}

#[tokio::test]
async fn no_page_takes_a_form_and_no_act_is_a_page() {
    let portal = TestPortal::new().await;
    let browser = portal.browser();
    for page in pages()
        .into_iter()
        .chain(OTHERS[..5].iter().map(|path| (*path).to_owned()))
    {
        browser.post(&page, &Vec::new()).await.is(405);
    }
    for act in acts() {
        browser.get(&act).await.is(405);
    }
}

#[tokio::test]
async fn a_body_over_16_kib_is_refused_at_every_act() {
    let portal = TestPortal::new().await;
    let browser = portal.browser();
    let long = vec![b'a'; 16 * 1024 + 1];
    for act in acts() {
        if act == "/photo/upload" {
            continue;
        }
        let known = empty(&act)
            .header("sec-fetch-site", "same-origin")
            .header("content-length", long.len());
        browser
            .send(known.body(Body::from(long.clone())).unwrap())
            .await
            .is(413);
        let parts = futures_util::stream::iter(
            long.chunks(1000)
                .map(|part| Ok::<_, std::io::Error>(part.to_vec()))
                .collect::<Vec<_>>(),
        );
        let unknown = empty(&act)
            .header("sec-fetch-site", "same-origin")
            .header("accept", "text/html");
        let answer = browser
            .send(unknown.body(Body::from_stream(parts)).unwrap())
            .await;
        assert_eq!(answer.status, 413, "{act} without a length");
    }
}
