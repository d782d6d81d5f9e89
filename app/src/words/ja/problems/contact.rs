//! Name and mail address.

use rules::{BrailleName, BrailleNameProblem, ContactNameProblem, MailAddress, MailAddressProblem};

use super::{UNSEEN, has_letter};

/// Said wherever an individual number was typed but for the application ID.
const NO_INDIVIDUAL_NUMBER: &str = "個人番号（マイナンバー）は入力しないでください。";

/// メール連絡用氏名.
pub(super) fn contact_name(problem: ContactNameProblem) -> String {
    match problem {
        ContactNameProblem::Empty => "メール連絡用氏名を入力してください。".to_owned(),
        ContactNameProblem::TooLong { count, most } => {
            format!("メール連絡用氏名は{most}文字以内で入力してください。今は{count}文字です。")
        }
        ContactNameProblem::Character(letter) => foreign(letter, problem.nearest()),
        ContactNameProblem::Control(_) => format!("メール連絡用氏名に{UNSEEN}"),
        ContactNameProblem::Variant(letter) => format!(
            "「{letter}」の異なる字形は使えません。ふつうの「{letter}」か、\
             ひらがなで入力してください。"
        ),
        ContactNameProblem::NoLetter => {
            "メール連絡用氏名には、名前の文字を入れてください。".to_owned()
        }
        ContactNameProblem::IndividualNumber => NO_INDIVIDUAL_NUMBER.to_owned(),
        ContactNameProblem::SiteAddress { before, after } => format!(
            "メール連絡用氏名に、ホームページのアドレスに見える部分「{before}.{after}」があります。\
             「{before}. {after}」のように空白を入れてください。"
        ),
        ContactNameProblem::SiteWord => {
            "メール連絡用氏名に「www」は使えません。ほかの文字にしてください。".to_owned()
        }
    }
}

/// What to write for a letter that is in none of the tables.
fn foreign(letter: char, nearest: Option<char>) -> String {
    let advice = match nearest {
        Some(near) => format!("「{near}」を使ってください。"),
        None if letter.is_alphabetic() => "ローマ字かカタカナで入力してください。".to_owned(),
        None => "取り除いてください。".to_owned(),
    };
    format!("メール連絡用氏名に「{letter}」は使えません。{advice}")
}

/// メールアドレス.
pub(super) fn mail(problem: MailAddressProblem) -> String {
    let words = match problem {
        MailAddressProblem::Empty => "メールアドレスを入力してください。",
        MailAddressProblem::TooLong { count } => {
            let most = MailAddress::MOST;
            return format!(
                "メールアドレスは{most}文字以内で入力してください。今は{count}文字です。"
            );
        }
        MailAddressProblem::Character(letter) if letter.is_whitespace() => {
            "メールアドレスの途中に空白があります。取り除いてください。"
        }
        MailAddressProblem::Character(letter) => {
            return has_letter("メールアドレス", "使えない文字", letter);
        }
        MailAddressProblem::Control(_) => return format!("メールアドレスに{UNSEEN}"),
        MailAddressProblem::AtMissing => {
            "メールアドレスに「@」がありません。「@」を含めて入力してください。"
        }
        MailAddressProblem::AtTwice => {
            "メールアドレスの「@」が2つ以上あります。1つだけ入力してください。"
        }
        MailAddressProblem::LocalMissing => "「@」の前を入力してください。",
        MailAddressProblem::LocalTooLong => {
            let most = MailAddress::MOST_LOCAL;
            return format!("「@」の前は{most}文字以内で入力してください。");
        }
        MailAddressProblem::Dots => {
            "「@」の前を確認してください。「.」を続けたり、はじめや終わりに置いたりできません。"
        }
        MailAddressProblem::Domain => {
            "「@」の後ろを確認してください。「.」を含む形で入力してください。"
        }
        MailAddressProblem::IpAddress => {
            "「@」の後ろが番号のアドレスには送れません。ほかのアドレスを入力してください。"
        }
        MailAddressProblem::InternationalDomain => {
            "「@」の後ろは、半角の英数字で入力してください。"
        }
        MailAddressProblem::IndividualNumber => NO_INDIVIDUAL_NUMBER,
    };
    words.to_owned()
}

/// 点字にする氏名のよみ.
pub(super) fn braille(problem: BrailleNameProblem) -> String {
    match problem {
        BrailleNameProblem::Empty => {
            "点字にする氏名のよみを、ひらがなで入力してください。".to_owned()
        }
        BrailleNameProblem::TooLong { count } => format!(
            "点字にする氏名のよみは{}文字以内で入力してください。今は{count}文字です。",
            BrailleName::MOST
        ),
        BrailleNameProblem::Character(letter) => {
            has_letter("点字にする氏名のよみ", "ひらがな以外の文字", letter)
        }
        BrailleNameProblem::Control(_) => format!("点字にする氏名のよみに{UNSEEN}"),
        BrailleNameProblem::Mark(mark) => format!(
            "点字にする氏名のよみの「{mark}」を読めません。\
             前の文字と合わせて入力してください。"
        ),
    }
}
