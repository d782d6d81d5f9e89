//! Pages without scripting, for when no other can be made. They are made without the
//! portal, which may be what has failed; their few rules of style have a file that needs no
//! name from the build.

use rules::Language;

use crate::refusal::Refusal;
use crate::words::Words;

/// A whole document that says why nothing was done and what to do.
pub fn bare_page(refused: &Refusal, language: Language) -> String {
    let words = Words::of(language);
    let said = words.refusal(refused);
    let start = words.not_found.start;
    let more = format!("<p><a href=\"/\">{start}</a></p>");
    document(language, "", said.title, &said.body, &more)
}

/// A whole document for a page that nobody has a place for at the moment: it asks again by
/// itself after so many seconds.
pub fn waiting_page(seconds: u32, language: Language) -> String {
    let words = Words::of(language);
    let refresh = format!("<meta http-equiv=\"refresh\" content=\"{seconds}\">");
    let body = words.crowded.body(&words.waiting.of(seconds));
    let more = format!("<p>{}</p>", words.crowded.nothing_is_lost);
    document(language, &refresh, words.crowded.title, &body, &more)
}

fn document(language: Language, head: &str, title: &str, body: &str, more: &str) -> String {
    let (tag, direction) = (language.tag(), language.direction());
    format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\" dir=\"{direction}\"><head><meta charset=\"utf-8\">{head}\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <link rel=\"stylesheet\" href=\"/bare.css\"><title>{title}</title></head>\
         <body><main><h1>{title}</h1><p>{body}</p>{more}</main></body></html>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_what_a_page_would_say() {
        let page = bare_page(
            &Refusal::Unavailable {
                reference: "1A2B3C4D".to_owned(),
            },
            Language::Japanese,
        );
        for words in [
            "<title>ただいま、このサービスを利用できません</title>",
            "番号 1A2B3C4D をお伝えください",
            "lang=\"ja\"",
            "href=\"/\"",
        ] {
            assert!(page.contains(words), "{page}");
        }
    }

    #[test]
    fn who_waits_is_told_how_long_and_the_page_asks_again_by_itself() {
        let page = waiting_page(20, Language::Japanese);
        for words in [
            "content=\"20\"",
            "<title>ただいま、申請が混み合っています</title>",
            "20秒",
            "保存されています",
        ] {
            assert!(page.contains(words), "{page}");
        }
    }
}
