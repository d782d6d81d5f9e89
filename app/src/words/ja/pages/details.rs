//! ⑦ Birth date, certificates, braille.

/// Heading.
pub const TITLE: &str = "申請情報を入力してください";
/// Under the birth date's legend.
pub const BIRTH_HINT: &str = "元号または西暦で入力してください。例）平成10年3月27日";
/// Takes the date offered for one outside its era.
pub fn go_on_as(date: &rules::BirthDate) -> String {
    format!("{}として進む", date.wareki())
}
/// What it is for.
pub const BIRTH_WHY: &str =
    "申請書IDが申請するご本人のものか、確認するために使います。再申請のときにも必要です。";
/// Opens the question on the certificates.
pub const CERTIFICATES_TITLE: &str =
    "電子証明書の発行を希望しない場合は、こちらから選択してください";
/// Question.
pub const CERTIFICATES: &str = "電子証明書を発行しますか";
/// Under the question.
pub const CERTIFICATES_HINT: &str =
    "電子証明書は2種類あります。e-Taxの申告や、コンビニでの証明書の受け取りなどに使います。";
/// For children and wards.
pub const NO_SIGNATURE_TITLE: &str = "署名用電子証明書について";
/// For children and wards.
pub const NO_SIGNATURE: &str = "15歳未満の方と成年被後見人の方には、署名用電子証明書を原則として発行しません。\
     そのため、「署名用を発行しない」を選んだ状態にしています。";
/// Choice.
pub const ISSUE: &str = "発行する";
/// Under the choice.
pub const ISSUE_HINT: &str = "署名用と利用者証明用の、両方を発行します。";
/// Choice.
pub const DECLINE: &str = "発行しないものがある";
/// Under the choice.
pub const DECLINE_HINT: &str =
    "発行しない電子証明書を、下で選んでください。あとから窓口で発行できます。";
/// Over the two boxes.
pub const DECLINED: &str = "発行しない電子証明書";
/// Under it.
pub const DECLINED_HINT: &str = "「発行しないものがある」を選んだ方だけ、選んでください。";
/// Box.
pub const DECLINE_SIGNATURE: &str = "署名用を発行しない";
/// Box.
pub const DECLINE_AUTHENTICATION: &str = "利用者証明用を発行しない";

/// Opens the question on the braille.
pub const BRAILLE_TITLE: &str = "氏名の点字表記を希望する場合は、こちらから選択してください";
/// Question.
pub const BRAILLE: &str = "氏名の点字表記を希望しますか";
/// Choice.
pub const BRAILLE_NO: &str = "希望しない";
/// Choice.
pub const BRAILLE_YES: &str = "希望する";
/// Label.
pub const READING: &str = "点字にする氏名のよみ";
/// Under the label.
pub const READING_HINT: &str = "希望する方だけ、ひらがなで入力してください。例）ばんごう たろう";

/// Both, in the review.
pub const BOTH_ISSUED: &str = "署名用と利用者証明用を発行する";
/// One, in the review.
pub const ONLY_SIGNATURE: &str = "署名用だけ発行する";
/// One, in the review.
pub const ONLY_AUTHENTICATION: &str = "利用者証明用だけ発行する";
/// None, in the review.
pub const NONE_ISSUED: &str = "発行しない";
