//! ⑦ Birth date, certificates, braille.

use crate::words::pages::details::Details;
use crate::words::sentence::Template;

/// ⑦ Birth date, certificates, braille.
pub(super) const DETAILS: Details = Details {
    title: "申請情報を入力してください",
    birth_hint: "元号または西暦で入力してください。例）平成10年3月27日",
    birth_why: "申請書IDが申請するご本人のものか、確認するために使います。再申請のときにも必要です。",
    certificates_title: "電子証明書の発行を希望しない場合は、こちらから選択してください",
    certificates: "電子証明書を発行しますか",
    certificates_hint: "電子証明書は2種類あります。e-Taxの申告や、コンビニでの証明書の受け取りなどに使います。",
    no_signature_title: "署名用電子証明書について",
    no_signature: "15歳未満の方と成年被後見人の方には、署名用電子証明書を原則として発行しません。\
     そのため、「署名用を発行しない」を選んだ状態にしています。",
    issue: "発行する",
    issue_hint: "署名用と利用者証明用の、両方を発行します。",
    decline: "発行しないものがある",
    decline_hint: "発行しない電子証明書を、下で選んでください。あとから窓口で発行できます。",
    declined: "発行しない電子証明書",
    declined_hint: "「発行しないものがある」を選んだ方だけ、選んでください。",
    decline_signature: "署名用を発行しない",
    decline_authentication: "利用者証明用を発行しない",
    braille_title: "氏名の点字表記を希望する場合は、こちらから選択してください",
    braille: "氏名の点字表記を希望しますか",
    braille_no: "希望しない",
    braille_yes: "希望する",
    reading: "点字にする氏名のよみ",
    reading_hint: "希望する方だけ、ひらがなで入力してください。例）ばんごう たろう",
    both_issued: "署名用と利用者証明用を発行する",
    only_signature: "署名用だけ発行する",
    only_authentication: "利用者証明用だけ発行する",
    none_issued: "発行しない",
    go_on_as: Template("{date}として進む"),
};
