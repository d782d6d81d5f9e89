//! ① The application form.

/// Heading.
pub const TITLE: &str = "顔写真付きカードを申請する";
/// For search engines.
pub const DESCRIPTION: &str = "顔写真付きカードを、スマートフォンやパソコンから申請できます。\
     申請書ID、メールアドレス、顔写真を用意してください。";
/// Heading of the list of what is needed.
pub const NEEDED_TITLE: &str = "用意するもの";
/// What is needed.
pub const NEEDED: [&str; 3] = [
    "個人番号カード交付申請書（申請書IDが印刷された紙）",
    "メールを受け取れるメールアドレス",
    "6か月以内に撮影した顔写真（申請の途中で撮ることもできます）",
];
/// How long it takes.
pub const DURATION: &str =
    "かかる時間は約10分です。メールアドレスを登録したあとは、途中でやめても続きから進めます。";

/// Under the ID's label.
pub const ID_HINT: &str =
    "交付申請書の右上にある23桁の数字です。空白やハイフンは、あってもなくてもかまいません。";
/// The button.
pub const BEGIN: &str = "この申請書で申請を始める";
/// Opens the help on the ID.
pub const LOST_TITLE: &str = "申請書IDが分からないとき";
/// Where the ID stands.
pub const LOST_WHERE: &str =
    "交付申請書の右上を見てください。QRコードがある申請書は、スマートフォンで読み取れます。";
/// When the form is lost or out of date.
pub const LOST_NEW: &str = "申請書をなくした方や、住所や氏名が変わった方は、新しい申請書が必要です。\
     市区町村の窓口で受け取ってください。";

/// Link to the status page.
pub const STATUS: &str = "申請の状況を確認する";

/// Heading for an applicant who is in the middle of it.
pub const UNDER_WAY_TITLE: &str = "申請の途中です";
/// What such an applicant can do.
pub const UNDER_WAY: &str = "前回の続きから進めます。";
/// The link to it.
pub const UNDER_WAY_LINK: &str = "続きから進む";

/// Heading of the page behind the QR code.
pub const QR_TITLE: &str = "この申請書で申請しますか";
/// Above the ID.
pub const QR_COMPARE: &str = "交付申請書の右上の番号と同じか、見比べてください。";
/// Why.
pub const QR_WHY: &str = "申請書IDに誤りがあると、正しいカードを作れません。";
/// Opens the help for another number.
pub const QR_DIFFERS_TITLE: &str = "番号が違うとき";
/// What to do.
pub const QR_DIFFERS: &str =
    "お手元の交付申請書のQRコードを読み直すか、申請書IDを入力してください。";
/// Link to the page where it is typed.
pub const TYPE_IT: &str = "申請書IDを入力する";
/// Opens the second form when the ID came by QR code.
pub const OTHER_FORM_TITLE: &str = "別の申請書で申請するとき";
/// Heading when the address behind the QR code holds no ID.
pub const QR_UNREADABLE_TITLE: &str = "申請書IDを読み取れませんでした";
/// What to do then.
pub const QR_UNREADABLE: &str =
    "QRコードをもう一度読み取ってください。読み取れないときは、申請書IDを入力してください。";
