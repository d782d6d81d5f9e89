//! `shinsei audit`: is the log whole, and what is in it?

use std::process::ExitCode;

use clap::Subcommand;
use rules::application::Actor;

use super::{Failure, block_on, output};
use crate::clock::{Clock as _, SystemClock, in_japan};
use crate::config::Settings;
use crate::seal::Digest;
use crate::service::Followed;
use crate::setup::{Runtime, open};
use crate::store::{Act, Chained, Command, Entry, Store, StoreError, Write};

#[derive(Debug, Subcommand)]
pub(super) enum AuditCommand {
    /// Follow the chain from its beginning and say where it does not hold
    Verify {
        /// Also insist that this hash, kept elsewhere, is in it: 64 hexadecimal digits
        #[arg(long, value_name = "HASH", value_parser = hash)]
        head: Option<Digest>,
    },
    /// List the entries: number, moment, act, application, details, who did it
    List {
        /// Only entries behind the one with this number
        #[arg(long, value_name = "NUMBER", default_value_t = 0)]
        after: i64,
    },
}

fn hash(text: &str) -> Result<Digest, String> {
    let bytes = hex::decode(text).ok();
    bytes
        .and_then(|bytes| bytes.try_into().ok())
        .ok_or_else(|| "must be 64 hexadecimal digits".to_owned())
}

pub(super) fn run(command: &AuditCommand, settings: &Settings) -> Result<ExitCode, Failure> {
    block_on(async {
        let runtime = open(settings).await?;
        match command {
            AuditCommand::Verify { head } => verify(&runtime, *head).await,
            AuditCommand::List { after } => list(&runtime, *after).await,
        }
    })
}

/// Records a command that works on the database without the service.
pub(super) async fn record(store: &dyn Store, command: Command) -> Result<(), StoreError> {
    let entry = Entry {
        at: SystemClock.now(),
        act: Act::Command(command),
        subject: None,
        actor: Actor::Operator,
    };
    store.commit(vec![Write::Record(entry)]).await
}

async fn verify(runtime: &Runtime, sought: Option<Digest>) -> Result<ExitCode, Failure> {
    let followed = runtime.service.follow_chain(None, sought).await?;
    let waiting = runtime.service.audit_waiting().await?;
    let is_missed = sought.is_some() && !followed.is_met;
    output::line(&told(&followed));
    output::line(&format!("{waiting} entries wait to be chained"));
    if let Some(broken) = followed.broken {
        output::problem(&format!("BROKEN {broken}"));
    }
    if is_missed {
        output::problem(
            "BROKEN the hash given is not in the chain: entries were replaced or cut off",
        );
    }
    Ok(if followed.broken.is_some() || is_missed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn told(followed: &Followed) -> String {
    let Followed { first, head, .. } = followed;
    if head.number < *first {
        return "no entry holds".to_owned();
    }
    format!(
        "entries {first} to {} hold; the hash of the last is {}",
        head.number,
        hex::encode(head.hash)
    )
}

async fn list(runtime: &Runtime, mut after: i64) -> Result<ExitCode, Failure> {
    loop {
        let page = runtime.service.audit_page(after).await?;
        for entry in &page {
            output::line(&row(entry));
        }
        match page.last() {
            Some(last) => after = last.number,
            None => return Ok(ExitCode::SUCCESS),
        }
    }
}

/// Fields parted by tabs; `-` where there is nothing.
fn row(entry: &Chained) -> String {
    let shown = |text: &str| {
        if text.is_empty() {
            "-".to_owned()
        } else {
            text.to_owned()
        }
    };
    [
        entry.number.to_string(),
        in_japan(entry.at),
        entry.act.clone(),
        shown(&entry.subject),
        shown(&entry.detail),
        shown(entry.actor.as_deref().unwrap_or_default()),
    ]
    .join("\t")
}
