//! What the portal keeps is for its own account only, whatever the umask it was started with.
//!
//! [`by_default`] covers every file and folder that the program makes, also those that a
//! library makes for it. What is there already from before, or from another program, is
//! narrowed where it is met, and a line in the log says so.

use std::fs::{self, DirBuilder, File, Metadata, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{
    DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _,
};
use std::path::Path;

use rustix::fs::Mode;
use rustix::process::{getegid, umask};

/// What its owner may do with a file.
const FILE: u32 = 0o600;
/// What its owner may do with a folder.
const FOLDER: u32 = 0o700;
/// What anybody but the owner may do.
const OTHERS: u32 = 0o077;
/// What a group may do that was given a key to read.
const READING_GROUP: u32 = 0o040;

/// Whatever this process makes from now on is for its account only.
pub(crate) fn by_default() {
    umask(Mode::from_raw_mode(OTHERS));
}

/// Makes a folder and those above it, or narrows the one that is there.
pub(crate) fn folder(path: &Path) -> io::Result<()> {
    folder_for(path)?;
    narrow(path, |_| 0);
    Ok(())
}

/// Makes a folder and those above it; one that is there stays as it is, for others may have
/// something in it.
pub(crate) fn folder_for(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(FOLDER).create(path)
}

/// Opens a file to write it, empty or made for it.
pub(crate) fn new_file(path: &Path) -> io::Result<File> {
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(FILE)
        .open(path)?;
    narrow(path, |_| 0);
    Ok(file)
}

/// Makes a file with nothing in it, or narrows the one that is there, which stays.
pub(crate) fn file(path: &Path) -> io::Result<()> {
    let options = OpenOptions::new()
        .append(true)
        .create(true)
        .mode(FILE)
        .open(path);
    options?;
    narrow(path, |_| 0);
    Ok(())
}

/// Narrows a file that is there.
pub(crate) fn known_file(path: &Path) {
    narrow(path, |_| 0);
}

/// Narrows a file of keys that is there; whether it was wider. A group of its own may go on
/// reading it: so an account that does not own the file is given the key.
pub(crate) fn key_file(path: &Path) -> bool {
    narrow(path, |found| key_mode(found) & OTHERS)
}

/// The permissions that a file of keys keeps.
pub(crate) fn key_mode(found: &Metadata) -> u32 {
    let is_given = found.gid() != getegid().as_raw();
    found.mode() & (FOLDER | if is_given { READING_GROUP } else { 0 })
}

/// Takes from everybody but the owner what they are not to have; whether there was anything.
/// Who does not own the file cannot; then only what everybody may do is worth a word.
fn narrow(path: &Path, kept: impl Fn(&Metadata) -> u32) -> bool {
    let Ok(found) = fs::metadata(path) else {
        return false;
    };
    let mode = found.mode() & 0o777;
    let narrow = mode & (FOLDER | kept(&found));
    // A device is nobody's to narrow.
    if narrow == mode || !(found.is_file() || found.is_dir()) {
        return false;
    }
    let (path_shown, was) = (path.display(), format!("{mode:03o}"));
    match fs::set_permissions(path, Permissions::from_mode(narrow)) {
        Ok(()) => {
            let now = format!("{narrow:03o}");
            tracing::warn!(path = %path_shown, was, now, "file.narrowed");
            return true;
        }
        Err(fault) if mode & 0o007 != 0 => {
            tracing::warn!(path = %path_shown, was, %fault, "file.open_to_everybody");
        }
        Err(_) => {}
    }
    false
}
