//! Where applications are kept.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::kinds::{Count, count};
use super::section::section;

section! {
    /// Where applications are kept.
    Database {
        /// The database: `sqlite://FILE`, relative to the working directory unless it
        /// begins with a third slash.
        url: DatabaseUrl = DatabaseUrl::local();
        /// Connections kept open for reading.
        connections: Count = count(8);
        /// A request waits so many seconds for the database before it is told to come back.
        wait_seconds: Count = count(5);
    }
}

/// Address of a database of a kind the portal knows.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DatabaseUrl(String);

/// Why a text is no address of a database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DatabaseUrlProblem {
    /// It is of no known kind.
    #[error("must be sqlite://FILE")]
    Kind,
    /// It names no database.
    #[error("names no file after sqlite://")]
    Nameless,
    /// Something follows the name that a driver would take for options.
    #[error("takes nothing after the file's name, neither ? nor #")]
    Options,
}

impl DatabaseUrl {
    /// What introduces the name of an `SQLite` file.
    const SQLITE: &str = "sqlite://";

    fn local() -> Self {
        Self(format!("{}shinsei.db", Self::SQLITE))
    }

    /// The database's file.
    pub fn file(&self) -> &Path {
        Path::new(self.0.strip_prefix(Self::SQLITE).unwrap_or(&self.0))
    }

    /// The address as the driver reads it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for DatabaseUrl {
    type Err = DatabaseUrlProblem;

    fn from_str(text: &str) -> Result<Self, DatabaseUrlProblem> {
        match text.strip_prefix(Self::SQLITE) {
            None => Err(DatabaseUrlProblem::Kind),
            Some("") => Err(DatabaseUrlProblem::Nameless),
            Some(file) if file.contains(['?', '#']) => Err(DatabaseUrlProblem::Options),
            Some(_) => Ok(Self(text.to_owned())),
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    /// The kind only: the address of a database server may hold a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DatabaseUrl(sqlite)")
    }
}

impl TryFrom<String> for DatabaseUrl {
    type Error = DatabaseUrlProblem;

    fn try_from(text: String) -> Result<Self, DatabaseUrlProblem> {
        text.parse()
    }
}

impl From<DatabaseUrl> for String {
    fn from(url: DatabaseUrl) -> Self {
        url.0
    }
}
