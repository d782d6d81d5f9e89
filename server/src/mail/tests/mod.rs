//! The mail parts together, without a network.

mod bounce;
mod letters;
mod messages;
mod worker;

use rules::application::{FormGiven, GivenBy, Journey, MailKind, Portrait, Registration};
use rules::{
    Agreement, Applicant, ApplicationId, BirthDate, Certificates, Contact, ContactName, Details,
    DeviceCode, Language, LinkToken, MailAddress, Moment, ReceiptNumber, TermsVersion,
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
        language: Language::default(),
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

fn registration(contact: &Contact) -> Registration {
    Registration {
        form: FormGiven {
            id: ApplicationId::parse(APPLICATION).unwrap(),
            by: GivenBy::Typed,
        },
        agreement: Agreement {
            applicant: Applicant::Myself,
            terms: TermsVersion::parse("1").unwrap(),
            at: NOW,
        },
        contact: contact.clone(),
    }
}

/// Applications as different letters need them.
fn journeys(contact: &Contact) -> [Journey; 2] {
    let registration = registration(contact);
    let submitted = Journey::Submitted {
        registration: registration.clone(),
        portrait: Portrait::NotCarried,
        details: Details {
            birth_date: BirthDate::parse("1998-03-27", NOW.japan_day()).unwrap(),
            certificates: Certificates::BOTH,
            braille: None,
        },
        receipt: receipt(),
        at: NOW,
    };
    [Journey::Registered(registration), submitted]
}

fn secret(of: SecretKind) -> LetterSecret {
    match of {
        SecretKind::Link => LetterSecret::Link {
            token: token(),
            until: NOW.plus(86_400),
        },
        SecretKind::DeviceCode => LetterSecret::DeviceCode {
            code: code(),
            minutes: 10,
        },
    }
}

/// A letter of this kind to this contact, about the first application that it can be about.
fn letter_to(kind: MailKind, contact: &Contact, settings: &Settings) -> Letter {
    let letters = Letters::new(settings);
    let journeys = journeys(contact);
    let mut drafts = journeys
        .iter()
        .filter_map(|journey| letters.draft(kind, journey));
    let draft = drafts.next().unwrap();
    let secret = draft.spec().secret.map(secret);
    draft.write(id(kind.name()), secret.as_ref(), NOW).unwrap()
}

/// The letters that have tests of their own, to this contact.
fn letters_to(contact: &Contact, settings: &Settings) -> [Letter; 3] {
    [MailKind::Link, MailKind::DeviceCode, MailKind::Received]
        .map(|kind| letter_to(kind, contact, settings))
}

/// A letter of every kind to every contact.
fn all_letters() -> Vec<Letter> {
    let mut all = Vec::new();
    for contact in contacts() {
        let of_kind = |kind: &MailKind| letter_to(*kind, &contact, &settings());
        all.extend(MailKind::ALL.iter().map(of_kind));
    }
    all
}
