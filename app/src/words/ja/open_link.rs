//! The page behind the mailed link.

use crate::words::pages::open_link::OpenLink;
use crate::words::sentence::Template;

/// The page behind the mailed link.
pub(super) const OPEN_LINK: OpenLink = OpenLink {
    ready_title: "申請を続けますか",
    ready: Template("申請書IDの末尾が{last_four}の申請です。{until}まで続けられます。"),
    ready_again: "申請を終えるまで、このURLから何度でも続けられます。\
     メールアドレスを登録した端末と違う端末では、ボタンを押したあとに認証番号を確認します。",
    go_on: "申請を続ける",
    expired_title: "このURLの有効期限が過ぎました",
    expired: "新しいURLを、登録したメールアドレスに送れます。登録した内容は保存されています。",
    replaced_title: "このURLは使えません",
    replaced: "もっと新しいURLを送ったためです。\
     最も新しいメールのURLを開くか、新しいURLを受け取ってください。",
    renew: "新しいURLを送る",
    under_way: "このURLは使えなくなりましたが、この端末では続きから進めます。",
    finished_title: "この申請は受け付け済みです",
    finished: "申請の状況は、受付番号と生年月日で確認できます。",
    unknown_title: "このURLの申請が見つかりません",
    unknown: "メールのURLが途中で切れていないか、確認してください。保存の期間が過ぎた申請も開けません。",
    start_again: "はじめから申請する",
};
