//! Sealing and opening under one key.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use serde::{Serialize, de::DeserializeOwned};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::key_id::KeyId;
use crate::random::{NoRandom, Random};

/// Length of every key, in bytes.
pub const KEY_BYTES: usize = 32;
const NONCE_BYTES: usize = 24;
/// First byte of a sealed text that does not say under which key it is.
pub(super) const UNNAMED: u8 = 1;

/// A secret key; never printed, wiped when dropped.
#[derive(Clone)]
pub struct Key(pub(super) Zeroizing<[u8; KEY_BYTES]>);

impl Key {
    /// A key from its bytes.
    pub fn new(bytes: [u8; KEY_BYTES]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// A new random key.
    ///
    /// # Errors
    /// [`NoRandom`] when there is no randomness.
    pub fn random(random: &dyn Random) -> Result<Self, NoRandom> {
        Ok(Self::new(random.bytes()?))
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Key(…)")
    }
}

/// What a sealed text belongs to: table, row, column.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// Table, or `photos`.
    pub table: &'static str,
    /// The row's key as text.
    pub row: &'a str,
    /// Column.
    pub column: &'static str,
}

impl Place<'_> {
    pub(super) fn bytes(self) -> Vec<u8> {
        // 0x1F cannot occur in the names, so that no two places share their bytes.
        [self.table, self.row, self.column]
            .join("\u{1f}")
            .into_bytes()
    }
}

/// A sealed text could not be made or opened.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// Wrong key, wrong place, or the bytes were changed.
    #[error("the sealed text does not open: wrong key, wrong place or changed bytes")]
    DoesNotOpen,
    /// It names a key of the operator's that is not given.
    #[error("the sealed text needs the key {0}, which is not in secrets.key_file")]
    KeyMissing(KeyId),
    /// The text inside is not what is expected there.
    #[error("the sealed text holds something else")]
    Content(#[from] serde_json::Error),
    /// No randomness for the nonce.
    #[error(transparent)]
    Random(#[from] NoRandom),
}

/// Seals bytes for a place.
///
/// # Errors
/// [`SealError::Random`] when there is no randomness.
pub fn seal(
    key: &Key,
    place: Place<'_>,
    clear: &[u8],
    random: &dyn Random,
) -> Result<Vec<u8>, SealError> {
    seal_after(&[UNNAMED], key, &place.bytes(), clear, random)
}

/// Opens bytes sealed for a place.
///
/// # Errors
/// [`SealError::DoesNotOpen`].
pub fn open(key: &Key, place: Place<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
    let closed = sealed
        .strip_prefix(&[UNNAMED])
        .ok_or(SealError::DoesNotOpen)?;
    open_rest(key, &place.bytes(), closed)
}

/// The head, a new nonce, and the clear text closed together with `beside`.
pub(super) fn seal_after(
    head: &[u8],
    key: &Key,
    beside: &[u8],
    clear: &[u8],
    random: &dyn Random,
) -> Result<Vec<u8>, SealError> {
    let nonce: [u8; NONCE_BYTES] = random.bytes()?;
    let closed = XChaCha20Poly1305::new((&*key.0).into())
        .encrypt(
            &XNonce::from(nonce),
            Payload {
                msg: clear,
                aad: beside,
            },
        )
        .map_err(|_| SealError::DoesNotOpen)?;
    Ok([head, nonce.as_slice(), closed.as_slice()].concat())
}

/// Opens what follows the head.
pub(super) fn open_rest(
    key: &Key,
    beside: &[u8],
    rest: &[u8],
) -> Result<Zeroizing<Vec<u8>>, SealError> {
    let (nonce, closed) = rest
        .split_first_chunk::<NONCE_BYTES>()
        .ok_or(SealError::DoesNotOpen)?;
    XChaCha20Poly1305::new((&*key.0).into())
        .decrypt(
            &XNonce::from(*nonce),
            Payload {
                msg: closed,
                aad: beside,
            },
        )
        .map(Zeroizing::new)
        .map_err(|_| SealError::DoesNotOpen)
}

/// Seals a value as JSON.
///
/// # Errors
/// As [`seal`].
pub fn seal_value<T: Serialize>(
    key: &Key,
    place: Place<'_>,
    value: &T,
    random: &dyn Random,
) -> Result<Vec<u8>, SealError> {
    let clear = Zeroizing::new(serde_json::to_vec(value)?);
    seal(key, place, &clear, random)
}

/// Opens a value sealed by [`seal_value`].
///
/// # Errors
/// As [`open`], and [`SealError::Content`].
pub fn open_value<T: DeserializeOwned>(
    key: &Key,
    place: Place<'_>,
    sealed: &[u8],
) -> Result<T, SealError> {
    Ok(serde_json::from_slice(&open(key, place, sealed)?)?)
}

/// A key for one use, derived from another.
pub(super) fn expand(from: &Key, label: &[u8]) -> Key {
    let mut bytes = Zeroizing::new([0; KEY_BYTES]);
    #[expect(
        clippy::expect_used,
        reason = "32 bytes are within what HKDF-SHA-256 gives"
    )]
    Hkdf::<Sha256>::new(None, &*from.0)
        .expand(label, &mut *bytes)
        .expect("32 bytes are given");
    Key(bytes)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::random::SeededRandom;

    pub(in crate::seal) const HERE: Place<'static> = Place {
        table: "sessions",
        row: "a",
        column: "sealed",
    };

    pub(in crate::seal) fn key(number: u8) -> Key {
        Key::new([number; KEY_BYTES])
    }

    #[test]
    fn a_sealed_value_opens_in_its_place_only() {
        let random = SeededRandom::new(1);
        let sealed = seal_value(&key(7), HERE, &"平成10年", &random).unwrap();
        assert_eq!(
            open_value::<String>(&key(7), HERE, &sealed).unwrap(),
            "平成10年"
        );
        for elsewhere in [
            Place { row: "b", ..HERE },
            Place {
                column: "other",
                ..HERE
            },
            Place {
                table: "forms",
                ..HERE
            },
        ] {
            assert!(open(&key(7), elsewhere, &sealed).is_err());
        }
        assert!(open(&key(8), HERE, &sealed).is_err());
    }

    #[test]
    fn a_changed_or_shortened_text_does_not_open() {
        let random = SeededRandom::new(1);
        let sealed = seal(&key(7), HERE, b"clear", &random).unwrap();
        for position in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[position] ^= 1;
            assert!(open(&key(7), HERE, &changed).is_err());
            assert!(open(&key(7), HERE, &sealed[..position]).is_err());
        }
    }
}
