//! The photo check without an application.

use crate::words::pages::checker::Checker;

/// The photo check without an application.
pub(super) const CHECKER: Checker = Checker {
    title: "顔写真を確かめる",
    link: "申請の前に、顔写真を確かめる",
    lead: "手元の写真やその場で撮った写真が、カードに使えそうか確かめられます。申請書IDは要りません。",
    kept_here_title: "写真はどこにも送りません",
    kept_here: "確認は、お使いの端末の中だけで行います。写真は、この画面を閉じると残りません。",
    needs_script: "この画面で確かめるには、ブラウザーのJavaScriptを有効にしてください。\
     JavaScriptを使えないときは、申請の途中で送った写真を、受け取るときに確認します。",
    not_awake: "このブラウザーでは、写真を確かめる部品を動かせません。ページを読み込み直すか、\
     ほかのブラウザーで開いてください。申請の途中で送った写真は、受け取るときに確認します。",
    estimate: "結果は目安です。申請のあと、審査で撮り直しをお願いすることがあります。",
    apply: "申請を始める",
    unable: "この端末では、写真の写り方を確認できません。\
     申請の途中で送った写真を、受け取るときに確認します。",
    cancelled: "確認をやめました。写真をもう一度選ぶと、確認します。",
    advised: "気になる点があります。撮り直すと、審査で直しをお願いされにくくなります。",
};
