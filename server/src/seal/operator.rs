//! The operator's keys, and what is derived from them.

use super::key_id::{KEY_ID_BYTES, KeyId};
use super::keyring::{Keyring, NamedKey};
use super::look_up::{Digest, LookUpKeys, Purpose};
use super::primitives::{KEY_BYTES, Key, Place, SealError, expand};
use crate::random::Random;

/// One of the operator's keys, as the keys derived from it.
#[derive(Clone, Debug)]
pub struct OperatorKey {
    id: KeyId,
    wrapping: Key,
    sessions: Key,
    forms: Key,
    mails: Key,
    kept: Key,
    pub(super) backups: Key,
    look_ups: LookUpKeys,
}

impl OperatorKey {
    /// Derives the keys for every use.
    pub fn derive(key: &Key) -> Self {
        let mut id = [0; KEY_ID_BYTES];
        id.copy_from_slice(&expand(key, b"shinsei key id").0[..KEY_ID_BYTES]);
        Self {
            id: KeyId(id),
            wrapping: expand(key, b"shinsei key wrapping"),
            sessions: expand(key, b"shinsei key sessions"),
            forms: expand(key, b"shinsei key forms"),
            mails: expand(key, b"shinsei key mails"),
            kept: expand(key, b"shinsei key look-up keys"),
            backups: expand(key, b"shinsei key backups"),
            look_ups: LookUpKeys::derive(key),
        }
    }

    /// Its name.
    pub fn id(&self) -> KeyId {
        self.id
    }

    /// The look-up keys of a database that begins with this key.
    pub fn look_up_keys(&self) -> &LookUpKeys {
        &self.look_ups
    }
}

/// The operator's keys, the newest first.
#[derive(Clone, Debug)]
pub struct OperatorKeys {
    newest: OperatorKey,
    older: Vec<OperatorKey>,
}

impl OperatorKeys {
    /// Seals with the newest, opens with all.
    pub fn new(newest: OperatorKey, older: Vec<OperatorKey>) -> Self {
        Self { newest, older }
    }

    /// The one that seals.
    pub fn newest(&self) -> &OperatorKey {
        &self.newest
    }

    /// The newest, then the older ones.
    pub fn iter(&self) -> impl Iterator<Item = &OperatorKey> {
        std::iter::once(&self.newest).chain(&self.older)
    }

    /// Opens the look-up keys that a database keeps.
    pub fn kept(&self) -> Keyring {
        self.keyring(true, |key| &key.kept)
    }

    fn keyring(&self, names: bool, pick: impl Fn(&OperatorKey) -> &Key) -> Keyring {
        let of = |operator: &OperatorKey| NamedKey {
            id: operator.id,
            key: pick(operator).clone(),
        };
        Keyring {
            newest: of(&self.newest),
            older: self.older.iter().map(of).collect(),
            names,
        }
    }
}

/// The keys for one database: the operator's, and the database's own for look-ups.
#[derive(Clone, Debug)]
pub struct Keys {
    wrapping: Keyring,
    sessions: Keyring,
    forms: Keyring,
    mails: Keyring,
    kept: Keyring,
    look_ups: LookUpKeys,
}

impl Keys {
    /// Puts the operator's keys together with the look-up keys of the database.
    ///
    /// What the first key of a database seals does not name it, so that a process of a
    /// version that knows one key only reads it; from the second key on all is named.
    pub fn new(operator: &OperatorKeys, look_ups: LookUpKeys) -> Self {
        let names = !look_ups.are(&operator.newest.look_ups);
        Self {
            wrapping: operator.keyring(names, |key| &key.wrapping),
            sessions: operator.keyring(names, |key| &key.sessions),
            forms: operator.keyring(names, |key| &key.forms),
            mails: operator.keyring(names, |key| &key.mails),
            kept: operator.keyring(names, |key| &key.kept),
            look_ups,
        }
    }

    /// Seals sessions and captchas.
    pub fn sessions(&self) -> &Keyring {
        &self.sessions
    }

    /// Seals the forms the office issued.
    pub fn forms(&self) -> &Keyring {
        &self.forms
    }

    /// Seals the secrets of mails that wait.
    pub fn mails(&self) -> &Keyring {
        &self.mails
    }

    /// Seals the applications' own keys.
    pub fn wrapping(&self) -> &Keyring {
        &self.wrapping
    }

    /// Seals the look-up keys of the database.
    pub fn kept(&self) -> &Keyring {
        &self.kept
    }

    /// Wraps an application's own key.
    ///
    /// # Errors
    /// As [`Keyring::seal`].
    pub fn wrap(
        &self,
        application: &str,
        key: &Key,
        random: &dyn Random,
    ) -> Result<Vec<u8>, SealError> {
        self.wrapping
            .seal(wrapped_place(application), &*key.0, random)
    }

    /// Unwraps an application's own key.
    ///
    /// # Errors
    /// As [`Keyring::open`].
    pub fn unwrap_key(&self, application: &str, wrapped: &[u8]) -> Result<Key, SealError> {
        let clear = self.wrapping.open(wrapped_place(application), wrapped)?;
        let bytes: [u8; KEY_BYTES] = clear
            .as_slice()
            .try_into()
            .map_err(|_| SealError::DoesNotOpen)?;
        Ok(Key::new(bytes))
    }

    /// The digest of a text for a purpose.
    pub fn digest(&self, purpose: Purpose, text: &[u8]) -> Digest {
        self.look_ups.digest(purpose, text)
    }

    /// Whether a text has this digest, in constant time.
    pub fn matches(&self, purpose: Purpose, text: &[u8], digest: &[u8]) -> bool {
        self.look_ups.matches(purpose, text, digest)
    }
}

/// Where an application's own key is wrapped for.
pub fn wrapped_place(application: &str) -> Place<'_> {
    Place {
        table: "applications",
        row: application,
        column: "wrapped_key",
    }
}

#[cfg(test)]
mod tests {
    use super::super::primitives::tests::key;
    use super::*;
    use crate::random::SeededRandom;

    fn keys() -> Keys {
        let operator = OperatorKey::derive(&key(7));
        let look_ups = operator.look_up_keys().clone();
        Keys::new(&OperatorKeys::new(operator, Vec::new()), look_ups)
    }

    #[test]
    fn an_applications_key_is_wrapped_for_that_application() {
        let random = SeededRandom::new(1);
        let key = Key::random(&random).unwrap();
        let wrapped = keys().wrap("a", &key, &random).unwrap();
        assert_eq!(*keys().unwrap_key("a", &wrapped).unwrap().0, *key.0);
        assert!(keys().unwrap_key("b", &wrapped).is_err());
    }

    #[test]
    fn a_name_is_the_key_s_own_and_nothing_of_it() {
        let (one, other) = (OperatorKey::derive(&key(7)), OperatorKey::derive(&key(8)));
        assert_ne!(one.id(), other.id());
        assert_eq!(one.id().to_string().len(), 2 * KEY_ID_BYTES);
        assert!(!format!("{one:?}").contains("7, 7"), "{one:?}");
    }
}
