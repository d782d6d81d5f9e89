//! What belongs to a backup.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::Path;

use rules::Moment;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{DATABASE, MANIFEST, PHOTOS};
use crate::private;

/// The one form of manifest there is.
const FORMAT: u32 = 1;
/// Bytes of a file that are read at once.
const PIECE: usize = 64 * 1024;

/// What a backup is made of. It is written last: a folder without it is no backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    format: u32,
    /// The version of the program that wrote it.
    pub program: String,
    /// When it was begun, in seconds since 1970-01-01T00:00:00Z.
    pub made_at: i64,
    /// Rows of each table.
    pub rows: BTreeMap<String, u64>,
    /// The copy of the database.
    pub database: FileOnRecord,
    /// The photos.
    pub photos: Vec<FileOnRecord>,
    /// Keys of photos that applications speak of and that were not there.
    pub missing: Vec<String>,
}

/// A file of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileOnRecord {
    /// Its name in the folder; of a photo, its key.
    pub name: String,
    /// Its size.
    pub bytes: u64,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
}

/// Something a backup lacks or has too much.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackupProblem {
    /// A file is not there.
    #[error("{0} is missing")]
    Missing(String),
    /// A file is another one than was written.
    #[error("{0} is not what was written: its size or SHA-256 is another")]
    Changed(String),
    /// A photo that the manifest does not know.
    #[error("{0} does not belong to it")]
    Foreign(String),
}

/// A folder is no backup that can be read.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// There is no manifest.
    #[error("the folder holds no {MANIFEST}: it is no backup, or one that was not finished")]
    NoManifest,
    /// The manifest is not what this version writes.
    #[error("its {MANIFEST} cannot be understood")]
    Manifest(#[from] serde_json::Error),
    /// The manifest is of another form.
    #[error("its {MANIFEST} is of the form {0}, and this version knows {FORMAT} only")]
    Format(u32),
    /// A file cannot be read.
    #[error("it cannot be read")]
    Files(#[from] io::Error),
}

impl FileOnRecord {
    /// A file as it is now.
    pub(super) fn of(name: String, file: &Path) -> io::Result<Self> {
        let mut file = File::open(file)?;
        let mut digest = Sha256::new();
        let mut bytes = 0;
        let mut piece = vec![0; PIECE];
        loop {
            let read = file.read(&mut piece)?;
            if read == 0 {
                break;
            }
            digest.update(&piece[..read]);
            bytes += read as u64;
        }
        Ok(Self {
            name,
            bytes,
            sha256: hex::encode(digest.finalize()),
        })
    }

    /// What is wrong with the file that is there now, if anything.
    fn compare(&self, file: &Path) -> io::Result<Option<BackupProblem>> {
        match Self::of(self.name.clone(), file) {
            Ok(now) if now == *self => Ok(None),
            Ok(_) => Ok(Some(BackupProblem::Changed(self.name.clone()))),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                Ok(Some(BackupProblem::Missing(self.name.clone())))
            }
            Err(error) => Err(error),
        }
    }
}

impl Manifest {
    /// Puts down what is in the folder.
    pub(super) fn of(
        folder: &Path,
        now: Moment,
        rows: BTreeMap<String, u64>,
        [photos, missing]: [Vec<String>; 2],
    ) -> io::Result<Self> {
        let recorded = photos.into_iter().map(|key| {
            let file = folder.join(PHOTOS).join(&key);
            FileOnRecord::of(key, &file)
        });
        Ok(Self {
            format: FORMAT,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            made_at: now.0,
            rows,
            database: FileOnRecord::of(DATABASE.to_owned(), &folder.join(DATABASE))?,
            photos: recorded.collect::<Result<_, _>>()?,
            missing,
        })
    }

    /// Writes it into the folder; it is there whole or not at all.
    pub(super) fn write(&self, folder: &Path) -> io::Result<()> {
        let unfinished = folder.join(format!("{MANIFEST}.unfinished"));
        let mut file = private::new_file(&unfinished)?;
        file.write_all(&serde_json::to_vec_pretty(self)?)?;
        file.sync_all()?;
        fs::rename(unfinished, folder.join(MANIFEST))?;
        File::open(folder)?.sync_all()
    }

    fn read(folder: &Path) -> Result<Self, Unreadable> {
        #[derive(Deserialize)]
        struct Head {
            format: u32,
        }
        let text = match fs::read(folder.join(MANIFEST)) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Err(Unreadable::NoManifest);
            }
            read => read?,
        };
        let Head { format } = serde_json::from_slice(&text)?;
        if format != FORMAT {
            return Err(Unreadable::Format(format));
        }
        Ok(serde_json::from_slice(&text)?)
    }
}

/// Reads a backup through: its manifest, and everything that is not as the manifest says.
/// Needs no key.
///
/// # Errors
/// [`Unreadable`].
pub fn check(folder: &Path) -> Result<(Manifest, Vec<BackupProblem>), Unreadable> {
    let manifest = Manifest::read(folder)?;
    let mut problems = Vec::new();
    problems.extend(manifest.database.compare(&folder.join(DATABASE))?);
    let mut known = BTreeSet::new();
    for photo in &manifest.photos {
        known.insert(photo.name.as_str());
        problems.extend(photo.compare(&folder.join(PHOTOS).join(&photo.name))?);
    }
    for name in names_of_photos(&folder.join(PHOTOS))? {
        if !known.contains(name.as_str()) {
            problems.push(BackupProblem::Foreign(name));
        }
    }
    Ok((manifest, problems))
}

/// Every file two folders deep, which is where photos are.
fn names_of_photos(photos: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for application in fs::read_dir(photos)? {
        let application = application?;
        for photo in fs::read_dir(application.path())? {
            let name = [application.file_name(), photo?.file_name()];
            names.push(
                name.map(|part| part.to_string_lossy().into_owned())
                    .join("/"),
            );
        }
    }
    Ok(names)
}
