//! Contact names.

use rules::{ContactName, ContactNameProblem};

use crate::test;

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
        "Jean-Luc",
        "ジャン＝リュック",
        "山田花子（長女）",
        "山田 花子 (長女)",
        "Hanako (elder daughter)",
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
        ("ジャン゠リュック", "ジャン＝リュック"),
        ("ｼﾞｬﾝ=ﾘｭｯｸ", "ｼﾞｬﾝ＝ﾘｭｯｸ"),
        ("Jean–Luc", "Jean-Luc"),
        ("Jean—Luc", "Jean-Luc"),
        ("Jean\u{2011}Luc", "Jean-Luc"),
        ("O’Brien", "O'Brien"),
        ("O‘Brien", "O'Brien"),
        ("O`Brien", "O'Brien"),
        ("O´Brien", "O'Brien"),
        ("Oʼ Brien", "O' Brien"),
        ("山田\t太郎", "山田 太郎"),
        ("山田\t\t太郎\t", "山田 太郎"),
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
        ("山\u{e000}", P::Character('\u{e000}')),
        ("山\u{fffd}", P::Character('\u{fffd}')),
        ("山\u{ad}田", P::Control('\u{ad}')),
        ("山\u{85}田", P::Control('\u{85}')),
        ("山\u{2028}田", P::Control('\u{2028}')),
        ("山\u{7f}", P::Control('\u{7f}')),
        ("👨\u{200d}👩", P::Character('👨')),
        ("🇯🇵", P::Character('🇯')),
        ("1\u{fe0f}\u{20e3}", P::Variant('1')),
        ("Nguyễn", P::Character('ễ')),
        ("Nguye\u{302}\u{303}n", P::Character('ễ')),
        ("山田[太郎]", P::Character('[')),
        ("山田【太郎】", P::Character('【')),
        ("张", P::Character('张')),
        ("山田★", P::Character('★')),
        ("㍻", P::Character('㍻')),
        ("a\u{301}\u{301}", P::Character('\u{301}')),
        ("- .", P::NoLetter),
        ("123456789018", P::IndividualNumber),
        ("山田 1234-5678-9018", P::IndividualNumber),
        ("１２３４　５６７８　９０１８", P::IndividualNumber),
        ("123456789018 山田", P::IndividualNumber),
        ("1234－5678‐9018", P::IndividualNumber),
        ("1234.5678.9018", P::IndividualNumber),
        ("1234・5678・9018", P::IndividualNumber),
        ("1234(5678)9018", P::IndividualNumber),
        ("1234=5678’9018", P::IndividualNumber),
        ("山\n田", P::Control('\n')),
    ] {
        assert_eq!(name(text), Err(problem), "{}", text.escape_debug());
    }
}

#[test]
fn the_nearest_name_is_offered_for_one_that_is_refused() {
    let nearest = |text| ContactName::nearest(text).map(String::from);
    for (typed, offered) in [
        ("髙橋　太郎", "高橋　太郎"),
        ("𠮷野", "吉野"),
        ("昻", "昂"),
        ("槗本", "橋本"),
        ("靑木 淸", "青木 清"),
        ("晴\u{fa12}", "晴晴"),
        ("张伟", "張偉"),
        ("Nguyễn Đặng", "Nguyen Dang"),
        ("Nguye\u{302}\u{303}n", "Nguyen"),
        ("Dilâra Işık", "Dilâra Işik"),
        ("葛\u{e0100}飾", "葛飾"),
    ] {
        assert_eq!(nearest(typed).as_deref(), Some(offered), "{typed}");
        assert!(name(typed).is_err(), "{typed}");
    }
    for none in [
        "한",
        "ع",
        "山田★",
        "髙<",
        "髙123456789018",
        "髙\u{200b}橋",
        "evil.com髙",
        "",
    ] {
        assert_eq!(nearest(none), None, "{none}");
    }
    assert_eq!(ContactNameProblem::Character('髙').nearest(), Some('高'));
    assert_eq!(ContactNameProblem::Character('ễ').nearest(), Some('e'));
    assert_eq!(ContactNameProblem::Variant('葛').nearest(), Some('葛'));
    assert_eq!(ContactNameProblem::Character('한').nearest(), None);
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

#[test]
fn a_name_holds_no_address_of_a_site() {
    use ContactNameProblem as P;
    let address = |before, after| Err(P::SiteAddress { before, after });
    for (text, expected) in [
        ("St.John", address('t', 'J')),
        ("至急 evil.example.com で本人確認", address('l', 'e')),
        ("evil.co", address('l', 'c')),
        ("evil．ＣＯＭ", address('l', 'Ｃ')),
        ("ｅｖｉｌ.jp", address('ｌ', 'j')),
        ("evil.a.jp", address('a', 'j')),
        ("192.0.2.10", address('2', '1')),
        ("例え.テスト", address('え', 'テ')),
        ("山田．太郎", address('田', '太')),
        ("xn--p1ai.xn--p1ai", address('i', 'x')),
        ("A.B.Smith", address('B', 'S')),
        ("www", Err(P::SiteWord)),
        ("WWW evil", Err(P::SiteWord)),
        ("ｗｗｗ.x.y", Err(P::SiteWord)),
        ("山田 www-x", Err(P::SiteWord)),
        ("https://evil", Err(P::Character(':'))),
        ("evil。com", Err(P::Character('。'))),
        ("evil｡com", Err(P::Character('｡'))),
    ] {
        assert_eq!(name(text), expected, "{text}");
    }
}

#[test]
fn initials_titles_and_the_form_that_is_offered_are_no_addresses() {
    for text in [
        "St. John",
        "J.R. Smith",
        "J. R. R. Tolkien",
        "J.R",
        "Jr.",
        "山田 太郎 Jr.",
        "山田. 太郎",
        "A.B. Smith",
        "山田・太郎",
        "Wwwilson",
        "wwww",
        ". evil",
        "evil .com",
        "1.",
    ] {
        assert_eq!(name(text), Ok(text.to_owned()), "{text}");
    }
}

#[test]
fn a_name_that_was_taken_before_addresses_were_refused_is_read_back() {
    let taken: ContactName = serde_json::from_str("\"St.John\"").unwrap();
    assert_eq!(taken.as_str(), "St.John");
    assert!(serde_json::from_str::<ContactName>("\"a@b\"").is_err());
}
