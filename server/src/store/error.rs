//! Why a store did not do what it was asked.

/// Why the store did not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody else changed it in between, or it is used up; nothing was written.
    #[error("changed in between")]
    Conflict,
    /// Another application was sent in with this form; nothing was written.
    #[error("an application with this form was sent in already")]
    SubmittedAlready,
    /// An allowance that a write takes from is used up; nothing was written.
    #[error("an allowance is used up for {wait_seconds} seconds")]
    Spent {
        /// Seconds until one is there again.
        wait_seconds: u32,
    },
    /// The database does not take the settings that make what is written last.
    #[error("the database would not survive a power failure: {0} is not in force")]
    NotDurable(&'static str),
    /// The database server is of an old version.
    #[error("PostgreSQL {0} is too old: 15 or later is needed")]
    TooOld(String),
    /// The database server cannot be reached or lets nobody in.
    #[error("{why}")]
    Unreachable {
        /// In words for the operator.
        why: &'static str,
        /// As the driver says it.
        #[source]
        error: sqlx::Error,
    },
    /// A backup is to be put where something is already.
    #[error("there is a database with something in it already: it is not overwritten")]
    NotEmpty,
    /// A backup has other tables than those it is to be put into.
    #[error(
        "the backup was written by a version with other tables: put it back into an SQLite file, \
         which brings it up to date, or use that version"
    )]
    OtherVersion,
    /// A backup has tables that this version does not know.
    #[error("the backup was written by a newer version: use that one")]
    NewerVersion,
    /// A copy of a database cannot be written.
    #[error("the copy of the database cannot be written")]
    Copy(#[source] std::io::Error),
    /// A row contradicts the types.
    #[error("{table}.{column} of row {row} contradicts the types")]
    Inconsistent {
        /// Table.
        table: &'static str,
        /// Column.
        column: &'static str,
        /// The row's key.
        row: String,
    },
    /// The database itself failed.
    #[error("the database failed")]
    Database(#[from] sqlx::Error),
}
