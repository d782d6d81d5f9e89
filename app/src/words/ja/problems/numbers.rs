//! Numbers and codes that were typed.

use rules::{
    ApplicationId, ApplicationIdProblem, CaptchaAnswer, CodeProblem, DeviceCode, ReceiptNumber,
    ReceiptNumberProblem,
};

use super::{UNSEEN, has_letter};

/// 申請書ID.
pub(super) fn application_id(problem: ApplicationIdProblem) -> String {
    match problem {
        ApplicationIdProblem::Empty => "申請書IDを入力してください。".to_owned(),
        ApplicationIdProblem::Length { count } => {
            format!(
                "申請書IDは{}桁の数字です。今は{count}桁です。",
                ApplicationId::LENGTH
            )
        }
        ApplicationIdProblem::Character(letter) => has_letter("申請書ID", "数字以外の文字", letter),
        ApplicationIdProblem::Control(_) => format!("申請書IDに{UNSEEN}"),
        ApplicationIdProblem::IndividualNumber => {
            "個人番号（マイナンバー）は入力しないでください。\
             交付申請書の右上にある23桁の申請書IDを入力してください。"
                .to_owned()
        }
    }
}

/// 認証番号.
pub(super) fn device_code(problem: CodeProblem) -> String {
    match problem {
        CodeProblem::Empty => "認証番号を入力してください。".to_owned(),
        CodeProblem::Length { count } => {
            format!(
                "認証番号は{}桁の数字です。今は{count}桁です。",
                DeviceCode::LENGTH
            )
        }
        CodeProblem::Character(letter) => has_letter("認証番号", "数字以外の文字", letter),
        CodeProblem::Control(_) => format!("認証番号に{UNSEEN}"),
    }
}

/// 画像認証.
pub(super) fn captcha_answer(problem: CodeProblem) -> String {
    match problem {
        CodeProblem::Empty => "画像の文字を入力してください。\
             読み取れないときは、音声で聞くか、別の画像にできます。"
            .to_owned(),
        CodeProblem::Length { count } => {
            format!(
                "画像の文字は{}文字です。今は{count}文字です。",
                CaptchaAnswer::LENGTH
            )
        }
        CodeProblem::Character(letter) => {
            has_letter("画像の文字", "アルファベットと数字以外の文字", letter)
        }
        CodeProblem::Control(_) => format!("画像の文字に{UNSEEN}"),
    }
}

/// 受付番号.
pub(super) fn receipt_number(problem: ReceiptNumberProblem) -> String {
    match problem {
        ReceiptNumberProblem::Empty => "受付番号を入力してください。".to_owned(),
        ReceiptNumberProblem::Length { count } => {
            format!(
                "受付番号は{}文字です。今は{count}文字です。",
                ReceiptNumber::LENGTH
            )
        }
        ReceiptNumberProblem::Character(letter) => has_letter("受付番号", "使われない文字", letter),
        ReceiptNumberProblem::Control(_) => format!("受付番号に{UNSEEN}"),
        ReceiptNumberProblem::Mistyped => {
            "受付番号の文字が違っています。メールの受付番号と見比べてください。".to_owned()
        }
    }
}
