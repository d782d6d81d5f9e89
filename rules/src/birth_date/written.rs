//! The grammar of a whole written date: era, year, month, day, and the words for
//! what is unknown.

use super::BirthDateProblem as Problem;
use super::partial::Known;
use super::reader::{Calendar, Joint, Number, Reader};

/// A date as it was written: its parts have their places, but nothing says yet
/// that it exists.
pub(super) struct Written {
    pub(super) calendar: Option<Calendar>,
    pub(super) year: Number,
    /// The year in the other calendar, where both are given.
    pub(super) other: Option<(Option<Calendar>, Number)>,
    /// The year bears the sign 年.
    pub(super) marked: bool,
    pub(super) rest: Rest,
}

/// What is written behind the year.
pub(super) enum Rest {
    Day(u8, u8),
    Known(Known),
}

/// A whole text: a date, and what may stand beside it to say the same again.
pub(super) struct WrittenText {
    pub(super) date: Written,
    /// The date once more, in brackets: 平成10年3月27日（1998年3月27日）.
    pub(super) again: Option<Written>,
    /// Days after Sunday.
    pub(super) weekday: Option<u8>,
}

/// Takes a whole text apart.
pub(super) fn written(text: &str) -> Result<WrittenText, Problem> {
    let mut reader = Reader::new(text);
    if reader.peek().is_none() {
        return Err(Problem::Empty);
    }
    let date = date(&mut reader)?;
    let mut whole = WrittenText {
        date,
        again: None,
        weekday: None,
    };
    beside(&mut reader, &mut whole)?;
    Ok(whole)
}

/// Passes the day of the week, the date again, 生, 生れ or 生まれ, and the full stop or comma
/// that dictation puts behind a sentence; nothing else may follow.
fn beside(reader: &mut Reader<'_>, whole: &mut WrittenText) -> Result<(), Problem> {
    reader.spaces();
    whole.weekday = reader.weekday()?;
    reader.spaces();
    if reader.take('(') {
        reader.spaces();
        match reader.weekday_letter() {
            None => whole.again = Some(date(reader)?),
            Some(_) if whole.weekday.is_some() => return Err(Problem::Syntax),
            weekday => {
                whole.weekday = weekday;
                let _ = reader.take('曜') && reader.take('日');
            }
        }
        reader.spaces();
        if !reader.take(')') {
            return Err(Problem::Syntax);
        }
        reader.spaces();
    }
    let is_born = born(reader);
    reader.spaces();
    let _ = reader.take('.');
    reader.spaces();
    let read = is_born && reader.at_end();
    read.then_some(()).ok_or(Problem::Syntax)
}

/// Passes 生, 生れ or 生まれ, if there is one; false when it breaks off.
fn born(reader: &mut Reader<'_>) -> bool {
    if !reader.take('生') {
        return true;
    }
    let spelt_out = reader.take('ま');
    reader.take('れ') || !spelt_out
}

/// Takes a written date apart, up to its last sign.
fn date(reader: &mut Reader<'_>) -> Result<Written, Problem> {
    let calendar = reader.calendar()?;
    let Some(year) = reader.year() else {
        let only_era = calendar.is_some() && reader.at_end();
        return Err(if only_era {
            Problem::YearMissing
        } else {
            Problem::Syntax
        });
    };
    if let Some(written) = in_one_row(reader, calendar, year) {
        return written;
    }
    let (other, joint) = after_year(reader)?;
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
    let rest = after_year_mark(reader, year)?;
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
        Some('月' | '不' | 'な' | '無' | '?' | '春' | '夏' | '秋' | '冬' | '初' | '仲' | '晩') =>
        {
            return known_of_year(reader).map(Rest::Known);
        }
        Some(_) => reader.number().ok_or(Problem::Syntax)?,
    };
    let joint = reader.joint('月');
    match joint {
        Joint::End => return Err(Problem::DayMissing),
        Joint::Nothing => return Err(Problem::Syntax),
        Joint::Mark if reader.peek().is_none() => return Err(Problem::DayMissing),
        Joint::Mark | Joint::Separator => {}
    }
    if let Some('日' | '不' | 'な' | '無' | '?' | '上' | '初' | '中' | '下') = reader.peek()
    {
        return known_of_month(reader, month.small()?).map(Rest::Known);
    }
    let day = reader.number().ok_or(Problem::Syntax)?;
    if day.digits == 4 && year.digits <= 2 {
        return Err(Problem::YearLast);
    }
    reader.spaces();
    let is_marked = reader.take('日') && joint == Joint::Mark;
    // Only with both signs: 1998/00/00 is no date, 1998年00月00日 is how registers print it.
    match (month.is_two_zeros(), day.is_two_zeros()) {
        (true, true) if is_marked => Ok(Rest::Known(Known::Year)),
        (false, true) if is_marked => Ok(Rest::Known(Known::Month(month.small()?))),
        _ => Ok(Rest::Day(month.small()?, day.small()?)),
    }
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

/// 月日不詳, 月不詳, 不詳, 不詳月不詳日 or a season.
fn known_of_year(reader: &mut Reader<'_>) -> Result<Known, Problem> {
    let known = if let Some((part, season)) = reader.season() {
        Known::Season(part, season)
    } else {
        let named = reader.take('月');
        if named {
            reader.take('日');
        }
        let unknown = reader.unknown();
        let each = !named && reader.take('月');
        let fits = unknown && (!each || reader.unknown() && reader.take('日'));
        fits.then_some(Known::Year).ok_or(Problem::Syntax)?
    };
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
    Ok(known)
}
