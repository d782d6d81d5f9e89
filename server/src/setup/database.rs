//! The database of the settings.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use zeroize::Zeroizing;

use super::SetupError;
use crate::config::{Database, DatabasePlace, DatabaseServer, DatabaseTls, SecretProblem};
use crate::private;
use crate::store::{
    EmptyDatabase, Pool, PostgresAddress, PostgresStore, Protection, SqliteStore, Store,
};

/// Opens the database and brings its tables up to date.
///
/// # Errors
/// [`SetupError`] says what stands in the way.
pub async fn open(settings: &Database) -> Result<Arc<dyn Store>, SetupError> {
    let pool = pool(settings);
    Ok(match settings.url.place() {
        DatabasePlace::File(file) => {
            private::folder_for(file.parent().unwrap_or(Path::new("")))?;
            Arc::new(SqliteStore::open(file, pool).await?)
        }
        DatabasePlace::Server(server) => {
            let address = address(settings, server)?;
            Arc::new(PostgresStore::open(&address, pool).await?)
        }
    })
}

/// The place of the database, if nothing is there yet.
///
/// # Errors
/// [`SetupError`] says what stands in the way.
pub async fn open_empty(settings: &Database) -> Result<EmptyDatabase, SetupError> {
    Ok(match settings.url.place() {
        DatabasePlace::File(file) => EmptyDatabase::at(file)?,
        DatabasePlace::Server(server) => {
            EmptyDatabase::on(&address(settings, server)?, pool(settings)).await?
        }
    })
}

/// Has a file of an earlier version give back what deleted rows leave, however large it is.
///
/// # Errors
/// [`SetupError`] says what stands in the way.
pub async fn convert(settings: &Database) -> Result<(), SetupError> {
    match settings.url.place() {
        DatabasePlace::File(file) => Ok(SqliteStore::convert(file, pool(settings)).await?),
        DatabasePlace::Server(_) => Ok(()),
    }
}

/// Whether the database gives back what deleted rows leave; a server sees to it itself.
///
/// # Errors
/// [`SetupError`] when the file cannot be read.
pub async fn gives_space_back(settings: &Database) -> Result<bool, SetupError> {
    match settings.url.place() {
        DatabasePlace::File(file) => Ok(SqliteStore::gives_space_back(file).await?),
        DatabasePlace::Server(_) => Ok(true),
    }
}

fn pool(settings: &Database) -> Pool {
    Pool {
        connections: settings.connections.get(),
        wait: Duration::from_secs(settings.wait_seconds.get().into()),
    }
}

fn address(settings: &Database, server: &DatabaseServer) -> Result<PostgresAddress, SecretProblem> {
    let is_protected = settings.tls == DatabaseTls::Verify && !server.is_on_this_machine();
    let password = settings.read_password()?;
    Ok(PostgresAddress {
        host: server.host.clone(),
        port: server.port,
        user: server.user.clone(),
        password: password.map(|secret| Zeroizing::new(secret.expose().to_owned())),
        database: server.database.clone(),
        protection: if is_protected {
            Protection::Verified(settings.ca_file.clone())
        } else {
            Protection::None
        },
    })
}
