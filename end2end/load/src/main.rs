//! Complete journeys side by side against running portals, and the same requests
//! against a bare server: see `.make/load.sh` and `docs/benchmarks.md`.

mod attack;
mod browser;
mod journey;
mod page;
mod photo;
mod result;
mod sink;
mod table;
mod usage;

use std::error::Error;
use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Args, Parser};

use attack::{Attack, Doing, Form};
use photo::Photo;
use sink::Sink;

/// Drives complete journeys and measures them.
#[derive(Parser)]
enum Command {
    /// Whole journeys against a portal in demonstration mode.
    Run(Run),
    /// The requests of recorded journeys against the bare server.
    Replay(Replay),
    /// All results so far as a table.
    Table {
        /// File with a result in each line.
        results: PathBuf,
    },
}

/// What both kinds of run need.
#[derive(Args)]
struct Common {
    /// Name of the run.
    #[arg(long)]
    name: String,
    /// Where the servers listen, as http://127.0.0.1:PORT; asked in turn.
    #[arg(long, value_delimiter = ',', required = true)]
    at: Vec<String>,
    /// The servers' processes.
    #[arg(long, value_delimiter = ',', required = true)]
    processes: Vec<i32>,
    /// Processes that the servers need: database, object storage.
    #[arg(long, value_delimiter = ',')]
    beside: Vec<i32>,
    /// Applicants side by side.
    #[arg(long)]
    applicants: usize,
    /// For how long new journeys are begun, in seconds.
    #[arg(long)]
    seconds: usize,
    /// File that the result is added to, as a line of JSON.
    #[arg(long)]
    results: PathBuf,
    /// File with the recorded journeys: written by `run`, read by `replay`.
    #[arg(long)]
    exchanges: PathBuf,
}

#[derive(Args)]
struct Run {
    #[command(flatten)]
    common: Common,
    /// Where to take mails.
    #[arg(long)]
    smtp: SocketAddr,
    /// File with application forms that are on record: ID,BIRTH-DATE in each line.
    #[arg(long)]
    forms: PathBuf,
    /// Photos that are sent in turn.
    #[arg(long, required = true)]
    photo: Vec<PathBuf>,
    /// The answer to every picture of the demonstration.
    #[arg(long, env = "SHINSEI_DEMO_CAPTCHA_ANSWER")]
    captcha: String,
}

#[derive(Args)]
struct Replay {
    #[command(flatten)]
    common: Common,
    /// Name of the run that was recorded.
    #[arg(long)]
    of: String,
}

// One thread is enough for the client, and leaves the rest of the machine to the servers.
#[tokio::main(flavor = "multi_thread", worker_threads = 1)]
async fn main() -> Result<(), Box<dyn Error>> {
    match Command::parse() {
        Command::Run(run) => portal(run).await,
        Command::Replay(replay) => bare(replay).await,
        Command::Table { results } => Ok(table::print(&result::read(&results)?)),
    }
}

async fn portal(run: Run) -> Result<(), Box<dyn Error>> {
    let sink = Arc::new(Sink::default());
    let listener = tokio::net::TcpListener::bind(run.smtp).await?;
    tokio::spawn(Arc::clone(&sink).serve(listener));
    let photos = run
        .photo
        .iter()
        .map(|file| Photo::read(file))
        .collect::<Result<_, _>>()?;
    let forms = fs::read_to_string(&run.forms)?
        .lines()
        .filter_map(Form::read)
        .collect();
    let doing = Doing::Apply {
        forms,
        photos,
        captcha: run.captcha,
        sink,
    };
    let attack = Attack::new(run.common.at.clone(), doing);
    let (mut result, recorded) = attack.run(&run.common.name, &measure(&run.common)).await?;
    result.photos = run
        .photo
        .iter()
        .map(|file| file.display().to_string())
        .collect();
    fs::write(&run.common.exchanges, serde_json::to_string(&recorded)?)?;
    result::add(&run.common.results, &result)?;
    table::print_run(&result);
    Ok(())
}

async fn bare(replay: Replay) -> Result<(), Box<dyn Error>> {
    let recorded = serde_json::from_str(&fs::read_to_string(&replay.common.exchanges)?)?;
    let attack = Attack::new(replay.common.at.clone(), Doing::Repeat { recorded });
    let (mut result, _) = attack
        .run(&replay.common.name, &measure(&replay.common))
        .await?;
    result.of = Some(replay.of);
    result::add(&replay.common.results, &result)?;
    table::print_run(&result);
    Ok(())
}

fn measure(common: &Common) -> attack::Measure {
    attack::Measure {
        processes: common.processes.clone(),
        beside: common.beside.clone(),
        applicants: common.applicants,
        seconds: common.seconds,
    }
}
