//! A database of a `PostgreSQL` server for one test. Shared by the tests of the stores
//! (`src/store/conformance`) and the portal's tests (`tests/http`).

use std::panic::{AssertUnwindSafe, resume_unwind};

use futures_util::FutureExt as _;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};

/// Runs a test on the address of a new and empty database, which goes away afterwards.
///
/// # Panics
/// Without a server to make it on.
pub(crate) async fn on_a_fresh_database(test: impl AsyncFnOnce(&str)) {
    let server = std::env::var("SHINSEI_TEST_POSTGRES").expect(
        "this test needs a PostgreSQL server: `make unit` starts one and runs the tests; \
         or set SHINSEI_TEST_POSTGRES to postgres://USER@HOST/DATABASE of one that may be used",
    );
    let mut desk = PgConnection::connect(&server).await.unwrap();
    let name = "select 'shinsei_' || replace(gen_random_uuid()::text, '-', '')";
    let name: String = sqlx::query_scalar(name).fetch_one(&mut desk).await.unwrap();
    tell(&mut desk, format!("create database {name}")).await;
    let (before, _) = server.rsplit_once('/').unwrap();
    let done = AssertUnwindSafe(test(&format!("{before}/{name}")))
        .catch_unwind()
        .await;
    tell(&mut desk, format!("drop database {name} with (force)")).await;
    done.unwrap_or_else(|panic| resume_unwind(panic));
}

async fn tell(desk: &mut PgConnection, statement: String) {
    desk.execute(AssertSqlSafe(statement)).await.unwrap();
}
