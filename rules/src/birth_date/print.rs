//! Birth dates in writing.

use core::fmt;

use super::partial::{Known, PartialDate, Season, SeasonPart, TenDays};
use super::{BirthDate, BirthDateFields, Era, Inner};
use crate::CivilDate;

/// Stands for a part that is not known, in print and in the boxes of the form.
pub(super) const UNKNOWN: &str = "不詳";

/// What is known of a birth date beside its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestOfDate {
    /// Month and day.
    Day(u8, u8),
    /// The month (日不詳).
    Month(u8),
    /// The month and the third of it.
    TenDays(u8, TenDays),
    /// The season.
    Season(SeasonPart, Season),
    /// Nothing (月日不詳).
    Nothing,
}

impl BirthDate {
    /// The year, by the Western calendar.
    pub fn western_year(&self) -> i16 {
        match self.inner {
            Inner::Whole(day) => day.year(),
            Inner::Partial(date) => date.year(),
        }
    }

    /// The year as counted in its era, as [`Self::wareki`] has it; none before 1873.
    pub fn year_of_era(&self) -> Option<(Era, i16)> {
        let day = match self.inner {
            Inner::Whole(day) => day,
            Inner::Partial(date) => date.middle(),
        };
        Era::of(day).map(|era| (era, era.year_of(day.year())))
    }

    /// What is known beside the year.
    pub fn rest(&self) -> RestOfDate {
        match self.inner {
            Inner::Whole(day) => RestOfDate::Day(day.month(), day.day()),
            Inner::Partial(date) => match date.known() {
                Known::Year => RestOfDate::Nothing,
                Known::Season(part, season) => RestOfDate::Season(part, season),
                Known::Month(month) => RestOfDate::Month(month),
                Known::TenDays(month, third) => RestOfDate::TenDays(month, third),
            },
        }
    }

    /// In the Japanese calendar: 平成元年1月8日, 大正10年月日不詳.
    ///
    /// A day with two names is given the newer. Where the day is unknown, the era is
    /// that of the middle day it may be.
    pub fn wareki(&self) -> String {
        match self.inner {
            Inner::Whole(day) => format!("{}{}月{}日", wareki_year(day), day.month(), day.day()),
            Inner::Partial(date) => format!("{}{}", wareki_year(date.middle()), rest(date)),
        }
    }

    /// In the Western calendar: 1989年1月8日, 1921年月日不詳.
    pub fn western(&self) -> String {
        match self.inner {
            Inner::Whole(day) => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
            Inner::Partial(date) => format!("{}年{}", date.year(), rest(date)),
        }
    }

    /// In the form of ISO 8601, `1989-01-08`, or of the registers, `1921-00-00`.
    pub fn iso(&self) -> String {
        match self.inner {
            Inner::Whole(day) => day.to_string(),
            Inner::Partial(date) => format!("{:04}-{}", date.year(), date.codes()),
        }
    }

    /// What to put into the boxes of the form so that this date is read from them:
    /// how a correction is applied, and an answer changed.
    pub fn fields(&self) -> BirthDateFields {
        let (of_era, month, day) = match self.inner {
            Inner::Whole(day) => (day, day.month().to_string(), day.day().to_string()),
            Inner::Partial(date) => {
                let (month, day) = boxes(date);
                (date.middle(), month, day)
            }
        };
        let (month_unknown, day_unknown) = (month == UNKNOWN, day == UNKNOWN);
        let typed = |part: String| if part == UNKNOWN { String::new() } else { part };
        let (era, year) = match Era::of(of_era) {
            Some(era) => (era.letter(), era.year_of(of_era.year())),
            None => ("AD", of_era.year()),
        };
        BirthDateFields {
            era: era.to_owned(),
            year: year.to_string(),
            month: typed(month),
            day: typed(day),
            month_unknown,
            day_unknown,
        }
    }
}

/// The year with its era: 平成元年. Days before 1873 get the Western year.
fn wareki_year(day: CivilDate) -> String {
    match Era::of(day).map(|era| (era.name(), era.year_of(day.year()))) {
        Some((name, 1)) => format!("{name}元年"),
        Some((name, year)) => format!("{name}{year}年"),
        None => format!("{}年", day.year()),
    }
}

/// What follows the year of a partial date.
fn rest(date: PartialDate) -> String {
    match date.known() {
        Known::Year => format!("月日{UNKNOWN}"),
        Known::Season(part, season) => format!("{}{}", part.word(), season.word()),
        Known::Month(month) => format!("{month}月日{UNKNOWN}"),
        Known::TenDays(month, third) => format!("{month}月{}", third.word()),
    }
}

/// Month and day of a partial date as the boxes of the form take them.
fn boxes(date: PartialDate) -> (String, String) {
    match date.known() {
        Known::Year => (UNKNOWN.to_owned(), UNKNOWN.to_owned()),
        Known::Season(part, season) => (
            format!("{}{}", part.word(), season.word()),
            UNKNOWN.to_owned(),
        ),
        Known::Month(month) => (month.to_string(), UNKNOWN.to_owned()),
        Known::TenDays(month, third) => (month.to_string(), third.word().to_owned()),
    }
}

impl Season {
    /// The word of the registers: 春.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Spring => "春",
            Self::Summer => "夏",
            Self::Autumn => "秋",
            Self::Winter => "冬",
        }
    }
}

impl SeasonPart {
    /// The word before the season: 初; nothing for the whole of it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Whole => "",
            Self::Early => "初",
            Self::Middle => "仲",
            Self::Late => "晩",
        }
    }
}

impl TenDays {
    /// The word of the registers: 上旬.
    pub const fn word(self) -> &'static str {
        match self {
            Self::First => "上旬",
            Self::Middle => "中旬",
            Self::Last => "下旬",
        }
    }
}

/// Shows nothing: a birth date must not reach a log.
impl fmt::Debug for BirthDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_whole() {
            "BirthDate(…)"
        } else {
            "BirthDate(partial …)"
        })
    }
}

/// Shows which boxes are filled, and nothing of what is in them.
impl fmt::Debug for BirthDateFields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let filled = |text: &String| if text.is_empty() { "" } else { "…" };
        f.debug_struct("BirthDateFields")
            .field("era", &filled(&self.era))
            .field("year", &filled(&self.year))
            .field("month", &filled(&self.month))
            .field("day", &filled(&self.day))
            .field("month_unknown", &self.month_unknown)
            .field("day_unknown", &self.day_unknown)
            .finish()
    }
}
