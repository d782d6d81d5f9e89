//! Why something was not done, and what to do instead.

use crate::words::refusals::Refusals;
use crate::words::sentence::Template;

/// Why something was not done, and what to do instead.
pub(super) const REFUSALS: Refusals = Refusals {
    form_title: "入力内容を確認してください",
    form: "誤りがある項目を直して、もう一度送ってください。",
    elsewhere_title: "この画面は、今は開けません",
    elsewhere: "申請の続きの画面から進んでください。",
    already_submitted_title: "この申請書IDでは、すでに申請を受け付けています",
    already_submitted: "申請の状況は、受付番号と生年月日で確認できます。",
    session_over_title: "安全のため、画面を閉じました",
    session_over: "登録した内容は保存されています。入力中でまだ送っていなかった内容は、この端末を使うほかの方に見られないように、残していません。メールに書かれた申請専用URLをもう一度開くと、続きから進めます。メールアドレスを登録する前の方は、はじめから入力してください。",
    too_many_title: "短い時間に何度も操作がありました",
    too_many: Template(
        "{wait}後に、もう一度お試しください。同じ回線（会社や施設のWi-Fiなど）を使っているほかの方の操作も一緒に数えることがあります。登録が済んだ内容は保存されています。",
    ),
    crowded_title: "ただいま、申請が混み合っています",
    crowded: Template(
        "今の操作は、まだ受け付けていません。{wait}ほど待ってから前の画面に戻り、もう一度お試しください。登録が済んだ内容は保存されています。",
    ),
    changed_title: "別の画面で内容が変更されました",
    changed: "新しい内容を確認して、もう一度「登録」を押してください。",
    unavailable_title: "ただいま、このサービスを利用できません",
    unavailable: Template(
        "少し待ってから、もう一度お試しください。登録が済んだ内容は保存されています。お問い合わせのときは、番号 {reference} をお伝えください。",
    ),
    malformed_title: "送られた内容を読み取れませんでした",
    malformed: "前の画面に戻り、もう一度入力してください。",
    no_cookie_title: "このブラウザの設定では、申請を続けられません",
    no_cookie: "申請の続きを覚えておくためのCookie（クッキー）が、ブラウザに保存されませんでした。ブラウザの設定でCookieを許可するか、別のブラウザで、はじめの画面を開いてください。",
    foreign_form_title: "このサイトの画面から送られたことを確かめられませんでした",
    foreign_form: Template(
        "安全のため、今の操作は受け付けていません。{address} を開いて、もう一度入力してください。登録が済んだ内容は保存されています。同じ表示が続くときは、ブラウザを新しいものに更新するか、別のブラウザをお使いください。",
    ),
};
