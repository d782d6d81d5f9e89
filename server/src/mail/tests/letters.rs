//! What the letters say.

use super::*;

/// Columns of a line on a terminal: Japanese letters take two.
fn columns(line: &str) -> usize {
    line.chars()
        .map(|letter| if letter.is_ascii() { 1 } else { 2 })
        .sum()
}

fn usual() -> [Letter; 3] {
    letters_to(&contact("番号 太郎", "taro@town.lg.jp"), &settings())
}

#[test]
fn no_letter_has_a_blank_left() {
    for letter in all_letters() {
        for text in [letter.subject.as_str(), &letter.body] {
            assert!(!text.contains("{{") && !text.contains("}}"), "{text}");
        }
    }
}

#[test]
fn only_the_letter_of_receipt_greets_by_name_and_every_one_ends_with_the_office() {
    for contact in contacts() {
        let name = contact.name.as_str();
        let [link, code, received] = letters_to(&contact, &settings());
        for letter in [&link, &code] {
            assert!(!letter.body.contains(name), "{}", letter.body);
            assert!(!letter.subject.as_str().contains(name));
            assert_eq!(letter.name, None);
        }
        assert_eq!(
            received.body.lines().next(),
            Some(format!("{name} 様").as_str())
        );
        assert!(!received.subject.as_str().contains(name));
        for letter in [link, code, received] {
            assert_eq!(letter.to, contact.mail);
            let office = settings().office;
            for line in [office.name, office.phone, office.hours] {
                assert!(letter.body.contains(line.as_str()), "{}", letter.body);
            }
        }
    }
}

#[test]
fn every_letter_shows_the_last_four_digits_of_the_application_id_only() {
    for letter in all_letters() {
        assert!(letter.body.contains("6789"), "{}", letter.body);
        assert!(letter.body.contains("申請書ID"), "{}", letter.body);
        for more in ["96789", "9 6789", "1234567890", "1234 5678"] {
            assert!(!letter.body.contains(more), "{}", letter.body);
        }
        assert!(!letter.subject.as_str().contains("6789"));
    }
}

#[test]
fn every_letter_says_what_to_do_when_it_was_not_expected() {
    for letter in all_letters() {
        assert!(
            letter.body.contains("心当たりがない場合は"),
            "{}",
            letter.body
        );
    }
}

#[test]
fn lines_fit_into_78_columns() {
    for letter in usual() {
        for line in letter
            .body
            .lines()
            .filter(|line| !line.starts_with("https://"))
        {
            assert!(columns(line) <= 78, "{} {line}", columns(line));
        }
        assert!(letter.body.ends_with('\n') && !letter.body.contains("\n\n\n"));
    }
}

#[test]
fn the_link_stands_on_a_line_of_its_own_with_its_end_in_both_calendars() {
    let [letter, ..] = usual();
    let url = format!("https://card.town.lg.jp/open/{}", token().as_str());
    assert!(
        letter.body.lines().any(|line| line == url),
        "{}",
        letter.body
    );
    let until = "令和8年11月23日（2026年11月23日）18時25分";
    assert!(
        letter.body.lines().any(|line| line == until),
        "{}",
        letter.body
    );
    assert_eq!(
        letter.subject.as_str(),
        "【カード申請】申請を続けるためのURL"
    );
}

#[test]
fn the_device_code_stands_on_a_line_of_its_own_with_its_life_and_not_in_the_subject() {
    let [_, letter, _] = usual();
    assert!(
        letter.body.lines().any(|line| line == "012345"),
        "{}",
        letter.body
    );
    assert!(letter.body.contains("10分間"), "{}", letter.body);
    assert!(!letter.subject.as_str().contains("012345"));
}

#[test]
fn the_letter_of_receipt_has_the_receipt_number_and_says_what_happens_next() {
    let [.., letter] = usual();
    for text in [
        receipt().grouped().as_str(),
        "交付通知書",
        "約1か月",
        "https://card.town.lg.jp/status\n",
    ] {
        assert!(letter.body.contains(text), "{text} {}", letter.body);
    }
    assert!(
        letter
            .body
            .contains("令和8年11月22日（2026年11月22日）18時25分"),
        "{}",
        letter.body
    );
    assert_eq!(
        letter.subject.as_str(),
        "【個人番号カード】申請受付完了のお知らせ"
    );
}

#[test]
fn the_operator_words_the_subject_of_the_letter_of_receipt_as_it_stands() {
    let mut settings = settings();
    settings.mail.received_subject = Line::parse("受付 {{x}}").unwrap();
    let [link, _, received] = letters_to(&contact("番号 太郎", "taro@town.lg.jp"), &settings);
    assert_eq!(received.subject.as_str(), "受付 {{x}}");
    assert!(link.subject.as_str().contains("URL"));
}

#[test]
fn a_secret_stands_in_its_own_letter_only() {
    let [link, device, received] = usual();
    assert!(!device.body.contains(token().as_str()) && !received.body.contains(token().as_str()));
    assert!(!link.body.contains("012345") && !received.body.contains("012345"));
}

#[test]
fn a_letter_in_a_log_shows_neither_address_nor_text() {
    for letter in usual() {
        let shown = format!("{letter:?}");
        assert!(shown.contains("t***@town.lg.jp"), "{shown}");
        for hidden in ["taro@", "番号", token().as_str(), "012345"] {
            assert!(!shown.contains(hidden), "{shown}");
        }
    }
}

#[test]
fn an_office_named_like_a_blank_gets_no_url() {
    let mut settings = settings();
    settings.office.name = Line::parse("{{url}}").unwrap();
    let [letter, ..] = letters_to(&contacts()[0], &settings);
    assert!(
        letter.body.lines().any(|line| line == "{{url}}"),
        "{}",
        letter.body
    );
    assert_eq!(letter.body.matches(token().as_str()).count(), 1);
}

#[test]
fn the_table_says_truly_which_letter_greets_and_has_a_secret() {
    for kind in MailKind::ALL {
        let (spec, contact) = (LetterSpec::of(*kind), &contacts()[0]);
        let letter = letter_to(*kind, contact, &settings());
        let name = contact.name.as_str();
        assert_eq!(letter.body.contains(name), spec.greets_by_name, "{kind:?}");
        assert_eq!(letter.name.is_some(), spec.greets_by_name, "{kind:?}");
        let has = |of, text: &str| {
            assert_eq!(
                letter.body.contains(text),
                spec.secret == Some(of),
                "{kind:?}"
            );
        };
        has(SecretKind::Link, token().as_str());
        has(SecretKind::DeviceCode, "012345");
    }
}

#[test]
fn a_link_is_not_sent_once_the_application_was_and_a_receipt_not_before() {
    let letters = Letters::new(&settings());
    let [registered, submitted] = journeys(&contacts()[0]);
    let is_sent = |kind, journey| letters.draft(kind, journey).is_some();
    assert!(is_sent(MailKind::Link, &registered));
    assert!(!is_sent(MailKind::Link, &submitted));
    assert!(!is_sent(MailKind::Received, &registered));
    assert!(is_sent(MailKind::Received, &submitted));
    assert!(
        !is_sent(MailKind::DeviceCode, &Journey::Arrived),
        "to nobody"
    );
}

#[test]
fn a_letter_without_its_secret_is_not_written() {
    let (letters, contact) = (Letters::new(&settings()), &contacts()[0]);
    let [registered, _] = journeys(contact);
    let draft = || letters.draft(MailKind::Link, &registered).unwrap();
    assert!(draft().write(id("a1"), None, NOW).is_err());
    let wrong = secret(SecretKind::DeviceCode);
    assert!(draft().write(id("a1"), Some(&wrong), NOW).is_err());
}

#[test]
fn a_letter_is_in_the_language_of_whom_it_goes_to() {
    let japanese = contact("BANGO Taro", "taro@town.lg.jp");
    let pseudo = Contact {
        language: Language::Pseudo,
        ..japanese.clone()
    };
    let settings = settings();
    let ours = |letter: &Letter| {
        let office = &settings.office;
        let set = [office.name.as_str(), office.hours.as_str()];
        set.iter()
            .fold(letter.body.clone(), |body, set| body.replace(set, ""))
    };
    let is_japanese = |letter: char| matches!(u32::from(letter), 0x3040..=0x30ff | 0x4e00..=0x9fff);
    for letter in letters_to(&japanese, &settings) {
        assert!(ours(&letter).contains(is_japanese), "{}", letter.body);
    }
    for letter in letters_to(&pseudo, &settings) {
        assert!(!ours(&letter).contains(is_japanese), "{}", letter.body);
    }
}
