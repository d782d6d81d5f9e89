//! Forms that the office issued, and the tries at the birth date of each.

mod postgres;

use super::{Call, FormTry, SavedForm, Sql, Store, StoreError, allowances, decode};
use crate::seal::Digest;

/// Adds forms in their order, those that are not there yet.
async fn add(sql: &mut Sql<'_>, forms: &[SavedForm]) -> Result<u64, StoreError> {
    if let Sql::Postgres(connection) = sql {
        return postgres::add_forms(connection, forms).await;
    }
    let statement = "insert into forms (digest, sealed, issued_at) values ($1, $2, $3) \
         on conflict (digest) do nothing";
    let mut added = 0;
    for form in forms {
        let values = [
            (&form.digest).into(),
            form.sealed.as_slice().into(),
            form.issued_at.into(),
        ];
        added += sql.execute(statement, &values).await?;
    }
    Ok(added)
}

/// An unknown form and a locked one take the same statements.
async fn try_one(sql: &mut Sql<'_>, form: &Digest, at_most: u32) -> Result<FormTry, StoreError> {
    let statement = "update forms set tries = tries + 1 where digest = $1 and tries < $2 \
         returning digest, sealed, issued_at";
    let values = [form.into(), at_most.into()];
    if let Some(counted) = sql.one(statement, &values, decode::form).await? {
        return Ok(FormTry::Counted(counted));
    }
    let statement = "select 1 from forms where digest = $1";
    let found = sql.one(statement, &[form.into()], |_| Ok(())).await?;
    Ok(found.map_or(FormTry::Unknown, |()| FormTry::Locked))
}

impl dyn Store + '_ {
    /// A form the office issued.
    pub async fn form(&self, digest: &Digest) -> Result<Option<SavedForm>, StoreError> {
        let statement = "select digest, sealed, issued_at from forms where digest = $1";
        self.one("form", statement, &[digest.into()], decode::form)
            .await
    }

    /// Adds forms; those already there stay as they are. Returns how many were new.
    pub async fn add_forms(&self, forms: Vec<SavedForm>) -> Result<u64, StoreError> {
        self.change(Call::on_many_rows("add_forms"), move |mut sql| {
            Box::pin(async move {
                let mut transaction = sql.begin().await?;
                let added = add(&mut transaction.sql(), &forms).await?;
                transaction.commit().await?;
                Ok(added)
            })
        })
        .await
    }

    /// Forms in the order of their issue, from the newest.
    pub async fn newest_forms(&self, at_most: u32) -> Result<Vec<SavedForm>, StoreError> {
        let statement = "select digest, sealed, issued_at from forms order by rowid desc limit $1";
        self.all("newest_forms", statement, &[at_most.into()], decode::form)
            .await
    }

    /// Counts a try at the birth date of a form, then returns the form.
    pub async fn try_form(&self, form: &Digest, at_most: u32) -> Result<FormTry, StoreError> {
        let form = *form;
        self.change("try_form", move |mut sql| {
            Box::pin(async move { try_one(&mut sql, &form, at_most).await })
        })
        .await
    }

    /// Takes back a try that was right: it does not count.
    pub async fn untry_form(&self, form: &Digest) -> Result<(), StoreError> {
        let form = *form;
        self.change("untry_form", move |mut sql| {
            Box::pin(async move {
                let statement = "update forms set tries = tries - 1 \
                     where digest = $1 and tries > 0";
                sql.execute(statement, &[(&form).into()]).await?;
                Ok(())
            })
        })
        .await
    }

    /// Resets the tries of a form, and the rate limit of its day to its full burst. Returns
    /// whether there is such a form.
    pub async fn unlock_form(
        &self,
        form: &Digest,
        of_the_day: &Digest,
    ) -> Result<bool, StoreError> {
        let (form, day) = (*form, *of_the_day);
        self.change("unlock_form", move |mut sql| {
            Box::pin(async move {
                allowances::reset(&mut sql, &day).await?;
                let statement = "update forms set tries = 0 where digest = $1";
                Ok(sql.execute(statement, &[(&form).into()]).await? > 0)
            })
        })
        .await
    }
}
