//! The few things a journey needs of a page, found without reading it as HTML: the
//! client's work must stay small beside the server's.

/// The value of the field with this name.
pub fn value<'a>(page: &'a str, name: &str) -> Option<&'a str> {
    attribute(tag(page, &format!("name=\"{name}\""))?, "value")
}

/// Where the form posts whose address contains `part`.
pub fn action<'a>(page: &'a str, part: &str) -> Option<&'a str> {
    addresses(page, "action").find(|path| path.contains(part))
}

/// Where the picture is whose address contains `part`.
pub fn picture<'a>(page: &'a str, part: &str) -> Option<&'a str> {
    addresses(page, "src").find(|path| path.contains(part))
}

fn addresses<'a>(page: &'a str, attribute: &str) -> impl Iterator<Item = &'a str> {
    let begin = format!(" {attribute}=\"");
    let mut rest = page;
    std::iter::from_fn(move || {
        let (_, after) = rest.split_once(begin.as_str())?;
        let (address, after) = after.split_once('"')?;
        rest = after;
        Some(address)
    })
}

/// The tag that contains `words`.
fn tag<'a>(page: &'a str, words: &str) -> Option<&'a str> {
    let at = page.find(words)?;
    let begin = page[..at].rfind('<')?;
    let end = at + page[at..].find('>')?;
    Some(&page[begin..end])
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    Some(after.split_once('"')?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<form action="/api/leave"></form><form method="post" action="/api/mail/give">
        <img id="c" src="/captcha/1.png"><input type="hidden" name="challenge" id="x" value="ab">
        <input value="cd" name="seen"><input name="nonce" value="" data-challenge="ef">"#;

    #[test]
    fn a_value_is_found_whatever_comes_first() {
        assert_eq!(value(PAGE, "challenge"), Some("ab"));
        assert_eq!(value(PAGE, "seen"), Some("cd"));
        assert_eq!(value(PAGE, "nonce"), Some(""));
        assert_eq!(value(PAGE, "other"), None);
    }

    #[test]
    fn the_form_and_the_picture_asked_for_are_found() {
        assert_eq!(action(PAGE, "/mail/"), Some("/api/mail/give"));
        assert_eq!(action(PAGE, "/other"), None);
        assert_eq!(picture(PAGE, "/captcha/"), Some("/captcha/1.png"));
    }
}
