//! `shinsei key`: another key for the operator, and everything under it.

mod file;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;
use zeroize::Zeroizing;

use self::file::{Where, add};
use super::audit::record;
use super::{Failure, block_on, output};
use crate::config::{ConfigProblems, Settings};
use crate::random::{Random, SystemRandom};
use crate::seal::{Key, KeyId, OperatorKey, OperatorKeys};
use crate::service::{KeyUse, key_uses, open_keys, rewrap};
use crate::setup::{open_database, operator_keys};
use crate::store::{Command, SealedTable, Store};

#[derive(Debug, Subcommand)]
pub(super) enum KeyCommand {
    /// Print a new key, or add it to a key file
    New {
        /// Write it before the keys of this file: the next start seals with it
        #[arg(long, value_name = "FILE", conflicts_with = "append")]
        prepend: Option<PathBuf>,
        /// Write it after the keys of this file: the next start can open what it sealed
        #[arg(long, value_name = "FILE")]
        append: Option<PathBuf>,
    },
    /// Say how many rows are under which key
    Status,
    /// Put everything under the newest key, while the portal goes on
    Rewrap,
}

pub(super) fn run(
    command: KeyCommand,
    settings: impl FnOnce() -> Result<Settings, ConfigProblems>,
) -> Result<ExitCode, Failure> {
    match command {
        KeyCommand::New {
            prepend: Some(file),
            ..
        } => new_in(&file, Where::First),
        KeyCommand::New {
            append: Some(file), ..
        } => new_in(&file, Where::Last),
        KeyCommand::New { .. } => {
            output::line(&new_line()?.text);
            Ok(ExitCode::SUCCESS)
        }
        KeyCommand::Status => with_database(&settings()?, false),
        KeyCommand::Rewrap => with_database(&settings()?, true),
    }
}

fn new_in(file: &Path, place: Where) -> Result<ExitCode, Failure> {
    let line = new_line()?;
    if add(file, &line.text, place)? {
        output::problem(&format!(
            "{} could be read by other accounts, and no longer can",
            file.display()
        ));
    }
    output::line(&format!("key {} added to {}", line.id, file.display()));
    Ok(ExitCode::SUCCESS)
}

/// A key as it stands in a file, and its name.
struct Line {
    text: Zeroizing<String>,
    id: KeyId,
}

fn new_line() -> Result<Line, Failure> {
    let random: &dyn Random = &SystemRandom;
    let bytes = Zeroizing::new(random.bytes()?);
    Ok(Line {
        text: Zeroizing::new(hex::encode(*bytes)),
        id: OperatorKey::derive(&Key::new(*bytes)).id(),
    })
}

fn with_database(settings: &Settings, is_to_rewrap: bool) -> Result<ExitCode, Failure> {
    block_on(async {
        let operator = operator_keys(settings)?;
        let store = open_database(&settings.database).await?;
        if is_to_rewrap {
            let keys = open_keys(&*store, &operator, &SystemRandom).await?;
            record(&*store, Command::RewrapKeys).await?;
            let done = rewrap(&*store, &keys, &SystemRandom).await?;
            output::line(&format!("{} rows sealed anew", done.anew));
        }
        tell_uses(&*store, &operator).await
    })
}

/// Rows of each table under a key.
type Rows = BTreeMap<&'static str, u64>;

async fn tell_uses(store: &dyn Store, operator: &OperatorKeys) -> Result<ExitCode, Failure> {
    let mut by_key: BTreeMap<Option<KeyId>, Rows> = BTreeMap::new();
    for KeyUse { table, key, rows } in key_uses(store, operator).await? {
        *by_key
            .entry(key)
            .or_default()
            .entry(in_words(table))
            .or_default() += rows;
    }
    let newest = operator.newest().id();
    let mut older = 0;
    for key in operator.iter().map(OperatorKey::id) {
        let rows = by_key.remove(&Some(key)).unwrap_or_default();
        let role = if key == newest { "newest" } else { "older" };
        output::line(&format!("key {key} ({role}): {}", counted(&rows)));
        if key != newest {
            older += rows.values().sum::<u64>();
        }
    }
    for (key, rows) in &by_key {
        let what = key.map_or("open with none of the keys".to_owned(), |key| {
            format!("need the key {key}, which is not given")
        });
        output::problem(&format!("PROBLEM {} {what}", counted(rows)));
    }
    output::line(&verdict(older));
    let is_whole = by_key.is_empty();
    Ok(if is_whole {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn verdict(older: u64) -> String {
    if older == 0 {
        "Nothing is under an older key.".to_owned()
    } else {
        format!(
            "{older} rows are under older keys, which must stay: run `shinsei key rewrap` once \
             every process has the newest key first"
        )
    }
}

fn in_words(table: SealedTable) -> &'static str {
    match table {
        SealedTable::LookUpKeys => "look-up keys",
        SealedTable::Forms => "forms",
        SealedTable::Journeys => "applications",
        SealedTable::Sessions => "sessions",
        SealedTable::Challenges => "captchas",
        SealedTable::Outbox => "mails that wait",
    }
}

fn counted(rows: &Rows) -> String {
    let parts: Vec<_> = rows
        .iter()
        .map(|(table, count)| format!("{count} {table}"))
        .collect();
    if parts.is_empty() {
        "no rows".to_owned()
    } else {
        parts.join(", ")
    }
}
