//! The boxes of the form: each with its own part of the date, or one with all of it.

use super::BirthDateProblem as Problem;
use super::parse::{register_partial, resolve, resolve_all, text};
use super::partial::{Known, TenDays};
use super::print::UNKNOWN;
use super::reader::{Calendar, Number, Reader, is_empty};
use super::written::{Rest, Written, written};
use super::{BirthDate, BirthDateFields};
use crate::CivilDate;

/// Reads the boxes of the form.
pub(super) fn fields(fields: &BirthDateFields, today: CivilDate) -> Result<BirthDate, Problem> {
    let (era, year) = (fields.era.as_str(), fields.year.as_str());
    let month =
        unless_unknown(&fields.month, fields.month_unknown).ok_or(Problem::MonthKnownAndUnknown)?;
    let day = unless_unknown(&fields.day, fields.day_unknown).ok_or(Problem::DayKnownAndUnknown)?;
    let [no_era, no_year, no_month, no_day] = [era, year, month, day].map(is_empty);
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

/// What the box holds, or that it is said to be unknown; none if it holds something else.
fn unless_unknown(text: &str, is_unknown: bool) -> Option<&str> {
    let mut reader = Reader::new(text);
    match (is_unknown, is_empty(text)) {
        (false, _) => Some(text),
        (true, true) => Some(UNKNOWN),
        (true, false) => (reader.unknown() && reader.at_end()).then_some(text),
    }
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
        Ok(written) => Some(resolve_all(&written, chosen, today)),
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
        if number.is_two_zeros() {
            MonthBox::Known(Known::Year)
        } else {
            MonthBox::Number(number.small()?)
        }
    } else if reader.take('正') && reader.take('月') {
        MonthBox::Number(1)
    } else if reader.unknown_part('月') {
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
        if number.is_two_zeros() {
            DayBox::Unknown
        } else {
            DayBox::Number(number.small()?)
        }
    } else if reader.unknown_part('日') {
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
