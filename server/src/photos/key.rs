//! Under which name a photo is kept.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Longest part of a key. Folders and object stores take names of 255 bytes.
const LONGEST_PART: usize = 64;
const ENDING: &str = ".jpg.sealed";

/// The name of a kept photo: `<application>/<photo>.jpg.sealed`.
///
/// Both parts are made of ASCII letters, digits, `-` and `_` only, so that a key
/// can never lead out of the vault. They are tokens of ours; nothing that the
/// applicant wrote (name, application id, name of the file) is in a key.
///
/// This is the only place where keys are put together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct VaultKey(String);

/// A text is no key of a photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is no name of a photo")]
pub struct NoPhotoKey;

impl VaultKey {
    /// The key of a photo of an application. None unless both are such tokens.
    ///
    /// Give every photo a token of its own, random or a digest of its bytes: a
    /// photo kept under a key that is taken replaces the one before.
    pub fn new(application: &str, photo: &str) -> Option<Self> {
        let sound = is_token(application) && is_token(photo);
        sound.then(|| Self(format!("{application}/{photo}{ENDING}")))
    }

    /// Reads a key as [`as_str`](Self::as_str) wrote it.
    pub fn parse(text: &str) -> Option<Self> {
        let (application, photo) = text.strip_suffix(ENDING)?.split_once('/')?;
        Self::new(application, photo)
    }

    /// The key as text, for the database.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for VaultKey {
    type Error = NoPhotoKey;

    fn try_from(text: String) -> Result<Self, NoPhotoKey> {
        Self::parse(&text).ok_or(NoPhotoKey)
    }
}

impl From<VaultKey> for String {
    fn from(key: VaultKey) -> Self {
        key.0
    }
}

impl fmt::Display for VaultKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

fn is_token(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    (1..=LONGEST_PART).contains(&text.len()) && text.bytes().all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_back_as_it_was_written() {
        let key = VaultKey::new("a-1_Z", "0f").unwrap();
        assert_eq!(key.as_str(), "a-1_Z/0f.jpg.sealed");
        assert_eq!(VaultKey::parse(key.as_str()), Some(key));
    }

    #[test]
    fn nothing_that_could_lead_elsewhere_becomes_a_key() {
        let long = "a".repeat(65);
        for part in [
            "", ".", "..", "a/b", "a\\b", "a.b", "a#1", "%2e", "写真", "a b", "a\0", &long,
        ] {
            assert_eq!(VaultKey::new(part, "ok"), None, "{part}");
            assert_eq!(VaultKey::new("ok", part), None, "{part}");
        }
        for text in [
            "",
            "a.jpg.sealed",
            "a/b",
            "a/b.jpg",
            "a/b/c.jpg.sealed",
            "/b.jpg.sealed",
        ] {
            assert_eq!(VaultKey::parse(text), None, "{text}");
        }
    }
}
