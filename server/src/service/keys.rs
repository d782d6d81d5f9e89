//! The operator's keys and a database: whether they fit, and what they open together.

use std::collections::BTreeMap;

use super::applicant::{challenge, session};
use super::application::{forms, secret};
use crate::random::Random;
use crate::seal::{
    KeyId, Keyring, Keys, LookUpKeys, OperatorKey, OperatorKeys, Place, Purpose, SealError,
    look_up_place, wrapped_place,
};
use crate::store::{SavedLookUpKey, SealedCount, SealedTable, Store, StoreError, Which};

/// So many rows that do not name their key are tried; a damaged one alone stops nobody.
const SAMPLE: u32 = 8;

/// Why the operator's keys cannot be used with a database.
#[derive(Debug, thiserror::Error)]
pub enum KeysFault {
    /// None of them opens what is there.
    #[error(
        "secrets.key_file does not fit the database: none of its keys opens the rows of {0}. \
         Put back the key the data was written with"
    )]
    NoneFits(&'static str),
    /// One that rows name is not among them.
    #[error(
        "secrets.key_file misses the key {key}, which {rows} rows still need. Put it back below \
         the newest; `shinsei key rewrap` makes it dispensable"
    )]
    Missing {
        /// Its name.
        key: KeyId,
        /// How many rows name it.
        rows: u64,
    },
    /// The database.
    #[error("the database cannot be asked for its keys")]
    Store(#[from] StoreError),
    /// A key of the database itself does not open.
    #[error("the keys of the database cannot be opened")]
    Seal(#[from] SealError),
}

/// The keys for a database, once it is sure that nothing in it needs another.
///
/// A database that has no look-up keys yet gets those of the key it was written with,
/// so that the digests in it stay what they are; an empty one those of the newest.
///
/// # Errors
/// [`KeysFault`] says which key is wrong or missing.
pub async fn open_keys(
    store: &dyn Store,
    operator: &OperatorKeys,
    random: &dyn Random,
) -> Result<Keys, KeysFault> {
    let counts = store.count_sealed().await?;
    insist_on_those_named(&counts, operator)?;
    let first = first_key(store, operator, &counts).await?;
    let keys = Keys::new(operator, first.look_up_keys().clone());
    let mut kept = store.look_up_keys(Vec::new()).await?;
    if kept.len() < Purpose::ALL.len() {
        let mut made = Vec::new();
        for purpose in Purpose::ALL {
            let sealed = first.look_up_keys().seal(keys.kept(), purpose, random)?;
            let purpose = purpose.name();
            made.push(SavedLookUpKey { purpose, sealed });
        }
        kept = store.look_up_keys(made).await?;
    }
    let look_ups = LookUpKeys::open(keys.kept(), |purpose| {
        let row = kept.iter().find(|key| key.purpose == purpose.name());
        row.map(|key| key.sealed.clone())
            .ok_or(KeysFault::NoneFits("look_up_keys"))
    })?;
    Ok(Keys::new(operator, look_ups))
}

fn insist_on_those_named(counts: &[SealedCount], operator: &OperatorKeys) -> Result<(), KeysFault> {
    let mut missing = BTreeMap::new();
    for count in counts {
        if let Some(key) = count.key
            && operator.iter().all(|known| known.id() != key)
        {
            *missing.entry(key).or_default() += count.rows;
        }
    }
    match missing.pop_first() {
        Some((key, rows)) => Err(KeysFault::Missing { key, rows }),
        None => Ok(()),
    }
}

/// The key that sealed what does not name its key, which is the first the database had;
/// the newest where there is nothing of that kind.
async fn first_key<'o>(
    store: &dyn Store,
    operator: &'o OperatorKeys,
    counts: &[SealedCount],
) -> Result<&'o OperatorKey, KeysFault> {
    let keys = Keys::new(operator, operator.newest().look_up_keys().clone());
    let mut first = operator.newest();
    for of in SealedTable::ALL {
        if !counts
            .iter()
            .any(|count| count.table == of && count.key.is_none())
        {
            continue;
        }
        let rows = store.sealed_rows(of, "", Which::Unnamed, SAMPLE).await?;
        let mut opened = rows.iter().filter_map(|row| {
            let by = keyring(&keys, of).key_of(place(of, &row.row), &row.sealed);
            by.ok()
                .and_then(|id| operator.iter().find(|key| key.id() == id))
        });
        // They may have gone meanwhile, with whatever sealed them.
        if !rows.is_empty() {
            first = opened.next().ok_or(KeysFault::NoneFits(of.name()))?;
        }
    }
    Ok(first)
}

/// Which keys a table is sealed under.
pub(super) fn keyring(keys: &Keys, of: SealedTable) -> &Keyring {
    match of {
        SealedTable::LookUpKeys => keys.kept(),
        SealedTable::Forms => keys.forms(),
        SealedTable::Journeys => keys.wrapping(),
        SealedTable::Sessions | SealedTable::Challenges => keys.sessions(),
        SealedTable::Outbox => keys.mails(),
    }
}

/// Which place a row is sealed for.
pub(super) fn place(of: SealedTable, row: &str) -> Place<'_> {
    match of {
        SealedTable::LookUpKeys => look_up_place(row),
        SealedTable::Forms => forms::place(row),
        SealedTable::Journeys => wrapped_place(row),
        SealedTable::Sessions => session::place(row),
        SealedTable::Challenges => challenge::place(row),
        SealedTable::Outbox => secret::place(row),
    }
}
