//! What is typed into any field, and what a browser sends beside it, begins no header of a mail
//! or an answer, no line of the log and no tag of a page.

use axum::body::Body;
use http::header::{CONTENT_TYPE, COOKIE};
use http::{HeaderName, HeaderValue, Method};
use rules::application::Page;

use crate::crawl::{acts, fields_of_acts, pages};
use crate::support::{
    Answer, BOUNDARY, Browser, Fields, Kind, Plan, TestPortal, agreement, born, contact, details,
    escaped_form, fixture, form_id, hostile_texts, insist_on_log, insist_on_mails, insist_on_page,
    log,
};

/// No limit stands in the way of so many tries.
fn without_limits(plan: &mut Plan) {
    let many = || 60_000.try_into().unwrap();
    let limits = &mut plan.settings.limits;
    limits.registrations_per_client = many();
    limits.mails_per_address = many();
    limits.mails_per_mailbox = many();
    limits.mails_per_form = many();
    limits.mails_per_session = many();
    limits.captcha_tries = many();
    limits.uploads_per_application = many();
    limits.unknown_links = many();
    limits.status_tries = many();
    limits.least_form_seconds = 0;
    plan.settings.journey.codes_per_hour = many();
    plan.settings.journey.code_tries = many();
    plan.settings.journey.birth_date_tries = many();
}

/// Where an act is done, and what is given there as it should be.
async fn proper(portal: &TestPortal, act: &str) -> (Browser, Fields<'static>) {
    let at = async |page| portal.applicant_at(page).await;
    let token = async || vec![("token", portal.token().await)];
    let yes = |name| vec![(name, "yes".to_owned())];
    match act {
        "/api/start/give" => {
            let given = vec![("application_id", form_id(2).as_str().to_owned())];
            (portal.browser(), given)
        }
        "/api/terms/agree" => (at(Page::Terms).await, agreement()),
        "/api/mail/give" | "/api/mail/picture" | "/api/mail/name" => {
            (at(Page::Mail).await, contact(""))
        }
        "/api/mail/confirm" => (at(Page::MailCheck).await, Vec::new()),
        "/api/mail/resend" => (at(Page::MailSent).await, Vec::new()),
        "/api/link/open" | "/api/link/renew" => (at(Page::MailSent).await, token().await),
        "/api/device/prove" => {
            let browser = at(Page::Device).await;
            let code = portal.code().await;
            (browser, vec![("device_code", code)])
        }
        "/api/device/resend" => (at(Page::Device).await, Vec::new()),
        "/photo/upload" => (at(Page::Photo).await, Vec::new()),
        "/api/photo/confirm" => (at(Page::PhotoCheck).await, yes("photo_declaration")),
        "/api/details/give" => (at(Page::Details).await, details()),
        "/api/submit" => (at(Page::Review).await, yes("submit_declaration")),
        "/api/status/look" => {
            let receipt = rules::ReceiptNumber::from_random([9; 16]).grouped();
            (
                portal.browser(),
                [
                    born(crate::support::BIRTH),
                    vec![("receipt_number", receipt)],
                ]
                .concat(),
            )
        }
        "/api/leave" | "/api/other/back" => (at(Page::Terms).await, Vec::new()),
        _ => panic!("{act} is new: say here where it is done and what is given"),
    }
}

/// Does an act with a hostile text in one field, and looks at what comes of it.
async fn tried(
    browser: &Browser,
    kind: Kind,
    act: &str,
    given: &Fields<'_>,
    field: &str,
    text: &[u8],
) -> Answer {
    let what = format!(
        "{act} {field}={}",
        String::from_utf8_lossy(&text[..text.len().min(99)])
    );
    let mut given: Vec<_> = given
        .iter()
        .map(|(name, value)| (*name, value.as_bytes()))
        .collect();
    given.retain(|(name, _)| *name != field);
    given.push((field, text));
    if field == "mail" {
        given.retain(|(name, _)| *name != "mail_again");
        given.push(("mail_again", text));
    }
    let request = Browser::request(kind, Method::POST, act)
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    let answer = browser
        .send(request.body(Body::from(escaped_form(given))).unwrap())
        .await;
    insist_on_page(&answer, &what);
    if answer.status == 303 {
        insist_on_page(&browser.get(answer.location()).await, &what);
    }
    answer
}

/// A name that no field has.
const UNKNOWN: &str = "<giftig7f\r\nx>";

/// The field that every act has.
const ABOUT: &str = "about";

/// Tries every text in every field of an act, and some in the one that all have and in one that
/// none has.
async fn every_field(portal: &TestPortal, kind: Kind, act: &str, fields: &[String]) {
    let (mut browser, mut given) = proper(portal, act).await;
    let texts = match kind {
        Kind::Form => hostile_texts(),
        // What is read is the same, and what is answered is no page: one of each sort.
        Kind::Script => hostile_texts().into_iter().step_by(5).collect(),
    };
    let of_fields = fields
        .iter()
        .flat_map(|field| texts.iter().map(|text| (field.as_str(), text)));
    let some = [ABOUT, UNKNOWN];
    let of_all = some
        .iter()
        .flat_map(|field| texts[..3].iter().map(|text| (*field, text)));
    for (field, text) in of_fields.chain(of_all) {
        if act == "/api/mail/give" {
            let page = browser.get("/mail").await;
            // After a right answer there is none.
            if page.text().contains("captcha-challenge") {
                given = contact(&page.value_of("captcha-challenge"));
            }
        }
        let answer = tried(&browser, kind, act, &given, field, text).await;
        let is_elsewhere = answer.status == 409 && !act.starts_with("/api/link");
        assert!(!is_elsewhere, "nobody looked at {field} of {act}");
        let is_registering = answer.header("location") == "/mail/check";
        if is_registering {
            browser.post("/api/mail/confirm", &Vec::new()).await.is(303);
        }
        if is_registering || some.contains(&field) {
            (browser, given) = proper(portal, act).await;
        }
    }
}

/// All of them; returns how many mails went out.
async fn every_act(kind: Kind) -> usize {
    log::listen();
    let mut mails = 0;
    for (act, fields) in fields_of_acts() {
        let portal = TestPortal::planned(without_limits).await;
        every_field(&portal, kind, &act, &fields).await;
        mails += insist_on_mails(&portal).await;
    }
    insist_on_log();
    mails
}

#[tokio::test]
async fn no_field_of_a_form_begins_a_header_a_line_or_a_tag() {
    let mails = every_act(Kind::Form).await;
    assert!(mails > 50, "{mails} mails");
}

#[tokio::test]
async fn no_field_of_a_script_begins_a_header_a_line_or_a_tag() {
    let mails = every_act(Kind::Script).await;
    assert!(mails > 20, "{mails} mails");
}

/// An upload in which the head of the photo's part is this.
fn upload(kind: Kind, head: &[u8]) -> http::Request<Body> {
    let begin = format!("--{BOUNDARY}\r\n");
    let end = format!("\r\n--{BOUNDARY}--\r\n");
    let photo = fixture("few_bytes.jpg");
    let body = [begin.as_bytes(), head, b"\r\n\r\n", &photo, end.as_bytes()].concat();
    Browser::upload_request(kind, Body::from(body))
}

#[tokio::test]
async fn no_name_of_a_photo_begins_a_header_a_line_or_a_tag() {
    const NAMED: &[u8] = b"Content-Disposition: form-data; name=\"photo\"; filename=\"";
    log::listen();
    let portal = TestPortal::planned(without_limits).await;
    let browser = portal.applicant_at(Page::Photo).await;
    for kind in Kind::BOTH {
        for text in hostile_texts() {
            for head in [
                [NAMED, text.as_slice(), b"\""].concat(),
                [NAMED, b"1.jpg\"\r\nContent-Type: ", &text].concat(),
                [NAMED, b"1.jpg\"\r\nX-", &text, b": 1"].concat(),
                [
                    b"Content-Disposition: form-data; name=\"",
                    text.as_slice(),
                    b"\"",
                ]
                .concat(),
            ] {
                let what = String::from_utf8_lossy(&head[..head.len().min(99)]).into_owned();
                let answer = browser.send(upload(kind, &head)).await;
                insist_on_page(&answer, &what);
                insist_on_page(&browser.get("/photo").await, &what);
            }
        }
    }
    insist_on_log();
}

/// What a browser says of itself with each request.
const SAID: [&str; 10] = [
    "user-agent",
    "referer",
    "origin",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-request-id",
    "accept-language",
    "accept-encoding",
    "content-type",
    "cookie",
];

#[tokio::test]
async fn nothing_that_a_browser_says_of_itself_begins_a_header_a_line_or_a_tag() {
    log::listen();
    let portal = TestPortal::planned(|plan| {
        without_limits(plan);
        plan.settings.http.trusted_proxies = vec!["0.0.0.0/0".parse().unwrap()];
    })
    .await;
    // What ends a line is no header's value, as the type says; over a socket see `framing`.
    let texts = hostile_texts();
    let values: Vec<_> = texts
        .iter()
        .filter_map(|text| HeaderValue::from_bytes(text).ok())
        .collect();
    assert!(values.len() > 10, "{} values", values.len());
    let browser = portal.browser();
    let addresses = pages().into_iter().map(|page| (Method::GET, page));
    let addresses = addresses.chain(acts().into_iter().map(|act| (Method::POST, act)));
    for (method, path) in addresses.collect::<Vec<_>>() {
        for value in &values {
            let mut request = Browser::request(Kind::Form, method.clone(), &path)
                .body(Body::from(Vec::new()))
                .unwrap();
            for name in SAID {
                let name = HeaderName::from_static(name);
                request.headers_mut().insert(name, value.clone());
            }
            let named = [b"__Host-shinsei=", value.as_bytes()].concat();
            let named = HeaderValue::from_bytes(&named).unwrap();
            request.headers_mut().append(COOKIE, named);
            let what = format!("{path} {value:?}");
            // Where no cookie is shown, nothing is remembered of one.
            insist_on_page(&browser.send(request).await, &what[..what.len().min(200)]);
            browser.take_cookie(None);
        }
    }
    insist_on_log();
}

#[tokio::test]
async fn no_address_begins_a_header_a_line_or_a_tag() {
    log::listen();
    let portal = TestPortal::planned(without_limits).await;
    let browser = portal.applicant_at(Page::Review).await;
    for text in hostile_texts() {
        let text = &text[..text.len().min(4000)];
        let text = text.iter().fold(String::new(), |escaped, byte| {
            escaped + "%" + &hex::encode([*byte])
        });
        for path in ["/open/", "/apply/", "/captcha/", "/pkg/", "/api/", "/"] {
            for path in [format!("{path}{text}"), format!("{path}?{text}={text}")] {
                let answer = browser.get(&path).await;
                insist_on_page(&answer, &path[..path.len().min(200)]);
            }
        }
    }
    insist_on_log();
}
