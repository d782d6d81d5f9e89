//! ② The terms, and who applies.

use crate::words::pages::terms::Terms;
use crate::words::sentence::Template;

/// ② The terms, and who applies.
pub(super) const TERMS: Terms = Terms {
    title: "利用規約を確認してください",
    summary_title: "はじめに",
    summary: [
        "申請には、メールアドレス、顔写真、生年月日を登録します。",
        "15歳未満の方と成年被後見人の方の申請は、法定代理人が行います。",
        "オンライン申請では、法定代理人が登録を行ってください。",
        "内容を読み、同意する場合は、下のチェックを入れてください。",
    ],
    version: Template("この規約の版：{version}"),
    statements: "同意の確認",
    of_age: "私は15歳以上です。または、私は15歳未満または成年被後見人の法定代理人です。",
    consent: "「個人番号カードオンライン申請」利用規約、および「個人情報の取扱いについて」を\
     承諾のうえ、申請します。",
    read: "チェックを入れる前に、上の利用規約と、次のページを読んでください。",
    who: "どなたの申請ですか",
    myself: "本人",
    child: "1歳以上15歳未満の子ども",
    infant: "1歳未満の子ども",
    ward: "成年被後見人等",
    myself_hint: "15歳以上の方が、ご自分のカードを申請します。",
    child_hint: "親権者などの法定代理人が申請します。",
    infant_hint: "親権者などの法定代理人が申請します。カードに顔写真が載らないため、写真は要りません。",
    ward_hint: "成年後見人などの法定代理人が申請します。",
    change_title: "申請する方を変えられます",
    change: "変えると、顔写真や生年月日をもう一度伺うことがあります。",
    disagree_title: "同意しない場合",
    disagree: "オンラインでは申請できません。交付申請書の郵送か、市区町村の窓口で申請してください。",
    begin_hint: "申請するには、交付申請書の申請書IDが必要です。",
    begin: "申請書IDを入力する",
};
