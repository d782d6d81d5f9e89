//! Another application was begun in another tab.

/// Heading.
pub const TITLE: &str = "別のタブで、別の申請が始まっています";
/// What was not done, and why.
pub const NOTHING_DONE: &str = "送られた画面は、このブラウザで後から始めた申請のものではありません。\
     ほかの方の申請と混ざらないように、今の操作は受け付けていません。";
/// Heading over the choices.
pub const CHOOSE: &str = "どちらの申請を続けますか";
/// The application that the form belongs to, or was under way before.
pub fn go_back(last_four: &str) -> String {
    format!("前の申請に戻る（申請書IDの末尾 {last_four}）")
}
/// What becomes of what was typed.
pub const GO_BACK_HINT: &str = "前の申請に戻ると、入力した内容は残っています。\
     画像認証の文字とチェックは、もう一度入力してください。";
/// The application begun last.
pub fn go_on(last_four: &str) -> String {
    format!("後から始めた申請を続ける（申請書IDの末尾 {last_four}）")
}
/// The application before is not at hand any more.
pub const NOT_AT_HAND: &str = "前の申請をこのブラウザで続けるときは、メールの申請専用URLを開いてください。\
     メールアドレスを登録する前の方は、申請書IDの入力からやり直してください。";
/// To the application ID.
pub const BEGIN: &str = "申請書IDを入力する";
