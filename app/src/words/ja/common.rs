//! Words that several pages share.

use crate::words::pages::common::Common;

/// Words that several pages share.
pub(super) const COMMON: Common = Common {
    correct: "上記の申請内容に、誤りはありません。",
    confirm: "確認",
    register: "登録",
    back: "前の画面に戻る",
    change: "変更",
    to_start: "はじめのページへ",
    yes: "はい",
    no: "いいえ",
    application_id: "申請書ID",
    contact_name: "メール連絡用氏名",
    mail_address: "メールアドレス",
    birth_date: "生年月日",
    receipt_number: "受付番号",
    face_photo: "顔写真",
    no_photo_under_one: "1歳未満の方のカードには、顔写真が載りません。写真の登録は必要ありません。",
};
