//! ③ and ④: the mail address, read back, and the mail on its way.

/// Heading.
pub const TITLE: &str = "メールアドレスを登録してください";
/// What it is for.
pub const WHY: &str = "申請を続けるためのURLを、このメールアドレスに送ります。";
/// Heading of the note on filters.
pub const ALLOW_TITLE: &str = "メールを受け取れるようにしてください";
/// The note on filters; the sender's domain follows, and its address.
pub const ALLOW: &str = "迷惑メールの対策で受信を制限している方は、次のドメインからのメールを受け取れるように、\
     ドメイン指定受信などを設定してください。";

/// The domain of the sender, as filters of mail want it: `@example.jp`.
pub fn sender_domain(mail_from: &str) -> &str {
    mail_from.find('@').map_or(mail_from, |at| &mail_from[at..])
}

/// The whole address.
pub fn sender(mail_from: &str) -> String {
    format!("送信元のアドレス：{mail_from}")
}

/// Under the label.
pub const NAME_HINT: &str = "メールの宛名にします。全角50文字、半角100文字まで入力できます。\
     漢字は、JISの第1水準から第4水準までを使えます。家族の分も同じメールアドレスで申請するときは、\
     誰の申請か分かる名前にしてください。例）番号花子（長女）";
/// The button that takes the nearest name.
pub fn take_name(name: &str) -> String {
    format!("「{name}」にする")
}

/// Under the label.
pub const ADDRESS_HINT: &str = "半角100文字まで入力できます。例）bangou@example.co.jp";
/// Label.
pub const ADDRESS_AGAIN: &str = "メールアドレス（もう一度）";
/// Under the label.
pub const ADDRESS_AGAIN_HINT: &str = "確認のため、同じメールアドレスを入力してください。";

/// Heading of the picture authentication.
pub const PICTURE_TITLE: &str = "画像認証";
/// The picture's alternative text.
pub const PICTURE_ALT: &str =
    "画像認証の画像です。文字が見えない場合は、下の音声を聞いてください。";
/// The sound's name.
pub const SOUND: &str = "画像認証の音声";
/// Link to the sound as a file.
pub const SOUND_FILE: &str = "音声ファイルを開く";
/// Label.
pub const ANSWER: &str = "画像に表示された文字";
/// Under the label.
pub const ANSWER_HINT: &str = "半角の小文字（aからz）と数字です。例）123abc。文字が読み取れないときは、\
     「別の画像にする（更新）」を押してください。";
/// In place of the picture, once it was answered rightly.
pub const ANSWERED: &str = "画像認証は済んでいます。もう一度入力する必要はありません。";
/// The button for another picture.
pub const ANOTHER: &str = "別の画像にする（更新）";
/// When neither picture nor sound can be used.
pub const NEITHER_TITLE: &str = "画像も音声も使えないとき";
/// What to do then.
pub const NEITHER: &str =
    "郵送や市区町村の窓口でも申請できます。下の連絡先へお問い合わせください。";
/// Label of the box that a person leaves empty; people do not come to see it.
pub const HONEYPOT: &str = "この欄は空のままにしてください";

/// Heading of the check page.
pub const CHECK_TITLE: &str = "メールアドレスを確認してください";
/// What to do there.
pub const CHECK: &str =
    "以下の内容に誤りがないか確認してください。誤りがあるときは、前の画面に戻って直せます。";
/// Under the ID.
pub const CHECK_ID: &str = "交付申請書の申請書ID（半角数字23桁）と同じか、確認してください。\
     誤りがあると、正しいカードを作れません。";

/// Asks about a domain that looks like a slip of the finger.
pub fn is_meant(domain: &str, suggested: &str) -> String {
    format!("「{domain}」は「{suggested}」ではありませんか")
}

/// What to do about it.
pub const MEANT: &str =
    "違うときは、前の画面に戻って直してください。合っているときは、そのまま進めます。";

/// Heading of the sent page.
pub const SENT_TITLE: &str = "メールを確認してください";

/// Heading of the good news.
pub const REGISTERED: &str = "メールアドレスの登録が完了しました";

/// Where the mail went.
pub fn sent_to(address: &str) -> String {
    format!("{address} にメールを送りました。")
}

/// Where the mail went, when the address is not shown here.
pub const SENT: &str = "登録したメールアドレスにメールを送りました。";
/// Heading of the steps.
pub const SENT_STEPS_TITLE: &str = "このあとの手順";
/// The steps; without a photo for somebody under one year of age.
pub const fn sent_steps(needs_photo: bool) -> [&'static str; 3] {
    [
        "届いたメールを開きます。",
        "メールに書かれた申請専用URLを開きます。",
        if needs_photo {
            "開いた画面で、顔写真の登録に進みます。"
        } else {
            "開いた画面で、申請情報の入力に進みます。"
        },
    ]
}
/// Opening the link elsewhere.
pub const SENT_OTHER_DEVICE: &str =
    "別の端末でURLを開くと、端末認証のための認証番号を別のメールで送ります。";
/// Opens the help.
pub const MISSING_TITLE: &str = "メールが届かないとき";

/// The help.
pub fn missing(mail_from: &str) -> [String; 3] {
    [
        "届くまで5分ほどお待ちください。".to_owned(),
        "迷惑メールのフォルダーを確認してください。".to_owned(),
        format!("{mail_from} からのメールを受け取れる設定か、確認してください。"),
    ]
}

/// The button.
pub const RESEND: &str = "もう一度送る";
/// The link to the address form.
pub const CORRECT: &str = "メールアドレスを直す";
