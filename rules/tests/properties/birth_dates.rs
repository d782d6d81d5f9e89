//! Birth dates out of any letters.

use proptest::prelude::*;
use rules::{BirthDate, BirthDateFields, BirthDateProblem, CivilDate};

fn today() -> CivilDate {
    CivilDate::new(2026, 11, 22).unwrap()
}

fn boxes(era: &str, year: &str, month: &str, day: &str) -> BirthDateFields {
    BirthDateFields {
        era: era.to_owned(),
        year: year.to_owned(),
        month: month.to_owned(),
        day: day.to_owned(),
        ..BirthDateFields::default()
    }
}

#[test]
fn a_very_long_text_is_refused_unread() {
    for piece in [
        "9",
        "平成",
        "一",
        "年",
        " ",
        "　",
        "\u{200b}",
        "x",
        "1998-01-01 ",
        "廿",
        "㋀",
        "\u{301}",
    ] {
        let text = format!("平{}", piece.repeat(65_536 / piece.len()));
        let start = std::time::Instant::now();
        let read = BirthDate::parse(&text, today());
        let time = start.elapsed();
        assert_eq!(
            read.map_err(BirthDateProblem::kind),
            Err("syntax"),
            "{piece}"
        );
        assert!(time.as_millis() < 20, "{piece}: {time:?}");
    }
}

/// Letters of dates, and some that try to pass for them.
const LETTERS: &str = "[0-9０-９一二三十廿元年月日平成昭和令HhSsRrMTA/.\\-・ 　㍻㋿㋀㏠不詳春上旬()（）生\u{200b}\u{200e}\u{202e}\u{301}٣]{0,16}";

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_read_is_a_date_that_reads_back(text in LETTERS) {
        if let Ok(birth_date) = BirthDate::parse(&text, today()) {
            prop_assert_eq!(BirthDate::parse(&birth_date.wareki(), today()), Ok(birth_date));
            prop_assert_eq!(BirthDate::parse(&birth_date.western(), today()), Ok(birth_date));
            prop_assert_eq!(BirthDate::from_register(&birth_date.iso()), Ok(birth_date));
            let foreign = text.chars().any(|c| matches!(c, '\u{202e}' | '\u{301}' | '٣'));
            prop_assert!(!foreign, "{}", text);
        }
    }

    #[test]
    fn any_text_gets_a_verdict(text in "\\PC{0,64}", era in "\\PC{0,4}", month in "\\PC{0,4}") {
        let _ = BirthDate::parse(&text, today());
        let _ = BirthDate::from_register(&text);
        let _ = BirthDate::read(&boxes(&era, &text, &month, &text), today());
    }

    #[test]
    fn digits_are_never_lost(year in 1902_i16..2026, month in 1_u8..=12, day in 1_u8..=28, style in 0_usize..6) {
        let full = |n: String| n.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap()).collect::<String>();
        let text = match style {
            0 => format!("{year}/{month}/{day}"),
            1 => format!("{year:04}{month:02}{day:02}"),
            2 => full(format!("{year}.{month}.{day}")),
            3 => format!(" {year} 年 {month} 月 {day} 日 "),
            4 => format!("{year}\u{200b}-{month:02}-{day:02}"),
            _ => format!("西暦{year}年{month:02}月{day:02}日"),
        };
        let read = BirthDate::parse(&text, today()).unwrap();
        prop_assert_eq!(read.day(), CivilDate::new(year, month, day));
    }
}
