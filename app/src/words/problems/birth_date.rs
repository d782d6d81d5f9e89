//! The birth date.

use rules::{BirthDate, BirthDateProblem, Era};

use crate::words::Words;

impl Words {
    /// 生年月日.
    pub(super) fn birth_date_problem(&self, problem: BirthDateProblem) -> String {
        let words = &self.problems;
        let said = match problem {
            BirthDateProblem::Empty => words.birth_date_empty,
            BirthDateProblem::EraMissing => words.birth_date_era_missing,
            BirthDateProblem::YearMissing => words.birth_date_year_missing,
            BirthDateProblem::MonthMissing => words.birth_date_month_missing,
            BirthDateProblem::DayMissing => words.birth_date_day_missing,
            BirthDateProblem::MonthKnownAndUnknown => words.birth_date_month_known_and_unknown,
            BirthDateProblem::DayKnownAndUnknown => words.birth_date_day_known_and_unknown,
            BirthDateProblem::Syntax => words.birth_date_syntax,
            BirthDateProblem::TwoDigitYear => words.birth_date_two_digit_year,
            BirthDateProblem::YearLast => words.birth_date_year_last,
            BirthDateProblem::EraConflict => words.birth_date_era_conflict,
            BirthDateProblem::Contradiction => words.birth_date_contradiction,
            BirthDateProblem::MonthRange => words.birth_date_month_range,
            BirthDateProblem::NoSuchDate { last_day } => {
                return words.birth_date_no_such_date(last_day);
            }
            BirthDateProblem::EraRange { era, suggestion } => {
                return self.outside_era(era, suggestion);
            }
            BirthDateProblem::Future => words.birth_date_future,
            BirthDateProblem::TooOld => words.birth_date_too_old,
        };
        said.to_owned()
    }

    /// Which days the era has, and the date that was most likely meant.
    fn outside_era(&self, era: Era, suggestion: Option<BirthDate>) -> String {
        let (words, calendar) = (&self.problems, &self.calendar);
        let first = calendar.day_within_era(era, era.first_day());
        let days = match era.last_day() {
            Some(last) => {
                let last = calendar.day_within_era(era, last);
                words.era_lasted(calendar.era(era), &first, &last)
            }
            None => words.era_began(calendar.era(era), &first),
        };
        match suggestion {
            Some(meant) => words.birth_date_meant(&days, &calendar.birth_date(&meant)),
            None => words.birth_date_outside_era(&days),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::ja::WORDS;

    #[test]
    fn a_date_past_the_end_of_an_era_comes_with_the_one_that_was_meant() {
        let meant = BirthDate::from_register("1989-01-08").ok();
        let words = WORDS.birth_date_problem(BirthDateProblem::EraRange {
            era: Era::Showa,
            suggestion: meant,
        });
        assert_eq!(
            words,
            "昭和は元年12月25日から64年1月7日までです。\
             平成元年1月8日ではありませんか。確認してください。"
        );
    }

    #[test]
    fn the_era_that_lasts_has_only_a_beginning() {
        let words = WORDS.birth_date_problem(BirthDateProblem::EraRange {
            era: Era::Reiwa,
            suggestion: None,
        });
        assert_eq!(
            words,
            "令和は元年5月1日からです。元号と年を確認してください。"
        );
    }
}
