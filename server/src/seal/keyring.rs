//! Rows of one kind, sealed under the operator's keys.

use serde::{Serialize, de::DeserializeOwned};
use zeroize::Zeroizing;

use super::key_id::{KEY_ID_BYTES, KeyId};
use super::primitives::{Key, Place, SealError, UNNAMED, open_rest, seal_after};
use crate::random::Random;

/// First byte of a sealed text that names its key in the bytes after it.
pub const NAMED: u8 = 2;

/// A key that is derived from one of the operator's, with that one's name.
#[derive(Clone, Debug)]
pub(super) struct NamedKey {
    pub(super) id: KeyId,
    pub(super) key: Key,
}

/// Seals rows of one kind with the newest of the operator's keys and opens them with any.
#[derive(Clone, Debug)]
pub struct Keyring {
    pub(super) newest: NamedKey,
    pub(super) older: Vec<NamedKey>,
    /// Whether what is sealed says under which key it is.
    pub(super) names: bool,
}

/// A text that was opened.
#[derive(Debug)]
struct Opened {
    clear: Zeroizing<Vec<u8>>,
    by: KeyId,
}

impl Keyring {
    /// Seals bytes for a place.
    ///
    /// # Errors
    /// [`SealError::Random`] when there is no randomness.
    pub fn seal(
        &self,
        place: Place<'_>,
        clear: &[u8],
        random: &dyn Random,
    ) -> Result<Vec<u8>, SealError> {
        let NamedKey { id, key } = &self.newest;
        let head = if self.names {
            id.head().to_vec()
        } else {
            vec![UNNAMED]
        };
        seal_after(&head, key, &beside(&head, place), clear, random)
    }

    /// Opens bytes sealed for a place under any of the keys.
    ///
    /// # Errors
    /// [`SealError::KeyMissing`] names the key that is needed and not there;
    /// [`SealError::DoesNotOpen`].
    pub fn open(&self, place: Place<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        Ok(self.look_into(place, sealed)?.clear)
    }

    /// The name of the key that bytes are sealed under, found by opening them.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn key_of(&self, place: Place<'_>, sealed: &[u8]) -> Result<KeyId, SealError> {
        Ok(self.look_into(place, sealed)?.by)
    }

    /// The same bytes sealed anew under the newest key; nothing when that is their key already.
    ///
    /// # Errors
    /// As [`Self::open`] and [`Self::seal`].
    pub fn seal_anew(
        &self,
        place: Place<'_>,
        sealed: &[u8],
        random: &dyn Random,
    ) -> Result<Option<Vec<u8>>, SealError> {
        let Opened { clear, by } = self.look_into(place, sealed)?;
        if by == self.newest.id {
            return Ok(None);
        }
        self.seal(place, &clear, random).map(Some)
    }

    /// Seals a value as JSON.
    ///
    /// # Errors
    /// As [`Self::seal`].
    pub fn seal_value<T: Serialize>(
        &self,
        place: Place<'_>,
        value: &T,
        random: &dyn Random,
    ) -> Result<Vec<u8>, SealError> {
        let clear = Zeroizing::new(serde_json::to_vec(value)?);
        self.seal(place, &clear, random)
    }

    /// Opens a value sealed by [`Self::seal_value`].
    ///
    /// # Errors
    /// As [`Self::open`], and [`SealError::Content`].
    pub fn open_value<T: DeserializeOwned>(
        &self,
        place: Place<'_>,
        sealed: &[u8],
    ) -> Result<T, SealError> {
        Ok(serde_json::from_slice(&self.open(place, sealed)?)?)
    }

    /// The key that new texts name; none while they name none.
    pub fn named(&self) -> Option<KeyId> {
        self.names.then_some(self.newest.id)
    }

    fn keys(&self) -> impl Iterator<Item = &NamedKey> {
        std::iter::once(&self.newest).chain(&self.older)
    }

    fn look_into(&self, place: Place<'_>, sealed: &[u8]) -> Result<Opened, SealError> {
        let opened = |named: &NamedKey, head: &[u8], rest: &[u8]| {
            let clear = open_rest(&named.key, &beside(head, place), rest)?;
            Ok(Opened {
                clear,
                by: named.id,
            })
        };
        if let Some((id, rest)) = KeyId::split(sealed) {
            let mut keys = self.keys();
            let named = keys.find(|named| named.id == id);
            return opened(named.ok_or(SealError::KeyMissing(id))?, &id.head(), rest);
        }
        let rest = sealed
            .strip_prefix(&[UNNAMED])
            .ok_or(SealError::DoesNotOpen)?;
        self.keys()
            .find_map(|named| opened(named, &[UNNAMED], rest).ok())
            .ok_or(SealError::DoesNotOpen)
    }
}

/// What is authenticated with a text: its place, and the name of its key if it has one.
fn beside(head: &[u8], place: Place<'_>) -> Vec<u8> {
    match head {
        [UNNAMED] => place.bytes(),
        head => [head, &place.bytes()].concat(),
    }
}

impl KeyId {
    /// What a text begins with that is sealed under this key and says so.
    pub fn head(self) -> [u8; 1 + KEY_ID_BYTES] {
        let mut head = [NAMED; 1 + KEY_ID_BYTES];
        head[1..].copy_from_slice(&self.0);
        head
    }

    /// The key a text names, and what follows its name; none when it names none.
    fn split(sealed: &[u8]) -> Option<(Self, &[u8])> {
        let (id, rest) = sealed.strip_prefix(&[NAMED])?.split_first_chunk()?;
        Some((Self(*id), rest))
    }
}

#[cfg(test)]
mod tests {
    use super::super::primitives::tests::{HERE, key};
    use super::super::{Keys, OperatorKey, OperatorKeys, open};
    use super::*;
    use crate::random::SeededRandom;

    /// The keys of a database that began with the key 1.
    fn keys(numbers: &[u8]) -> Keys {
        let one = |number: &u8| OperatorKey::derive(&key(*number));
        let (newest, older) = numbers.split_first().unwrap();
        let operator = OperatorKeys::new(one(newest), older.iter().map(one).collect());
        Keys::new(&operator, one(&1).look_up_keys().clone())
    }

    fn sealed(keys: &Keys) -> Vec<u8> {
        let random = SeededRandom::new(1);
        keys.sessions()
            .seal_value(HERE, &"平成10年", &random)
            .unwrap()
    }

    fn opened(keys: &Keys, sealed: &[u8]) -> Result<String, SealError> {
        keys.sessions().open_value(HERE, sealed)
    }

    #[test]
    fn what_any_of_the_keys_sealed_opens_with_and_without_its_name() {
        let (first, second) = (sealed(&keys(&[1])), sealed(&keys(&[2, 1])));
        assert_eq!((first[0], second[0]), (UNNAMED, NAMED));
        for order in [[1, 2].as_slice(), &[2, 1], &[3, 2, 1]] {
            for sealed in [&first, &second] {
                assert_eq!(opened(&keys(order), sealed).unwrap(), "平成10年");
            }
        }
    }

    #[test]
    fn a_text_whose_key_is_not_there_says_which_one_it_needs() {
        let second = OperatorKey::derive(&key(2)).id();
        let told = opened(&keys(&[3, 1]), &sealed(&keys(&[2, 1])));
        assert!(
            matches!(told, Err(SealError::KeyMissing(id)) if id == second),
            "{told:?}"
        );
        let told = opened(&keys(&[2]), &sealed(&keys(&[1])));
        assert!(matches!(told, Err(SealError::DoesNotOpen)), "{told:?}");
    }

    #[test]
    fn the_first_key_of_a_database_seals_as_the_version_before_reads() {
        let first = keys(&[1, 2]);
        let by_hand = open(&first.sessions().newest.key, HERE, &sealed(&first));
        assert_eq!(by_hand.unwrap().as_slice(), "\"平成10年\"".as_bytes());
    }

    #[test]
    fn a_changed_or_shortened_text_does_not_open_and_its_name_belongs_to_it() {
        let keys = keys(&[2, 1]);
        let sealed = sealed(&keys);
        for position in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[position] ^= 1;
            assert!(opened(&keys, &changed).is_err());
            assert!(opened(&keys, &sealed[..position]).is_err());
        }
        let unnamed = [&[UNNAMED], &sealed[1 + KEY_ID_BYTES..]].concat();
        assert!(opened(&keys, &unnamed).is_err());
    }

    #[test]
    fn a_text_is_sealed_anew_unless_it_is_under_the_newest_key() {
        let random = SeededRandom::new(2);
        let both = keys(&[2, 1]);
        let old = sealed(&keys(&[1]));
        let anew = both.sessions().seal_anew(HERE, &old, &random).unwrap();
        let anew = anew.unwrap();
        assert_eq!(opened(&keys(&[2]), &anew).unwrap(), "平成10年");
        let again = both.sessions().seal_anew(HERE, &anew, &random).unwrap();
        assert_eq!(again, None);
    }

    #[test]
    fn each_drawer_has_a_lock_of_its_own() {
        let keys = keys(&[2, 1]);
        assert!(keys.forms().open(HERE, &sealed(&keys)).is_err());
    }
}
