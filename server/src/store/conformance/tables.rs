//! The tables of both databases are pairs.

use std::collections::BTreeSet;
use std::path::Path;

use sqlx::Row as _;

use super::{on_a_fresh_database, on_postgres, on_sqlite};
use crate::store::PostgresStore;

/// Names of the migrations' files, in order.
fn migrations(of: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("migrations")
        .join(of);
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort_unstable();
    names
}

#[test]
fn migrations_are_numbered_in_pairs() {
    let names = migrations("sqlite");
    assert_eq!(migrations("postgres"), names);
    // Two branches may each have left a number to the other.
    let mut numbers: Vec<_> = names.iter().map(|name| &name[..5]).collect();
    numbers.dedup();
    assert_eq!(numbers.len(), names.len(), "{names:?}");
}

/// A column: its table, its name, its kind of value and whether it may be missing.
type Column = (String, String, String, bool);

async fn columns_of_sqlite() -> BTreeSet<Column> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tables.sqlite");
    on_sqlite(&file).await;
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&file);
    let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
    let rows = sqlx::query(
        "select m.name as t, c.name as c, c.type as k, c.\"notnull\" = 0 as n \
         from sqlite_schema m, pragma_table_info(m.name) c \
         where m.type = 'table' and m.name not like 'sqlite_%' and m.name not like '_sqlx%'",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    let kind = |kind: String| match kind.as_str() {
        "BLOB" => "bytea".to_owned(),
        "INTEGER" => "bigint".to_owned(),
        other => other.to_lowercase(),
    };
    rows.iter()
        .map(|row| (row.get("t"), row.get("c"), kind(row.get("k")), row.get("n")))
        .collect()
}

async fn columns_of_postgres(store: &PostgresStore) -> BTreeSet<Column> {
    let rows = sqlx::query(
        "select table_name::text as t, column_name::text as c, data_type::text as k, \
         is_nullable = 'YES' as n from information_schema.columns \
         where table_schema = 'public' and table_name not like '\\_sqlx%'",
    )
    .fetch_all(store.pool())
    .await
    .unwrap();
    rows.iter()
        .map(|row| (row.get("t"), row.get("c"), row.get("k"), row.get("n")))
        .collect()
}

#[tokio::test]
async fn both_databases_have_the_same_tables_and_columns() {
    on_a_fresh_database(async |url| {
        let mut columns = columns_of_postgres(&on_postgres(url).await).await;
        // SQLite has it in every table by itself.
        columns.retain(|(_, name, ..)| name != "rowid");
        let of_sqlite = columns_of_sqlite().await;
        assert!(of_sqlite.len() > 40, "{of_sqlite:?}");
        assert_eq!(columns, of_sqlite);
    })
    .await;
}
