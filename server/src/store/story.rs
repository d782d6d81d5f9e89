//! What every store must do, told against the trait alone: whoever writes
//! another store runs the same stories on it.

mod browsers;
mod journeys;
mod limits;
mod outbox;
mod purge;
mod samples;

use super::{Pool, SqliteStore, Store};

/// Runs a story on every kind of store, each new and empty.
async fn on_every_store(story: impl AsyncFn(&dyn Store)) {
    let folder = tempfile::tempdir().unwrap();
    let sqlite = SqliteStore::open(&folder.path().join("story.sqlite"), Pool::default())
        .await
        .unwrap();
    story(&sqlite).await;
    sqlite.close().await;
}

#[tokio::test]
async fn a_store_that_is_there_answers() {
    on_every_store(async |store| store.ping().await.unwrap()).await;
}

#[tokio::test]
async fn what_was_written_is_there_after_the_file_is_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("portal.sqlite");
    let journey = samples::journey(1);
    let store = SqliteStore::open(&file, Pool::default()).await.unwrap();
    store
        .commit(vec![super::Write::OpenJourney(journey.clone())])
        .await
        .unwrap();
    store.close().await;
    let store = SqliteStore::open(&file, Pool::default()).await.unwrap();
    assert_eq!(store.journey(&journey.id).await.unwrap(), Some(journey));
}
