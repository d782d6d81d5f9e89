//! `shinsei doctor`: what is wrong, in words, and what to do about it.

use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::time::timeout;

use super::outbox::{span, summary};
use super::{Failure, block_on, output};
use crate::config::{PhotoPlace, Photos, Settings, TransportKind, check};
use crate::service::LATEST;
use crate::setup::{gives_space_back, open, open_photos};

/// How long a mail server may take to accept a connection.
const CONNECT: Duration = Duration::from_secs(5);

/// Workers look into the outbox every few seconds: what is due for longer is forgotten.
const LATE_SECONDS: i64 = 10 * 60;

/// One thing looked at.
struct Finding {
    what: &'static str,
    verdict: Result<String, String>,
}

pub(super) fn run(settings: &Settings) -> Result<ExitCode, Failure> {
    let findings = block_on(async {
        Ok(vec![
            configuration(settings),
            built_files(&settings.http.site_root),
            runtime(settings).await,
            space(settings).await,
            photos(&settings.photos).await,
            mail_server(settings).await,
            outbox(settings).await,
            audit_log(settings).await,
        ])
    })?;
    for finding in &findings {
        match &finding.verdict {
            Ok(good) => output::line(&format!("ok      {}: {good}", finding.what)),
            Err(wrong) => output::line(&format!("PROBLEM {}: {wrong}", finding.what)),
        }
    }
    let is_sound = findings.iter().all(|finding| finding.verdict.is_ok());
    Ok(if is_sound {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn configuration(settings: &Settings) -> Finding {
    let problems = check(settings);
    let verdict = if problems.is_empty() {
        Ok("in order".to_owned())
    } else {
        Err(crate::config::ConfigProblems(problems).to_string())
    };
    Finding {
        what: "configuration",
        verdict,
    }
}

fn built_files(root: &Path) -> Finding {
    let verdict = if root.join("pkg").is_dir() {
        Ok(format!("found in {}", root.display()))
    } else {
        Err(format!(
            "no pkg folder in {}: set http.site_root to the site folder that came with the program",
            root.display()
        ))
    };
    Finding {
        what: "style sheets and WebAssembly",
        verdict,
    }
}

async fn runtime(settings: &Settings) -> Finding {
    let verdict = match open(settings).await {
        Err(error) => Err(output::with_causes(&error)),
        Ok(runtime) => match runtime.service.newest_forms(1).await {
            Ok(forms) if forms.is_empty() => {
                Ok("opens; no application forms yet: `shinsei forms import FILE`".to_owned())
            }
            Ok(_) => Ok("opens, and the key fits".to_owned()),
            Err(fault) => Err(format!(
                "{}: is this the key the data was written with?",
                output::with_causes(&fault)
            )),
        },
    };
    Finding {
        what: "database, key",
        verdict,
    }
}

/// Whether the database's file becomes smaller when rows go.
async fn space(settings: &Settings) -> Finding {
    let verdict = match gives_space_back(&settings.database).await {
        Ok(true) => Ok("given back when rows are deleted".to_owned()),
        Ok(false) => Err(
            "the file is of an earlier version, was too large to be converted at a start and never \
             becomes smaller: run `shinsei migrate` at an hour when nobody applies; it needs twice \
             the file's size on the disk"
                .to_owned(),
        ),
        Err(error) => Err(output::with_causes(&error)),
    };
    Finding {
        what: "space of the database",
        verdict,
    }
}

async fn photos(settings: &Photos) -> Finding {
    let place = match settings.place {
        PhotoPlace::Folder => settings.folder.display().to_string(),
        PhotoPlace::S3 => format!("bucket {}", settings.bucket.as_deref().unwrap_or_default()),
    };
    let tried = match open_photos(settings) {
        Err(error) => Err(output::with_causes(&error)),
        Ok(vault) => vault
            .probe()
            .await
            .map_err(|problem| output::with_causes(&problem)),
    };
    Finding {
        what: "photos",
        verdict: match tried {
            Ok(()) => Ok(format!(
                "can be listed, written, read and deleted in {place}"
            )),
            Err(wrong) => Err(format!("{place}: {wrong}")),
        },
    }
}

async fn mail_server(settings: &Settings) -> Finding {
    let mail = &settings.mail;
    let verdict = match mail.transport {
        TransportKind::Folder => Ok(format!("mails are written to {}", mail.folder.display())),
        TransportKind::Memory => Ok("mails stay in the process (demonstration)".to_owned()),
        TransportKind::Smtp => {
            let address = (mail.host.as_str(), mail.port);
            match timeout(CONNECT, TcpStream::connect(address)).await {
                Ok(Ok(_)) => Ok(format!("{}:{} accepts connections", mail.host, mail.port)),
                Ok(Err(error)) => Err(format!(
                    "{}:{} cannot be reached: {error}",
                    mail.host, mail.port
                )),
                Err(_) => Err(format!(
                    "{}:{} does not answer: a firewall?",
                    mail.host, mail.port
                )),
            }
        }
    };
    Finding {
        what: "mail",
        verdict,
    }
}

/// The last entries of the audit log.
async fn audit_log(settings: &Settings) -> Finding {
    let followed = async {
        let runtime = open(settings).await;
        let runtime = runtime.map_err(|error| output::with_causes(&error))?;
        let followed = runtime.service.follow_chain(Some(LATEST), None).await;
        let followed = followed.map_err(|error| output::with_causes(&error))?;
        match followed.broken {
            Some(broken) => Err(format!("{broken}: `shinsei audit verify`")),
            None => Ok(format!("holds, {} entries", followed.head.number)),
        }
    };
    Finding {
        what: "audit log",
        verdict: followed.await,
    }
}

/// Mails and removals that were given up are a problem; those that wait are one when the
/// first should have gone long ago.
async fn outbox(settings: &Settings) -> Finding {
    let counted = async {
        let runtime = open(settings)
            .await
            .map_err(|error| output::with_causes(&error))?;
        let counts = runtime.service.count_open_jobs().await;
        let counts = counts.map_err(|error| output::with_causes(&error))?;
        let now = runtime.service.now().0;
        let waiting = counts.iter().filter(|jobs| !jobs.have_failed);
        let overdue = waiting
            .map(|jobs| now.saturating_sub(jobs.first_due_at.0))
            .max();
        let overdue = overdue.unwrap_or(0).max(0);
        let summary = format!("{}, the first due for {}", summary(&counts), span(overdue));
        if counts.iter().any(|jobs| jobs.have_failed) {
            Err(format!(
                "{summary}: `shinsei mail list` says why, `shinsei mail retry` tries again"
            ))
        } else if overdue > LATE_SECONDS {
            Err(format!(
                "{summary}: is `shinsei serve` or `shinsei work` running?"
            ))
        } else {
            Ok(summary)
        }
    };
    Finding {
        what: "outbox",
        verdict: counted.await,
    }
}
