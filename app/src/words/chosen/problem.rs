//! What is wrong with a field, and how to mend it.

use rules::form::{Field, FormProblem, Problem};
use rules::photo::Finding;

use super::finding::FindingWords;
use crate::words::catalogue::Words;

impl Words {
    /// The words for what is wrong with a field.
    pub fn problem(&self, problem: &FormProblem) -> String {
        let words = &self.problems;
        let said = match problem.problem {
            Problem::Required => return self.required(problem.field),
            Problem::ApplicationId(problem) => return words.application_id(problem),
            Problem::ContactName(problem) => return words.contact_name(problem),
            Problem::Mail(problem) => return words.mail(problem),
            Problem::Captcha(problem) => return words.captcha_answer(problem),
            Problem::DeviceCode(problem) => return words.device_code(problem),
            Problem::Photo(found) => return self.photo_problem(&found),
            Problem::BirthDate(problem) => return self.birth_date_problem(problem),
            Problem::BirthDateMismatch { tries_left: 0 } => words.birth_date_mismatch,
            Problem::BirthDateMismatch { tries_left } => {
                return words.birth_date_mismatch_tries(tries_left);
            }
            Problem::Braille(problem) => return words.braille(problem),
            Problem::ReceiptNumber(problem) => return words.receipt_number(problem),
            Problem::TooMany { wait_seconds } => {
                return words.too_many(&self.waiting.of(wait_seconds));
            }
            Problem::BirthDateLocked => words.birth_date_locked,
            Problem::PhotoNotTaken => words.photo_not_taken,
            Problem::ApplicationIdUnknown => words.application_id_unknown,
            Problem::MailAgainEmpty => words.mail_again_empty,
            Problem::MailDifferent => words.mail_different,
            Problem::CaptchaWrong => words.captcha_wrong,
            Problem::CaptchaExpired => words.captcha_expired,
            Problem::CodeWrong => words.device_code_wrong,
            Problem::CodeOver => words.device_code_over,
            Problem::StatusNotFound => words.status_not_found,
            Problem::AgeNeedsRepresentative => words.age_needs_representative,
            Problem::AgeNotUnderOne => words.age_not_under_one,
            Problem::AgeNotChild => words.age_not_child,
        };
        said.to_owned()
    }

    fn photo_problem(&self, found: &Finding) -> String {
        let FindingWords { what, remedy } = self.finding(found);
        what + remedy
    }

    /// A box that is not ticked, or a question without an answer.
    fn required(&self, field: Field) -> String {
        let words = &self.problems;
        let said = match field {
            Field::ApplicationId => words.application_id_empty,
            Field::ContactName => words.contact_name_empty,
            Field::Mail | Field::MailAgain => words.mail_empty,
            Field::Captcha => words.captcha_empty,
            Field::DeviceCode => words.device_code_empty,
            Field::BirthDate => words.birth_date_empty,
            Field::ReceiptNumber => words.receipt_number_empty,
            Field::Adult => words.adult_empty,
            Field::Consent => words.consent_empty,
            Field::Applicant => words.applicant_empty,
            Field::Photo => words.photo_empty,
            Field::PhotoDeclaration => words.photo_declaration_empty,
            Field::Certificates => words.certificates_empty,
            Field::Braille => words.braille_wish_empty,
            Field::DetailsDeclaration => words.details_declaration_empty,
            Field::SubmitDeclaration => words.submit_declaration_empty,
        };
        said.to_owned()
    }
}

#[cfg(test)]
mod tests;
