//! Where a submitted application stands.

use crate::words::pages::status::Status;

/// Where a submitted application stands.
pub(super) const STATUS: Status = Status {
    title: "申請の状況を確認する",
    needed: "受付番号と、申請した方の生年月日を入力してください。",
    receipt_hint: "受け付けの画面とメールに書かれた番号です。空白やハイフンは、あってもなくてもかまいません。",
    look: "状況を確認する",
    answer_title: "申請の状況",
    state: "状況",
    received: "受付済み",
    received_means: "申請を受け付けました。交付通知書が届くまで、申請から約1か月かかります。",
    again: "ほかの申請の状況を確認する",
};
