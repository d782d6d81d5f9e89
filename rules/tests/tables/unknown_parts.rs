//! Birth dates of which a part is unknown, and ages.

use rules::{AgeRange, BirthDate, BirthDateFields, BirthDateProblem, CivilDate};

use crate::ask::{boxes, day, today, verdict};
use crate::test;

#[test]
fn unknown_parts_are_kept_as_the_registers_write_them() {
    for (text, iso) in [
        ("大正10年月日不詳", "1921-00-00"),
        ("大正10年不詳", "1921-00-00"),
        ("大正10年月不詳", "1921-00-00"),
        ("大正10年不詳月不詳日", "1921-00-00"),
        ("大正十年 月日不詳", "1921-00-00"),
        ("1921年月日不明", "1921-00-00"),
        ("大正10年（1921年）月日不詳", "1921-00-00"),
        ("大正10年月日不詳（1921年月日不詳）", "1921-00-00"),
        ("T10年月日不詳", "1921-00-00"),
        ("大正１０年　月日不詳生まれ", "1921-00-00"),
        (" 1921-00-00\n", "1921-00-00"),
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
        ("1985年00月00日", "1985-00-00"),
        ("昭和60年00月00日", "1985-00-00"),
        ("昭和６０年　００月　００日", "1985-00-00"),
        ("昭和60年3月00日", "1985-03-00"),
        ("昭和60年03月00日生", "1985-03-00"),
        ("1985年00月3日", "no_such_date"),
        ("1985年0月0日", "no_such_date"),
        ("1985年0月00日", "no_such_date"),
        ("1985/00/00", "no_such_date"),
        ("1985.03.00", "no_such_date"),
        ("昭和10年3月？日", "1935-03-00"),
        ("昭和10年?月?日", "1935-00-00"),
        ("昭和10年3月日なし", "1935-03-00"),
        ("昭和10年月日無し", "1935-00-00"),
        ("1900年月日不詳", "too_old"),
        ("1901年月日不詳", "1901-00-00"),
    ] {
        assert_eq!(verdict(text), iso, "{text}");
    }
}

#[test]
fn a_part_is_unknown_by_a_tick_or_by_what_stands_in_its_box() {
    let told = |month: &str, day: &str, month_unknown, day_unknown| {
        let fields = BirthDateFields {
            month_unknown,
            day_unknown,
            ..boxes("S", "10", month, day)
        };
        match BirthDate::read(&fields, today()) {
            Ok(date) => date.iso(),
            Err(problem) => format!("{problem:?}"),
        }
    };
    for (month, day, month_unknown, day_unknown, expected) in [
        ("", "", true, true, "1935-00-00"),
        ("", "", true, false, "1935-00-00"),
        ("3", "", false, true, "1935-03-00"),
        ("3", "不詳", false, true, "1935-03-00"),
        ("春", "", false, true, "1935-A1-00"),
        ("", "", false, true, "MonthMissing"),
        ("3", "27", false, true, "DayKnownAndUnknown"),
        ("3", "", true, true, "MonthKnownAndUnknown"),
        ("3", "日不詳", false, false, "1935-03-00"),
        ("月不詳", "日不明", false, false, "1935-00-00"),
        ("3", "？", false, false, "1935-03-00"),
        ("?", "?", false, false, "1935-00-00"),
        ("3", "なし", false, false, "1935-03-00"),
        ("3", "00", false, false, "1935-03-00"),
        ("00", "００", false, false, "1935-00-00"),
        ("3", "0", false, false, "NoSuchDate { last_day: 31 }"),
        ("3", "月不詳", false, false, "Syntax"),
    ] {
        let ticks = (month_unknown, day_unknown);
        assert_eq!(
            told(month, day, month_unknown, day_unknown),
            expected,
            "{month} {day} {ticks:?}"
        );
    }
    let date = BirthDate::from_register("1935-03-00").unwrap();
    assert!(date.fields().day_unknown && date.fields().day.is_empty());
    assert_eq!(BirthDate::read(&date.fields(), today()), Ok(date));
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
        ("0000-00-00", "no_such_date"),
        ("0000-01-01", "too_old"),
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
