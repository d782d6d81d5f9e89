//! The devices that applications know.

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, PgPool, SqlitePool};

use super::samples::{device, digest, journey, link, opened, written};
use super::{on_a_fresh_database, on_every_store, on_postgres, on_sqlite};
use crate::store::{Store, Write, postgres, sqlite};

#[tokio::test]
async fn a_device_is_known_to_the_applications_it_was_made_known_to_and_no_others() {
    on_every_store(async |store| {
        let (first, second) = (opened(store, 1).await, opened(store, 2).await);
        for _ in 0..2 {
            written(store, [Write::KnowDevice(device(1, &first))]).await;
        }
        assert!(store.knows_device(&device(1, &first)).await.unwrap());
        assert!(!store.knows_device(&device(1, &second)).await.unwrap());
        assert!(!store.knows_device(&device(2, &first)).await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn a_device_named_anew_stays_known_and_its_old_name_is_worth_nothing() {
    on_every_store(async |store| {
        let (first, second) = (opened(store, 1).await, opened(store, 2).await);
        written(
            store,
            [
                Write::KnowDevice(device(1, &first)),
                Write::KnowDevice(device(9, &first)),
            ],
        )
        .await;
        let rename = Write::RenameDevice {
            from: digest(1),
            to: digest(2),
        };
        written(store, [rename, Write::KnowDevice(device(2, &second))]).await;
        for (number, of_first, of_second) in [(1, false, false), (2, true, true), (9, true, false)]
        {
            let known = [
                store.knows_device(&device(number, &first)).await.unwrap(),
                store.knows_device(&device(number, &second)).await.unwrap(),
            ];
            assert_eq!(known, [of_first, of_second], "{number}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_device_that_is_forgotten_is_known_to_no_application() {
    on_every_store(async |store| {
        let (first, second) = (opened(store, 1).await, opened(store, 2).await);
        for known in [device(1, &first), device(1, &second), device(2, &first)] {
            written(store, [Write::KnowDevice(known)]).await;
        }
        written(store, [Write::ForgetDevice(digest(1))]).await;
        assert!(!store.knows_device(&device(1, &first)).await.unwrap());
        assert!(!store.knows_device(&device(1, &second)).await.unwrap());
        assert!(store.knows_device(&device(2, &first)).await.unwrap());
    })
    .await;
}

/// Links as the version before left them: the application and the link's number, when it ends,
/// and whether it has ended.
const BEFORE: [(u8, u8, i64, i64); 6] = [
    // Never used.
    (1, 1, 100, 0),
    // Used.
    (2, 2, 100, 1),
    // Replaced, and the newer one used.
    (3, 3, 100, 1),
    (3, 4, 200, 1),
    // Replaced within the second, and the newer one not used.
    (4, 5, 100, 0),
    (4, 6, 100, 1),
];

#[tokio::test]
async fn the_newest_link_of_an_older_version_goes_on_also_where_it_was_used() {
    async fn told(store: &dyn Store) {
        for (number, has_ended) in [1, 2, 3, 4, 5, 6].into_iter().zip([0, 0, 1, 0, 0, 1]) {
            let link = store.link(&digest(number)).await.unwrap().unwrap();
            assert_eq!(link.ended, has_ended == 1, "{number}");
        }
        // What it makes from now on replaces them.
        let newer = link(9, &journey(2));
        written(store, [Write::MakeLink(newer.clone())]).await;
        assert!(store.link(&digest(2)).await.unwrap().unwrap().ended);
        assert_eq!(store.link(&digest(9)).await.unwrap(), Some(newer));
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("before.sqlite");
    let options = SqliteConnectOptions::new().filename(&file);
    let pool = SqlitePool::connect_with(options.create_if_missing(true))
        .await
        .unwrap();
    sqlite::MIGRATIONS.run_to(7, &pool).await.unwrap();
    for (application, number, until, ended) in BEFORE {
        let [journey, link] = before(application, number, until, ended, "x'");
        for statement in [journey, link] {
            sqlx::query(AssertSqlSafe(statement))
                .execute(&pool)
                .await
                .unwrap();
        }
    }
    pool.close().await;
    told(&on_sqlite(&file).await).await;
    on_a_fresh_database(async |url| {
        let pool = PgPool::connect(url).await.unwrap();
        postgres::MIGRATIONS.run_to(7, &pool).await.unwrap();
        for (application, number, until, ended) in BEFORE {
            let [journey, link] = before(application, number, until, ended, "'\\x");
            for statement in [journey, link] {
                sqlx::query(AssertSqlSafe(statement))
                    .execute(&pool)
                    .await
                    .unwrap();
            }
        }
        pool.close().await;
        told(&on_postgres(url).await).await;
    })
    .await;
}

/// An application, unless it is there, and a link, in words of the version before. Bytes begin
/// differently in the two databases.
fn before(application: u8, number: u8, until: i64, ended: i64, bytes: &str) -> [String; 2] {
    let id = journey(application).id;
    let (id, digest) = (id.as_str(), hex::encode(digest(number)));
    [
        format!(
            "insert into journeys (id, version, stage, form_digest, wrapped_key, sealed, \
             created_at, changed_at) values ('{id}', 1, 'opened', {bytes}00', {bytes}00', \
             {bytes}00', 0, 0) on conflict do nothing"
        ),
        format!(
            "insert into links (digest, journey, until, ended) \
             values ({bytes}{digest}', '{id}', {until}, {ended})"
        ),
    ]
}
