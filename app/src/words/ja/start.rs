//! ① The application form.

use crate::words::pages::start::Start;

/// ① The application form.
pub(super) const START: Start = Start {
    title: "顔写真付きカードを申請する",
    description: "顔写真付きカードを、スマートフォンやパソコンから申請できます。\
     申請書ID、メールアドレス、顔写真を用意してください。",
    needed_title: "用意するもの",
    needed: [
        "個人番号カード交付申請書（申請書IDが印刷された紙）",
        "メールを受け取れるメールアドレス",
        "6か月以内に撮影した顔写真（申請の途中で撮ることもできます）",
    ],
    duration: "かかる時間は約10分です。メールアドレスを登録したあとは、途中でやめても続きから進めます。",
    id_hint: "交付申請書の右上にある23桁の数字です。空白やハイフンは、あってもなくてもかまいません。",
    begin: "この申請書で申請を始める",
    lost_title: "申請書IDが分からないとき",
    lost_where: "交付申請書の右上を見てください。QRコードがある申請書は、スマートフォンで読み取れます。",
    lost_new: "申請書をなくした方や、住所や氏名が変わった方は、新しい申請書が必要です。\
     市区町村の窓口で受け取ってください。",
    status: "申請の状況を確認する",
    under_way_title: "申請の途中です",
    under_way: "前回の続きから進めます。",
    under_way_link: "続きから進む",
    qr_title: "この申請書で申請しますか",
    qr_compare: "交付申請書の右上の番号と同じか、見比べてください。",
    qr_why: "申請書IDに誤りがあると、正しいカードを作れません。",
    qr_differs_title: "番号が違うとき",
    qr_differs: "お手元の交付申請書のQRコードを読み直すか、申請書IDを入力してください。",
    type_it: "申請書IDを入力する",
    other_form_title: "別の申請書で申請するとき",
    qr_unreadable_title: "申請書IDを読み取れませんでした",
    qr_unreadable: "QRコードをもう一度読み取ってください。読み取れないときは、申請書IDを入力してください。",
};
