//! ③ and ④: the mail address, read back, and the mail on its way.

use crate::words::pages::mail::Mail;
use crate::words::sentence::Template;

/// ③ and ④: the mail address, read back, and the mail on its way.
pub(super) const MAIL: Mail = Mail {
    title: "メールアドレスを登録してください",
    why: "申請を続けるためのURLを、このメールアドレスに送ります。",
    allow_title: "メールを受け取れるようにしてください",
    allow: "迷惑メールの対策で受信を制限している方は、次のドメインからのメールを受け取れるように、\
     ドメイン指定受信などを設定してください。",
    sender: Template("送信元のアドレス：{mail_from}"),
    name_hint: "メールの宛名にします。全角50文字、半角100文字まで入力できます。\
     漢字は、JISの第1水準から第4水準までを使えます。家族の分も同じメールアドレスで申請するときは、\
     誰の申請か分かる名前にしてください。例）番号花子（長女）",
    address_hint: "半角100文字まで入力できます。例）bangou@example.co.jp",
    address_again: "メールアドレス（もう一度）",
    address_again_hint: "確認のため、同じメールアドレスを入力してください。",
    picture_title: "画像認証",
    picture_alt: "画像認証の画像です。文字が見えない場合は、下の音声を聞いてください。",
    sound: "画像認証の音声",
    sound_file: "音声ファイルを開く",
    answer: "画像に表示された文字",
    answer_hint: "半角の小文字（aからz）と数字です。例）123abc。文字が読み取れないときは、\
     「別の画像にする（更新）」を押してください。",
    answered: "画像認証は済んでいます。もう一度入力する必要はありません。",
    another: "別の画像にする（更新）",
    neither_title: "画像も音声も使えないとき",
    neither: "郵送や市区町村の窓口でも申請できます。下の連絡先へお問い合わせください。",
    honeypot: "この欄は空のままにしてください",
    check_title: "メールアドレスを確認してください",
    check: "以下の内容に誤りがないか確認してください。誤りがあるときは、前の画面に戻って直せます。",
    check_id: "交付申請書の申請書ID（半角数字23桁）と同じか、確認してください。\
     誤りがあると、正しいカードを作れません。",
    is_meant: Template("「{domain}」は「{suggested}」ではありませんか"),
    meant: "違うときは、前の画面に戻って直してください。合っているときは、そのまま進めます。",
    sent_title: "メールを確認してください",
    registered: "メールアドレスの登録が完了しました",
    sent_to: Template("{address} にメールを送りました。"),
    sent: "登録したメールアドレスにメールを送りました。",
    sent_steps_title: "このあとの手順",
    sent_other_device: "別の端末でURLを開くと、端末認証のための認証番号を別のメールで送ります。",
    missing_title: "メールが届かないとき",
    resend: "もう一度送る",
    correct: "メールアドレスを直す",
    take_name: Template("「{name}」にする"),
    sent_steps: [
        "届いたメールを開きます。",
        "メールに書かれた申請専用URLを開きます。",
        "開いた画面で、顔写真の登録に進みます。",
    ],
    sent_steps_without_photo: [
        "届いたメールを開きます。",
        "メールに書かれた申請専用URLを開きます。",
        "開いた画面で、申請情報の入力に進みます。",
    ],
    missing_time: "届くまで5分ほどお待ちください。",
    missing_spam: "迷惑メールのフォルダーを確認してください。",
    missing_filter: Template("{mail_from} からのメールを受け取れる設定か、確認してください。"),
};
