//! What is sealed under the operator's keys: counted, read in portions, sealed anew.

use sqlx::AssertSqlSafe;

use super::{
    Call, Resealed, SavedLookUpKey, SealedCount, SealedRow, SealedTable, Sql, Store, StoreError,
    Which, decode,
};
use crate::seal::NAMED;

/// Puts each text in the place of the one it was made from, where that is still there.
async fn replace(sql: &mut Sql<'_>, of: SealedTable, rows: &[Resealed]) -> Result<u64, StoreError> {
    let mut replaced = 0;
    for row in rows {
        let key = of.row_key(&row.row);
        let values = [
            key.value(),
            row.from.as_slice().into(),
            row.to.as_slice().into(),
        ];
        replaced += sql
            .execute(AssertSqlSafe(of.replacement()), &values)
            .await?;
    }
    Ok(replaced)
}

/// Adds what is not there yet, then reads what is: whoever comes second gets what the
/// first has added.
async fn look_up_keys(
    sql: &mut Sql<'_>,
    unless_there: &[SavedLookUpKey],
) -> Result<Vec<SavedLookUpKey>, StoreError> {
    let insert = "insert into look_up_keys (purpose, sealed) values ($1, $2) \
         on conflict (purpose) do nothing";
    for key in unless_there {
        let values = [key.purpose.into(), key.sealed.as_slice().into()];
        sql.execute(insert, &values).await?;
    }
    let select = "select purpose, sealed from look_up_keys";
    let keys = sql.all(select, &[], decode::look_up_key).await?;
    Ok(keys.into_iter().flatten().collect())
}

impl dyn Store + '_ {
    /// Adds look-up keys for purposes that have none, then gives all that are there:
    /// processes that start at once with different keys get the same ones.
    pub async fn look_up_keys(
        &self,
        unless_there: Vec<SavedLookUpKey>,
    ) -> Result<Vec<SavedLookUpKey>, StoreError> {
        self.change("look_up_keys", move |mut sql| {
            Box::pin(async move {
                let mut transaction = sql.begin().await?;
                let keys = look_up_keys(&mut transaction.sql(), &unless_there).await?;
                transaction.commit().await?;
                Ok(keys)
            })
        })
        .await
    }

    /// How many rows are sealed under which of the operator's keys. One table after the
    /// other, not all at one moment.
    pub async fn count_sealed(&self) -> Result<Vec<SealedCount>, StoreError> {
        let mut counts = Vec::new();
        for of in SealedTable::ALL {
            let call = Call::on_many_rows("count_sealed");
            let values = [[NAMED].as_slice().into()];
            let read = |row: &dyn decode::Row| decode::sealed_count(row, of);
            counts.extend(
                self.all(call, AssertSqlSafe(of.count()), &values, read)
                    .await?,
            );
        }
        Ok(counts)
    }

    /// Rows of a table after this one, in the order of their keys; from the first on
    /// after the empty text.
    pub async fn sealed_rows(
        &self,
        of: SealedTable,
        after: &str,
        which: Which,
        at_most: u32,
    ) -> Result<Vec<SealedRow>, StoreError> {
        let (after, but) = (of.row_key(after), which.not_beginning());
        let length = u32::try_from(but.len()).unwrap_or(u32::MAX);
        let values = [
            after.value(),
            but.as_slice().into(),
            length.into(),
            at_most.into(),
        ];
        let read = |row: &dyn decode::Row| decode::sealed(row, of);
        self.all("sealed_rows", AssertSqlSafe(of.page()), &values, read)
            .await
    }

    /// Puts texts sealed anew in the place of those they were made from, all or nothing;
    /// a row that changed meanwhile stays as it is. Returns how many were replaced.
    pub async fn reseal(
        &self,
        of: SealedTable,
        mut rows: Vec<Resealed>,
    ) -> Result<u64, StoreError> {
        // Everybody locks rows in the order of their keys.
        rows.sort_by(|one, other| one.row.cmp(&other.row));
        self.change("reseal", move |mut sql| {
            Box::pin(async move {
                let mut transaction = sql.begin().await?;
                let replaced = replace(&mut transaction.sql(), of, &rows).await?;
                transaction.commit().await?;
                Ok(replaced)
            })
        })
        .await
    }
}
