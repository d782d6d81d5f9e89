//! A key file that gains a key: the whole new file is there, or the one before.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Write as _};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _, fchown};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::cli::Failure;
use crate::config::GivenKeys;
use crate::private::{self, key_mode};

/// What only its owner may read.
const PRIVATE: u32 = 0o600;

/// Where a key goes among those of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Where {
    /// Before them.
    First,
    /// After them.
    Last,
}

/// Adds a key to a file, which is made when there is none. A file that is there keeps its
/// owner, and of its permissions those that a key may have; whether it had others.
///
/// # Errors
/// When the file holds something else than keys, or cannot be written; it is then as it was.
pub(super) fn add(file: &Path, key: &str, place: Where) -> Result<bool, Failure> {
    // A link stays one: what it names is replaced.
    let file = match file.canonicalize() {
        Err(error) if error.kind() == ErrorKind::NotFound => file.to_path_buf(),
        found => found?,
    };
    let before = match fs::read_to_string(&file) {
        Err(error) if error.kind() == ErrorKind::NotFound => Zeroizing::default(),
        read => Zeroizing::new(read?),
    };
    if !before.trim().is_empty() {
        GivenKeys::read(&before).map_err(|problem| format!("{} {problem}", file.display()))?;
    }
    let was_open = private::key_file(&file);
    let lines = [before.trim(), key];
    let [first, second] = match place {
        Where::First => [lines[1], lines[0]],
        Where::Last => lines,
    };
    let text = Zeroizing::new(format!("{first}\n{second}"));
    replace(&file, text.trim()).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(was_open)
}

fn replace(file: &Path, keys: &str) -> io::Result<()> {
    let beside = beside(file);
    let new = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(PRIVATE)
        .open(&beside)?;
    let written = write(new, file, keys).and_then(|()| fs::rename(&beside, file));
    if written.is_err() {
        // Nobody needs a second copy of a key; the fault is told by what failed before.
        let _ = fs::remove_file(&beside);
    }
    written?;
    let folder = file.parent().filter(|folder| *folder != Path::new(""));
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

fn write(mut new: File, like: &Path, keys: &str) -> io::Result<()> {
    if let Ok(before) = fs::metadata(like) {
        fchown(&new, Some(before.uid()), Some(before.gid()))?;
        new.set_permissions(Permissions::from_mode(key_mode(&before)))?;
    }
    writeln!(new, "{keys}")?;
    new.sync_all()
}

fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".new");
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    fn key(digit: char) -> String {
        digit.to_string().repeat(64)
    }

    #[test]
    fn a_key_goes_before_or_after_those_that_are_there() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("key");
        add(&file, &key('1'), Where::First).unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), key('1') + "\n");
        assert_eq!(fs::metadata(&file).unwrap().mode() & 0o777, PRIVATE);
        // As `openssl rand -hex 32` and an editor without a line end leave it.
        fs::write(&file, key('1')).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
        add(&file, &key('2'), Where::Last).unwrap();
        add(&file, &key('3'), Where::First).unwrap();
        let keys = ['3', '1', '2'].map(|digit| key(digit) + "\n").concat();
        assert_eq!(fs::read_to_string(&file).unwrap(), keys);
        assert_eq!(fs::metadata(&file).unwrap().mode() & 0o777, PRIVATE);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_link_stays_and_what_it_names_gains_the_key() {
        let folder = tempfile::tempdir().unwrap();
        let [file, link] = ["key", "link"].map(|name| folder.path().join(name));
        fs::write(&file, key('1')).unwrap();
        symlink(&file, &link).unwrap();
        add(&link, &key('2'), Where::First).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert!(fs::read_to_string(&file).unwrap().starts_with('2'));
    }

    #[test]
    fn a_file_that_holds_something_else_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("letter");
        fs::write(&file, "Dear office,\n").unwrap();
        let told = add(&file, &key('1'), Where::First).unwrap_err();
        assert!(told.to_string().contains("line 1 is not a key"), "{told}");
        assert_eq!(fs::read_to_string(&file).unwrap(), "Dear office,\n");
    }

    #[test]
    fn a_second_run_at_the_same_time_is_refused_and_nothing_is_lost() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("key");
        fs::write(&file, key('1')).unwrap();
        fs::write(beside(&file), "").unwrap();
        assert!(add(&file, &key('2'), Where::First).is_err());
        assert_eq!(fs::read_to_string(&file).unwrap(), key('1'));
        assert!(beside(&file).exists());
    }
}
