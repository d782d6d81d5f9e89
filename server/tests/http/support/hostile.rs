//! What somebody types who wants a header, a line or a tag of their own.

/// In every hostile text, and nowhere else: where it turns up, the text has come through.
pub(crate) const MARK: &str = "giftig7f";

/// Texts that end a header or a line, a string or a tag, or that are shown as something else
/// than they are. Not all of them are UTF-8.
pub(crate) fn hostile_texts() -> Vec<Vec<u8>> {
    let mut texts: Vec<Vec<u8>> = [
        "giftig7f\r\nBcc: giftig7f@attacker.example\r\n\r\ngiftig7f",
        "giftig7f\nX-Giftig7f: 1",
        "giftig7f\rX-Giftig7f: 1",
        "giftig7f%0d%0aX-Giftig7f:%201",
        "giftig7f\0",
        "\0giftig7f",
        "giftig7f\u{85}giftig7f\u{2028}giftig7f\u{2029}giftig7f",
        "\u{202e}giftig7f\u{202c}\u{2066}giftig7f\u{2069}\u{200f}",
        "\u{feff}giftig7f\u{200b}\u{ad}giftig7f\u{e0001}",
        "giftig7f\u{1b}[2J\u{1b}[31m\u{7}\u{8}",
        "ｇｉｆｔｉｇ７ｆ giftig7f",
        "giftig7f@attacker.example",
        "hanako@example.jp,giftig7f@attacker.example",
        "giftig7f <giftig7f@attacker.example>",
        "\"giftig7f\r\nBcc: x\"@attacker.example",
        "=?UTF-8?Q?giftig7f=0D=0ABcc:_giftig7f@attacker.example?=",
        "<giftig7f onload=giftig7f>\"giftig7f='\"'giftig7f=</textarea></script></title><giftig7f",
        "//attacker.example/giftig7f",
        "{{url}}giftig7f{{code}}",
        "'; drop table journeys; -- giftig7f",
    ]
    .map(|text| text.as_bytes().to_vec())
    .into();
    // Halves of surrogate pairs, and what is no UTF-8 at all.
    texts.push(b"giftig7f\xed\xa0\x80\xed\xb0\x80".to_vec());
    texts.push(b"giftig7f\xff\xfe\xc0\xaf".to_vec());
    texts.push(MARK.repeat(2500).into_bytes());
    texts
}

/// The body of a form whose values are any bytes.
pub(crate) fn escaped_form<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> String {
    let escaped =
        |bytes: &[u8]| -> String { url::form_urlencoded::byte_serialize(bytes).collect() };
    let pairs = pairs
        .into_iter()
        .map(|(name, value)| format!("{}={}", escaped(name.as_bytes()), escaped(value)));
    pairs.collect::<Vec<_>>().join("&")
}
