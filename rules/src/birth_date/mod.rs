//! Birth dates: in either calendar, whole or partly unknown.

mod age;
mod boxes;
mod era;
mod fold;
mod parse;
mod partial;
mod print;
mod reader;
mod written;

use serde::{Deserialize, Serialize};

pub use age::AgeRange;
pub use era::Era;
pub use partial::{Season, SeasonPart, TenDays};
pub use print::RestOfDate;

use crate::CivilDate;
use crate::wire::says_its_kind;
use partial::PartialDate;

/// A birth date: a day, or a year with whatever else is known.
///
/// Guarantees that the day (or month) exists. That it is neither in the future nor
/// too long ago is checked by [`Self::parse`] and [`Self::read`], which are told
/// the day; the office's own records and stored values are taken by
/// [`Self::from_register`] without that.
///
/// Parsing what [`wareki`](Self::wareki), [`western`](Self::western) or
/// [`iso`](Self::iso) prints gives the same birth date.
///
/// ```
/// use rules::{BirthDate, CivilDate};
/// let today = CivilDate::new(2026, 11, 22).unwrap();
/// let birth_date = BirthDate::parse("Ｈ１０．３．２７", today)?;
/// assert_eq!(birth_date.wareki(), "平成10年3月27日");
/// assert_eq!(birth_date.western(), "1998年3月27日");
/// assert_eq!(birth_date.iso(), "1998-03-27");
/// assert_eq!(birth_date.age_on(today).exact(), Some(28));
/// # Ok::<(), rules::BirthDateProblem>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BirthDate {
    inner: Inner,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Inner {
    Whole(CivilDate),
    Partial(PartialDate),
}

/// What stands in the boxes of the form, untouched.
///
/// `era` is the letter of an [`Era`], `AD` for the Western calendar, or empty. Any
/// box may hold a whole date that was pasted or dictated. Unknown parts are
/// ticked, or written 不詳 as on paper; a season 春 or 初春, a third of a month 上旬.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BirthDateFields {
    /// The calendar.
    #[serde(default)]
    pub era: String,
    /// The year.
    #[serde(default)]
    pub year: String,
    /// The month.
    #[serde(default)]
    pub month: String,
    /// The day of the month.
    #[serde(default)]
    pub day: String,
    /// Whether the month is said to be unknown; its box is empty then.
    #[serde(default, with = "crate::tick")]
    pub month_unknown: bool,
    /// Whether the day is said to be unknown; its box is empty then.
    #[serde(default, with = "crate::tick")]
    pub day_unknown: bool,
}

/// Why what was typed is no birth date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum BirthDateProblem {
    /// Nothing was typed.
    Empty,
    /// Neither an era nor the Western calendar is chosen, and the year fits both.
    EraMissing,
    /// There is no year.
    YearMissing,
    /// There is no month.
    MonthMissing,
    /// There is no day.
    DayMissing,
    /// The month is typed and said to be unknown.
    MonthKnownAndUnknown,
    /// The day is typed and said to be unknown.
    DayKnownAndUnknown,
    /// It cannot be read as a date.
    Syntax,
    /// A Western year of two digits: 98.
    TwoDigitYear,
    /// The year stands last, so day and month cannot be told apart: 01/02/1998.
    YearLast,
    /// One era is chosen and another is typed.
    EraConflict,
    /// Two things that were typed contradict each other: the year in two calendars,
    /// the date given twice, the day of the week.
    Contradiction,
    /// The month is not 1 to 12.
    MonthRange,
    /// The month has no such day.
    NoSuchDate {
        /// The last day of that month.
        last_day: u8,
    },
    /// The era has no such day.
    EraRange {
        /// The era that was given.
        era: Era,
        /// What was most likely meant.
        suggestion: Option<BirthDate>,
    },
    /// The day has not come yet.
    Future,
    /// The day is more than [`BirthDate::MOST_YEARS_AGO`] years ago.
    TooOld,
}

impl BirthDateProblem {
    /// The class of the problem: `empty`, `syntax`, `no_such_date`, `era_range`,
    /// `future` or `too_old`.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::EraMissing
            | Self::YearMissing
            | Self::MonthMissing
            | Self::DayMissing
            | Self::MonthKnownAndUnknown
            | Self::DayKnownAndUnknown
            | Self::Syntax
            | Self::TwoDigitYear
            | Self::YearLast
            | Self::EraConflict
            | Self::Contradiction => "syntax",
            Self::MonthRange | Self::NoSuchDate { .. } => "no_such_date",
            Self::EraRange { .. } => "era_range",
            Self::Future => "future",
            Self::TooOld => "too_old",
        }
    }

    /// The date that was most likely meant, if one is offered.
    pub const fn suggestion(self) -> Option<BirthDate> {
        match self {
            Self::EraRange { suggestion, .. } => suggestion,
            _ => None,
        }
    }
}

says_its_kind!(BirthDateProblem);

impl BirthDate {
    /// A birth date this many years ago is taken, the day before it is not: nobody
    /// is known to have lived longer than 122 years.
    pub const MOST_YEARS_AGO: u8 = 125;

    /// The birth date on a known day.
    pub(crate) const fn on(day: CivilDate) -> Self {
        Self {
            inner: Inner::Whole(day),
        }
    }

    /// The day, if the whole date is known.
    pub const fn day(&self) -> Option<CivilDate> {
        match self.inner {
            Inner::Whole(day) => Some(day),
            Inner::Partial(_) => None,
        }
    }

    /// Whether year, month and day are known.
    pub const fn is_whole(&self) -> bool {
        matches!(self.inner, Inner::Whole(_))
    }

    /// The age on a day in Japan, by Japanese law; the day before the birthday counts
    /// as the younger age.
    pub fn age_on(&self, day: CivilDate) -> AgeRange {
        AgeRange::between(self.earliest(), self.latest(), day)
    }

    /// Reads the form of the registers and of our store: `1998-03-27`, `1921-00-00`,
    /// `1935-A1-00`, `1935-03-A1`. Takes future days too: there is no clock here.
    ///
    /// # Errors
    /// [`BirthDateProblem::Empty`] for nothing, [`BirthDateProblem::Syntax`] for
    /// any other form, [`BirthDateProblem::MonthRange`] and
    /// [`BirthDateProblem::NoSuchDate`] for days that do not exist.
    pub fn from_register(text: &str) -> Result<Self, BirthDateProblem> {
        parse::register(text)
    }

    /// Reads a date as people write it, in either calendar.
    ///
    /// Takes 平成10年1月1日, 平成十年一月一日, H10.1.1, h10/01/01, H100101, ㍻10年1月1日,
    /// 1998年1月1日, 1998-01-01, 19980101, 一九九八年一月一日 and their full-width and
    /// spaced forms; 大正10年月日不詳, 昭和10年春, 昭和10年3月上旬 for partly unknown ones.
    /// The other calendar, the day of the week and 生まれ may stand beside, and must
    /// agree. Order is always year, month, day. Nothing is guessed.
    ///
    /// Needs no memory, and refuses more than 512 bytes unread (blanks alone are
    /// nothing, however many).
    ///
    /// # Errors
    /// The first thing that is wrong; see [`BirthDateProblem`].
    pub fn parse(text: &str, today: CivilDate) -> Result<Self, BirthDateProblem> {
        parse::text(text, today)
    }

    /// Reads the boxes of the form; see [`BirthDateFields`].
    ///
    /// # Errors
    /// The first thing that is wrong, missing parts before impossible ones.
    pub fn read(fields: &BirthDateFields, today: CivilDate) -> Result<Self, BirthDateProblem> {
        boxes::fields(fields, today)
    }

    fn partial(date: PartialDate) -> Self {
        Self {
            inner: Inner::Partial(date),
        }
    }

    fn earliest(self) -> CivilDate {
        match self.inner {
            Inner::Whole(day) => day,
            Inner::Partial(date) => date.earliest(),
        }
    }

    fn latest(self) -> CivilDate {
        match self.inner {
            Inner::Whole(day) => day,
            Inner::Partial(date) => date.latest(),
        }
    }

    /// Refuses what lies in the future or too far back.
    fn checked_on(self, today: CivilDate) -> Result<Self, BirthDateProblem> {
        if self.earliest() > today {
            return Err(BirthDateProblem::Future);
        }
        if self.latest() < years_before(today) {
            return Err(BirthDateProblem::TooOld);
        }
        Ok(self)
    }
}

/// The earliest birth date that is taken on a day.
fn years_before(today: CivilDate) -> CivilDate {
    let year = today.year() - i16::from(BirthDate::MOST_YEARS_AGO);
    CivilDate::new(year, today.month(), today.day())
        .or_else(|| CivilDate::new(year, 2, 28))
        .unwrap_or(CivilDate::FIRST)
}

impl TryFrom<String> for BirthDate {
    type Error = BirthDateProblem;

    fn try_from(text: String) -> Result<Self, BirthDateProblem> {
        Self::from_register(&text)
    }
}

impl From<BirthDate> for String {
    fn from(birth_date: BirthDate) -> Self {
        birth_date.iso()
    }
}
