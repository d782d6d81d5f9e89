//! The accessibility statement.

/// Heading.
pub const TITLE: &str = "アクセシビリティ";
/// What the page is about.
pub const LEAD: &str =
    "年齢、障害の有無、使う機器にかかわらず、どなたも申請できることを目指しています。";

/// Heading.
pub const GOAL_TITLE: &str = "目標";
/// The standards aimed at.
pub const GOAL: &str = "JIS X 8341-3:2016の適合レベルAAと、WCAG 2.2のレベルAAの達成基準を満たすことを目標にしています。";

/// Heading.
pub const DONE_TITLE: &str = "取り組んでいること";
/// What is done.
pub const DONE: [&str; 7] = [
    "キーボードだけで、すべての操作ができます。",
    "JavaScriptを使わない設定でも、申請できます。",
    "文字を200%に大きくしても、幅の狭い画面でも、内容が欠けません。",
    "間違いは、色だけでなく言葉でも伝え、直し方を示します。",
    "画像認証には、音声を用意しています。",
    "入力した内容は保存し、時間が過ぎても続きから進めます。",
    "動きを減らす設定と、色の強調の設定に従います。",
];

/// Heading.
pub const TEST_TITLE: &str = "試験の方法";
/// How it is tested.
pub const TEST: [&str; 3] = [
    "すべての画面を、axe-coreによる自動の検査で確かめています。",
    "文字と背景の色の差を、計算で確かめています。",
    "画面読み上げソフトを使う方による試験は、まだ行っていません。",
];

/// Heading.
pub const KNOWN_TITLE: &str = "分かっている課題";
/// What is not good enough yet.
pub const KNOWN: [&str; 2] = [
    "画像も音声も使えない方は、画像認証を通れません。郵送または窓口で申請してください。",
    "日本語のほかの言語と、やさしい日本語は用意していません。",
];

/// Heading.
pub const ASK_TITLE: &str = "お気づきの点";
/// Where to tell.
pub const ASK: &str = "使いにくいところがありましたら、次の窓口へお知らせください。";
