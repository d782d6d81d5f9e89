//! Dates as people read them.

use super::*;
use crate::words::Words;
use rules::Language;

fn words() -> DateWords {
    Words::of(Language::Japanese).calendar.dates()
}

fn born(text: &str) -> BirthDate {
    BirthDate::from_register(text).unwrap()
}

fn today() -> CivilDate {
    CivilDate::new(2026, 11, 22).unwrap()
}

#[test]
fn a_birth_date_is_read_back_in_both_calendars_with_the_age() {
    assert_eq!(
        words().with_age(born("1998-03-27"), today()),
        "平成10年3月27日（1998年3月27日）、満28歳"
    );
}

#[test]
fn a_birth_date_that_is_partly_unknown_has_a_range_of_ages() {
    assert_eq!(
        words().with_age(born("1950-00-00"), today()),
        "昭和25年月日不詳（1950年月日不詳）、満75歳から76歳まで"
    );
}

#[test]
fn every_date_is_written_in_japanese_as_the_rules_print_it() {
    for register in [
        "1998-03-27",
        "1989-01-08",
        "2019-05-01",
        "1921-00-00",
        "1921-03-00",
        "1921-03-A1",
        "1921-03-A2",
        "1921-12-A3",
        "1950-A1-00",
        "1950-B2-00",
        "1950-C3-00",
        "1950-D4-00",
    ] {
        let born = born(register);
        assert_eq!(words().japanese(born), born.wareki(), "{register}");
        assert_eq!(words().western(born), born.western(), "{register}");
    }
}

#[test]
fn the_browser_writes_as_the_server_does() {
    let there = DateWords::read(words().attribute());
    assert_eq!(there.0, words().0);
    assert_eq!(
        there.meant(born("1989-01-08")),
        "平成元年1月8日のことではありませんか。"
    );
}
