//! From the server into a file, and from a file into an empty database.

use std::path::Path;

use futures_util::TryStreamExt as _;
use sqlx::postgres::{PgArguments, PgConnection, PgRow};
use sqlx::query::Query;
use sqlx::sqlite::{SqliteArguments, SqliteConnection, SqliteRow};
use sqlx::{AssertSqlSafe, Connection as _, Postgres, Row as _, Sqlite};

use crate::store::StoreError;
use crate::store::sqlite::{Kind, Snapshot, Table, create, tables};

/// Rows that go to the server in one statement.
const AT_ONCE: usize = 500;

/// Copies everything, as it is at one moment, into a new file.
pub(super) async fn write(connection: &mut PgConnection, file: &Path) -> Result<(), StoreError> {
    let mut moment = connection.begin().await?;
    sqlx::query("set transaction isolation level repeatable read, read only")
        .execute(&mut *moment)
        .await?;
    without_hurry(&mut moment).await?;
    let mut copy = create(file).await?;
    // Nothing is synced before the end, which whoever asked for the file sees to.
    for statement in ["pragma synchronous = off", "begin"] {
        sqlx::query(statement).execute(&mut copy).await?;
    }
    for table in tables().await? {
        copy_table(&table, &mut moment, &mut copy).await?;
    }
    // The inbox of the audit log goes on behind the last place that was ever taken.
    for statement in [
        "delete from sqlite_sequence where name = 'audit_inbox'",
        "insert into sqlite_sequence (name, seq) select 'audit_inbox', coalesce(max(place), 0) \
         from (select place from audit union all select place from audit_inbox)",
        "commit",
    ] {
        sqlx::query(statement).execute(&mut copy).await?;
    }
    copy.close().await?;
    Ok(())
}

async fn copy_table(
    table: &Table,
    from: &mut PgConnection,
    to: &mut SqliteConnection,
) -> Result<(), StoreError> {
    let (name, names) = (&table.name, table.column_list());
    let order = if is_numbered(from, table).await? {
        " order by rowid"
    } else {
        ""
    };
    let places = (1..=table.columns.len()).map(|place| format!("${place}"));
    let places = places.collect::<Vec<_>>().join(", ");
    let insert = format!("insert into {name} ({names}) values ({places})");
    let select = AssertSqlSafe(format!("select {names} from {name}{order}"));
    let mut rows = sqlx::query(select).fetch(from);
    while let Some(row) = rows.try_next().await? {
        let mut put = sqlx::query(AssertSqlSafe(insert.as_str()));
        for (place, (_, kind)) in table.columns.iter().enumerate() {
            put = handed_over(put, &row, place, *kind)?;
        }
        put.execute(&mut *to).await?;
    }
    Ok(())
}

/// Whether the rows have an order of their own, which `SQLite` keeps by itself.
async fn is_numbered(connection: &mut PgConnection, table: &Table) -> Result<bool, StoreError> {
    let found = sqlx::query(
        "select 1 from information_schema.columns where table_schema = current_schema() \
         and table_name = $1 and column_name = 'rowid'",
    )
    .bind(&table.name)
    .fetch_optional(connection)
    .await?;
    Ok(found.is_some())
}

/// Copying takes as long as it takes.
async fn without_hurry(connection: &mut PgConnection) -> Result<(), StoreError> {
    sqlx::query(
        "select set_config('statement_timeout', '0', true), \
         set_config('idle_in_transaction_session_timeout', '0', true)",
    )
    .execute(connection)
    .await?;
    Ok(())
}

fn handed_over<'q>(
    put: Query<'q, Sqlite, SqliteArguments>,
    row: &PgRow,
    place: usize,
    kind: Kind,
) -> Result<Query<'q, Sqlite, SqliteArguments>, sqlx::Error> {
    Ok(match kind {
        Kind::Text => put.bind(row.try_get::<Option<String>, _>(place)?),
        Kind::Number => put.bind(row.try_get::<Option<i64>, _>(place)?),
        Kind::Bytes => put.bind(row.try_get::<Option<Vec<u8>>, _>(place)?),
    })
}

/// Whether no table has a row.
pub(super) async fn is_empty(connection: &mut PgConnection) -> Result<bool, StoreError> {
    for table in tables().await? {
        let any = AssertSqlSafe(format!("select 1 from {} limit 1", table.name));
        if sqlx::query(any)
            .fetch_optional(&mut *connection)
            .await?
            .is_some()
        {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Copies everything out of a file, whole or not at all.
pub(super) async fn fill(connection: &mut PgConnection, from: &Path) -> Result<(), StoreError> {
    let mut snapshot = Snapshot::open(from).await?;
    snapshot.insist_on_this_version().await?;
    let mut whole = connection.begin().await?;
    without_hurry(&mut whole).await?;
    for table in tables().await? {
        let all = format!(
            "select {} from {} order by rowid",
            table.column_list(),
            table.name
        );
        let all = sqlx::query(AssertSqlSafe(all)).fetch(snapshot.connection());
        let mut portions = all.try_chunks(AT_ONCE).map_err(|error| error.1);
        while let Some(rows) = portions.try_next().await? {
            put(&mut whole, &table, &rows).await?;
        }
    }
    // As above.
    sqlx::query(
        "select setval(pg_get_serial_sequence('audit_inbox', 'place'), max(place)) \
         from (select place from audit union all select place from audit_inbox) as taken \
         having max(place) is not null",
    )
    .execute(&mut *whole)
    .await?;
    whole.commit().await?;
    Ok(())
}

/// In the order the rows are given.
async fn put(
    connection: &mut PgConnection,
    table: &Table,
    rows: &[SqliteRow],
) -> Result<(), StoreError> {
    let names = table.column_list();
    let columns = table.columns.iter().zip(1..);
    let arrays: Vec<_> = columns
        .map(|((_, kind), place)| match kind {
            Kind::Text => format!("${place}::text[]"),
            Kind::Number => format!("${place}::bigint[]"),
            Kind::Bytes => format!("${place}::bytea[]"),
        })
        .collect();
    let statement = format!(
        "insert into {} ({names}) overriding system value \
         select {names} from unnest({}) with ordinality as given ({names}, nth_given) \
         order by nth_given",
        table.name,
        arrays.join(", ")
    );
    let mut query = sqlx::query(AssertSqlSafe(statement));
    for (place, (_, kind)) in table.columns.iter().enumerate() {
        query = column_of(query, rows, place, *kind)?;
    }
    query.execute(connection).await?;
    Ok(())
}

fn column_of<'q>(
    query: Query<'q, Postgres, PgArguments>,
    rows: &[SqliteRow],
    place: usize,
    kind: Kind,
) -> Result<Query<'q, Postgres, PgArguments>, sqlx::Error> {
    /// The values of one column.
    macro_rules! values {
        ($kind:ty) => {
            rows.iter()
                .map(|row| row.try_get::<Option<$kind>, _>(place))
                .collect::<Result<Vec<_>, _>>()?
        };
    }
    Ok(match kind {
        Kind::Text => query.bind(values!(String)),
        Kind::Number => query.bind(values!(i64)),
        Kind::Bytes => query.bind(values!(Vec<u8>)),
    })
}
