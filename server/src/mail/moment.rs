//! Moments as letters write them: in both calendars, by the clocks of Japan.

use rules::{Era, Moment};

use super::render::{TemplateFault, Values, fill};

/// How a moment is written.
const PATTERN: &str = include_str!("../../letters/ja/moment.txt");

/// How the first year of an era is written.
const FIRST_YEAR: &str = include_str!("../../letters/ja/first_year.txt");

/// Japan is so many seconds ahead of UTC all year.
const JAPAN_AHEAD_SECONDS: i64 = 9 * 3600;

/// The moment in one line: day in both calendars, hour and minute in Japan.
///
/// # Errors
/// [`TemplateFault`] when the pattern has other blanks.
pub(super) fn written(moment: Moment) -> Result<String, TemplateFault> {
    let day = moment.japan_day();
    let era = Era::of(day).unwrap_or(Era::Reiwa);
    let era_year = match era.year_of(day.year()) {
        1 => FIRST_YEAR.trim_end().to_owned(),
        year => year.to_string(),
    };
    let minutes = moment.0.saturating_add(JAPAN_AHEAD_SECONDS).div_euclid(60);
    let values = Values::new(vec![
        ("era", era.name().to_owned()),
        ("era_year", era_year),
        ("year", day.year().to_string()),
        ("month", day.month().to_string()),
        ("day", day.day().to_string()),
        ("hour", minutes.div_euclid(60).rem_euclid(24).to_string()),
        ("minute", format!("{:02}", minutes.rem_euclid(60))),
    ])?;
    let [line] = fill([PATTERN.trim_end()], &values)?;
    Ok(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_in_both_calendars_by_the_clocks_of_japan() {
        let line = written(Moment(1_795_359_600 - 60)).unwrap();
        assert_eq!(line, "令和8年11月22日（2026年11月22日） 23時59分");
        let line = written(Moment(1_795_359_600 + 9 * 3600 + 5 * 60)).unwrap();
        assert_eq!(line, "令和8年11月23日（2026年11月23日） 9時05分");
    }

    #[test]
    fn the_first_year_of_an_era_has_its_own_word() {
        // 2019-05-01 00:00 in Japan.
        let line = written(Moment(1_556_636_400)).unwrap();
        assert_eq!(line, "令和元年5月1日（2019年5月1日） 0時00分");
    }
}
