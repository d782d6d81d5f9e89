//! The page for an address where nothing is.

/// Heading.
pub const TITLE: &str = "お探しの画面が見つかりません";
/// What to do with an address typed by hand.
pub const TYPED: &str = "アドレスを入力したときは、間違いがないか確認してください。";
/// What to do with an address copied from a mail.
pub const COPIED: &str = "メールからコピーしたときは、最後の文字まで入っているか確認してください。";
/// Link to the start.
pub const START: &str = "はじめの画面へ";
