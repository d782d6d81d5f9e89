//! Nobody finds out by asking what the portal knows: what is known and what is not is answered
//! with the same status, headers and bytes, and after the same questions to the database, which
//! is what takes the time. (Milliseconds are for a quiet machine: `docs/benchmarks.md`.)

use http::header::{CONTENT_SECURITY_POLICY, SET_COOKIE};
use http::{HeaderMap, StatusCode};
use rules::application::Page;

use crate::support::{
    Answer, Browser, Call, Fields, Kind, MAIL, Plan, TestPortal, contact_at, fields, form_id,
};

/// As long as [`MAIL`], in the same domain, and never registered.
const UNKNOWN_MAIL: &str = "tarou0.kanariya@example.jp";

/// What a browser sees of an answer and what the database was asked for it; without what is
/// different in each answer: nonce and cookie.
#[derive(Debug, PartialEq)]
struct Seen {
    status: StatusCode,
    headers: Vec<(String, String)>,
    body: String,
    calls: Vec<Call>,
}

/// The nonce of an answer, if it has one.
fn nonce(headers: &HeaderMap) -> Option<&str> {
    let policy = headers.get(CONTENT_SECURITY_POLICY)?.to_str().ok()?;
    let (_, rest) = policy.split_once("'nonce-")?;
    Some(rest.split_once('\'')?.0)
}

impl Seen {
    /// Sees what becomes of a request. What stands in `masked` was typed by the asker.
    async fn of(portal: &TestPortal, masked: &str, asked: impl Future<Output = Answer>) -> Self {
        portal.store.take_calls();
        let answer = asked.await;
        let calls = portal.store.take_calls();
        let nonce = nonce(&answer.headers).unwrap_or("no nonce").to_owned();
        // Says the same of the same form only, which the asker has.
        let about = answer.about().unwrap_or_else(|| "no name".to_owned());
        let plain = |text: &str| {
            let text = text.replace(&nonce, "NONCE").replace(&about, "ABOUT");
            text.replace(masked, "MASKED")
        };
        let mut headers: Vec<_> = answer
            .headers
            .iter()
            .map(|(name, value)| match name {
                &SET_COOKIE => (name.to_string(), "a cookie".to_owned()),
                _ => (name.to_string(), plain(value.to_str().unwrap())),
            })
            .collect();
        headers.sort();
        Self {
            status: answer.status,
            headers,
            body: plain(&answer.text()),
            calls,
        }
    }

    /// Sends a form, and looks at the page to which it leads.
    async fn submitted(browser: &Browser, kind: Kind, asked: &Asked<'_>) -> Vec<Self> {
        let Asked {
            act,
            page,
            fields,
            masked,
        } = asked;
        let portal = &browser.portal;
        vec![
            Self::of(portal, masked, browser.call(kind, act, fields)).await,
            Self::of(portal, masked, browser.get(page)).await,
        ]
    }
}

/// A form, the page on which its answer is shown, and what is typed differently.
struct Asked<'a> {
    act: &'a str,
    page: &'a str,
    fields: Fields<'a>,
    masked: &'a str,
}

/// Forms are answered without delay, so that the clock can stand still.
fn at_once(plan: &mut Plan) {
    plan.settings.limits.least_form_seconds = 0;
    plan.settings.limits.mails_per_address = 50.try_into().unwrap();
}

/// Registers this address and says what was seen on the way.
async fn registration(portal: &TestPortal, kind: Kind, mail: &str) -> Vec<Seen> {
    let browser = portal.browser();
    browser.give_form(2).await;
    browser.go(Page::Terms, Page::Mail).await;
    let given = contact_at(
        &browser.get("/mail").await.value_of("captcha-challenge"),
        mail,
    );
    let mut seen = Vec::new();
    for (act, page, fields) in [
        ("/api/mail/give", "/mail/check", given),
        ("/api/mail/confirm", "/mail/sent", fields(&[])),
        ("/api/mail/resend", "/mail/sent", fields(&[])),
    ] {
        let asked = Asked {
            act,
            page,
            fields,
            masked: mail,
        };
        seen.extend(Seen::submitted(&browser, kind, &asked).await);
    }
    seen
}

#[tokio::test]
async fn a_registration_does_not_tell_whether_an_address_is_known() {
    for kind in Kind::BOTH {
        let portal = TestPortal::planned(at_once).await;
        portal.applicant_at(Page::Done).await;
        portal.applicant_with_form(3, Page::Photo).await;
        portal.post_mails().await;
        let before = portal.letters().len();
        let known = registration(&portal, kind, MAIL).await;
        let unknown = registration(&portal, kind, UNKNOWN_MAIL).await;
        assert_eq!(known[0].status, 303, "{known:?}");
        assert_eq!(known, unknown);
        // And each of them gets its mail; the second may overtake the first, which then goes
        // nowhere.
        portal.post_mails().await;
        let to = |mail| move |letter: &&server::mail::Letter| letter.to.as_str() == mail;
        let letters = portal.letters();
        let sent = |mail| letters.iter().filter(to(mail)).count();
        assert!((1..=2).contains(&(sent(MAIL) - before)), "{}", sent(MAIL));
        assert!((1..=2).contains(&sent(UNKNOWN_MAIL)));
    }
}

#[tokio::test]
async fn a_form_that_somebody_has_begun_is_answered_like_one_that_nobody_has() {
    for kind in Kind::BOTH {
        let portal = TestPortal::planned(at_once).await;
        portal.applicant_with_form(1, Page::Review).await;
        let mut seen = Vec::new();
        for number in [1, 2] {
            let id = form_id(number);
            let asked = Asked {
                act: "/api/start/give",
                page: "/terms",
                fields: fields(&[("application_id", id.as_str())]),
                masked: id.as_str(),
            };
            seen.push(Seen::submitted(&portal.browser(), kind, &asked).await);
        }
        assert_eq!(seen[0][0].status, 303);
        assert_eq!(seen[0], seen[1]);
    }
}

#[tokio::test]
async fn only_the_form_at_the_start_tells_whether_a_number_was_issued() {
    let portal = TestPortal::planned(at_once).await;
    for address in ["/?application_id=", "/apply?id=", "/apply/", "/status?id="] {
        let mut seen = Vec::new();
        for number in [1, 9] {
            let (id, browser) = (form_id(number), portal.browser());
            let address = format!("{address}{}", id.as_str());
            let mut page = Seen::of(&portal, id.as_str(), browser.get(&address)).await;
            page.body = page.body.replace(&id.grouped(), "MASKED");
            seen.push(page);
        }
        assert_eq!(seen[0], seen[1], "{address}");
    }
}

/// The receipt number of an application that was sent in.
async fn receipt(portal: &TestPortal) -> String {
    portal.applicant_at(Page::Done).await;
    portal.post_mails().await;
    let letter = portal.letters().remove(0);
    let (_, rest) = letter.body.split_once("受付番号：").unwrap();
    rest.lines().next().unwrap().trim().to_owned()
}

#[tokio::test]
async fn a_known_receipt_number_with_a_wrong_birth_date_is_answered_like_an_unknown_one() {
    // A row that was found is opened besides, which takes microseconds; and after five looks
    // neither number is looked for.
    for kind in Kind::BOTH {
        let portal = TestPortal::planned(at_once).await;
        let known = receipt(&portal).await;
        let unknown = rules::ReceiptNumber::from_random([9; 16]).grouped();
        let mut seen = Vec::new();
        for number in [&known, &unknown] {
            let browser = portal.browser();
            let asked = Asked {
                act: "/api/status/look",
                page: "/status",
                fields: fields(&[
                    ("receipt_number", number),
                    ("era", "H"),
                    ("year", "11"),
                    ("month", "3"),
                    ("day", "27"),
                ]),
                masked: number,
            };
            // The last of these is one too many.
            let mut of_number = Vec::new();
            for _ in 0..6 {
                of_number.extend(Seen::submitted(&browser, kind, &asked).await);
            }
            seen.push(of_number);
        }
        assert_eq!(seen[0], seen[1]);
    }
}

/// A token of which one letter is different.
fn almost(token: &str) -> String {
    let (first, rest) = token.split_at(1);
    let other = if first == "A" { "B" } else { "A" };
    format!("{other}{rest}")
}

/// What is seen of a link: its page, and what its two buttons do.
async fn of_link(portal: &TestPortal, kind: Kind, token: &str) -> Vec<Seen> {
    let browser = portal.browser();
    let page = format!("/open/{token}");
    let mut seen = vec![Seen::of(portal, token, browser.get(&page)).await];
    for act in ["/api/link/open", "/api/link/renew"] {
        let asked = Asked {
            act,
            page: &page,
            fields: fields(&[("token", token)]),
            masked: token,
        };
        seen.extend(Seen::submitted(&browser, kind, &asked).await);
    }
    seen
}

#[tokio::test]
async fn a_guess_that_is_almost_a_link_is_answered_like_any_other() {
    for kind in Kind::BOTH {
        let portal = TestPortal::planned(at_once).await;
        portal.applicant_at(Page::MailSent).await;
        let link = portal.token().await;
        let near = of_link(&portal, kind, &almost(&link)).await;
        let far = of_link(&portal, kind, &"A".repeat(43)).await;
        assert_eq!(near, far);
    }
}

#[tokio::test]
async fn who_presses_the_button_of_a_dead_link_is_not_told_how_it_died() {
    for kind in Kind::BOTH {
        let portal = TestPortal::planned(at_once).await;
        let browser = portal.applicant_at(Page::MailSent).await;
        let replaced = portal.token().await;
        browser.post("/api/mail/resend", &fields(&[])).await;
        let used = portal.token().await;
        browser.open_link().await;
        portal.applicant_with_form(2, Page::MailSent).await;
        let expired = portal.token().await;
        portal.wait(24 * 60 * 60);
        let mut seen = Vec::new();
        for token in [&replaced, &used, &expired, &"A".repeat(43)] {
            let open = fields(&[("token", token)]);
            let other = portal.browser();
            let asked = other.call(kind, "/api/link/open", &open);
            seen.push(Seen::of(&portal, token, asked).await);
        }
        // A link that was never sent is counted against its network, and one that was is looked
        // up with its application. That tells nothing: whoever holds a link that was sent has it
        // from the mail, since nobody guesses 256 bits, and the page behind it says in words
        // what has become of it.
        let unknown = seen.pop().unwrap();
        assert!(unknown.calls.iter().any(|call| call.name == "take"));
        for dead in &seen {
            assert_eq!(*dead, seen[0]);
            assert_eq!(
                (dead.status, &dead.headers),
                (unknown.status, &unknown.headers)
            );
            assert_eq!(dead.body, unknown.body);
        }
    }
}

#[tokio::test]
async fn a_cookie_that_has_ended_is_answered_like_one_that_was_never_given() {
    let portal = TestPortal::planned(at_once).await;
    let ended = portal.applicant_at(Page::Review).await;
    let cookie = ended.cookie();
    ended.post("/api/leave", &fields(&[])).await;
    ended.take_cookie(cookie);
    let made_up = portal.browser();
    made_up.take_cookie(Some(format!("__Host-shinsei={}", "A".repeat(43))));
    for page in Page::ALL.map(Page::path) {
        let masked = "no secret";
        let of_ended = Seen::of(&portal, masked, ended.get(page)).await;
        let of_made_up = Seen::of(&portal, masked, made_up.get(page)).await;
        assert_eq!(of_ended, of_made_up, "{page}");
    }
}

#[tokio::test]
async fn a_wrong_code_is_answered_like_a_right_one_of_another_application() {
    for kind in Kind::BOTH {
        let portal = TestPortal::planned(at_once).await;
        let first = portal.applicant_at(Page::Device).await;
        let own = portal.code().await;
        portal.applicant_with_form(2, Page::Device).await;
        let foreign = portal.code().await;
        assert_ne!(own, foreign);
        let number: u32 = own.parse().unwrap();
        let mut seen = Vec::new();
        for code in [foreign, format!("{:06}", (number + 1) % 1_000_000)] {
            let asked = Asked {
                act: "/api/device/prove",
                page: "/device",
                fields: fields(&[("device_code", &code)]),
                masked: &code,
            };
            seen.push(Seen::submitted(&first, kind, &asked).await);
        }
        assert_eq!(
            seen[0][0].status,
            if kind == Kind::Form { 303 } else { 422 }
        );
        assert_eq!(seen[0], seen[1]);
    }
}
