//! The mail parts together, without a network.

mod bounce;
mod letters;
mod messages;
mod worker;

use rules::{
    ApplicationId, Contact, ContactName, DeviceCode, LinkToken, MailAddress, Moment, ReceiptNumber,
};

use super::*;
use crate::config::{Line, Settings};

/// 2026-11-22 18:25 in Japan.
const NOW: Moment = Moment(1_795_339_500);

const APPLICATION: &str = "12345678901234567896789";

fn contact(name: &str, mail: &str) -> Contact {
    Contact {
        name: ContactName::parse(name).unwrap(),
        mail: MailAddress::parse(mail).unwrap(),
    }
}

/// Contacts of every kind that the form lets through.
fn contacts() -> Vec<Contact> {
    vec![
        contact("番号 太郎", "taro@town.lg.jp"),
        contact("BANGO Taro", "taro..@docomo.ne.jp"),
        contact(&"濵".repeat(50), "taro.@ezweb.ne.jp"),
        contact(
            &"W".repeat(100),
            &format!("{}@{}.jp", "a".repeat(64), "d".repeat(32)),
        ),
    ]
}

fn settings() -> Settings {
    let mut settings = Settings::default();
    settings.http.base_url = "https://card.town.lg.jp".parse().unwrap();
    settings
}

fn token() -> LinkToken {
    LinkToken::from_random([0xa7; 32])
}

fn code() -> DeviceCode {
    DeviceCode::parse("012345").unwrap()
}

fn receipt() -> ReceiptNumber {
    ReceiptNumber::from_random([5; 16])
}

fn id(text: &str) -> MailId {
    text.parse().unwrap()
}

/// Every letter to this contact.
fn letters_to(contact: &Contact, settings: &Settings) -> [Letter; 3] {
    let application = ApplicationId::parse(APPLICATION).unwrap();
    let envelope = |name: &str| Envelope {
        id: id(name),
        contact,
        application: &application,
        now: NOW,
    };
    let letters = Letters::new(settings);
    let link = LinkLetter {
        envelope: envelope("a1"),
        token: &token(),
        until: NOW.plus(86_400),
    };
    let device = CodeLetter {
        envelope: envelope("b2"),
        code: &code(),
        minutes: 10,
    };
    let received = ReceivedLetter {
        envelope: envelope("c3"),
        receipt: &receipt(),
        received_at: NOW,
    };
    [
        letters.link(&link).unwrap(),
        letters.device_code(&device).unwrap(),
        letters.received(&received).unwrap(),
    ]
}

/// Every letter to every contact.
fn all_letters() -> Vec<Letter> {
    contacts()
        .iter()
        .flat_map(|contact| letters_to(contact, &settings()))
        .collect()
}
