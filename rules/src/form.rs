//! The fields of the nine steps, and what can be wrong with them.

use serde::{Deserialize, Serialize};

use crate::photo::Finding;
use crate::{
    AgeProblem, ApplicationIdProblem, BirthDateProblem, BrailleNameProblem, CodeProblem,
    ContactNameProblem, MailAddressProblem, MailPairProblem, ReceiptNumberProblem,
};

/// A field of a form, in the order in which the steps show them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Field {
    /// 申請書ID.
    ApplicationId,
    /// The tick that the applicant is 15 or a legal representative.
    Adult,
    /// The tick that the terms are agreed to.
    Consent,
    /// Who applies.
    Applicant,
    /// Whether the child is under one year of age.
    UnderOne,
    /// メール連絡用氏名.
    ContactName,
    /// メールアドレス.
    Mail,
    /// メールアドレス, again.
    MailAgain,
    /// 画像認証.
    Captcha,
    /// 認証番号.
    DeviceCode,
    /// 顔写真.
    Photo,
    /// The tick under the photo.
    PhotoDeclaration,
    /// 受付番号, which the status page asks for before the birth date.
    ReceiptNumber,
    /// 生年月日.
    BirthDate,
    /// 電子証明書.
    Certificates,
    /// 氏名の点字表記.
    Braille,
    /// The tick under the details.
    DetailsDeclaration,
    /// The tick before sending in.
    SubmitDeclaration,
}

impl Field {
    /// All fields, in page order.
    pub const ALL: [Self; 18] = [
        Self::ApplicationId,
        Self::Adult,
        Self::Consent,
        Self::Applicant,
        Self::UnderOne,
        Self::ContactName,
        Self::Mail,
        Self::MailAgain,
        Self::Captcha,
        Self::DeviceCode,
        Self::Photo,
        Self::PhotoDeclaration,
        Self::ReceiptNumber,
        Self::BirthDate,
        Self::Certificates,
        Self::Braille,
        Self::DetailsDeclaration,
        Self::SubmitDeclaration,
    ];

    /// The `name` of the control, and the `id` of the one that takes the focus. The
    /// birth date has four controls, whose names go on from this one: see
    /// [`FormProblem::control`].
    pub const fn id(self) -> &'static str {
        match self {
            Self::ApplicationId => "application_id",
            Self::Adult => "adult",
            Self::Consent => "consent",
            Self::Applicant => "applicant",
            Self::UnderOne => "under_one",
            Self::ContactName => "contact_name",
            Self::Mail => "mail",
            Self::MailAgain => "mail_again",
            Self::Captcha => "captcha",
            Self::DeviceCode => "device_code",
            Self::Photo => "photo",
            Self::PhotoDeclaration => "photo_declaration",
            Self::BirthDate => "birth_date_era",
            Self::Certificates => "certificates",
            Self::Braille => "braille",
            Self::DetailsDeclaration => "details_declaration",
            Self::SubmitDeclaration => "submit_declaration",
            Self::ReceiptNumber => "receipt_number",
        }
    }
}

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
    /// The device code is another one, used or too old.
    CodeWrong,
    /// What refuses the photo.
    Photo(Finding),
    /// The birth date.
    BirthDate(BirthDateProblem),
    /// It is not the birth date the office holds.
    BirthDateMismatch {
        /// How often it may still be tried.
        tries_left: u8,
    },
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
        match self.problem {
            Problem::BirthDate(problem) => birth_date_control(problem),
            _ => self.field.id(),
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
        BirthDateProblem::MonthMissing | BirthDateProblem::MonthRange => "birth_date_month",
        BirthDateProblem::DayMissing | BirthDateProblem::NoSuchDate { .. } => "birth_date_day",
        BirthDateProblem::Empty
        | BirthDateProblem::EraMissing
        | BirthDateProblem::EraConflict
        | BirthDateProblem::Contradiction
        | BirthDateProblem::EraRange { .. } => "birth_date_era",
    }
}

/// Everything that is wrong with a form, in page order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<FormProblem>", into = "Vec<FormProblem>")]
pub struct FormProblems(Vec<FormProblem>);

impl FormProblems {
    /// No problem yet.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// One problem.
    pub fn one(field: Field, problem: impl Into<Problem>) -> Self {
        Self(vec![FormProblem {
            field,
            problem: problem.into(),
        }])
    }

    /// Adds a problem at its place in page order; of the same field the first found
    /// stays first.
    pub fn add(&mut self, field: Field, problem: impl Into<Problem>) {
        let place = self.0.partition_point(|known| known.field <= field);
        self.0.insert(
            place,
            FormProblem {
                field,
                problem: problem.into(),
            },
        );
    }

    /// Keeps the value of a field, or adds what is wrong with it.
    pub fn take<T, P: Into<Problem>>(&mut self, field: Field, read: Result<T, P>) -> Option<T> {
        read.map_err(|problem| self.add(field, problem)).ok()
    }

    /// Adds [`Problem::Required`] unless a box is ticked.
    pub fn require(&mut self, field: Field, ticked: bool) {
        if !ticked {
            self.add(field, Problem::Required);
        }
    }

    /// What is wrong with a field first of all.
    pub fn of(&self, field: Field) -> Option<Problem> {
        self.0
            .iter()
            .find(|known| known.field == field)
            .map(|known| known.problem)
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many problems there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The problems in page order.
    pub fn iter(&self) -> core::slice::Iter<'_, FormProblem> {
        self.0.iter()
    }

    /// Fine if nothing is wrong.
    ///
    /// # Errors
    /// The problems themselves.
    pub fn into_result(self) -> Result<(), Self> {
        if self.is_empty() { Ok(()) } else { Err(self) }
    }
}

impl From<Vec<FormProblem>> for FormProblems {
    fn from(mut problems: Vec<FormProblem>) -> Self {
        problems.sort_by_key(|known| known.field);
        Self(problems)
    }
}

impl From<FormProblems> for Vec<FormProblem> {
    fn from(problems: FormProblems) -> Self {
        problems.0
    }
}

impl<'a> IntoIterator for &'a FormProblems {
    type Item = &'a FormProblem;
    type IntoIter = core::slice::Iter<'a, FormProblem>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_stand_in_page_order_however_they_are_found() {
        let mut problems = FormProblems::new();
        problems.add(Field::Captcha, Problem::CaptchaWrong);
        problems.require(Field::Consent, false);
        problems.add(Field::Mail, MailAddressProblem::AtMissing);
        problems.add(Field::Mail, MailAddressProblem::Domain);
        problems.require(Field::Adult, true);
        let order: Vec<_> = problems.iter().map(|known| known.field).collect();
        assert_eq!(
            order,
            [Field::Consent, Field::Mail, Field::Mail, Field::Captcha]
        );
        assert_eq!(
            problems.of(Field::Mail),
            Some(Problem::Mail(MailAddressProblem::AtMissing))
        );
        assert!(problems.into_result().is_err());
    }

    #[test]
    fn every_field_has_an_id_of_its_own() {
        for (place, field) in Field::ALL.iter().enumerate() {
            assert!(
                Field::ALL[place + 1..]
                    .iter()
                    .all(|other| other.id() != field.id() && other > field)
            );
        }
    }

    #[test]
    fn the_wrong_part_of_the_birth_date_takes_the_focus() {
        let control = |problem| {
            FormProblem {
                field: Field::BirthDate,
                problem: Problem::BirthDate(problem),
            }
            .control()
        };
        assert_eq!(control(BirthDateProblem::MonthRange), "birth_date_month");
        assert_eq!(
            control(BirthDateProblem::NoSuchDate { last_day: 28 }),
            "birth_date_day"
        );
        assert_eq!(control(BirthDateProblem::EraMissing), "birth_date_era");
        let mismatch = FormProblem {
            field: Field::BirthDate,
            problem: Problem::BirthDateMismatch { tries_left: 4 },
        };
        assert_eq!(mismatch.control(), Field::BirthDate.id());
    }

    #[test]
    fn a_problem_travels_without_loss() {
        let mut problems =
            FormProblems::one(Field::ContactName, ContactNameProblem::Character('𠮷'));
        problems.add(
            Field::BirthDate,
            BirthDateProblem::EraRange {
                era: crate::Era::Showa,
                suggestion: crate::BirthDate::from_register("1989-01-08").ok(),
            },
        );
        let text = serde_json::to_string(&problems).unwrap();
        assert_eq!(
            serde_json::from_str::<FormProblems>(&text).unwrap(),
            problems
        );
    }
}
