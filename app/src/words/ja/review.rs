//! ⑧ Everything, looked over.

use crate::words::pages::review::Review;

/// ⑧ Everything, looked over.
pub(super) const REVIEW: Review = Review {
    title: "申請する内容を確認してください",
    unfinished_title: "まだ申請は終わっていません",
    unfinished: "内容を確かめ、いちばん下の「登録」を押してください。「変更」を押すと、直してこの画面に戻れます。",
    fixed: "申請書ID、メール連絡用氏名、メールアドレスは、確認の済んだメールに結び付いているため、\
     ここでは直せません。誤りがあるときは、はじめのページから申請し直してください。",
    age_title: "年齢は担当者が確認します",
    age: "生年月日の一部が分からないため、年齢を1つに決められません。\
     担当者が記録を確かめます。このまま申請できます。",
    applicant: "申請する方",
    certificates: "電子証明書",
    braille: "氏名の点字表記",
    photo_alt: "登録した顔写真",
    photo_reason: "写真のきまりに合わない理由",
    no_photo: "なし（1歳未満のため）",
};
