//! Keyed digests, by which sealed things are found.

use hmac::{Hmac, Mac};
use sha2::Sha256;

use super::keyring::Keyring;
use super::primitives::{KEY_BYTES, Key, Place, SealError, expand};
use crate::random::Random;

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
    /// Marking the cookie of a session as made by this portal.
    SessionMark,
    /// Knowing a device again by its cookie.
    Device,
}

impl Purpose {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Form,
        Self::Mail,
        Self::Client,
        Self::DeviceCode,
        Self::SessionMark,
        Self::Device,
    ];

    /// Its name in the table of look-up keys.
    pub fn name(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Mail => "mail",
            Self::Client => "client",
            Self::DeviceCode => "device_code",
            Self::SessionMark => "session_mark",
            Self::Device => "device",
        }
    }

    fn label(self) -> &'static [u8] {
        match self {
            Self::Form => b"shinsei digest form",
            Self::Mail => b"shinsei digest mail",
            Self::Client => b"shinsei digest client",
            Self::DeviceCode => b"shinsei digest device code",
            Self::SessionMark => b"shinsei digest session mark",
            Self::Device => b"shinsei digest device",
        }
    }
}

/// The keys of all digests, one for each purpose.
///
/// They are derived from the first key a database had and kept in it from then on: a
/// digest made once must be found for as long as the row is there, whatever key
/// the operator has by then. The derivation has no way back, so that whoever reads
/// them does not have that first key.
#[derive(Clone, Debug)]
pub struct LookUpKeys([Key; Purpose::ALL.len()]);

impl LookUpKeys {
    pub(super) fn derive(operator: &Key) -> Self {
        Self(Purpose::ALL.map(|purpose| expand(operator, purpose.label())))
    }

    /// Opens what the database keeps, one for each purpose.
    ///
    /// # Errors
    /// What `kept` answers when there is none for a purpose; as [`Keyring::open`].
    pub fn open<E: From<SealError>>(
        keyring: &Keyring,
        mut kept: impl FnMut(Purpose) -> Result<Vec<u8>, E>,
    ) -> Result<Self, E> {
        let mut open = |purpose: Purpose| -> Result<Key, E> {
            let clear = keyring.open(look_up_place(purpose.name()), &kept(purpose)?)?;
            let bytes: [u8; KEY_BYTES] = clear
                .as_slice()
                .try_into()
                .map_err(|_| SealError::DoesNotOpen)?;
            Ok(Key::new(bytes))
        };
        let [form, mail, client, device_code, session_mark, device] = Purpose::ALL;
        Ok(Self([
            open(form)?,
            open(mail)?,
            open(client)?,
            open(device_code)?,
            open(session_mark)?,
            open(device)?,
        ]))
    }

    /// Seals the key for a purpose, to be kept by the database.
    ///
    /// # Errors
    /// As [`Keyring::seal`].
    pub fn seal(
        &self,
        keyring: &Keyring,
        purpose: Purpose,
        random: &dyn Random,
    ) -> Result<Vec<u8>, SealError> {
        let clear = self.key(purpose).0.as_slice();
        keyring.seal(look_up_place(purpose.name()), clear, random)
    }

    pub(super) fn are(&self, others: &Self) -> bool {
        let pairs = self.0.iter().zip(&others.0);
        pairs.into_iter().all(|(one, other)| *one.0 == *other.0)
    }

    pub(super) fn digest(&self, purpose: Purpose, text: &[u8]) -> Digest {
        self.mac(purpose, text).finalize().into_bytes().into()
    }

    /// In constant time.
    pub(super) fn matches(&self, purpose: Purpose, text: &[u8], digest: &[u8]) -> bool {
        self.mac(purpose, text).verify_slice(digest).is_ok()
    }

    fn key(&self, purpose: Purpose) -> &Key {
        let [form, mail, client, device_code, session_mark, device] = &self.0;
        match purpose {
            Purpose::Form => form,
            Purpose::Mail => mail,
            Purpose::Client => client,
            Purpose::DeviceCode => device_code,
            Purpose::SessionMark => session_mark,
            Purpose::Device => device,
        }
    }

    fn mac(&self, purpose: Purpose, text: &[u8]) -> Hmac<Sha256> {
        #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
        let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(&*self.key(purpose).0)
            .expect("HMAC takes a key of any length");
        mac.update(text);
        mac
    }
}

/// Where the look-up key for a purpose is sealed for.
pub fn look_up_place(purpose: &str) -> Place<'_> {
    Place {
        table: "look_up_keys",
        row: purpose,
        column: "sealed",
    }
}

#[cfg(test)]
mod tests {
    use super::super::OperatorKeys;
    use super::super::operator::OperatorKey;
    use super::*;
    use crate::random::SeededRandom;

    fn keys(number: u8) -> LookUpKeys {
        LookUpKeys::derive(&Key::new([number; KEY_BYTES]))
    }

    #[test]
    fn digests_differ_by_purpose_and_key() {
        let digest = keys(7).digest(Purpose::Form, b"1");
        assert_ne!(digest, keys(7).digest(Purpose::Mail, b"1"));
        assert_ne!(digest, keys(8).digest(Purpose::Form, b"1"));
        assert!(keys(7).matches(Purpose::Form, b"1", &digest));
        assert!(!keys(7).matches(Purpose::Form, b"2", &digest));
    }

    #[test]
    fn a_digest_of_before_the_keys_were_kept_is_made_again() {
        // Made by the version that derived each key from the operator's when it was asked for.
        let digest = "12d3edc606117ba5f0961839f8e9da8acec2d17286300e6915e6db6a22c82273";
        assert_eq!(hex::encode(keys(7).digest(Purpose::Form, b"1")), digest);
    }

    #[test]
    fn what_was_kept_is_read_back_for_each_purpose() {
        let operator = OperatorKey::derive(&Key::new([9; KEY_BYTES]));
        let keyring = OperatorKeys::new(operator, Vec::new()).kept();
        let (kept, random) = (keys(7), SeededRandom::new(1));
        let seal = |purpose| kept.seal(&keyring, purpose, &random);
        assert!(LookUpKeys::open(&keyring, seal).unwrap().are(&kept));
        assert!(!kept.are(&keys(8)));
        let confused = LookUpKeys::open(&keyring, |_| seal(Purpose::Form));
        assert!(matches!(confused, Err(SealError::DoesNotOpen)));
    }
}
