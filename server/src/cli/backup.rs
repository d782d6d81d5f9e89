//! `shinsei backup`, `restore` and `verify`.

use std::path::Path;
use std::process::ExitCode;

use super::audit::record;
use super::{Failure, block_on, output};
use crate::backup::{self, DATABASE, Manifest};
use crate::clock::{Clock as _, SystemClock};
use crate::config::Settings;
use crate::setup::{open, open_database, open_empty_database, open_photos};
use crate::store::Command;

/// Exit status by whether anything was wrong.
fn status(problems: usize) -> ExitCode {
    if problems == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

pub(super) fn make(folder: &Path, settings: &Settings) -> Result<ExitCode, Failure> {
    block_on(async {
        let store = open_database(&settings.database).await?;
        let vault = open_photos(&settings.photos)?;
        record(&*store, Command::Backup).await?;
        let manifest = backup::make(&*store, &vault, folder, SystemClock.now()).await?;
        output::line(&format!("{} in {}", in_words(&manifest), folder.display()));
        for photo in &manifest.missing {
            output::problem(&format!("PROBLEM the photo {photo} is missing"));
        }
        Ok(status(manifest.missing.len()))
    })
}

pub(super) fn restore(folder: &Path, settings: &Settings) -> Result<ExitCode, Failure> {
    block_on(async {
        let manifest = checked(folder)?;
        let database = open_empty_database(&settings.database).await?;
        let vault = open_photos(&settings.photos)?;
        // Photos first: a database that is there speaks of none that is not.
        backup::restore_photos(folder, &manifest, &vault).await?;
        database.fill(&folder.join(DATABASE)).await?;
        record(&*open_database(&settings.database).await?, Command::Restore).await?;
        output::line(&format!(
            "{} put back; `shinsei verify` says whether the key fits",
            in_words(&manifest)
        ));
        Ok(ExitCode::SUCCESS)
    })
}

/// The manifest of a backup that is whole.
fn checked(folder: &Path) -> Result<Manifest, Failure> {
    let (manifest, problems) = backup::check(folder)?;
    for problem in &problems {
        output::problem(&format!("PROBLEM {problem}"));
    }
    if problems.is_empty() {
        Ok(manifest)
    } else {
        Err("the backup is not whole; nothing was put back".into())
    }
}

pub(super) fn verify(settings: &Settings) -> Result<ExitCode, Failure> {
    block_on(async {
        let portal = open(settings).await?;
        portal.service.record_command(Command::Verify).await?;
        let verified = portal.service.verify().await?;
        for problem in &verified.problems {
            output::problem(&format!("PROBLEM {problem}"));
        }
        output::line(&format!(
            "{} applications, {} photos, {} forms and {} other rows looked at: {} problems",
            verified.applications,
            verified.photos,
            verified.forms,
            verified.others,
            verified.problems.len()
        ));
        Ok(status(verified.problems.len()))
    })
}

/// `shinsei verify --backup`.
pub(super) fn verify_backup(folder: &Path) -> Result<ExitCode, Failure> {
    let (manifest, problems) = backup::check(folder)?;
    for problem in &problems {
        output::problem(&format!("PROBLEM {problem}"));
    }
    output::line(&format!(
        "{} looked at: {} problems",
        in_words(&manifest),
        problems.len()
    ));
    Ok(status(problems.len()))
}

fn in_words(manifest: &Manifest) -> String {
    let rows = |table: &str| manifest.rows.get(table).copied().unwrap_or_default();
    format!(
        "{} applications, {} forms and {} photos",
        rows("journeys"),
        rows("forms"),
        manifest.photos.len()
    )
}
