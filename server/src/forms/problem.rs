//! What can be wrong with a list of forms, in the words of the command line.

use std::io;

use rules::{ApplicationIdProblem, BirthDateProblem};

use super::limits::{FILE_LIMIT, LINE_LIMIT, PROBLEMS_LIMIT};

/// What is wrong, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct LineProblem {
    /// Counted from 1. Where the file as a whole is wrong, the line that shows it.
    pub line: usize,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with a line. Holds no birth date and no application ID.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The file has more than [`FILE_LIMIT`] bytes.
    #[error("the file is larger than {} MiB; split it", FILE_LIMIT / (1024 * 1024))]
    FileTooLarge,
    /// Reading stopped here.
    #[error("the file could not be read further: {0}")]
    Unreadable(io::ErrorKind),
    /// Neither UTF-8 nor `Shift_JIS`.
    #[error("the text is neither UTF-8 nor Shift_JIS; save the list as CSV in UTF-8")]
    Encoding,
    /// The line has this many bytes, more than [`LINE_LIMIT`].
    #[error("the line has {0} bytes; at most {LINE_LIMIT} are read")]
    LineTooLong(usize),
    /// The line has this many columns, not two.
    #[error("two columns are needed (application ID, birth date), not {0}")]
    Columns(usize),
    /// A spreadsheet turned the ID into a rounded number.
    #[error(
        "the application ID was rounded by a spreadsheet (1.23E+22); \
         export the list again with that column as text"
    )]
    RoundedId,
    /// A program took the ID for a number and lost its last digits: it would be another's.
    #[error(
        "a spreadsheet or another program took the application ID for a number, and its last digits \
         are lost; export the list again with that column as text"
    )]
    LostDigits,
    /// No application ID.
    #[error("{}", id_words(*.0))]
    ApplicationId(ApplicationIdProblem),
    /// No birth date; the words say why.
    #[error("{0}")]
    BirthDate(&'static str),
    /// The same application ID stands on an earlier line with another birth date.
    #[error(
        "the application ID of line {first} again, with another birth date; neither line is taken"
    )]
    OtherBirthDate {
        /// Line it was first read from.
        first: usize,
    },
    /// The rest of the file was not read.
    #[error("{PROBLEMS_LIMIT} problems; the rest of the list was not read")]
    TooMany,
}

impl Problem {
    /// Only the words are kept: [`BirthDateProblem`] may carry the date it proposes.
    pub(super) fn birth_date(problem: BirthDateProblem) -> Self {
        use BirthDateProblem as Wrong;
        Self::BirthDate(match problem {
            Wrong::Empty => "the birth date is missing",
            Wrong::EraMissing => "the birth date has a Japanese year but no era",
            Wrong::YearMissing => "the birth date has no year",
            Wrong::MonthMissing => "the birth date has no month; write 00 if it is unknown",
            Wrong::DayMissing => "the birth date has no day; write 00 if it is unknown",
            // Of boxes that are ticked; a list has none.
            Wrong::MonthKnownAndUnknown => "the month of the birth date is known and unknown",
            Wrong::DayKnownAndUnknown => "the day of the birth date is known and unknown",
            Wrong::Syntax => "the birth date cannot be read; write it like 1998-03-27",
            Wrong::TwoDigitYear => "the year of the birth date has two digits and no era",
            Wrong::YearLast => "the birth date must begin with the year",
            Wrong::EraConflict => "the birth date names two different eras",
            Wrong::Contradiction => "the birth date names two different years or days",
            Wrong::MonthRange => "the month of the birth date is not 1 to 12",
            Wrong::NoSuchDate { .. } => "the birth date is no day of the calendar",
            Wrong::EraRange { .. } => "the era of the birth date has no such day",
            Wrong::Future => "the birth date is in the future",
            Wrong::TooOld => "the birth date is too long ago",
        })
    }
}

fn id_words(problem: ApplicationIdProblem) -> String {
    match problem {
        ApplicationIdProblem::Empty => "the application ID is missing".to_owned(),
        ApplicationIdProblem::Length { count } => {
            format!("the application ID has {count} digits; it must have 23")
        }
        ApplicationIdProblem::Character(character) => {
            format!("the application ID holds “{character}”; only digits belong there")
        }
        ApplicationIdProblem::Control(character) => {
            let shown = character.escape_unicode();
            format!("the application ID holds an invisible character ({shown})")
        }
        ApplicationIdProblem::IndividualNumber => {
            "an individual number (個人番号) stands in the place of the application ID; \
             this service must not hold it"
                .to_owned()
        }
    }
}
