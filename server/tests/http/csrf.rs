//! Forms that another site sends in an applicant's name.

use axum::body::Body;
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderName, Request};
use rules::application::Page;

use crate::crawl::{acts, empty, pages};
use crate::support::{BASE, Browser, TestPortal, agreement};

/// How a foreign request looks.
const FOREIGN: [&[(&str, &str)]; 8] = [
    &[],
    &[("sec-fetch-site", "cross-site")],
    &[("sec-fetch-site", "same-site")],
    &[("sec-fetch-site", "none")],
    &[("sec-fetch-site", "cross-site"), ("origin", BASE)],
    &[("origin", "null")],
    &[("origin", "https://evil.example")],
    &[
        ("origin", "https://shinsei.example.evil.example"),
        ("referer", BASE),
    ],
];

fn with(mut request: Request<Body>, headers: &[(&'static str, &'static str)]) -> Request<Body> {
    for (name, value) in headers {
        request
            .headers_mut()
            .insert(HeaderName::from_static(name), value.parse().unwrap());
    }
    request
}

#[tokio::test]
async fn no_act_is_done_for_another_site() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Review).await;
    let before = portal.saved().await;
    for act in acts() {
        for headers in FOREIGN {
            for kind in [
                "application/x-www-form-urlencoded",
                "text/plain",
                "multipart/form-data; boundary=x",
            ] {
                let mut request = with(empty(&act).body(Body::empty()).unwrap(), headers);
                request
                    .headers_mut()
                    .insert(CONTENT_TYPE, kind.parse().unwrap());
                request
                    .headers_mut()
                    .insert(ACCEPT, "text/html".parse().unwrap());
                let answer = browser.send(request).await;
                assert_eq!(answer.status, 403, "{act} {headers:?} {kind}");
                assert!(answer.text().contains(&format!("{BASE} を開いて")), "{act}");
                assert!(answer.cookies().is_empty());
            }
        }
    }
    assert_eq!(portal.saved().await, before);
    browser.get("/review").await.is(200);
}

#[tokio::test]
async fn no_page_takes_a_foreign_form_either() {
    let portal = TestPortal::new().await;
    let browser = portal.browser();
    for page in pages() {
        let request = with(
            empty(&page).body(Body::empty()).unwrap(),
            &[("sec-fetch-site", "cross-site")],
        );
        browser.send(request).await.is(403);
    }
}

#[tokio::test]
async fn an_older_browser_shows_its_origin_instead() {
    let portal = TestPortal::new().await;
    let browser: Browser = portal.applicant_at(Page::Terms).await;
    let body = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(agreement())
        .finish();
    let request = empty("/api/terms/agree")
        .header("origin", BASE)
        .header(ACCEPT, "text/html");
    let answer = browser.send(request.body(Body::from(body)).unwrap()).await;
    assert_eq!(answer.location(), "/mail");
}

#[tokio::test]
async fn a_link_from_another_site_may_be_followed() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Terms).await;
    let request = Request::builder()
        .uri("/terms")
        .header("sec-fetch-site", "cross-site");
    browser
        .send(request.body(Body::empty()).unwrap())
        .await
        .is(200);
}

/// A page of somebody else's full of pictures that are no pictures would use up what everybody
/// behind its reader's address may try.
#[tokio::test]
async fn another_site_asks_for_nothing_but_a_page_to_go_to() {
    let portal = TestPortal::new().await;
    let browser = portal.browser();
    portal.applicant_at(Page::MailSent).await;
    let link = portal.token().await;
    let picture = [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-mode", "no-cors"),
        ("sec-fetch-dest", "image"),
    ];
    let frame = [
        ("sec-fetch-site", "same-site"),
        ("sec-fetch-mode", "navigate"),
        ("sec-fetch-dest", "iframe"),
    ];
    let page = [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-mode", "navigate"),
        ("sec-fetch-dest", "document"),
    ];
    for number in 0..31 {
        for headers in [picture, frame] {
            let request = Request::builder().uri(format!("/open/{number:043}"));
            let request = with(request.body(Body::empty()).unwrap(), &headers);
            browser.send(request).await.is(403);
        }
    }
    let request = Request::builder().uri(format!("/open/{link}"));
    let request = with(request.body(Body::empty()).unwrap(), &page);
    browser.send(request).await.is(200);
}
