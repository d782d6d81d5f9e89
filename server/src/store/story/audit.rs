//! The audit log: what was recorded is chained once and in order, stays as it is, and goes
//! only behind a checkpoint.

use futures_util::future::join_all;
use rules::journey::Stage;
use sqlx::{AssertSqlSafe, PgPool, SqlitePool};

use super::samples::{
    DAY, NOW, changed, due, journey, keeping_all, mail, opened, submitted, written,
};
use super::{on_a_fresh_database, on_every_pair, on_every_store, on_postgres, on_sqlite, say};
use crate::store::{
    Act, Break, Chained, ChainedNow, Chaining, Entry, Head, JobKind, Outcome, Purge, Retention,
    SavedJourney, Store, StoreError, Write, let_go,
};

/// Statements behind the store's back.
enum Sql {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

impl Sql {
    async fn run(&self, statement: &str) -> Result<(), sqlx::Error> {
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
async fn behind_every_store(story: impl AsyncFn(&dyn Store, Sql)) {
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

fn entry(number: u8, second: i64) -> Entry {
    Entry {
        at: NOW.plus(second),
        act: Act::Submitted(format!("R{number}")),
        subject: Some(journey(number).id),
    }
}

/// Records so many acts, each a second after the one before.
async fn recorded(store: &dyn Store, numbers: std::ops::Range<u8>) {
    for number in numbers {
        written(store, [Write::Record(entry(number, number.into()))]).await;
    }
}

/// Nothing is too old.
const YOUNG: Chaining = Chaining {
    at_most: 100,
    old_before: rules::Moment(0),
    now: NOW,
};

async fn chained(store: &dyn Store, chaining: Chaining) -> ChainedNow {
    store.chain(chaining).await.unwrap().unwrap()
}

async fn all(store: &dyn Store) -> Vec<Chained> {
    store.audit(0, 1_000).await.unwrap()
}

/// The last entry that follows, and where the chain does not hold.
async fn followed(store: &dyn Store) -> Result<Head, Break> {
    let entries = all(store).await;
    let mut at = Head::NONE;
    if let Some(first) = entries.first().filter(|first| first.number > 1) {
        let checkpoint = store.checkpoint(first.number - 1).await.unwrap();
        at = checkpoint.as_ref().and_then(let_go).unwrap_or(at);
    }
    for entry in entries {
        at.follow(&entry)?;
    }
    Ok(at)
}

#[tokio::test]
async fn what_was_recorded_is_chained_in_its_order_a_few_at_a_time() {
    on_every_store(async |store| {
        assert_eq!(store.audit_head().await.unwrap(), Head::NONE);
        recorded(store, 1..6).await;
        assert_eq!(store.audit_waiting().await.unwrap(), 5);
        let few = Chaining {
            at_most: 2,
            ..YOUNG
        };
        for added in [2, 2, 1, 0] {
            assert_eq!(chained(store, few).await.added, added);
        }
        let entries = all(store).await;
        let details: Vec<_> = entries.iter().map(|entry| entry.detail.as_str()).collect();
        let wanted = [
            "receipt=R1",
            "receipt=R2",
            "receipt=R3",
            "receipt=R4",
            "receipt=R5",
        ];
        assert_eq!(details, wanted);
        assert_eq!(entries[0].act, "submitted");
        assert_eq!(entries[0].subject, journey(1).id.as_str());
        assert_eq!(entries[0].at, NOW.plus(1));
        let head = followed(store).await.unwrap();
        assert_eq!(head.number, 5);
        assert_eq!(store.audit_head().await.unwrap(), head);
        assert_eq!(store.audit_waiting().await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn an_act_that_is_not_done_is_not_recorded() {
    on_every_store(async |store| {
        let journey = opened(store, 1).await;
        let stale = SavedJourney {
            version: 7,
            ..changed(&journey, Stage::Opened)
        };
        let writes = vec![Write::Record(entry(1, 0)), Write::ChangeJourney(stale)];
        assert!(matches!(
            store.commit(writes).await,
            Err(StoreError::Conflict)
        ));
        assert_eq!(store.audit_waiting().await.unwrap(), 0);
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

#[tokio::test]
async fn two_processes_chain_everything_once() {
    const EACH: u8 = 40;
    on_every_pair(async |stores| {
        let work = stores.iter().zip([0, EACH]).map(async |(store, first)| {
            for number in first..first + EACH {
                recorded(*store, number..number + 1).await;
                store
                    .chain(Chaining {
                        at_most: 3,
                        ..YOUNG
                    })
                    .await
                    .unwrap();
            }
        });
        join_all(work).await;
        while chained(stores[0], YOUNG).await.added > 0 {}
        assert_eq!(
            followed(stores[1]).await.unwrap().number,
            i64::from(2 * EACH)
        );
        let mut subjects: Vec<_> = all(stores[1])
            .await
            .into_iter()
            .map(|entry| entry.subject)
            .collect();
        subjects.sort_unstable();
        subjects.dedup();
        assert_eq!(subjects.len(), usize::from(2 * EACH));
    })
    .await;
}

#[tokio::test]
async fn a_job_is_recorded_when_it_is_settled_and_not_again() {
    on_every_store(async |store| {
        let journey = opened(store, 1).await;
        written(store, [Write::Queue(mail("a", &journey))]).await;
        store.lease(due(NOW, 1)).await.unwrap();
        let sent = Entry {
            act: Act::MailSent(JobKind::Link),
            ..entry(1, 0)
        };
        for _ in 0..2 {
            store
                .settle("a", Outcome::Done, Some(sent.clone()))
                .await
                .unwrap();
        }
        chained(store, YOUNG).await;
        let [only] = &all(store).await[..] else {
            panic!("not one entry");
        };
        assert_eq!((&*only.act, &*only.detail), ("mail_sent", "mail=link"));
    })
    .await;
}

#[tokio::test]
async fn what_is_deleted_leaves_a_record_and_a_trial_leaves_none() {
    on_every_store(async |store| {
        let old = |number| SavedJourney {
            changed_at: NOW.plus(-3 * DAY - 5),
            ..journey(number)
        };
        let begun = SavedJourney {
            changed_at: NOW.plus(-31 * DAY),
            ..changed(&journey(2), Stage::Opened)
        };
        let sent = SavedJourney {
            changed_at: NOW.plus(-99 * DAY),
            ..submitted(&journey(3), "R3")
        };
        let rows = [old(1), begun, sent.clone()].map(Write::OpenJourney);
        written(store, rows).await;
        let taken = NOW.plus(-91 * DAY);
        written(store, [Write::HandOver(sent.id, taken)]).await;
        store
            .add_forms(vec![super::samples::form(4)])
            .await
            .unwrap();
        let retention = Retention {
            unverified_before: NOW.plus(-2 * DAY),
            unfinished_before: NOW.plus(-30 * DAY),
            handed_over_before: NOW.plus(-90 * DAY),
            unused_forms_before: NOW.plus(1),
            ..keeping_all()
        };
        store.purge(retention, NOW, Purge::Trial).await.unwrap();
        assert_eq!(store.audit_waiting().await.unwrap(), 0);
        store.purge(retention, NOW, Purge::ForGood).await.unwrap();
        store.purge(retention, NOW, Purge::ForGood).await.unwrap();
        chained(store, YOUNG).await;
        let mut told: Vec<_> = all(store)
            .await
            .into_iter()
            .map(|entry| (entry.act, entry.subject, entry.detail))
            .collect();
        told.sort_unstable();
        let deleted = |number, detail: &str| {
            let subject = journey(number).id.as_str().to_owned();
            ("deleted".to_owned(), subject, detail.to_owned())
        };
        let wanted = [
            deleted(1, "stage=registered days=3"),
            deleted(2, "stage=opened days=31"),
            deleted(3, "stage=submitted receipt=R3 days=91"),
            (
                "forms_deleted".to_owned(),
                String::new(),
                "count=1".to_owned(),
            ),
        ];
        assert_eq!(told, wanted);
    })
    .await;
}
