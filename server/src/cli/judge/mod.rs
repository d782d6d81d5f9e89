//! `shinsei birth-date` and `shinsei check`: the rules, asked from a shell.
//!
//! Neither needs a configuration, a database or the network.

mod asked;
mod lines;
mod verdict;

use std::ffi::OsString;
use std::io::{self, Read as _};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use rules::CivilDate;

use super::Failure;
use crate::clock::{Clock as _, SystemClock};
use verdict::Verdict;

/// Bytes of one text, or of one line, that are read at all.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

#[derive(Debug, Args)]
#[command(after_help = BIRTH_DATE_HELP)]
pub(super) struct BirthDateArguments {
    /// Judge as on this day in Japan [default: the day it is]
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<CivilDate>,
    #[command(flatten)]
    source: Source,
}

#[derive(Debug, Args)]
#[command(after_help = CHECK_HELP)]
pub(super) struct CheckArguments {
    /// What the text is to be
    field: Field,
    #[command(flatten)]
    source: Source,
}

/// Where the texts come from.
#[derive(Debug, Args)]
struct Source {
    /// The text; without it, standard input is the text
    #[arg(allow_hyphen_values = true, conflicts_with = "jsonl")]
    text: Option<OsString>,
    /// Read {"id":…,"input":"…"} from standard input, one a line, and answer each at once
    #[arg(long)]
    jsonl: bool,
}

/// A field that has rules of its own.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Field {
    /// Contact name (メール連絡用氏名)
    Name,
    /// Mail address
    Mail,
    /// Application ID (申請書ID), 23 digits
    ApplicationId,
}

const BIRTH_DATE_HELP: &str = r#"Prints one line of JSON for each text:
  {"ok":"1998-01-01"}                    a date
  {"partial":"1921-00-00"}               a date of which a part is unknown, with the register's codes
  {"err":"KIND"}                         no birth date; KIND is one of
    empty         nothing but blanks
    syntax        cannot be read as one date: other signs, a part missing, two-digit Western year,
                  day or month first, two calendars that contradict each other
    no_such_date  the month or the day does not exist
    era_range     the era has no such day
    future        not yet
    too_old       over 125 years ago
  {"err":"era_range","suggestion":"1989-01-08"}   what was most likely meant

With --jsonl each answer begins with the "id" of its line, whatever JSON that is. A line that is not of
the form gives {"line":3,"err":"syntax","reason":"malformed"}, and the next one is read.

Exit status: 0 the text is a birth date, or all lines were of the form; 1 the text is refused, or a line
was malformed; 2 wrong usage.

  shinsei birth-date 平成10年1月1日
  shinsei birth-date --today 2026-11-22 --jsonl < dates.jsonl"#;

const CHECK_HELP: &str = r#"Prints one line of JSON for each text:
  {"ok":"normalised"}     as it would be kept
  {"err":"KIND"}          KIND is one of
    empty     nothing but blanks
    control   a control character, or one that cannot be seen
    charset   a character the field cannot hold
    length    too long, or another number of digits
    syntax    put together wrongly
  {"ok":"taro@gmial.com","suggestion":"taro@gmail.com"}   taken, but probably a slip of the finger
  {"err":"syntax","reason":"individual_number"}           holds an individual number (個人番号)

With --jsonl each answer begins with the "id" of its line, whatever JSON that is. A line that is not of
the form gives {"line":3,"err":"syntax","reason":"malformed"}, and the next one is read.

Exit status: 0 the text is taken, or all lines were of the form; 1 the text is refused, or a line was
malformed; 2 wrong usage.

  shinsei check mail taro@example.jp
  shinsei check application-id --jsonl < ids.jsonl"#;

pub(super) fn birth_date(arguments: &BirthDateArguments) -> Result<ExitCode, Failure> {
    let today = arguments
        .today
        .unwrap_or_else(|| SystemClock.now().japan_day());
    answer(&arguments.source, |text| verdict::birth_date(text, today))
}

pub(super) fn check(arguments: &CheckArguments) -> Result<ExitCode, Failure> {
    let judge = match arguments.field {
        Field::Name => verdict::name,
        Field::Mail => verdict::mail,
        Field::ApplicationId => verdict::application_id,
    };
    answer(&arguments.source, judge)
}

/// Judges one text, or every line of standard input.
fn answer(source: &Source, judge: impl Fn(&str) -> Verdict) -> Result<ExitCode, Failure> {
    let fine = if source.jsonl {
        lines::answer(io::stdin().lock(), io::stdout().lock(), judge)?
    } else {
        let verdict = match &source.text {
            Some(text) => judge(&text.to_string_lossy()),
            None => judge(&whole_input()?),
        };
        super::output::line(&serde_json::to_string(&verdict)?);
        verdict.is_taken()
    };
    Ok(if fine {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Standard input as one text. What is no UTF-8 becomes U+FFFD, which no field holds.
fn whole_input() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .take(MOST_BYTES)
        .read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
