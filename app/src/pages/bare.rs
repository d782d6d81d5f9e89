//! A page without style or scripting, for when no other can be made.

use crate::refusal::Refusal;
use crate::text;
use crate::text::pages::not_found;

/// A whole document that says why nothing was done and what to do. It is made
/// without the portal, which may be what has failed.
pub fn bare_page(refused: &Refusal) -> String {
    let words = text::refusal(refused);
    let (title, body, start) = (words.title, words.body, not_found::START);
    format!(
        "<!DOCTYPE html>\n<html lang=\"ja\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{title}</title></head>\
         <body><main><h1>{title}</h1><p>{body}</p><p><a href=\"/\">{start}</a></p></main></body></html>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_what_a_page_would_say() {
        let page = bare_page(&Refusal::Unavailable {
            reference: "1A2B3C4D".to_owned(),
        });
        for words in [
            "<title>ただいま、このサービスを利用できません</title>",
            "番号 1A2B3C4D をお伝えください",
            "lang=\"ja\"",
            "href=\"/\"",
        ] {
            assert!(page.contains(words), "{page}");
        }
    }
}
