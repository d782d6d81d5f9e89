//! Where the database server is, and how it is reached.

use std::path::PathBuf;

use sqlx::postgres::{PgConnectOptions, PgSslMode};
use zeroize::Zeroizing;

/// The address of a database on a `PostgreSQL` server.
#[derive(Clone)]
pub struct PostgresAddress {
    /// Name or address of the machine, or the folder of the server's socket; none for the
    /// usual socket of this machine.
    pub host: Option<String>,
    /// Its port.
    pub port: u16,
    /// Who logs in; none for the user of this process.
    pub user: Option<String>,
    /// The password, if one is asked for.
    pub password: Option<Zeroizing<String>>,
    /// Which database.
    pub database: String,
    /// How the way there is protected.
    pub protection: Protection,
}

/// How the way to the server is protected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Protection {
    /// In the clear: a server on this machine or in this house.
    None,
    /// TLS with a certificate for the server's name, from an authority of the web or
    /// from this one (a PEM file).
    Verified(Option<PathBuf>),
}

impl std::fmt::Debug for PostgresAddress {
    /// Everything but the password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PostgresAddress")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("user", &self.user)
            .field("database", &self.database)
            .field("protection", &self.protection)
            .finish_non_exhaustive()
    }
}

impl PostgresAddress {
    /// The same for the driver. A password file of libpq (`~/.pgpass`) is not looked at.
    pub(super) fn options(&self) -> PgConnectOptions {
        let mut options = PgConnectOptions::new_without_pgpass()
            .port(self.port)
            .database(&self.database)
            .application_name("shinsei");
        options = match self.host.as_deref() {
            Some(folder) if folder.starts_with('/') => options.socket(folder),
            Some(host) => options.host(host),
            None => options,
        };
        if let Some(user) = &self.user {
            options = options.username(user);
        }
        if let Some(password) = &self.password {
            options = options.password(password);
        }
        match &self.protection {
            Protection::None => options.ssl_mode(PgSslMode::Disable),
            Protection::Verified(None) => options.ssl_mode(PgSslMode::VerifyFull),
            Protection::Verified(Some(authority)) => options
                .ssl_mode(PgSslMode::VerifyFull)
                .ssl_root_cert(authority),
        }
    }
}
