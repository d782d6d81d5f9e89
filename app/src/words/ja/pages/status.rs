//! Where a submitted application stands.

/// Heading.
pub const TITLE: &str = "申請の状況を確認する";
/// What is needed.
pub const NEEDED: &str = "受付番号と、申請した方の生年月日を入力してください。";
/// Under the label.
pub const RECEIPT_HINT: &str =
    "受け付けの画面とメールに書かれた番号です。空白やハイフンは、あってもなくてもかまいません。";
/// The button.
pub const LOOK: &str = "状況を確認する";
/// Heading of the answer.
pub const ANSWER_TITLE: &str = "申請の状況";
/// Row.
pub const STATE: &str = "状況";
/// The office has it.
pub const RECEIVED: &str = "受付済み";
/// What that means.
pub const RECEIVED_MEANS: &str =
    "申請を受け付けました。交付通知書が届くまで、申請から約1か月かかります。";
/// When it is done.
pub const AGAIN: &str = "ほかの申請の状況を確認する";
