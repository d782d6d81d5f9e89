//! Good news, and what was changed without being asked.

use crate::words::notices::Notices;

/// Good news, and what was changed without being asked.
pub(super) const NOTICES: Notices = Notices {
    mail_sent_again_title: "メールをもう一度送りました",
    mail_sent_again: "届くまで数分かかることがあります。最も新しいメールのURLを使ってください。",
    link_renewed_title: "新しいURLを送りました",
    link_renewed: "登録したメールアドレスに届くメールを開いてください。前のURLは使えなくなります。",
    code_sent_again_title: "認証番号をもう一度送りました",
    code_sent_again: "最も新しいメールの番号を入力してください。前の番号は使えなくなります。",
    picture_changed_title: "画像を新しくしました",
    picture_changed: "新しい画像の文字を入力してください。",
    name_changed_title: "メール連絡用氏名を直しました",
    name_changed: "これでよいか確かめてから、画像の文字を入力してください。",
    letters_read_title: "申請書IDの英字を数字として読みました",
    letters_read: "「O」を「0」、「l」と「I」を「1」と読みました。このあと表示する申請書IDが、交付申請書と同じか確かめてください。",
    is_infant_title: "「申請する方」を「1歳未満の子ども」に変えました",
    is_infant: "生年月日から、1歳未満の方の申請と分かったためです。1歳未満の方のカードには顔写真が載らないため、登録した写真は削除しました。違うときは、生年月日を直してから、申請する方を選び直してください。",
    photo_gone_title: "登録した写真を削除しました",
    photo_gone: "「1歳未満の子ども」を選んだためです。1歳未満の方のカードには、顔写真が載りません。",
    photo_needed_title: "顔写真が必要になりました",
    photo_needed: "「1歳未満の子ども」ではない方のカードには、顔写真が載ります。",
};
