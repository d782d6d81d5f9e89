//! The applications under way in one browser.

/// Heading.
pub const TITLE: &str = "どの申請を続けますか";
/// Title where a form was refused that belongs to none of them.
pub const REFUSED_TITLE: &str = "この画面の申請は、このブラウザで続けられません";
/// What was not done, and why.
pub const NOTHING_DONE: &str = "送られた画面は、このブラウザで今続けられる申請のものではありません。\
     ほかの方の申請と混ざらないように、今の操作は受け付けていません。";
/// Goes on with one of them.
pub fn go_on(last_four: &str) -> String {
    format!("申請を続ける（申請書IDの末尾 {last_four}）")
}
/// What becomes of what was typed.
pub const GO_ON_HINT: &str = "登録した内容は残っています。\
     画像認証の文字とチェックは、もう一度入力してください。";
/// One that is not among them.
pub const NOT_AT_HAND: &str = "ここにない申請を続けるときは、メールの申請専用URLを開いてください。\
     メールアドレスを登録する前の方は、申請書IDの入力からやり直してください。";
/// To the application ID.
pub const BEGIN: &str = "申請書IDを入力する";
/// On each page of one of several: which it is.
pub fn which(last_four: &str) -> String {
    format!("申請書IDの末尾 {last_four} の申請です。")
}
/// From there to the others.
pub const SWITCH: &str = "別の申請に切り替える";
