//! What every store must do, told against the trait alone: whoever writes
//! another store runs the same stories on it.

mod audit;
mod browsers;
mod cases;
mod codes;
mod devices;
#[path = "../../tests/support/fresh_database.rs"]
mod fresh_database;
mod handing_over;
mod journeys;
mod kinds;
mod limits;
mod links;
mod open_jobs;
mod outbox;
pub(super) mod portions;
mod purge;
mod races;
pub(super) mod samples;
mod sealed;
mod servers;
mod snapshot;
mod tables;
mod tampering;

use std::ops::Deref;
use std::path::Path;
use std::time::Duration;

use percent_encoding::percent_decode_str;

pub(super) use self::fresh_database::on_a_fresh_database;
use super::{Pool, PostgresAddress, PostgresStore, Protection, SqliteStore, Store};

/// Tests call the methods of every store on one of them.
impl Deref for SqliteStore {
    type Target = dyn Store;

    fn deref(&self) -> &Self::Target {
        self
    }
}

impl Deref for PostgresStore {
    type Target = dyn Store;

    fn deref(&self) -> &Self::Target {
        self
    }
}

/// Few, so that many tests find room on one server.
const POOL: Pool = Pool {
    connections: 4,
    wait: Duration::from_secs(5),
};

async fn on_sqlite(file: &Path) -> SqliteStore {
    SqliteStore::open(file, POOL).await.unwrap()
}

pub(super) async fn on_postgres(url: &str) -> PostgresStore {
    PostgresStore::open(&address(url), POOL).await.unwrap()
}

/// The address of a test's database.
fn address(url: &str) -> PostgresAddress {
    let url = url::Url::parse(url).unwrap();
    let decoded = |text: &str| percent_decode_str(text).decode_utf8().unwrap().into_owned();
    PostgresAddress {
        host: url.host_str().map(decoded),
        port: url.port().unwrap_or(5432),
        user: Some(decoded(url.username())).filter(|user| !user.is_empty()),
        password: url.password().map(|password| decoded(password).into()),
        database: decoded(url.path().trim_start_matches('/')),
        protection: Protection::None,
    }
}

/// Says on which kind of store a story is told; shown when it fails.
fn say(kind: &str) {
    eprintln!("on {kind}:");
}

/// Runs a story on every kind of store, each new and empty.
async fn on_every_store(story: impl AsyncFn(&dyn Store)) {
    say("SQLite");
    let folder = tempfile::tempdir().unwrap();
    let sqlite = on_sqlite(&folder.path().join("story.sqlite")).await;
    story(&sqlite).await;
    say("PostgreSQL");
    on_a_fresh_database(async |url| {
        let postgres = on_postgres(url).await;
        story(&postgres).await;
        postgres.close().await;
    })
    .await;
}

/// Runs a story on two stores of the same database, as two processes have them.
async fn on_every_pair(story: impl AsyncFn([&dyn Store; 2])) {
    say("SQLite");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("story.sqlite");
    story([&on_sqlite(&file).await, &on_sqlite(&file).await]).await;
    say("PostgreSQL");
    on_a_fresh_database(async |url| {
        story([&on_postgres(url).await, &on_postgres(url).await]).await;
    })
    .await;
}

#[tokio::test]
async fn a_store_that_is_there_answers() {
    on_every_store(async |store| store.ping().await.unwrap()).await;
}

#[tokio::test]
async fn what_was_written_is_there_after_the_store_is_opened_again() {
    async fn told<S: Store + Deref<Target = dyn Store>>(open: impl AsyncFn() -> S) {
        let journey = samples::opened(&open().await, 1).await;
        let found = open().await.journey(&journey.id).await.unwrap();
        assert_eq!(found, Some(journey));
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("portal.sqlite");
    told(async || on_sqlite(&file).await).await;
    on_a_fresh_database(async |url| told(async || on_postgres(url).await).await).await;
}
