//! The page for whom there is no place at the moment.

/// Heading.
pub const TITLE: &str = "ただいま、申請が混み合っています";
/// What nobody need fear.
pub const NOTHING_IS_LOST: &str = "登録が済んだ内容は保存されています。なくなることはありません。";

/// What happens next, after such a time.
pub fn body(wait: &str) -> String {
    format!(
        "この画面を開いたまま、お待ちください。{wait}ごとに、自動でもう一度開きます。\
         何度も押しても、早くはなりません。"
    )
}
