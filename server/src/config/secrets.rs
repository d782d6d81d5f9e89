//! The keys everything personal is encrypted with.

use std::path::PathBuf;

use zeroize::Zeroizing;

use super::kinds::{Secret, SecretProblem};
use super::section::section;

section! {
    /// The key that personal data is encrypted with. Without it nothing can be read
    /// any more: keep a copy where the backups are not.
    Secrets {
        /// The key itself: 64 hexadecimal digits, as `shinsei key new` prints them. Several
        /// keys, the newest first, each on a line of its own, while one follows the other.
        key: Option<Secret> = None => Environment;
        /// File with the key or keys. `shinsei demo` makes one itself, in its data folder.
        key_file: Option<PathBuf> = None => Example("/run/credentials/shinsei/key");
    }
}

/// Bytes of a key.
pub const KEY_BYTES: usize = 32;

/// A key as it is given.
pub type KeyBytes = Zeroizing<[u8; KEY_BYTES]>;

/// The keys given: at least one, each once.
#[derive(Clone, PartialEq, Eq)]
pub struct GivenKeys {
    /// The one that seals.
    pub newest: KeyBytes,
    /// Those that only open what they sealed, from the newer to the older.
    pub older: Vec<KeyBytes>,
}

impl std::fmt::Debug for GivenKeys {
    /// How many there are, and nothing of them.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "GivenKeys({})", 1 + self.older.len())
    }
}

/// Why there is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyProblem {
    /// It cannot be had.
    #[error(transparent)]
    Secret(#[from] SecretProblem),
    /// A line is not the 64 digits it should be.
    #[error("line {0} is not a key: 64 hexadecimal digits, as `shinsei key new` prints them")]
    Shape(usize),
    /// A key stands there twice.
    #[error("line {0} holds a key that stands above it already")]
    Again(usize),
}

impl Secrets {
    /// The keys, if any is given.
    ///
    /// # Errors
    /// [`KeyProblem`] when they are given in two places, cannot be read or are no keys.
    pub fn read_keys(&self) -> Result<Option<GivenKeys>, KeyProblem> {
        Secret::from_either(self.key.as_ref(), self.key_file.as_deref())?
            .map(|secret| GivenKeys::read(secret.expose()))
            .transpose()
    }
}

impl GivenKeys {
    /// Reads keys, one a line; empty lines and spaces around a key are passed over.
    ///
    /// # Errors
    /// [`KeyProblem`] names the line that is wrong, never what is in it.
    pub fn read(text: &str) -> Result<Self, KeyProblem> {
        let mut keys: Vec<KeyBytes> = Vec::new();
        for (line, number) in text.lines().map(str::trim).zip(1..) {
            if line.is_empty() {
                continue;
            }
            let key = key_from_hex(line).ok_or(KeyProblem::Shape(number))?;
            if keys.contains(&key) {
                return Err(KeyProblem::Again(number));
            }
            keys.push(key);
        }
        let mut keys = keys.into_iter();
        let newest = keys.next().ok_or(SecretProblem::Empty)?;
        Ok(Self {
            newest,
            older: keys.collect(),
        })
    }
}

fn key_from_hex(text: &str) -> Option<KeyBytes> {
    let mut key = Zeroizing::new([0; KEY_BYTES]);
    hex::decode_to_slice(text, &mut *key).ok()?;
    Some(key)
}
