//! How a section of the settings is written down, once.
//!
//! [`section!`] takes the doc comment, name, type and default of each key and
//! makes the struct, its defaults, the reading of one key and what the sample
//! prints from them, so that these can never differ.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// One key of a section.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    /// Its name within the section.
    pub(super) name: &'static str,
    /// Its doc comment, line by line.
    pub(super) about: &'static [&'static str],
    /// What is special about it.
    pub(super) note: Note,
}

/// What is special about a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Note {
    /// Nothing.
    Plain,
    /// It is unset unless given; the sample shows this text.
    Example(&'static str),
    /// An address, which may hold a password: one that does is a secret.
    Address,
    /// A secret: it may come from the environment only. The configuration file
    /// is copied and shown around, and flags are seen by every user of the
    /// machine.
    Environment,
}

/// A value on its way into the settings.
#[derive(Clone, Debug)]
pub(super) enum Given {
    /// From a file, with its type.
    Typed(toml::Value),
    /// From the environment or a flag: text, whatever is meant.
    Text(String),
}

/// Why a key was not set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NotSet {
    /// There is no such key.
    Unknown,
    /// The value is not one of this key; says why.
    Wrong(String),
}

impl Given {
    /// The value as the type of its key.
    ///
    /// Text is taken literally where the key holds text, so that a password of
    /// digits stays as it is, and as TOML where it does not (`8`, `true`, `["a"]`).
    ///
    /// # Errors
    /// [`NotSet::Wrong`] when the type refuses it.
    pub(super) fn read<T: DeserializeOwned>(&self) -> Result<T, NotSet> {
        match self {
            Self::Typed(value) => typed(value.clone()),
            Self::Text(text) => typed(toml::Value::String(text.clone())).or_else(|refused| {
                text.parse()
                    .map_or(Err(refused), |value: toml::Value| typed(value))
            }),
        }
    }
}

impl Given {
    /// Whether this is an address with a password in it.
    pub(super) fn holds_password(&self) -> bool {
        let text = match self {
            Self::Typed(value) => value.as_str().unwrap_or_default(),
            Self::Text(text) => text,
        };
        url::Url::parse(text).is_ok_and(|url| url.password().is_some())
    }
}

fn typed<T: DeserializeOwned>(value: toml::Value) -> Result<T, NotSet> {
    value
        .try_into()
        .map_err(|fault: toml::de::Error| NotSet::Wrong(fault.message().to_owned()))
}

/// A value as TOML writes it; none when it is unset.
pub(super) fn shown<T: Serialize>(value: &T) -> Option<String> {
    toml::Value::try_from(value)
        .ok()
        .map(|value| value.to_string())
}

/// What [`section!`] makes of every section.
pub(super) trait Section {
    /// The section's doc comment, line by line.
    const ABOUT: &'static [&'static str];
    /// Its keys in the order they were written down.
    const KEYS: &'static [Key];

    /// Sets one key.
    ///
    /// # Errors
    /// [`NotSet`] when there is no such key or the value is not one of it.
    fn set(&mut self, key: &str, given: &Given) -> Result<(), NotSet>;

    /// The values as TOML, in the order of [`Section::KEYS`]; none for what is unset.
    fn shown(&self) -> Vec<Option<String>>;
}

/// Writes a section down: `/// doc  name: Type = default;`, with `=> Example("…")`,
/// `=> Address` or `=> Environment` where a key needs such a [`Note`].
macro_rules! section {
    (
        $(#[doc = $about:literal])+
        $section:ident {
            $(
                $(#[doc = $doc:literal])+
                $key:ident: $kind:ty = $default:expr $(=> $note:ident $(($example:literal))?)?;
            )+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $section {
            $($(#[doc = $doc])+ pub $key: $kind,)+
        }

        impl Default for $section {
            fn default() -> Self {
                Self { $($key: $default,)+ }
            }
        }

        impl $crate::config::section::Section for $section {
            const ABOUT: &'static [&'static str] = &[$($about),+];
            const KEYS: &'static [$crate::config::section::Key] = &[$(
                $crate::config::section::Key {
                    name: stringify!($key),
                    about: &[$($doc),+],
                    note: $crate::config::section::note!($($note $(($example))?)?),
                }
            ),+];

            fn set(
                &mut self,
                key: &str,
                given: &$crate::config::section::Given,
            ) -> Result<(), $crate::config::section::NotSet> {
                match key {
                    $(stringify!($key) => self.$key = given.read()?,)+
                    _ => return Err($crate::config::section::NotSet::Unknown),
                }
                Ok(())
            }

            fn shown(&self) -> Vec<Option<String>> {
                vec![$($crate::config::section::shown(&self.$key)),+]
            }
        }
    };
}

/// The [`Note`] of a key as [`section!`] spells it.
macro_rules! note {
    () => {
        $crate::config::section::Note::Plain
    };
    ($note:ident $(($example:literal))?) => {
        $crate::config::section::Note::$note$(($example))?
    };
}

pub(super) use {note, section};
