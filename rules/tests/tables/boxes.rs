//! The boxes of the form.

use rules::{BirthDate, BirthDateProblem, Era};

use crate::ask::{read, told};
use crate::test;

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
