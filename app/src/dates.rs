//! Birth dates and ages in writing, on the server and in the browser alike: the sentences are
//! the catalogue's on the one side, and on the other what the page brought along.

use rules::{AgeRange, BirthDate, CivilDate, Era, RestOfDate, Season, SeasonPart, TenDays};

use crate::fill::fill;

const ERAS: usize = 0;
const SEASONS: usize = 5;
const TEN_DAYS: usize = 21;
const FIRST_YEAR: usize = 24;
const YEAR_OF_ERA: usize = 25;
const YEAR: usize = 26;
const DATE: usize = 27;
const WITHOUT_DAY: usize = 28;
const WITHOUT_MONTH: usize = 29;
const IN_SEASON: usize = 30;
const IN_TEN_DAYS: usize = 31;
const BOTH: usize = 32;
const WITH_AGE: usize = 33;
const AGE: usize = 34;
const AGE_BETWEEN: usize = 35;
#[cfg(any(feature = "hydrate", test))]
const MEANT: usize = 36;

/// Stands between two sentences.
const BETWEEN: u8 = b'|';

/// What dates are written with, in the order of the numbers above, as an attribute of a page
/// brings it: taken apart only where a sentence is looked for, as a list of them would weigh on
/// the module.
pub(crate) struct DateWords(String);

impl DateWords {
    /// Of the catalogue's sentences, in the order of the numbers above.
    #[cfg(feature = "ssr")]
    pub(crate) fn new(all: &[&str]) -> Self {
        Self(all.join("|"))
    }

    /// For the attribute of a page.
    #[cfg(feature = "ssr")]
    pub(crate) fn attribute(self) -> String {
        self.0
    }

    /// Out of the attribute of a page.
    #[cfg(any(feature = "hydrate", test))]
    pub(crate) fn read(attribute: String) -> Self {
        Self(attribute)
    }

    /// 平成10年3月27日（1998年3月27日）、満28歳.
    pub(crate) fn with_age(&self, born: BirthDate, today: CivilDate) -> String {
        let (date, age) = (self.both(born), self.age(born.age_on(today)));
        self.filled(WITH_AGE, &[("date", &date), ("age", &age)])
    }

    /// 平成10年3月27日（1998年3月27日）.
    pub(crate) fn both(&self, born: BirthDate) -> String {
        let (japanese, western) = (self.japanese(born), self.western(born));
        self.filled(BOTH, &[("japanese", &japanese), ("western", &western)])
    }

    /// 平成10年3月27日; days before 1873 in the Western calendar.
    pub(crate) fn japanese(&self, born: BirthDate) -> String {
        let year = match born.year_of_era() {
            Some((era, year)) => self.year_of_era(era, year),
            None => self.western_year(born.western_year()),
        };
        self.dated(&year, born.rest())
    }

    /// 1998年3月27日.
    fn western(&self, born: BirthDate) -> String {
        self.dated(&self.western_year(born.western_year()), born.rest())
    }

    /// 満28歳, or both ends where the birth date is partly unknown.
    pub(crate) fn age(&self, age: AgeRange) -> String {
        let (least, most) = (number(age.least.into()), number(age.most.into()));
        let place = if age.exact().is_some() {
            AGE
        } else {
            AGE_BETWEEN
        };
        let gaps = [("years", &*most), ("least", &*least), ("most", &*most)];
        self.filled(place, &gaps)
    }

    /// Asks whether this date was meant.
    #[cfg(any(feature = "hydrate", test))]
    pub(crate) fn meant(&self, born: BirthDate) -> String {
        self.filled(MEANT, &[("date", &self.japanese(born))])
    }

    /// 平成元年.
    pub(crate) fn year_of_era(&self, era: Era, year: i16) -> String {
        let (era, year) = (self.at(ERAS + place_of_era(era)), self.counted(year));
        self.filled(YEAR_OF_ERA, &[("era", era), ("year", &year)])
    }

    /// 元年.
    #[cfg(feature = "ssr")]
    pub(crate) fn year_within_era(&self, year: i16) -> String {
        self.filled(YEAR, &[("year", &self.counted(year))])
    }

    /// The first year of an era has its own name.
    fn counted(&self, year: i16) -> String {
        if year == 1 {
            self.at(FIRST_YEAR).to_owned()
        } else {
            number(year)
        }
    }

    /// 1998年.
    pub(crate) fn western_year(&self, year: i16) -> String {
        self.filled(YEAR, &[("year", &number(year))])
    }

    /// The date with this year, in words already. Every sentence gets all there is to fill in,
    /// which is less to load than a call for each.
    pub(crate) fn dated(&self, year: &str, rest: RestOfDate) -> String {
        let (place, month, day, part) = match rest {
            RestOfDate::Day(month, day) => (DATE, month, day, ""),
            RestOfDate::Month(month) => (WITHOUT_DAY, month, 0, ""),
            RestOfDate::TenDays(month, third) => {
                let part = self.at(TEN_DAYS + place_of_ten_days(third));
                (IN_TEN_DAYS, month, 0, part)
            }
            RestOfDate::Season(part, season) => {
                let season = self.at(SEASONS + place_of_season(season, part));
                (IN_SEASON, 0, 0, season)
            }
            RestOfDate::Nothing => (WITHOUT_MONTH, 0, 0, ""),
        };
        let (month, day) = (number(month.into()), number(day.into()));
        let gaps = [
            ("year", year),
            ("month", &month),
            ("day", &day),
            ("part", part),
            ("season", part),
        ];
        self.filled(place, &gaps)
    }

    fn at(&self, place: usize) -> &str {
        let mut rest = &*self.0;
        for _ in 0..place {
            let end = rest.bytes().position(|byte| byte == BETWEEN);
            rest = end.and_then(|end| rest.get(end + 1..)).unwrap_or_default();
        }
        let end = rest.bytes().position(|byte| byte == BETWEEN);
        end.and_then(|end| rest.get(..end)).unwrap_or(rest)
    }

    fn filled(&self, place: usize, gaps: &[(&str, &str)]) -> String {
        fill(self.at(place), gaps)
    }
}

/// One way to print numbers: each type of them would bring its own to the module.
fn number(number: i16) -> String {
    number.to_string()
}

const fn place_of_era(era: Era) -> usize {
    match era {
        Era::Reiwa => 0,
        Era::Heisei => 1,
        Era::Showa => 2,
        Era::Taisho => 3,
        Era::Meiji => 4,
    }
}

const fn place_of_ten_days(third: TenDays) -> usize {
    match third {
        TenDays::First => 0,
        TenDays::Middle => 1,
        TenDays::Last => 2,
    }
}

const fn place_of_season(season: Season, part: SeasonPart) -> usize {
    let season = match season {
        Season::Spring => 0,
        Season::Summer => 4,
        Season::Autumn => 8,
        Season::Winter => 12,
    };
    let part = match part {
        SeasonPart::Whole => 0,
        SeasonPart::Early => 1,
        SeasonPart::Middle => 2,
        SeasonPart::Late => 3,
    };
    season + part
}

#[cfg(test)]
mod tests;
