//! `shinsei backup`, `restore` and `verify`.

use std::path::Path;
use std::process::ExitCode;

use super::audit::record;
use super::{Failure, block_on, output};
use crate::backup::{self, Checked, DATABASE, Manifest, Trust};
use crate::clock::{Clock as _, SystemClock};
use crate::config::Settings;
use crate::setup::{open, open_database, open_empty_database, open_photos, operator_keys_if_set};
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
        let keys = operator_keys_if_set(settings)?;
        let now = SystemClock.now();
        let manifest = backup::make(&*store, &vault, folder, now, keys.as_ref()).await?;
        output::line(&format!("{} in {}", in_words(&manifest), folder.display()));
        if keys.is_none() {
            output::problem(
                "secrets.key_file is not set, so nothing shows who made it: it is put back with \
                 --unauthenticated only",
            );
        }
        for photo in &manifest.missing {
            output::problem(&format!("PROBLEM the photo {photo} is missing"));
        }
        Ok(status(manifest.missing.len()))
    })
}

pub(super) fn restore(
    folder: &Path,
    settings: &Settings,
    unauthenticated: bool,
) -> Result<ExitCode, Failure> {
    block_on(async {
        let manifest = whole(checked(folder, settings, unauthenticated)?)?;
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

/// A backup that was read through, with its problems told.
fn checked(folder: &Path, settings: &Settings, unauthenticated: bool) -> Result<Checked, Failure> {
    let keys = operator_keys_if_set(settings)?;
    let trust = Trust {
        keys: keys.as_ref(),
        unauthenticated,
    };
    let checked = backup::check(folder, trust)?;
    for problem in &checked.problems {
        output::problem(&format!("PROBLEM {problem}"));
    }
    match checked.vouched_by {
        Some(key) => output::line(&format!("made under the key {key}")),
        None => output::problem("It is not shown who made it (--unauthenticated)."),
    }
    Ok(checked)
}

/// The manifest of a backup that is whole.
fn whole(checked: Checked) -> Result<Manifest, Failure> {
    if checked.problems.is_empty() {
        Ok(checked.manifest)
    } else {
        Err("the backup is not whole; nothing was put back".into())
    }
}

pub(super) fn verify(settings: &Settings) -> Result<ExitCode, Failure> {
    block_on(async {
        let runtime = open(settings).await?;
        runtime.service.record_command(Command::Verify).await?;
        let verified = runtime.service.verify().await?;
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
pub(super) fn verify_backup(
    folder: &Path,
    settings: &Settings,
    unauthenticated: bool,
) -> Result<ExitCode, Failure> {
    let Checked {
        manifest, problems, ..
    } = checked(folder, settings, unauthenticated)?;
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
