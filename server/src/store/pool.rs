//! Connections to a database.

use std::time::Duration;

/// How many connections a process keeps to its database, and how patiently it waits.
#[derive(Clone, Copy, Debug)]
pub struct Pool {
    /// Connections at most; of a file, those that only read.
    pub connections: u32,
    /// A free connection or another's lock is waited for no longer.
    pub wait: Duration,
}

impl Default for Pool {
    /// Enough for the developing room and the pages of one process.
    fn default() -> Self {
        Self {
            connections: 8,
            wait: Duration::from_secs(5),
        }
    }
}
