//! From written dates to birth dates.

use super::partial::{Known, PartialDate, TenDays};
use super::reader::{Calendar, Joint, Number, Reader};
use super::{BirthDate, BirthDateFields, BirthDateProblem, Era};
use crate::CivilDate;
use crate::civil::{decimal, iso_parts};
use crate::letters::is_blank;
use BirthDateProblem as Problem;

/// A date as it was written: its parts have their places, but nothing says yet
/// that it exists.
struct Written {
    calendar: Option<Calendar>,
    year: Number,
    /// The year in the other calendar, where both are given.
    other: Option<(Option<Calendar>, Number)>,
    /// The year bears the sign 年.
    marked: bool,
    rest: Rest,
}

/// What is written behind the year.
enum Rest {
    Day(u8, u8),
    Known(Known),
}

/// Reads a whole text.
pub(super) fn text(text: &str, today: CivilDate) -> Result<BirthDate, Problem> {
    if let Some(read) = register_partial(text) {
        return read?.checked_on(today);
    }
    written(text).and_then(|written| resolve(&written, None, today))
}

/// Reads the form of the registers.
pub(super) fn register(text: &str) -> Result<BirthDate, Problem> {
    if let Some(read) = register_partial(text) {
        return read;
    }
    if text.is_empty() {
        return Err(Problem::Empty);
    }
    let (year, month, day) = iso_parts(text).ok_or(Problem::Syntax)?;
    let small = |digits: [u8; 2]| decimal(&digits).and_then(|value| u8::try_from(value).ok());
    let (Some(year), Some(month), Some(day)) = (decimal(&year), small(month), small(day)) else {
        return Err(Problem::Syntax);
    };
    known_day(year, month, day).and_then(gregorian)
}

/// Reads the form of the registers where a part is unknown; none if the text is
/// not of that form.
fn register_partial(text: &str) -> Option<Result<BirthDate, Problem>> {
    let (year, month, day) = iso_parts(text.trim_matches(is_blank))?;
    let date = PartialDate::from_codes(decimal(&year)?, month, day)?;
    Some(gregorian(BirthDate::partial(date)))
}

/// Refuses what lies before Japan took the Gregorian calendar.
fn gregorian(birth_date: BirthDate) -> Result<BirthDate, Problem> {
    if birth_date.earliest() < Era::Meiji.first_day() {
        return Err(Problem::TooOld);
    }
    Ok(birth_date)
}

/// Reads the boxes of the form.
pub(super) fn fields(fields: &BirthDateFields, today: CivilDate) -> Result<BirthDate, Problem> {
    let BirthDateFields {
        era,
        year,
        month,
        day,
    } = fields;
    let [no_era, no_year, no_month, no_day] = [era, year, month, day].map(|text| is_empty(text));
    match (no_era, no_year, no_month, no_day) {
        (true, true, true, true) => return Err(Problem::Empty),
        (false, true, true, true) if chosen(era).is_err() => return text(era, today),
        _ => {}
    }
    let calendar = chosen(era)?;
    let only = match (no_year, no_month, no_day) {
        (false, true, true) => Some(year),
        (true, false, true) => Some(month),
        (true, true, false) => Some(day),
        _ => None,
    };
    if let Some(read) = only.and_then(|only| whole(only, calendar, today)) {
        return read;
    }
    let written = in_boxes(calendar, year, month, day)?;
    resolve(&written, calendar, today)
}

/// Reads a box that alone is filled as a whole date; none if it holds but its part.
fn whole(
    text: &str,
    chosen: Option<Calendar>,
    today: CivilDate,
) -> Option<Result<BirthDate, Problem>> {
    if let Some(read) = register_partial(text) {
        return Some(read.and_then(|date| date.checked_on(today)));
    }
    match written(text) {
        Ok(written) => Some(resolve(&written, chosen, today)),
        Err(_) if year_box(text).is_ok() || month_box(text).is_ok() || day_box(text).is_ok() => {
            None
        }
        Err(problem) => Some(Err(problem)),
    }
}

/// Puts the boxes together, each holding its own part.
fn in_boxes(
    chosen: Option<Calendar>,
    year: &str,
    month: &str,
    day: &str,
) -> Result<Written, Problem> {
    if is_empty(year) {
        return Err(if chosen.is_none() {
            Problem::EraMissing
        } else {
            Problem::YearMissing
        });
    }
    let (calendar, year) = year_box(year)?;
    if chosen.is_none() && calendar.is_none() && year.digits <= 2 {
        return Err(Problem::EraMissing);
    }
    if is_empty(month) {
        return Err(Problem::MonthMissing);
    }
    let rest = match (month_box(month)?, is_empty(day)) {
        (MonthBox::Number(_), true) => return Err(Problem::DayMissing),
        (MonthBox::Known(known), true) => Rest::Known(known),
        (MonthBox::Known(known), false) => match day_box(day)? {
            DayBox::Unknown => Rest::Known(known),
            DayBox::Number(_) | DayBox::TenDays(_) => return Err(Problem::Syntax),
        },
        (MonthBox::Number(month), false) => match day_box(day)? {
            DayBox::Number(day) => Rest::Day(month, day),
            DayBox::Unknown => Rest::Known(Known::Month(month)),
            DayBox::TenDays(third) => Rest::Known(Known::TenDays(month, third)),
        },
    };
    // A year of four digits beside an era is a mistake to be shown, not a pasted date.
    let calendar = calendar.or(chosen);
    Ok(Written {
        calendar,
        year,
        other: None,
        marked: true,
        rest,
    })
}

fn is_empty(text: &str) -> bool {
    text.chars().all(is_blank)
}

/// The calendar chosen in the form.
fn chosen(text: &str) -> Result<Option<Calendar>, Problem> {
    let mut reader = Reader::new(text);
    let calendar = reader.calendar()?;
    if reader.at_end() {
        Ok(calendar)
    } else {
        Err(Problem::Syntax)
    }
}

fn year_box(text: &str) -> Result<(Option<Calendar>, Number), Problem> {
    let mut reader = Reader::new(text);
    let calendar = reader.calendar()?;
    let year = reader.year().ok_or(Problem::Syntax)?;
    reader.joint('年');
    if reader.at_end() {
        Ok((calendar, year))
    } else {
        Err(Problem::Syntax)
    }
}

enum MonthBox {
    Number(u8),
    Known(Known),
}

fn month_box(text: &str) -> Result<MonthBox, Problem> {
    let mut reader = Reader::new(text);
    let month = if let Some(number) = reader.number() {
        reader.joint('月');
        MonthBox::Number(number.small()?)
    } else if reader.take('正') && reader.take('月') {
        MonthBox::Number(1)
    } else if reader.unknown() {
        MonthBox::Known(Known::Year)
    } else {
        let (part, season) = reader.season().ok_or(Problem::Syntax)?;
        MonthBox::Known(Known::Season(part, season))
    };
    if reader.at_end() {
        Ok(month)
    } else {
        Err(Problem::Syntax)
    }
}

enum DayBox {
    Number(u8),
    Unknown,
    TenDays(TenDays),
}

fn day_box(text: &str) -> Result<DayBox, Problem> {
    let mut reader = Reader::new(text);
    let day = if let Some(number) = reader.number() {
        reader.joint('日');
        DayBox::Number(number.small()?)
    } else if reader.unknown() {
        DayBox::Unknown
    } else {
        DayBox::TenDays(reader.ten_days().ok_or(Problem::Syntax)?)
    };
    if reader.at_end() {
        Ok(day)
    } else {
        Err(Problem::Syntax)
    }
}

/// Takes a whole written date apart.
fn written(text: &str) -> Result<Written, Problem> {
    let mut reader = Reader::new(text);
    if reader.peek().is_none() {
        return Err(Problem::Empty);
    }
    let calendar = reader.calendar()?;
    let Some(year) = reader.year() else {
        let only_era = calendar.is_some() && reader.at_end();
        return Err(if only_era {
            Problem::YearMissing
        } else {
            Problem::Syntax
        });
    };
    if let Some(written) = in_one_row(&mut reader, calendar, year) {
        return written;
    }
    let (other, joint) = after_year(&mut reader)?;
    match joint {
        Joint::End => return Err(Problem::MonthMissing),
        Joint::Nothing => {
            return Err(if reader.peek() == Some('月') {
                Problem::YearMissing
            } else {
                Problem::Syntax
            });
        }
        Joint::Mark | Joint::Separator => {}
    }
    let marked = joint == Joint::Mark;
    let rest = after_year_mark(&mut reader, year)?;
    Ok(Written {
        calendar,
        year,
        other,
        marked,
        rest,
    })
}

/// Eight digits, 19980101, or six after an era, H100101; none for other numbers.
fn in_one_row(
    reader: &mut Reader<'_>,
    calendar: Option<Calendar>,
    row: Number,
) -> Option<Result<Written, Problem>> {
    let year_digits = match (row.digits, calendar) {
        (0..=4, _) => return None,
        (8, None | Some(Calendar::Western)) => 4,
        (6, Some(Calendar::Japanese(_))) => 2,
        (6, None) => return Some(Err(Problem::TwoDigitYear)),
        _ => return Some(Err(Problem::Syntax)),
    };
    if !reader.at_end() {
        return Some(Err(Problem::Syntax));
    }
    let year = Number {
        value: row.value / 10_000,
        digits: year_digits,
    };
    let pair = |value: u32| {
        Number {
            value: value % 100,
            digits: 2,
        }
        .small()
    };
    let rest = pair(row.value / 100).and_then(|month| Ok(Rest::Day(month, pair(row.value)?)));
    Some(rest.map(|rest| Written {
        calendar,
        year,
        other: None,
        marked: false,
        rest,
    }))
}

/// The year in the other calendar.
type OtherYear = Option<(Option<Calendar>, Number)>;

/// Passes what joins year and month, with the year of the other calendar in
/// brackets before or after the sign: 平成10年（1998年）, 1998（平成10）年.
fn after_year(reader: &mut Reader<'_>) -> Result<(OtherYear, Joint), Problem> {
    let joint = reader.joint('年');
    if !reader.take('(') {
        return Ok((None, joint));
    }
    reader.spaces();
    let calendar = reader.calendar()?;
    let year = reader.year().ok_or(Problem::Syntax)?;
    reader.joint('年');
    if !reader.take(')') {
        return Err(Problem::Syntax);
    }
    let after = reader.joint('年');
    let joint = if joint == Joint::Mark && after == Joint::Nothing {
        Joint::Mark
    } else {
        after
    };
    Ok((Some((calendar, year)), joint))
}

/// Reads month and day, or what is known instead of them.
fn after_year_mark(reader: &mut Reader<'_>, year: Number) -> Result<Rest, Problem> {
    let month = match reader.peek() {
        None => return Err(Problem::MonthMissing),
        Some('正') => january(reader)?,
        Some('月' | '不' | '春' | '夏' | '秋' | '冬' | '初' | '仲' | '晩') => {
            return known_of_year(reader).map(Rest::Known);
        }
        Some(_) => reader.number().ok_or(Problem::Syntax)?,
    };
    match reader.joint('月') {
        Joint::End => return Err(Problem::DayMissing),
        Joint::Nothing => return Err(Problem::Syntax),
        Joint::Mark if reader.peek().is_none() => return Err(Problem::DayMissing),
        Joint::Mark | Joint::Separator => {}
    }
    if let Some('日' | '不' | '上' | '初' | '中' | '下') = reader.peek() {
        return known_of_month(reader, month.small()?).map(Rest::Known);
    }
    let day = reader.number().ok_or(Problem::Syntax)?;
    if day.digits == 4 && year.digits <= 2 {
        return Err(Problem::YearLast);
    }
    reader.spaces();
    reader.take('日');
    finish(reader)?;
    Ok(Rest::Day(month.small()?, day.small()?))
}

/// 正月, of which the sign of the month is left to be read.
fn january(reader: &mut Reader<'_>) -> Result<Number, Problem> {
    reader.advance();
    if reader.peek() == Some('月') {
        Ok(Number {
            value: 1,
            digits: 1,
        })
    } else {
        Err(Problem::Syntax)
    }
}

/// 月日不詳, 不詳 or a season.
fn known_of_year(reader: &mut Reader<'_>) -> Result<Known, Problem> {
    let known = if let Some((part, season)) = reader.season() {
        Known::Season(part, season)
    } else {
        let both = reader.take('月') && reader.take('日');
        let unknown = reader.unknown();
        let each = !both && reader.take('月');
        let fits = unknown && (!each || reader.unknown() && reader.take('日'));
        fits.then_some(Known::Year).ok_or(Problem::Syntax)?
    };
    finish(reader)?;
    Ok(known)
}

/// 日不詳, 不詳, 不詳日 or a third of the month.
fn known_of_month(reader: &mut Reader<'_>, month: u8) -> Result<Known, Problem> {
    let before = reader.take('日');
    let known = if reader.unknown() {
        if !before {
            reader.take('日');
        }
        Known::Month(month)
    } else {
        Known::TenDays(
            month,
            reader
                .ten_days()
                .filter(|_| !before)
                .ok_or(Problem::Syntax)?,
        )
    };
    finish(reader)?;
    Ok(known)
}

/// Passes 生 or 生まれ; nothing else may follow.
fn finish(reader: &mut Reader<'_>) -> Result<(), Problem> {
    reader.spaces();
    let born = reader.take('生') && reader.take('ま');
    if born && !reader.take('れ') || !reader.at_end() {
        return Err(Problem::Syntax);
    }
    Ok(())
}

/// The year a written one stands for.
struct Year {
    western: i16,
    era: Option<Era>,
    /// It is a year that the era can have: neither 0 nor a Western one.
    fits_era: bool,
}

fn year_of(calendar: Option<Calendar>, year: Number, marked: bool) -> Result<Year, Problem> {
    let value = i16::try_from(year.value).map_err(|_| Problem::Syntax)?;
    match (calendar, year.digits) {
        (None | Some(Calendar::Western), 4) => Ok(Year {
            western: value,
            era: None,
            fits_era: true,
        }),
        (None, 0..=2) if marked => Err(Problem::EraMissing),
        (None | Some(Calendar::Western), 0..=2) => Err(Problem::TwoDigitYear),
        (Some(Calendar::Japanese(era)), 0..=3) => Ok(Year {
            western: era.western_year(value),
            era: Some(era),
            fits_era: value > 0,
        }),
        (Some(Calendar::Japanese(era)), 4) => Ok(Year {
            western: value,
            era: Some(era),
            fits_era: false,
        }),
        _ => Err(Problem::Syntax),
    }
}

/// Makes a birth date of a written one, or says what is wrong with it.
fn resolve(
    written: &Written,
    chosen: Option<Calendar>,
    today: CivilDate,
) -> Result<BirthDate, Problem> {
    let calendar = written.calendar.or_else(|| fitting(chosen, written));
    let year = year_of(calendar, written.year, written.marked)?;
    let date = match written.rest {
        Rest::Day(month, day) => known_day(year.western, month, day)?,
        Rest::Known(known) => {
            BirthDate::partial(PartialDate::new(year.western, known).ok_or(Problem::MonthRange)?)
        }
    };
    check_other(written, &year)?;
    check_chosen(chosen, calendar, date)?;
    if let Some(era) = year.era
        && !(year.fits_era && touches(era, date))
    {
        let offered = year.western > 0 && written.year.value > 0;
        let meant = gregorian(date).and_then(|date| date.checked_on(today)).ok();
        return Err(Problem::EraRange {
            era,
            suggestion: meant.filter(|_| offered),
        });
    }
    gregorian(date)?.checked_on(today)
}

/// The chosen calendar, unless the text has a Western year of its own.
fn fitting(chosen: Option<Calendar>, written: &Written) -> Option<Calendar> {
    chosen.filter(|_| written.year.digits < 4)
}

/// A year given twice must be the same year.
fn check_other(written: &Written, year: &Year) -> Result<(), Problem> {
    let Some((calendar, other)) = written.other else {
        return Ok(());
    };
    if year_of(calendar, other, true)?.western == year.western {
        Ok(())
    } else {
        Err(Problem::EraConflict)
    }
}

/// A date with a calendar of its own must not contradict the chosen one.
fn check_chosen(
    chosen: Option<Calendar>,
    typed: Option<Calendar>,
    date: BirthDate,
) -> Result<(), Problem> {
    let agrees = match (chosen, typed) {
        (None, _) | (Some(Calendar::Western), None) => true,
        (Some(chosen), Some(typed)) => chosen == typed,
        (Some(Calendar::Japanese(era)), None) => touches(era, date),
    };
    if agrees {
        Ok(())
    } else {
        Err(Problem::EraConflict)
    }
}

/// Whether any day a birth date may be bears the name of an era.
fn touches(era: Era, date: BirthDate) -> bool {
    era.first_day() <= date.latest() && era.last_day().is_none_or(|last| date.earliest() <= last)
}

/// The day, if the calendar has it.
fn known_day(year: i16, month: u8, day: u8) -> Result<BirthDate, Problem> {
    if year < 1 {
        return Err(Problem::TooOld);
    }
    match CivilDate::days_in_month(year, month) {
        0 => Err(Problem::MonthRange),
        last_day => CivilDate::new(year, month, day)
            .map(BirthDate::on)
            .ok_or(Problem::NoSuchDate { last_day }),
    }
}
