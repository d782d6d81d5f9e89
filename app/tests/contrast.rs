//! Colours of the style sheet, compared as WCAG 2.2 compares them: text needs
//! 4.5 : 1 (1.4.3), borders and signs that mean something 3 : 1 (1.4.11).

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at what it cannot read"
)]

use std::collections::HashMap;

const TOKENS: &str = include_str!("../../style/tokens.css");
const BASE: &str = include_str!("../../style/base.css");

/// Words on their ground, by the roles of `base.css`.
const TEXT: [(&str, &str); 27] = [
    ("ink", "paper"),
    ("ink", "wash"),
    ("ink", "demo"),
    ("ink", "accent-wash"),
    ("ink", "good-wash"),
    ("ink", "error-wash"),
    ("ink-soft", "paper"),
    ("ink-soft", "wash"),
    ("ink-soft", "accent-wash"),
    ("ink-soft", "good-wash"),
    ("accent", "paper"),
    ("accent-strong", "paper"),
    ("accent-strong", "wash"),
    ("accent-strong", "demo"),
    ("accent-strong", "accent-wash"),
    ("accent-deep", "paper"),
    ("paper", "accent"),
    ("paper", "accent-strong"),
    ("paper", "accent-deep"),
    ("paper", "ink"),
    ("link-visited", "paper"),
    ("link-visited", "wash"),
    ("error", "paper"),
    ("error", "error-wash"),
    ("good", "paper"),
    ("good", "good-wash"),
    ("warn", "paper"),
];

/// Borders, signs and rings beside their ground.
const SHAPES: [(&str, &str); 7] = [
    ("line-control", "paper"),
    ("line-control", "wash"),
    ("accent", "line"),
    ("error", "paper"),
    ("good", "paper"),
    ("focus", "paper"),
    ("focus", "focus-halo"),
];

/// The custom properties of a style sheet, references followed.
fn colours() -> HashMap<String, String> {
    let lines = TOKENS.lines().chain(BASE.lines());
    let given: HashMap<&str, &str> = lines
        .filter_map(|line| {
            line.trim()
                .strip_prefix("--")?
                .strip_suffix(';')?
                .split_once(": ")
        })
        .collect();
    given
        .keys()
        .map(|name| ((*name).to_owned(), follow(&given, name)))
        .collect()
}

fn follow(given: &HashMap<&str, &str>, name: &str) -> String {
    let value = given
        .get(name)
        .unwrap_or_else(|| panic!("--{name} is not given"));
    match value
        .strip_prefix("var(--")
        .and_then(|rest| rest.strip_suffix(')'))
    {
        Some(next) => follow(given, next),
        None => (*value).to_owned(),
    }
}

/// Relative luminance of `#rrggbb`.
fn luminance(colour: &str) -> f64 {
    let digits = colour
        .strip_prefix('#')
        .filter(|rest| rest.len() == 6)
        .expect("a colour");
    let part = |at: usize| {
        let value = u8::from_str_radix(&digits[at..at + 2], 16).expect("hexadecimal digits");
        let share = f64::from(value) / 255.0;
        if share <= 0.04045 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn each_reaches(pairs: &[(&str, &str)], least: f64) {
    let colours = colours();
    for (front, ground) in pairs {
        let found = contrast(&colours[*front], &colours[*ground]);
        assert!(found >= least, "{front} on {ground} has {found:.2} : 1");
    }
}

#[test]
fn black_on_white_is_21_to_1() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 0.001);
}

#[test]
fn every_text_can_be_read_on_its_ground() {
    each_reaches(&TEXT, 4.5);
}

#[test]
fn every_border_and_sign_can_be_seen() {
    each_reaches(&SHAPES, 3.0);
}
