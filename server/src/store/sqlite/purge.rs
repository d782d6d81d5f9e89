//! The portions of the removal, done by a file's one writer: others have their turn in between.

use async_trait::async_trait;

use super::write_queue::WriteQueue;
use crate::store::removal::Portions;
use crate::store::{Sql, StoreError, Work};

#[async_trait]
impl Portions for &WriteQueue {
    async fn write(&mut self, work: Work) -> Result<(), StoreError> {
        WriteQueue::write(self, move |connection| work(Sql::Sqlite(connection))).await
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::{Arc, Mutex};

    use super::super::SqliteStore;
    use crate::store::conformance::portions::{ALL_BUT_ONE, MANY, many};
    use crate::store::conformance::samples::NOW;
    use crate::store::due::PORTION;
    use crate::store::{Pool, Purge, Store as _};

    async fn store() -> (tempfile::TempDir, SqliteStore) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("portal.sqlite");
        let store = SqliteStore::open(&file, Pool::default()).await.unwrap();
        many(&store).await;
        (folder, store)
    }

    /// The rows that each transaction deletes, by their table.
    type Transactions = Arc<Mutex<Vec<BTreeMap<String, u32>>>>;

    async fn watched(store: &SqliteStore) -> Transactions {
        let transactions = Transactions::default();
        transactions.lock().unwrap().push(BTreeMap::new());
        let (rows, ends) = (Arc::clone(&transactions), Arc::clone(&transactions));
        store
            .queue
            .write(|connection| {
                Box::pin(async move {
                    let mut handle = connection.lock_handle().await?;
                    handle.set_update_hook(move |row| {
                        if row.operation == sqlx::sqlite::SqliteOperation::Delete {
                            let mut all = rows.lock().unwrap();
                            let table = row.table.to_owned();
                            *all.last_mut().unwrap().entry(table).or_default() += 1;
                        }
                    });
                    handle.set_commit_hook(move || {
                        ends.lock().unwrap().push(BTreeMap::new());
                        true
                    });
                    Ok(())
                })
            })
            .await
            .unwrap();
        transactions
    }

    #[tokio::test]
    async fn no_transaction_deletes_more_than_a_portion() {
        let (_folder, store) = store().await;
        let transactions = watched(&store).await;
        store.purge(ALL_BUT_ONE, NOW, Purge::ForGood).await.unwrap();
        let transactions = transactions.lock().unwrap();
        let mut sums: BTreeMap<&str, u32> = BTreeMap::new();
        for (table, rows) in transactions.iter().flatten() {
            assert!(*rows <= PORTION, "{rows} of {table}");
            *sums.entry(table).or_default() += rows;
        }
        for (table, rows) in [
            ("journeys", 4 * MANY),
            ("forms", 2 * MANY),
            ("sessions", MANY),
            ("links", MANY),
            ("outbox", MANY),
            ("challenges", MANY),
            ("allowances", MANY),
        ] {
            assert_eq!(sums.get(table), Some(&rows), "{table}");
        }
    }

    #[tokio::test]
    async fn who_writes_meanwhile_has_its_turn_before_the_next_portion() {
        let (_folder, store) = store().await;
        // It stands in the queue behind the first portion.
        let writing = store.queue.write(|connection| {
            Box::pin(async move {
                let left = "select count(*) from journeys where stage = 'registered'";
                Ok(sqlx::query_scalar::<_, u32>(left)
                    .fetch_one(connection)
                    .await?)
            })
        });
        let (purged, left) = tokio::join!(store.purge(ALL_BUT_ONE, NOW, Purge::ForGood), writing);
        assert!(purged.is_ok(), "{purged:?}");
        assert_eq!(left.unwrap(), 1 + 2 * MANY - PORTION);
    }
}
