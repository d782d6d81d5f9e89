//! The one writer of the file: what waits is written and synced together.
//!
//! A sync of the log to the disk takes a hundred times as long as the statements
//! before it. So all that came while one was under way goes into the next
//! transaction, each act behind a savepoint of its own: an act that fails takes
//! nothing of the others with it. Nobody is answered before the sync.

use futures_util::future::BoxFuture;
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteConnectOptions;
use tokio::sync::{mpsc, oneshot};

use super::opening::open_writer;
use crate::failpoint::{self, Failpoint};
use crate::store::StoreError;

/// Acts in one transaction at most, so that the first of them is not kept waiting.
const MOST_AT_ONCE: usize = 64;
/// Acts that wait before whoever sends one has to wait too.
const QUEUE: usize = 1024;

/// What is to be done by the writer's connection.
type Act = Box<dyn for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Done> + Send>;
type Done = Result<(), StoreError>;

/// Hands acts to the writer.
#[derive(Clone, Debug)]
pub(super) struct WriteQueue {
    queue: mpsc::Sender<Posted>,
}

impl WriteQueue {
    /// Starts the writer; it ends with the last handle to it. The options are those
    /// `connection` was opened with.
    pub(super) fn new(connection: SqliteConnection, options: SqliteConnectOptions) -> Self {
        let (queue, posted) = mpsc::channel(QUEUE);
        let writer = Writer {
            connection: Some(connection),
            options,
        };
        tokio::spawn(writer.write_all(posted));
        Self { queue }
    }

    /// Does this whole or not at all; answers when it would survive a power failure.
    pub(super) async fn write<T, W>(&self, work: W) -> Result<T, StoreError>
    where
        T: Send + 'static,
        W: for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Result<T, StoreError>>
            + Send
            + 'static,
    {
        let (give, given) = oneshot::channel();
        let act: Act = Box::new(move |connection| {
            Box::pin(async move {
                // Whoever asked may have gone; the act is done all the same.
                let _ = give.send(work(connection).await?);
                Ok(())
            })
        });
        let (answer, answered) = oneshot::channel();
        let posted = Posted {
            act: Some(act),
            done: Ok(()),
            answer,
        };
        let gone = |_| StoreError::from(sqlx::Error::PoolClosed);
        self.queue
            .send(posted)
            .await
            .map_err(|error| gone(error.to_string()))?;
        answered.await.map_err(|error| gone(error.to_string()))??;
        given.await.map_err(|error| gone(error.to_string()))
    }
}

/// An act that was handed over.
struct Posted {
    act: Option<Act>,
    done: Done,
    answer: oneshot::Sender<Done>,
}

impl Posted {
    /// Does it; says whether it is to be kept.
    async fn run(&mut self, connection: &mut SqliteConnection) -> bool {
        if let Some(act) = self.act.take() {
            self.done = act(connection).await;
        }
        self.done.is_ok()
    }

    /// Answers it: what came of it, or that the transaction around it failed.
    fn answer(self, committed: Result<(), String>) {
        let failed = committed.map_err(|why| sqlx::Error::Protocol(why).into());
        let _ = self.answer.send(self.done.and(failed));
    }
}

/// The connection that writes; none after a failure, when nobody knows what
/// state it is in.
struct Writer {
    connection: Option<SqliteConnection>,
    options: SqliteConnectOptions,
}

impl Writer {
    async fn write_all(mut self, mut posted: mpsc::Receiver<Posted>) {
        let mut acts = Vec::with_capacity(MOST_AT_ONCE);
        while posted.recv_many(&mut acts, MOST_AT_ONCE).await > 0 {
            let committed = self.write(&mut acts).await;
            let committed = committed.map_err(|error| error.to_string());
            for act in acts.drain(..) {
                act.answer(committed.clone());
            }
        }
    }

    async fn write(&mut self, acts: &mut [Posted]) -> Result<(), StoreError> {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => open_writer(&self.options).await?,
        };
        match acts {
            [only] => alone(&mut connection, only).await?,
            acts => together(&mut connection, acts).await?,
        }
        self.connection = Some(connection);
        Ok(())
    }
}

async fn alone(connection: &mut SqliteConnection, act: &mut Posted) -> Result<(), sqlx::Error> {
    run(connection, "begin immediate").await?;
    let is_kept = act.run(connection).await;
    if is_kept {
        commit(connection).await
    } else {
        run(connection, "rollback").await
    }
}

async fn together(
    connection: &mut SqliteConnection,
    acts: &mut [Posted],
) -> Result<(), sqlx::Error> {
    run(connection, "begin immediate").await?;
    for act in acts {
        run(connection, "savepoint act").await?;
        if !act.run(connection).await {
            run(connection, "rollback to act").await?;
        }
        run(connection, "release act").await?;
    }
    commit(connection).await
}

async fn commit(connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    failpoint::reached(Failpoint::BeforeCommit);
    run(connection, "commit").await?;
    failpoint::reached(Failpoint::AfterCommit);
    Ok(())
}

async fn run(
    connection: &mut SqliteConnection,
    statement: &'static str,
) -> Result<(), sqlx::Error> {
    sqlx::query(statement).execute(connection).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Pool;

    /// A queue for a file with one table, and a look at it from beside.
    async fn table() -> (tempfile::TempDir, WriteQueue, SqliteConnection) {
        let folder = tempfile::tempdir().unwrap();
        let options =
            super::super::opening::durable(&folder.path().join("queue.sqlite"), Pool::default());
        let mut connection = open_writer(&options).await.unwrap();
        sqlx::query("create table t (n integer primary key)")
            .execute(&mut connection)
            .await
            .unwrap();
        let beside = open_writer(&options).await.unwrap();
        (folder, WriteQueue::new(connection, options), beside)
    }

    fn insert(
        numbers: &'static [i64],
    ) -> impl for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Result<(), StoreError>>
    + Send
    + 'static {
        move |connection| {
            Box::pin(async move {
                for number in numbers {
                    sqlx::query("insert into t values ($1)")
                        .bind(number)
                        .execute(&mut *connection)
                        .await?;
                }
                Ok(())
            })
        }
    }

    async fn kept(beside: &mut SqliteConnection) -> Vec<i64> {
        sqlx::query_scalar("select n from t order by n")
            .fetch_all(beside)
            .await
            .unwrap()
    }

    #[tokio::test]
    async fn an_act_that_fails_takes_nothing_of_the_others_with_it() {
        let (_folder, queue, mut beside) = table().await;
        // All three are in the queue before the writer wakes: one transaction.
        let (first, twice, last) = tokio::join!(
            queue.write(insert(&[1, 2])),
            queue.write(insert(&[3, 2])),
            queue.write(insert(&[4])),
        );
        assert!(first.is_ok() && last.is_ok());
        assert!(matches!(twice, Err(StoreError::Database(_))), "{twice:?}");
        assert_eq!(kept(&mut beside).await, [1, 2, 4]);
    }

    #[tokio::test]
    async fn an_act_alone_is_written_whole_or_not_at_all() {
        let (_folder, queue, mut beside) = table().await;
        assert!(queue.write(insert(&[1, 2])).await.is_ok());
        assert!(queue.write(insert(&[3, 2])).await.is_err());
        assert!(queue.write(insert(&[4])).await.is_ok());
        assert_eq!(kept(&mut beside).await, [1, 2, 4]);
    }

    #[tokio::test]
    async fn nobody_is_told_of_success_when_the_transaction_fails() {
        let (_folder, queue, mut beside) = table().await;
        let (first, _broken) = tokio::join!(
            queue.write(insert(&[1])),
            queue.write(|connection| {
                Box::pin(async move {
                    // The database gives the whole transaction up, as on a full disk.
                    sqlx::query("rollback").execute(&mut *connection).await?;
                    Ok(())
                })
            })
        );
        assert!(first.is_err(), "{first:?}");
        assert_eq!(kept(&mut beside).await, [0_i64; 0]);
        let alone = queue.write(|connection| {
            Box::pin(async move {
                sqlx::query("rollback").execute(&mut *connection).await?;
                Ok(())
            })
        });
        assert!(alone.await.is_err());
        assert!(queue.write(insert(&[5])).await.is_ok());
        assert_eq!(kept(&mut beside).await, [5]);
    }
}
