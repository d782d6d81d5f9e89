//! How personal data are handled.

/// Heading.
pub const TITLE: &str = "個人情報の取扱いについて";
/// What the page is about.
pub const LEAD: &str = "このサービスが扱う個人情報と、保存する期間をお知らせします。";

/// Heading.
pub const KEPT_TITLE: &str = "保存する情報";
/// What is kept.
pub const KEPT: [&str; 5] = [
    "申請書IDと生年月日",
    "メール連絡用氏名とメールアドレス",
    "顔写真（撮影した場所などの情報は、受け取るときに取り除きます）",
    "電子証明書と点字表記の希望",
    "同意した利用規約の版と、同意した日時",
];

/// Heading.
pub const USE_TITLE: &str = "使う目的";
/// What it is used for.
pub const USE: &str = "カードの申請を受け付け、確認し、申請についてお知らせするために使います。ほかの目的には使いません。";

/// Heading.
pub const TERM_TITLE: &str = "保存する期間";
/// Column.
pub const TERM_STATE: &str = "申請の状態";
/// Column.
pub const TERM_DAYS: &str = "保存する期間";
/// Row.
pub const UNVERIFIED: &str = "メールのURLを開いていない申請";
/// Row.
pub const UNFINISHED: &str = "途中の申請（最後の操作から）";
/// Row.
pub const HANDED_OVER: &str = "受け付けた申請（事務局への引き渡しから）";
/// Row.
pub const UNUSED_FORM: &str = "申請に使われていない申請書のIDと生年月日（発行から）";

/// Row.
pub const RECORD: &str = "受付や削除の記録（受付番号だけで、氏名などは含みません）";

/// So many days.
pub fn days(count: i64) -> String {
    format!("{count}日")
}

/// After the table.
pub const THEN: [&str; 2] = [
    "期間が過ぎた情報は、自動で削除します。",
    "受け付けた申請は、事務局に引き渡すまで削除しません。削除するときは、その申請書のIDと生年月日も削除します。",
];

/// Heading.
pub const SAFE_TITLE: &str = "安全のための仕組み";
/// What is done.
pub const SAFE: [&str; 4] = [
    "通信は暗号化しています。",
    "顔写真は暗号化して保存しています。",
    "別の端末から続けるときは、認証番号で確かめます。",
    "30分間操作がないときは、画面を閉じます。",
];

/// Heading.
pub const COOKIE_TITLE: &str = "Cookie";
/// What cookies are for.
pub const COOKIE: &str = "申請を続けるために必要なCookieだけを使います。広告や行動の分析のためのCookieは使いません。\
     メールアドレスを登録した端末を覚えるCookieは、申請の途中の内容を保存する期間だけ残り、\
     「終わる」を押すと消えます。";

/// Heading.
pub const ASK_TITLE: &str = "お問い合わせ";
/// Where to ask.
pub const ASK: &str = "内容の確認や削除を希望する方は、次の窓口へお問い合わせください。";
