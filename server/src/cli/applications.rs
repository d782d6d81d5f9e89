//! `shinsei applications`: what the office takes over.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;

use super::{Failure, block_on, output};
use crate::clock::in_japan;
use crate::config::Settings;
use crate::hand_over::hand_over;
use crate::setup::{Runtime, open};
use crate::store::{Command, Submission};

#[derive(Debug, Subcommand)]
pub(super) enum ApplicationsCommand {
    /// List the applications that were sent in: receipt number, stage, moments
    List {
        /// Only those that were not handed over
        #[arg(long)]
        waiting: bool,
    },
    /// Write all applications that wait into a folder and enter that the office has them
    HandOver {
        /// The folder; it must be there
        #[arg(value_name = "FOLDER")]
        folder: PathBuf,
    },
}

pub(super) fn run(command: ApplicationsCommand, settings: &Settings) -> Result<ExitCode, Failure> {
    block_on(async {
        let runtime = open(settings).await?;
        match command {
            ApplicationsCommand::List { waiting } => list(&runtime, waiting).await,
            ApplicationsCommand::HandOver { folder } => into(&runtime, &folder).await,
        }
    })
}

async fn list(runtime: &Runtime, is_waiting: bool) -> Result<ExitCode, Failure> {
    let command = Command::ListApplications;
    runtime.service.record_command(command).await?;
    let mut last: Option<Submission> = None;
    loop {
        let page = runtime
            .service
            .submissions(last.as_ref(), is_waiting)
            .await?;
        for submission in &page {
            output::line(&row(submission));
        }
        last = page.into_iter().last();
        if last.is_none() {
            return Ok(ExitCode::SUCCESS);
        }
    }
}

/// Fields parted by tabs, so that other programs can read them.
fn row(submission: &Submission) -> String {
    let (stage, handed_over) = match submission.handed_over_at {
        None => ("waiting", "-".to_owned()),
        Some(at) => ("handed_over", in_japan(at)),
    };
    let submitted = in_japan(submission.submitted_at);
    [&submission.receipt, stage, &submitted, &handed_over].join("\t")
}

async fn into(runtime: &Runtime, folder: &Path) -> Result<ExitCode, Failure> {
    runtime.service.record_command(Command::HandOver).await?;
    let report = hand_over(&runtime.service, folder).await?;
    for (receipt, fault) in &report.failed {
        let why = output::with_causes(fault);
        output::problem(&format!("{receipt} was not handed over: {why}"));
    }
    let count = report.handed_over;
    output::line(&format!("{count} handed over into {}", folder.display()));
    Ok(if report.failed.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
