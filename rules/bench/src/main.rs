//! Reads a list of notations (`notations.py`) with each Rust parser; prints what each
//! got right and how long it took. `parsers-bench LIST`

mod icu;

use std::hint::black_box;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::time::Instant;

use chrono::Datelike as _;

/// The day the list was made for.
const TODAY: &str = "2026-11-22";

/// A parser: the day as ISO, or nothing.
type Parse = dyn Fn(&str) -> Option<String>;

/// The parser without printing what it read, for the time.
type Read = dyn Fn(&str) -> bool;

struct Line {
    input: String,
    want: Option<String>,
}

fn main() {
    let file = std::env::args().nth(1).expect("a list");
    let list = lines(&std::fs::read_to_string(file).expect("the list can be read"));
    let today = TODAY.parse().expect("a day");
    // A peer that panics refuses.
    set_hook(Box::new(|_| {}));
    println!(
        "{:<42} {:>6} {:>6} {:>8} {:>10}",
        "native", "right", "wrong", "refused", "median ns"
    );
    measure(
        "shinsei rules::BirthDate",
        &list,
        5000,
        &move |text| {
            rules::BirthDate::parse(text, today)
                .ok()
                .map(|date| date.iso())
        },
        &move |text| rules::BirthDate::parse(text, today).is_ok(),
    );
    measure(
        "icu_calendar 2 behind a plain scanner",
        &list,
        5000,
        &icu::iso,
        &|text| icu::date(text).is_some(),
    );
    measure(
        "wareki-conv 0.2",
        &list,
        3,
        &|text| wareki_conv(text).map(iso),
        &|text| wareki_conv(text).is_some(),
    );
}

fn lines(text: &str) -> Vec<Line> {
    text.lines()
        .map(|line| {
            let value: serde_json::Value = serde_json::from_str(line).expect("a JSON line");
            Line {
                input: value["input"].as_str().expect("an input").to_owned(),
                want: value["want"].as_str().map(str::to_owned),
            }
        })
        .collect()
}

/// `wrong`: another day than was meant, or a day where there is none. `refused`: no
/// day where there is one.
fn measure(name: &str, list: &[Line], times: u32, parse: &Parse, read: &Read) {
    let guarded = |text: &str| {
        catch_unwind(AssertUnwindSafe(|| parse(text)))
            .ok()
            .flatten()
    };
    let (mut right, mut wrong, mut refused) = (0, 0, 0);
    for line in list {
        match (guarded(&line.input), &line.want) {
            (told, want) if told == *want => right += 1,
            (Some(_), _) => wrong += 1,
            (None, _) => refused += 1,
        }
    }
    let mut nanoseconds: Vec<f64> = list
        .iter()
        .map(|line| time(&line.input, times, read))
        .collect();
    nanoseconds.sort_by(f64::total_cmp);
    let median = nanoseconds[nanoseconds.len() / 2];
    println!("{name:<42} {right:>6} {wrong:>6} {refused:>8} {median:>10.0}");
}

fn time(text: &str, times: u32, read: &Read) -> f64 {
    let start = Instant::now();
    for _ in 0..times {
        let _ = black_box(catch_unwind(AssertUnwindSafe(|| read(black_box(text)))));
    }
    start.elapsed().as_secs_f64() * 1e9 / f64::from(times)
}

fn wareki_conv(text: &str) -> Option<chrono::DateTime<chrono::Utc>> {
    wareki_conv::conv::convert(text).ok().flatten()
}

fn iso(day: chrono::DateTime<chrono::Utc>) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}
