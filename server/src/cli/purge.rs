//! `shinsei purge`: housekeeping now, or what it would come to.

use std::process::ExitCode;

use super::{Failure, block_on, output};
use crate::config::Settings;
use crate::setup::open;
use crate::store::{Command, Purge, Purged};
use crate::work::Worker;

pub(super) fn run(settings: &Settings, dry_run: bool) -> Result<ExitCode, Failure> {
    let purge = if dry_run {
        Purge::Trial
    } else {
        Purge::ForGood
    };
    block_on(async {
        let runtime = open(settings).await?;
        if purge == Purge::ForGood {
            runtime.service.record_command(Command::Purge).await?;
        }
        let worker = Worker::of(&runtime, settings);
        let Some(purged) = worker.purge(purge).await? else {
            output::problem("Another process is just keeping house: nothing was done. Try again.");
            return Ok(ExitCode::FAILURE);
        };
        if purge == Purge::ForGood {
            worker.remove_photos().await;
            worker.chain().await;
        }
        report(&purged, purge);
        Ok(ExitCode::SUCCESS)
    })
}

fn report(purged: &Purged, purge: Purge) {
    let how = match purge {
        Purge::ForGood => "deleted",
        Purge::Trial => "would be deleted",
    };
    for (count, what) in [
        (
            purged.unverified,
            "applications whose link was never opened",
        ),
        (purged.unfinished, "applications begun but not sent in"),
        (
            purged.handed_over,
            "applications handed over, with their forms",
        ),
        (purged.given_up, "applications withdrawn or expired"),
        (purged.unused_forms, "forms nobody applied with"),
        (purged.sessions, "sessions"),
    ] {
        output::line(&format!("{count}\t{what} {how}"));
    }
}
