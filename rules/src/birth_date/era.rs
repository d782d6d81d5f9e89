//! The eras of the Japanese calendar (元号), as a table.

use serde::{Deserialize, Serialize};

use crate::CivilDate;

/// An era since Japan took the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Era {
    /// 明治, here from its sixth year (1873), when the Gregorian calendar began.
    Meiji,
    /// 大正, from 1912-07-30.
    Taisho,
    /// 昭和, from 1926-12-25.
    Showa,
    /// 平成, from 1989-01-08.
    Heisei,
    /// 令和, from 2019-05-01.
    Reiwa,
}

/// One line of the table.
struct Row {
    era: Era,
    name: &'static str,
    letter: &'static str,
    /// What is added to a year of the era to get the Western one.
    offset: i16,
    first: CivilDate,
    last: CivilDate,
}

/// The table.
///
/// 大正 and 昭和 began on the very day the era before ended, so two days have two
/// names; 平成 and 令和 began on the day after. Sources: the edicts of 1912-07-30 and
/// 1926-12-25, 昭和64年政令第1号, 平成31年政令第143号; for the calendar
/// 明治5年太政官布告第337号.
static TABLE: [Row; 5] = [
    Row {
        era: Era::Meiji,
        name: "明治",
        letter: "M",
        offset: 1867,
        first: CivilDate::literal(1873, 1, 1),
        last: CivilDate::literal(1912, 7, 30),
    },
    Row {
        era: Era::Taisho,
        name: "大正",
        letter: "T",
        offset: 1911,
        first: CivilDate::literal(1912, 7, 30),
        last: CivilDate::literal(1926, 12, 25),
    },
    Row {
        era: Era::Showa,
        name: "昭和",
        letter: "S",
        offset: 1925,
        first: CivilDate::literal(1926, 12, 25),
        last: CivilDate::literal(1989, 1, 7),
    },
    Row {
        era: Era::Heisei,
        name: "平成",
        letter: "H",
        offset: 1988,
        first: CivilDate::literal(1989, 1, 8),
        last: CivilDate::literal(2019, 4, 30),
    },
    Row {
        era: Era::Reiwa,
        name: "令和",
        letter: "R",
        offset: 2018,
        first: CivilDate::literal(2019, 5, 1),
        last: CivilDate::LAST,
    },
];

impl Era {
    /// All eras, the oldest first.
    pub const ALL: [Self; 5] = [
        Self::Meiji,
        Self::Taisho,
        Self::Showa,
        Self::Heisei,
        Self::Reiwa,
    ];

    /// The era of a day; none before 1873. On a day with two names it is the newer.
    pub fn of(day: CivilDate) -> Option<Self> {
        TABLE
            .iter()
            .rev()
            .find(|row| row.first <= day)
            .map(|row| row.era)
    }

    /// The name: 平成.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The letter of JIS X 0301, which is also the value of the form's choice: `H`.
    pub fn letter(self) -> &'static str {
        self.row().letter
    }

    /// The first day that bears the name; for 明治 the first of the Gregorian calendar.
    pub fn first_day(self) -> CivilDate {
        self.row().first
    }

    /// The last day that bears the name; none while the era lasts.
    pub fn last_day(self) -> Option<CivilDate> {
        Some(self.row().last).filter(|last| *last != CivilDate::LAST)
    }

    /// Whether a day bears the name of this era.
    pub fn holds(self, day: CivilDate) -> bool {
        self.row().first <= day && day <= self.row().last
    }

    /// The year of the era a Western year is; 0 and less lie before the era.
    pub fn year_of(self, western: i16) -> i16 {
        western.saturating_sub(self.row().offset)
    }

    /// The Western year of a year of the era.
    pub fn western_year(self, year: i16) -> i16 {
        year.saturating_add(self.row().offset)
    }

    fn row(self) -> &'static Row {
        let [meiji, taisho, showa, heisei, reiwa] = &TABLE;
        match self {
            Self::Meiji => meiji,
            Self::Taisho => taisho,
            Self::Showa => showa,
            Self::Heisei => heisei,
            Self::Reiwa => reiwa,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_of_the_table_stands_in_its_place() {
        for era in Era::ALL {
            assert_eq!(era.row().era, era);
            assert!(era.first_day() > CivilDate::FIRST);
            let first_year = if era == Era::Meiji { 6 } else { 1 };
            assert_eq!(era.year_of(era.first_day().year()), first_year);
        }
    }

    #[test]
    fn only_the_first_days_of_taisho_and_showa_have_two_names() {
        let mut day = Era::Meiji.first_day();
        let mut twice = Vec::new();
        while day < CivilDate::literal(2031, 1, 1) {
            match Era::ALL.iter().filter(|era| era.holds(day)).count() {
                1 => {}
                2 => twice.push(day.to_string()),
                other => panic!("{day} has {other} names"),
            }
            day = day.plus_days(1).unwrap();
        }
        assert_eq!(twice, ["1912-07-30", "1926-12-25"]);
    }

    #[test]
    fn a_day_with_two_names_is_shown_by_the_newer() {
        assert_eq!(Era::of(CivilDate::literal(1912, 7, 29)), Some(Era::Meiji));
        assert_eq!(Era::of(CivilDate::literal(1912, 7, 30)), Some(Era::Taisho));
        assert_eq!(Era::of(CivilDate::literal(1926, 12, 25)), Some(Era::Showa));
        assert_eq!(Era::of(CivilDate::literal(1872, 12, 31)), None);
    }
}
