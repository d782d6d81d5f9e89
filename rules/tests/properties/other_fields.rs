//! The other fields: what is taken is read again, whatever is typed.

use proptest::prelude::*;
use rules::{
    ApplicationId, BrailleName, CaptchaAnswer, ContactName, DeviceCode, LinkToken, MailAddress,
    MailPair, ReceiptNumber,
};

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
        let token = LinkToken::from_random(chance);
        prop_assert_eq!(LinkToken::parse(token.as_str()), Ok(token));
        let receipt = ReceiptNumber::from_random(half);
        prop_assert_eq!(ReceiptNumber::parse(&receipt.grouped()), Ok(receipt));
        let answer = CaptchaAnswer::from_random(six);
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
