//! Days, hours and ages, in Japan's time.

use rules::{BirthDate, CivilDate, Era, Moment, RestOfDate};

use crate::dates::DateWords;
use crate::words::sentence::{Template, Text, catalogue};

catalogue! {
    /// Days, hours and ages, in Japan's time.
    pub struct Calendar {
        /// Reiwa, Heisei, Shōwa, Taishō, Meiji.
        eras: [Text; 5],
        /// The Western calendar, as a choice beside the eras.
        western: Text,
        /// The first year of an era.
        first_year: Text,
        /// A year as counted in an era.
        year_of_era: Template(era: &str, year: &str),
        /// A year without its era.
        year: Template(year: &str),
        /// A whole date; the year is one of the above.
        date: Template(year: &str, month: &str, day: &str),
        /// A date whose day is unknown.
        without_day: Template(year: &str, month: &str),
        /// A date whose month and day are unknown.
        without_month: Template(year: &str),
        /// A date of which the season is known.
        in_season: Template(year: &str, season: &str),
        /// A date of which a third of the month is known.
        in_ten_days: Template(year: &str, month: &str, part: &str),
        /// Spring, summer, autumn, winter: the whole of it, its beginning, middle and end.
        seasons: [[Text; 4]; 4],
        /// The thirds of a month.
        ten_days: [Text; 3],
        /// A date in both calendars.
        both: Template(japanese: &str, western: &str),
        /// A moment, to the minute.
        moment: Template(day: &str, hour: i64, minute: &str),
        /// A birth date with the age.
        with_age: Template(date: &str, age: &str),
        /// An age.
        age: Template(years: &str),
        /// Asks whether this date was meant.
        meant: Template(date: &str),
        /// Both ends of an age where the birth date is partly unknown.
        age_between: Template(least: &str, most: &str),
    }
}

impl Calendar {
    /// What dates are written with, as the browser takes it apart, too.
    pub(crate) fn dates(&self) -> DateWords {
        let mut all: Vec<&str> = self.eras.to_vec();
        all.extend(self.seasons.as_flattened());
        all.extend(self.ten_days);
        all.push(self.first_year);
        all.extend(
            [
                self.year_of_era,
                self.year,
                self.date,
                self.without_day,
                self.without_month,
                self.in_season,
                self.in_ten_days,
                self.both,
                self.with_age,
                self.age,
                self.age_between,
                self.meant,
            ]
            .map(Template::for_script),
        );
        DateWords::new(&all)
    }

    /// 「令和8年11月22日（2026年11月22日）18時30分」.
    pub fn moment_of(&self, moment: Moment) -> String {
        let seconds = moment.japan_seconds().rem_euclid(86_400);
        let (hour, minute) = (seconds / 3_600, seconds % 3_600 / 60);
        self.moment(
            &self.day_of(moment.japan_day()),
            hour,
            &format!("{minute:02}"),
        )
    }

    /// 「令和8年11月22日（2026年11月22日）」; days before 1873 in the Western calendar
    /// alone.
    pub fn day_of(&self, day: CivilDate) -> String {
        let words = self.dates();
        let rest = RestOfDate::Day(day.month(), day.day());
        let western = words.dated(&words.western_year(day.year()), rest);
        match Era::of(day) {
            Some(era) => self.both(&self.day_of_era(era, day), &western),
            None => western,
        }
    }

    /// 「令和8年11月22日」, as counted in this era.
    fn day_of_era(&self, era: Era, day: CivilDate) -> String {
        let words = self.dates();
        let year = words.year_of_era(era, era.year_of(day.year()));
        words.dated(&year, RestOfDate::Day(day.month(), day.day()))
    }

    /// 「8年11月22日」, as counted in this era, which is named beside it.
    pub fn day_within_era(&self, era: Era, day: CivilDate) -> String {
        let words = self.dates();
        let year = words.year_within_era(era.year_of(day.year()));
        words.dated(&year, RestOfDate::Day(day.month(), day.day()))
    }

    /// 「平成10年3月27日（1998年3月27日）、満28歳」.
    pub fn birth_date_with_age(&self, born: &BirthDate, today: CivilDate) -> String {
        self.dates().with_age(*born, today)
    }

    /// 「平成10年3月27日（1998年3月27日）」.
    pub fn birth_date_twice(&self, born: &BirthDate) -> String {
        self.dates().both(*born)
    }

    /// 「平成10年3月27日」.
    pub fn birth_date(&self, born: &BirthDate) -> String {
        self.dates().japanese(*born)
    }

    /// The name of an era.
    pub const fn era(&self, era: Era) -> Text {
        let [reiwa, heisei, showa, taisho, meiji] = self.eras;
        match era {
            Era::Reiwa => reiwa,
            Era::Heisei => heisei,
            Era::Showa => showa,
            Era::Taisho => taisho,
            Era::Meiji => meiji,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::ja::WORDS;

    const CALENDAR: Calendar = WORDS.calendar;

    #[test]
    fn a_moment_is_shown_in_japan_time_and_both_calendars() {
        // 2026-11-22 09:30 UTC
        let shown = CALENDAR.moment_of(Moment(1_795_339_800));
        assert_eq!(shown, "令和8年11月22日（2026年11月22日）18時30分");
    }

    #[test]
    fn a_moment_just_after_midnight_belongs_to_the_new_day() {
        let shown = CALENDAR.moment_of(Moment(1_795_359_600 + 5 * 60));
        assert_eq!(shown, "令和8年11月23日（2026年11月23日）0時05分");
    }

    #[test]
    fn the_first_year_of_an_era_has_its_own_name() {
        let shown = [(2019, 5, 1), (2019, 4, 30), (2020, 1, 1)].map(|(year, month, of_month)| {
            CivilDate::new(year, month, of_month).map(|day| CALENDAR.day_of(day))
        });
        let expected = [
            "令和元年5月1日（2019年5月1日）",
            "平成31年4月30日（2019年4月30日）",
            "令和2年1月1日（2020年1月1日）",
        ];
        assert_eq!(shown, expected.map(|one| Some(one.to_owned())));
    }
}
