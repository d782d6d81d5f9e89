//! Words of the frame around each page and of the components.

use crate::words::frame::Frame;
use crate::words::sentence::Template;

/// Words of the frame around each page and of the components.
pub(super) const FRAME: Frame = Frame {
    service: "顔写真付きカードの申請",
    skip: "本文へ移動",
    demo: "デモ",
    demo_note: "これはデモです。入力した内容で、カードは発行されません。",
    demo_link: "デモ用の申請書とメール",
    way_back: "戻る",
    help: "ヘルプ",
    foot_links: "このサービスについて",
    contact: "お問い合わせ",
    phone: "電話",
    hours: "受付時間",
    status: "申請状況の確認",
    privacy: "個人情報の取扱いについて",
    accessibility: "アクセシビリティ",
    required: "※必須",
    optional: "任意",
    error: "エラー：",
    notice_info: "お知らせ",
    notice_good: "完了",
    notice_warn: "注意",
    birth_date_apply: "この日付にする",
    era_choose: "選んでください",
    era: "元号または西暦",
    year: "年",
    month: "月",
    day: "日",
    unknown_title: "生まれた月や日が分からない方",
    unknown_hint: "住民票に月や日がない方は、チェックを入れて、その欄を空けてください。",
    day_unknown: "日が分からない",
    month_unknown: "月も分からない",
    session_title: "操作を続けますか",
    session_note: "操作がないときは、安全のためにこの画面を閉じます。登録した内容は保存されていますが、\
     この画面に入力中の内容は消えます。残すには「続ける」を押し、時間内に送ってください。\
     閉じたあとは、メールの申請専用URLから続けられます。",
    session_stay: "続ける",
    session_leave: "終わる",
    session_left: "残り{m}分{s}秒です。",
    step: Template("ステップ {number}／{of}"),
    problems_heading: Template("入力内容を確認してください（{count}件）"),
    title: Template("{page}｜{service}"),
    title_of_step: Template("{page}｜{step}｜{service}"),
    colon: "：",
    named: Template("{name}：{what}"),
};
