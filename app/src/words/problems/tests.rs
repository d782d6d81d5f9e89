//! Every problem in words.

use rules::{
    AgeProblem, ApplicationIdProblem, BirthDate, BirthDateProblem, BrailleNameProblem, CodeProblem,
    ContactNameProblem, Era, MailAddressProblem, ReceiptNumberProblem,
};

use super::*;
use crate::words::ja::WORDS;

fn said(field: Field, found: impl Into<Problem>) -> String {
    WORDS.problem(&FormProblem {
        field,
        problem: found.into(),
    })
}

fn of_numbers() -> Vec<Problem> {
    let codes = [
        CodeProblem::Empty,
        CodeProblem::Length { count: 4 },
        CodeProblem::Character('あ'),
        CodeProblem::Control('\u{200b}'),
    ];
    let ids = [
        ApplicationIdProblem::Empty,
        ApplicationIdProblem::Length { count: 22 },
        ApplicationIdProblem::Character('O'),
        ApplicationIdProblem::Control('\u{200b}'),
        ApplicationIdProblem::IndividualNumber,
    ];
    let receipts = [
        ReceiptNumberProblem::Empty,
        ReceiptNumberProblem::Length { count: 11 },
        ReceiptNumberProblem::Character('!'),
        ReceiptNumberProblem::Control('\u{200b}'),
        ReceiptNumberProblem::Mistyped,
    ];
    let codes = codes
        .into_iter()
        .flat_map(|it| [Problem::Captcha(it), Problem::DeviceCode(it)]);
    codes
        .chain(ids.map(Problem::from))
        .chain(receipts.map(Problem::from))
        .collect()
}

fn of_names() -> Vec<Problem> {
    let names = [
        ContactNameProblem::Empty,
        ContactNameProblem::TooLong {
            count: 51,
            most: 50,
        },
        ContactNameProblem::Character('𠮷'),
        ContactNameProblem::Control('\u{200b}'),
        ContactNameProblem::Variant('葛'),
        ContactNameProblem::NoLetter,
        ContactNameProblem::IndividualNumber,
        ContactNameProblem::SiteAddress {
            before: 't',
            after: 'J',
        },
        ContactNameProblem::SiteWord,
    ];
    let readings = [
        BrailleNameProblem::Empty,
        BrailleNameProblem::TooLong { count: 51 },
        BrailleNameProblem::Character('番'),
        BrailleNameProblem::Control('\u{200b}'),
        BrailleNameProblem::Mark('ー'),
    ];
    names
        .map(Problem::from)
        .into_iter()
        .chain(readings.map(Problem::from))
        .collect()
}

fn of_mail() -> Vec<Problem> {
    let mails = [
        MailAddressProblem::Empty,
        MailAddressProblem::TooLong { count: 101 },
        MailAddressProblem::Character(' '),
        MailAddressProblem::Character('あ'),
        MailAddressProblem::Control('\u{200b}'),
        MailAddressProblem::AtMissing,
        MailAddressProblem::AtTwice,
        MailAddressProblem::LocalMissing,
        MailAddressProblem::LocalTooLong,
        MailAddressProblem::Dots,
        MailAddressProblem::Domain,
        MailAddressProblem::IpAddress,
        MailAddressProblem::InternationalDomain,
        MailAddressProblem::IndividualNumber,
    ];
    mails.map(Problem::from).to_vec()
}

fn of_dates() -> Vec<Problem> {
    let meant = BirthDate::from_register("1989-01-08").ok();
    let dates = [
        BirthDateProblem::Empty,
        BirthDateProblem::EraMissing,
        BirthDateProblem::YearMissing,
        BirthDateProblem::MonthMissing,
        BirthDateProblem::DayMissing,
        BirthDateProblem::MonthKnownAndUnknown,
        BirthDateProblem::DayKnownAndUnknown,
        BirthDateProblem::Syntax,
        BirthDateProblem::TwoDigitYear,
        BirthDateProblem::YearLast,
        BirthDateProblem::EraConflict,
        BirthDateProblem::Contradiction,
        BirthDateProblem::MonthRange,
        BirthDateProblem::NoSuchDate { last_day: 28 },
        BirthDateProblem::EraRange {
            era: Era::Showa,
            suggestion: meant,
        },
        BirthDateProblem::EraRange {
            era: Era::Meiji,
            suggestion: None,
        },
        BirthDateProblem::Future,
        BirthDateProblem::TooOld,
    ];
    let ages = [
        AgeProblem::NeedsRepresentative,
        AgeProblem::NotUnderOne,
        AgeProblem::NotChild,
    ];
    dates
        .map(Problem::from)
        .into_iter()
        .chain(ages.map(Problem::from))
        .collect()
}

fn others() -> Vec<Problem> {
    vec![
        Problem::ApplicationIdUnknown,
        Problem::MailAgainEmpty,
        Problem::MailDifferent,
        Problem::CaptchaWrong,
        Problem::CaptchaExpired,
        Problem::CodeWrong,
        Problem::CodeOver,
        Problem::Photo(Finding::TooManyBytes { bytes: 8_000_000 }),
        Problem::BirthDateMismatch { tries_left: 4 },
        Problem::BirthDateMismatch { tries_left: 0 },
        Problem::BirthDateLocked,
        Problem::PhotoNotTaken,
        Problem::StatusNotFound,
        Problem::TooMany { wait_seconds: 600 },
    ]
}

/// Every problem in words, those of unanswered questions for each field.
fn everything_said() -> Vec<String> {
    let found = [of_numbers(), of_names(), of_mail(), of_dates(), others()].concat();
    let found = found
        .into_iter()
        .map(|found| said(Field::ApplicationId, found));
    let unanswered = Field::ALL
        .iter()
        .map(|field| said(*field, Problem::Required));
    found.chain(unanswered).collect()
}

#[test]
fn every_problem_ends_as_a_sentence_that_asks_or_tells() {
    for words in everything_said() {
        let last = words
            .strip_suffix('。')
            .unwrap_or_else(|| panic!("no sentence: {words}"));
        let is_polite = ["です", "ます", "ません", "ください", "ました", "ましょう"];
        assert!(is_polite.iter().any(|end| last.ends_with(end)), "{words}");
    }
}

#[test]
fn no_sentence_is_long_and_none_blames() {
    for words in everything_said() {
        for sentence in words.split_inclusive('。') {
            assert!(sentence.chars().count() <= 50, "{sentence}");
        }
        for blame in ["不正", "無効", "エラーが発生", "間違え", "忘れ"] {
            assert!(!words.contains(blame), "{words}");
        }
    }
}

#[test]
fn a_character_that_cannot_be_taken_is_named_unless_nobody_can_see_it() {
    assert!(said(Field::ContactName, ContactNameProblem::Character('𠮷')).contains("「𠮷」"));
    assert!(said(Field::Mail, MailAddressProblem::Character('あ')).contains("「あ」"));
    let unseen = said(
        Field::ApplicationId,
        ApplicationIdProblem::Control('\u{200b}'),
    );
    assert!(
        unseen.contains("目に見えない文字") && !unseen.contains('\u{200b}'),
        "{unseen}"
    );
}

#[test]
fn a_mismatch_never_says_which_part_is_wrong_and_counts_the_tries() {
    let words = said(
        Field::BirthDate,
        Problem::BirthDateMismatch { tries_left: 4 },
    );
    assert!(
        words.contains("申請書IDと生年月日") && words.contains("あと4回"),
        "{words}"
    );
    let last = said(
        Field::BirthDate,
        Problem::BirthDateMismatch { tries_left: 0 },
    );
    assert!(!last.contains("あと"), "{last}");
}

#[test]
fn a_name_like_an_address_comes_with_the_form_that_is_taken() {
    let words = said(
        Field::ContactName,
        ContactNameProblem::SiteAddress {
            before: 't',
            after: 'J',
        },
    );
    assert!(
        words.contains("「t.J」") && words.contains("「t. J」"),
        "{words}"
    );
}
