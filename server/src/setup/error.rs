//! Why a portal could not be set up.

use crate::config::{KeyProblem, SecretProblem};
use crate::mail::SetupFault;
use crate::photos::VaultError;
use crate::service::KeysFault;
use crate::store::StoreError;
use crate::terms::TermsFault;

/// Why a portal could not be set up.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// No key to encrypt with.
    #[error("secrets.key_file {0}")]
    Key(#[from] KeyProblem),
    /// No key is set, and this is no demonstration.
    #[error("secrets.key_file is not set: make a key with `shinsei key new`")]
    NoKey,
    /// The key does not fit the database.
    #[error(transparent)]
    Keys(#[from] KeysFault),
    /// The password of the database server cannot be had.
    #[error("database.password_file {0}")]
    DatabasePassword(#[from] SecretProblem),
    /// The secret of the object storage's access key cannot be had.
    #[error("photos.secret_access_key_file {0}")]
    PhotoKey(#[source] SecretProblem),
    /// The authorities of the object storage cannot be read.
    #[error("photos.ca_file cannot be read")]
    PhotoAuthorities(#[source] std::io::Error),
    /// A key that what is chosen cannot do without.
    #[error("{0} is not set")]
    NotSet(&'static str),
    /// The database cannot be opened.
    #[error("the database cannot be opened")]
    Database(#[from] StoreError),
    /// The place for photos cannot be used.
    #[error("the place for photos cannot be used")]
    Photos(#[from] VaultError),
    /// The mail server cannot be set up.
    #[error(transparent)]
    Mail(#[from] SetupFault),
    /// The terms cannot be read.
    #[error(transparent)]
    Terms(#[from] TermsFault),
    /// A folder cannot be made.
    #[error("a folder cannot be made")]
    Folder(#[from] std::io::Error),
}
