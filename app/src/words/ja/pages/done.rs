//! ⑨ The receipt.

/// Heading.
pub const TITLE: &str = "申請を受け付けました";
/// The mail.
pub const MAILED: &str = "受付番号を、登録したメールアドレスにも送りました。";
/// Row.
pub const RECEIVED_AT: &str = "受け付けた日時";

/// Beside the receipt number: when, and which form by the end of its ID.
pub fn received(at: &str, last_four: &str) -> String {
    format!("{at}　申請書IDの末尾：{last_four}")
}

/// Row.
pub const STATUS_ADDRESS: &str = "申請の状況を確認するアドレス";

/// How to keep it.
pub const KEEP: &str =
    "受付番号は、申請の状況を確認するときに必要です。この画面を印刷して残せます。";
/// Heading.
pub const NEXT_TITLE: &str = "これからのこと";
/// What happens next.
pub const NEXT: [&str; 4] = [
    "申請の内容と顔写真を確認します。直す必要があるときは、メールでお知らせします。",
    "カードを作ります。",
    "申請から約1か月後に、交付通知書を郵送します。",
    "交付通知書に同封された記入例を参考に必要な事項を記入し、市区町村の窓口で受け取ってください。",
];
/// Link.
pub const FAMILY: &str = "家族の分を続けて申請する";
/// Button.
pub const LEAVE: &str = "終わる";
/// Above the button.
pub const LEAVE_WHY: &str =
    "共用の端末を使っている方は、「終わる」を押してください。申請の内容がこの端末に残りません。";
