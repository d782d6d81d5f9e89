//! The words printed on the sheet.
//!
//! A `\n` stands where a line should end so that no word is torn.
//!
//! `fonts/subset.py` reads this file: after a change run it again, so that the
//! embedded bold font holds every character used here.

/// One of the nine steps: its name and what the person does in it.
pub(super) struct Step {
    pub(super) name: &'static str,
    pub(super) what: &'static str,
}

pub(super) const TITLE: &str = "個人番号カード交付申請書";
pub(super) const SUBTITLE: &str = "オンライン申請のご案内";
pub(super) const ID_LABEL: &str = "申請書ID";

pub(super) const LEAD: &str = "スマートフォンやパソコンから、個人番号カードを申請できます。\n\
    申請には、この用紙に印刷された申請書IDを使います。";

pub(super) const CODE_CAPTION: &str = "申請ページのQRコード";

pub(super) const PHONE_HEADING: &str = "スマートフォンで申請する方";
pub(super) const PHONE: &str =
    "カメラで左のQRコードを読み取ってください。\n申請書IDは自動で入力されます。";

pub(super) const COMPUTER_HEADING: &str = "パソコンで申請する方";
pub(super) const COMPUTER: &str =
    "次のアドレスを開き、\n右上の申請書ID（数字23桁）を入力してください。";

pub(super) const PREPARE_HEADING: &str = "ご用意いただくもの";
pub(super) const PREPARE: [&str; 3] = [
    "この申請書",
    "メールを受け取れるメールアドレス",
    "6か月以内に撮影した顔写真（JPEG形式、20KB～7MB）",
];

pub(super) const STEPS_HEADING: &str = "申請の流れ";
pub(super) const STEPS: [Step; 9] = [
    Step {
        name: "申請ページを開く",
        what: "QRコードを読み取るか、アドレスを入力して、申請ページを開きます。",
    },
    Step {
        name: "利用規約を確認する",
        what: "利用規約と個人情報の取扱いを読み、同意する方はチェックを入れます。",
    },
    Step {
        name: "メールアドレスを登録する",
        what: "メール連絡用氏名、メールアドレス、画像に表示された文字を入力します。",
    },
    Step {
        name: "届いたメールのURLを開く",
        what: "登録したアドレスに申請専用URLが届きます。開いて、続きへ進みます。",
    },
    Step {
        name: "認証番号を入力する（別の端末で開いた場合だけ）",
        what: "もう1通のメールで届く認証番号を入力します。",
    },
    Step {
        name: "顔写真を登録する",
        what: "正面を向き、帽子をかぶらず、背景が無地の写真を選びます。",
    },
    Step {
        name: "申請情報を入力する",
        what: "生年月日を入力し、電子証明書と氏名の点字表記の希望を選びます。",
    },
    Step {
        name: "内容を確認して登録する",
        what: "誤りがなければ「登録」を押します。受付番号が表示されます。",
    },
    Step {
        name: "カードを受け取る",
        what: "約1か月後に交付通知書が届きます。案内に沿って窓口でお受け取りください。",
    },
];

pub(super) const BULLET: &str = "・";

pub(super) const NOTES_HEADING: &str = "ご注意";
pub(super) const NOTES: [&str; 4] = [
    "15歳未満の方と成年被後見人の方の申請は、\n法定代理人が行います。",
    "1歳未満の方の申請には、顔写真は必要ありません。",
    "住所や氏名が変わった方は、この申請書を使えません。窓口で新しい申請書をお受け取りください。",
    "申請書IDは、ほかの方に知られないように\n保管してください。",
];

pub(super) const OFFICE_HEADING: &str = "お問い合わせ";
