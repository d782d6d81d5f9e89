//! Values travel as text and are checked on arrival; none shows itself in a log.

use rules::form::{Field, FormProblem, FormProblems, Problem};
use rules::photo::{QuarterTurn, Weight};
use rules::{
    Agreement, Applicant, ApplicationId, BirthDate, BrailleName, CaptchaAnswer, Certificates,
    CivilDate, Contact, ContactName, Details, DeviceCode, Language, LinkToken, MailAddress, Moment,
    PhotoKey, PhotoReceipt, PhotoRemark, ReceiptNumber, TermsVersion,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::test;

fn travels<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) {
    let text = serde_json::to_string(value).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&text).unwrap(), value, "{text}");
}

fn sample_details() -> Details {
    Details {
        birth_date: BirthDate::from_register("1998-03-27").unwrap(),
        certificates: Certificates {
            signature: false,
            authentication: true,
        },
        braille: BrailleName::parse("やまだ たろう").ok(),
    }
}

#[test]
fn every_value_travels_as_text_and_is_checked_on_arrival() {
    travels(&ApplicationId::parse("12345678901234567890123").unwrap());
    travels(&ContactName::parse("山﨑　か\u{309a}太郎").unwrap());
    travels(&MailAddress::parse("taro..@docomo.ne.jp").unwrap());
    travels(&DeviceCode::from_number(7).unwrap());
    travels(&CaptchaAnswer::from_random([1, 2, 3, 4, 5, 6]));
    travels(&LinkToken::from_random([9; 32]));
    travels(&ReceiptNumber::from_random([9; 16]));
    travels(&CivilDate::new(1998, 3, 27).unwrap());
    travels(&sample_details());
    travels(&Contact {
        name: ContactName::parse("山田").unwrap(),
        mail: MailAddress::parse("a@b.jp").unwrap(),
        language: Language::default(),
    });
    let of_an_older_version = r#"{"name":"山田","mail":"a@b.jp"}"#;
    let contact: Contact = serde_json::from_str(of_an_older_version).unwrap();
    assert_eq!(contact.language, Language::Japanese);
    travels(&Agreement {
        applicant: Applicant::Parent { under_one: true },
        terms: TermsVersion::parse("2026-11-22").unwrap(),
        at: Moment(1_795_359_600),
    });
    travels(&PhotoReceipt {
        key: PhotoKey::parse("q3").unwrap(),
        width: 480,
        height: 6000,
        bytes: 7_340_032,
        turn: QuarterTurn::Left,
        remarks: vec![PhotoRemark {
            code: "head_tilted".to_owned(),
            weight: Weight::Advises,
            score: -12_345,
            limit: -12_000,
        }],
        exceptions: vec!["head_covering".to_owned()],
        use_anyway: false,
    });
    travels(&FormProblem {
        field: Field::Captcha,
        problem: Problem::TooMany { wait_seconds: 60 },
    });
    travels(&FormProblems::one(Field::Consent, Problem::Required));
}

#[test]
fn a_photo_that_was_kept_before_pictures_were_turned_is_read() {
    let kept = r#"{"key": "0123456789abcdef", "width": 480, "height": 617, "bytes": 20000}"#;
    let receipt: PhotoReceipt = serde_json::from_str(kept).unwrap();
    assert_eq!(
        (receipt.turn, receipt.mark()),
        (QuarterTurn::None, "01234567")
    );
    let written = serde_json::to_string(&receipt).unwrap();
    assert!(!written.contains("turn"), "{written}");
}

#[test]
fn wrong_values_do_not_arrive() {
    assert!(serde_json::from_str::<ApplicationId>("\"123\"").is_err());
    assert!(serde_json::from_str::<ContactName>("\"a\\r\\nBcc: b\"").is_err());
    assert!(serde_json::from_str::<MailAddress>("\"taro@localhost\"").is_err());
    assert!(serde_json::from_str::<DeviceCode>("\"12345\"").is_err());
    assert!(serde_json::from_str::<LinkToken>("\"../..\"").is_err());
    assert!(serde_json::from_str::<ReceiptNumber>("\"222222222223\"").is_err());
    assert!(serde_json::from_str::<CivilDate>("\"2023-02-29\"").is_err());
    assert!(serde_json::from_str::<BrailleName>("\"山\"").is_err());
    assert!(serde_json::from_str::<TermsVersion>("\"\"").is_err());
    assert!(serde_json::from_str::<PhotoKey>("\"a/b\"").is_err());
}

#[test]
fn personal_data_does_not_show_in_debug() {
    let contact = Contact {
        name: ContactName::parse("山田太郎").unwrap(),
        mail: MailAddress::parse("yamada@example.jp").unwrap(),
        language: Language::default(),
    };
    assert_eq!(
        format!("{contact:?}"),
        "Contact { name: ContactName(…), mail: MailAddress(y***@example.jp), language: Japanese }"
    );
    let details = format!("{:?}", sample_details());
    assert!(
        !details.contains("1998") && !details.contains("やまだ"),
        "{details}"
    );
}
