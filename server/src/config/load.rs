//! Reading the settings from where they are given.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::problem::{ConfigProblem, ConfigProblems, Origin, What};
use super::section::{Given, NotSet, Note};
use super::{Settings, Table};

/// The file that is read when none is named, if it is there.
pub const DEFAULT_FILE: &str = "shinsei.toml";

/// What introduces our variables in the environment; also between their parts.
const PREFIX: &str = "SHINSEI__";

/// Where settings are given.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The file, which then must be there.
    pub file: Option<PathBuf>,
    /// Names and values of the environment; other programs' are passed over, and
    /// so are empty ones, which is how container tools write "not set".
    pub environment: Vec<(OsString, OsString)>,
    /// Paths and values given by flags.
    pub flags: Vec<(String, String)>,
}

impl Sources {
    /// This process's environment, with the file named by the flags, or else
    /// [`DEFAULT_FILE`] if it is there.
    pub fn of_process(file: Option<PathBuf>, flags: Vec<(String, String)>) -> Self {
        let found = || Some(PathBuf::from(DEFAULT_FILE)).filter(|file| file.exists());
        Self {
            file: file.or_else(found),
            environment: std::env::vars_os().collect(),
            flags,
        }
    }
}

/// Reads the settings. That they fit together is for [`super::check`] to say.
///
/// # Errors
/// Everything that is wrong in the file, the environment and the flags, at once.
pub fn load(sources: &Sources) -> Result<Settings, ConfigProblems> {
    let mut reading = Reading::new();
    if let Some(file) = &sources.file {
        reading.file(file);
    }
    for (name, value) in &sources.environment {
        reading.variable(name, value);
    }
    for (path, value) in &sources.flags {
        reading.give(Origin::Flag, path.clone(), &Given::Text(value.clone()));
    }
    if reading.problems.is_empty() {
        Ok(reading.settings)
    } else {
        Err(ConfigProblems(reading.problems))
    }
}

/// The settings while they are read.
struct Reading {
    settings: Settings,
    tables: Vec<Table>,
    problems: Vec<ConfigProblem>,
}

impl Reading {
    fn new() -> Self {
        let settings = Settings::default();
        Self {
            tables: settings.tables(),
            settings,
            problems: Vec::new(),
        }
    }

    /// Notes that something is wrong.
    fn wrong(&mut self, place: Origin, path: String, what: What) {
        self.problems.push(ConfigProblem { place, path, what });
    }

    /// Sets one key, if it may come from there.
    fn give(&mut self, place: Origin, path: String, given: &Given) {
        let note = self
            .paths()
            .find(|(known, _)| *known == path)
            .map(|(_, note)| note);
        if note == Some(Note::Address) && place != Origin::Environment && given.holds_password() {
            let section = path.split('.').next().unwrap_or_default();
            return self.wrong(place, format!("{section}.password"), What::Exposed);
        }
        let what = if note == Some(Note::Environment) && place != Origin::Environment {
            What::Exposed
        } else {
            match self.settings.set(&path, given) {
                Ok(()) => return,
                Err(NotSet::Unknown) => What::Unknown(self.nearest(&path)),
                Err(NotSet::Wrong(message)) => What::Wrong(message),
            }
        };
        self.wrong(place, path, what);
    }

    fn paths(&self) -> impl Iterator<Item = (String, Note)> {
        self.tables
            .iter()
            .flat_map(Table::paths)
            .map(|(path, key)| (path, key.note))
    }

    /// The path that was probably meant: the same key in another section, or else
    /// the one that differs least, if it differs little.
    fn nearest(&self, path: &str) -> Option<String> {
        let key = path.rsplit('.').next().unwrap_or(path);
        let elsewhere = self
            .paths()
            .find(|(known, _)| known.rsplit('.').next() == Some(key));
        elsewhere.map(|(known, _)| known).or_else(|| {
            let differences = |known: &str| strsim::damerau_levenshtein(known, path);
            let near = self.paths().min_by_key(|(known, _)| differences(known));
            near.map(|(known, _)| known)
                .filter(|known| differences(known) <= path.len().div_ceil(3))
        })
    }

    /// Reads the configuration file.
    fn file(&mut self, file: &Path) {
        match std::fs::read_to_string(file) {
            Ok(text) => {
                self.text(file, &text);
                self.problems.sort_by_key(ConfigProblem::line);
            }
            Err(fault) => self.wrong(
                at(file, "", 0),
                String::new(),
                What::Unreadable(fault.kind()),
            ),
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "of all kinds of TOML values only the table is a section"
    )]
    fn text(&mut self, file: &Path, text: &str) {
        let table = match DeTable::parse(text) {
            Ok(table) => table.into_inner(),
            Err(fault) => {
                let start = fault.span().map_or(0, |span| span.start);
                let what = What::Syntax(fault.message().to_owned());
                return self.wrong(at(file, text, start), String::new(), what);
            }
        };
        for (name, value) in table {
            let place = at(file, text, name.span().start);
            let name = name.into_inner().into_owned();
            let span = value.span();
            match value.into_inner() {
                DeValue::Table(section) => self.section(place, &name, section, (file, text)),
                _ if self.is_section(&name) => {
                    let what =
                        What::Wrong(format!("is a section: write [{name}] and its keys below"));
                    self.wrong(place, name, what);
                }
                value => self.typed(place, name, toml::Spanned::new(span, value)),
            }
        }
    }

    fn section(
        &mut self,
        place: Origin,
        name: &str,
        keys: DeTable<'_>,
        (file, text): (&Path, &str),
    ) {
        if !self.is_section(name) {
            let near = self.tables.iter().map(|table| table.name);
            let near = near.min_by_key(|known| strsim::damerau_levenshtein(known, name));
            let near = near.filter(|known| strsim::damerau_levenshtein(known, name) <= 2);
            return self.wrong(
                place,
                name.to_owned(),
                What::Unknown(near.map(str::to_owned)),
            );
        }
        for (key, value) in keys {
            let place = at(file, text, key.span().start);
            self.typed(place, format!("{name}.{}", key.get_ref()), value);
        }
    }

    fn is_section(&self, name: &str) -> bool {
        !name.is_empty() && self.tables.iter().any(|table| table.name == name)
    }

    fn typed(&mut self, place: Origin, path: String, value: toml::Spanned<DeValue<'_>>) {
        match toml::Value::deserialize(ValueDeserializer::from(value)) {
            Ok(value) => self.give(place, path, &Given::Typed(value)),
            Err(fault) => self.wrong(place, path, What::Wrong(fault.message().to_owned())),
        }
    }

    /// Reads one variable of the environment.
    fn variable(&mut self, name: &OsString, value: &OsString) {
        let Some(path) = name.to_str().and_then(|name| name.strip_prefix(PREFIX)) else {
            return;
        };
        let path = path.to_lowercase().replacen("__", ".", 1);
        match value.to_str() {
            Some("") => {}
            Some(text) => self.give(Origin::Environment, path, &Given::Text(text.to_owned())),
            None => self.wrong(
                Origin::Environment,
                path,
                What::Syntax("is not UTF-8".to_owned()),
            ),
        }
    }
}

/// The place of the byte at this index of a file.
fn at(file: &Path, text: &str, index: usize) -> Origin {
    let before = text.as_bytes().iter().take(index);
    let line = 1 + before.filter(|byte| **byte == b'\n').count();
    Origin::File {
        file: file.to_owned(),
        line,
    }
}
