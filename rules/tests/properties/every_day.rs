//! Every day of every era, in both directions and beside an independent calendar.

use std::fmt::Write as _;

use icu_calendar::Date;
use icu_calendar::cal::Japanese;
use rules::{AgeRange, BirthDate, BirthDateProblem, CivilDate, Era};

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn all_days() -> impl Iterator<Item = CivilDate> {
    std::iter::successors(Some(day("1873-01-01")), |day| day.plus_days(1))
        .take_while(|day| day.year() <= 2030)
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
