//! Everything of one moment, copied and put back: from either database into either.

use std::path::{Path, PathBuf};

use rules::application::{MailKind, Stage};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, Executor as _, SqlitePool};

use super::audit::{YOUNG, all, chained, followed, recorded};
use super::samples::device as known_device;
use super::samples::{
    NOW, ONE, challenge, changed, code, digest, form, journey, kept, link, mail, opened, pictured,
    removal, session, submitted, written,
};
use super::{POOL, address, on_a_fresh_database, on_every_store, on_postgres, on_sqlite};
use crate::store::sqlite::{MIGRATIONS, tables};
use crate::store::{
    EmptyDatabase, JobKind, Queued, Resealed, SavedLookUpKey, SealedTable, Snapshot, Store,
    StoreError, Write,
};

/// Something in every table.
async fn filled(store: &dyn Store) {
    let (first, browser) = (opened(store, 1).await, kept(store, 1).await);
    let photographed = pictured(&first, "1/a.jpg.sealed");
    let other = opened(store, 2).await;
    let device = Queued {
        kind: JobKind::Mail(MailKind::DeviceCode),
        session: Some(browser.digest),
        ..mail("d", &first)
    };
    written(
        store,
        [
            Write::ChangeJourney(photographed),
            Write::ChangeJourney(submitted(&other, "AAAA")),
            Write::MakeLink(link(1, &first)),
            Write::MakeLink(link(2, &first)),
            Write::KnowDevice(known_device(1, &first)),
            Write::MakeCode(code(1, &browser, &first)),
            Write::KeepChallenge(challenge("p")),
            Write::Queue(mail("m", &first)),
            Write::Queue(removal("r", &first)),
            Write::Queue(device),
        ],
    )
    .await;
    // In an order that is not that of their digests.
    store
        .add_forms(vec![form(3), form(1), form(2)])
        .await
        .unwrap();
    // A row that changes stays where it is in the order of issue.
    let anew = Resealed {
        row: hex::encode(digest(3)),
        from: form(3).sealed,
        to: vec![1, 9],
    };
    store.reseal(SealedTable::Forms, vec![anew]).await.unwrap();
    store.take(&digest(1), ONE, NOW).await.unwrap();
    let key = SavedLookUpKey {
        purpose: "form",
        sealed: vec![1, 2, 3],
    };
    store.look_up_keys(vec![key]).await.unwrap();
    recorded(store, 1..4).await;
    chained(store, YOUNG).await;
    recorded(store, 4..6).await;
}

/// All that a copy holds, table by table, in the order of the rows.
async fn contents(file: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut copy = SqliteConnectOptions::new()
        .filename(file)
        .connect()
        .await
        .unwrap();
    for table in tables().await.unwrap() {
        let quoted = table
            .columns
            .iter()
            .map(|(name, _)| format!("quote({name})"));
        let quoted: Vec<_> = quoted.collect();
        let all = format!(
            "select '{0} ' || {1} as row from {0} order by {2}",
            table.name,
            quoted.join(" || ' ' || "),
            if table.name == "forms" { "rowid" } else { "1" },
        );
        let rows = sqlx::query_scalar::<_, String>(AssertSqlSafe(all));
        let rows = rows.fetch_all(&mut copy).await.unwrap();
        assert!(!rows.is_empty(), "nothing in {}", table.name);
        found.extend(rows);
    }
    found
}

async fn copied(store: &dyn Store, folder: &Path, name: &str) -> (PathBuf, Vec<String>) {
    let file = folder.join(name);
    store.snapshot(&file).await.unwrap();
    let held = contents(&file).await;
    (file, held)
}

#[tokio::test]
async fn what_was_copied_is_the_same_when_it_is_put_back_into_either_database() {
    on_every_store(async |store| {
        filled(store).await;
        let folder = tempfile::tempdir().unwrap();
        let (copy, held) = copied(store, folder.path(), "copy").await;
        let file = folder.path().join("new/portal.sqlite");
        let empty = EmptyDatabase::at(&file).unwrap();
        empty.fill(&copy).await.unwrap();
        let restored = on_sqlite(&file).await;
        assert_eq!(copied(&restored, folder.path(), "of a file").await.1, held);
        on_a_fresh_database(async |url| {
            let empty = EmptyDatabase::on(&address(url), POOL).await.unwrap();
            empty.fill(&copy).await.unwrap();
            let restored = on_postgres(url).await;
            assert_eq!(
                copied(&restored, folder.path(), "of a server").await.1,
                held
            );
            assert_eq!(restored.newest_forms(1).await.unwrap(), [form(2)]);
            restored.add_forms(vec![form(4)]).await.unwrap();
            assert_eq!(restored.newest_forms(1).await.unwrap(), [form(4)]);
            restored.close().await;
        })
        .await;
    })
    .await;
}

/// What is recorded after a copy was put back is chained behind what was there.
async fn goes_on(store: &dyn Store) {
    let before = all(store).await.len();
    recorded(store, 7..9).await;
    assert_eq!(chained(store, YOUNG).await.added, 2);
    assert_eq!(all(store).await.len(), before + 2);
    followed(store).await.unwrap();
}

#[tokio::test]
async fn the_audit_log_goes_on_where_a_copy_was_put_back() {
    on_every_store(async |store| {
        recorded(store, 1..6).await;
        // Nothing waits: the numbers given are known by what was chained only.
        chained(store, YOUNG).await;
        let folder = tempfile::tempdir().unwrap();
        let [copy, file] = ["copy", "new.sqlite"].map(|name| folder.path().join(name));
        store.snapshot(&copy).await.unwrap();
        EmptyDatabase::at(&file).unwrap().fill(&copy).await.unwrap();
        goes_on(&on_sqlite(&file).await).await;
        on_a_fresh_database(async |url| {
            let empty = EmptyDatabase::on(&address(url), POOL).await.unwrap();
            empty.fill(&copy).await.unwrap();
            let restored = on_postgres(url).await;
            goes_on(&restored).await;
            restored.close().await;
        })
        .await;
        goes_on(store).await;
    })
    .await;
}

#[tokio::test]
async fn a_copy_is_of_one_moment_while_others_write() {
    on_every_store(async |store| {
        filled(store).await;
        let folder = tempfile::tempdir().unwrap();
        let writing = async {
            for number in 10..60 {
                let pair = [
                    Write::OpenJourney(journey(number)),
                    Write::KeepSession(session(number)),
                ];
                written(store, pair).await;
            }
        };
        let copying = async {
            for round in 0..5 {
                let file = folder.path().join(round.to_string());
                store.snapshot(&file).await.unwrap();
                let rows = Snapshot::open(&file).await.unwrap().rows().await.unwrap();
                // One application was there without a session of its own.
                assert_eq!(rows["journeys"], rows["sessions"] + 1, "{rows:?}");
            }
        };
        tokio::join!(writing, copying);
    })
    .await;
}

#[tokio::test]
async fn a_copy_says_which_photos_applications_hold() {
    on_every_store(async |store| {
        let folder = tempfile::tempdir().unwrap();
        let first = opened(store, 1).await;
        let first = pictured(&first, "1/a.jpg.sealed");
        written(store, [Write::ChangeJourney(first.clone())]).await;
        written(
            store,
            [Write::ChangeJourney(pictured(&first, "1/b.jpg.sealed"))],
        )
        .await;
        let second = opened(store, 2).await;
        written(
            store,
            [Write::ChangeJourney(changed(&second, Stage::Opened))],
        )
        .await;
        let file = folder.path().join("copy");
        store.snapshot(&file).await.unwrap();
        let mut copy = Snapshot::open(&file).await.unwrap();
        assert_eq!(copy.photos().await.unwrap(), ["1/b.jpg.sealed"]);
        let beside = std::fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(beside, 1, "the copy is one file");
    })
    .await;
}

#[tokio::test]
async fn nothing_is_put_where_something_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("portal.sqlite");
    drop(on_sqlite(&file).await);
    let told = EmptyDatabase::at(&file);
    assert!(matches!(told, Err(StoreError::NotEmpty)), "{told:?}");
    on_a_fresh_database(async |url| {
        let store = on_postgres(url).await;
        EmptyDatabase::on(&address(url), POOL).await.unwrap();
        store.add_forms(vec![form(1)]).await.unwrap();
        let told = EmptyDatabase::on(&address(url), POOL).await;
        assert!(matches!(told, Err(StoreError::NotEmpty)), "{told:?}");
    })
    .await;
}

async fn put_on_a_server(copy: &Path) -> Result<(), StoreError> {
    let mut told = Ok(());
    on_a_fresh_database(async |url| {
        let empty = EmptyDatabase::on(&address(url), POOL).await.unwrap();
        told = empty.fill(copy).await;
    })
    .await;
    told
}

/// A copy by the first version there was, with one form in it.
async fn of_the_first_version(copy: &Path) {
    let options = SqliteConnectOptions::new().filename(copy);
    let pool = SqlitePool::connect_with(options.create_if_missing(true))
        .await
        .unwrap();
    MIGRATIONS.run_to(1, &pool).await.unwrap();
    sqlx::query("insert into forms (digest, sealed, issued_at) values ($1, $2, $3)")
        .bind(form(1).digest.as_slice())
        .bind(form(1).sealed)
        .bind(form(1).issued_at.0)
        .execute(&pool)
        .await
        .unwrap();
    pool.close().await;
}

#[tokio::test]
async fn a_copy_of_an_older_version_is_brought_up_to_date_in_a_file_only() {
    let folder = tempfile::tempdir().unwrap();
    let [copy, file] = ["copy", "new.sqlite"].map(|name| folder.path().join(name));
    of_the_first_version(&copy).await;
    let told = put_on_a_server(&copy).await;
    assert!(matches!(told, Err(StoreError::OtherVersion)), "{told:?}");
    EmptyDatabase::at(&file).unwrap().fill(&copy).await.unwrap();
    let store = on_sqlite(&file).await;
    assert_eq!(store.newest_forms(9).await.unwrap(), [form(1)]);
    assert!(store.look_up_keys(Vec::new()).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_copy_of_a_newer_version_is_put_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let store = on_sqlite(&folder.path().join("portal.sqlite")).await;
    let copy = folder.path().join("copy");
    store.snapshot(&copy).await.unwrap();
    let options = SqliteConnectOptions::new().filename(&copy);
    let mut desk = options.connect().await.unwrap();
    let newer = "insert into _sqlx_migrations (version, description, success, checksum, \
                 execution_time) values (9999, 'later', true, x'00', 0)";
    desk.execute(newer).await.unwrap();
    desk.close().await.unwrap();
    let told = put_on_a_server(&copy).await;
    assert!(matches!(told, Err(StoreError::OtherVersion)), "{told:?}");
    let file = folder.path().join("new.sqlite");
    let told = EmptyDatabase::at(&file).unwrap().fill(&copy).await;
    assert!(matches!(told, Err(StoreError::NewerVersion)), "{told:?}");
    assert!(!file.exists());
}

#[tokio::test]
async fn what_is_no_copy_is_not_put_anywhere() {
    let folder = tempfile::tempdir().unwrap();
    let [broken, file] = ["broken", "portal.sqlite"].map(|name| folder.path().join(name));
    std::fs::write(&broken, "no database").unwrap();
    let told = EmptyDatabase::at(&file).unwrap().fill(&broken).await;
    assert!(told.is_err());
    assert!(!file.exists());
}
