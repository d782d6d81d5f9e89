//! The folder that the office takes applications from.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use rules::ReceiptNumber;

/// Held locked by whoever fills the folder.
const LOCK: &str = ".hand-over.lock";
/// How the name of a file ends that is not whole.
const PART: &str = ".part";
/// The endings of an application's files, in the order they are written.
const PHOTO: &str = "jpg";
const RECORD: &str = "json";

/// A folder that nobody else fills until this is dropped.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// To sync the names in it.
    handle: File,
    /// Unlocked when it is closed, also by a crash.
    _lock: File,
}

/// Why the folder cannot be filled.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// Made by nobody, or the drive it is on is not there.
    #[error(
        "{0} is no folder: make it first (it is not made here, for a drive may be missing \
         whose place the folder would take)"
    )]
    None(PathBuf),
    /// Somebody else fills it.
    #[error("another process is just handing over into {0}")]
    InUse(PathBuf),
    /// It cannot be written to.
    #[error("{0} cannot be written")]
    Failed(PathBuf, #[source] io::Error),
}

impl Folder {
    /// Locks a folder that is there, and removes what a crash has left half-written.
    ///
    /// # Errors
    /// [`FolderError`].
    pub fn open(path: &Path) -> Result<Self, FolderError> {
        if !path.is_dir() {
            return Err(FolderError::None(path.to_owned()));
        }
        let failed = |error| FolderError::Failed(path.to_owned(), error);
        let lock = private_file(&path.join(LOCK)).map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(FolderError::InUse(path.to_owned())),
            Err(TryLockError::Error(error)) => return Err(failed(error)),
        }
        let folder = Self {
            path: path.to_owned(),
            handle: File::open(path).map_err(failed)?,
            _lock: lock,
        };
        folder.remove_parts().map_err(failed)?;
        Ok(folder)
    }

    /// Writes an application's files, the photo first. When the record is there, all is
    /// there and outlives a crash of the machine; files of the same name are replaced.
    ///
    /// # Errors
    /// [`FolderError::Failed`]; then there is no record, or the one that was there before.
    pub fn put(
        &self,
        receipt: &ReceiptNumber,
        photo: Option<&[u8]>,
        record: &[u8],
    ) -> Result<(), FolderError> {
        if let Some(photo) = photo {
            self.write(receipt, PHOTO, photo)?;
        }
        self.write(receipt, RECORD, record)
    }

    fn write(
        &self,
        receipt: &ReceiptNumber,
        ending: &str,
        content: &[u8],
    ) -> Result<(), FolderError> {
        let name = format!("{}.{ending}", receipt.as_str());
        let part = self.path.join(format!(".{name}{PART}"));
        let whole = self.path.join(name);
        let written = private_file(&part).and_then(|mut file| {
            file.set_len(0)?;
            file.write_all(content)?;
            file.sync_all()?;
            fs::rename(&part, &whole)?;
            self.handle.sync_all()
        });
        written.map_err(|error| FolderError::Failed(whole, error))
    }

    fn remove_parts(&self) -> io::Result<()> {
        for file in fs::read_dir(&self.path)? {
            let file = file?;
            if file.file_name().to_str().is_some_and(is_part) {
                fs::remove_file(file.path())?;
            }
        }
        Ok(())
    }
}

/// Whether a file of this name is one of ours that is not whole.
fn is_part(name: &str) -> bool {
    let whole = name
        .strip_prefix('.')
        .and_then(|rest| rest.strip_suffix(PART));
    whole
        .and_then(|whole| whole.split_once('.'))
        .is_some_and(|(receipt, ending)| {
            ReceiptNumber::parse(receipt).is_ok() && [PHOTO, RECORD].contains(&ending)
        })
}

/// A file that only this account can read.
fn private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn receipt() -> ReceiptNumber {
        ReceiptNumber::from_random([7; 16])
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .filter(|name| name != LOCK)
            .collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn the_files_are_whole_and_for_this_account_only() {
        let path = tempfile::tempdir().unwrap();
        let folder = Folder::open(path.path()).unwrap();
        for photo in [b"longer before".as_slice(), b"photo"] {
            folder.put(&receipt(), Some(photo), b"{}").unwrap();
        }
        let at = |ending| path.path().join(format!("{}.{ending}", receipt().as_str()));
        assert_eq!(fs::read(at(PHOTO)).unwrap(), b"photo");
        assert_eq!(fs::read(at(RECORD)).unwrap(), b"{}");
        assert_eq!(names(path.path()).len(), 2);
        #[cfg(unix)]
        for ending in [PHOTO, RECORD] {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = fs::metadata(at(ending)).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{ending}");
        }
    }

    #[test]
    fn there_is_no_record_without_its_photo() {
        let path = tempfile::tempdir().unwrap();
        let folder = Folder::open(path.path()).unwrap();
        // The photo cannot be put in place where a folder is in the way.
        fs::create_dir(path.path().join(format!("{}.jpg", receipt().as_str()))).unwrap();
        let put = folder.put(&receipt(), Some(b"photo"), b"{}");
        assert!(matches!(put, Err(FolderError::Failed(..))), "{put:?}");
        assert!(
            !path
                .path()
                .join(format!("{}.json", receipt().as_str()))
                .exists()
        );
    }

    #[test]
    fn what_a_crash_has_left_goes_and_what_is_not_ours_stays() {
        let path = tempfile::tempdir().unwrap();
        let number = receipt();
        let left = [".jpg.part", ".json.part"].map(|end| format!(".{}{end}", number.as_str()));
        let foreign = [".notes.part".to_owned(), format!("{}.txt", number.as_str())];
        for name in left.iter().chain(&foreign) {
            fs::write(path.path().join(name), "x").unwrap();
        }
        Folder::open(path.path()).unwrap();
        assert_eq!(names(path.path()), foreign);
    }

    #[test]
    fn one_fills_it_at_a_time_and_a_missing_one_is_not_made() {
        let path = tempfile::tempdir().unwrap();
        let first = Folder::open(path.path()).unwrap();
        let second = Folder::open(path.path());
        assert!(matches!(second, Err(FolderError::InUse(_))), "{second:?}");
        drop(first);
        Folder::open(path.path()).unwrap();
        let missing = path.path().join("drive");
        let told = Folder::open(&missing);
        assert!(matches!(told, Err(FolderError::None(_))), "{told:?}");
        assert!(!missing.exists());
    }
}
