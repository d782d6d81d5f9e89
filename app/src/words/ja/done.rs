//! ⑨ The receipt.

use crate::words::pages::done::Done;
use crate::words::sentence::Template;

/// ⑨ The receipt.
pub(super) const DONE: Done = Done {
    title: "申請を受け付けました",
    mailed: "受付番号を、登録したメールアドレスにも送りました。",
    received_at: "受け付けた日時",
    received: Template("{at}　申請書IDの末尾：{last_four}"),
    status_address: "申請の状況を確認するアドレス",
    keep: "受付番号は、申請の状況を確認するときに必要です。この画面を印刷して残せます。",
    next_title: "これからのこと",
    next: [
        "申請の内容と顔写真を確認します。直す必要があるときは、メールでお知らせします。",
        "カードを作ります。",
        "申請から約1か月後に、交付通知書を郵送します。",
        "交付通知書に同封された記入例を参考に必要な事項を記入し、市区町村の窓口で受け取ってください。",
    ],
    family: "家族の分を続けて申請する",
    leave: "終わる",
    leave_why: "共用の端末を使っている方は、「終わる」を押してください。申請の内容がこの端末に残りません。",
};
