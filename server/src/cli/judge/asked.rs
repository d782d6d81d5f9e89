//! One line of the input: `{"id":…,"input":"…"}`.

use core::fmt;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, Visitor};
use serde_json::Value;

/// A text to be judged, and the name its answer goes by.
#[derive(Debug, serde::Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    pub(super) id: Value,
    pub(super) input: Input,
}

/// A line that is not of the form, as far as it can be read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Malformed {
    pub(super) id: Value,
}

impl Asked {
    /// Reads a line. Other members of the object are passed over.
    pub(super) fn read(line: &[u8]) -> Result<Self, Malformed> {
        serde_json::from_slice(line).map_err(|_| Malformed {
            id: id_of(line).unwrap_or_default(),
        })
    }
}

/// The `id` of an object whose `input` is missing or no text.
fn id_of(line: &[u8]) -> Option<Value> {
    #[derive(serde::Deserialize)]
    struct Named {
        id: Value,
        #[serde(default, rename = "input")]
        _input: IgnoredAny,
    }
    serde_json::from_slice::<Named>(line)
        .ok()
        .map(|named| named.id)
}

/// A JSON string, also one that Rust's strings cannot hold: half of a surrogate pair
/// (`"\ud800"`) and bytes that are no UTF-8 become U+FFFD, which no field takes. The
/// line still gets its verdict.
#[derive(Debug)]
pub(super) struct Input(pub(super) String);

impl<'de> Deserialize<'de> for Input {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl Visitor<'_> for Text {
            type Value = Input;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Input, E> {
                Ok(Input(String::from_utf8_lossy(bytes).into_owned()))
            }
        }
        deserializer.deserialize_bytes(Text)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(line: &str) -> Result<(Value, String), Malformed> {
        Asked::read(line.as_bytes()).map(|asked| (asked.id, asked.input.0))
    }

    #[test]
    fn an_id_may_be_any_json_and_may_be_missing() {
        for (line, id) in [
            (r#"{"id":7,"input":"x"}"#, json!(7)),
            (r#"{"input":"x","id":"a-1"}"#, json!("a-1")),
            (r#"{"id":[1,null],"input":"x"}"#, json!([1, null])),
            (r#"{"input":"x"}"#, Value::Null),
            (r#" {"id":1,"expect":"y","input":"x"} "#, json!(1)),
        ] {
            assert_eq!(read(line), Ok((id, "x".to_owned())), "{line}");
        }
    }

    #[test]
    fn half_of_a_surrogate_pair_is_a_text_that_no_field_takes() {
        let (id, input) = read(r#"{"id":1,"input":"山\ud842"}"#).unwrap();
        assert_eq!(id, json!(1));
        assert!(input.starts_with('山') && input.ends_with('\u{fffd}'));
        assert_eq!(read(r#"{"input":"\ud842\udfb7"}"#).unwrap().1, "𠮷");
        let bytes = Asked::read(b"{\"id\":1,\"input\":\"\xff\"}").unwrap();
        assert_eq!(bytes.input.0, "\u{fffd}");
    }

    #[test]
    fn what_is_not_of_the_form_keeps_its_id_where_it_has_one() {
        for (line, id) in [
            ("", Value::Null),
            ("x", Value::Null),
            ("[]", Value::Null),
            ("\"x\"", Value::Null),
            (r#"{"id":1"#, Value::Null),
            (r#"{"id":1}"#, json!(1)),
            (r#"{"id":1,"input":null}"#, json!(1)),
            (r#"{"id":1,"input":19980101}"#, json!(1)),
            (r#"{"id":1,"input":["1998"]}"#, json!(1)),
            (r#"{"id":1,"input":"x"} {"#, Value::Null),
        ] {
            assert_eq!(read(line), Err(Malformed { id }), "{line}");
        }
    }
}
