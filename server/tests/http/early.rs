//! Answers that are made before the request has come whole: each arrives, whoever sends.

use rules::application::Page;

use crate::support::{BOUNDARY, TestPortal, Wire};

/// More than any buffer between here and there takes.
const WHOLE: usize = 8 * 1024 * 1024;
const TIMES: usize = 20;

/// Requests that are refused early: their heads without a length, and their status.
fn refused(cookie: &str) -> Vec<(&'static str, String, u16)> {
    let own = "Sec-Fetch-Site: same-origin\r\n";
    let form = "Content-Type: application/x-www-form-urlencoded\r\nAccept: text/html\r\n";
    let photo = format!("Content-Type: multipart/form-data; boundary={BOUNDARY}\r\n{own}");
    let at = |line: &str, rest: &str| format!("{line} HTTP/1.1\r\nHost: a\r\n{rest}");
    let upload = "POST /photo/upload";
    vec![
        ("forged", at("POST /api/start/give", form), 403),
        (
            "too long",
            at("POST /api/start/give", &format!("{own}{form}")),
            413,
        ),
        (
            "unknown act",
            at("POST /api/nothing", &format!("{own}{form}")),
            413,
        ),
        (
            "no route",
            at("POST /nothing", &format!("{own}{form}")),
            405,
        ),
        ("no page", at("GET /nothing", ""), 413),
        ("method", at("PUT /help", ""), 405),
        ("target", at("POST nothing", &format!("{own}{form}")), 400),
        (
            "stranger's script",
            at(upload, &format!("{photo}Accept: application/json\r\n")),
            409,
        ),
        (
            "stranger's form",
            at(upload, &format!("{photo}Accept: text/html\r\n")),
            303,
        ),
        (
            "no form",
            at(
                upload,
                &format!("{own}Cookie: {cookie}\r\nContent-Type: text/plain\r\n"),
            ),
            400,
        ),
        (
            "too many",
            at(
                upload,
                &format!("{photo}Cookie: {cookie}\r\nAccept: application/json\r\n"),
            ),
            429,
        ),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_sends_all_of_it_before_reading_hears_every_early_answer() {
    let portal = TestPortal::planned(|plan| {
        plan.settings.limits.uploads_per_application = 1.try_into().unwrap();
    })
    .await;
    let browser = portal.applicant_at(Page::Photo).await;
    // The one that is allowed.
    browser.upload(b"").await;
    let wire = Wire::of(&portal);
    for (name, head, status) in refused(&browser.cookie().unwrap()) {
        let length = format!("Connection: close\r\nContent-Length: {WHOLE}\r\n\r\n");
        let whole = [head.as_bytes(), length.as_bytes(), &vec![b'a'; WHOLE]].concat();
        for time in 0..TIMES {
            let heard = wire.say_whole_and_hear(&whole).await;
            let heard = heard.unwrap_or_else(|error| panic!("{name}, {time}: {error}"));
            let told: Vec<_> = heard
                .iter()
                .map(|answer| answer.status().as_u16())
                .collect();
            // "No form" is counted as well, and then refused for that.
            assert!(
                told == [status] || (name == "no form" && told == [429]),
                "{name}: {told:?}"
            );
        }
    }
}

#[tokio::test]
async fn who_waits_to_be_asked_for_a_body_is_answered_at_once() {
    let portal = TestPortal::new().await;
    let wire = Wire::of(&portal);
    for head in [
        "POST /api/start/give HTTP/1.1\r\nHost: a\r\n",
        "POST /photo/upload HTTP/1.1\r\nHost: a\r\n",
        "PUT /help HTTP/1.1\r\nHost: a\r\n",
    ] {
        let said = format!("{head}Expect: 100-continue\r\nContent-Length: 4000\r\n\r\n");
        let began = std::time::Instant::now();
        let answers = wire.say(said.as_bytes()).await;
        assert!(matches!(answers[0].status().as_u16(), 403 | 405), "{head}");
        // Nobody waited for what does not come.
        assert!(began.elapsed().as_secs() < 2, "{head}");
    }
}
