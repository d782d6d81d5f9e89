//! A box that is ticked or not, as a browser sends it.
//!
//! For fields of forms: `#[serde(default, with = "rules::tick")]`.

use core::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserializer, Serializer};

/// What a ticked box sends. One that is not ticked sends nothing.
pub const TICKED: &str = "yes";

/// What a box in this state sends; nothing becomes an empty text.
pub const fn text(is_ticked: bool) -> &'static str {
    if is_ticked { TICKED } else { "" }
}

/// Writes a box as a browser sends it.
///
/// # Errors
/// The serializer's own.
pub fn serialize<S: Serializer>(is_ticked: &bool, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(text(*is_ticked))
}

/// Reads a box: any text but [`TICKED`] is one that is not ticked.
///
/// # Errors
/// The deserializer's own, also for what is no text.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    deserializer.deserialize_str(Tick)
}

struct Tick;

impl Visitor<'_> for Tick {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a box that is ticked or not")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<bool, E> {
        Ok(text == TICKED)
    }
}

#[cfg(test)]
mod tests {
    use crate::BirthDateFields;

    #[test]
    fn a_box_is_read_as_a_browser_sends_it_and_as_it_is_written() {
        let read = |text: &str| serde_json::from_str::<BirthDateFields>(text).unwrap();
        assert!(read(r#"{"day_unknown":"yes"}"#).day_unknown);
        for other in [r#"{"day_unknown":"no"}"#, r#"{"day_unknown":""}"#, "{}"] {
            assert!(!read(other).day_unknown, "{other}");
        }
        for is_ticked in [false, true] {
            let fields = BirthDateFields {
                day_unknown: is_ticked,
                ..BirthDateFields::default()
            };
            assert_eq!(read(&serde_json::to_string(&fields).unwrap()), fields);
        }
        assert!(serde_json::from_str::<BirthDateFields>(r#"{"day_unknown":true}"#).is_err());
    }
}
