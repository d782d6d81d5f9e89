//! A backup in a folder: a copy of the database, the photos that it speaks of, and a
//! manifest that says what belongs to it.
//!
//! Both are copied as they are kept, which is sealed: making a backup needs no key, and a
//! backup is worth nothing without it. Where the key is there, it vouches for the manifest. The copy of the database is an `SQLite` file whichever
//! database it is of, so that it can be put back into either.

mod making;
mod manifest;
mod restoring;
mod vouching;

pub use making::{MakingFault, make};
pub use manifest::{
    BackupProblem, Checked, DatabaseName, FileOnRecord, Manifest, Unreadable, check,
};
pub use restoring::{RestoringFault, restore_photos};
pub use vouching::{NotVouched, Trust};

/// The copy of the database in a backup's folder.
pub const DATABASE: &str = "database.sqlite";
/// The folder of the photos in a backup's folder.
const PHOTOS: &str = "photos";
/// The manifest in a backup's folder.
const MANIFEST: &str = "manifest.json";
/// Photos that are copied at once.
const AT_ONCE: usize = 4;
