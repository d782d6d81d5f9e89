//! `shinsei config`.

use std::process::ExitCode;

use clap::Subcommand;

use super::output;
use crate::config::{ConfigProblems, Settings, check, sample};

#[derive(Debug, Subcommand)]
pub(super) enum ConfigCommand {
    /// Print a configuration file with every key, its meaning and its default
    Sample,
    /// Say everything that is wrong with what is set
    Check,
}

pub(super) fn run(
    command: &ConfigCommand,
    settings: impl Fn() -> Result<Settings, ConfigProblems>,
) -> ExitCode {
    match command {
        ConfigCommand::Sample => output::line(sample().trim_end()),
        ConfigCommand::Check => {
            let problems = match settings() {
                Ok(settings) => check(&settings),
                Err(ConfigProblems(problems)) => problems,
            };
            if problems.is_empty() {
                output::line("The configuration is in order.");
            } else {
                output::problem(&ConfigProblems(problems).to_string());
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}
