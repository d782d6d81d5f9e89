//! From one of the operator's keys to the next: which rows are under which, and all of
//! them under the newest.

use std::collections::BTreeMap;

use crate::random::Random;
use crate::seal::{KeyId, Keys, OperatorKeys};
use crate::service::keys::{KeysFault, keyring, place};
use crate::store::{Resealed, SealedRow, SealedTable, Store, StoreError, Which};

/// Rows sealed anew in one transaction: few, so that nobody waits for them.
const AT_ONCE: u32 = 200;
/// The tables are gone through again while rows come in under older keys, but not without
/// end: a process that seals with an older key can be told from this one's outcome.
const ROUNDS: u32 = 3;

/// Rows of a table that are under one key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyUse {
    /// The table.
    pub table: SealedTable,
    /// The key; none for rows that open with none of those given.
    pub key: Option<KeyId>,
    /// How many.
    pub rows: u64,
}

/// How many rows are under which key. Those that do not name it are opened.
///
/// # Errors
/// [`StoreError`].
pub async fn key_uses(
    store: &dyn Store,
    operator: &OperatorKeys,
) -> Result<Vec<KeyUse>, StoreError> {
    let keys = Keys::new(operator, operator.newest().look_up_keys().clone());
    let mut uses = Vec::new();
    for count in store.count_sealed().await? {
        if count.key.is_some() {
            uses.push(KeyUse {
                table: count.table,
                key: count.key,
                rows: count.rows,
            });
        }
    }
    for table in SealedTable::ALL {
        let mut unnamed = BTreeMap::new();
        let mut after = String::new();
        while let Some(rows) = portion(store, table, &mut after, Which::Unnamed).await? {
            for SealedRow { row, sealed } in rows {
                let key = keyring(&keys, table).key_of(place(table, &row), &sealed);
                *unnamed.entry(key.ok()).or_default() += 1;
            }
        }
        uses.extend(
            unnamed
                .into_iter()
                .map(|(key, rows)| KeyUse { table, key, rows }),
        );
    }
    Ok(uses)
}

/// What sealing anew came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rewrapped {
    /// Rows sealed anew.
    pub anew: u64,
    /// Rows that open with none of the keys; left as they are.
    pub closed: u64,
}

/// Seals under the newest key whatever is under an older one, in portions and beside
/// processes that answer: a row that changes meanwhile is left to who changed it. Each
/// portion stands for itself, so it may be broken off and begun again.
///
/// # Errors
/// [`KeysFault`]; what was sealed anew until then stays.
pub async fn rewrap(
    store: &dyn Store,
    keys: &Keys,
    random: &dyn Random,
) -> Result<Rewrapped, KeysFault> {
    let mut whole = Rewrapped::default();
    for _ in 0..ROUNDS {
        let mut round = Rewrapped::default();
        for table in SealedTable::ALL {
            rewrap_table(store, keys, random, table, &mut round).await?;
        }
        whole.anew += round.anew;
        whole.closed = round.closed;
        if round.anew == 0 {
            break;
        }
    }
    Ok(whole)
}

async fn rewrap_table(
    store: &dyn Store,
    keys: &Keys,
    random: &dyn Random,
    table: SealedTable,
    round: &mut Rewrapped,
) -> Result<(), KeysFault> {
    let keyring = keyring(keys, table);
    let which = keyring.named().map_or(Which::All, Which::NotNaming);
    let mut after = String::new();
    while let Some(rows) = portion(store, table, &mut after, which).await? {
        let mut anew = Vec::new();
        for SealedRow { row, sealed: from } in rows {
            match keyring.seal_anew(place(table, &row), &from, random) {
                Ok(Some(to)) => anew.push(Resealed { row, from, to }),
                Ok(None) => {}
                Err(fault) => {
                    tracing::error!(table = table.name(), row, %fault, "key.rewrap");
                    round.closed += 1;
                }
            }
        }
        if !anew.is_empty() {
            round.anew += store.reseal(table, anew).await?;
        }
    }
    Ok(())
}

/// The next rows of a table; none after the last.
async fn portion(
    store: &dyn Store,
    table: SealedTable,
    after: &mut String,
    which: Which,
) -> Result<Option<Vec<SealedRow>>, StoreError> {
    let rows = store.sealed_rows(table, after, which, AT_ONCE).await?;
    Ok(rows.last().map(|last| last.row.clone()).map(|last| {
        *after = last;
        rows
    }))
}
