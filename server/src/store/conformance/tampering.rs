//! The audit log stays as it is; whoever gets around what refuses changes is found out.

use sqlx::{AssertSqlSafe, PgPool, SqlitePool};

use super::audit::{YOUNG, all, chained, entry, followed, recorded};
use super::samples::{DAY, NOW, written};
use super::{on_a_fresh_database, on_postgres, on_sqlite, say};
use crate::store::{Break, Chaining, Entry, Store, Write, let_go};

/// Statements behind the store's back.
pub(super) enum Sql {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

impl Sql {
    pub(super) async fn run(&self, statement: &str) -> Result<(), sqlx::Error> {
        let statement = AssertSqlSafe(statement.to_owned());
        match self {
            Self::Sqlite(pool) => sqlx::raw_sql(statement).execute(pool).await.map(drop),
            Self::Postgres(pool) => sqlx::raw_sql(statement).execute(pool).await.map(drop),
        }
    }

    /// As somebody who owns the tables can: nothing refuses any more.
    async fn without_triggers(&self) {
        let one_by_one: &[&str] = match self {
            Self::Sqlite(_) => &[
                "drop trigger audit_stays_as_it_is",
                "drop trigger audit_goes_behind_a_checkpoint",
            ],
            Self::Postgres(_) => &["alter table audit disable trigger user"],
        };
        for statement in one_by_one {
            self.run(statement).await.unwrap();
        }
    }
}

/// Runs a story on every kind of store, with a way behind its back.
pub(super) async fn behind_every_store(story: impl AsyncFn(&dyn Store, Sql)) {
    say("SQLite");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("story.sqlite");
    let sqlite = on_sqlite(&file).await;
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&file);
    let pool = SqlitePool::connect_with(options).await.unwrap();
    story(&sqlite, Sql::Sqlite(pool)).await;
    say("PostgreSQL");
    on_a_fresh_database(async |url| {
        let postgres = on_postgres(url).await;
        story(&postgres, Sql::Postgres(postgres.pool().clone())).await;
        postgres.close().await;
    })
    .await;
}

#[tokio::test]
async fn entries_are_neither_changed_nor_removed() {
    behind_every_store(async |store, sql| {
        recorded(store, 1..3).await;
        for statement in [
            "update audit_inbox set detail = ''",
            "delete from audit_inbox",
        ] {
            assert!(sql.run(statement).await.is_err(), "{statement}");
        }
        chained(store, YOUNG).await;
        for statement in [
            "update audit set detail = ''",
            "update audit set number = number + 5",
            "delete from audit where number = 1",
            "delete from audit",
        ] {
            assert!(sql.run(statement).await.is_err(), "{statement}");
        }
        if matches!(sql, Sql::Postgres(_)) {
            for statement in ["truncate audit", "truncate audit_inbox"] {
                assert!(sql.run(statement).await.is_err(), "{statement}");
            }
        }
        assert_eq!(followed(store).await.unwrap().number, 2);
    })
    .await;
}

#[tokio::test]
async fn whoever_gets_around_that_is_found_out() {
    for (forgery, found) in [
        (
            "update audit set detail = 'receipt=R9' where number = 3",
            Break::Changed { number: 3 },
        ),
        (
            "update audit set hash = (select hash from audit where number = 1) where number = 2",
            Break::Changed { number: 2 },
        ),
        (
            "delete from audit where number = 2",
            Break::Missing { number: 2 },
        ),
        (
            "delete from audit where number = 1",
            Break::Missing { number: 1 },
        ),
        (
            "update audit set number = 99 where number = 2; \
             update audit set number = 2 where number = 3; \
             update audit set number = 3 where number = 99",
            Break::Changed { number: 2 },
        ),
        // What was left out is filled by counting down.
        (
            "delete from audit where number = 2; \
             update audit set number = 2 where number = 3; \
             update audit set number = 3 where number = 4",
            Break::Changed { number: 2 },
        ),
    ] {
        behind_every_store(async |store, sql| {
            recorded(store, 1..5).await;
            chained(store, YOUNG).await;
            assert_eq!(followed(store).await.unwrap().number, 4);
            sql.without_triggers().await;
            sql.run(forgery).await.unwrap();
            assert_eq!(followed(store).await, Err(found), "{forgery}");
        })
        .await;
    }
}

#[tokio::test]
async fn old_entries_go_behind_a_checkpoint_and_the_rest_can_be_followed() {
    behind_every_store(async |store, sql| {
        recorded(store, 1..6).await;
        let before = chained(store, YOUNG).await.head;
        let at = |seconds| Chaining {
            old_before: NOW.plus(seconds),
            now: NOW.plus(seconds),
            ..YOUNG
        };
        // Up to a day of them is waited for.
        assert_eq!(chained(store, at(4)).await.removed, 0);
        assert_eq!(chained(store, at(DAY + 1)).await.removed, 0);
        recorded(store, 6..7).await;
        let late = Entry {
            at: NOW.plus(DAY),
            ..entry(7, 0)
        };
        written(store, [Write::Record(late)]).await;
        chained(store, YOUNG).await;
        let gone = chained(store, at(DAY + 2)).await;
        assert_eq!((gone.removed, gone.head.number), (7, 8));
        let entries = all(store).await;
        assert_eq!(entries.len(), 1);
        assert_eq!(entries[0].act, "checkpoint");
        assert_ne!(let_go(&entries[0]).unwrap(), before);
        recorded(store, 8..10).await;
        chained(store, YOUNG).await;
        assert_eq!(followed(store).await.unwrap().number, 10);
        // The last checkpoint stays: it holds the hash of what went.
        assert!(sql.run("delete from audit where number = 8").await.is_err());
        let again = chained(store, at(2 * DAY + 9)).await;
        assert_eq!(again.removed, 3);
        assert_eq!(followed(store).await.unwrap().number, 11);
    })
    .await;
}
