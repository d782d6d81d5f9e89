//! One application of every stage, and every event of its applicant.

use rules::application::{
    ApplicantEvent, Case, Correction, FormGiven, GivenBy, Journey, Portrait, Registration,
};
use rules::{
    Agreement, Applicant, ApplicationId, BirthDate, Certificates, CivilDate, Contact, ContactName,
    Details, Language, MailAddress, Moment, PhotoKey, PhotoReceipt, ReceiptNumber, TermsVersion,
};

/// 2026-11-22, noon in Japan.
pub(crate) const NOW: Moment = Moment(1_795_316_400);

pub(crate) fn today() -> CivilDate {
    NOW.japan_day()
}

pub(crate) fn form(digit: char) -> FormGiven {
    let id = ApplicationId::parse(&digit.to_string().repeat(23)).unwrap();
    FormGiven {
        id,
        by: GivenBy::Typed,
    }
}

pub(crate) fn agreement(applicant: Applicant) -> Agreement {
    Agreement {
        applicant,
        terms: TermsVersion::parse("1").unwrap(),
        at: NOW,
    }
}

pub(crate) fn contact(mail: &str) -> Contact {
    Contact {
        name: ContactName::parse("番号太郎").unwrap(),
        mail: MailAddress::parse(mail).unwrap(),
        language: Language::default(),
    }
}

pub(crate) fn registration(applicant: Applicant) -> Registration {
    Registration {
        form: form('1'),
        agreement: agreement(applicant),
        contact: contact("taro@example.jp"),
    }
}

pub(crate) fn photo(key: &str) -> PhotoReceipt {
    PhotoReceipt {
        key: PhotoKey::parse(key).unwrap(),
        width: 900,
        height: 1157,
        bytes: 300_000,
        turn: rules::photo::QuarterTurn::None,
        remarks: Vec::new(),
        exceptions: Vec::new(),
        use_anyway: false,
    }
}

pub(crate) fn details(birth_date: &str) -> Details {
    let birth_date = BirthDate::parse(birth_date, today()).unwrap();
    Details {
        birth_date,
        certificates: Certificates::BOTH,
        braille: None,
    }
}

pub(crate) fn receipt() -> ReceiptNumber {
    ReceiptNumber::from_random([7; 16])
}

pub(crate) const INFANT: Applicant = Applicant::Parent { under_one: true };
pub(crate) const CHILD: Applicant = Applicant::Parent { under_one: false };

/// One journey of every stage, with and without a photo.
#[expect(clippy::too_many_lines, reason = "a list of cases")]
pub(crate) fn journeys() -> Vec<(&'static str, Journey)> {
    let mine = || registration(Applicant::Myself);
    let infants = || registration(INFANT);
    let kept = || Portrait::Kept(photo("old"));
    let adult = || details("1998-03-27");
    let (none, given) = (None, Some(adult()));
    vec![
        ("Arrived", Journey::Arrived),
        ("Identified", Journey::Identified(form('1'))),
        (
            "Agreed",
            Journey::Agreed {
                form: form('1'),
                agreement: agreement(Applicant::Myself),
            },
        ),
        ("Addressed", Journey::Addressed(mine())),
        ("Registered", Journey::Registered(mine())),
        ("Registered, under 1", Journey::Registered(infants())),
        (
            "Opened",
            Journey::Opened {
                registration: mine(),
                details: none.clone(),
            },
        ),
        (
            "Opened, details given",
            Journey::Opened {
                registration: mine(),
                details: given.clone(),
            },
        ),
        (
            "Pictured",
            Journey::Pictured {
                registration: mine(),
                photo: photo("old"),
                details: none,
            },
        ),
        (
            "Pictured, details given",
            Journey::Pictured {
                registration: mine(),
                photo: photo("old"),
                details: given,
            },
        ),
        (
            "Photographed",
            Journey::Photographed {
                registration: mine(),
                portrait: kept(),
            },
        ),
        (
            "Photographed, under 1",
            Journey::Photographed {
                registration: infants(),
                portrait: Portrait::NotCarried,
            },
        ),
        (
            "Described",
            Journey::Described {
                registration: mine(),
                portrait: kept(),
                details: adult(),
            },
        ),
        (
            "Described, under 1",
            Journey::Described {
                registration: infants(),
                portrait: Portrait::NotCarried,
                details: details("2026-09-01"),
            },
        ),
        (
            "Submitted",
            Journey::Submitted {
                registration: mine(),
                portrait: kept(),
                details: adult(),
                receipt: receipt(),
                at: NOW,
                case: Case::default(),
            },
        ),
    ]
}

pub(crate) fn events() -> Vec<(&'static str, ApplicantEvent)> {
    vec![
        ("FormGiven, another", ApplicantEvent::FormGiven(form('2'))),
        (
            "Agreed, myself",
            ApplicantEvent::Agreed(agreement(Applicant::Myself)),
        ),
        ("Agreed, child", ApplicantEvent::Agreed(agreement(CHILD))),
        (
            "Agreed, child under 1",
            ApplicantEvent::Agreed(agreement(INFANT)),
        ),
        (
            "ContactGiven",
            ApplicantEvent::ContactGiven(contact("hanako@example.jp")),
        ),
        ("AddressConfirmed", ApplicantEvent::AddressConfirmed),
        ("LinkAsked", ApplicantEvent::LinkAsked),
        ("LinkOpened", ApplicantEvent::LinkOpened),
        ("PhotoKept", ApplicantEvent::PhotoKept(photo("new"))),
        ("PhotoConfirmed", ApplicantEvent::PhotoConfirmed),
        (
            "DetailsGiven, adult",
            ApplicantEvent::DetailsGiven(details("1998-03-27")),
        ),
        (
            "DetailsGiven, 10 years",
            ApplicantEvent::DetailsGiven(details("2016-05-05")),
        ),
        (
            "DetailsGiven, under 1",
            ApplicantEvent::DetailsGiven(details("2026-09-01")),
        ),
        ("Submitted", ApplicantEvent::Submitted(receipt())),
        (
            "Resubmitted, photo",
            ApplicantEvent::Resubmitted(Correction::Photo(photo("new"))),
        ),
        (
            "Resubmitted, answers",
            ApplicantEvent::Resubmitted(Correction::Answers(details("1998-03-28"))),
        ),
        ("Withdrawn", ApplicantEvent::Withdrawn),
    ]
}
