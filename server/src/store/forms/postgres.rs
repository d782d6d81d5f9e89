//! Forms, many in one statement.

use sqlx::PgConnection;

use crate::store::{SavedForm, StoreError};

/// Forms added by one statement.
const AT_ONCE: usize = 5_000;

/// Adds forms in their order; says how many were new.
pub(super) async fn add_forms(
    connection: &mut PgConnection,
    forms: &[SavedForm],
) -> Result<u64, StoreError> {
    let mut added = 0;
    for some in forms.chunks(AT_ONCE) {
        added += add_some(connection, some).await?;
    }
    Ok(added)
}

async fn add_some(connection: &mut PgConnection, forms: &[SavedForm]) -> Result<u64, StoreError> {
    let digests: Vec<&[u8]> = forms.iter().map(|form| form.digest.as_slice()).collect();
    let sealed: Vec<&[u8]> = forms.iter().map(|form| form.sealed.as_slice()).collect();
    let issued: Vec<i64> = forms.iter().map(|form| form.issued_at.0).collect();
    let result = sqlx::query(
        "insert into forms (digest, sealed, issued_at) select digest, sealed, issued_at \
         from unnest($1::bytea[], $2::bytea[], $3::bigint[]) with ordinality \
         as given (digest, sealed, issued_at, place) order by place \
         on conflict (digest) do nothing",
    )
    .bind(digests)
    .bind(sealed)
    .bind(issued)
    .execute(connection)
    .await?;
    Ok(result.rows_affected())
}
