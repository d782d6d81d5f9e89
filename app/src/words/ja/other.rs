//! Another application was begun in another tab.

use crate::words::pages::other::Other;
use crate::words::sentence::Template;

/// Another application was begun in another tab.
pub(super) const OTHER: Other = Other {
    title: "別のタブで、別の申請が始まっています",
    nothing_done: "送られた画面は、このブラウザで後から始めた申請のものではありません。\
     ほかの方の申請と混ざらないように、今の操作は受け付けていません。",
    choose: "どちらの申請を続けますか",
    go_back: Template("前の申請に戻る（申請書IDの末尾 {last_four}）"),
    go_back_hint: "前の申請に戻ると、入力した内容は残っています。\
     画像認証の文字とチェックは、もう一度入力してください。",
    go_on: Template("後から始めた申請を続ける（申請書IDの末尾 {last_four}）"),
    not_at_hand: "前の申請をこのブラウザで続けるときは、メールの申請専用URLを開いてください。\
     メールアドレスを登録する前の方は、申請書IDの入力からやり直してください。",
    begin: "申請書IDを入力する",
};
