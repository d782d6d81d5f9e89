//! The address of a database.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};
use url::{Host, Url};

use super::kinds::Secret;

/// Address of a database of a kind the portal knows. Prints no password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DatabaseUrl(DatabasePlace);

/// Where a database is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatabasePlace {
    /// In a file of `SQLite`.
    File(PathBuf),
    /// On a `PostgreSQL` server.
    Server(DatabaseServer),
}

/// A database on a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatabaseServer {
    /// Name or address of the machine, or the folder of the server's socket; none for the
    /// usual socket of this machine.
    pub host: Option<String>,
    /// Its port.
    pub port: u16,
    /// Who logs in; none for the user of the process.
    pub user: Option<String>,
    /// The database's name.
    pub database: String,
    password: Option<Secret>,
}

/// Why a text is no address of a database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DatabaseUrlProblem {
    /// It is of no known kind.
    #[error("must be sqlite://FILE or postgres://USER@HOST/DATABASE")]
    Kind,
    /// It names no file.
    #[error("names no file after sqlite://")]
    Nameless,
    /// It names no database.
    #[error("names no database: it looks like postgres://USER@HOST/DATABASE")]
    NoDatabase,
    /// It is not built like an address.
    #[error("cannot be read: it looks like postgres://USER@HOST/DATABASE")]
    Shape,
    /// Something follows the name that a driver would take for options.
    #[error("takes nothing after the name, neither ? nor #")]
    Options,
}

/// What introduces the name of an `SQLite` file.
const SQLITE: &str = "sqlite://";
/// What introduces a server.
const POSTGRES: [&str; 2] = ["postgres://", "postgresql://"];
/// The port of `PostgreSQL` where none is named.
const USUAL_PORT: u16 = 5432;

impl DatabaseUrl {
    pub(super) fn local() -> Self {
        Self(DatabasePlace::File(PathBuf::from("shinsei.db")))
    }

    /// Where the database is.
    pub fn place(&self) -> &DatabasePlace {
        &self.0
    }

    /// The password within the address.
    pub(super) fn password(&self) -> Option<&Secret> {
        match &self.0 {
            DatabasePlace::File(_) => None,
            DatabasePlace::Server(server) => server.password.as_ref(),
        }
    }
}

impl DatabaseServer {
    /// Whether the server is on this machine.
    pub fn is_on_this_machine(&self) -> bool {
        let loopback = |address: std::net::IpAddr| address.is_loopback();
        self.host.as_deref().is_none_or(|host| {
            host.starts_with('/') || host == "localhost" || host.parse().is_ok_and(loopback)
        })
    }

    fn read(url: &Url) -> Result<Self, DatabaseUrlProblem> {
        let database = decoded(url.path().trim_start_matches('/'))?;
        if database.is_empty() || database.contains('/') {
            return Err(DatabaseUrlProblem::NoDatabase);
        }
        let host = match url.host() {
            Some(Host::Domain(name)) => decoded(name)?,
            Some(Host::Ipv4(address)) => address.to_string(),
            Some(Host::Ipv6(address)) => address.to_string(),
            None => String::new(),
        };
        let password = decoded(url.password().unwrap_or_default())?;
        let named = |text: String| Some(text).filter(|text| !text.is_empty());
        Ok(Self {
            host: named(host),
            port: url.port().unwrap_or(USUAL_PORT),
            user: named(decoded(url.username())?),
            database,
            password: Secret::try_from(password).ok(),
        })
    }
}

fn decoded(text: &str) -> Result<String, DatabaseUrlProblem> {
    let text = percent_decode_str(text).decode_utf8();
    let text = text.map_err(|_| DatabaseUrlProblem::Shape)?;
    if text.contains('\0') {
        return Err(DatabaseUrlProblem::Shape);
    }
    Ok(text.into_owned())
}

impl FromStr for DatabaseUrl {
    type Err = DatabaseUrlProblem;

    fn from_str(text: &str) -> Result<Self, DatabaseUrlProblem> {
        let file = text.strip_prefix(SQLITE);
        if file.is_none() && !POSTGRES.iter().any(|kind| text.starts_with(kind)) {
            return Err(DatabaseUrlProblem::Kind);
        }
        if text.contains(['?', '#']) {
            return Err(DatabaseUrlProblem::Options);
        }
        Ok(Self(match file {
            Some("") => return Err(DatabaseUrlProblem::Nameless),
            Some(file) => DatabasePlace::File(Path::new(file).to_owned()),
            None => {
                let url = Url::parse(text).map_err(|_| DatabaseUrlProblem::Shape)?;
                DatabasePlace::Server(DatabaseServer::read(&url)?)
            }
        }))
    }
}

impl TryFrom<String> for DatabaseUrl {
    type Error = DatabaseUrlProblem;

    fn try_from(text: String) -> Result<Self, DatabaseUrlProblem> {
        text.parse()
    }
}

impl From<DatabaseUrl> for String {
    /// The address without its password.
    fn from(DatabaseUrl(place): DatabaseUrl) -> Self {
        match place {
            DatabasePlace::File(file) => format!("{SQLITE}{}", file.display()),
            DatabasePlace::Server(server) => format!(
                "postgres://{}@{}:{}/{}",
                server.user.unwrap_or_default(),
                server.host.unwrap_or_default().replace('/', "%2F"),
                server.port,
                server.database
            ),
        }
    }
}
