//! Where applications are kept.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::database_url::DatabaseUrl;
use super::kinds::{Count, Secret, SecretProblem, count};
use super::section::section;

section! {
    /// Where applications are kept.
    Database {
        /// The database: `sqlite://FILE`, relative to the working directory unless it
        /// begins with a third slash, for one process on one machine; or
        /// `postgres://USER@HOST:PORT/DATABASE`, a server for any number of them. A
        /// folder with the server's socket is written with %2F for each slash.
        url: DatabaseUrl = DatabaseUrl::local() => Address;
        /// Password to log in to the server with.
        password: Option<Secret> = None => Environment;
        /// File with the password to log in to the server with.
        password_file: Option<PathBuf> = None => Example("/run/credentials/shinsei/database-password");
        /// "verify" is TLS with a certificate that is checked, on this machine nothing;
        /// "none" is for a server in a network of your own.
        tls: DatabaseTls = DatabaseTls::Verify;
        /// Certificate (PEM) of an authority of the house that signed the server's
        /// certificate, beside the usual authorities of the web.
        ca_file: Option<PathBuf> = None => Example("database-ca.pem");
        /// Connections that a process keeps at most; of a file, those that only read.
        /// All processes together must stay below the server's own limit.
        connections: Count = count(8);
        /// A request waits so many seconds for the database before it is told to come back.
        wait_seconds: Count = count(5);
    }
}

/// How the way to the database server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DatabaseTls {
    /// TLS with a certificate for the server's name, unless it is on this machine.
    Verify,
    /// In the clear.
    None,
}

impl Database {
    /// The password to log in with, from wherever it is given: the address, the
    /// environment or the file.
    ///
    /// # Errors
    /// [`SecretProblem`] when it is given twice or its file gives nothing.
    pub fn read_password(&self) -> Result<Option<Secret>, SecretProblem> {
        let apart = Secret::from_either(self.password.as_ref(), self.password_file.as_deref())?;
        match (apart, self.url.password()) {
            (Some(_), Some(_)) => Err(SecretProblem::Twice),
            (apart, within) => Ok(apart.or_else(|| within.cloned())),
        }
    }
}
