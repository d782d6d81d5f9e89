//! The birth date.

use rules::{BirthDate, BirthDateProblem, Era};

use crate::words::ja::calendar::day_of_era;

/// 生年月日.
pub(super) fn birth_date(problem: BirthDateProblem) -> String {
    let words = match problem {
        BirthDateProblem::Empty => "生年月日を入力してください。",
        BirthDateProblem::EraMissing => "元号または西暦を選んでください。",
        BirthDateProblem::YearMissing => "生年月日の年を入力してください。",
        BirthDateProblem::MonthMissing => "生年月日の月を入力してください。",
        BirthDateProblem::DayMissing => "生年月日の日を入力してください。",
        BirthDateProblem::MonthKnownAndUnknown => {
            "「月も分からない」にチェックがあり、月も入力されています。どちらかにしてください。"
        }
        BirthDateProblem::DayKnownAndUnknown => {
            "「日が分からない」にチェックがあり、日も入力されています。どちらかにしてください。"
        }
        BirthDateProblem::Syntax => {
            "生年月日を読み取れませんでした。「平成10年3月27日」や「1998年3月27日」のように\
             入力してください。"
        }
        BirthDateProblem::TwoDigitYear => "西暦の年は、「1998」のように4桁で入力してください。",
        BirthDateProblem::YearLast => "生年月日は、年、月、日の順に入力してください。",
        BirthDateProblem::EraConflict => {
            "選んだ元号と入力した元号が違います。どちらかに合わせてください。"
        }
        BirthDateProblem::Contradiction => {
            "入力した元号、西暦、曜日のどれかが合いません。どれか1つだけで入力してください。"
        }
        BirthDateProblem::MonthRange => "月は1から12までの数字で入力してください。",
        BirthDateProblem::NoSuchDate { last_day } => {
            return format!("その月は{last_day}日までです。日を確認してください。");
        }
        BirthDateProblem::EraRange { era, suggestion } => return era_range(era, suggestion),
        BirthDateProblem::Future => "生年月日は、今日までの日付にしてください。",
        BirthDateProblem::TooOld => "年が古すぎます。元号と年を確認してください。",
    };
    words.to_owned()
}

/// Which days the era has, and the date that was most likely meant.
fn era_range(era: Era, suggestion: Option<BirthDate>) -> String {
    let days = format!("{}は{}です。", era.name(), days_of(era));
    match suggestion {
        Some(meant) => format!(
            "{days}{}ではありませんか。確認してください。",
            meant.wareki()
        ),
        None => format!("{days}元号と年を確認してください。"),
    }
}

fn days_of(era: Era) -> String {
    let first = day_of_era(era, era.first_day());
    match era.last_day() {
        Some(last) => format!("{first}から{}まで", day_of_era(era, last)),
        None => format!("{first}から"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_past_the_end_of_an_era_comes_with_the_one_that_was_meant() {
        let meant = BirthDate::from_register("1989-01-08").ok();
        let words = birth_date(BirthDateProblem::EraRange {
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
        let words = birth_date(BirthDateProblem::EraRange {
            era: Era::Reiwa,
            suggestion: None,
        });
        assert_eq!(
            words,
            "令和は元年5月1日からです。元号と年を確認してください。"
        );
    }
}
