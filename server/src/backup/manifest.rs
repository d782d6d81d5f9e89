//! What belongs to a backup.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::Path;

use rules::Moment;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::vouching::{self, NotVouched, Trust};
use super::{DATABASE, MANIFEST, PHOTOS};
use crate::lossless::wide;
use crate::photos::VaultKey;
use crate::private;
use crate::seal::{KeyId, OperatorKeys};

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
    pub database: FileOnRecord<DatabaseName>,
    /// The photos.
    pub photos: Vec<FileOnRecord<VaultKey>>,
    /// Keys of photos that applications speak of and that were not there.
    pub missing: Vec<VaultKey>,
}

/// The one name that the copy of the database has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DatabaseName;

impl TryFrom<String> for DatabaseName {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if text == DATABASE {
            Ok(Self)
        } else {
            Err("it is not the name of the copy of the database")
        }
    }
}

impl From<DatabaseName> for String {
    fn from(_: DatabaseName) -> Self {
        DATABASE.to_owned()
    }
}

impl Display for DatabaseName {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(DATABASE)
    }
}

/// A file of a backup. Its name is of a type that leads nowhere else, so that a manifest that
/// somebody else wrote names no file outside the folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileOnRecord<Name> {
    /// Its name in the folder; of a photo, its key.
    pub name: Name,
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
    /// It is not shown who wrote the manifest.
    #[error(transparent)]
    NotVouched(#[from] NotVouched),
}

impl<Name: Clone + PartialEq + Display> FileOnRecord<Name> {
    /// A file as it is now.
    pub(super) fn of(name: Name, file: &Path) -> io::Result<Self> {
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
            bytes += wide(read);
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
            Ok(_) => Ok(Some(BackupProblem::Changed(self.name.to_string()))),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                Ok(Some(BackupProblem::Missing(self.name.to_string())))
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
        photos: BTreeSet<VaultKey>,
        missing: BTreeSet<VaultKey>,
    ) -> io::Result<Self> {
        let recorded = photos.into_iter().map(|key| {
            let file = folder.join(PHOTOS).join(key.as_str());
            FileOnRecord::of(key, &file)
        });
        Ok(Self {
            format: FORMAT,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            made_at: now.0,
            rows,
            database: FileOnRecord::of(DatabaseName, &folder.join(DATABASE))?,
            photos: recorded.collect::<Result<_, _>>()?,
            missing: missing.into_iter().collect(),
        })
    }

    /// Writes it into the folder; it is there whole or not at all. What vouches for it comes
    /// first, if there are keys.
    pub(super) fn write(&self, folder: &Path, keys: Option<&OperatorKeys>) -> io::Result<()> {
        let text = serde_json::to_vec_pretty(self)?;
        if let Some(keys) = keys {
            vouching::write(folder, keys, &text)?;
        }
        let unfinished = folder.join(format!("{MANIFEST}.unfinished"));
        let mut file = private::new_file(&unfinished)?;
        file.write_all(&text)?;
        file.sync_all()?;
        fs::rename(unfinished, folder.join(MANIFEST))?;
        File::open(folder)?.sync_all()
    }

    /// Nothing of it is looked at before it is shown who wrote it.
    fn read(folder: &Path, trust: Trust<'_>) -> Result<(Self, Option<KeyId>), Unreadable> {
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
        let vouched_by = trust.check(folder, &text)??;
        let Head { format } = serde_json::from_slice(&text)?;
        if format != FORMAT {
            return Err(Unreadable::Format(format));
        }
        Ok((serde_json::from_slice(&text)?, vouched_by))
    }
}

/// A backup that was read through.
#[derive(Debug)]
pub struct Checked {
    /// What belongs to it.
    pub manifest: Manifest,
    /// Everything that is not as the manifest says.
    pub problems: Vec<BackupProblem>,
    /// The key whose holder wrote the manifest; none where that is not shown and was allowed
    /// not to be.
    pub vouched_by: Option<KeyId>,
}

/// Reads a backup through: who wrote its manifest, then the manifest, then the files.
///
/// # Errors
/// [`Unreadable`]; no file that the manifest names was opened then.
pub fn check(folder: &Path, trust: Trust<'_>) -> Result<Checked, Unreadable> {
    let (manifest, vouched_by) = Manifest::read(folder, trust)?;
    let mut problems = Vec::new();
    problems.extend(manifest.database.compare(&folder.join(DATABASE))?);
    let mut known = BTreeSet::new();
    for photo in &manifest.photos {
        known.insert(photo.name.as_str());
        problems.extend(photo.compare(&folder.join(PHOTOS).join(photo.name.as_str()))?);
    }
    for name in names_of_photos(&folder.join(PHOTOS))? {
        if !known.contains(name.as_str()) {
            problems.push(BackupProblem::Foreign(name));
        }
    }
    Ok(Checked {
        manifest,
        problems,
        vouched_by,
    })
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
