//! How the values of this crate travel: as text, and parsed again on arrival.

/// Gives a type with `parse` and `as_str` its conversions from and to text, so
/// that `#[serde(try_from = "String", into = "String")]` cannot let a wrong
/// value in.
macro_rules! travels_as_text {
    ($type:ident, $problem:ident) => {
        impl core::str::FromStr for $type {
            type Err = $problem;

            fn from_str(text: &str) -> Result<Self, $problem> {
                Self::parse(text)
            }
        }

        impl TryFrom<String> for $type {
            type Error = $problem;

            fn try_from(text: String) -> Result<Self, $problem> {
                Self::parse(&text)
            }
        }

        impl From<$type> for String {
            fn from(value: $type) -> Self {
                value.as_str().to_owned()
            }
        }
    };
}

/// Makes a problem an error whose message is its kind: the wording for people
/// stands elsewhere, and a log line must not quote what was typed.
macro_rules! says_its_kind {
    ($problem:ident) => {
        impl core::fmt::Display for $problem {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.kind())
            }
        }

        impl core::error::Error for $problem {}
    };
}

pub(crate) use {says_its_kind, travels_as_text};
