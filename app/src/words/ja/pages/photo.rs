//! ⑥ The face photo.

/// Heading.
pub const TITLE: &str = "顔写真を登録してください";

/// Heading over the ID.
pub const WHOSE: &str = "この申請書の方の顔写真を登録します";
/// Under the ID.
pub const WHOSE_COMPARE: &str = "交付申請書の申請書IDと同じか、見比べてください。\
     違うときは、メールアドレスの登録からやり直してください。";
/// The link to that.
pub const WHOSE_AGAIN: &str = "メールアドレスの登録からやり直す";

/// Heading.
pub const GOOD_TITLE: &str = "写真のきまり";
/// What the picture must show.
pub const GOOD: [&str; 4] = [
    "6か月以内に撮影した、正面を向いた写真",
    "帽子をかぶらず、背景に物、柄、影がない写真（白、青、ピンク、黄色などの無地の一色）",
    "明るく鮮明な写真",
    "顔が中央にあり、頭や顔の輪郭が切れていない写真",
];
/// Below the drawings of photos that can be used.
pub const GOOD_DRAWN: [&str; 2] = [
    "正面を向き、背景に何もない",
    "眼鏡をかけていても、目がはっきり見える",
];
/// Heading.
pub const BAD_TITLE: &str = "使えない写真";
/// Above the form: what stands below it.
pub const MORE_BELOW: &str =
    "顔写真の規格の詳細（使えない写真の例と、ファイルのきまり）については、";
/// The link there, which ends the sentence.
pub const MORE_BELOW_LINK: &str = "こちらを確認してください。";
/// Below the drawings of photos that cannot be used.
pub const BAD_DRAWN: [&str; 8] = [
    "顔が大きすぎる",
    "横を向いている、または頭が傾いている",
    "背景に物や柄がある",
    "背景や顔に影がある",
    "サングラスをかけている",
    "眼鏡の縁や光の反射が、目にかかっている",
    "帽子をかぶっている",
    "ぼけている、または暗すぎる",
];
/// Heading.
pub const FILE_TITLE: &str = "写真のファイル";
/// What the file must be.
pub const FILE: [&str; 4] = [
    "ファイル形式：JPEG",
    "カラーモード：RGBカラー（CMYKカラーなどは使えません。白黒の写真は使えます）",
    "ファイルサイズ：20KBから7MBまで",
    "大きさ：幅と高さがそれぞれ480から6000ピクセルまで",
];
/// On cropping, edited pictures, and how long it takes.
pub const NOTES: [&str; 3] = [
    "カードに合わせて、顔写真の周りを切り抜きます。",
    "画像編集ソフトで加工した写真は、受け付けられないことがあります。",
    "アップロードには時間がかかることがあります。終わるまで、画面を閉じずにお待ちください。",
];
/// Opens the help.
pub const EXCEPTION_TITLE: &str = "帽子や眼帯などを外せない方、赤ちゃんの写真";
/// The help.
pub const EXCEPTION: &str = "宗教上や医療上の理由で外せない方は、顔の輪郭が見えるように撮ってください。\
     小さなお子さまや座れない方は、無地の布の上に寝て、真上から撮ってください。";
/// Question.
pub const EXCEPTION_LEGEND: &str = "当てはまる理由を選んでください";
/// What follows from it.
pub const EXCEPTION_HINT: &str =
    "選んだ理由に合わせて確認する項目を減らし、写真と一緒に窓口へ伝えます。";
/// How the picture is moved and scaled.
pub const TRIM_HELP: &str =
    "カードにのる範囲です。指やマウスで動かし、2本の指やホイールで大きさを変えられます。";
/// The same with keys.
pub const TRIM_KEYS: &str =
    "キーボードでは、矢印キーで動かし、＋と－で大きさを変え、0で元に戻します。";
/// Moves and scales: the key a button stands for, and its name.
pub const TRIM_BUTTONS: [(&str, &str); 7] = [
    ("ArrowLeft", "左へ"),
    ("ArrowRight", "右へ"),
    ("ArrowUp", "上へ"),
    ("ArrowDown", "下へ"),
    ("+", "大きく"),
    ("-", "小さく"),
    ("0", "元に戻す"),
];
/// Turn the picture: what a button does, as [`rules::photo::QuarterTurn`] names it, and its name.
pub const TURN_BUTTONS: [(&str, &str); 2] = [("right", "右に回す"), ("left", "左に回す")];
/// Names them together.
pub const TURN_GROUP: &str = "写真の向き";
/// At the line for the top of the head.
pub const CROWN: &str = "頭の上";
/// At the line for the chin.
pub const CHIN: &str = "あご";
/// Label.
pub const CHOOSE: &str = super::common::FACE_PHOTO;
/// Under the label.
pub const CHOOSE_HINT: &str =
    "JPEG形式の写真を1枚選んでください。スマートフォンでは、その場で撮ることもできます。";
/// The button.
pub const UPLOAD: &str = "アップロード";
/// After the button was pressed before the photo could be checked.
pub const READYING: &str = "写真を確認する準備をしています…";
/// A photo is kept already.
pub const KEPT_TITLE: &str = "写真は登録されています";
/// What happens.
pub const KEPT: &str = "新しい写真を登録すると、前の写真と入れ替わります。";

/// Heading of the check page.
pub const CHECK_TITLE: &str = "この写真でよいですか";
/// Heading when the check found something.
pub const CHECK_TITLE_CONCERNS: &str = "写真に気になる点があります";
/// Over what was found.
pub const CONCERNS_TITLE: &str =
    "このまま使うと、審査で撮り直しをお願いすることがあります。次のことを確かめてください。";
/// The button.
pub const USE: &str = "この写真を使う";
/// What to look for.
pub const CHECK: &str = "顔が正面から明るく写り、背景に何もないことを確かめてください。";

/// The picture's alternative text.
pub fn alt(width: u32, height: u32) -> String {
    format!("登録した顔写真（幅{width}ピクセル、高さ{height}ピクセル）")
}

/// To another photo.
pub const AGAIN: &str = "撮り直す";
/// A defect found later.
pub const CHECK_LATER: &str =
    "写真がきまりに合わないときは、あとで撮り直しをお願いすることがあります。";
/// Above a list of what the applicant should look at.
pub const ADVISED: &str = "気になる点があります。撮り直すか、このまま使うかを選んでください。";
/// Broken off by the applicant.
pub const CHECK_CANCELLED: &str =
    "確認をやめました。「アップロード」を押すと、もう一度確認します。";
/// The device cannot check.
pub const UNABLE: &str = "この端末では、写真の写り方を確認できません。\
    このままアップロードできます。送った後に確認します。";
