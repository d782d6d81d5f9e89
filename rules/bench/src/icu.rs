//! What a careful programmer gets out of `icu_calendar`, which converts but does not
//! parse: a plain scanner for era and three numbers in half or full width in front of it.

use icu_calendar::cal::Japanese;
use icu_calendar::{Date, Iso};

const ERAS: [(&str, [&str; 3]); 5] = [
    ("meiji", ["明治", "M", "㍾"]),
    ("taisho", ["大正", "T", "㍽"]),
    ("showa", ["昭和", "S", "㍼"]),
    ("heisei", ["平成", "H", "㍻"]),
    ("reiwa", ["令和", "R", "㋿"]),
];

/// The day as ISO.
pub fn iso(text: &str) -> Option<String> {
    let date = date(text)?;
    Some(format!(
        "{:04}-{:02}-{:02}",
        date.era_year().year,
        date.month().ordinal,
        date.day_of_month().0
    ))
}

/// The day.
pub fn date(text: &str) -> Option<Date<Iso>> {
    let narrow: String = text
        .chars()
        .map(|letter| match letter {
            '！'..='～' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
            _ => letter,
        })
        .collect::<String>()
        .to_uppercase();
    let (era, rest) = ERAS
        .iter()
        .find_map(|(code, names)| {
            names
                .iter()
                .find_map(|name| narrow.strip_prefix(name))
                .map(|rest| (Some(*code), rest))
        })
        .unwrap_or((None, narrow.as_str()));
    let rest = rest.replace('元', "1");
    let mut numbers = rest
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|part| !part.is_empty());
    let year: i32 = numbers.next()?.parse().ok()?;
    let month: u8 = numbers.next()?.parse().ok()?;
    let day: u8 = numbers.next()?.parse().ok()?;
    if numbers.next().is_some() {
        return None;
    }
    match era {
        Some(code) => {
            let date =
                Date::try_new_japanese_with_calendar(code, year, month, day, Japanese::new());
            // The calendar takes days outside the era and names them by another.
            let date = date.ok()?;
            (date.era_year().era == code).then(|| date.to_calendar(Iso))
        }
        None => Date::try_new_iso(year, month, day).ok(),
    }
}
