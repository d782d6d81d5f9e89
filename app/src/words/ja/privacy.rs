//! How personal data are handled.

use crate::words::pages::privacy::Privacy;
use crate::words::sentence::Template;

/// How personal data are handled.
pub(super) const PRIVACY: Privacy = Privacy {
    title: "個人情報の取扱いについて",
    lead: "このサービスが扱う個人情報と、保存する期間をお知らせします。",
    kept_title: "保存する情報",
    kept: [
        "申請書IDと生年月日",
        "メール連絡用氏名とメールアドレス",
        "顔写真（撮影した場所などの情報は、受け取るときに取り除きます）",
        "電子証明書と点字表記の希望",
        "同意した利用規約の版と、同意した日時",
    ],
    purpose_title: "使う目的",
    purpose: "カードの申請を受け付け、確認し、申請についてお知らせするために使います。ほかの目的には使いません。",
    term_title: "保存する期間",
    term_state: "申請の状態",
    term_days: "保存する期間",
    unverified: "メールのURLを開いていない申請",
    unfinished: "途中の申請（最後の操作から）",
    handed_over: "受け付けた申請（事務局への引き渡しから）",
    unused_form: "申請に使われていない申請書のIDと生年月日（発行から）",
    record: "受付や削除の記録（受付番号だけで、氏名などは含みません）",
    days: Template("{count}日"),
    then: [
        "期間が過ぎた情報は、自動で削除します。",
        "受け付けた申請は、事務局に引き渡すまで削除しません。削除するときは、その申請書のIDと生年月日も削除します。",
    ],
    safe_title: "安全のための仕組み",
    safe: [
        "通信は暗号化しています。",
        "顔写真は暗号化して保存しています。",
        "別の端末から続けるときは、認証番号で確かめます。",
        "30分間操作がないときは、画面を閉じます。",
    ],
    cookie_title: "Cookie",
    cookie: "申請を続けるために必要なCookieだけを使います。広告や行動の分析のためのCookieは使いません。\
     メールアドレスを登録した端末を覚えるCookieは、申請の途中の内容を保存する期間だけ残り、\
     「終わる」を押すと消えます。",
    ask_title: "お問い合わせ",
    ask: "内容の確認や削除を希望する方は、次の窓口へお問い合わせください。",
};
