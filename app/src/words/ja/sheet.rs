//! The words printed on the sheet that comes with an application form.
//!
//! `server/src/forms/fonts/subset.py` reads this file: after a change run it again, so that the
//! embedded bold font holds every character used here.

use crate::words::sheet::{Sheet, SheetStep};

/// The words printed on the sheet.
pub(super) const SHEET: Sheet = Sheet {
    title: "個人番号カード交付申請書",
    subtitle: "オンライン申請のご案内",
    id_label: "申請書ID",
    lead: "スマートフォンやパソコンから、個人番号カードを申請できます。\n\
    申請には、この用紙に印刷された申請書IDを使います。",
    code_caption: "申請ページのQRコード",
    phone_heading: "スマートフォンで申請する方",
    phone: "カメラで左のQRコードを読み取ってください。\n申請書IDは自動で入力されます。",
    computer_heading: "パソコンで申請する方",
    computer: "次のアドレスを開き、\n右上の申請書ID（数字23桁）を入力してください。",
    prepare_heading: "ご用意いただくもの",
    prepare: [
        "この申請書",
        "メールを受け取れるメールアドレス",
        "6か月以内に撮影した顔写真（JPEG形式、20KB～7MB）",
    ],
    steps_heading: "申請の流れ",
    steps: [
        SheetStep {
            name: "申請ページを開く",
            what: "QRコードを読み取るか、アドレスを入力して、申請ページを開きます。",
        },
        SheetStep {
            name: "利用規約を確認する",
            what: "利用規約と個人情報の取扱いを読み、同意する方はチェックを入れます。",
        },
        SheetStep {
            name: "メールアドレスを登録する",
            what: "メール連絡用氏名、メールアドレス、画像に表示された文字を入力します。",
        },
        SheetStep {
            name: "届いたメールのURLを開く",
            what: "登録したアドレスに申請専用URLが届きます。開いて、続きへ進みます。",
        },
        SheetStep {
            name: "認証番号を入力する（別の端末で開いた場合だけ）",
            what: "もう1通のメールで届く認証番号を入力します。",
        },
        SheetStep {
            name: "顔写真を登録する",
            what: "正面を向き、帽子をかぶらず、背景が無地の写真を選びます。",
        },
        SheetStep {
            name: "申請情報を入力する",
            what: "生年月日を入力し、電子証明書と氏名の点字表記の希望を選びます。",
        },
        SheetStep {
            name: "内容を確認して登録する",
            what: "誤りがなければ「登録」を押します。受付番号が表示されます。",
        },
        SheetStep {
            name: "カードを受け取る",
            what: "約1か月後に交付通知書が届きます。案内に沿って窓口でお受け取りください。",
        },
    ],
    bullet: "・",
    notes_heading: "ご注意",
    notes: [
        "15歳未満の方と成年被後見人の方の申請は、\n法定代理人が行います。",
        "1歳未満の方の申請には、顔写真は必要ありません。",
        "住所や氏名が変わった方は、この申請書を使えません。窓口で新しい申請書をお受け取りください。",
        "申請書IDは、ほかの方に知られないように\n保管してください。",
    ],
    office_heading: "お問い合わせ",
};
