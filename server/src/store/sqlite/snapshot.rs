//! A consistent copy of either database as an `SQLite` file: the format of backups.

use std::collections::BTreeMap;
use std::path::Path;

use sqlx::sqlite::{SqliteAutoVacuum, SqliteConnectOptions, SqliteConnection, SqlitePoolOptions};
use sqlx::{ConnectOptions as _, Row as _};

use super::opening::MIGRATIONS;
use crate::private;
use crate::store::StoreError;

/// A copy of a database that nobody writes to.
#[derive(Debug)]
pub struct Snapshot(SqliteConnection);

impl Snapshot {
    /// Opens the file and leaves it as it is.
    ///
    /// # Errors
    /// [`StoreError::Database`] when it cannot be read.
    pub async fn open(file: &Path) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new().filename(file);
        let options = options.read_only(true).immutable(true);
        Ok(Self(options.connect().await?))
    }

    /// The keys of the photos that applications hold.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn photos(&mut self) -> Result<Vec<String>, StoreError> {
        let keys = "select photo_key from journeys where photo_key is not null order by photo_key";
        Ok(sqlx::query_scalar(keys).fetch_all(&mut self.0).await?)
    }

    /// How many rows each table has.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn rows(&mut self) -> Result<BTreeMap<String, u64>, StoreError> {
        let mut rows = BTreeMap::new();
        for Table { name, .. } in tables().await? {
            let count = sqlx::AssertSqlSafe(format!("select count(*) from {name}"));
            let count: i64 = sqlx::query_scalar(count).fetch_one(&mut self.0).await?;
            rows.insert(name, count.unsigned_abs());
        }
        Ok(rows)
    }

    /// [`StoreError::OtherVersion`] unless it has the tables of this version.
    pub(in crate::store) async fn insist_on_this_version(&mut self) -> Result<(), StoreError> {
        let (known, ran) = self.migrations().await?;
        if ran == known {
            Ok(())
        } else {
            Err(StoreError::OtherVersion)
        }
    }

    /// [`StoreError::NewerVersion`] unless this version can bring it up to date.
    pub(in crate::store) async fn insist_on_no_newer_version(&mut self) -> Result<(), StoreError> {
        let (known, ran) = self.migrations().await?;
        if known.starts_with(&ran) {
            Ok(())
        } else {
            Err(StoreError::NewerVersion)
        }
    }

    /// The migrations this version has, and those that were run on the copy.
    async fn migrations(&mut self) -> Result<(Vec<i64>, Vec<i64>), StoreError> {
        let ran = "select version from _sqlx_migrations order by version";
        let ran = sqlx::query_scalar(ran).fetch_all(&mut self.0).await?;
        let known = MIGRATIONS.iter().map(|migration| migration.version);
        Ok((known.collect(), ran))
    }

    pub(in crate::store) fn connection(&mut self) -> &mut SqliteConnection {
        &mut self.0
    }
}

/// A kind of value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum Kind {
    Text,
    Number,
    Bytes,
}

/// A table as this version makes it.
#[derive(Debug)]
pub(in crate::store) struct Table {
    pub(in crate::store) name: String,
    pub(in crate::store) columns: Vec<(String, Kind)>,
}

impl Table {
    /// Whether it has this column.
    pub(in crate::store) fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|(name, _)| name == column)
    }

    /// The columns, separated by commas.
    pub(in crate::store) fn column_list(&self) -> String {
        let names: Vec<_> = self.columns.iter().map(|(name, _)| name.as_str()).collect();
        names.join(", ")
    }
}

/// The tables of this version, each after those that it refers to. Names come from the
/// migrations and from nowhere else, so that they may stand in a statement.
pub(in crate::store) async fn tables() -> Result<Vec<Table>, StoreError> {
    let mut empty = migrated(SqliteConnectOptions::new().in_memory(true)).await?;
    let rows = sqlx::query(
        "select m.name as t, c.name as c, c.type as k \
         from sqlite_schema m, pragma_table_info(m.name) c \
         where m.type = 'table' and m.name not like 'sqlite_%' and m.name not like '_sqlx%' \
         order by m.rowid, c.cid",
    )
    .fetch_all(&mut empty)
    .await?;
    let mut tables: Vec<Table> = Vec::new();
    for row in rows {
        let (name, column): (String, String) = (row.try_get("t")?, row.try_get("c")?);
        let kind: String = row.try_get("k")?;
        let kind = match kind.as_str() {
            "BLOB" => Kind::Bytes,
            "INTEGER" => Kind::Number,
            _ => Kind::Text,
        };
        match tables.last_mut() {
            Some(table) if table.name == name => table.columns.push((column, kind)),
            _ => tables.push(Table {
                name,
                columns: vec![(column, kind)],
            }),
        }
    }
    Ok(tables)
}

/// A new file with the tables of this version and nothing in them.
pub(in crate::store) async fn create(file: &Path) -> Result<SqliteConnection, StoreError> {
    private::new_file(file).map_err(StoreError::Copy)?;
    let options = SqliteConnectOptions::new().filename(file);
    // As the store makes one: it may become its file.
    let options = options.auto_vacuum(SqliteAutoVacuum::Incremental);
    migrated(options.create_if_missing(true)).await
}

/// Through a pool of one, as the compiler does not see of a single connection that the
/// migrations may change threads with it.
async fn migrated(options: SqliteConnectOptions) -> Result<SqliteConnection, StoreError> {
    let pool = SqlitePoolOptions::new().max_connections(1);
    let pool = pool.connect_with(options).await?;
    MIGRATIONS.run(&pool).await.map_err(sqlx::Error::from)?;
    Ok(pool.acquire().await?.detach())
}

/// Copies the database into a new file; others go on reading and writing. Pages that hold
/// nothing any more are left out.
pub(super) async fn write(reader: &mut SqliteConnection, file: &Path) -> Result<(), StoreError> {
    private::new_file(file).map_err(StoreError::Copy)?;
    sqlx::query("vacuum into $1")
        .bind(file.display().to_string())
        .execute(reader)
        .await?;
    Ok(())
}
