//! Days, hours and ages as people read them, in Japan's time.

use rules::{AgeRange, BirthDate, CivilDate, Era, Moment};

/// Japan is nine hours ahead of UTC all year.
const JAPAN_AHEAD_SECONDS: i64 = 9 * 3_600;

/// 「令和8年11月22日（2026年11月22日）18時30分」.
pub fn moment(moment: Moment) -> String {
    let seconds = moment
        .0
        .saturating_add(JAPAN_AHEAD_SECONDS)
        .rem_euclid(86_400);
    let (hour, minute) = (seconds / 3_600, seconds % 3_600 / 60);
    format!("{}{hour}時{minute:02}分", day(moment.japan_day()))
}

/// 「令和8年11月22日（2026年11月22日）」; days before 1873 in the Western calendar
/// alone.
pub fn day(day: CivilDate) -> String {
    let western = format!("{}年{}月{}日", day.year(), day.month(), day.day());
    match Era::of(day) {
        Some(era) => format!("{}{}（{western}）", era.name(), day_of_era(era, day)),
        None => western,
    }
}

/// 「8年11月22日」 as counted in this era, its first year 「元年」.
pub fn day_of_era(era: Era, day: CivilDate) -> String {
    let year = match era.year_of(day.year()) {
        1 => "元".to_owned(),
        year => year.to_string(),
    };
    format!("{year}年{}月{}日", day.month(), day.day())
}

/// 「平成10年3月27日（1998年3月27日）、満28歳」.
pub fn birth_date(born: &BirthDate, today: CivilDate) -> String {
    format!("{}、{}", both(born), age(born.age_on(today)))
}

/// 「平成10年3月27日（1998年3月27日）」.
pub fn both(born: &BirthDate) -> String {
    format!("{}（{}）", born.wareki(), born.western())
}

/// 「満28歳」, or both ends where the birth date is partly unknown.
pub fn age(age: AgeRange) -> String {
    match age.exact() {
        Some(age) => format!("満{age}歳"),
        None => format!("満{}歳から{}歳まで", age.least, age.most),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_shown_in_japan_time_and_both_calendars() {
        // 2026-11-22 09:30 UTC
        let shown = moment(Moment(1_795_339_800));
        assert_eq!(shown, "令和8年11月22日（2026年11月22日）18時30分");
    }

    #[test]
    fn a_moment_just_after_midnight_belongs_to_the_new_day() {
        let shown = moment(Moment(1_795_359_600 + 5 * 60));
        assert_eq!(shown, "令和8年11月23日（2026年11月23日）0時05分");
    }

    #[test]
    fn the_first_year_of_an_era_has_its_own_name() {
        let shown = [(2019, 5, 1), (2019, 4, 30), (2020, 1, 1)]
            .map(|(year, month, of_month)| CivilDate::new(year, month, of_month).map(day));
        let expected = [
            "令和元年5月1日（2019年5月1日）",
            "平成31年4月30日（2019年4月30日）",
            "令和2年1月1日（2020年1月1日）",
        ];
        assert_eq!(shown, expected.map(|one| Some(one.to_owned())));
    }

    #[test]
    fn an_uncertain_age_shows_both_ends() {
        assert_eq!(
            age(AgeRange {
                least: 14,
                most: 15
            }),
            "満14歳から15歳まで"
        );
        assert_eq!(
            age(AgeRange {
                least: 28,
                most: 28
            }),
            "満28歳"
        );
    }
}
