//! ⑤ The device code.

use crate::words::pages::device::Device;
use crate::words::sentence::Template;

/// ⑤ The device code.
pub(super) const DEVICE: Device = Device {
    title: "認証番号を入力してください",
    sent_to: Template("{masked_mail} に認証番号を送りました。"),
    why: "メールアドレスを登録した端末と違う端末のため、端末認証を行います。",
    code: "認証番号",
    code_hint: Template("6桁の数字です。メールが届いてから{minutes}分以内に入力してください。"),
    send: "認証する",
    missing_title: "認証番号が届かないとき",
    missing: "届くまで数分お待ちください。届かないときは、認証番号をもう一度送れます。",
    resend: "認証番号をもう一度送る",
};
