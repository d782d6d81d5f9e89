//! What is wrong with a field, and how to mend it: the same words in the summary on top and beside the field.

use rules::form::{Field, FormProblem, Problem};
use rules::photo::Finding;

use crate::words::Words;
use crate::words::findings::FindingWords;
use crate::words::sentence::{Template, Text, catalogue};

catalogue! {
    /// What is wrong with a field, and how to mend it: the same words in the summary on top and beside the field.
    pub struct Problems {
        /// Not typed.
        application_id_empty: Text,
        /// Too few or too many digits.
        application_id_length: Template(length: usize, count: usize),
        /// A character that is no digit.
        application_id_character: Template(letter: char),
        /// A character that nobody can see.
        application_id_unseen: Text,
        /// The number of another thing.
        application_id_individual_number: Text,
        /// No such form.
        application_id_unknown: Text,
        /// Not typed.
        device_code_empty: Text,
        /// Too few or too many digits.
        device_code_length: Template(length: usize, count: usize),
        /// A character that is no digit.
        device_code_character: Template(letter: char),
        /// A character that nobody can see.
        device_code_unseen: Text,
        /// Not this one.
        device_code_wrong: Text,
        /// Too old, or tried too often.
        device_code_over: Text,
        /// Not typed.
        captcha_empty: Text,
        /// Too few or too many characters.
        captcha_length: Template(length: usize, count: usize),
        /// A character that no picture shows.
        captcha_character: Template(letter: char),
        /// A character that nobody can see.
        captcha_unseen: Text,
        /// Not what the picture shows.
        captcha_wrong: Text,
        /// Too late.
        captcha_expired: Text,
        /// Not typed.
        receipt_number_empty: Text,
        /// Too few or too many characters.
        receipt_number_length: Template(length: usize, count: usize),
        /// A character that no receipt number has.
        receipt_number_character: Template(letter: char),
        /// A character that nobody can see.
        receipt_number_unseen: Text,
        /// Its check character differs.
        receipt_number_mistyped: Text,
        /// No such application.
        status_not_found: Text,
        /// Not typed.
        contact_name_empty: Text,
        /// Too long.
        contact_name_too_long: Template(most: usize, count: usize),
        /// A letter in none of the tables: its nearest.
        contact_name_use_near: Template(letter: char, near: char),
        /// The same without a nearest.
        contact_name_use_kana: Template(letter: char),
        /// A sign in none of the tables.
        contact_name_remove: Template(letter: char),
        /// A character that nobody can see.
        contact_name_unseen: Text,
        /// Another shape of a letter.
        contact_name_variant: Template(letter: char),
        /// Signs only.
        contact_name_no_letter: Text,
        /// What looks like an address on the web.
        contact_name_site_address: Template(before: char, after: char),
        /// The same.
        contact_name_site_word: Text,
        /// Typed anywhere but for the application ID.
        individual_number: Text,
        /// Not typed.
        mail_empty: Text,
        /// Typed once only.
        mail_again_empty: Text,
        /// The two differ.
        mail_different: Text,
        /// Too long.
        mail_too_long: Template(most: usize, count: usize),
        /// A space within.
        mail_space: Text,
        /// A character that no address has.
        mail_character: Template(letter: char),
        /// A character that nobody can see.
        mail_unseen: Text,
        /// No @.
        mail_at_missing: Text,
        /// Two of them.
        mail_at_twice: Text,
        /// Nothing before it.
        mail_local_missing: Text,
        /// Too much before it.
        mail_local_too_long: Template(most: usize),
        /// Dots where none may be.
        mail_dots: Text,
        /// No domain.
        mail_domain: Text,
        /// A number in its place.
        mail_ip_address: Text,
        /// A domain of other letters.
        mail_international_domain: Text,
        /// Not typed.
        braille_empty: Text,
        /// Too long.
        braille_too_long: Template(most: usize, count: usize),
        /// A character that is no hiragana.
        braille_character: Template(letter: char),
        /// A character that nobody can see.
        braille_unseen: Text,
        /// A mark that belongs to no letter.
        braille_mark: Template(mark: char),
        /// Not typed.
        birth_date_empty: Text,
        /// No era.
        birth_date_era_missing: Text,
        /// No year.
        birth_date_year_missing: Text,
        /// No month.
        birth_date_month_missing: Text,
        /// No day.
        birth_date_day_missing: Text,
        /// Ticked as unknown, and typed.
        birth_date_month_known_and_unknown: Text,
        /// Ticked as unknown, and typed.
        birth_date_day_known_and_unknown: Text,
        /// Cannot be read.
        birth_date_syntax: Text,
        /// A Western year of two digits.
        birth_date_two_digit_year: Text,
        /// The wrong way round.
        birth_date_year_last: Text,
        /// Two eras.
        birth_date_era_conflict: Text,
        /// Parts that do not fit.
        birth_date_contradiction: Text,
        /// No such month.
        birth_date_month_range: Text,
        /// No such day.
        birth_date_no_such_date: Template(last_day: u8),
        /// The first day of an era that lasts.
        era_began: Template(era: &str, first: &str),
        /// The days of an era.
        era_lasted: Template(era: &str, first: &str, last: &str),
        /// Outside its era: the date that was most likely meant.
        birth_date_meant: Template(days: &str, date: &str),
        /// Outside its era.
        birth_date_outside_era: Template(days: &str),
        /// Not yet.
        birth_date_future: Text,
        /// Too long ago.
        birth_date_too_old: Text,
        /// Not the office's; the last try.
        birth_date_mismatch: Text,
        /// Not the office's.
        birth_date_mismatch_tries: Template(tries_left: u8),
        /// Tried too often.
        birth_date_locked: Text,
        /// Under 15.
        age_needs_representative: Text,
        /// A year old or more.
        age_not_under_one: Text,
        /// 15 or more.
        age_not_child: Text,
        /// Tried too often.
        too_many: Template(wait: &str),
        /// Broken off on the way.
        photo_not_taken: Text,
        /// Not chosen.
        photo_empty: Text,
        /// Not ticked.
        adult_empty: Text,
        /// Not ticked.
        consent_empty: Text,
        /// Not chosen.
        applicant_empty: Text,
        /// Not ticked.
        photo_declaration_empty: Text,
        /// Not chosen, or not as one can.
        certificates_empty: Text,
        /// Not chosen.
        braille_wish_empty: Text,
        /// Not ticked.
        details_declaration_empty: Text,
        /// Not ticked.
        submit_declaration_empty: Text,
    }
}

mod birth_date;
mod contact;
mod numbers;
#[cfg(test)]
mod tests;

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
