//! From written dates to birth dates: which calendar, whether the day exists, and
//! whether it can be a birth date.

use super::BirthDateProblem as Problem;
use super::partial::PartialDate;
use super::reader::{Calendar, LONGEST, Number};
use super::written::{Rest, Written, WrittenText, written};
use super::{BirthDate, Era};
use crate::CivilDate;
use crate::civil::{decimal, iso_parts};
use crate::letters::is_blank;

/// Reads a whole text.
pub(super) fn text(text: &str, today: CivilDate) -> Result<BirthDate, Problem> {
    if let Some(read) = register_partial(text) {
        return read?.checked_on(today);
    }
    written(text).and_then(|written| resolve_all(&written, None, today))
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
pub(super) fn register_partial(text: &str) -> Option<Result<BirthDate, Problem>> {
    if text.len() > LONGEST {
        return None;
    }
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

/// Makes a birth date of a text, all of which must agree.
pub(super) fn resolve_all(
    text: &WrittenText,
    chosen: Option<Calendar>,
    today: CivilDate,
) -> Result<BirthDate, Problem> {
    let date = resolve(&text.date, chosen, today)?;
    let again = match &text.again {
        Some(again) => resolve(again, None, today)?,
        None => date,
    };
    let other_weekday = text
        .weekday
        .is_some_and(|weekday| date.day().map(CivilDate::weekday) != Some(weekday));
    if again != date || other_weekday {
        return Err(Problem::Contradiction);
    }
    Ok(date)
}

/// Makes a birth date of a written one, or says what is wrong with it.
pub(super) fn resolve(
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
        Err(Problem::Contradiction)
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

/// The day, if the calendar has it: any month and day that no year has are told first.
fn known_day(year: i16, month: u8, day: u8) -> Result<BirthDate, Problem> {
    match CivilDate::days_in_month(year, month) {
        0 => Err(Problem::MonthRange),
        last_day if !(1..=last_day).contains(&day) => Err(Problem::NoSuchDate { last_day }),
        _ => CivilDate::new(year, month, day)
            .map(BirthDate::on)
            .ok_or(Problem::TooOld),
    }
}
