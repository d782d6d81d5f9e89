//! What is wrong with a field, and how to mend it: the same words in the summary
//! on top and beside the field.

mod birth_date;
mod contact;
mod numbers;

use rules::form::{Field, FormProblem, Problem};
use rules::photo::Finding;
use rules::{
    ApplicationIdProblem, BirthDateProblem, CodeProblem, ContactNameProblem, MailAddressProblem,
    ReceiptNumberProblem,
};

use super::findings::{FindingWords, finding};
use super::waiting::wait;

/// The end of what is said of a character that nobody can see.
const UNSEEN: &str = "目に見えない文字が入っています。消して、入力し直してください。";

/// The words for what is wrong with a field.
pub fn problem(problem: &FormProblem) -> String {
    let words = match problem.problem {
        Problem::Required => return required(problem.field),
        Problem::ApplicationId(problem) => return numbers::application_id(problem),
        Problem::ContactName(problem) => return contact::contact_name(problem),
        Problem::Mail(problem) => return contact::mail(problem),
        Problem::Captcha(problem) => return numbers::captcha_answer(problem),
        Problem::DeviceCode(problem) => return numbers::device_code(problem),
        Problem::Photo(found) => return photo(&found),
        Problem::BirthDate(problem) => return birth_date::birth_date(problem),
        Problem::BirthDateMismatch { tries_left } => return mismatch(tries_left),
        Problem::Braille(problem) => return contact::braille(problem),
        Problem::ReceiptNumber(problem) => return numbers::receipt_number(problem),
        Problem::TooMany { wait_seconds } => return too_many(wait_seconds),
        Problem::BirthDateLocked => {
            "この申請書IDの生年月日が何度も違っていたため、安全のため、入力を止めています。\
             このページの下にある電話番号に、お問い合わせください。\
             窓口での確認が済むと、続きから申請できます。"
        }
        Problem::PhotoNotTaken => {
            "写真を最後まで受け取れませんでした。写真に問題があるわけではありません。\
             少し待ってから、電波のよい場所で、同じ写真をもう一度送ってください。"
        }
        Problem::ApplicationIdUnknown => {
            "この申請書IDは見つかりませんでした。交付申請書の番号と見比べてください。"
        }
        Problem::MailAgainEmpty => "確認用のメールアドレスを入力してください。",
        Problem::MailDifferent => {
            "2つのメールアドレスが違います。見比べて、同じものを入力してください。"
        }
        Problem::CaptchaWrong => {
            "画像の文字と一致しませんでした。新しい画像の文字を入力してください。"
        }
        Problem::CaptchaExpired => {
            "画像を表示してから時間が過ぎました。新しい画像の文字を入力してください。"
        }
        Problem::CodeWrong => {
            "認証番号を確認できませんでした。最も新しいメールの番号を入力してください。"
        }
        Problem::CodeOver => {
            "この認証番号は、入力できる回数か時間を過ぎたため使えません。\
             「認証番号をもう一度送る」を押して、新しい番号を受け取ってください。"
        }
        Problem::StatusNotFound => {
            "この受付番号と生年月日の申請は見つかりませんでした。両方を確認してください。"
        }
        Problem::AgeNeedsRepresentative => {
            "15歳未満の方の申請は、法定代理人が行います。\
             生年月日を確認するか、申請する方を選び直してください。"
        }
        Problem::AgeNotUnderOne => {
            "この生年月日の方は1歳以上です。生年月日を確認するか、申請する方を選び直してください。"
        }
        Problem::AgeNotChild => {
            "この生年月日の方は15歳以上です。生年月日を確認するか、申請する方を選び直してください。"
        }
    };
    words.to_owned()
}

fn photo(found: &Finding) -> String {
    let FindingWords { what, remedy } = finding(found);
    what + remedy
}

fn too_many(wait_seconds: u32) -> String {
    format!(
        "入力できる回数を超えました。{}後に、もう一度お試しください。",
        wait(wait_seconds)
    )
}

fn mismatch(tries_left: u8) -> String {
    let words = "申請書IDと生年月日が一致しませんでした。もう一度確認してください。";
    if tries_left == 0 {
        words.to_owned()
    } else {
        format!("{words}あと{tries_left}回入力できます。")
    }
}

/// A box that is not ticked, or a question without an answer.
fn required(field: Field) -> String {
    let words = match field {
        Field::ApplicationId => return numbers::application_id(ApplicationIdProblem::Empty),
        Field::ContactName => return contact::contact_name(ContactNameProblem::Empty),
        Field::Mail | Field::MailAgain => return contact::mail(MailAddressProblem::Empty),
        Field::Captcha => return numbers::captcha_answer(CodeProblem::Empty),
        Field::DeviceCode => return numbers::device_code(CodeProblem::Empty),
        Field::BirthDate => return birth_date::birth_date(BirthDateProblem::Empty),
        Field::ReceiptNumber => return numbers::receipt_number(ReceiptNumberProblem::Empty),
        Field::Adult => "年齢または法定代理人について確認し、チェックを入れてください。",
        Field::Consent => {
            "申請するには、利用規約と個人情報の取扱いへの同意が必要です。\
             内容を読み、同意する場合はチェックを入れてください。"
        }
        Field::Applicant => "どなたの申請かを選んでください。",
        Field::Photo => "顔写真を選んでください。",
        Field::PhotoDeclaration => "写真を確認し、チェックを入れてください。",
        Field::Certificates => {
            "「発行する」か「発行しないものがある」の、どちらかを選んでください。\
             発行しないものがあるときだけ、その電子証明書にチェックを入れてください。"
        }
        Field::Braille => "氏名の点字表記を希望するかどうかを選んでください。",
        Field::DetailsDeclaration => "入力した内容を確認し、チェックを入れてください。",
        Field::SubmitDeclaration => "申請する内容を確認し、チェックを入れてください。",
    };
    words.to_owned()
}

/// Names a character that cannot be taken.
fn has_letter(what: &str, kind: &str, letter: char) -> String {
    format!("{what}に{kind}「{letter}」が入っています。取り除いてください。")
}

#[cfg(test)]
mod tests;
