//! The headers that protect, on every answer; and the cookie.

use axum::body::Body;
use http::Method;
use http::header::COOKIE;
use rules::application::Page;
use tower::ServiceExt as _;

use crate::crawl::{OTHERS, acts, empty, pages};
use crate::support::{Answer, Browser, Kind, TestPortal, fields};

/// What each answer carries, in these words (OWASP ASVS 5.0 §3.4).
const ALWAYS: [(&str, &str); 6] = [
    (
        "strict-transport-security",
        "max-age=63072000; includeSubDomains",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "strict-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(self), microphone=(), geolocation=()",
    ),
];

/// The policy with which a page without scripts is sent.
const POLICY: [&str; 12] = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "media-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "",
];

/// The policy of a file that the build made.
const FILE_POLICY: [&str; 3] = ["default-src 'none'", "frame-ancestors 'none'", ""];

/// The policy without the nonce of this answer.
fn policy(answer: &Answer) -> Vec<String> {
    let policy = answer.header("content-security-policy").to_owned() + "; ";
    let parts = policy
        .split("; ")
        .map(|part| match part.split_once(" 'nonce-") {
            Some((before, nonce)) => {
                assert!(nonce.len() > 20 && nonce.ends_with('\''), "{nonce}");
                before.to_owned()
            }
            None => part.to_owned(),
        });
    parts.collect()
}

fn is_protected(answer: &Answer, what: &str) {
    for (name, value) in ALWAYS {
        assert_eq!(
            answer.header(name),
            value,
            "{name} of {what} ({})",
            answer.status
        );
        assert_eq!(
            answer.headers.get_all(name).iter().count(),
            1,
            "{name} of {what}"
        );
    }
    let is_built = what.contains("/pkg/") && answer.status == 200;
    let expected = if is_built { &FILE_POLICY[..] } else { &POLICY };
    assert_eq!(policy(answer), expected, "{what}");
    for absent in ["server", "x-powered-by", "access-control-allow-origin"] {
        assert!(!answer.headers.contains_key(absent), "{absent} of {what}");
    }
    let is_file = what.contains("/pkg/shinsei") || what.contains("favicon");
    let cache = answer.header("cache-control");
    assert!(cache == "no-store" || is_file, "{cache} of {what}");
}

#[tokio::test]
async fn every_page_file_and_probe_is_protected() {
    let portal = TestPortal::new().await;
    let stranger = portal.browser();
    let known = portal.applicant_at(Page::Review).await;
    for path in pages().into_iter().chain(OTHERS.map(str::to_owned)) {
        for browser in [&stranger, &known] {
            is_protected(&browser.get(&path).await, &path);
            is_protected(&browser.head(&path).await, &path);
        }
    }
}

#[tokio::test]
async fn every_act_is_protected_whatever_it_answers() {
    let portal = TestPortal::new().await;
    let stranger = portal.browser();
    for act in acts() {
        for kind in Kind::BOTH {
            is_protected(&stranger.call(kind, &act, &Vec::new()).await, &act);
        }
        let foreign = empty(&act).body(Body::empty()).unwrap();
        is_protected(&stranger.send(foreign).await.is(403), &act);
        let put = Browser::request(Kind::Form, Method::PUT, &act)
            .body(Body::empty())
            .unwrap();
        is_protected(&stranger.send(put).await.is(405), &act);
        let long = empty(&act)
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(vec![b'a'; 70_000]))
            .unwrap();
        is_protected(&stranger.send(long).await, &act);
    }
}

#[tokio::test]
async fn every_status_is_protected() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::PhotoCheck).await;
    let problem = browser
        .script("/api/photo/confirm", &fields(&[]))
        .await
        .is(422);
    is_protected(&problem, "422");
    let long = Browser::request(Kind::Script, Method::POST, "/api/photo/confirm")
        .header("content-length", 70_000);
    is_protected(
        &browser
            .send(long.body(Body::from(vec![b'a'; 70_000])).unwrap())
            .await
            .is(413),
        "413",
    );
    is_protected(&browser.get("/nothing").await.is(404), "404");
    portal.store.set_broken(true);
    is_protected(&browser.get("/photo/check").await.is(503), "503");
    is_protected(&browser.get("/readyz").await.is(503), "503");
}

#[tokio::test]
async fn an_act_knows_nothing_of_a_page_that_is_still_being_sent() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Terms).await;
    let page = Browser::request(Kind::Form, Method::GET, "/terms");
    let page = page
        .header(COOKIE, browser.cookie().unwrap())
        .body(Body::empty())
        .unwrap();
    // Its body is not read before the act is done.
    let page = portal.routes().oneshot(page).await.unwrap();
    assert_eq!(page.status(), 200);
    let act = browser.post("/api/terms/agree", &fields(&[])).await;
    let policy = act.header("content-security-policy").to_owned();
    assert!(!policy.contains("nonce-"), "{policy}");
    drop(page);
}

#[tokio::test]
async fn each_answer_has_a_nonce_of_its_own_and_only_our_scripts_carry_it() {
    let portal = TestPortal::new().await;
    let browser = portal.browser();
    let nonce = async || {
        let answer = browser.get("/").await.is(200);
        let policy = answer.header("content-security-policy").to_owned();
        let nonce = policy
            .split_once("'nonce-")
            .unwrap()
            .1
            .split_once('\'')
            .unwrap()
            .0
            .to_owned();
        let text = answer.text();
        for script in text.split("<script").skip(1) {
            let tag = script.split_once('>').unwrap().0;
            assert!(tag.contains(&format!("nonce=\"{nonce}\"")), "{tag}");
        }
        nonce
    };
    assert_ne!(nonce().await, nonce().await);
}

#[tokio::test]
async fn the_cookie_is_bound_to_host_and_tls_and_no_script_reads_it() {
    let portal = TestPortal::new().await;
    let browser = portal.browser();
    let mut seen = 0;
    let mut check = |answer: &Answer| {
        for cookie in answer.cookies() {
            let (pair, attributes) = cookie.split_once("; ").unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            let life = match name {
                "__Host-shinsei" => "",
                "__Host-shinsei-device" => "; Max-Age=2592000",
                other => panic!("{other}"),
            };
            assert_eq!(value.len(), 43);
            assert_eq!(
                attributes,
                format!("Path=/; HttpOnly; SameSite=Lax; Secure{life}")
            );
            seen += usize::from(life.is_empty());
        }
    };
    check(&browser.give_form(1).await);
    browser.go(Page::Terms, Page::MailSent).await;
    check(&browser.open_link().await);
    browser.go(Page::Photo, Page::Review).await;
    let sent = browser.reviewed().await;
    check(&browser.post("/api/submit", &sent).await);
    assert_eq!(seen, 3, "at the beginning, at the link, at the end");
    let left = browser.post("/api/leave", &fields(&[])).await;
    assert_eq!(
        left.cookies(),
        ["", "-device"].map(|name| format!(
            "__Host-shinsei{name}=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0"
        ))
    );
}

#[tokio::test]
async fn over_plain_http_a_demonstration_has_a_plain_cookie_and_no_promise_of_tls() {
    let portal = TestPortal::planned(|plan| {
        plan.settings.http.base_url = "http://localhost:3000".parse().unwrap();
    })
    .await;
    let answer = portal.browser().give_form(1).await;
    assert_eq!(answer.header("strict-transport-security"), "");
    let cookie = answer.cookies()[0].to_owned();
    assert!(
        cookie.starts_with("shinsei=") && !cookie.contains("Secure"),
        "{cookie}"
    );
}

#[tokio::test]
async fn files_may_be_kept_for_a_while_and_nothing_else() {
    let portal = TestPortal::new().await;
    let browser = portal.browser();
    let file = browser.get("/pkg/shinsei.css").await.is(200);
    assert_eq!(file.header("cache-control"), "public, max-age=300");
    assert_eq!(file.header("content-type"), "text/css");
}
