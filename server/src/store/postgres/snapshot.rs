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
    sqlx::query("commit").execute(&mut copy).await?;
    copy.close().await?;
    Ok(())
}

async fn copy_table(
    table: &Table,
    from: &mut PgConnection,
    to: &mut SqliteConnection,
) -> Result<(), StoreError> {
    let (name, names) = (&table.name, table.column_list());
    let numbered = numbered_by(from, table).await?;
    let order = match &numbered {
        Some(column) => format!(" order by {column}"),
        None => String::new(),
    };
    let places = (1..=table.columns.len()).map(|place| format!("${place}"));
    let places = places.collect::<Vec<_>>().join(", ");
    let insert = format!("insert into {name} ({names}) values ({places})");
    let select = AssertSqlSafe(format!("select {names} from {name}{order}"));
    let mut rows = sqlx::query(select).fetch(&mut *from);
    while let Some(row) = rows.try_next().await? {
        let mut put = sqlx::query(AssertSqlSafe(insert.as_str()));
        for (place, (_, kind)) in table.columns.iter().enumerate() {
            put = handed_over(put, &row, place, *kind)?;
        }
        put.execute(&mut *to).await?;
    }
    drop(rows);
    if let Some(column) = numbered.filter(|column| table.has(column)) {
        let last = last_number(from, table, &column).await?;
        for statement in [
            "delete from sqlite_sequence where name = $1 and $2 = $2",
            "insert into sqlite_sequence (name, seq) values ($1, $2)",
        ] {
            let statement = sqlx::query(statement).bind(name).bind(last);
            statement.execute(&mut *to).await?;
        }
    }
    Ok(())
}

/// The column in which the server numbers rows as they come: one of the table, whose
/// numbers go on after the last one given, or the order that `SQLite` keeps by itself.
async fn numbered_by(
    connection: &mut PgConnection,
    table: &Table,
) -> Result<Option<String>, StoreError> {
    let column = "select column_name::text from information_schema.columns \
                  where table_schema = current_schema() and table_name = $1 and is_identity = 'YES'";
    let column = sqlx::query_scalar(column).bind(&table.name);
    Ok(column.fetch_optional(connection).await?)
}

/// The last number given, also to rows that are gone; 0 if none was.
async fn last_number(
    connection: &mut PgConnection,
    table: &Table,
    column: &str,
) -> Result<i64, StoreError> {
    let last =
        "select coalesce(pg_sequence_last_value(pg_get_serial_sequence($1, $2)::regclass), 0)";
    let last = sqlx::query_scalar(last).bind(&table.name).bind(column);
    Ok(last.fetch_one(connection).await?)
}

/// Numbers go on after the last one that was given where the copy is from.
async fn go_on_numbering(
    connection: &mut PgConnection,
    table: &Table,
    from: &mut SqliteConnection,
) -> Result<(), StoreError> {
    let numbered = numbered_by(connection, table).await?;
    let Some(column) = numbered.filter(|column| table.has(column)) else {
        return Ok(());
    };
    let last: Option<i64> = sqlx::query_scalar("select seq from sqlite_sequence where name = $1")
        .bind(&table.name)
        .fetch_optional(from)
        .await?;
    if let Some(last) = last.filter(|last| *last > 0) {
        sqlx::query("select setval(pg_get_serial_sequence($1, $2)::regclass, $3)")
            .bind(&table.name)
            .bind(column)
            .bind(last)
            .execute(connection)
            .await?;
    }
    Ok(())
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
        drop(portions);
        go_on_numbering(&mut whole, &table, snapshot.connection()).await?;
    }
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
        "insert into {} ({names}) overriding system value select {names} from unnest({}) with ordinality \
         as given ({names}, nth_given) order by nth_given",
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
