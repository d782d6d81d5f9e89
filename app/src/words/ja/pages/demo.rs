//! The demonstration's own pages.

/// Heading.
pub const TITLE: &str = "デモ用の申請書を選んでください";
/// What this is.
pub const ABOUT: &str = "実在しない方の申請書です。生年月日は、申請の途中で入力します。";
/// Link.
pub const BEGIN: &str = "この申請書で始める";
/// The picture's alternative text.
pub const QR_ALT: &str = "申請書のQRコード";
/// Link to the mail.
pub const MAIL: &str = "届いたメールを見る";
/// Nothing to show.
pub const NO_FORMS: &str = "申請書がありません。shinsei forms issue で作れます。";

/// Heading.
pub const MAIL_TITLE: &str = "デモで届いたメールを読む";
/// What this is.
pub const MAIL_ABOUT: &str =
    "メールは外へ送らず、ここに集めます。新しいものから50通を並べています。";
/// Nothing to show.
pub const NO_MAIL: &str = "まだメールは届いていません。少し待ってから、読み込み直してください。";
/// Row.
pub const TO: &str = "宛先";
/// Row.
pub const AT: &str = "届いた日時";
/// Link.
pub const FORMS: &str = "申請書の一覧に戻る";
/// Link.
pub const RELOAD: &str = "読み込み直す";

/// Heading where there is no demonstration.
pub const ABSENT_TITLE: &str = "このページはありません";
/// What to do.
pub const ABSENT: &str = "はじめのページから、申請を始めてください。";
