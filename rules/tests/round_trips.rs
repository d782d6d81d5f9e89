//! What is read, printed and read again stays the same; and what no parser may
//! let through.

#![expect(clippy::unwrap_used, reason = "a helper that fails fails its test")]

use proptest::prelude::*;
use rules::form::{Field, FormProblem, FormProblems, Problem};
use rules::photo::Weight;
use rules::{
    Agreement, Applicant, ApplicationId, BirthDate, BrailleName, CaptchaAnswer, Certificates,
    CivilDate, Contact, ContactName, ContactNameProblem, Details, DeviceCode, LinkToken,
    MailAddress, MailAddressProblem, MailPair, MailPairProblem, Moment, PhotoKey, PhotoReceipt,
    PhotoRemark, ReceiptNumber, TermsVersion,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

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
    travels(&CaptchaAnswer::from_chance([1, 2, 3, 4, 5, 6]));
    travels(&LinkToken::from_chance([9; 32]));
    travels(&ReceiptNumber::from_chance([9; 16]));
    travels(&CivilDate::new(1998, 3, 27).unwrap());
    travels(&sample_details());
    travels(&Contact {
        name: ContactName::parse("山田").unwrap(),
        mail: MailAddress::parse("a@b.jp").unwrap(),
    });
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
        remarks: vec![PhotoRemark {
            code: "head_tilted".to_owned(),
            weight: Weight::Advises,
            score: -12_345,
            limit: -12_000,
        }],
        exceptions: vec!["head_covering".to_owned()],
    });
    travels(&FormProblem {
        field: Field::Captcha,
        problem: Problem::TooMany { wait_seconds: 60 },
    });
    travels(&FormProblems::one(Field::Consent, Problem::Required));
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
    };
    assert_eq!(
        format!("{contact:?}"),
        "Contact { name: ContactName(…), mail: MailAddress(y***@example.jp) }"
    );
    let details = format!("{:?}", sample_details());
    assert!(
        !details.contains("1998") && !details.contains("やまだ"),
        "{details}"
    );
}

fn name(text: &str) -> Result<String, ContactNameProblem> {
    ContactName::parse(text).map(String::from)
}

#[test]
fn names_of_people_are_taken() {
    for text in [
        "山田　太郎",
        "山田 太郎",
        "佐々木",
        "山﨑",
        "濵田",
        "𠮟",
        "俱",
        "神\u{fa19}",
        "福\u{fa1b}",
        "ジョージ・ワシントン",
        "ﾔﾏﾀﾞ ﾀﾛｳ",
        "Taro Yamada",
        "O'Brien",
        "O’Brien",
        "Jean-Luc",
        "José",
        "Łukasz",
        "Müller",
        "Nguyen",
        "ЯНА",
        "Σοφια",
        "やゝ",
        "みすゞ",
        "ヽヾ",
        "〆木",
        "三〇",
        "山田太郎 2",
        "Ｔａｒｏ　１",
        "コ゚ロー",
        "ㇷ゚",
        "ー",
        "J. Smith",
        "山田・太郎",
        "ﾜｼﾝﾄﾝ･J",
        "1",
    ] {
        assert_eq!(name(text), Ok(text.to_owned()), "{text}");
    }
}

#[test]
fn names_are_tidied_but_never_changed_into_other_letters() {
    for (typed, kept) in [
        ("  山田　太郎\r\n", "山田　太郎"),
        ("山田  太郎", "山田 太郎"),
        ("山田　　太郎", "山田　太郎"),
        ("山田\u{a0}太郎", "山田 太郎"),
        ("ハ\u{309a}ート", "パート"),
        ("か\u{3099}", "が"),
        ("e\u{301}", "é"),
        ("u\u{308}\u{304}", "ǖ"),
        ("\u{212b}ngström", "Ångström"),
        ("か\u{309a}", "か\u{309a}"),
        ("\u{fa19}\u{fa1b}\u{fa45}", "\u{fa19}\u{fa1b}\u{fa45}"),
    ] {
        assert_eq!(name(typed), Ok(kept.to_owned()), "{typed}");
    }
}

#[test]
fn a_letter_outside_the_tables_is_named() {
    use ContactNameProblem as P;
    for (text, problem) in [
        ("", P::Empty),
        (" 　", P::Empty),
        ("𠮷野", P::Character('𠮷')),
        ("髙橋", P::Character('髙')),
        ("山田😀", P::Character('😀')),
        ("山田①", P::Character('①')),
        ("山田㈱", P::Character('㈱')),
        ("山田<b>", P::Character('<')),
        ("a@b", P::Character('@')),
        ("a\"b", P::Character('"')),
        ("山田、太郎", P::Character('、')),
        ("山田/太郎", P::Character('/')),
        ("ع", P::Character('ع')),
        ("한", P::Character('한')),
        ("ẃ", P::Character('ẃ')),
        ("a\u{309a}", P::Character('\u{309a}')),
        ("が\u{3099}", P::Character('\u{3099}')),
        ("葛\u{e0100}", P::Variant('葛')),
        ("山\u{fe0f}", P::Variant('山')),
        ("山\r\nBcc: x", P::Control('\r')),
        ("山\0", P::Control('\0')),
        ("山\u{200b}田", P::Control('\u{200b}')),
        ("山\u{202e}田", P::Control('\u{202e}')),
        ("\u{feff}山田", P::Control('\u{feff}')),
        ("山\u{e000}", P::Control('\u{e000}')),
        ("- .", P::NoLetter),
        ("123456789018", P::IndividualNumber),
        ("山田 1234-5678-9018", P::IndividualNumber),
        ("１２３４　５６７８　９０１８", P::IndividualNumber),
    ] {
        assert_eq!(name(text), Err(problem), "{}", text.escape_debug());
    }
}

#[test]
fn a_name_may_have_100_half_width_characters_or_50_others() {
    use ContactNameProblem as P;
    assert!(name(&"a".repeat(100)).is_ok());
    assert!(name(&"ｱ".repeat(100)).is_ok());
    assert!(name(&"山".repeat(50)).is_ok());
    assert!(name(&"か\u{309a}".repeat(50)).is_ok());
    assert!(name(&format!(" {} ", "𠮟".repeat(50))).is_ok());
    assert_eq!(
        name(&"a".repeat(101)),
        Err(P::TooLong {
            count: 101,
            most: 100
        })
    );
    assert_eq!(
        name(&"ｱ".repeat(101)),
        Err(P::TooLong {
            count: 101,
            most: 100
        })
    );
    assert_eq!(
        name(&"山".repeat(51)),
        Err(P::TooLong {
            count: 51,
            most: 50
        })
    );
    assert_eq!(
        name(&format!("{}山", "a".repeat(50))),
        Err(P::TooLong {
            count: 51,
            most: 50
        })
    );
    assert_eq!(
        name(&"a".repeat(65_536)),
        Err(P::TooLong {
            count: 65_536,
            most: 100
        })
    );
    assert_eq!(
        name(&"山".repeat(30_000)),
        Err(P::TooLong {
            count: 30_000,
            most: 50
        })
    );
}

fn mail(text: &str) -> Result<String, MailAddressProblem> {
    MailAddress::parse(text).map(String::from)
}

#[test]
fn addresses_are_read_as_people_type_them() {
    for (typed, kept) in [
        ("bangou-tarou@example.co.jp", "bangou-tarou@example.co.jp"),
        ("Taro@Example.JP", "Taro@example.jp"),
        ("　taro@example.jp \n", "taro@example.jp"),
        ("ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ", "taro@example.jp"),
        ("taro@example。jp", "taro@example.jp"),
        ("taroー1@example.jp", "taro-1@example.jp"),
        ("taro+tag@gmail.com", "taro+tag@gmail.com"),
        (
            "!#$%&'*+-/=?^_`{|}~@example.jp",
            "!#$%&'*+-/=?^_`{|}~@example.jp",
        ),
        ("a@b.jp", "a@b.jp"),
        (
            "taro@mail.city.example.lg.jp",
            "taro@mail.city.example.lg.jp",
        ),
        ("taro@xn--wgv71a119e.jp", "taro@xn--wgv71a119e.jp"),
        ("taro@example.xn--q9jyb4c", "taro@example.xn--q9jyb4c"),
        ("taro@3.example.jp", "taro@3.example.jp"),
        ("123456789019@docomo.ne.jp", "123456789019@docomo.ne.jp"),
        ("taro..@docomo.ne.jp", "taro..@docomo.ne.jp"),
        ("ta..ro.@DoCoMo.ne.jp", "ta..ro.@docomo.ne.jp"),
        (".taro@ezweb.ne.jp", ".taro@ezweb.ne.jp"),
        ("taro.@au.com", "taro.@au.com"),
    ] {
        assert_eq!(mail(typed), Ok(kept.to_owned()), "{typed}");
    }
}

#[test]
fn each_wrong_address_has_its_own_problem() {
    use MailAddressProblem as P;
    let long_local = format!("{}@example.jp", "a".repeat(65));
    let long = format!("{}@{}.jp", "a".repeat(50), "b".repeat(47));
    assert_eq!(long.len(), 101);
    let long_label = format!("a@{}.jp", "b".repeat(64));
    for (text, problem) in [
        ("", P::Empty),
        ("　 ", P::Empty),
        ("taro", P::AtMissing),
        ("taro.example.jp", P::AtMissing),
        ("taro@@example.jp", P::AtTwice),
        ("taro@exa@mple.jp", P::AtTwice),
        ("@example.jp", P::LocalMissing),
        ("taro@", P::Domain),
        ("taro@localhost", P::Domain),
        ("taro@example.", P::Domain),
        ("taro@.jp", P::Domain),
        ("taro@example..jp", P::Domain),
        ("taro@-example.jp", P::Domain),
        ("taro@example-.jp", P::Domain),
        ("taro@exam!ple.jp", P::Domain),
        ("taro@exam_ple.jp", P::Domain),
        ("taro@example.j", P::Domain),
        ("taro@example.j1", P::Domain),
        ("taro@example.123", P::Domain),
        ("taro@192.0.2.1", P::IpAddress),
        ("taro@[192.0.2.1]", P::IpAddress),
        ("taro@[IPv6:2001:db8::1]", P::IpAddress),
        ("taro@日本語.jp", P::InternationalDomain),
        ("taro@еxample.jp", P::InternationalDomain),
        ("taro@example.みんな", P::InternationalDomain),
        ("山田@example.jp", P::Character('山')),
        ("ta ro@example.jp", P::Character(' ')),
        ("taro @example.jp", P::Character(' ')),
        ("ta,ro@example.jp", P::Character(',')),
        ("\"taro\"@example.jp", P::Character('"')),
        ("<taro@example.jp>", P::Character('<')),
        ("Taro <taro@example.jp>", P::Character(' ')),
        ("taro@exa mple.jp", P::Character(' ')),
        ("taro@example、jp", P::Character('、')),
        ("taro@example😀.jp", P::Character('😀')),
        ("taro@example.jp\r\nBcc:x", P::Control('\r')),
        ("taro\u{200b}@example.jp", P::Control('\u{200b}')),
        ("taro\0@example.jp", P::Control('\0')),
        ("taro..@example.jp", P::Dots),
        (".taro@example.jp", P::Dots),
        ("ta..ro@gmail.com", P::Dots),
        ("taro.@softbank.ne.jp", P::Dots),
        (".taro@docomo.ne.jp", P::Dots),
        ("taro..@docomo.ne.jp.example.com", P::Dots),
        ("..@docomo.ne.jp", P::Dots),
        ("123456789018@example.jp", P::IndividualNumber),
        (&long_local, P::LocalTooLong),
        (&long, P::TooLong { count: 101 }),
        (&long_label, P::Domain),
    ] {
        assert_eq!(mail(text), Err(problem), "{}", text.escape_debug());
    }
}

#[test]
fn an_address_of_100_characters_is_taken() {
    let text = format!("{}@{}.jp", "a".repeat(50), "b".repeat(46));
    assert_eq!(text.len(), 100);
    assert_eq!(mail(&text), Ok(text));
    assert_eq!(
        mail(&"a".repeat(65_536)),
        Err(MailAddressProblem::TooLong { count: 65_536 })
    );
}

#[test]
fn only_odd_dots_need_quotes() {
    for (text, smtp) in [
        ("taro@example.jp", "taro@example.jp"),
        ("ta.ro@example.jp", "ta.ro@example.jp"),
        ("taro..@docomo.ne.jp", "\"taro..\"@docomo.ne.jp"),
        ("t..a@docomo.ne.jp", "\"t..a\"@docomo.ne.jp"),
        (".taro@ezweb.ne.jp", "\".taro\"@ezweb.ne.jp"),
    ] {
        assert_eq!(MailAddress::parse(text).unwrap().for_smtp(), smtp);
    }
}

#[test]
fn the_two_boxes_must_hold_the_same_address() {
    let read = |first, again| MailPair::read(first, again).map(String::from);
    let taro = Ok("taro@example.jp".to_owned());
    assert_eq!(read("taro@example.jp", "taro@example.jp"), taro);
    assert_eq!(read("taro@example.jp", " ｔａｒｏ＠EXAMPLE.jp "), taro);
    assert_eq!(
        read("taro@example.jp", ""),
        Err(MailPairProblem::AgainEmpty)
    );
    assert_eq!(
        read("taro@example.jp", "jiro@example.jp"),
        Err(MailPairProblem::Different)
    );
    assert_eq!(
        read("taro@example.jp", "Taro@example.jp"),
        Err(MailPairProblem::Different)
    );
    assert_eq!(
        read("taro@example.jp", "x"),
        Err(MailPairProblem::Different)
    );
    assert_eq!(
        read("", ""),
        Err(MailPairProblem::First(MailAddressProblem::Empty))
    );
    let problem = FormProblem::from(MailPairProblem::Different);
    assert_eq!(
        (problem.field, problem.problem),
        (Field::MailAgain, Problem::MailDifferent)
    );
}

#[test]
fn a_mistyped_domain_can_be_corrected() {
    let typed = MailAddress::parse("Taro@gmial.com").unwrap();
    assert_eq!(typed.suggest_domain(), Some("gmail.com"));
    assert_eq!(typed.suggestion().unwrap().as_str(), "Taro@gmail.com");
    assert_eq!(
        MailAddress::parse("taro@example.jp").unwrap().suggestion(),
        None
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2048, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gets_a_verdict_and_what_is_taken_is_read_again(text in "(?s).{0,40}") {
        if let Ok(value) = ContactName::parse(&text) {
            prop_assert_eq!(ContactName::parse(value.as_str()), Ok(value.clone()));
            prop_assert!(!value.as_str().contains(char::is_control));
        }
        if let Ok(value) = MailAddress::parse(&text) {
            prop_assert_eq!(MailAddress::parse(value.as_str()), Ok(value));
        }
        if let Ok(value) = BrailleName::parse(&text) {
            prop_assert_eq!(BrailleName::parse(value.as_str()), Ok(value));
        }
        let _ = (ApplicationId::parse(&text), DeviceCode::parse(&text), CaptchaAnswer::parse(&text));
        let _ = (ReceiptNumber::parse(&text), LinkToken::parse(&text), MailPair::read(&text, &text));
    }

    #[test]
    fn names_near_the_rules_read_back(text in "[ 　a-zA-Zé0-9\\-'.・ァ-ヶｦ-ﾟぁ-ゖ一-龠々ー\u{301}\u{3099}\u{309a}\u{a0}\u{fa19}]{0,110}") {
        if let Ok(value) = ContactName::parse(&text) {
            prop_assert_eq!(ContactName::parse(value.as_str()), Ok(value.clone()));
            let spaces = |c: char| matches!(c, ' ' | '　');
            prop_assert_eq!(value.as_str().trim_matches(spaces), value.as_str());
        }
    }

    #[test]
    fn readings_near_the_rules_read_back(text in "[ 　ァ-ヶｦ-ﾟぁ-ゖー・\u{3099}\u{309a}]{0,60}") {
        if let Ok(value) = BrailleName::parse(&text) {
            prop_assert_eq!(BrailleName::parse(value.as_str()), Ok(value.clone()));
            prop_assert!(value.as_str().chars().all(|c| matches!(c, 'ぁ'..='ゔ' | 'ー' | '・' | ' ')));
        }
    }

    #[test]
    fn addresses_near_the_rules_read_back(
        text in "[a-zA-Z0-9.!+@＠_\\-Ａ．]{0,12}@(docomo\\.ne\\.jp|ezweb\\.ne\\.jp|[a-zA-Z0-9.\\-]{1,20})",
    ) {
        if let Ok(value) = MailAddress::parse(&text) {
            prop_assert_eq!(MailAddress::parse(value.as_str()), Ok(value.clone()));
            prop_assert!(value.as_str().is_ascii() && value.as_str().len() <= 100);
            prop_assert_eq!(value.as_str().matches('@').count(), 1);
            prop_assert_eq!(format!("{}@{}", value.local(), value.domain()), value.as_str());
        }
    }

    #[test]
    fn chance_always_makes_values_that_read_back(chance in any::<[u8; 32]>(), half in any::<[u8; 16]>(), six in any::<[u16; 6]>()) {
        let token = LinkToken::from_chance(chance);
        prop_assert_eq!(LinkToken::parse(token.as_str()), Ok(token));
        let receipt = ReceiptNumber::from_chance(half);
        prop_assert_eq!(ReceiptNumber::parse(&receipt.grouped()), Ok(receipt));
        let answer = CaptchaAnswer::from_chance(six);
        prop_assert_eq!(CaptchaAnswer::parse(answer.as_str()), Ok(answer));
    }

    #[test]
    fn application_ids_survive_any_dress(digits in "[0-9]{23}", gap in "[ 　\\-－−‐ー]{0,2}") {
        let id = ApplicationId::parse(&digits).unwrap();
        let spread: String = digits.chars().flat_map(|digit| std::iter::once(digit).chain(gap.chars())).collect();
        prop_assert_eq!(ApplicationId::parse(&spread), Ok(id.clone()));
        prop_assert_eq!(ApplicationId::parse(&id.grouped()), Ok(id));
    }
}
