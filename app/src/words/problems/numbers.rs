//! Numbers and codes that were typed.

use rules::{
    ApplicationId, ApplicationIdProblem, CaptchaAnswer, CodeProblem, DeviceCode, ReceiptNumber,
    ReceiptNumberProblem,
};

use super::Problems;

impl Problems {
    /// 申請書ID.
    pub(super) fn application_id(&self, problem: ApplicationIdProblem) -> String {
        match problem {
            ApplicationIdProblem::Empty => self.application_id_empty.to_owned(),
            ApplicationIdProblem::Length { count } => {
                self.application_id_length(ApplicationId::LENGTH, count)
            }
            ApplicationIdProblem::Character(letter) => self.application_id_character(letter),
            ApplicationIdProblem::Control(_) => self.application_id_unseen.to_owned(),
            ApplicationIdProblem::IndividualNumber => {
                self.application_id_individual_number.to_owned()
            }
        }
    }

    /// 認証番号.
    pub(super) fn device_code(&self, problem: CodeProblem) -> String {
        match problem {
            CodeProblem::Empty => self.device_code_empty.to_owned(),
            CodeProblem::Length { count } => self.device_code_length(DeviceCode::LENGTH, count),
            CodeProblem::Character(letter) => self.device_code_character(letter),
            CodeProblem::Control(_) => self.device_code_unseen.to_owned(),
        }
    }

    /// 画像認証.
    pub(super) fn captcha_answer(&self, problem: CodeProblem) -> String {
        match problem {
            CodeProblem::Empty => self.captcha_empty.to_owned(),
            CodeProblem::Length { count } => self.captcha_length(CaptchaAnswer::LENGTH, count),
            CodeProblem::Character(letter) => self.captcha_character(letter),
            CodeProblem::Control(_) => self.captcha_unseen.to_owned(),
        }
    }

    /// 受付番号.
    pub(super) fn receipt_number(&self, problem: ReceiptNumberProblem) -> String {
        match problem {
            ReceiptNumberProblem::Empty => self.receipt_number_empty.to_owned(),
            ReceiptNumberProblem::Length { count } => {
                self.receipt_number_length(ReceiptNumber::LENGTH, count)
            }
            ReceiptNumberProblem::Character(letter) => self.receipt_number_character(letter),
            ReceiptNumberProblem::Control(_) => self.receipt_number_unseen.to_owned(),
            ReceiptNumberProblem::Mistyped => self.receipt_number_mistyped.to_owned(),
        }
    }
}
