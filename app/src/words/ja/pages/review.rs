//! ⑧ Everything, looked over.

/// Heading.
pub const TITLE: &str = "申請する内容を確認してください";
/// Heading of the warning.
pub const UNFINISHED_TITLE: &str = "まだ申請は終わっていません";
/// What is left to do.
pub const UNFINISHED: &str = "内容を確かめ、いちばん下の「登録」を押してください。「変更」を押すと、直してこの画面に戻れます。";
/// Below the answers: those that cannot be changed.
pub const FIXED: &str = "申請書ID、メール連絡用氏名、メールアドレスは、確認の済んだメールに結び付いているため、\
     ここでは直せません。誤りがあるときは、はじめのページから申請し直してください。";
/// Heading of the word about an age that nobody can tell from the birth date.
pub const AGE_TITLE: &str = "年齢は担当者が確認します";
/// Why.
pub const AGE: &str = "生年月日の一部が分からないため、年齢を1つに決められません。\
     担当者が記録を確かめます。このまま申請できます。";
/// Row.
pub const APPLICANT: &str = "申請する方";
/// Row.
pub const CERTIFICATES: &str = "電子証明書";
/// Row.
pub const BRAILLE: &str = "氏名の点字表記";
/// A photo is kept.
pub const PHOTO_ALT: &str = "登録した顔写真";
/// Key: why the photo may break a rule.
pub const PHOTO_REASON: &str = "写真のきまりに合わない理由";
/// An infant.
pub const NO_PHOTO: &str = "なし（1歳未満のため）";
