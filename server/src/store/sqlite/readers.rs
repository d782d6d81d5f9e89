//! Connections that only read, lent to one reader at a time.
//!
//! sqlx's own pool asks each connection whether it is alive, before and after
//! every use. A file does not hang up, and with `SQLite` each question wakes
//! another thread (`docs/decisions/0012-one-sync-for-many.md` has the count).

use std::ops::{Deref, DerefMut};

use sqlx::ConnectOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use tokio::sync::{Mutex, MutexGuard, Semaphore, SemaphorePermit};
use tokio::time::timeout;

use crate::store::{Pool, StoreError};

/// A fixed number of connections. Whoever gives a read up in the middle spoils
/// none: the driver resets the statement before the next one.
#[derive(Debug)]
pub(super) struct Readers {
    connections: Vec<Mutex<SqliteConnection>>,
    places: Semaphore,
    pool: Pool,
}

impl Readers {
    /// Opens all of them, read-only.
    pub(super) async fn open(
        options: SqliteConnectOptions,
        pool: Pool,
    ) -> Result<Self, StoreError> {
        let options = options.read_only(true);
        let mut connections = Vec::new();
        for _ in 0..pool.connections.max(1) {
            connections.push(Mutex::new(options.connect().await?));
        }
        Ok(Self {
            places: Semaphore::new(connections.len()),
            connections,
            pool,
        })
    }

    /// Lends one, when one is free in time.
    pub(super) async fn lend(&self) -> Result<Lent<'_>, StoreError> {
        let place = timeout(self.pool.wait, self.places.acquire())
            .await
            .map_err(|_| sqlx::Error::PoolTimedOut)?
            .map_err(|_| sqlx::Error::PoolClosed)?;
        // There are as many places as connections, and a connection is free
        // before its place is.
        let mut free = self
            .connections
            .iter()
            .filter_map(|one| one.try_lock().ok());
        let connection = free.next().ok_or(sqlx::Error::PoolTimedOut)?;
        Ok(Lent {
            connection,
            _place: place,
        })
    }
}

/// A connection that goes back when it is dropped.
#[derive(Debug)]
pub(super) struct Lent<'r> {
    // Before the place: fields are dropped in this order.
    connection: MutexGuard<'r, SqliteConnection>,
    _place: SemaphorePermit<'r>,
}

impl Deref for Lent<'_> {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        &self.connection
    }
}

impl DerefMut for Lent<'_> {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        &mut self.connection
    }
}
