//! The settings as an operator meets them.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

mod contradictions;
mod database;
mod kinds;
mod loading;
mod sample;
mod secrets;

use super::*;

const KEY: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

fn environment(pairs: &[(&str, &str)]) -> Sources {
    let environment = pairs
        .iter()
        .map(|(name, value)| (OsString::from(name), OsString::from(value)))
        .collect();
    Sources {
        environment,
        ..Sources::default()
    }
}

fn file(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn problems(sources: &Sources) -> Vec<String> {
    load(sources)
        .unwrap_err()
        .0
        .iter()
        .map(ToString::to_string)
        .collect()
}

/// Loads a file with this text; problems begin with `f:LINE: `.
fn problems_of_file(text: &str) -> Vec<String> {
    let folder = folder();
    let file = file(folder.path(), "f", text);
    let sources = Sources {
        file: Some(file.clone()),
        ..Sources::default()
    };
    let name = file.display().to_string();
    problems(&sources)
        .iter()
        .map(|problem| problem.replace(&name, "f"))
        .collect()
}

fn paths(problems: &[ConfigProblem]) -> Vec<&str> {
    problems
        .iter()
        .map(|problem| problem.path.as_str())
        .collect()
}

/// Settings that production takes.
fn production(folder: &Path) -> Sources {
    let text = format!(
        "mode = \"production\"\n\
         [http]\nbase_url = \"https://card.town.lg.jp\"\n\
         [office]\nname = \"Town\"\nphone = \"0120\"\nhours = \"9-17\"\n\
         [secrets]\nkey_file = \"{}\"\n\
         [mail]\ntransport = \"smtp\"\nhost = \"mail.town.lg.jp\"\nfrom = \"card@town.lg.jp\"\n",
        file(folder, "key", &format!("{KEY}\n")).display()
    );
    Sources {
        file: Some(file(folder, "shinsei.toml", &text)),
        ..Sources::default()
    }
}
