//! The key everything personal is encrypted with.

use std::path::PathBuf;

use super::kinds::{Secret, SecretProblem};
use super::section::section;

section! {
    /// The key that personal data is encrypted with. Without it nothing can be read
    /// any more: keep a copy where the backups are not.
    Secrets {
        /// The key itself: 64 hexadecimal digits, as `openssl rand -hex 32` prints them.
        key: Option<Secret> = None => Environment;
        /// File with the key. `shinsei demo` makes one itself, in its data folder.
        key_file: Option<PathBuf> = None => Example("/run/credentials/shinsei/key");
    }
}

/// Bytes of the key.
pub const KEY_BYTES: usize = 32;

/// Why there is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyProblem {
    /// It cannot be had.
    #[error(transparent)]
    Secret(#[from] SecretProblem),
    /// It is not the 64 digits it should be.
    #[error("is not a key: 64 hexadecimal digits, as `openssl rand -hex 32` prints them")]
    Shape,
}

impl Secrets {
    /// The key, if one is given.
    ///
    /// # Errors
    /// [`KeyProblem`] when it is given twice, cannot be read or is no key.
    pub fn read_key(&self) -> Result<Option<[u8; KEY_BYTES]>, KeyProblem> {
        Secret::from_either(self.key.as_ref(), self.key_file.as_deref())?
            .map(|secret| key_from_hex(secret.expose()).ok_or(KeyProblem::Shape))
            .transpose()
    }
}

fn key_from_hex(text: &str) -> Option<[u8; KEY_BYTES]> {
    let (pairs, []) = text.as_bytes().as_chunks::<2>() else {
        return None;
    };
    let digit = |byte: u8| {
        char::from(byte)
            .to_digit(16)
            .and_then(|digit| u8::try_from(digit).ok())
    };
    let bytes: Option<Vec<u8>> = pairs
        .iter()
        .map(|[high, low]| Some(digit(*high)? * 16 + digit(*low)?))
        .collect();
    bytes?.try_into().ok()
}
