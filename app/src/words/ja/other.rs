//! The applications under way in one browser.

use crate::words::pages::other::Other;
use crate::words::sentence::Template;

/// The applications under way in one browser.
pub(super) const OTHER: Other = Other {
    title: "どの申請を続けますか",
    refused_title: "この画面の申請は、このブラウザで続けられません",
    nothing_done: "送られた画面は、このブラウザで今続けられる申請のものではありません。\
     ほかの方の申請と混ざらないように、今の操作は受け付けていません。",
    go_on: Template("申請を続ける（申請書IDの末尾 {last_four}）"),
    go_on_hint: "登録した内容は残っています。\
     画像認証の文字とチェックは、もう一度入力してください。",
    not_at_hand: "ここにない申請を続けるときは、メールの申請専用URLを開いてください。\
     メールアドレスを登録する前の方は、申請書IDの入力からやり直してください。",
    begin: "申請書IDを入力する",
    which: Template("申請書IDの末尾 {last_four} の申請です。"),
    switch: "別の申請に切り替える",
};
