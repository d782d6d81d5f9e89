//! What is wrong with one field.

use serde::{Deserialize, Serialize};

use super::Field;
use crate::photo::Finding;
use crate::{
    AgeProblem, ApplicationIdProblem, BirthDateProblem, BrailleNameProblem, CodeProblem,
    ContactNameProblem, MailAddressProblem, MailPairProblem, ReceiptNumberProblem,
};

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Problem {
    /// A box is not ticked, or no choice is made.
    Required,
    /// The application ID.
    ApplicationId(ApplicationIdProblem),
    /// No form has this application ID, or it cannot be used any more.
    ApplicationIdUnknown,
    /// The contact name.
    ContactName(ContactNameProblem),
    /// The mail address.
    Mail(MailAddressProblem),
    /// The second box of the mail address is empty.
    MailAgainEmpty,
    /// The two boxes of the mail address differ.
    MailDifferent,
    /// The form of the CAPTCHA answer.
    Captcha(CodeProblem),
    /// The CAPTCHA answer is another one.
    CaptchaWrong,
    /// The picture was shown too long ago.
    CaptchaExpired,
    /// The form of the device code.
    DeviceCode(CodeProblem),
    /// The device code is another one.
    CodeWrong,
    /// The device code was tried too often, is used or too old: only a new one helps.
    CodeOver,
    /// What refuses the photo.
    Photo(Finding),
    /// The birth date.
    BirthDate(BirthDateProblem),
    /// It is not the birth date the office holds.
    BirthDateMismatch {
        /// How often it may still be tried.
        tries_left: u8,
    },
    /// It was tried so often in all that only the office opens the form again.
    BirthDateLocked,
    /// A child under 15 needs a legal representative.
    AgeNeedsRepresentative,
    /// The child is not under one year of age.
    AgeNotUnderOne,
    /// The person is no child under 15.
    AgeNotChild,
    /// The reading for the braille.
    Braille(BrailleNameProblem),
    /// The receipt number.
    ReceiptNumber(ReceiptNumberProblem),
    /// No application has this receipt number and this birth date.
    StatusNotFound,
    /// The photo did not arrive whole, or there was no room to take it in; it may be as it should.
    PhotoNotTaken,
    /// It was tried too often.
    TooMany {
        /// Seconds until it may be tried again.
        wait_seconds: u32,
    },
}

/// A field and what is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormProblem {
    /// The field.
    pub field: Field,
    /// What is wrong.
    pub problem: Problem,
}

impl FormProblem {
    /// The `id` of the control to be corrected: that of the field, or of the part of
    /// the birth date that is wrong.
    pub const fn control(&self) -> &'static str {
        if let Problem::BirthDate(problem) = self.problem {
            birth_date_control(problem)
        } else {
            self.field.id()
        }
    }
}

const fn birth_date_control(problem: BirthDateProblem) -> &'static str {
    match problem {
        BirthDateProblem::YearMissing
        | BirthDateProblem::TwoDigitYear
        | BirthDateProblem::YearLast
        | BirthDateProblem::Syntax
        | BirthDateProblem::Future
        | BirthDateProblem::TooOld => "birth_date_year",
        BirthDateProblem::MonthMissing
        | BirthDateProblem::MonthKnownAndUnknown
        | BirthDateProblem::MonthRange => "birth_date_month",
        BirthDateProblem::DayMissing
        | BirthDateProblem::DayKnownAndUnknown
        | BirthDateProblem::NoSuchDate { .. } => "birth_date_day",
        BirthDateProblem::Empty
        | BirthDateProblem::EraMissing
        | BirthDateProblem::EraConflict
        | BirthDateProblem::Contradiction
        | BirthDateProblem::EraRange { .. } => "birth_date_era",
    }
}

/// Wraps the problem of one module.
macro_rules! wraps {
    ($($variant:ident($problem:ident)),+ $(,)?) => {$(
        impl From<$problem> for Problem {
            fn from(problem: $problem) -> Self {
                Self::$variant(problem)
            }
        }
    )+};
}

wraps!(
    ApplicationId(ApplicationIdProblem),
    ContactName(ContactNameProblem),
    Mail(MailAddressProblem),
    Photo(Finding),
    BirthDate(BirthDateProblem),
    Braille(BrailleNameProblem),
    ReceiptNumber(ReceiptNumberProblem),
);

impl From<AgeProblem> for Problem {
    fn from(problem: AgeProblem) -> Self {
        match problem {
            AgeProblem::NeedsRepresentative => Self::AgeNeedsRepresentative,
            AgeProblem::NotUnderOne => Self::AgeNotUnderOne,
            AgeProblem::NotChild => Self::AgeNotChild,
        }
    }
}

impl From<MailPairProblem> for FormProblem {
    fn from(problem: MailPairProblem) -> Self {
        let (field, problem) = match problem {
            MailPairProblem::First(problem) => (Field::Mail, Problem::Mail(problem)),
            MailPairProblem::AgainEmpty => (Field::MailAgain, Problem::MailAgainEmpty),
            MailPairProblem::Different => (Field::MailAgain, Problem::MailDifferent),
        };
        Self { field, problem }
    }
}
