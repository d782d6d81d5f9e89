//! The page behind the mailed link.

/// Heading when it can be used.
pub const READY_TITLE: &str = "申請を続けますか";

/// Whose application, and until when.
pub fn ready(last_four: &str, until: &str) -> String {
    format!("申請書IDの末尾が{last_four}の申請です。{until}まで続けられます。")
}

/// That it can be used again, and what another device is asked.
pub const READY_AGAIN: &str = "申請を終えるまで、このURLから何度でも続けられます。\
     メールアドレスを登録した端末と違う端末では、ボタンを押したあとに認証番号を確認します。";
/// The button.
pub const GO_ON: &str = "申請を続ける";

/// Heading.
pub const EXPIRED_TITLE: &str = "このURLの有効期限が過ぎました";
/// What to do.
pub const EXPIRED: &str =
    "新しいURLを、登録したメールアドレスに送れます。登録した内容は保存されています。";
/// Heading.
pub const REPLACED_TITLE: &str = "このURLは使えません";
/// Why, and what to do.
pub const REPLACED: &str = "もっと新しいURLを送ったためです。\
     最も新しいメールのURLを開くか、新しいURLを受け取ってください。";
/// The button.
pub const RENEW: &str = "新しいURLを送る";
/// What to do.
pub const UNDER_WAY: &str = "このURLは使えなくなりましたが、この端末では続きから進めます。";
/// Heading.
pub const FINISHED_TITLE: &str = "この申請は受け付け済みです";
/// What to do.
pub const FINISHED: &str = "申請の状況は、受付番号と生年月日で確認できます。";
/// Heading.
pub const UNKNOWN_TITLE: &str = "このURLの申請が見つかりません";
/// What to do.
pub const UNKNOWN: &str =
    "メールのURLが途中で切れていないか、確認してください。保存の期間が過ぎた申請も開けません。";
/// Link to the start.
pub const START_AGAIN: &str = "はじめから申請する";
