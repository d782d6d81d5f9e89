//! Browsers that an application knows as its own.

use super::{SavedDevice, Sql, Store, StoreError};
use crate::seal::Digest;

pub(super) async fn know(sql: &mut Sql<'_>, device: &SavedDevice) -> Result<(), StoreError> {
    let statement = "insert into devices (digest, journey) values ($1, $2) on conflict do nothing";
    let values = [(&device.digest).into(), (&device.journey).into()];
    sql.execute(statement, &values).await?;
    Ok(())
}

pub(super) async fn rename(
    sql: &mut Sql<'_>,
    from: &Digest,
    to: &Digest,
) -> Result<(), StoreError> {
    let statement = "update devices set digest = $2 where digest = $1";
    sql.execute(statement, &[from.into(), to.into()]).await?;
    Ok(())
}

pub(super) async fn forget(sql: &mut Sql<'_>, digest: &Digest) -> Result<(), StoreError> {
    let statement = "delete from devices where digest = $1";
    sql.execute(statement, &[digest.into()]).await?;
    Ok(())
}

impl dyn Store + '_ {
    /// Whether an application knows a device.
    pub async fn knows_device(&self, device: &SavedDevice) -> Result<bool, StoreError> {
        let statement = "select 1 from devices where digest = $1 and journey = $2";
        let values = [(&device.digest).into(), (&device.journey).into()];
        let found = self.one("knows_device", statement, &values, |_| Ok(()));
        Ok(found.await?.is_some())
    }
}
