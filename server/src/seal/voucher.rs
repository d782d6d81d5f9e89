//! What shows that the manifest of a backup was written by who has the operator's key.

use hmac::{Hmac, Mac};
use sha2::Sha256;

use super::key_id::{KEY_ID_BYTES, KeyId};
use super::look_up::Digest;
use super::operator::{OperatorKey, OperatorKeys};
use super::primitives::SealError;

/// An HMAC-SHA-256 under a key derived from one of the operator's (HKDF), and that one's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voucher {
    key: KeyId,
    code: Digest,
}

impl Voucher {
    /// Reads what [`Display`](std::fmt::Display) writes; none when it is something else.
    pub fn read(text: &str) -> Option<Self> {
        let (key, code) = text.strip_suffix('\n')?.split_once(' ')?;
        let mut voucher = Self {
            key: KeyId([0; KEY_ID_BYTES]),
            code: Digest::default(),
        };
        hex::decode_to_slice(key, &mut voucher.key.0).ok()?;
        hex::decode_to_slice(code, &mut voucher.code).ok()?;
        Some(voucher)
    }

    /// The key it was made with.
    pub fn key(&self) -> KeyId {
        self.key
    }

    /// Whether it is for this manifest, in constant time.
    ///
    /// # Errors
    /// [`SealError::KeyMissing`] when its key is none of these; [`SealError::DoesNotOpen`]
    /// when it is for another manifest.
    pub fn check(&self, keys: &OperatorKeys, manifest: &[u8]) -> Result<(), SealError> {
        let key = keys.iter().find(|key| key.id() == self.key);
        let key = key.ok_or(SealError::KeyMissing(self.key))?;
        let code = Self::code(key, manifest);
        code.verify_slice(&self.code)
            .map_err(|_| SealError::DoesNotOpen)
    }

    fn code(key: &OperatorKey, manifest: &[u8]) -> Hmac<Sha256> {
        #[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
        let mut code = Hmac::<Sha256>::new_from_slice(&*key.backups.0).expect("any length");
        code.update(manifest);
        code
    }
}

impl OperatorKeys {
    /// Vouches for the manifest of a backup, with the newest key.
    pub fn vouch(&self, manifest: &[u8]) -> Voucher {
        let code = Voucher::code(self.newest(), manifest).finalize();
        Voucher {
            key: self.newest().id(),
            code: code.into_bytes().into(),
        }
    }
}

impl std::fmt::Display for Voucher {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(out, "{} {}", self.key, hex::encode(self.code))
    }
}

#[cfg(test)]
mod tests {
    use super::super::primitives::tests::key;
    use super::*;

    fn keys(numbers: &[u8]) -> OperatorKeys {
        let mut keys = numbers
            .iter()
            .map(|number| OperatorKey::derive(&key(*number)));
        OperatorKeys::new(keys.next().unwrap(), keys.collect())
    }

    #[test]
    fn a_voucher_holds_for_its_manifest_under_its_key_be_it_an_older_one() {
        let voucher = keys(&[1]).vouch(b"manifest");
        assert_eq!(Voucher::read(&voucher.to_string()), Some(voucher.clone()));
        for numbers in [[1, 2].as_slice(), &[2, 1], &[3, 2, 1]] {
            voucher.check(&keys(numbers), b"manifest").unwrap();
            let other = voucher.check(&keys(numbers), b"manifesto");
            assert!(matches!(other, Err(SealError::DoesNotOpen)), "{other:?}");
        }
        let missing = voucher.check(&keys(&[2]), b"manifest");
        let needed = keys(&[1]).newest().id();
        assert!(
            matches!(missing, Err(SealError::KeyMissing(id)) if id == needed),
            "{missing:?}"
        );
        let claimed = Voucher {
            key: keys(&[2]).newest().id(),
            ..voucher
        };
        assert!(claimed.check(&keys(&[2, 1]), b"manifest").is_err());
    }

    #[test]
    fn what_is_no_voucher_is_not_read() {
        let written = keys(&[1]).vouch(b"manifest").to_string();
        for text in [
            "",
            "\n",
            " ",
            written.trim_end(),
            &written.replace(' ', ""),
            &written[1..],
        ] {
            assert_eq!(Voucher::read(text), None, "{text:?}");
        }
    }
}
