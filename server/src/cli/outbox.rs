//! `shinsei mail list`, `retry` and `bounce`: the outbox as the operator sees it.

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use rules::Moment;

use super::{Failure, block_on, output};
use crate::config::Settings;
use crate::mail::Bounce;
use crate::setup::{Runtime, open};
use crate::store::{Command, OpenJob, OpenJobs};

/// A notification holds a mail of ours at most: what is larger is none.
const LARGEST_NOTIFICATION: u64 = 1024 * 1024;

pub(super) fn list(settings: &Settings, at_most: u32) -> Result<ExitCode, Failure> {
    block_on(async {
        let runtime = open(settings).await?;
        let now = runtime.service.now();
        for job in runtime.service.open_jobs(at_most).await? {
            output::line(&line(&job, now));
        }
        let counts = runtime.service.count_open_jobs().await?;
        output::line(&summary(&counts));
        Ok(ExitCode::SUCCESS)
    })
}

fn line(job: &OpenJob, now: Moment) -> String {
    let state = if job.has_failed { "failed " } else { "waiting" };
    let (kind, id, tries) = (&job.kind, &job.id, job.tries);
    let age = span(now.0.saturating_sub(job.queued_at.0));
    let next = if job.has_failed {
        String::new()
    } else {
        match job.due_at.0.saturating_sub(now.0) {
            ..=0 => ", due".to_owned(),
            wait => format!(", next in {}", span(wait)),
        }
    };
    let reason = job
        .reason
        .as_deref()
        .map_or_else(String::new, |reason| format!(": {reason}"));
    format!("{state}  {kind:<13}  {id}  queued {age} ago, {tries} tries{next}{reason}")
}

/// How many wait and how many were given up, in one line.
pub(super) fn summary(counts: &[OpenJobs]) -> String {
    let sum = |have_failed| -> u64 {
        let counted = counts.iter().filter(|jobs| jobs.have_failed == have_failed);
        counted.map(|jobs| jobs.count).sum()
    };
    format!("{} waiting, {} given up", sum(false), sum(true))
}

/// Seconds in the unit that fits.
pub(super) fn span(seconds: i64) -> String {
    match seconds {
        ..=119 => format!("{} s", seconds.max(0)),
        120..=7199 => format!("{} min", seconds / 60),
        7200..=172_799 => format!("{} h", seconds / 3600),
        _ => format!("{} days", seconds / 86_400),
    }
}

/// Puts these mails back, or all that were given up.
pub(super) fn retry(settings: &Settings, mails: Option<Vec<String>>) -> Result<ExitCode, Failure> {
    block_on(async {
        let runtime = open(settings).await?;
        runtime.service.record_command(Command::RetryMails).await?;
        let service = &runtime.service;
        let Some(mails) = mails else {
            let count = service.retry_mails(None).await?;
            output::line(&format!("{count} mails are tried again."));
            return Ok(ExitCode::SUCCESS);
        };
        let mut status = ExitCode::SUCCESS;
        for mail in mails {
            if service.retry_mails(Some(&mail)).await? == 0 {
                output::problem(&format!("{mail}: no mail of this name was given up"));
                status = ExitCode::FAILURE;
            } else {
                output::line(&format!("{mail} is tried again."));
            }
        }
        Ok(status)
    })
}

pub(super) fn bounce(settings: &Settings, files: &[PathBuf]) -> Result<ExitCode, Failure> {
    block_on(async {
        let runtime = open(settings).await?;
        runtime.service.record_command(Command::BounceMails).await?;
        let mut status = ExitCode::SUCCESS;
        for file in files {
            match take_back(&runtime, file).await {
                Ok(told) => output::line(&format!("{}: {told}", file.display())),
                Err(problem) => {
                    output::problem(&format!("{}: {problem}", file.display()));
                    status = ExitCode::FAILURE;
                }
            }
        }
        Ok(status)
    })
}

async fn take_back(runtime: &Runtime, file: &Path) -> Result<String, Failure> {
    let Bounce { id, status } = Bounce::read(&read(file)?)?;
    let reason = format!("it came back with status {status}");
    if runtime.service.bounce_mail(id.as_str(), &reason).await? {
        Ok(format!("{id} came back with status {status}"))
    } else {
        Err(format!("no mail {id} was sent from here, or it is forgotten").into())
    }
}

fn read(file: &Path) -> Result<Vec<u8>, io::Error> {
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        io::stdin()
            .take(LARGEST_NOTIFICATION)
            .read_to_end(&mut bytes)?;
    } else {
        fs::File::open(file)?
            .take(LARGEST_NOTIFICATION)
            .read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_what_when_and_why() {
        let job = OpenJob {
            id: "0a1b".to_owned(),
            kind: "link".to_owned(),
            has_failed: false,
            tries: 3,
            queued_at: Moment(1000),
            due_at: Moment(1400),
            reason: Some("the mail server answered 451".to_owned()),
        };
        assert_eq!(
            line(&job, Moment(1300)),
            "waiting  link           0a1b  queued 5 min ago, 3 tries, next in 100 s: \
             the mail server answered 451"
        );
        let failed = OpenJob {
            has_failed: true,
            reason: None,
            ..job
        };
        assert_eq!(
            line(&failed, Moment(1000 + 3 * 86_400)),
            "failed   link           0a1b  queued 3 days ago, 3 tries"
        );
    }
}
