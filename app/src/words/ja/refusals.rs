//! Why something was not done, and what to do instead.

use super::pages::other;
use super::waiting::wait;
use crate::refusal::Refusal;

/// A refusal in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusalWords {
    /// Heading.
    pub title: &'static str,
    /// What it means and what to do.
    pub body: String,
}

/// The words for a refusal.
#[expect(clippy::too_many_lines, reason = "one sentence for each refusal")]
pub fn refusal(refusal: &Refusal) -> RefusalWords {
    let (title, body) = match refusal {
        Refusal::Form(_) => (
            "入力内容を確認してください",
            "誤りがある項目を直して、もう一度送ってください。".to_owned(),
        ),
        Refusal::Elsewhere(_) => (
            "この画面は、今は開けません",
            "申請の続きの画面から進んでください。".to_owned(),
        ),
        Refusal::AlreadySubmitted => (
            "この申請書IDでは、すでに申請を受け付けています",
            "申請の状況は、受付番号と生年月日で確認できます。".to_owned(),
        ),
        Refusal::SessionOver => (
            "安全のため、画面を閉じました",
            "登録した内容は保存されています。入力中でまだ送っていなかった内容は、\
             この端末を使うほかの方に見られないように、残していません。\
             メールに書かれた申請専用URLをもう一度開くと、続きから進めます。\
             メールアドレスを登録する前の方は、はじめから入力してください。"
                .to_owned(),
        ),
        Refusal::TooMany { wait_seconds } => (
            "短い時間に何度も操作がありました",
            format!(
                "{}後に、もう一度お試しください。同じ回線（会社や施設のWi-Fiなど）を使っているほかの方の操作も\
                 一緒に数えることがあります。登録が済んだ内容は保存されています。",
                wait(*wait_seconds)
            ),
        ),
        Refusal::Crowded { wait_seconds } => (
            "ただいま、申請が混み合っています",
            format!(
                "今の操作は、まだ受け付けていません。{}ほど待ってから前の画面に戻り、もう一度お試しください。\
                 登録が済んだ内容は保存されています。",
                wait(*wait_seconds)
            ),
        ),
        Refusal::Changed => (
            "別の画面で内容が変更されました",
            "新しい内容を確認して、もう一度「登録」を押してください。".to_owned(),
        ),
        Refusal::OtherApplication => (other::TITLE, other::NOTHING_DONE.to_owned()),
        Refusal::Unavailable { reference } => (
            "ただいま、このサービスを利用できません",
            format!(
                "少し待ってから、もう一度お試しください。登録が済んだ内容は保存されています。\
                 お問い合わせのときは、番号 {reference} をお伝えください。"
            ),
        ),
        Refusal::Malformed => (
            "送られた内容を読み取れませんでした",
            "前の画面に戻り、もう一度入力してください。".to_owned(),
        ),
        Refusal::NoCookie => (
            "このブラウザの設定では、申請を続けられません",
            "申請の続きを覚えておくためのCookie（クッキー）が、ブラウザに保存されませんでした。\
             ブラウザの設定でCookieを許可するか、別のブラウザで、はじめの画面を開いてください。"
                .to_owned(),
        ),
        Refusal::ForeignForm { address } => (
            "このサイトの画面から送られたことを確かめられませんでした",
            format!(
                "安全のため、今の操作は受け付けていません。{address} を開いて、もう一度入力してください。\
                 登録が済んだ内容は保存されています。\
                 同じ表示が続くときは、ブラウザを新しいものに更新するか、別のブラウザをお使いください。"
            ),
        ),
    };
    RefusalWords { title, body }
}

#[cfg(test)]
mod tests {
    use rules::application::Page;
    use rules::form::FormProblems;

    use super::*;

    #[test]
    fn every_refusal_says_what_to_do() {
        for one in [
            Refusal::Form(FormProblems::default()),
            Refusal::Elsewhere(Page::Photo),
            Refusal::AlreadySubmitted,
            Refusal::SessionOver,
            Refusal::TooMany { wait_seconds: 90 },
            Refusal::Crowded { wait_seconds: 20 },
            Refusal::Changed,
            Refusal::OtherApplication,
            Refusal::Unavailable {
                reference: "K7Q2".to_owned(),
            },
            Refusal::Malformed,
            Refusal::NoCookie,
            Refusal::ForeignForm {
                address: "https://shinsei.example".to_owned(),
            },
        ] {
            let words = refusal(&one);
            assert!(
                !words.title.is_empty() && !words.title.ends_with('。'),
                "{one:?}"
            );
            assert!(words.body.ends_with("。"), "{one:?}");
        }
    }

    #[test]
    fn a_fault_names_its_reference() {
        let words = refusal(&Refusal::Unavailable {
            reference: "K7Q2".to_owned(),
        });
        assert!(words.body.contains("K7Q2"));
    }
}
