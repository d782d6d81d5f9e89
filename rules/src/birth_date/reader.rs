//! Letter by letter through a written date.

use core::str::Chars;

use super::fold::{Kanji, fold, is_nothing, kanji};
use super::partial::{Season, SeasonPart, TenDays};
use super::{BirthDateProblem, Era};

/// Bytes of a text that is looked at at all: whoever sends more did not write a date.
pub(super) const LONGEST: usize = 512;

/// Stands for whatever no date holds.
const FOREIGN: char = '\u{fffd}';

/// Which calendar a year belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Calendar {
    Western,
    Japanese(Era),
}

/// A number as it was written.
#[derive(Clone, Copy)]
pub(super) struct Number {
    /// What it stands for; never more than eight digits.
    pub(super) value: u32,
    /// How many digits it was written with.
    pub(super) digits: u8,
}

impl Number {
    /// Before its first digit.
    const NONE: Self = Self {
        value: 0,
        digits: 0,
    };
    /// A number that no place of a date can hold.
    const UNFIT: Self = Self {
        value: 0,
        digits: u8::MAX,
    };
    /// 元年.
    const FIRST_YEAR: Self = Self {
        value: 1,
        digits: 1,
    };

    /// 00, which registers print for a month or a day that is unknown.
    pub(super) fn is_two_zeros(self) -> bool {
        self.value == 0 && self.digits == 2
    }

    /// Its value as a month or a day of one or two digits.
    pub(super) fn small(self) -> Result<u8, BirthDateProblem> {
        match u8::try_from(self.value) {
            Ok(value) if self.digits <= 2 => Ok(value),
            _ => Err(BirthDateProblem::Syntax),
        }
    }
}

/// What stands between two numbers of a date.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// The sign of the part, 年 or 月.
    Mark,
    /// A dot, a slash, a hyphen or a space.
    Separator,
    /// The text is over.
    End,
    /// Something else.
    Nothing,
}

/// A text, read from its start and folded to few letters on the way.
pub(super) struct Reader<'a> {
    letters: Chars<'a>,
    next: Option<char>,
    /// What a square letter such as ㋀ holds beside its number.
    queued: Option<char>,
}

impl<'a> Reader<'a> {
    /// Begins with the first letter that is no blank. A text that is too long holds
    /// one foreign letter, or nothing if it is all blanks.
    pub(super) fn new(text: &'a str) -> Self {
        let fits = text.len() <= LONGEST;
        let mut reader = Self {
            letters: if fits { text.chars() } else { "".chars() },
            next: None,
            queued: (!fits && !is_empty(text)).then_some(FOREIGN),
        };
        reader.advance();
        reader.spaces();
        reader
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.next
    }

    pub(super) fn advance(&mut self) {
        self.next = self.queued.take().or_else(|| self.visible());
    }

    /// The next letter that can be seen, folded.
    fn visible(&mut self) -> Option<char> {
        self.letters.find(|letter| !is_nothing(*letter)).map(fold)
    }

    /// Whether everything is read, but for spaces.
    pub(super) fn at_end(&mut self) -> bool {
        self.spaces();
        self.next.is_none()
    }

    /// Passes spaces; tells whether there were any.
    pub(super) fn spaces(&mut self) -> bool {
        let mut any = false;
        while self.next == Some(' ') {
            any = true;
            self.advance();
        }
        any
    }

    /// Passes one letter if it is the next.
    pub(super) fn take(&mut self, letter: char) -> bool {
        let found = self.next == Some(letter);
        if found {
            self.advance();
        }
        found
    }

    /// Passes an era, 西暦 or AD, with the dot that may follow.
    pub(super) fn calendar(&mut self) -> Result<Option<Calendar>, BirthDateProblem> {
        let Some((calendar, rest)) = self.next.and_then(calendar_of) else {
            return Ok(None);
        };
        if self.take('A') {
            self.take('.');
        } else {
            self.advance();
            self.spaces();
        }
        let abbreviates = calendar != Calendar::Western && self.next != rest.chars().next();
        if !abbreviates && !rest.chars().all(|letter| self.take(letter)) {
            return Err(BirthDateProblem::Syntax);
        }
        self.spaces();
        self.take('.');
        self.spaces();
        Ok(Some(calendar))
    }

    /// Passes the number of a year, or 元.
    pub(super) fn year(&mut self) -> Option<Number> {
        if self.take('元') {
            Some(Number::FIRST_YEAR)
        } else {
            self.number()
        }
    }

    /// Passes a number in ASCII digits, in kanji, or in a square letter (㋀, ㏠).
    pub(super) fn number(&mut self) -> Option<Number> {
        match self.next? {
            '0'..='9' => Some(self.digits()),
            month @ '\u{32c0}'..='\u{32cb}' => Some(self.square(month, '\u{32bf}', '月')),
            day @ '\u{33e0}'..='\u{33fe}' => Some(self.square(day, '\u{33df}', '日')),
            letter if kanji(letter).is_some() => Some(self.kanji_number()),
            _ => None,
        }
    }

    fn digits(&mut self) -> Number {
        let mut number = Number::NONE;
        while let Some(digit) = self.next.and_then(|letter| letter.to_digit(10)) {
            self.advance();
            number = appended(number, digit);
        }
        number
    }

    fn square(&mut self, letter: char, before_first: char, mark: char) -> Number {
        let value = u32::from(letter) - u32::from(before_first);
        self.queued = Some(mark);
        self.advance();
        Number { value, digits: 2 }
    }

    /// 一九九八 digit by digit, or 六十三 with units.
    fn kanji_number(&mut self) -> Number {
        let mut run = Number::NONE;
        let mut sum = 0;
        let mut last_unit = u32::MAX;
        while let Some(sign) = self.next.and_then(kanji) {
            self.advance();
            match sign {
                Kanji::Digit(digit) => run = appended(run, digit),
                Kanji::Unit(times, unit) => {
                    if unit >= last_unit
                        || run.digits > 1
                        || (run.digits == 1 && (run.value == 0 || times > 1))
                    {
                        return Number::UNFIT;
                    }
                    sum += run.value.max(1) * times * unit;
                    last_unit = unit;
                    run = Number::NONE;
                }
            }
        }
        if last_unit == u32::MAX {
            return run;
        }
        if run.digits > 1 || (run.digits == 1 && run.value == 0) {
            return Number::UNFIT;
        }
        let value = sum + run.value;
        Number {
            value,
            digits: u8::try_from(value.max(1).ilog10() + 1).unwrap_or(u8::MAX),
        }
    }

    /// Passes what stands after a number: its mark, a separator or a space.
    pub(super) fn joint(&mut self, mark: char) -> Joint {
        let spaced = self.spaces();
        if self.take(mark) {
            self.spaces();
            return Joint::Mark;
        }
        match self.next {
            None => Joint::End,
            Some('.' | '-') => {
                self.advance();
                self.spaces();
                Joint::Separator
            }
            Some(_) if spaced => Joint::Separator,
            Some(_) => Joint::Nothing,
        }
    }

    /// Passes 不詳 or 不明, and what people put for them: なし, ?.
    pub(super) fn unknown(&mut self) -> bool {
        if self.take('不') {
            return self.take('詳') || self.take('明');
        }
        if self.take('な') || self.take('無') {
            return self.take('し');
        }
        self.take('?')
    }

    /// Passes 不詳 in its own box, with the name of the part or without: 日不詳.
    pub(super) fn unknown_part(&mut self, part: char) -> bool {
        if self.peek() == Some(part) {
            self.advance();
        }
        self.unknown()
    }

    /// Passes a day of the week, 木曜 or 木曜日: days after Sunday.
    pub(super) fn weekday(&mut self) -> Result<Option<u8>, BirthDateProblem> {
        let weekday = self.weekday_letter();
        if weekday.is_some() && !self.take('曜') {
            return Err(BirthDateProblem::Syntax);
        }
        self.take('日');
        Ok(weekday)
    }

    /// Passes the letter of a day of the week: days after Sunday.
    pub(super) fn weekday_letter(&mut self) -> Option<u8> {
        let place = "日月火水木金土".chars().position(|day| self.take(day))?;
        u8::try_from(place).ok()
    }

    /// Passes a season: 春, 初春.
    pub(super) fn season(&mut self) -> Option<(SeasonPart, Season)> {
        let parts = [
            ('初', SeasonPart::Early),
            ('仲', SeasonPart::Middle),
            ('晩', SeasonPart::Late),
        ];
        let part = parts.into_iter().find(|(letter, _)| self.take(*letter));
        let seasons = [
            ('春', Season::Spring),
            ('夏', Season::Summer),
            ('秋', Season::Autumn),
            ('冬', Season::Winter),
        ];
        let (_, season) = seasons.into_iter().find(|(letter, _)| self.take(*letter))?;
        Some((part.map_or(SeasonPart::Whole, |(_, part)| part), season))
    }

    /// Passes a third of a month: 上旬 (初旬), 中旬, 下旬.
    pub(super) fn ten_days(&mut self) -> Option<TenDays> {
        let thirds = [
            ('上', TenDays::First),
            ('初', TenDays::First),
            ('中', TenDays::Middle),
            ('下', TenDays::Last),
        ];
        let (_, third) = thirds.into_iter().find(|(letter, _)| self.take(*letter))?;
        self.take('旬').then_some(third)
    }
}

/// A number with one more digit; too long a one fits nowhere.
fn appended(number: Number, digit: u32) -> Number {
    if number.digits >= 8 {
        return Number::UNFIT;
    }
    Number {
        value: number.value * 10 + digit,
        digits: number.digits + 1,
    }
}

/// Whether there is nothing to be read.
pub(super) fn is_empty(text: &str) -> bool {
    text.chars()
        .all(|letter| is_nothing(letter) || fold(letter) == ' ')
}

/// The calendar a letter stands for or begins, and the letters that follow when the
/// name is written out. The eras' names in Latin letters are those of passports
/// and residence cards.
fn calendar_of(letter: char) -> Option<(Calendar, &'static str)> {
    let (era, rest) = match letter {
        'M' => (Era::Meiji, "EIJI"),
        'T' => (Era::Taisho, "AISHO"),
        'S' => (Era::Showa, "HOWA"),
        'H' => (Era::Heisei, "EISEI"),
        'R' => (Era::Reiwa, "EIWA"),
        '明' => (Era::Meiji, "治"),
        '大' => (Era::Taisho, "正"),
        '昭' => (Era::Showa, "和"),
        '平' => (Era::Heisei, "成"),
        '令' => (Era::Reiwa, "和"),
        '西' => return Some((Calendar::Western, "暦")),
        'A' => return Some((Calendar::Western, "D")),
        _ => return None,
    };
    Some((Calendar::Japanese(era), rest))
}
