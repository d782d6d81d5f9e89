//! ⑤ The device code.

/// Heading.
pub const TITLE: &str = "認証番号を入力してください";

/// Where the code went.
pub fn sent_to(masked_mail: &str) -> String {
    format!("{masked_mail} に認証番号を送りました。")
}

/// Why it is asked.
pub const WHY: &str = "メールアドレスを登録した端末と違う端末のため、端末認証を行います。";
/// Label.
pub const CODE: &str = "認証番号";

/// Under the label.
pub fn code_hint(minutes: u32) -> String {
    format!("6桁の数字です。メールが届いてから{minutes}分以内に入力してください。")
}

/// The button.
pub const SEND: &str = "認証する";
/// Opens the help.
pub const MISSING_TITLE: &str = "認証番号が届かないとき";
/// The help.
pub const MISSING: &str =
    "届くまで数分お待ちください。届かないときは、認証番号をもう一度送れます。";
/// The button.
pub const RESEND: &str = "認証番号をもう一度送る";
