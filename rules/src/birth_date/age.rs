//! Age by Japanese law.

use serde::{Deserialize, Serialize};

use crate::CivilDate;

/// The ages a person may have on a day, in full years (満年齢): one age, or more
/// where a part of the birth date is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AgeRange {
    /// The youngest the person can be.
    pub least: u8,
    /// The oldest the person can be.
    pub most: u8,
}

impl AgeRange {
    /// The age of somebody born between two days, on a day. A day before birth
    /// counts as age 0.
    pub(super) fn between(earliest: CivilDate, latest: CivilDate, on: CivilDate) -> Self {
        Self {
            least: full_years(latest, on),
            most: full_years(earliest, on),
        }
    }

    /// The one age, if there is only one.
    pub fn exact(self) -> Option<u8> {
        (self.least == self.most).then_some(self.least)
    }

    /// Whether the person is certainly younger than this.
    pub const fn is_under(self, age: u8) -> bool {
        self.most < age
    }

    /// Whether the person has certainly reached this age.
    pub const fn has_reached(self, age: u8) -> bool {
        self.least >= age
    }

    /// Whether only a person can say if this age has been reached.
    pub const fn crosses(self, age: u8) -> bool {
        self.least < age && self.most >= age
    }
}

/// Full years on a day of somebody born on another.
///
/// By 年齢計算ニ関スル法律 and article 143 of the Civil Code a year of age is full at
/// the *end* of the day before the birthday, so the day after that is the first
/// on which the new age holds all day: the birthday, or 1 March for those born
/// on 29 February where the year has none. The eve itself counts as the younger
/// age, as the offices do for children under one year.
fn full_years(born: CivilDate, on: CivilDate) -> u8 {
    let before_birthday = (on.month(), on.day()) < (born.month(), born.day());
    let years = on.year() - born.year() - i16::from(before_birthday);
    u8::try_from(years.clamp(0, i16::from(u8::MAX))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_birthday_brings_the_new_age_and_its_eve_does_not() {
        for (born, on, age) in [
            ("2011-04-01", "2026-03-31", 14),
            ("2011-04-01", "2026-04-01", 15),
            ("2025-11-22", "2026-11-21", 0),
            ("2025-11-22", "2026-11-22", 1),
            ("2008-01-01", "2025-12-31", 17),
            ("2008-01-01", "2026-01-01", 18),
            ("2026-11-22", "2026-11-22", 0),
            ("2026-11-22", "2020-01-01", 0),
            ("0001-01-01", "9999-01-01", 255),
        ] {
            assert_eq!(full_years(day(born), day(on)), age, "{born} on {on}");
        }
    }

    #[test]
    fn a_leap_day_child_is_a_year_older_on_29_february_or_1_march() {
        for (on, age) in [
            ("2005-02-28", 0),
            ("2005-03-01", 1),
            ("2008-02-28", 3),
            ("2008-02-29", 4),
            ("2019-02-28", 14),
            ("2019-03-01", 15),
        ] {
            assert_eq!(full_years(day("2004-02-29"), day(on)), age, "{on}");
        }
    }

    #[test]
    fn a_range_asks_only_where_it_crosses_the_age() {
        let range = AgeRange::between(day("2011-01-01"), day("2011-12-31"), day("2026-06-01"));
        assert_eq!(
            range,
            AgeRange {
                least: 14,
                most: 15
            }
        );
        assert!(range.crosses(15) && !range.crosses(14) && !range.crosses(16));
        assert!(range.is_under(16) && range.has_reached(14));
        assert_eq!(range.exact(), None);
    }
}
