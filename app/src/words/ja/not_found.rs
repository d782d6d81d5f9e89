//! The page for an address where nothing is.

use crate::words::pages::not_found::NotFound;

/// The page for an address where nothing is.
pub(super) const NOT_FOUND: NotFound = NotFound {
    title: "お探しの画面が見つかりません",
    typed: "アドレスを入力したときは、間違いがないか確認してください。",
    copied: "メールからコピーしたときは、最後の文字まで入っているか確認してください。",
    start: "はじめの画面へ",
};
