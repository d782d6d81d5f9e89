//! Kinds of jobs that another version puts into the outbox.

use rules::application::MailKind;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, PgPool, SqlitePool};

use super::samples::{NOW, due, mail, names, opened, removal, written};
use super::{on_a_fresh_database, on_every_store, on_postgres, on_sqlite};
use crate::outbox::Leased;
use crate::store::{
    JobKind, Jobs, OpenJob, OpenJobs, Queued, Store, StoreError, Write, postgres, sqlite,
};

/// Puts a job in as whoever knows its kind would, due so many seconds before now; of the browser
/// `7` if it is said to be.
async fn put(store: &dyn Store, id: &str, kind: &str, ago: i64, is_of_a_browser: bool) -> bool {
    let (id, kind) = (id.to_owned(), kind.to_owned());
    let put = store.change("put", move |mut sql| {
        Box::pin(async move {
            let session: Option<&[u8]> = is_of_a_browser.then_some(&[7; 32]);
            let statement = "insert into outbox (id, kind, journey, session, queued_at, due_at) \
                 values ($1, $2, 'j', $3, $4, $4)";
            let at = NOW.plus(-ago);
            let values = [
                id.as_str().into(),
                kind.as_str().into(),
                session.into(),
                at.into(),
            ];
            sql.execute(statement, &values).await
        })
    });
    put.await.is_ok()
}

#[tokio::test]
async fn a_mail_of_a_later_version_waits_for_that_and_keeps_nobody_waiting() {
    on_every_store(async |store| {
        let journey = opened(store, 1).await;
        for (id, is_of_a_browser) in [("x", false), ("y", true)] {
            assert!(put(store, id, "card_ready", 60, is_of_a_browser).await);
        }
        let ours = Write::Queue(mail("a", &journey));
        written(store, [ours, Write::Queue(removal("p", &journey))]).await;
        let leased = store.lease(Jobs::Mails, due(NOW, 1)).await.unwrap();
        assert_eq!(names(&leased), ["a"], "the others are older");
        assert_eq!(store.lease(Jobs::Mails, due(NOW, 9)).await.unwrap(), []);
        let photos = store.lease(Jobs::PhotoRemovals, due(NOW, 9)).await.unwrap();
        assert_eq!(names(&photos), ["p"]);
        let listed = store.open_jobs(9).await.unwrap();
        let untouched = |job: &&OpenJob| job.kind == "card_ready" && job.tries == 0;
        assert_eq!(listed.iter().filter(untouched).count(), 2);
        let counted = store.count_open_jobs().await.unwrap();
        assert!(counted.contains(&OpenJobs {
            kind: "card_ready".to_owned(),
            have_failed: false,
            count: 2,
            first_due_at: NOW.plus(-60),
        }));
    })
    .await;
}

#[tokio::test]
async fn every_kind_of_mail_can_be_queued_and_a_code_is_for_one_browser() {
    on_every_store(async |store| {
        for kind in MailKind::ALL {
            assert!(
                put(store, kind.name(), kind.name(), 0, true).await,
                "{kind:?}"
            );
        }
        let leased = store.lease(Jobs::Mails, due(NOW, 99)).await.unwrap();
        assert_eq!(leased.len(), MailKind::ALL.len());
        let code = MailKind::DeviceCode.name();
        assert!(!put(store, "for nobody", code, 0, false).await);
        let photo = JobKind::DiscardPhoto.name();
        assert!(!put(store, "of no photo", photo, 0, false).await);
    })
    .await;
}

/// Jobs of the version before, in its words; bytes begin differently in the two databases.
fn before(bytes: &str) -> [String; 3] {
    let session = hex::encode([7; 32]);
    [
        format!(
            "insert into outbox (id, kind, journey, session, secret, queued_at, due_at, tries) \
             values ('code', 'device_code', 'j', {bytes}{session}', {bytes}05', 3, 4, 2)"
        ),
        "insert into outbox (id, kind, journey, photo_key, queued_at, due_at) \
         values ('photo', 'discard_photo', 'j', 'p.jpg.sealed', 3, 5)"
            .to_owned(),
        "insert into outbox (id, kind, journey, queued_at, due_at, outcome, reason) \
         values ('link', 'link', 'j', 3, 6, 'failed', 'never')"
            .to_owned(),
    ]
}

/// Each stands as it stood, and what the version before writes from now on is taken.
async fn tell(store: &dyn Store, bytes: &str) -> Result<(), StoreError> {
    let mails = store.lease(Jobs::Mails, due(NOW, 9)).await?;
    let [Leased { job, tries: 2 }] = &mails[..] else {
        panic!("{mails:?}")
    };
    let expected = Queued {
        id: "code".to_owned(),
        kind: JobKind::Mail(MailKind::DeviceCode),
        journey: job.journey.clone(),
        session: Some([7; 32]),
        photo_key: None,
        secret: Some(vec![5]),
        queued_at: rules::Moment(3),
        due_at: rules::Moment(4),
    };
    assert_eq!(job, &expected);
    let photos = store.lease(Jobs::PhotoRemovals, due(NOW, 9)).await?;
    assert_eq!(names(&photos), ["photo"]);
    let listed = store.open_jobs(9).await?;
    let failed = listed.iter().find(|job| job.id == "link").unwrap();
    assert_eq!(failed.reason.as_deref(), Some("never"));
    let again = before(bytes).map(|statement| statement.replace("values ('", "values ('again-"));
    for statement in again {
        let added = store.change("put", |mut sql| {
            Box::pin(async move { sql.execute(AssertSqlSafe(statement), &[]).await })
        });
        assert_eq!(added.await?, 1);
    }
    assert_eq!(store.put_back(None, NOW).await?, 2);
    Ok(())
}

#[tokio::test]
async fn the_outbox_of_the_version_before_is_kept_whole() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("before.sqlite");
    let options = SqliteConnectOptions::new().filename(&file);
    let pool = SqlitePool::connect_with(options.create_if_missing(true));
    let pool = pool.await.unwrap();
    sqlite::MIGRATIONS.run_to(8, &pool).await.unwrap();
    for statement in before("x'") {
        let added = sqlx::query(AssertSqlSafe(statement)).execute(&pool).await;
        added.unwrap();
    }
    pool.close().await;
    tell(&*on_sqlite(&file).await, "x'").await.unwrap();
    on_a_fresh_database(async |url| {
        let pool = PgPool::connect(url).await.unwrap();
        postgres::MIGRATIONS.run_to(8, &pool).await.unwrap();
        for statement in before("'\\x") {
            let added = sqlx::query(AssertSqlSafe(statement)).execute(&pool).await;
            added.unwrap();
        }
        pool.close().await;
        tell(&*on_postgres(url).await, "'\\x").await.unwrap();
    })
    .await;
}
