//! Words of the frame around each page and of the components.

/// Name of the service, in the header and in each page's title.
pub const SERVICE: &str = "顔写真付きカードの申請";
/// Link that skips the header.
pub const SKIP: &str = "本文へ移動";
/// Badge of a demonstration.
pub const DEMO: &str = "デモ";
/// What the badge means.
pub const DEMO_NOTE: &str = "これはデモです。入力した内容で、カードは発行されません。";
/// Link to the demonstration's forms and mails.
pub const DEMO_LINK: &str = "デモ用の申請書とメール";
/// Names the link to the page before for those who cannot see where it stands.
pub const WAY_BACK: &str = "戻る";
/// Link to the help page, and its name.
pub const HELP: &str = "ヘルプ";
/// Names the links at the foot of each page for those who cannot see them.
pub const FOOT_LINKS: &str = "このサービスについて";
/// Heading of the office's address at the foot of each page.
pub const CONTACT: &str = "お問い合わせ";
/// Before the telephone number.
pub const PHONE: &str = "電話";
/// Before the opening hours.
pub const HOURS: &str = "受付時間";
/// Link to the status page.
pub const STATUS: &str = "申請状況の確認";
/// Link to the privacy page.
pub const PRIVACY: &str = "個人情報の取扱いについて";
/// Link to the accessibility statement.
pub const ACCESSIBILITY: &str = "アクセシビリティ";

/// Mark of a field that must be filled in.
pub const REQUIRED: &str = "※必須";
/// Mark of a field that may stay empty.
pub const OPTIONAL: &str = "任意";
/// Before an error, for those who cannot see its colour; before the title of a
/// page with errors.
pub const ERROR: &str = "エラー：";

/// Kind of a notice that informs.
pub const NOTICE_INFO: &str = "お知らせ";
/// Kind of a notice that something went well.
pub const NOTICE_GOOD: &str = "完了";
/// Kind of a notice that asks for attention.
pub const NOTICE_WARN: &str = "注意";

/// Names of the eras and calendars a birth date may be written in: value of
/// the control and name.
pub const ERAS: [(&str, &str); 6] = [
    ("R", "令和"),
    ("H", "平成"),
    ("S", "昭和"),
    ("T", "大正"),
    ("M", "明治"),
    ("AD", "西暦"),
];
/// Puts the date that was most likely meant into the controls.
pub const BIRTH_DATE_APPLY: &str = "この日付にする";
/// First choice of the eras.
pub const ERA_CHOOSE: &str = "選んでください";
/// Label of the era.
pub const ERA: &str = "元号または西暦";
/// Label of the year.
pub const YEAR: &str = "年";
/// Label of the month.
pub const MONTH: &str = "月";
/// Label of the day.
pub const DAY: &str = "日";
/// Opens the boxes of unknown parts.
pub const UNKNOWN_TITLE: &str = "生まれた月や日が分からない方";
/// Above them.
pub const UNKNOWN_HINT: &str =
    "住民票に月や日がない方は、チェックを入れて、その欄を空けてください。";
/// Box.
pub const DAY_UNKNOWN: &str = "日が分からない";
/// Box.
pub const MONTH_UNKNOWN: &str = "月も分からない";

/// Heading of the warning before a session ends.
pub const SESSION_TITLE: &str = "操作を続けますか";
/// What happens when the session ends.
pub const SESSION_NOTE: &str = "操作がないときは、安全のためにこの画面を閉じます。登録した内容は保存されていますが、\
     この画面に入力中の内容は消えます。残すには「続ける」を押し、時間内に送ってください。\
     閉じたあとは、メールの申請専用URLから続けられます。";
/// Button that keeps the session.
pub const SESSION_STAY: &str = "続ける";
/// Button that ends the session.
pub const SESSION_LEAVE: &str = "終わる";
/// The time left; the page's script puts the minutes and seconds in.
pub const SESSION_LEFT: &str = "残り{m}分{s}秒です。";

/// 「ステップ 3／9」.
pub fn step(number: u8, of: u8) -> String {
    format!("ステップ {number}／{of}")
}

/// The page's title in the browser: what it is about first.
pub fn page_title(title: &str, step_line: Option<&str>, has_errors: bool) -> String {
    let error = if has_errors { ERROR } else { "" };
    match step_line {
        Some(line) => format!("{error}{title}｜{line}｜{SERVICE}"),
        None => format!("{error}{title}｜{SERVICE}"),
    }
}

/// Heading over the list of problems.
pub fn problems_heading(count: usize) -> String {
    format!("入力内容を確認してください（{count}件）")
}
