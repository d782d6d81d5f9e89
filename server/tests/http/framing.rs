//! Where one request ends and the next begins: each is read one way only or not at all, and what
//! stands in a body is never a request. Served as in production, spoken to byte by byte.
//!
//! Most of this is done by hyper 1; a test that relies on it says on what.

use std::fmt::Write as _;

use crate::support::{Call, Spoken, TestPortal, Wire, form_id};

/// A question that only the database can answer: if it hears of it, what stood in or behind a
/// body was taken for a request.
const HIDDEN: &str = "GET /captcha/ffffffffffffffffffffffffffffffff.png HTTP/1.1\r\n\
                      Host: shinsei.example\r\nConnection: close\r\n\
                      Cookie: __Host-shinsei=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n\r\n";

/// The beginning of a form as a browser sends it.
const POST: &str = "POST /api/start/give HTTP/1.1\r\nHost: shinsei.example\r\n\
                    Accept: text/html\r\nSec-Fetch-Site: same-origin\r\n\
                    Content-Type: application/x-www-form-urlencoded\r\n";

/// A form that begins an application.
fn form() -> String {
    format!("application_id={}", form_id(1).as_str())
}

/// The same in one chunk, and the end.
fn chunked() -> String {
    format!("{:x}\r\n{}\r\n0\r\n\r\n", form().len(), form())
}

/// What came back, and what the database was asked.
struct Heard {
    answers: Vec<Spoken>,
    calls: Vec<Call>,
}

impl Heard {
    async fn of(portal: &TestPortal, wire: &Wire, said: &str) -> Self {
        portal.store.take_calls();
        let answers = wire.say(said.as_bytes()).await;
        let calls = portal.store.take_calls();
        Self { answers, calls }
    }

    fn statuses(&self) -> Vec<u16> {
        let statuses = self.answers.iter().map(|answer| answer.status().as_u16());
        statuses.collect()
    }

    fn asked_for(&self, name: &str) -> usize {
        self.calls.iter().filter(|call| call.name == name).count()
    }
}

/// The process still serves.
async fn serves(wire: &Wire) {
    let asked = "GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    let answers = wire.say(asked.as_bytes()).await;
    assert_eq!(answers[0].status(), 200);
}

/// Heads that contradict themselves about the length of the form behind them.
fn lengths() -> Vec<(&'static str, String)> {
    let length = form().len();
    let further = length + HIDDEN.len();
    let known = format!("Content-Length: {length}");
    vec![
        ("two", format!("{known}\r\nContent-Length: {further}")),
        ("a list", format!("{known}, {further}")),
        ("a sign", format!("Content-Length: +{length}")),
        ("below nothing", "Content-Length: -1".to_owned()),
        (
            "beyond numbers",
            format!("Content-Length: {}", "9".repeat(30)),
        ),
        (
            "chunks of another name",
            format!("{known}\r\nTransfer-Encoding: xchunked"),
        ),
        (
            "no chunks",
            format!("{known}\r\nTransfer-Encoding: identity"),
        ),
        (
            "a blank before the colon",
            format!("{known}\r\nTransfer-Encoding : chunked"),
        ),
        ("a folded line", format!("{known}\r\nX-A: a\r\n b: c")),
        ("a bare CR", format!("{known}\r\nX-A: a\rX-B: b")),
        ("a NUL", format!("{known}\r\nX-A: a\0")),
    ]
}

/// Chunks that are none, behind a head that announces them so.
fn chunks() -> Vec<(&'static str, &'static str, String)> {
    const CHUNKED: &str = "Transfer-Encoding: chunked";
    let (form, length) = (form(), form().len());
    let chunk = |size: &str| format!("{size}\r\n{form}\r\n0\r\n\r\n");
    let remark = format!("{length:x};{}", "a".repeat(70_000));
    vec![
        ("longer than it says", CHUNKED, chunk("3")),
        ("beyond numbers", CHUNKED, chunk("10000000000000001")),
        ("of another base", CHUNKED, chunk("0x26")),
        ("with endless remarks", CHUNKED, chunk(&remark)),
        (
            "with bare LF",
            CHUNKED,
            chunk(&format!("{length:x}")).replace('\r', ""),
        ),
        (
            "not the last",
            "Transfer-Encoding: chunked, identity",
            chunked(),
        ),
        (
            "and none",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
            chunked(),
        ),
    ]
}

/// The same as whole requests.
fn contradictions() -> Vec<(&'static str, String)> {
    let lengths = lengths().into_iter();
    let lengths = lengths.map(|(name, head)| (name, format!("{POST}{head}\r\n\r\n{}", form())));
    let chunks = chunks().into_iter();
    let chunks = chunks.map(|(name, head, body)| (name, format!("{POST}{head}\r\n\r\n{body}")));
    let old = format!("{POST}Transfer-Encoding: chunked\r\n\r\n{}", chunked());
    let old = (
        "before they were invented",
        old.replace("HTTP/1.1", "HTTP/1.0"),
    );
    lengths.chain(chunks).chain([old]).collect()
}

/// hyper refuses what contradicts itself, and hangs up after it.
#[tokio::test]
async fn a_request_that_contradicts_itself_is_refused_and_nothing_behind_it_is_read() {
    let portal = TestPortal::new().await;
    let wire = Wire::of(&portal);
    for (name, said) in contradictions() {
        let told = Heard::of(&portal, &wire, &(said + HIDDEN)).await;
        assert_eq!(told.statuses(), [400], "{name}");
        assert!(told.calls.is_empty(), "{name}: {:?}", told.calls);
    }
    serves(&wire).await;
}

/// hyper reads the chunks, takes the length away and hangs up afterwards (RFC 9112, 6.3): a proxy
/// that went by the length cannot have sent anything that is read here as a request.
#[tokio::test]
async fn of_a_length_and_chunks_the_chunks_count_and_nothing_is_read_behind_them() {
    let portal = TestPortal::new().await;
    let wire = Wire::of(&portal);
    let length = chunked().len() + HIDDEN.len();
    let by_length = format!("Content-Length: {length}\r\n");
    let by_chunks = "Transfer-Encoding: chunked\r\n";
    for head in [
        by_length.clone() + by_chunks,
        by_chunks.to_owned() + &by_length,
    ] {
        let said = format!("{POST}{head}\r\n{}{HIDDEN}", chunked());
        let told = Heard::of(&portal, &wire, &said).await;
        assert_eq!(told.statuses(), [303], "{head}");
        assert_eq!(
            (told.asked_for("commit"), told.asked_for("draw_challenge")),
            (1, 0)
        );
    }
}

#[tokio::test]
async fn a_body_that_nobody_reads_is_no_request() {
    let portal = TestPortal::new().await;
    let wire = Wire::of(&portal);
    let length = HIDDEN.len();
    for begin in [
        "GET /help HTTP/1.1",
        "GET /healthz HTTP/1.1",
        "GET /favicon.svg HTTP/1.1",
        "POST /api/start/give HTTP/1.1",
        "POST /photo/upload HTTP/1.1",
        "PUT /help HTTP/1.1",
    ] {
        let head = format!("{begin}\r\nHost: a\r\nContent-Length: {length}\r\n");
        let said = format!(
            "{head}\r\n{HIDDEN}{}",
            "GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n"
        );
        let told = Heard::of(&portal, &wire, &said).await;
        assert!(told.statuses().len() <= 2, "{begin}: {:?}", told.statuses());
        assert_eq!(told.asked_for("draw_challenge"), 0, "{begin}");
    }
}

/// hyper answers requests that come at once in their order.
#[tokio::test]
async fn requests_that_come_at_once_are_answered_in_their_order_each_once() {
    let portal = TestPortal::new().await;
    let wire = Wire::of(&portal);
    let length = form().len();
    let said = format!("{POST}Content-Length: {length}\r\n\r\n{}", form()).repeat(3) + HIDDEN;
    let told = Heard::of(&portal, &wire, &said).await;
    assert_eq!(told.statuses(), [303, 303, 303, 404]);
    assert_eq!(
        (told.asked_for("commit"), told.asked_for("draw_challenge")),
        (3, 1)
    );
}

/// A body that stops before its length or its last chunk is no form.
#[tokio::test]
async fn a_form_that_breaks_off_is_not_taken() {
    let portal = TestPortal::new().await;
    let wire = Wire::of(&portal);
    for (head, body) in [
        ("Content-Length: 4000".to_owned(), form()),
        (
            "Transfer-Encoding: chunked".to_owned(),
            format!("fff\r\n{}\r\n0\r\n\r\n", form()),
        ),
        (
            "Transfer-Encoding: chunked".to_owned(),
            format!("{:x}\r\n{}\r\n", form().len(), form()),
        ),
    ] {
        portal.store.take_calls();
        let answers = wire
            .say_and_stop(format!("{POST}{head}\r\n\r\n{body}").as_bytes())
            .await;
        assert!(
            answers.iter().all(|answer| answer.status() == 400),
            "{head}"
        );
        assert!(portal.store.take_calls().is_empty(), "{head}");
    }
    serves(&wire).await;
}

/// hyper takes LF alone for the end of a line, in the head as a whole.
#[tokio::test]
async fn lines_that_end_in_lf_alone_are_lines_and_what_is_behind_the_body_is_read_once() {
    let portal = TestPortal::new().await;
    let wire = Wire::of(&portal);
    let head = format!("{POST}Content-Length: {}\r\n\r\n", form().len()).replace('\r', "");
    let told = Heard::of(&portal, &wire, &(head + &form() + HIDDEN)).await;
    assert_eq!(told.statuses(), [303, 404]);
    assert_eq!(
        (told.asked_for("commit"), told.asked_for("draw_challenge")),
        (1, 1)
    );
}

#[tokio::test]
async fn no_host_that_a_browser_names_stands_in_an_answer() {
    let portal = TestPortal::new().await;
    let wire = Wire::of(&portal);
    let form = format!(
        "Content-Length: {}\r\nConnection: close\r\n\r\n{}",
        form().len(),
        form()
    );
    let elsewhere = POST.replace("POST /", "POST https://evil.example/");
    for said in [
        "GET /help HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".to_owned(),
        "GET /help HTTP/1.1\r\nHost: a\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
            .to_owned(),
        "GET http://evil.example/help HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".to_owned(),
        "GET http://evil.example/nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            .to_owned(),
        format!("{elsewhere}{form}"),
        format!("{POST}X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: ftp\r\n{form}"),
    ] {
        for answer in wire.say(said.as_bytes()).await {
            assert!(
                matches!(answer.status().as_u16(), 200 | 303 | 404),
                "{}",
                answer.head
            );
            let all = answer.head.clone() + &answer.text();
            assert!(
                !all.contains("evil.example") && !all.contains("ftp"),
                "{all}"
            );
        }
    }
}

/// hyper takes a hundred headers and about 400 KB of them.
#[tokio::test]
async fn a_head_without_measure_is_refused() {
    let portal = TestPortal::new().await;
    let wire = Wire::of(&portal);
    let many = (0..10_000).fold(String::new(), |mut lines, number| {
        let _ = write!(lines, "X-{number}: a\r\n");
        lines
    });
    for lines in [
        format!("X-A: {}\r\n", "a".repeat(1_000_000)),
        format!("Cookie: {}\r\n", "a=b; ".repeat(200_000)),
        "X-A: a\r\n".repeat(101),
        many,
    ] {
        let said = format!("GET /help HTTP/1.1\r\nHost: a\r\n{lines}Connection: close\r\n\r\n");
        let told = Heard::of(&portal, &wire, &said).await;
        assert_eq!(told.statuses(), [431], "{}", &lines[..20]);
        assert!(told.calls.is_empty());
    }
    serves(&wire).await;
}

/// hyper says "go on" when the body is asked for; one that is too long is refused by its length
/// before that.
#[tokio::test]
async fn nobody_is_asked_for_a_body_that_is_too_long() {
    let portal = TestPortal::new().await;
    let wire = Wire::of(&portal);
    let asks = |length: usize| {
        format!(
            "{POST}Connection: close\r\nExpect: 100-continue\r\nContent-Length: {length}\r\n\r\n"
        )
    };
    let told = Heard::of(&portal, &wire, &asks(10_000_000)).await;
    assert_eq!(told.statuses(), [413]);
    let told = Heard::of(&portal, &wire, &(asks(form().len()) + &form())).await;
    assert_eq!(told.statuses(), [100, 303]);
}

/// HTTP/2 knows no time in which the head of a request must come, so it is not spoken.
#[tokio::test]
async fn other_protocols_are_not_spoken() {
    let portal = TestPortal::new().await;
    let wire = Wire::of(&portal);
    for said in [
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0".as_slice(),
        b"GET /help HTTP/3.0\r\nHost: a\r\n\r\n",
        b"GET /help\r\n\r\n",
        b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03 hello over TLS\r\n\r\n",
    ] {
        let answers = wire.say(said).await;
        assert!(
            answers.iter().all(|answer| answer.status() == 400),
            "{answers:?}"
        );
    }
    serves(&wire).await;
}
