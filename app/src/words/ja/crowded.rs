//! The page for whom there is no place at the moment.

use crate::words::pages::crowded::Crowded;
use crate::words::sentence::Template;

/// The page for whom there is no place at the moment.
pub(super) const CROWDED: Crowded = Crowded {
    title: "ただいま、申請が混み合っています",
    nothing_is_lost: "登録が済んだ内容は保存されています。なくなることはありません。",
    body: Template(
        "この画面を開いたまま、お待ちください。{wait}ごとに、自動でもう一度開きます。\
         何度も押しても、早くはなりません。",
    ),
};
