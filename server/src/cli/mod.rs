//! The command line. It speaks English: it is for the people who run the portal.

mod applications;
mod audit;
mod backup;
mod config;
mod demo;
mod doctor;
mod forms;
mod judge;
mod key;
mod logging;
mod mail;
mod outbox;
mod output;
mod photo;
mod purge;
mod serve;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::{ConfigProblems, Settings, Sources, load};
use crate::private;

/// Online application for photo ID cards.
#[derive(Debug, Parser)]
#[command(
    name = "shinsei",
    version,
    about,
    arg_required_else_help = true,
    propagate_version = true
)]
struct Arguments {
    /// Configuration file [default: shinsei.toml, if it is there]
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Sets one key, before file and environment: --set http.address=0.0.0.0:8080
    #[arg(long, global = true, value_name = "KEY=VALUE", value_parser = key_and_value)]
    set: Vec<(String, String)>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Answer browsers; also send mail and keep house unless told not to
    Serve {
        /// Leave mail and housekeeping to a `shinsei work` elsewhere
        #[arg(long)]
        no_work: bool,
    },
    /// Send mail and keep house only
    Work,
    /// Create the database or bring it up to date
    Migrate,
    /// Application forms: issue, import, print
    #[command(subcommand)]
    Forms(forms::FormsCommand),
    /// Applications that were sent in: list them, hand them over to the office
    #[command(subcommand)]
    Applications(applications::ApplicationsCommand),
    /// Delete what has been kept long enough, as housekeeping does
    Purge {
        /// Say how much would be deleted and delete nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Copy database and photos into a new folder, while the portal goes on
    Backup {
        /// The folder; it must not be there, or be empty
        folder: PathBuf,
    },
    /// Put a backup back, where there is nothing yet
    Restore {
        /// The folder of the backup
        folder: PathBuf,
        /// Put it back although nothing shows that it was made under the operator's key:
        /// whoever could write into the folder may have made up or changed everything in it.
        /// Needed for backups made without a key or by a version before this
        #[arg(long)]
        unauthenticated: bool,
    },
    /// Look whether everything kept opens with the key, and every photo is there
    Verify {
        /// Look at the files of a backup instead
        #[arg(long, value_name = "FOLDER")]
        backup: Option<PathBuf>,
        /// Compare the files of a backup with its manifest although nothing shows that this was
        /// written under the operator's key: tells damage, not forgery
        #[arg(long, requires = "backup")]
        unauthenticated: bool,
    },
    /// The operator's key: make another, say what is under which, change over
    #[command(subcommand)]
    Key(key::KeyCommand),
    /// The audit log: verify its chain, list its entries
    #[command(subcommand)]
    Audit(audit::AuditCommand),
    /// Photos: check and trim files without the portal
    #[command(subcommand)]
    Photo(photo::PhotoCommand),
    /// Configuration: print a sample, check what is set
    #[command(subcommand)]
    Config(config::ConfigCommand),
    /// Mail: try whether it arrives, see what waits or was given up
    #[command(subcommand)]
    Mail(mail::MailCommand),
    /// Look for what is wrong with the set-up and say what to do
    Doctor,
    /// Say what date a text stands for, or why it is no birth date
    BirthDate(judge::BirthDateArguments),
    /// Say how a name, mail address or application ID would be kept, or why it is refused
    Check(judge::CheckArguments),
    /// Try everything: embedded database, ten forms, mail readable at /demo/mail
    Demo {
        /// Where the demonstration keeps its data
        #[arg(long, value_name = "FOLDER", default_value = ".data")]
        data: PathBuf,
        /// Address and port to listen on
        #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:3000")]
        address: std::net::SocketAddr,
    },
}

/// What ended a command early, in words for the operator.
pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;

fn key_and_value(text: &str) -> Result<(String, String), String> {
    let (key, value) = text
        .split_once('=')
        .ok_or("must be KEY=VALUE, such as http.address=0.0.0.0:8080")?;
    Ok((key.to_owned(), value.to_owned()))
}

/// Runs the command the process was started with.
pub fn run() -> ExitCode {
    private::by_default();
    match dispatch(Arguments::parse()) {
        Ok(code) => code,
        Err(failure) => {
            output::problem(&format!("shinsei: {failure}"));
            let mut cause = failure.source();
            while let Some(error) = cause {
                output::problem(&format!("  because: {error}"));
                cause = error.source();
            }
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: Arguments) -> Result<ExitCode, Failure> {
    let settings = || read_settings(arguments.config.clone(), arguments.set.clone());
    match arguments.command {
        Command::Serve { no_work } => serve::serve(&settings()?, !no_work),
        Command::Work => serve::work(&settings()?),
        Command::Migrate => serve::migrate(&settings()?),
        Command::Forms(command) => forms::run(command, &settings()?),
        Command::Applications(command) => applications::run(command, &settings()?),
        Command::Audit(command) => audit::run(&command, &settings()?),
        Command::Purge { dry_run } => purge::run(&settings()?, dry_run),
        Command::Backup { folder } => backup::make(&folder, &settings()?),
        Command::Restore {
            folder,
            unauthenticated,
        } => backup::restore(&folder, &settings()?, unauthenticated),
        Command::Verify { backup: None, .. } => backup::verify(&settings()?),
        Command::Verify {
            backup: Some(folder),
            unauthenticated,
        } => backup::verify_backup(&folder, &settings()?, unauthenticated),
        Command::Key(command) => key::run(command, settings),
        Command::Photo(command) => photo::run(command),
        Command::Config(command) => Ok(config::run(&command, settings)),
        Command::Mail(command) => mail::run(command, &settings()?),
        Command::Doctor => doctor::run(&settings()?),
        Command::BirthDate(arguments) => judge::birth_date(&arguments),
        Command::Check(arguments) => judge::check(&arguments),
        Command::Demo { data, address } => demo::run(&data, address, |flags| {
            read_settings(
                arguments.config.clone(),
                [flags, arguments.set.clone()].concat(),
            )
        }),
    }
}

fn read_settings(
    file: Option<PathBuf>,
    flags: Vec<(String, String)>,
) -> Result<Settings, ConfigProblems> {
    load(&Sources::of_process(file, flags))
}

/// Runs a future to its end on all cores.
fn block_on<T>(future: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?
        .block_on(future)
}
