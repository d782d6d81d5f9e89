//! What is sealed under the operator's keys: counted, read in portions, sealed anew.

use sqlx::{Connection as _, PgConnection};

use crate::seal::NAMED;
use crate::store::decode;
use crate::store::sealed::RowKey;
use crate::store::{
    Resealed, SavedLookUpKey, SealedCount, SealedRow, SealedTable, StoreError, Which,
};

/// One table after the other, not all at one moment.
pub(super) async fn count(connection: &mut PgConnection) -> Result<Vec<SealedCount>, StoreError> {
    let mut counts = Vec::new();
    for of in SealedTable::ALL {
        let rows = sqlx::query(sqlx::AssertSqlSafe(of.count()))
            .bind([NAMED].as_slice())
            .fetch_all(&mut *connection)
            .await?;
        for row in &rows {
            counts.push(decode::sealed_count(row, of)?);
        }
    }
    Ok(counts)
}

pub(super) async fn page(
    connection: &mut PgConnection,
    of: SealedTable,
    after: &str,
    which: Which,
    at_most: u32,
) -> Result<Vec<SealedRow>, StoreError> {
    let but = which.not_beginning();
    let length = i32::try_from(but.len()).unwrap_or(i32::MAX);
    let query = sqlx::query(sqlx::AssertSqlSafe(of.page()));
    let query = match of.row_key(after) {
        RowKey::Text(text) => query.bind(text),
        RowKey::Bytes(bytes) => query.bind(bytes),
    };
    let rows = query
        .bind(but)
        .bind(length)
        .bind(i64::from(at_most))
        .fetch_all(connection)
        .await?;
    rows.iter().map(|row| decode::sealed(row, of)).collect()
}

/// Rows that changed meanwhile stay as they are; rows are locked in the order of their keys, as by everybody else.
pub(super) async fn replace(
    connection: &mut PgConnection,
    of: SealedTable,
    mut rows: Vec<Resealed>,
) -> Result<u64, StoreError> {
    rows.sort_by(|one, other| one.row.cmp(&other.row));
    let mut transaction = connection.begin().await?;
    let mut replaced = 0;
    for row in &rows {
        let query = sqlx::query(sqlx::AssertSqlSafe(of.replacement()));
        let query = match of.row_key(&row.row) {
            RowKey::Text(text) => query.bind(text),
            RowKey::Bytes(bytes) => query.bind(bytes),
        };
        replaced += query
            .bind(row.from.as_slice())
            .bind(row.to.as_slice())
            .execute(&mut *transaction)
            .await?
            .rows_affected();
    }
    transaction.commit().await?;
    Ok(replaced)
}

/// Adds what is not there yet, then reads what is: whoever comes second gets what the
/// first has added.
pub(super) async fn look_up_keys(
    connection: &mut PgConnection,
    unless_there: &[SavedLookUpKey],
) -> Result<Vec<SavedLookUpKey>, StoreError> {
    let mut transaction = connection.begin().await?;
    for key in unless_there {
        sqlx::query(
            "insert into look_up_keys (purpose, sealed) values ($1, $2) \
             on conflict (purpose) do nothing",
        )
        .bind(key.purpose)
        .bind(key.sealed.as_slice())
        .execute(&mut *transaction)
        .await?;
    }
    let rows = sqlx::query("select purpose, sealed from look_up_keys")
        .fetch_all(&mut *transaction)
        .await?;
    transaction.commit().await?;
    let keys: Result<Vec<_>, _> = rows.iter().map(|row| decode::look_up_key(row)).collect();
    Ok(keys?.into_iter().flatten().collect())
}
