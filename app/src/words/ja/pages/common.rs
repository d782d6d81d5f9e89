//! Words that several pages share.

/// The tick under what was given.
pub const CORRECT: &str = "上記の申請内容に、誤りはありません。";
/// Looks at what was given.
pub const CONFIRM: &str = "確認";
/// Registers what was given.
pub const REGISTER: &str = "登録";
/// Back to the page before.
pub const BACK: &str = "前の画面に戻る";
/// Beside each thing that can be changed.
pub const CHANGE: &str = "変更";
/// To the start page.
pub const TO_START: &str = "はじめのページへ";
/// A choice.
pub const YES: &str = "はい";
/// A choice.
pub const NO: &str = "いいえ";

/// Name of the thing.
pub const APPLICATION_ID: &str = "申請書ID";
/// Name of the thing.
pub const CONTACT_NAME: &str = "メール連絡用氏名";
/// Name of the thing.
pub const MAIL_ADDRESS: &str = "メールアドレス";
/// Name of the thing.
pub const BIRTH_DATE: &str = "生年月日";
/// Name of the thing.
pub const RECEIPT_NUMBER: &str = "受付番号";
/// Name of the thing.
pub const FACE_PHOTO: &str = "顔写真";

/// Said of somebody under one year of age, who has no photo on the card.
pub const NO_PHOTO_UNDER_ONE: &str =
    "1歳未満の方のカードには、顔写真が載りません。写真の登録は必要ありません。";

/// Heading of a page that shows good news kept for it, by the key the server
/// functions use; unknown keys show nothing.
pub fn notice(key: &str) -> Option<(&'static str, &'static str)> {
    Some(match key {
        MAIL_SENT_AGAIN => (
            "メールをもう一度送りました",
            "届くまで数分かかることがあります。最も新しいメールのURLを使ってください。",
        ),
        LINK_RENEWED => (
            "新しいURLを送りました",
            "登録したメールアドレスに届くメールを開いてください。前のURLは使えなくなります。",
        ),
        CODE_SENT_AGAIN => (
            "認証番号をもう一度送りました",
            "最も新しいメールの番号を入力してください。前の番号は使えなくなります。",
        ),
        PICTURE_CHANGED => (
            "画像を新しくしました",
            "新しい画像の文字を入力してください。",
        ),
        NAME_CHANGED => (
            "メール連絡用氏名を直しました",
            "これでよいか確かめてから、画像の文字を入力してください。",
        ),
        LETTERS_READ => (
            "申請書IDの英字を数字として読みました",
            "「O」を「0」、「l」と「I」を「1」と読みました。このあと表示する申請書IDが、\
             交付申請書と同じか確かめてください。",
        ),
        IS_INFANT => (
            "「申請する方」を「1歳未満の子ども」に変えました",
            "生年月日から、1歳未満の方の申請と分かったためです。1歳未満の方のカードには顔写真が載らないため、\
             登録した写真は削除しました。違うときは、生年月日を直してから、申請する方を選び直してください。",
        ),
        PHOTO_GONE => (
            "登録した写真を削除しました",
            "「1歳未満の子ども」を選んだためです。1歳未満の方のカードには、顔写真が載りません。",
        ),
        PHOTO_NEEDED => (
            "顔写真が必要になりました",
            "「1歳未満の子ども」ではない方のカードには、顔写真が載ります。",
        ),
        _ => return None,
    })
}

/// Key of [`notice`].
pub const MAIL_SENT_AGAIN: &str = "mail_sent_again";
/// Key of [`notice`].
pub const LINK_RENEWED: &str = "link_renewed";
/// Key of [`notice`].
pub const CODE_SENT_AGAIN: &str = "code_sent_again";
/// Key of [`notice`].
pub const PICTURE_CHANGED: &str = "picture_changed";
/// Key of [`notice`].
pub const LETTERS_READ: &str = "letters_read";
/// Key of [`notice`].
pub const NAME_CHANGED: &str = "name_changed";
/// Key of [`notice`].
pub const IS_INFANT: &str = "is_infant";
/// Key of [`notice`].
pub const PHOTO_GONE: &str = "photo_gone";
/// Key of [`notice`].
pub const PHOTO_NEEDED: &str = "photo_needed";
