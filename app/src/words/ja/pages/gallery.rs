//! Samples for the gallery of components.

/// Heading.
pub const TITLE: &str = "部品の見本";
/// What the page is.
pub const LEAD: &str = "画面の部品を、すべての状態で並べています。段落と段落の間、行の長さ、文字の大きさも確かめられます。";

/// Heading.
pub const TEXT: &str = "文字の入力";
/// Label.
pub const PLAIN: &str = "メール連絡用氏名";
/// Under the label.
pub const PLAIN_HINT: &str = "全角50文字、半角100文字まで入力できます。例）番号 太郎";
/// Filled in.
pub const PLAIN_VALUE: &str = "番号 太郎";
/// Label.
pub const LETTERS: &str = "メールアドレス";
/// Filled in.
pub const LETTERS_VALUE: &str = "bangou-tarou@example.co.jp";
/// Label.
pub const CODE: &str = "認証番号";
/// Filled in.
pub const CODE_VALUE: &str = "123456";
/// Label.
pub const FREE: &str = "点字にする氏名のよみ";
/// Label of the value that cannot be changed.
pub const FIXED: &str = "申請書ID";
/// The value.
pub const FIXED_VALUE: &str = "1234 5678 9012 3456 7890 123";
/// Under the value.
pub const FIXED_HINT: &str = "交付申請書の右上の番号と同じか、見比べてください。";

/// Heading.
pub const CHOICES: &str = "選ぶもの";
/// Question.
pub const WHO: &str = "どなたの申請ですか";
/// Answer.
pub const SELF: &str = "本人";
/// Answer.
pub const CHILD: &str = "15歳未満の子ども";
/// What follows from it.
pub const CHILD_HINT: &str = "法定代理人が申請します。";
/// Question.
pub const READING: &str = "氏名の点字表記を希望しますか";
/// Answer.
pub const NO: &str = "希望しない";
/// Answer.
pub const YES: &str = "希望する";
/// Over the boxes.
pub const BOXES: &str = "確認と同意";
/// Box.
pub const AGE: &str = "私は15歳以上です。または、15歳未満の方か成年被後見人の法定代理人です。";
/// Box.
pub const AGREE: &str = "利用規約と個人情報の取扱いに同意します。";

/// Heading.
pub const DATES: &str = "生年月日";
/// Under it.
pub const DATES_HINT: &str = "元号または西暦で入力してください。例）平成10年3月27日";
/// Read back.
pub const DATES_ECHO: &str = "平成10年3月27日（1998年3月27日）、満28歳";

/// Heading.
pub const PHOTO: &str = "写真";
/// Label.
pub const FILE: &str = "顔写真";
/// Under the label.
pub const FILE_HINT: &str = "JPEG形式の写真を1枚選んでください。";
/// What is wrong with a photo.
pub const FINDING: &str = "写真の大きさが足りません（320×240ピクセル）。";
/// How to mend it.
pub const REMEDY: &str = "幅と高さがどちらも480ピクセル以上の写真を選んでください。";
/// What might be wrong with a photo.
pub const ADVICE: &str = "写真が横に長いです。";
/// What to do about it.
pub const ADVICE_REMEDY: &str = "縦に長く撮ると、顔が大きく写ります。";
/// While a photo is sent.
pub const SENDING: &str = "写真を送っています（45%）";
/// The photo's alternative text.
pub const PHOTO_ALT: &str = "見本の顔写真";

/// Heading.
pub const NOTICES: &str = "お知らせ";
/// Information.
pub const INFO: &str = "メールを受け取れるようにしてください";
/// More about it.
pub const INFO_BODY: &str =
    "受信を制限している方は、noreply@example.jp からのメールを受け取れるように設定してください。";
/// Good news.
pub const GOOD: &str = "メールをもう一度送りました";
/// A warning.
pub const WARN: &str = "まだ申請は終わっていません";
/// More about it.
pub const WARN_BODY: &str = "内容を確認し、「登録」を押してください。";

/// Heading.
pub const REVIEW: &str = "確認の一覧";
/// Heading.
pub const RECEIPT: &str = "受け付けのあと";
/// Label of the number.
pub const NUMBER: &str = "受付番号";
/// The number.
pub const NUMBER_VALUE: &str = "ABCD-EFGH-JKLM";
/// When.
pub const NUMBER_NOTE: &str = "2026年11月22日 14時30分";
/// What happens next.
pub const NEXT: [&str; 3] = [
    "申請の内容と顔写真を確認します。直す必要があるときは、メールでお知らせします。",
    "カードを作ります。",
    "申請から約1か月後に、交付通知書を郵送します。",
];
/// Opens more.
pub const MORE: &str = "メールが届かないとき";
/// More.
pub const MORE_BODY: &str =
    "届くまで5分ほどお待ちください。迷惑メールのフォルダーも確認してください。";

/// Heading.
pub const BUTTONS: &str = "ボタン";
/// Main button.
pub const MAIN: &str = "この内容で登録する";
/// Second button.
pub const SECOND: &str = "もう一度送る";
/// Link.
pub const LINK: &str = "メールアドレスを直す";
