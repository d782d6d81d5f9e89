//! Birth dates of which a part is unknown, with the codes of the registers.

use crate::CivilDate;

/// A season, as registers write it where the month is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// 春.
    Spring,
    /// 夏.
    Summer,
    /// 秋.
    Autumn,
    /// 冬.
    Winter,
}

/// Which part of a season.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SeasonPart {
    /// The season, without more: code A.
    Whole,
    /// Its beginning (初春): code B.
    Early,
    /// Its middle (仲春): code C.
    Middle,
    /// Its end (晩春): code D.
    Late,
}

/// A third of a month (旬).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TenDays {
    /// 上旬, the 1st to the 10th: code A1.
    First,
    /// 中旬, the 11th to the 20th: code A2.
    Middle,
    /// 下旬, the 21st to the last: code A3.
    Last,
}

/// What is known beside the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Known {
    /// Nothing (月日不詳): `00-00`.
    Year,
    /// A season: `A1-00` to `D4-00`.
    Season(SeasonPart, Season),
    /// The month (日不詳): `03-00`.
    Month(u8),
    /// The month and the third of it: `03-A1`.
    TenDays(u8, TenDays),
}

/// A year, and the part of it that is known. Its month, if any, exists.
///
/// Source of the codes: デジタル庁 DS-441 (2026-03-17), as in the residents' registers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct PartialDate {
    year: i16,
    known: Known,
}

impl Season {
    /// All seasons in the order of their codes.
    pub const ALL: [Self; 4] = [Self::Spring, Self::Summer, Self::Autumn, Self::Winter];

    /// First and last month it may reach, by the sky or by the old calendar: the
    /// registers do not say which was meant, and an age must not be too sure.
    const fn months(self) -> (u8, u8) {
        match self {
            Self::Spring => (2, 5),
            Self::Summer => (5, 8),
            Self::Autumn => (8, 11),
            // November and December, or January and February.
            Self::Winter => (1, 12),
        }
    }
}

impl SeasonPart {
    /// All parts in the order of their codes.
    pub const ALL: [Self; 4] = [Self::Whole, Self::Early, Self::Middle, Self::Late];
}

impl TenDays {
    /// All thirds in the order of their codes.
    pub const ALL: [Self; 3] = [Self::First, Self::Middle, Self::Last];
}

impl Season {
    /// In the register's codes, from 1.
    const fn number(self) -> u8 {
        match self {
            Self::Spring => 1,
            Self::Summer => 2,
            Self::Autumn => 3,
            Self::Winter => 4,
        }
    }
}

impl TenDays {
    /// In the register's codes, from 1.
    const fn number(self) -> u8 {
        match self {
            Self::First => 1,
            Self::Middle => 2,
            Self::Last => 3,
        }
    }
}

impl PartialDate {
    pub(super) fn new(year: i16, known: Known) -> Option<Self> {
        let month = match known {
            Known::Month(month) | Known::TenDays(month, _) => month,
            Known::Year | Known::Season(..) => 1,
        };
        CivilDate::new(year, month, 1).map(|_| Self { year, known })
    }

    pub(super) const fn year(self) -> i16 {
        self.year
    }

    pub(super) const fn known(self) -> Known {
        self.known
    }

    /// The first day it may be.
    pub(super) fn earliest(self) -> CivilDate {
        let (month, day) = match self.known {
            Known::Year => (1, 1),
            Known::Season(_, season) => (season.months().0, 1),
            Known::Month(month) | Known::TenDays(month, TenDays::First) => (month, 1),
            Known::TenDays(month, TenDays::Middle) => (month, 11),
            Known::TenDays(month, TenDays::Last) => (month, 21),
        };
        CivilDate::literal(self.year, month, day)
    }

    /// The last day it may be.
    pub(super) fn latest(self) -> CivilDate {
        let last = |month| (month, CivilDate::days_in_month(self.year, month));
        let (month, day) = match self.known {
            Known::Year => (12, 31),
            Known::Season(_, season) => last(season.months().1),
            Known::Month(month) | Known::TenDays(month, TenDays::Last) => last(month),
            Known::TenDays(month, TenDays::First) => (month, 10),
            Known::TenDays(month, TenDays::Middle) => (month, 20),
        };
        CivilDate::literal(self.year, month, day)
    }

    /// The day in the middle of those it may be.
    pub(super) fn middle(self) -> CivilDate {
        let days = (self.latest().epoch_days() - self.earliest().epoch_days()) / 2;
        let days = i32::try_from(days).unwrap_or_default();
        self.earliest()
            .plus_days(days)
            .unwrap_or_else(|| self.earliest())
    }

    /// Reads month and day of the register's form, where at least one is unknown.
    pub(super) fn from_codes(year: i16, month: [u8; 2], day: [u8; 2]) -> Option<Self> {
        let known = match (month, day) {
            ([b'0', b'0'], [b'0', b'0']) => Known::Year,
            ([part @ b'A'..=b'D', season @ b'1'..=b'4'], [b'0', b'0']) => Known::Season(
                *SeasonPart::ALL.get(usize::from(part - b'A'))?,
                *Season::ALL.get(usize::from(season - b'1'))?,
            ),
            ([tens @ b'0'..=b'1', ones @ b'0'..=b'9'], day) => {
                let month = (tens - b'0') * 10 + (ones - b'0');
                match day {
                    [b'0', b'0'] => Known::Month(month),
                    [b'A', third @ b'1'..=b'3'] => {
                        Known::TenDays(month, *TenDays::ALL.get(usize::from(third - b'1'))?)
                    }
                    _ => return None,
                }
            }
            _ => return None,
        };
        Self::new(year, known)
    }

    /// Month and day in the register's form: `00-00`, `A1-00`, `03-00`, `03-A1`.
    pub(super) fn codes(self) -> String {
        match self.known {
            Known::Year => "00-00".to_owned(),
            Known::Season(part, season) => {
                let letter = match part {
                    SeasonPart::Whole => 'A',
                    SeasonPart::Early => 'B',
                    SeasonPart::Middle => 'C',
                    SeasonPart::Late => 'D',
                };
                format!("{letter}{}-00", season.number())
            }
            Known::Month(month) => format!("{month:02}-00"),
            Known::TenDays(month, third) => format!("{month:02}-A{}", third.number()),
        }
    }
}
