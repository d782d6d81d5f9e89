//! Birth dates: tables of what people write, every day of every era in both
//! directions, an independent calendar, hostile texts.

#![expect(clippy::unwrap_used, reason = "a helper that fails fails its test")]

use std::fmt::Write as _;

use icu_calendar::Date;
use icu_calendar::cal::Japanese;
use proptest::prelude::*;
use rules::{AgeRange, BirthDate, BirthDateFields, BirthDateProblem, CivilDate, Era};

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn today() -> CivilDate {
    day("2026-11-22")
}

/// What a text gives: the ISO form, or the kind of the problem with what is offered.
fn verdict(text: &str) -> String {
    told(BirthDate::parse(text, today()))
}

fn told(read: Result<BirthDate, BirthDateProblem>) -> String {
    match read {
        Ok(birth_date) => birth_date.iso(),
        Err(problem) => match problem.suggestion() {
            Some(offered) => format!("{} -> {}", problem.kind(), offered.wareki()),
            None => problem.kind().to_owned(),
        },
    }
}

fn boxes(era: &str, year: &str, month: &str, day: &str) -> BirthDateFields {
    BirthDateFields {
        era: era.to_owned(),
        year: year.to_owned(),
        month: month.to_owned(),
        day: day.to_owned(),
    }
}

fn read(era: &str, year: &str, month: &str, day: &str) -> Result<BirthDate, BirthDateProblem> {
    BirthDate::read(&boxes(era, year, month, day), today())
}

fn all_days() -> impl Iterator<Item = CivilDate> {
    std::iter::successors(Some(day("1873-01-01")), |day| day.plus_days(1))
        .take_while(|day| day.year() <= 2030)
}

#[test]
fn every_usual_notation_of_one_day_is_read() {
    for text in [
        "平成10年1月1日",
        "平成十年一月一日",
        "平成10年01月01日",
        "平成１０年１月１日",
        "平成10.1.1",
        "平成10/1/1",
        "平成10-1-1",
        "平成 10 年 1 月 1 日",
        "平 成 10年1月1日",
        "平成　１０　年　１　月　１　日",
        "平成10 1 1",
        "平成100101",
        "平成10年1月1",
        "平成壱拾年壱月壱日",
        "平成拾年壱月壱日",
        "平成一〇年〇一月〇一日",
        "平成10年正月1日",
        "平成十年正月一日",
        "H10.1.1",
        "h10/01/01",
        "H100101",
        "h10-1-1",
        "Ｈ１０．１．１",
        "ｈ１０／１／１",
        "H 10. 1. 1",
        "H.10.1.1",
        "H10年1月1日",
        "H10、1、1",
        "H10・1・1",
        "H10,1,1",
        "H10.01.01",
        "H10 1 1",
        "H10－1－1",
        "H10−1−1",
        "H10ー1ー1",
        "H10‐1‐1",
        "H10―1―1",
        "平10.1.1",
        "平10年1月1日",
        "平・10・1・1",
        "㍻10年1月1日",
        "㍻10.1.1",
        "㍻100101",
        "1998年1月1日",
        "1998年01月01日",
        "１９９８年１月１日",
        "1998-01-01",
        "1998-1-1",
        "1998/1/1",
        "1998/01/01",
        "1998.1.1",
        "1998,1,1",
        "1998 1 1",
        "1998 / 1 / 1",
        "19980101",
        "１９９８０１０１",
        "一九九八年一月一日",
        "一九九八〇一〇一",
        "千九百九十八年一月一日",
        "西暦1998年1月1日",
        "西暦 1998/1/1",
        "AD1998-01-01",
        "A.D. 1998.1.1",
        "1998年1/1",
        "平成10年1月1日生",
        "平成10年1月1日 生まれ",
        "1998年1月1日生まれ",
        "平成10年（1998年）1月1日",
        "1998年（平成10年）1月1日",
        "平成10（1998）年1月1日",
        "1998(平成10)年1月1日",
        "1998（H10）年1月1日",
        " 1998-01-01 ",
        "\t1998-01-01\r\n",
        "\u{feff}1998-01-01",
        "\u{200e}1998\u{200e}/\u{200e}1\u{200e}/\u{200e}1",
        "1998\u{2f}1\u{2f}1",
        "1998年㋀㏠",
        "平成10年㋀1日",
        "1998\u{f98e}1⽉1⽇",
        "平成⼗年⼀⽉⼀⽇",
    ] {
        assert_eq!(verdict(text), "1998-01-01", "{text}");
    }
}

#[test]
fn other_days_are_read_as_well() {
    for (text, iso) in [
        ("昭和六十三年十二月三十一日", "1988-12-31"),
        ("昭和63年12月31日", "1988-12-31"),
        ("S63.12.31", "1988-12-31"),
        ("㍼63.12.31", "1988-12-31"),
        ("昭和六三年一二月三一日", "1988-12-31"),
        ("昭和廿五年五月卅一日", "1950-05-31"),
        ("昭和廿壱年弐月廿八日", "1946-02-28"),
        ("昭和弐拾参年参月弐拾五日", "1948-03-25"),
        ("大正拾四年拾弐月参拾壱日", "1925-12-31"),
        ("平成元年5月5日", "1989-05-05"),
        ("平成1年5月5日", "1989-05-05"),
        ("平元.5.5", "1989-05-05"),
        ("R元.5.1", "2019-05-01"),
        ("r1.5.1", "2019-05-01"),
        ("㋿元年5月1日", "2019-05-01"),
        ("令02.06.23", "2020-06-23"),
        ("令和8年11月22日", "2026-11-22"),
        ("T14.3.9", "1925-03-09"),
        ("大14.3.9", "1925-03-09"),
        ("㍽14.3.9", "1925-03-09"),
        ("M45.7.29", "1912-07-29"),
        ("明45.7.29", "1912-07-29"),
        ("㍾45年7月29日", "1912-07-29"),
        ("二〇〇四年二月二九日", "2004-02-29"),
        ("二○○四年二月二十九日", "2004-02-29"),
        ("H160229", "2004-02-29"),
        ("20040229", "2004-02-29"),
        ("1999年10月10日", "1999-10-10"),
        ("1999年十月十日", "1999-10-10"),
        ("2004年㋋㏾", "2004-12-31"),
    ] {
        assert_eq!(verdict(text), iso, "{text}");
    }
}

#[test]
fn the_traps_of_the_calendars_are_known() {
    for (text, told) in [
        ("明治45年2月29日", "1912-02-29"),
        ("明治33年2月29日", "no_such_date"),
        ("明治45年7月30日", "1912-07-30"),
        ("大正元年7月30日", "1912-07-30"),
        ("大正15年12月25日", "1926-12-25"),
        ("昭和元年12月25日", "1926-12-25"),
        ("昭和64年1月7日", "1989-01-07"),
        ("平成元年1月8日", "1989-01-08"),
        ("平成12年2月29日", "2000-02-29"),
        ("平成31年4月30日", "2019-04-30"),
        ("令和元年5月1日", "2019-05-01"),
        ("令和2年2月29日", "2020-02-29"),
        ("令和3年2月29日", "no_such_date"),
        ("大正元年7月29日", "era_range -> 明治45年7月29日"),
        ("明治45年7月31日", "era_range -> 大正元年7月31日"),
        ("大正15年12月26日", "era_range -> 昭和元年12月26日"),
        ("昭和元年12月24日", "era_range -> 大正15年12月24日"),
        ("昭和64年1月8日", "era_range -> 平成元年1月8日"),
        ("昭和65年3月1日", "era_range -> 平成2年3月1日"),
        ("昭和100年1月1日", "era_range -> 令和7年1月1日"),
        ("平成元年1月7日", "era_range -> 昭和64年1月7日"),
        ("平成31年5月1日", "era_range -> 令和元年5月1日"),
        ("平成32年1月1日", "era_range -> 令和2年1月1日"),
        ("令和元年4月30日", "era_range -> 平成31年4月30日"),
        ("平成1998年1月1日", "era_range -> 平成10年1月1日"),
        ("平成40年1月1日", "era_range"),
        ("平成0年1月1日", "era_range"),
        ("明治5年12月3日", "era_range"),
        ("明治5年12月2日", "era_range"),
        ("明治元年10月23日", "era_range"),
        ("明治6年1月1日", "too_old"),
        ("昭和64年2月30日", "no_such_date"),
        ("平成31年4月31日", "no_such_date"),
        ("令和99年1月1日", "future"),
    ] {
        assert_eq!(verdict(text), told, "{text}");
    }
}

#[test]
fn each_mistake_has_its_own_problem() {
    use BirthDateProblem as P;
    for (text, problem) in [
        ("", P::Empty),
        (" 　\n", P::Empty),
        ("\u{200b}", P::Empty),
        ("平成", P::YearMissing),
        ("1月1日", P::YearMissing),
        ("平成10年", P::MonthMissing),
        ("平成10", P::MonthMissing),
        ("1998", P::MonthMissing),
        ("平成10年1月", P::DayMissing),
        ("1998-01", P::DayMissing),
        ("10年1月1日", P::EraMissing),
        ("元年5月1日", P::EraMissing),
        ("98-01-01", P::TwoDigitYear),
        ("98/1/1", P::TwoDigitYear),
        ("980101", P::TwoDigitYear),
        ("西暦98年1月1日", P::TwoDigitYear),
        ("01/02/1998", P::YearLast),
        ("27.3.1998", P::YearLast),
        ("3-27-1998", P::YearLast),
        ("平成10年13月1日", P::MonthRange),
        ("1998-00-10", P::MonthRange),
        ("1998/13/01", P::MonthRange),
        ("1998/27/03", P::MonthRange),
        ("平成11年2月29日", P::NoSuchDate { last_day: 28 }),
        ("2000-02-30", P::NoSuchDate { last_day: 29 }),
        ("1998-04-31", P::NoSuchDate { last_day: 30 }),
        ("1998/01/00", P::NoSuchDate { last_day: 31 }),
        ("1998年1月32日", P::NoSuchDate { last_day: 31 }),
        ("2026-11-23", P::Future),
        ("令和8年11月23日", P::Future),
        ("9999-12-31", P::Future),
        ("1901-11-21", P::TooOld),
        ("1872-12-31", P::TooOld),
        ("0001-01-01", P::TooOld),
        ("0000-01-01", P::TooOld),
        ("明治34年11月21日", P::TooOld),
        ("平成10年(1997年)1月1日", P::EraConflict),
    ] {
        assert_eq!(BirthDate::parse(text, today()), Err(problem), "{text}");
    }
    assert_eq!(verdict("1901-11-22"), "1901-11-22");
    assert_eq!(verdict("2026-11-22"), "2026-11-22");
}

#[test]
fn what_is_no_date_is_refused() {
    for text in [
        "x",
        "平成",
        "平成年月日",
        "--",
        "1998-01-01-01",
        "1998--01-01",
        "-1998-01-01",
        "+1998-01-01",
        "1998-+1-01",
        "H-10.1.1",
        "1998-01-1a",
        "1998-01-01T00:00:00",
        "1998-01-01 12:00",
        "01998-01-01",
        "11998-01-01",
        "998-01-01",
        "1998-001-01",
        "1998-01-001",
        "199801",
        "1998010",
        "199801011",
        "H10101",
        "H1001011",
        "平成19980101",
        "平成98765432109876543210年1月1日",
        "1998-01-99999999999",
        "平成10年1月1日1",
        "平成10年1月1日2日",
        "平成平成10年1月1日",
        "平成H10.1.1",
        "HH10.1.1",
        "平10",
        "慶応3年1月1日",
        "へいせい10年1月1日",
        "Heisei 10.1.1",
        "Jan 1 1998",
        "1998年1月",
        "平成10年10",
        "平成1 0年1月1日",
        "19 98-01-01",
        "1998-0 1-01",
        "1998 0101",
        "1998年0101",
        "平成10年0101",
        "平成十十年一月一日",
        "平成百百年一月一日",
        "平成二十〇年一月一日",
        "平成〇十年一月一日",
        "平成一十〇年一月一日",
        "平成1十年1月1日",
        "平成十1年1月1日",
        "平成10年1月元日",
        "平成10年元月1日",
        "1998年1㋀1日",
        "1998㋀1",
        "(1998)年1月1日",
        "平成10年(1998年1月1日",
        "1998年1月1日(木)",
        "１９９８年①月①日",
        "1998年1月1²日",
        "1998.1.1.",
        ".1998.1.1",
        "1998年年1月1日",
        "1998年1月月1日",
        "年1998月1日1",
        "1998\u{202e}-10-20",
        "1998\u{200f}/1/1",
        "1998-01-\u{2066}01",
        "1998\0-01-01",
        "1998-01-01\u{301}",
        "1998\u{61c}-01-01",
        "١٩٩٨-٠١-٠١",
        "१९९८-०१-०१",
        "𝟏𝟗𝟗𝟖-01-01",
        "1998年1月1日生ま",
        "1998年1月1日死",
        "平成10年13春",
        "1998-A9-00",
        "1998-E1-00",
        "1998-01-A4",
        "1998-A1-01",
        "1998-00-A1",
        "1998-A1-A1",
        "大正10年不",
        "昭和10年初",
        "昭和10年3月上",
    ] {
        assert_eq!(
            BirthDate::parse(text, today()).map_err(BirthDateProblem::kind),
            Err("syntax"),
            "{text}"
        );
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
        assert!(read.is_err(), "{piece}");
        assert!(time.as_millis() < 20, "{piece}: {time:?}");
    }
    let spaces = " ".repeat(100);
    assert_eq!(verdict(&spaces), "empty");
    assert_eq!(
        verdict(&format!("{spaces}1998{spaces}-01-01{spaces}")),
        "1998-01-01"
    );
    assert_eq!(verdict(&" ".repeat(513)), "syntax");
}

#[test]
fn every_day_of_every_era_is_printed_and_read_back() {
    for day in all_days() {
        let birth_date = BirthDate::from_register(&day.to_string()).unwrap();
        for text in [birth_date.wareki(), birth_date.western(), birth_date.iso()] {
            assert_eq!(BirthDate::parse(&text, day), Ok(birth_date), "{text}");
        }
        assert_eq!(
            BirthDate::read(&birth_date.fields(), day),
            Ok(birth_date),
            "{day}"
        );
        assert_eq!(birth_date.age_on(day), AgeRange { least: 0, most: 0 });
    }
}

#[test]
fn every_day_of_every_era_agrees_with_an_independent_calendar() {
    for day in all_days() {
        let iso = Date::try_new_iso(day.year().into(), day.month(), day.day()).unwrap();
        let japanese = iso.to_calendar(Japanese::new());
        let era = match japanese.era_year().era.as_str() {
            "meiji" => Era::Meiji,
            "taisho" => Era::Taisho,
            "showa" => Era::Showa,
            "heisei" => Era::Heisei,
            "reiwa" => Era::Reiwa,
            other => panic!("{day} in {other}"),
        };
        assert_eq!(Era::of(day), Some(era), "{day}");
        let year = japanese.era_year().year;
        assert_eq!(i32::from(era.year_of(day.year())), year, "{day}");
        let mut text = String::new();
        write!(
            text,
            "{}{year}年{}月{}日",
            era.name(),
            day.month(),
            day.day()
        )
        .unwrap();
        assert_eq!(BirthDate::parse(&text, day).unwrap().iso(), day.to_string());
    }
}

#[test]
fn every_day_outside_an_era_is_refused_with_its_right_name() {
    let today = day("1990-01-01");
    for day in all_days().filter(|day| (1912..1990).contains(&day.year())) {
        for era in [Era::Taisho, Era::Showa, Era::Heisei] {
            let year = era.year_of(day.year());
            if year < 1 || era.holds(day) {
                continue;
            }
            let text = format!("{}{year}年{}月{}日", era.name(), day.month(), day.day());
            let offered = BirthDate::from_register(&day.to_string())
                .ok()
                .filter(|_| day <= today);
            let problem = BirthDateProblem::EraRange {
                era,
                suggestion: offered,
            };
            assert_eq!(BirthDate::parse(&text, today), Err(problem), "{text}");
        }
    }
}

#[test]
fn the_boxes_are_read_together() {
    for (era, year, month, day, iso) in [
        ("H", "10", "3", "27", "1998-03-27"),
        ("h", "１０", "０３", "２７", "1998-03-27"),
        ("AD", "1998", "3", "27", "1998-03-27"),
        ("", "1998", "3", "27", "1998-03-27"),
        ("H", "元", "5", "5", "1989-05-05"),
        ("H", "1", "5", "5", "1989-05-05"),
        ("H", "10年", "3月", "27日", "1998-03-27"),
        ("", "平成10年", "3月", "27日", "1998-03-27"),
        ("H", "平成10年", "3月", "27日", "1998-03-27"),
        ("", "H10", "3", "27", "1998-03-27"),
        ("H", "十", "三", "二十七", "1998-03-27"),
        (" H ", " 10 ", " 3 ", " 27 ", "1998-03-27"),
        ("H", "10", "正月", "1", "1998-01-01"),
        ("平成", "10", "3", "27", "1998-03-27"),
        ("T", "10", "不詳", "不詳", "1921-00-00"),
        ("T", "10", "不詳", "", "1921-00-00"),
        ("S", "10", "春", "不詳", "1935-A1-00"),
        ("S", "10", "3", "不詳", "1935-03-00"),
        ("S", "10", "3", "上旬", "1935-03-A1"),
    ] {
        assert_eq!(
            told(read(era, year, month, day)),
            iso,
            "{era} {year} {month} {day}"
        );
    }
}

#[test]
fn any_box_may_hold_a_whole_date() {
    for text in [
        "平成10年3月27日",
        "H10.3.27",
        "1998-03-27",
        "19980327",
        "H100327",
        "一九九八年三月二七日",
        "10.3.27",
    ] {
        for at in 0..3 {
            let era = if text.starts_with("10") { "H" } else { "" };
            let mut places = [""; 3];
            places[at] = text;
            let [year, month, day] = places;
            assert_eq!(
                told(read(era, year, month, day)),
                "1998-03-27",
                "{text} at {at}"
            );
            assert_eq!(
                told(read("H", year, month, day)),
                "1998-03-27",
                "{text} at {at}"
            );
        }
    }
    assert_eq!(told(read("平成10年3月27日", "", "", "")), "1998-03-27");
    assert_eq!(told(read("", "", "", "大正10年月日不詳")), "1921-00-00");
}

#[test]
fn each_mistake_in_the_boxes_has_its_own_problem() {
    use BirthDateProblem as P;
    let showa_64 = P::EraRange {
        era: Era::Showa,
        suggestion: BirthDate::from_register("1989-01-08").ok(),
    };
    let heisei_1998 = P::EraRange {
        era: Era::Heisei,
        suggestion: BirthDate::from_register("1998-03-27").ok(),
    };
    for (era, year, month, day, problem) in [
        ("", "", "", "", P::Empty),
        (" ", "　", "", "\t", P::Empty),
        ("H", "", "", "", P::YearMissing),
        ("H", "", "3", "27", P::YearMissing),
        ("", "", "3", "27", P::EraMissing),
        ("", "10", "3", "27", P::EraMissing),
        ("", "10", "", "", P::EraMissing),
        ("H", "10", "", "", P::MonthMissing),
        ("H", "10", "", "27", P::MonthMissing),
        ("H", "10", "3", "", P::DayMissing),
        ("H", "平成10年3月", "", "", P::DayMissing),
        ("AD", "98", "3", "27", P::TwoDigitYear),
        ("AD", "元", "3", "27", P::TwoDigitYear),
        ("H", "10", "13", "27", P::MonthRange),
        ("H", "10", "0", "27", P::MonthRange),
        ("H", "11", "2", "29", P::NoSuchDate { last_day: 28 }),
        ("H", "11", "2", "0", P::NoSuchDate { last_day: 28 }),
        ("S", "64", "1", "8", showa_64),
        ("S", "", "", "昭和64年1月8日", showa_64),
        ("H", "1998", "3", "27", heisei_1998),
        ("AD", "2026", "11", "23", P::Future),
        ("AD", "1901", "11", "21", P::TooOld),
        ("H", "昭和63", "3", "27", P::EraConflict),
        ("H", "昭和63年3月27日", "", "", P::EraConflict),
        ("S", "1998-03-27", "", "", P::EraConflict),
        ("AD", "H10.3.27", "", "", P::EraConflict),
        ("X", "10", "3", "27", P::Syntax),
        ("H", "ten", "3", "27", P::Syntax),
        ("H", "10", "March", "27", P::Syntax),
        ("H", "10", "3", "2 7", P::Syntax),
        ("H", "1998-03-27", "3", "27", P::Syntax),
        ("H", "10", "不詳", "27", P::Syntax),
        ("H", "10", "100", "1", P::Syntax),
        ("", "27/3/1998", "", "", P::YearLast),
    ] {
        assert_eq!(
            read(era, year, month, day),
            Err(problem),
            "{era} {year} {month} {day}"
        );
    }
}

#[test]
fn unknown_parts_are_kept_as_the_registers_write_them() {
    for (text, iso) in [
        ("大正10年月日不詳", "1921-00-00"),
        ("大正10年不詳", "1921-00-00"),
        ("大正10年月不詳", "1921-00-00"),
        ("大正10年不詳月不詳日", "1921-00-00"),
        ("大正十年 月日不詳", "1921-00-00"),
        ("1921年月日不明", "1921-00-00"),
        ("1921-00-00", "1921-00-00"),
        ("昭和10年3月日不詳", "1935-03-00"),
        ("昭和10年3月不詳日", "1935-03-00"),
        ("昭和10年3月不詳", "1935-03-00"),
        ("1935-03-00", "1935-03-00"),
        ("昭和10年春", "1935-A1-00"),
        ("昭和10年夏", "1935-A2-00"),
        ("昭和10年秋", "1935-A3-00"),
        ("昭和10年冬", "1935-A4-00"),
        ("昭和10年初春", "1935-B1-00"),
        ("昭和10年仲夏", "1935-C2-00"),
        ("昭和10年晩冬生", "1935-D4-00"),
        ("1935-D4-00", "1935-D4-00"),
        ("昭和10年3月上旬", "1935-03-A1"),
        ("S10.3.初旬", "1935-03-A1"),
        ("昭和10年3月中旬", "1935-03-A2"),
        ("昭和10年3月下旬", "1935-03-A3"),
        ("昭和64年月日不詳", "1989-00-00"),
        ("平成元年月日不詳", "1989-00-00"),
        ("昭和64年2月日不詳", "era_range -> 平成元年2月日不詳"),
        ("平成元年1月上旬", "1989-01-A1"),
        ("平成元年13月日不詳", "no_such_date"),
        ("令和8年12月日不詳", "future"),
        ("令和8年11月日不詳", "2026-11-00"),
        ("1900年月日不詳", "too_old"),
        ("1901年月日不詳", "1901-00-00"),
    ] {
        assert_eq!(verdict(text), iso, "{text}");
    }
}

#[test]
fn every_code_of_the_registers_is_printed_and_read_back() {
    let seasons = ["A", "B", "C", "D"]
        .into_iter()
        .flat_map(|part| (1..=4).map(move |season| format!("{part}{season}-00")));
    let months =
        (1..=12).flat_map(|month| ["00", "A1", "A2", "A3"].map(|day| format!("{month:02}-{day}")));
    let rests: Vec<_> = seasons.chain(months).chain(["00-00".to_owned()]).collect();
    assert_eq!(rests.len(), 16 + 48 + 1);
    for year in 1873..=2030 {
        for rest in &rests {
            let iso = format!("{year}-{rest}");
            let birth_date = BirthDate::from_register(&iso).unwrap();
            assert_eq!(birth_date.iso(), iso);
            assert!(!birth_date.is_whole() && birth_date.day().is_none());
            let today = CivilDate::new(year, 12, 31).unwrap();
            for text in [birth_date.wareki(), birth_date.western(), iso] {
                assert_eq!(BirthDate::parse(&text, today), Ok(birth_date), "{text}");
            }
            assert_eq!(BirthDate::read(&birth_date.fields(), today), Ok(birth_date));
            let travelled = serde_json::to_string(&birth_date).unwrap();
            assert_eq!(
                serde_json::from_str::<BirthDate>(&travelled).unwrap(),
                birth_date
            );
        }
    }
}

#[test]
fn the_registers_form_is_strict() {
    for (text, kind) in [
        ("", "empty"),
        ("1998/01/01", "syntax"),
        ("1998-1-1", "syntax"),
        (" 1998-01-01", "syntax"),
        ("1998-13-01", "no_such_date"),
        ("1998-02-29", "no_such_date"),
        ("1872-12-31", "too_old"),
        ("0000-00-00", "too_old"),
        ("平成10年1月1日", "syntax"),
    ] {
        assert_eq!(
            BirthDate::from_register(text).map_err(BirthDateProblem::kind),
            Err(kind),
            "{text}"
        );
    }
    assert!(serde_json::from_str::<BirthDate>("\"1998-02-29\"").is_err());
}

#[test]
fn an_unknown_birthday_gives_a_range_of_ages() {
    let on = day("2026-11-22");
    for (iso, least, most) in [
        ("2011-00-00", 14, 15),
        ("2010-00-00", 15, 16),
        ("2011-11-00", 14, 15),
        ("2011-11-A1", 15, 15),
        ("2011-11-A3", 14, 15),
        ("2011-12-00", 14, 14),
        ("2011-A1-00", 15, 15),
        ("2011-A4-00", 14, 15),
        ("2011-A3-00", 14, 15),
        ("1998-03-27", 28, 28),
    ] {
        let birth_date = BirthDate::from_register(iso).unwrap();
        assert_eq!(birth_date.age_on(on), AgeRange { least, most }, "{iso}");
    }
}

#[test]
fn the_thirds_of_a_month_begin_on_the_1st_11th_and_21st() {
    for (iso, first, last) in [
        ("2011-11-A1", "2026-11-01", "2026-11-10"),
        ("2011-11-A2", "2026-11-11", "2026-11-20"),
        ("2011-11-A3", "2026-11-21", "2026-11-30"),
        ("2011-02-A3", "2026-02-21", "2026-02-28"),
        ("2011-11-00", "2026-11-01", "2026-11-30"),
        ("2011-00-00", "2026-01-01", "2026-12-31"),
    ] {
        let birth_date = BirthDate::from_register(iso).unwrap();
        let ages = |on: CivilDate| (birth_date.age_on(on).least, birth_date.age_on(on).most);
        let eve = |text| day(text).plus_days(-1).unwrap();
        assert_eq!(ages(eve(first)), (14, 14), "{iso}");
        assert_eq!(ages(day(first)), (14, 15), "{iso}");
        assert_eq!(ages(eve(last)), (14, 15), "{iso}");
        assert_eq!(ages(day(last)), (15, 15), "{iso}");
    }
}

#[test]
fn birth_dates_do_not_show_themselves_in_logs() {
    let birth_date = BirthDate::from_register("1998-03-27").unwrap();
    assert_eq!(format!("{birth_date:?}"), "BirthDate(…)");
    let shown = format!("{:?}", birth_date.fields());
    assert!(!shown.contains("10") && !shown.contains("27"), "{shown}");
    let problem = BirthDate::parse("昭和64年1月8日", today()).unwrap_err();
    assert!(!format!("{problem:?} {problem}").contains("1989"));
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
