//! What single values may be.

use super::*;

#[test]
fn a_base_url_is_scheme_and_host_only() {
    for (text, shown) in [
        ("https://card.example.jp", "https://card.example.jp"),
        ("https://card.example.jp/", "https://card.example.jp"),
        ("http://127.0.0.1:3000", "http://127.0.0.1:3000"),
    ] {
        assert_eq!(text.parse::<BaseUrl>().unwrap().as_str(), shown);
    }
    for text in [
        "https://h/x",
        "https://h/?q",
        "https://h/#f",
        "https://u@h/",
        "ftp://h",
        "h",
        "",
        "https://",
    ] {
        assert!(text.parse::<BaseUrl>().is_err(), "{text}");
    }
}

#[test]
fn a_line_is_one_line() {
    for text in [
        "a\r\nBcc: x",
        "a\nb",
        "a\0",
        "a\u{85}b",
        "a\u{2028}b",
        "\u{7f}",
    ] {
        assert_eq!(Line::parse(text), Err(LineProblem::Control), "{text:?}");
    }
    for text in ["", "  ", "\u{3000}"] {
        assert_eq!(Line::parse(text), Err(LineProblem::Empty), "{text:?}");
    }
    assert_eq!(Line::parse(&"あ".repeat(201)), Err(LineProblem::TooLong));
    assert_eq!(Line::parse(" 住民課 ").unwrap().as_str(), "住民課");
}

#[test]
fn the_words_that_come_with_the_program_are_lines() {
    let office = Office::default();
    for line in [
        &office.name,
        &office.phone,
        &office.hours,
        &Mail::default().received_subject,
    ] {
        assert_eq!(Line::parse(line.as_str()).as_ref(), Ok(line));
    }
}
