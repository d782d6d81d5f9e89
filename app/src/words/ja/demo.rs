//! The demonstration's own pages.

use crate::words::pages::demo::Demo;

/// The demonstration's own pages.
pub(super) const DEMO: Demo = Demo {
    title: "デモ用の申請書を選んでください",
    about: "実在しない方の申請書です。生年月日は、申請の途中で入力します。",
    begin: "この申請書で始める",
    qr_alt: "申請書のQRコード",
    mail: "届いたメールを見る",
    no_forms: "申請書がありません。shinsei forms issue で作れます。",
    mail_title: "デモで届いたメールを読む",
    mail_about: "メールは外へ送らず、ここに集めます。新しいものから50通を並べています。",
    no_mail: "まだメールは届いていません。少し待ってから、読み込み直してください。",
    to: "宛先",
    at: "届いた日時",
    forms: "申請書の一覧に戻る",
    reload: "読み込み直す",
    absent_title: "このページはありません",
    absent: "はじめのページから、申請を始めてください。",
};
