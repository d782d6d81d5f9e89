//! Encryption at rest, and the keyed digests by which sealed things are found.
//!
//! Everything personal is sealed with XChaCha20-Poly1305 before it reaches the
//! database or a folder. An application has a key of its own, wrapped by the
//! operator's key, so that deleting the wrapped key also makes copies in
//! backups unreadable. The place a text is sealed for (table, row, column) is
//! authenticated with it: a sealed text moved elsewhere does not open.
//!
//! Digests for looking things up are HMAC-SHA-256 under keys derived from the
//! operator's key (HKDF, RFC 5869), one for each purpose.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use serde::{Serialize, de::DeserializeOwned};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::chance::{Chance, NoChance};

/// Length of every key, in bytes.
pub const KEY_BYTES: usize = 32;
const NONCE_BYTES: usize = 24;
/// First byte of a sealed text, so that another format can be told apart later.
const FORMAT: u8 = 1;

/// A secret key; never printed, wiped when dropped.
#[derive(Clone)]
pub struct Key(Zeroizing<[u8; KEY_BYTES]>);

impl Key {
    /// A key from its bytes.
    pub fn new(bytes: [u8; KEY_BYTES]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// A new random key.
    ///
    /// # Errors
    /// [`NoChance`] when there is no randomness.
    pub fn random(chance: &dyn Chance) -> Result<Self, NoChance> {
        Ok(Self::new(chance.bytes()?))
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
    fn bytes(self) -> Vec<u8> {
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
    /// The text inside is not what is expected there.
    #[error("the sealed text holds something else")]
    Content(#[from] serde_json::Error),
    /// No randomness for the nonce.
    #[error(transparent)]
    Chance(#[from] NoChance),
}

/// Seals bytes for a place.
///
/// # Errors
/// [`SealError::Chance`] when there is no randomness.
pub fn seal(
    key: &Key,
    place: Place<'_>,
    clear: &[u8],
    chance: &dyn Chance,
) -> Result<Vec<u8>, SealError> {
    let nonce: [u8; NONCE_BYTES] = chance.bytes()?;
    let aad = place.bytes();
    let closed = XChaCha20Poly1305::new((&*key.0).into())
        .encrypt(
            &XNonce::from(nonce),
            Payload {
                msg: clear,
                aad: &aad,
            },
        )
        .map_err(|_| SealError::DoesNotOpen)?;
    let mut sealed = Vec::with_capacity(1 + NONCE_BYTES + closed.len());
    sealed.push(FORMAT);
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(&closed);
    Ok(sealed)
}

/// Opens bytes sealed for a place.
///
/// # Errors
/// [`SealError::DoesNotOpen`].
pub fn open(key: &Key, place: Place<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
    let (&format, rest) = sealed.split_first().ok_or(SealError::DoesNotOpen)?;
    let (nonce, closed) = rest
        .split_first_chunk::<NONCE_BYTES>()
        .ok_or(SealError::DoesNotOpen)?;
    if format != FORMAT {
        return Err(SealError::DoesNotOpen);
    }
    let aad = place.bytes();
    XChaCha20Poly1305::new((&*key.0).into())
        .decrypt(
            &XNonce::from(*nonce),
            Payload {
                msg: closed,
                aad: &aad,
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
    chance: &dyn Chance,
) -> Result<Vec<u8>, SealError> {
    let clear = Zeroizing::new(serde_json::to_vec(value)?);
    seal(key, place, &clear, chance)
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

/// A digest by which a sealed thing is found.
pub type Digest = [u8; 32];

/// What a digest is for; each purpose has its own key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Finding an application form by its ID.
    Form,
    /// Counting mails to an address.
    Mail,
    /// Counting by client address.
    Client,
    /// Checking a device code.
    DeviceCode,
    /// Making the token of a link.
    LinkToken,
}

impl Purpose {
    fn label(self) -> &'static [u8] {
        match self {
            Self::Form => b"shinsei digest form",
            Self::Mail => b"shinsei digest mail",
            Self::Client => b"shinsei digest client",
            Self::DeviceCode => b"shinsei digest device code",
            Self::LinkToken => b"shinsei digest link token",
        }
    }
}

/// The operator's key and what is derived from it.
#[derive(Clone, Debug)]
pub struct Keys {
    operator: Key,
    wrapping: Key,
    sessions: Key,
    forms: Key,
}

impl Keys {
    /// Derives the keys for every purpose from the operator's key.
    pub fn derive(operator: Key) -> Self {
        let derived = |label: &[u8]| expand(&operator, label);
        Self {
            wrapping: derived(b"shinsei key wrapping"),
            sessions: derived(b"shinsei key sessions"),
            forms: derived(b"shinsei key forms"),
            operator,
        }
    }

    /// Seals sessions.
    pub fn sessions(&self) -> &Key {
        &self.sessions
    }

    /// Seals the forms the office issued.
    pub fn forms(&self) -> &Key {
        &self.forms
    }

    /// Wraps an application's own key.
    ///
    /// # Errors
    /// As [`seal`].
    pub fn wrap(
        &self,
        application: &str,
        key: &Key,
        chance: &dyn Chance,
    ) -> Result<Vec<u8>, SealError> {
        seal(&self.wrapping, wrapped_place(application), &*key.0, chance)
    }

    /// Unwraps an application's own key.
    ///
    /// # Errors
    /// As [`open`].
    pub fn unwrap_key(&self, application: &str, wrapped: &[u8]) -> Result<Key, SealError> {
        let clear = open(&self.wrapping, wrapped_place(application), wrapped)?;
        let bytes: [u8; KEY_BYTES] = clear
            .as_slice()
            .try_into()
            .map_err(|_| SealError::DoesNotOpen)?;
        Ok(Key::new(bytes))
    }

    /// The digest of a text for a purpose.
    pub fn digest(&self, purpose: Purpose, text: &[u8]) -> Digest {
        let key = expand(&self.operator, purpose.label());
        let mut mac = keyed(&key);
        mac.update(text);
        mac.finalize().into_bytes().into()
    }

    /// Whether a text has this digest, in constant time.
    pub fn matches(&self, purpose: Purpose, text: &[u8], digest: &[u8]) -> bool {
        let key = expand(&self.operator, purpose.label());
        let mut mac = keyed(&key);
        mac.update(text);
        mac.verify_slice(digest).is_ok()
    }
}

fn wrapped_place(application: &str) -> Place<'_> {
    Place {
        table: "applications",
        row: application,
        column: "wrapped_key",
    }
}

fn keyed(key: &Key) -> Hmac<Sha256> {
    #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
    <Hmac<Sha256> as Mac>::new_from_slice(&*key.0).expect("HMAC takes a key of any length")
}

fn expand(from: &Key, label: &[u8]) -> Key {
    let mut bytes = [0; KEY_BYTES];
    #[expect(
        clippy::expect_used,
        reason = "32 bytes are within what HKDF-SHA-256 gives"
    )]
    Hkdf::<Sha256>::new(None, &*from.0)
        .expand(label, &mut bytes)
        .expect("32 bytes are given");
    Key::new(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::SeededChance;

    const HERE: Place<'static> = Place {
        table: "sessions",
        row: "a",
        column: "sealed",
    };

    fn keys() -> Keys {
        Keys::derive(Key::new([7; KEY_BYTES]))
    }

    #[test]
    fn a_sealed_value_opens_in_its_place_only() {
        let chance = SeededChance::new(1);
        let sealed = seal_value(keys().sessions(), HERE, &"平成10年", &chance).unwrap();
        assert_eq!(
            open_value::<String>(keys().sessions(), HERE, &sealed).unwrap(),
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
            assert!(open(keys().sessions(), elsewhere, &sealed).is_err());
        }
        assert!(open(keys().forms(), HERE, &sealed).is_err());
    }

    #[test]
    fn a_changed_or_shortened_text_does_not_open() {
        let chance = SeededChance::new(1);
        let sealed = seal(keys().sessions(), HERE, b"clear", &chance).unwrap();
        for position in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[position] ^= 1;
            assert!(open(keys().sessions(), HERE, &changed).is_err());
            assert!(open(keys().sessions(), HERE, &sealed[..position]).is_err());
        }
    }

    #[test]
    fn an_applications_key_is_wrapped_for_that_application() {
        let chance = SeededChance::new(1);
        let key = Key::random(&chance).unwrap();
        let wrapped = keys().wrap("a", &key, &chance).unwrap();
        assert_eq!(*keys().unwrap_key("a", &wrapped).unwrap().0, *key.0);
        assert!(keys().unwrap_key("b", &wrapped).is_err());
    }

    #[test]
    fn digests_differ_by_purpose_and_key() {
        let other = Keys::derive(Key::new([8; KEY_BYTES]));
        let digest = keys().digest(Purpose::Form, b"1");
        assert_ne!(digest, keys().digest(Purpose::Mail, b"1"));
        assert_ne!(digest, other.digest(Purpose::Form, b"1"));
        assert!(keys().matches(Purpose::Form, b"1", &digest));
        assert!(!keys().matches(Purpose::Form, b"2", &digest));
    }
}
