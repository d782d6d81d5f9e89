//! ② The terms, and who applies.

/// Heading.
pub const TITLE: &str = "利用規約を確認してください";
/// Heading of the summary.
pub const SUMMARY_TITLE: &str = "はじめに";
/// What matters most, in short.
pub const SUMMARY: [&str; 4] = [
    "申請には、メールアドレス、顔写真、生年月日を登録します。",
    "15歳未満の方と成年被後見人の方の申請は、法定代理人が行います。",
    "オンライン申請では、法定代理人が登録を行ってください。",
    "内容を読み、同意する場合は、下のチェックを入れてください。",
];

/// The version of the terms.
pub fn version(version: &str) -> String {
    format!("この規約の版：{version}")
}

/// Over the two boxes.
pub const STATEMENTS: &str = "同意の確認";
/// First box of the leaflet.
pub const OF_AGE: &str =
    "私は15歳以上です。または、私は15歳未満または成年被後見人の法定代理人です。";
/// Second box of the leaflet.
pub const CONSENT: &str = "「個人番号カードオンライン申請」利用規約、および「個人情報の取扱いについて」を\
     承諾のうえ、申請します。";

/// Before the link to what the second box speaks of.
pub const READ: &str = "チェックを入れる前に、上の利用規約と、次のページを読んでください。";

/// Question.
pub const WHO: &str = "どなたの申請ですか";
/// Choice.
pub const MYSELF: &str = "本人";
/// Choice.
pub const CHILD: &str = "1歳以上15歳未満の子ども";
/// Choice.
pub const INFANT: &str = "1歳未満の子ども";
/// Choice.
pub const WARD: &str = "成年被後見人等";
/// Under the choice.
pub const MYSELF_HINT: &str = "15歳以上の方が、ご自分のカードを申請します。";
/// Under the choice.
pub const CHILD_HINT: &str = "親権者などの法定代理人が申請します。";
/// Under the choice.
pub const INFANT_HINT: &str =
    "親権者などの法定代理人が申請します。カードに顔写真が載らないため、写真は要りません。";
/// Under the choice.
pub const WARD_HINT: &str = "成年後見人などの法定代理人が申請します。";

/// For somebody who changes who applies.
pub const CHANGE_TITLE: &str = "申請する方を変えられます";
/// What happens then.
pub const CHANGE: &str = "変えると、顔写真や生年月日をもう一度伺うことがあります。";

/// Opens the way without the portal.
pub const DISAGREE_TITLE: &str = "同意しない場合";
/// The way without the portal.
pub const DISAGREE: &str =
    "オンラインでは申請できません。交付申請書の郵送か、市区町村の窓口で申請してください。";

/// Before the application ID is given.
pub const BEGIN_HINT: &str = "申請するには、交付申請書の申請書IDが必要です。";
/// See [`BEGIN_HINT`].
pub const BEGIN: &str = "申請書IDを入力する";
