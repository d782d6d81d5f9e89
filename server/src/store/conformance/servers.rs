//! What only a database server does: be far away, be away, be told to promise less.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use super::samples::{changed, opened};
use super::{POOL, address, on_a_fresh_database, on_postgres};
use crate::store::{
    Pool, PostgresAddress, PostgresStore, Protection, Store as _, StoreError, Write,
};
use rules::application::Stage;

/// Not waited for long.
const HASTY: Pool = Pool {
    connections: 2,
    wait: Duration::from_millis(300),
};

async fn refused(address: &PostgresAddress, pool: Pool) -> StoreError {
    PostgresStore::open(address, pool).await.unwrap_err()
}

#[tokio::test]
async fn four_processes_may_start_at_once_on_an_empty_database() {
    on_a_fresh_database(async |url| {
        let stores = join_all((0..4).map(|_| on_postgres(url))).await;
        opened(&stores[0], 1).await;
        for store in &stores {
            assert!(store.is_photo_known("none").await.is_ok());
        }
    })
    .await;
}

#[tokio::test]
async fn a_server_that_acknowledges_before_it_writes_is_refused() {
    on_a_fresh_database(async |url| {
        let mut desk = PgConnection::connect(url).await.unwrap();
        let (_, name) = url.rsplit_once('/').unwrap();
        let hurry = format!("alter database {name} set synchronous_commit = off");
        desk.execute(AssertSqlSafe(hurry)).await.unwrap();
        let told = refused(&address(url), POOL).await;
        assert!(
            matches!(told, StoreError::NotDurable("synchronous_commit = on")),
            "{told:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_promise_made_at_the_opening_is_kept_when_the_server_is_told_otherwise() {
    on_a_fresh_database(async |url| {
        let store = on_postgres(url).await;
        let (_, name) = url.rsplit_once('/').unwrap();
        let hurry = format!("alter database {name} set synchronous_commit = off");
        store.pool().execute(AssertSqlSafe(hurry)).await.unwrap();
        for _ in 0..2 {
            let mut desk = store.pool().acquire().await.unwrap();
            let promise: String = sqlx::query_scalar("show synchronous_commit")
                .fetch_one(&mut *desk)
                .await
                .unwrap();
            assert_eq!(promise, "on");
            // The next round gets a new connection.
            desk.close().await.unwrap();
        }
    })
    .await;
}

#[tokio::test]
async fn why_a_server_cannot_be_used_is_said_in_words() {
    on_a_fresh_database(async |url| {
        let right = address(url);
        let told = async |address: PostgresAddress| refused(&address, HASTY).await.to_string();
        let missing = PostgresAddress {
            database: "no_such_database".to_owned(),
            ..right.clone()
        };
        assert!(told(missing).await.contains("createdb"));
        let stranger = PostgresAddress {
            user: Some("no_such_role".to_owned()),
            ..right.clone()
        };
        let refusal = told(stranger).await;
        assert!(refusal.contains("refuses"), "{refusal}");
        let nobody = PostgresAddress {
            host: Some("127.0.0.1".to_owned()),
            port: 1,
            ..right.clone()
        };
        assert!(told(nobody).await.contains("is PostgreSQL running"));
        let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let silence = PostgresAddress {
            host: Some("127.0.0.1".to_owned()),
            port: silent.local_addr().unwrap().port(),
            ..right
        };
        assert!(told(silence).await.contains("a firewall"));
    })
    .await;
}

#[tokio::test]
async fn nothing_is_said_in_the_clear_to_a_server_that_must_be_protected() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let bare = async {
        let (mut socket, _) = listener.accept().await.unwrap();
        let mut asked = [0; 8];
        socket.read_exact(&mut asked).await.unwrap();
        // "No TLS here."
        socket.write_all(b"N").await.unwrap();
        let mut more = Vec::new();
        socket.read_to_end(&mut more).await.unwrap();
        more
    };
    let protected = PostgresAddress {
        host: Some("localhost".to_owned()),
        port,
        user: Some("u".to_owned()),
        password: None,
        database: "d".to_owned(),
        protection: Protection::Verified(None),
    };
    let (told, heard) = tokio::join!(refused(&protected, POOL), bare);
    assert!(
        told.to_string().contains("does the server offer TLS"),
        "{told}"
    );
    assert_eq!(heard, [0_u8; 0]);
}

#[tokio::test]
async fn a_request_does_not_wait_for_another_s_lock_without_end() {
    on_a_fresh_database(async |url| {
        let store = PostgresStore::open(&address(url), HASTY).await.unwrap();
        let journey = opened(&store, 1).await;
        let mut other = PgConnection::connect(url).await.unwrap();
        let mut holding = other.begin().await.unwrap();
        holding
            .execute("update journeys set version = version")
            .await
            .unwrap();
        let began = Instant::now();
        let change = Write::ChangeJourney(changed(&journey, Stage::Opened));
        let told = store.commit(vec![change.clone()]).await;
        assert!(matches!(told, Err(StoreError::Database(_))), "{told:?}");
        assert!(began.elapsed() < Duration::from_secs(5));
        holding.rollback().await.unwrap();
        store.commit(vec![change]).await.unwrap();
    })
    .await;
}

/// Returns when somebody waits for a lock in this database.
async fn somebody_waits(watcher: &mut PgConnection) {
    let count = "select count(*) from pg_locks join pg_stat_activity using (pid) \
                 where not granted and datname = current_database()";
    while sqlx::query_scalar::<_, i64>(count)
        .fetch_one(&mut *watcher)
        .await
        .unwrap()
        == 0
    {}
}

#[tokio::test]
async fn an_act_that_the_server_broke_off_for_another_is_done_again() {
    on_a_fresh_database(async |url| {
        let mut other = PgConnection::connect(url).await.unwrap();
        let mut watcher = PgConnection::connect(url).await.unwrap();
        // The act finds out first that both wait for each other, and gives way.
        other.execute("set deadlock_timeout = '60s'").await.unwrap();
        let store = on_postgres(url).await;
        let (first, second) = (opened(&store, 1).await, opened(&store, 2).await);
        let mut meeting = other.begin().await.unwrap();
        let touch = "update journeys set version = version where id = $1";
        let touched = sqlx::query(touch).bind(second.id.as_str());
        touched.execute(&mut *meeting).await.unwrap();
        let changes = [&first, &second].map(|journey| changed(journey, Stage::Opened));
        let act = store.commit(changes.map(Write::ChangeJourney).to_vec());
        let head_on = async {
            // The act has the first row by then and waits for the second.
            somebody_waits(&mut watcher).await;
            let touched = sqlx::query(touch).bind(first.id.as_str());
            touched.execute(&mut *meeting).await.unwrap();
            meeting.commit().await.unwrap();
        };
        let (done, ()) = tokio::join!(act, head_on);
        done.unwrap();
        assert_eq!(store.journey(&second.id).await.unwrap().unwrap().version, 2);
    })
    .await;
}

/// Asks again as often as there may be a cut connection left.
async fn answered<T>(ask: impl AsyncFn() -> Result<T, StoreError>) -> T {
    for _ in 0..POOL.connections {
        if let Ok(answer) = ask().await {
            return answer;
        }
    }
    ask().await.unwrap()
}

#[tokio::test]
async fn connections_that_were_cut_are_replaced_and_nothing_acknowledged_is_lost() {
    on_a_fresh_database(async |url| {
        let store = on_postgres(url).await;
        let mut other = PgConnection::connect(url).await.unwrap();
        for number in 0..10 {
            let journey = opened(&store, number).await;
            let cut = "select pg_terminate_backend(pid) from pg_stat_activity \
                       where datname = current_database() and pid <> pg_backend_pid()";
            other.execute(cut).await.unwrap();
            // What was not acknowledged is tried again; it may have been done.
            let change = vec![Write::ChangeJourney(changed(&journey, Stage::Opened))];
            let done = answered(async || match store.commit(change.clone()).await {
                Err(StoreError::Conflict) => Ok(()),
                answer => answer,
            });
            done.await;
            let found = answered(async || store.journey(&journey.id).await)
                .await
                .unwrap();
            assert_eq!(found.version, 2);
        }
    })
    .await;
}
