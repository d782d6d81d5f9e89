//! Where face photos are kept.

use std::path::PathBuf;

use super::kinds::{Count, count};
use super::section::section;

section! {
    /// Where face photos are kept, encrypted, and how many are worked on at once.
    Photos {
        /// Folder for the photos.
        folder: PathBuf = PathBuf::from("photos");
        /// So many photos are decoded at once; one may take 200 MB of memory for a while.
        at_once: Count = count(2);
        /// A further photo waits so many seconds before its sender is told to come back.
        wait_seconds: Count = count(5);
    }
}
