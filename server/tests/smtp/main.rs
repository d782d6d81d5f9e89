//! Letters sent over real SMTP to a real mail server (aiosmtpd), and what arrives.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may end so"
)]

mod sink;

use rules::application::{FormGiven, GivenBy, Journey, MailKind, Registration};
use rules::{
    Agreement, Applicant, ApplicationId, Contact, ContactName, DeviceCode, Language, LinkToken,
    MailAddress, Moment, TermsVersion,
};
use server::config::{Line, Mail, Settings, Tls};
use server::mail::{Letter, LetterSecret, Letters, MailTransport, Reason, Smtp, TransportError};
use sink::Sink;

/// 2026-11-22 18:25 in Japan.
const NOW: Moment = Moment(1_795_339_500);

fn settings(port: u16) -> Settings {
    let mut settings = Settings::default();
    settings.http.base_url = "https://card.town.lg.jp".parse().unwrap();
    settings.office.name = Line::parse("みほん町役場 Card 係, 2F").unwrap();
    "127.0.0.1".clone_into(&mut settings.mail.host);
    settings.mail.port = port;
    settings.mail.tls = Tls::None;
    settings.mail.from = MailAddress::parse("card@town.lg.jp").unwrap();
    settings.mail.reply_to = MailAddress::parse("answers@town.lg.jp").ok();
    settings
}

/// Settings that go over to TLS and log in; the certificate is the server's own.
fn protected(sink: &Sink) -> Settings {
    let mut settings = settings(sink.port);
    settings.mail.tls = Tls::Starttls;
    settings.mail.ca_file = Some(sink.certificate());
    settings.mail.user = Some("shinsei".to_owned());
    settings.mail.password = "correct horse".to_owned().try_into().ok();
    settings
}

fn contact(name: &str, mail: &str) -> Contact {
    Contact {
        name: ContactName::parse(name).unwrap(),
        mail: MailAddress::parse(mail).unwrap(),
        language: Language::default(),
    }
}

fn token() -> LinkToken {
    LinkToken::from_random([0xa7; 32])
}

/// A letter to this contact.
fn letter(kind: MailKind, secret: &LetterSecret, contact: &Contact, settings: &Settings) -> Letter {
    let journey = Journey::Registered(Registration {
        form: FormGiven {
            id: ApplicationId::parse("12345678901234567896789").unwrap(),
            by: GivenBy::Typed,
        },
        agreement: Agreement {
            applicant: Applicant::Myself,
            terms: TermsVersion::parse("1").unwrap(),
            at: NOW,
        },
        contact: contact.clone(),
    });
    let letters = Letters::new(settings);
    let draft = letters.draft(kind, &journey).unwrap();
    draft
        .write("0f3c".parse().unwrap(), Some(secret), NOW)
        .unwrap()
}

/// The letter with the link to this contact.
fn link_to(contact: &Contact, settings: &Settings) -> Letter {
    let secret = LetterSecret::Link {
        token: token(),
        until: NOW.plus(86_400),
    };
    letter(MailKind::Link, &secret, contact, settings)
}

async fn send(sink: &Sink, mail: &str) -> Result<(), TransportError> {
    let settings = settings(sink.port);
    let letter = link_to(&contact("番号 太郎", mail), &settings);
    Smtp::new(&settings).unwrap().send(&letter).await
}

#[tokio::test]
async fn a_letter_in_japanese_arrives_as_it_was_written() {
    let sink = Sink::start();
    let settings = settings(sink.port);
    let letter = link_to(&contact("濵﨑 Taro 太郎", "taro@town.lg.jp"), &settings);
    Smtp::new(&settings).unwrap().send(&letter).await.unwrap();

    let [mail] = sink.mails().try_into().expect("one mail");
    assert_eq!(mail["subject"], "【カード申請】申請を続けるためのURL");
    assert_eq!(mail["to"][0][0], "");
    assert_eq!(mail["to"][0][1], "taro@town.lg.jp");
    assert_eq!(mail["from"][0][0], "みほん町役場 Card 係, 2F");
    assert_eq!(mail["from"][0][1], "card@town.lg.jp");
    assert_eq!(mail["text"], letter.body.as_str());
    let url = format!("\nhttps://card.town.lg.jp/open/{}\n", token().as_str());
    assert!(mail["text"].as_str().unwrap().contains(&url));
    assert_eq!(
        (mail["type"].as_str(), mail["charset"].as_str()),
        (Some("text/plain"), Some("utf-8"))
    );
}

#[tokio::test]
async fn a_mail_carries_the_headers_it_must_and_nothing_is_wrong_with_it() {
    let sink = Sink::start();
    send(&sink, "taro@town.lg.jp").await.unwrap();
    let [mail] = sink.mails().try_into().expect("one mail");
    for (name, value) in [
        ("Message-ID", "<0f3c@town.lg.jp>"),
        ("Auto-Submitted", "auto-generated"),
        ("Reply-To", "answers@town.lg.jp"),
        ("Date", "Sun, 22 Nov 2026 09:25:00 +0000"),
    ] {
        assert_eq!(mail["headers"][name], value);
    }
    assert_eq!(mail["defects"], serde_json::json!([]));
    assert_eq!(mail["seven_bit"], true);
    assert_eq!(mail["hello"], "town.lg.jp");
    assert_eq!(mail["mail_from"], "card@town.lg.jp");
}

#[tokio::test]
async fn old_carrier_addresses_are_delivered() {
    let sink = Sink::start();
    for (address, quoted) in [
        ("taro..@docomo.ne.jp", "\"taro..\"@docomo.ne.jp"),
        ("ta..ro@docomo.ne.jp", "\"ta..ro\"@docomo.ne.jp"),
        ("taro.@ezweb.ne.jp", "\"taro.\"@ezweb.ne.jp"),
    ] {
        send(&sink, address).await.unwrap();
        let mail = sink.mails().pop().unwrap();
        assert_eq!(
            mail["rcpt_lines"],
            serde_json::json!([format!("TO:<{quoted}>")])
        );
        assert_eq!(mail["to"][0][1], address);
    }
}

#[tokio::test]
async fn the_code_arrives_on_a_line_of_its_own() {
    let sink = Sink::start();
    let settings = settings(sink.port);
    let secret = LetterSecret::DeviceCode {
        code: DeviceCode::parse("012345").unwrap(),
        minutes: 10,
    };
    let contact = contact("BANGO Taro", "taro@town.lg.jp");
    let letter = letter(MailKind::DeviceCode, &secret, &contact, &settings);
    Smtp::new(&settings).unwrap().send(&letter).await.unwrap();
    let [mail] = sink.mails().try_into().expect("one mail");
    assert!(
        mail["text"]
            .as_str()
            .unwrap()
            .lines()
            .any(|line| line == "012345")
    );
}

#[tokio::test]
async fn what_the_server_refuses_for_now_is_worth_another_try() {
    let sink = Sink::start();
    for (mail, code) in [
        ("answer-451@town.lg.jp", 451),
        ("answer-450@town.lg.jp", 450),
        ("data-421@town.lg.jp", 421),
        ("data-452@town.lg.jp", 452),
    ] {
        let later = TransportError::Later {
            reason: Reason::Reply(code),
        };
        assert_eq!(send(&sink, mail).await, Err(later));
    }
    assert_eq!(sink.mails().len(), 0);
}

#[tokio::test]
async fn what_the_server_refuses_for_good_is_not() {
    let sink = Sink::start();
    for (mail, code) in [("answer-550@town.lg.jp", 550), ("data-554@town.lg.jp", 554)] {
        let never = TransportError::Never {
            reason: Reason::Reply(code),
        };
        assert_eq!(send(&sink, mail).await, Err(never));
    }
}

#[tokio::test]
async fn what_the_server_has_against_us_is_worth_another_try() {
    let sink = Sink::start();
    let later = TransportError::Later {
        reason: Reason::Reply(530),
    };
    assert_eq!(send(&sink, "answer-530@town.lg.jp").await, Err(later));
}

#[tokio::test]
async fn the_reason_for_a_refusal_does_not_quote_the_address() {
    let sink = Sink::start();
    let refused = send(&sink, "answer-550@town.lg.jp").await.unwrap_err();
    let shown = format!("{refused} {refused:?}");
    assert!(
        !shown.contains("town.lg.jp") && !shown.contains("answer-"),
        "{shown}"
    );
}

#[tokio::test]
async fn a_refused_mail_does_not_spoil_the_connection_for_the_next() {
    let sink = Sink::start();
    let settings = settings(sink.port);
    let post = Smtp::new(&settings).unwrap();
    for mail in [
        "answer-550@town.lg.jp",
        "a@town.lg.jp",
        "data-421@town.lg.jp",
        "b@town.lg.jp",
    ] {
        let letter = link_to(&contact("番号 太郎", mail), &settings);
        let refused = post.send(&letter).await.is_err();
        assert_eq!(refused, mail.contains('-'), "{mail}");
    }
    assert_eq!(sink.mails().len(), 2);
}

#[tokio::test]
async fn a_server_that_is_down_is_worth_another_try() {
    let port = Sink::start().port;
    let settings = settings(port);
    let letter = link_to(&contact("番号 太郎", "taro@town.lg.jp"), &settings);
    let refused = Smtp::new(&settings).unwrap().send(&letter).await;
    let reason = Reason::Network(std::io::ErrorKind::ConnectionRefused);
    assert_eq!(refused, Err(TransportError::Later { reason }));
}

#[tokio::test]
async fn a_password_and_the_mail_go_over_tls_to_a_server_whose_certificate_is_known() {
    let sink = Sink::start_protected();
    let settings = protected(&sink);
    let letter = link_to(&contact("番号 太郎", "taro@town.lg.jp"), &settings);
    Smtp::new(&settings).unwrap().send(&letter).await.unwrap();
    let [mail] = sink.mails().try_into().expect("one mail");
    assert_eq!(mail["protected"], true);
    assert_eq!(mail["text"], letter.body.as_str());
}

#[tokio::test]
async fn a_certificate_that_nobody_known_has_signed_is_refused() {
    let sink = Sink::start_protected();
    let settings = Settings {
        mail: Mail {
            ca_file: None,
            ..protected(&sink).mail
        },
        ..protected(&sink)
    };
    let letter = link_to(&contact("番号 太郎", "taro@town.lg.jp"), &settings);
    let refused = Smtp::new(&settings).unwrap().send(&letter).await;
    assert_eq!(
        refused,
        Err(TransportError::Later {
            reason: Reason::Tls
        })
    );
    assert_eq!(sink.mails().len(), 0);
}

#[tokio::test]
async fn a_wrong_password_loses_no_mail() {
    let sink = Sink::start_protected();
    let mut settings = protected(&sink);
    settings.mail.password = "wrong".to_owned().try_into().ok();
    let letter = link_to(&contact("番号 太郎", "taro@town.lg.jp"), &settings);
    let refused = Smtp::new(&settings).unwrap().send(&letter).await;
    assert_eq!(
        refused,
        Err(TransportError::Later {
            reason: Reason::Reply(535)
        })
    );
}

#[tokio::test]
async fn a_server_without_tls_gets_no_mail_when_tls_is_asked_for() {
    let sink = Sink::start();
    for tls in [Tls::Starttls, Tls::Tls] {
        let mut settings = settings(sink.port);
        settings.mail.tls = tls;
        settings.mail.timeout_seconds = 2.try_into().unwrap();
        let letter = link_to(&contact("番号 太郎", "taro@town.lg.jp"), &settings);
        let refused = Smtp::new(&settings).unwrap().send(&letter).await;
        assert!(
            matches!(refused, Err(TransportError::Later { .. })),
            "{tls:?} {refused:?}"
        );
    }
    assert_eq!(sink.mails().len(), 0);
}
