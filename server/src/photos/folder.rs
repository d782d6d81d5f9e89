//! What a vault in a folder needs besides the object store.

use std::fs::{self, DirEntry};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::time::UNIX_EPOCH;

use rules::Moment;

/// Removes the files of writes broken off, and empty folders, that were last
/// changed before this moment. Gives their number.
pub(super) fn tidy(vault: &Path, before: Moment) -> io::Result<usize> {
    let mut removed = 0;
    for application in fs::read_dir(vault)? {
        let application = application?;
        if !application.file_type()?.is_dir() {
            continue;
        }
        // Asked first: taking a file out makes its folder a changed one.
        let is_old = is_older(&application, before)?;
        for file in fs::read_dir(application.path())? {
            let file = file?;
            if is_unfinished(&file) && is_older(&file, before)? {
                removed += usize::from(gone(fs::remove_file(file.path()))?);
            }
        }
        if is_old {
            removed += usize::from(removed_if_empty(&application.path())?);
        }
    }
    Ok(removed)
}

/// Whether this is a file that a write was broken off at: `….sealed#1`.
fn is_unfinished(file: &DirEntry) -> bool {
    let name = file.file_name();
    let number = name
        .to_str()
        .and_then(|name| name.split_once(".jpg.sealed#"));
    number.is_some_and(|(_, number)| number.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_older(entry: &DirEntry, before: Moment) -> io::Result<bool> {
    let changed = match entry.metadata().and_then(|metadata| metadata.modified()) {
        Ok(changed) => changed,
        // Somebody else finished or removed it meanwhile.
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    };
    let seconds = changed
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
        .as_secs();
    Ok(Moment(i64::try_from(seconds).unwrap_or(i64::MAX)) < before)
}

fn removed_if_empty(folder: &Path) -> io::Result<bool> {
    match fs::remove_dir(folder) {
        Err(error) if error.kind() == ErrorKind::DirectoryNotEmpty => Ok(false),
        result => gone(result),
    }
}

/// Whether it was removed just now; it is no error if it was gone before.
fn gone(result: io::Result<()>) -> io::Result<bool> {
    match result {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}
