//! `shinsei forms`.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;
use rules::{ApplicationId, BirthDate, Language};

use super::{Failure, block_on, output};
use crate::config::Settings;
use crate::forms::{Sheet, pdf, read_import};
use crate::service::{FormOnRecord, FormsAdded};
use crate::setup::{Runtime, open};
use crate::store::Command;

#[derive(Debug, Subcommand)]
pub(super) enum FormsCommand {
    /// Issue new application forms and print their IDs
    Issue {
        /// How many
        #[arg(long, default_value_t = 1)]
        count: u32,
        /// Birth date of the persons they are for, as 1998-03-27 or 平成10年3月27日
        #[arg(long, value_name = "DATE")]
        birth_date: String,
    },
    /// Import forms from a CSV file: application ID, birth date
    Import {
        /// The file, or - for standard input
        file: PathBuf,
        /// Say what would happen and change nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Let the birth date of a form be tried again that was tried too often
    Unlock {
        /// Its application ID
        id: String,
    },
    /// Print forms with their QR codes into a PDF file
    Print {
        /// The PDF to write
        #[arg(long, value_name = "FILE", default_value = "forms.pdf")]
        output: PathBuf,
        /// The newest forms, so many
        #[arg(long, default_value_t = 10, conflicts_with = "id")]
        newest: u32,
        /// The form with this application ID; may be repeated
        #[arg(long, value_name = "ID")]
        id: Vec<String>,
    },
}

pub(super) fn run(command: FormsCommand, settings: &Settings) -> Result<ExitCode, Failure> {
    block_on(async {
        let runtime = open(settings).await?;
        match command {
            FormsCommand::Issue { count, birth_date } => issue(&runtime, count, &birth_date).await,
            FormsCommand::Import { file, dry_run } => import(&runtime, &file, dry_run).await,
            FormsCommand::Unlock { id } => unlock(&runtime, &id).await,
            FormsCommand::Print { output, newest, id } => {
                let ids = if id.is_empty() {
                    newest_ids(&runtime, newest).await?
                } else {
                    given_ids(&id)?
                };
                print(settings, &output, ids)
            }
        }
    })
}

async fn issue(runtime: &Runtime, count: u32, birth_date: &str) -> Result<ExitCode, Failure> {
    let today = runtime.service.now().japan_day();
    let birth_date = BirthDate::parse(birth_date, today)
        .map_err(|problem| format!("--birth-date cannot be read: {}", problem.kind()))?;
    let mut forms = Vec::new();
    for _ in 0..count {
        let id = runtime.service.new_application_id()?;
        forms.push(FormOnRecord { id, birth_date });
    }
    runtime.service.add_forms(&forms, false).await?;
    for form in &forms {
        output::line(form.id.as_str());
    }
    Ok(ExitCode::SUCCESS)
}

async fn import(runtime: &Runtime, file: &Path, dry_run: bool) -> Result<ExitCode, Failure> {
    let input: Box<dyn Read> = if file == Path::new("-") {
        Box::new(io::stdin())
    } else {
        Box::new(
            File::open(file).map_err(|error| format!("cannot open {}: {error}", file.display()))?,
        )
    };
    let read = read_import(input, runtime.service.now().japan_day());
    for problem in &read.problems {
        output::problem(&problem.to_string());
    }
    if !read.problems.is_empty() {
        output::problem(&format!(
            "{} lines have problems; nothing was imported.",
            read.problems.len()
        ));
        return Ok(ExitCode::FAILURE);
    }
    let forms: Vec<FormOnRecord> = read
        .rows
        .into_iter()
        .map(|row| FormOnRecord {
            id: row.id,
            birth_date: row.birth_date,
        })
        .collect();
    let added = runtime.service.add_forms(&forms, dry_run).await?;
    Ok(report(&added, dry_run))
}

fn report(added: &FormsAdded, dry_run: bool) -> ExitCode {
    let would = if dry_run { "would be added" } else { "added" };
    output::line(&format!(
        "{} {would}, {} known already",
        added.added, added.known
    ));
    for id in &added.contradicting {
        output::problem(&format!(
            "the form ending in {} is known with another birth date and was left as it is",
            id.last_four()
        ));
    }
    if added.contradicting.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

async fn unlock(runtime: &Runtime, id: &str) -> Result<ExitCode, Failure> {
    let id = ApplicationId::parse(id)
        .map_err(|problem| format!("this is no application ID: {}", problem.kind()))?;
    if runtime.service.unlock_form(&id).await? {
        output::line(&format!(
            "The form ending in {} is unlocked.",
            id.last_four()
        ));
        Ok(ExitCode::SUCCESS)
    } else {
        output::problem("no form with this application ID was issued");
        Ok(ExitCode::FAILURE)
    }
}

async fn newest_ids(runtime: &Runtime, newest: u32) -> Result<Vec<ApplicationId>, Failure> {
    let command = Command::PrintForms(newest.into());
    runtime.service.record_command(command).await?;
    Ok(runtime
        .service
        .newest_forms(newest)
        .await?
        .into_iter()
        .map(|form| form.id)
        .collect())
}

fn given_ids(given: &[String]) -> Result<Vec<ApplicationId>, Failure> {
    given
        .iter()
        .map(|text| {
            ApplicationId::parse(text)
                .map_err(|problem| format!("--id is no application ID: {}", problem.kind()).into())
        })
        .collect()
}

fn print(settings: &Settings, file: &Path, ids: Vec<ApplicationId>) -> Result<ExitCode, Failure> {
    let base = settings.http.base_url.as_str();
    let office = &settings.office;
    let lines = [
        office.name.as_str(),
        office.phone.as_str(),
        office.hours.as_str(),
    ];
    let sheets: Vec<Sheet> = ids
        .into_iter()
        .map(|id| Sheet {
            address: format!("{base}/apply/{}", id.as_str()),
            office: lines.join("\n"),
            id,
            language: Language::default(),
        })
        .collect();
    fs::write(file, pdf(&sheets)?)?;
    output::line(&format!(
        "{} forms printed into {}",
        sheets.len(),
        file.display()
    ));
    Ok(ExitCode::SUCCESS)
}
