//! No sentence bypasses the catalogue: in the language of the tests nothing Japanese is left
//! of what the portal says.

use super::*;
use crate::applicant::pages::{bare_page, waiting_page};

/// What is not ours to translate: what an applicant typed, what the office has set, the terms,
/// and the mails of a demonstration.
const NOT_OURS: [&str; 11] = [
    "次のURLを開いてください。",
    // A box of the birth date, filled in as the registers write it.
    "value=\"春\"",
    "番号太郎",
    "ばんごう たろう",
    "カード申請事務局",
    "平日9時から17時まで",
    "第1段落です。",
    "第2段落です。",
    "利用規約",
    "個人情報の取扱いについて",
    "申請を続けるためのURL",
];

/// Kana, kanji, and the signs of their width.
fn is_japanese(letter: char) -> bool {
    matches!(u32::from(letter), 0x3000..=0x30ff | 0x3400..=0x9fff | 0xf900..=0xfaff | 0xff00..=0xffef)
}

fn assert_nothing_is_japanese(name: &str, html: &str) {
    let ours = NOT_OURS
        .into_iter()
        .fold(html.replace("<wbr>", ""), |html, one| html.replace(one, ""));
    if let Some(at) = ours.find(is_japanese) {
        let told: String = ours[at..].chars().take(60).collect();
        panic!("{name}: {told}");
    }
}

/// Everything that is kept for a page: each refusal and each notice.
fn all_flashes() -> Vec<Flash> {
    let notices = [
        Notice::MailSentAgain,
        Notice::LinkRenewed,
        Notice::CodeSentAgain,
        Notice::PictureChanged,
        Notice::NameChanged,
        Notice::LettersRead,
        Notice::IsInfant,
        Notice::PhotoGone,
        Notice::PhotoNeeded,
    ];
    let told = notices.map(|notice| Flash {
        notice: Some(notice),
        ..Flash::default()
    });
    flashes().into_iter().chain(told).collect()
}

#[test]
fn no_sentence_of_any_page_bypasses_the_catalogue() {
    for (name, html) in show_all(Language::Pseudo, &all_flashes()) {
        assert_nothing_is_japanese(&name, &html);
    }
    for path in [
        "/terms",
        "/privacy",
        "/accessibility",
        "/help",
        "/photo-check",
        "/gallery",
        "/no/such/page",
    ] {
        let answer = answered_in(Language::Pseudo, path, FakePortal::default());
        assert_nothing_is_japanese(path, &answer.html);
    }
}

#[test]
fn a_page_that_is_made_without_the_portal_is_in_the_language_of_the_request() {
    let bare = bare_page(&Refusal::Crowded { wait_seconds: 90 }, Language::Pseudo);
    assert_nothing_is_japanese("bare", &bare);
    assert!(bare.contains("lang=\"ar-XB\" dir=\"rtl\""), "{bare}");
    assert_nothing_is_japanese("waiting", &waiting_page(20, Language::Pseudo));
}

#[test]
fn a_sentence_that_bypasses_the_catalogue_would_be_found() {
    let found = std::panic::catch_unwind(|| assert_nothing_is_japanese("", "<p>確認</p>"));
    assert!(found.is_err());
}
