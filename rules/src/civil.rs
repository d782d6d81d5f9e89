//! Days of the Gregorian calendar.

use core::fmt;

use serde::{Deserialize, Serialize};

/// A day of the Gregorian calendar between 0001-01-01 and 9999-12-31.
///
/// Guarantees that the day exists. Prints as ISO 8601 (`1998-03-27`) and
/// travels in that form.
///
/// ```
/// use rules::CivilDate;
/// let day = CivilDate::new(1998, 3, 27).unwrap();
/// assert_eq!(day.to_string(), "1998-03-27");
/// assert_eq!(CivilDate::new(2023, 2, 29), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CivilDate {
    year: i16,
    month: u8,
    day: u8,
}

/// Why a text is no ISO date: it has another form, or the day does not exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnIsoDate;

impl fmt::Display for NotAnIsoDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date of the form YYYY-MM-DD")
    }
}

impl core::error::Error for NotAnIsoDate {}

impl CivilDate {
    /// The first day that can be held.
    pub const FIRST: Self = Self {
        year: 1,
        month: 1,
        day: 1,
    };

    /// The last day that can be held.
    pub const LAST: Self = Self {
        year: 9999,
        month: 12,
        day: 31,
    };

    /// The day with this number in this month, if there is one.
    pub const fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        if year < 1 || year > 9999 || day < 1 || day > Self::days_in_month(year, month) {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// How many days a month has; 0 for a month that does not exist.
    pub const fn days_in_month(year: i16, month: u8) -> u8 {
        match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
            2 => 28,
            _ => 0,
        }
    }

    /// Year, 1 to 9999.
    pub const fn year(self) -> i16 {
        self.year
    }

    /// Month, 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// Day of the month, 1 to 31.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The day so many days later, or earlier; none outside the range of the type.
    pub fn plus_days(self, days: i32) -> Option<Self> {
        Self::from_epoch_days(self.epoch_days().checked_add(i64::from(days))?)
    }

    /// Days since 1970-01-01; negative before.
    ///
    /// Counts in years that begin on 1 March, so that the leap day comes last.
    pub fn epoch_days(self) -> i64 {
        let before_march = i64::from(self.month < 3);
        let year = i64::from(self.year) - before_march;
        let month = i64::from(self.month) + 12 * before_march - 3;
        let day_of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year
            - DAYS_TO_EPOCH
    }

    /// The day so many days after 1970-01-01; none outside the range of the type.
    pub fn from_epoch_days(days: i64) -> Option<Self> {
        let days = days.checked_add(DAYS_TO_EPOCH)?;
        let era = days.div_euclid(DAYS_OF_400_YEARS);
        let of_era = days.rem_euclid(DAYS_OF_400_YEARS);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 {
            shifted + 3
        } else {
            shifted - 9
        };
        let year = era
            .checked_mul(400)?
            .checked_add(year_of_era + i64::from(month < 3))?;
        Self::new(
            i16::try_from(year).ok()?,
            u8::try_from(month).ok()?,
            u8::try_from(day).ok()?,
        )
    }

    /// The day of the week: days after Sunday, 0 to 6.
    pub(crate) fn weekday(self) -> u8 {
        const EPOCH_WAS_THURSDAY: i64 = 4;
        u8::try_from((self.epoch_days() + EPOCH_WAS_THURSDAY).rem_euclid(7)).unwrap_or_default()
    }

    /// A day written into the program. One that does not exist becomes the first
    /// day of all, which the tests of the tables would show.
    pub(crate) const fn literal(year: i16, month: u8, day: u8) -> Self {
        match Self::new(year, month, day) {
            Some(date) => date,
            None => Self::FIRST,
        }
    }
}

/// Days from 0000-03-01 to 1970-01-01.
const DAYS_TO_EPOCH: i64 = 719_468;

/// Days in 400 years, after which the calendar repeats.
const DAYS_OF_400_YEARS: i64 = 146_097;

impl fmt::Display for CivilDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl core::str::FromStr for CivilDate {
    type Err = NotAnIsoDate;

    fn from_str(text: &str) -> Result<Self, NotAnIsoDate> {
        let (year, month, day) = iso_parts(text).ok_or(NotAnIsoDate)?;
        let year = decimal(&year).ok_or(NotAnIsoDate)?;
        let month = decimal(&month)
            .and_then(|month| u8::try_from(month).ok())
            .ok_or(NotAnIsoDate)?;
        let day = decimal(&day)
            .and_then(|day| u8::try_from(day).ok())
            .ok_or(NotAnIsoDate)?;
        Self::new(year, month, day).ok_or(NotAnIsoDate)
    }
}

/// Year, month and day of a text of the form `____-__-__`, whatever they hold.
pub(crate) fn iso_parts(text: &str) -> Option<([u8; 4], [u8; 2], [u8; 2])> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else {
        return None;
    };
    Some(([y1, y2, y3, y4], [m1, m2], [d1, d2]))
}

/// The number at most four ASCII digits stand for.
pub(crate) fn decimal(digits: &[u8]) -> Option<i16> {
    digits.iter().try_fold(0, |sum, digit| match digit {
        b'0'..=b'9' => Some(sum * 10 + i16::from(digit - b'0')),
        _ => None,
    })
}

impl TryFrom<String> for CivilDate {
    type Error = NotAnIsoDate;

    fn try_from(text: String) -> Result<Self, NotAnIsoDate> {
        text.parse()
    }
}

impl From<CivilDate> for String {
    fn from(date: CivilDate) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leap_years_follow_the_gregorian_rule() {
        assert!(CivilDate::new(1900, 2, 29).is_none());
        assert!(CivilDate::new(2000, 2, 29).is_some());
        assert!(CivilDate::new(2024, 2, 29).is_some());
        assert!(CivilDate::new(2023, 2, 29).is_none());
    }

    #[test]
    fn days_and_months_outside_the_calendar_do_not_exist() {
        for (year, month, day) in [
            (2024, 0, 1),
            (2024, 13, 1),
            (2024, 1, 0),
            (2024, 4, 31),
            (0, 1, 1),
        ] {
            assert_eq!(CivilDate::new(year, month, day), None);
        }
    }

    #[test]
    fn every_day_has_its_number_and_is_found_by_it() {
        let mut day = CivilDate::FIRST;
        let mut number = day.epoch_days();
        while let Some(next) = day.plus_days(1) {
            assert!(next > day);
            number += 1;
            assert_eq!(next.epoch_days(), number);
            day = next;
        }
        assert_eq!(day, CivilDate::LAST);
        assert_eq!(CivilDate::literal(1970, 1, 1).epoch_days(), 0);
    }

    #[test]
    fn days_of_the_week_go_on_without_a_gap() {
        for (text, days_after_sunday) in [
            ("1970-01-01", 4),
            ("2026-11-22", 0),
            ("1873-01-01", 3),
            ("0001-01-01", 1),
            ("9999-12-31", 5),
        ] {
            let day: CivilDate = text.parse().unwrap();
            assert_eq!(day.weekday(), days_after_sunday, "{text}");
        }
    }

    #[test]
    fn only_the_iso_form_is_read_back() {
        assert_eq!("1998-03-27".parse(), Ok(CivilDate::literal(1998, 3, 27)));
        for text in [
            "1998-3-27",
            "1998/03/27",
            "+998-03-27",
            "1998-02-30",
            "",
            "１９９８-03-27",
        ] {
            assert_eq!(text.parse::<CivilDate>(), Err(NotAnIsoDate), "{text}");
        }
    }

    #[test]
    fn numbers_far_outside_are_no_days() {
        for days in [i64::MIN, i64::MAX, -719_163, 2_932_897] {
            assert_eq!(CivilDate::from_epoch_days(days), None);
        }
        assert_eq!(CivilDate::LAST.plus_days(i32::MAX), None);
    }
}
