//! A process of the version of migration 8: its statements word for word
//! (`tests/data/database_0008/old_process.sql`), prepared on one connection that stays open.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};
use sqlx::database::Database;
use sqlx::postgres::{PgConnection, Postgres};
use sqlx::query::Query;
use sqlx::sqlite::{Sqlite, SqliteConnectOptions, SqliteConnection, SqliteJournalMode};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, Encode, Executor as _, Row as _};
use sqlx::{SqlSafeStr as _, Type};

/// What is put into a statement.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Number(Option<i64>),
    Text(Option<String>),
    Bytes(Option<Vec<u8>>),
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(Some(number))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(Some(text.to_owned()))
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Self::Bytes(Some(bytes.to_vec()))
    }
}

/// Where it writes.
enum Connection {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

/// The process.
pub(crate) struct OldProcess {
    connection: Connection,
    statements: BTreeMap<&'static str, &'static str>,
}

/// An entry as it lies in the inbox: its place, moment, act, subject and detail.
type Loose = (i64, i64, String, String, String);

const STATEMENTS: &str = include_str!("../data/database_0008/old_process.sql");

impl OldProcess {
    /// One that has this database open.
    pub(crate) async fn on(url: &str) -> Self {
        let blocks = STATEMENTS.trim().split("\n\n");
        let statements = blocks.map(|block| {
            let (name, statement) = block.split_once('\n').unwrap();
            (name.strip_prefix("-- ").unwrap(), statement)
        });
        let connection = match url.strip_prefix("sqlite://") {
            Some(file) => {
                let options = SqliteConnectOptions::new().filename(file);
                let options = options
                    .journal_mode(SqliteJournalMode::Wal)
                    .busy_timeout(std::time::Duration::from_secs(30));
                Connection::Sqlite(options.connect().await.unwrap())
            }
            None => Connection::Postgres(PgConnection::connect(url).await.unwrap()),
        };
        Self {
            connection,
            statements: statements.collect(),
        }
    }

    /// The statement of this name, or that of this database.
    fn statement(&self, name: &str) -> &'static str {
        let ending = match self.connection {
            Connection::Sqlite(_) => "_sqlite",
            Connection::Postgres(_) => "_postgres",
        };
        let own = [name, ending].concat();
        let found = self.statements.get(name);
        found.or_else(|| self.statements.get(&*own)).unwrap()
    }

    /// Does the statement of this name; gives the number of rows it changed or found.
    pub(crate) async fn does(&mut self, name: &str, values: &[Value]) -> u64 {
        let statement = AssertSqlSafe(self.statement(name)).into_sql_str();
        let is_question = statement.as_str().starts_with("select");
        let done = match &mut self.connection {
            Connection::Sqlite(connection) if is_question => {
                let query = bound::<Sqlite>(sqlx::query(statement), values);
                query
                    .fetch_all(connection)
                    .await
                    .map(|rows| u64::try_from(rows.len()).unwrap())
            }
            Connection::Sqlite(connection) => {
                let query = bound::<Sqlite>(sqlx::query(statement), values);
                query
                    .execute(connection)
                    .await
                    .map(|done| done.rows_affected())
            }
            Connection::Postgres(connection) if is_question => {
                let query = bound::<Postgres>(sqlx::query(statement), values);
                query
                    .fetch_all(connection)
                    .await
                    .map(|rows| u64::try_from(rows.len()).unwrap())
            }
            Connection::Postgres(connection) => {
                let query = bound::<Postgres>(sqlx::query(statement), values);
                query
                    .execute(connection)
                    .await
                    .map(|done| done.rows_affected())
            }
        };
        done.unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Says something as it is, such as where a transaction begins.
    pub(crate) async fn says(&mut self, statement: &'static str) {
        match &mut self.connection {
            Connection::Sqlite(connection) => connection.execute(statement).await.map(drop),
            Connection::Postgres(connection) => connection.execute(statement).await.map(drop),
        }
        .unwrap();
    }

    /// Records an act, as both databases have it.
    pub(crate) async fn records(&mut self, at: i64, act: &str, subject: &str) {
        let statement = self.statement("record");
        match &mut self.connection {
            Connection::Sqlite(connection) => {
                let query = sqlx::query(statement).bind(at).bind(act);
                let done = query.bind(subject).bind("").execute(connection).await;
                done.map(drop)
            }
            Connection::Postgres(connection) => {
                let query = sqlx::query(statement).bind(vec![at]).bind(vec![act]);
                let query = query.bind(vec![subject]).bind(vec![""]);
                query.execute(connection).await.map(drop)
            }
        }
        .unwrap();
    }

    async fn inbox(&mut self) -> Vec<Loose> {
        let statement = self.statement("inbox");
        match &mut self.connection {
            Connection::Sqlite(connection) => {
                let query = sqlx::query_as(statement).bind(1_000_i64);
                query.fetch_all(connection).await
            }
            Connection::Postgres(connection) => {
                let query = sqlx::query_as(statement).bind(1_000_i64);
                query.fetch_all(connection).await
            }
        }
        .unwrap()
    }

    /// The last entry of the chain.
    async fn head(&mut self) -> (i64, Vec<u8>) {
        let statement = self.statement("head");
        match &mut self.connection {
            Connection::Sqlite(connection) => {
                let row = sqlx::query(statement).fetch_one(connection).await.unwrap();
                (row.get("number"), row.get("hash"))
            }
            Connection::Postgres(connection) => {
                let row = sqlx::query(statement).fetch_one(connection).await.unwrap();
                (row.get("number"), row.get("hash"))
            }
        }
    }

    /// Chains what lies in the inbox; gives how many entries.
    pub(crate) async fn chains(&mut self) -> usize {
        let (mut number, mut hash) = self.head().await;
        let waiting = self.inbox().await;
        for entry in &waiting {
            number += 1;
            hash = hashed(&hash, number, entry);
            self.chain_one(number, entry, &hash).await;
        }
        waiting.len()
    }

    async fn chain_one(&mut self, number: i64, entry: &Loose, hash: &[u8]) {
        let (chain, unbox) = (self.statement("chain"), self.statement("unbox"));
        let (place, at, act, subject, detail) = entry;
        match &mut self.connection {
            Connection::Sqlite(connection) => {
                let query = sqlx::query(chain)
                    .bind(number)
                    .bind(place)
                    .bind(at)
                    .bind(act);
                let query = query.bind(subject).bind(detail).bind(None::<i64>);
                query.bind(hash).execute(&mut *connection).await.unwrap();
                let query = sqlx::query(unbox).bind(place);
                query.execute(connection).await.unwrap();
            }
            Connection::Postgres(connection) => {
                let query = sqlx::query(chain).bind(vec![number]).bind(vec![*place]);
                let query = query.bind(vec![*at]).bind(vec![act]).bind(vec![subject]);
                let query = query.bind(vec![detail]).bind(vec![None::<i64>]);
                let query = query.bind(vec![hash]);
                query.execute(&mut *connection).await.unwrap();
                let query = sqlx::query(unbox).bind(vec![*place]);
                query.execute(connection).await.unwrap();
            }
        }
    }
}

/// An application that the old process has begun.
pub(crate) struct Begun {
    pub(crate) id: String,
    version: i64,
}

impl OldProcess {
    /// Begins an application and has its link mailed.
    pub(crate) async fn begins(&mut self, number: u8) -> Begun {
        let id = hex::encode([number; 16]);
        let bytes = [number; 32];
        let values = [
            Value::from(&*id),
            1.into(),
            "registered".into(),
            bytes.as_slice().into(),
            b"key".as_slice().into(),
            b"sealed".as_slice().into(),
            Value::Text(None),
            Value::Text(None),
            i64::from(number).into(),
            i64::from(number).into(),
        ];
        assert_eq!(self.does("open_application", &values).await, 1);
        let link = [
            Value::from(bytes.as_slice()),
            (&*id).into(),
            9.into(),
            "mail".into(),
            1.into(),
        ];
        let others = [Value::from(&*id), bytes.as_slice().into()];
        assert_eq!(self.does("end_other_links", &others).await, 0);
        assert_eq!(self.does("make_link", &link).await, 1);
        assert_eq!(self.does("link", &[bytes.as_slice().into()]).await, 1);
        let session = [
            Value::from(bytes.as_slice()),
            1.into(),
            b"sealed".as_slice().into(),
            1.into(),
            1.into(),
        ];
        assert_eq!(self.does("keep_session", &session).await, 1);
        assert_eq!(self.does("session", &[bytes.as_slice().into()]).await, 1);
        let job = [
            Value::from(&*id),
            "link".into(),
            (&*id).into(),
            Value::Bytes(None),
            Value::Text(None),
            Value::Bytes(None),
            1.into(),
            i64::MAX.into(),
        ];
        assert_eq!(self.does("queue", &job).await, 1);
        self.does("lease", &[1.into(), 0.into(), 0.into(), 9.into()])
            .await;
        self.records(number.into(), "registered", &id).await;
        Begun { id, version: 1 }
    }

    /// Moves an application on.
    pub(crate) async fn comes_to(
        &mut self,
        begun: &mut Begun,
        stage: &str,
        receipt: Option<&str>,
        at: i64,
    ) {
        begun.version += 1;
        let values = [
            Value::from(&*begun.id),
            begun.version.into(),
            stage.into(),
            b"sealed".as_slice().into(),
            Value::Text(None),
            Value::Text(receipt.map(str::to_owned)),
            at.into(),
        ];
        assert_eq!(self.does("change_application", &values).await, 1);
        assert_eq!(self.does("application", &[(&*begun.id).into()]).await, 1);
    }

    /// Sends an application in, and looks at what waits.
    pub(crate) async fn sends_in(&mut self, begun: &mut Begun, receipt: &str, at: i64) {
        self.comes_to(begun, "opened", None, at).await;
        self.comes_to(begun, "submitted", Some(receipt), at).await;
        assert_eq!(self.does("by_receipt", &[receipt.into()]).await, 1);
        let form = hex::decode(begun.id.repeat(2)).unwrap();
        assert_eq!(
            self.does("is_submitted", &[form.as_slice().into()]).await,
            1
        );
        let after = [Value::from(at - 1), "".into(), 999.into()];
        assert!(self.does("waiting", &after).await > 0);
    }
}

/// The hash of an entry behind another, as that version makes it.
fn hashed(before: &[u8], number: i64, (place, at, act, subject, detail): &Loose) -> Vec<u8> {
    let mut hasher = Sha256::new_with_prefix(b"shinsei audit 1");
    hasher.update(before);
    hasher.update(number.to_be_bytes());
    hasher.update(at.to_be_bytes());
    hasher.update([1]);
    hasher.update(place.to_be_bytes());
    hasher.update([0; 9]);
    for text in [act, subject, detail] {
        hasher.update(u64::try_from(text.len()).unwrap().to_be_bytes());
        hasher.update(text.as_bytes());
    }
    hasher.finalize().to_vec()
}

fn bound<'q, D: Database>(
    query: Query<'q, D, <D as Database>::Arguments>,
    values: &[Value],
) -> Query<'q, D, <D as Database>::Arguments>
where
    Option<i64>: for<'v> Encode<'v, D> + Type<D>,
    Option<String>: for<'v> Encode<'v, D> + Type<D>,
    Option<Vec<u8>>: for<'v> Encode<'v, D> + Type<D>,
{
    values
        .iter()
        .cloned()
        .fold(query, |query, value| match value {
            Value::Number(number) => query.bind(number),
            Value::Text(text) => query.bind(text),
            Value::Bytes(bytes) => query.bind(bytes),
        })
}
