//! An application of somebody who does not exist, at every stage; for tests.

use rules::application::{Case, FormGiven, GivenBy, Journey, Portrait, Registration};
use rules::{
    Agreement, Applicant, ApplicationId, BirthDate, BrailleName, Certificates, Contact,
    ContactName, Details, Language, MailAddress, Moment, PhotoKey, PhotoReceipt, ReceiptNumber,
    TermsVersion,
};

/// 2026-11-22, 18:30 in Japan.
pub(crate) const NOW: Moment = Moment(1_795_339_800);

/// The digits of the application ID: nothing else on a page looks like them.
pub(crate) const ID: &str = "98765432109876543210987";

pub(crate) fn application_id() -> ApplicationId {
    ApplicationId::parse(ID).expect("23 digits")
}

pub(crate) fn birth_date() -> BirthDate {
    BirthDate::from_register("1998-03-27").expect("a day")
}

pub(crate) fn terms_version() -> TermsVersion {
    TermsVersion::parse("2026-11-22").expect("a name")
}

pub(crate) fn receipt() -> ReceiptNumber {
    ReceiptNumber::from_random([7; 16])
}

fn registration(applicant: Applicant) -> Registration {
    Registration {
        form: FormGiven {
            id: application_id(),
            by: GivenBy::Typed,
        },
        agreement: Agreement {
            applicant,
            terms: terms_version(),
            at: NOW,
        },
        contact: Contact {
            name: ContactName::parse("番号太郎").expect("a name"),
            mail: MailAddress::parse("bangou-tarou@gmial.com").expect("an address"),
            language: Language::default(),
        },
    }
}

fn photo() -> PhotoReceipt {
    let key = PhotoKey::parse("photo-of-nobody").expect("a key");
    PhotoReceipt {
        key,
        width: 1200,
        height: 1600,
        bytes: 300_000,
        turn: rules::photo::QuarterTurn::None,
        remarks: Vec::new(),
        exceptions: Vec::new(),
        use_anyway: false,
    }
}

fn details(birth_date: &str) -> Details {
    Details {
        birth_date: BirthDate::from_register(birth_date).expect("a day"),
        certificates: Certificates {
            signature: false,
            authentication: true,
        },
        braille: Some(BrailleName::parse("ばんごう たろう").expect("a reading")),
    }
}

/// Every stage, for an adult and where it differs for an infant or a ward, with
/// whole and partly unknown birth dates.
#[expect(clippy::too_many_lines, reason = "a list")]
pub(crate) fn journeys() -> Vec<Journey> {
    let own = registration(Applicant::Myself);
    let infant = registration(Applicant::Parent { under_one: true });
    let ward = registration(Applicant::Representative);
    let kept = || Portrait::Kept(photo());
    let drafts = [
        Journey::Arrived,
        Journey::Identified(FormGiven {
            by: GivenBy::Qr,
            ..own.form.clone()
        }),
        Journey::Identified(own.form.clone()),
        Journey::Agreed {
            form: own.form.clone(),
            agreement: infant.agreement.clone(),
        },
        Journey::Addressed(own.clone()),
        Journey::Registered(own.clone()),
    ];
    let rows = [
        Journey::Opened {
            registration: own.clone(),
            details: None,
        },
        Journey::Pictured {
            registration: own.clone(),
            photo: photo(),
            details: None,
        },
        Journey::Photographed {
            registration: own.clone(),
            portrait: kept(),
        },
        Journey::Photographed {
            registration: ward.clone(),
            portrait: kept(),
        },
        Journey::Photographed {
            registration: infant.clone(),
            portrait: Portrait::NotCarried,
        },
        Journey::Described {
            registration: own.clone(),
            portrait: kept(),
            details: details("1998-03-27"),
        },
        Journey::Described {
            registration: ward,
            portrait: kept(),
            details: details("1935-A1-00"),
        },
        Journey::Described {
            registration: infant,
            portrait: Portrait::NotCarried,
            details: details("2026-05-01"),
        },
        Journey::Submitted {
            registration: own,
            portrait: kept(),
            details: details("1998-03-27"),
            receipt: receipt(),
            at: NOW,
            case: Case::default(),
        },
    ];
    drafts.into_iter().chain(rows).collect()
}
