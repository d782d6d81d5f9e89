//! What can be wrong with a configuration.

use std::fmt;
use std::path::PathBuf;

/// One thing that is wrong. Prints as one line that says where, what and, where
/// it is known, what was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigProblem {
    /// Where it was given.
    pub place: Origin,
    /// The key's path, `http.address`; empty when a whole file is meant.
    pub path: String,
    /// What is wrong.
    pub what: What,
}

/// Where a value was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// In a line of a file, counted from 1.
    File {
        /// The file.
        file: PathBuf,
        /// The line.
        line: usize,
    },
    /// In the environment.
    Environment,
    /// By a flag.
    Flag,
    /// The value in force, wherever it comes from.
    InForce,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The file cannot be read.
    Unreadable(std::io::ErrorKind),
    /// The file is not TOML, or the variable not UTF-8.
    Syntax(String),
    /// There is no such key or section; the nearest path that exists.
    Unknown(Option<String>),
    /// The value is not one of this key.
    Wrong(String),
    /// A secret stands where others can read it.
    Exposed,
    /// The value does not fit the mode or another value.
    Unfit(String),
}

/// The name of the environment variable for a path.
pub(super) fn variable(path: &str) -> String {
    format!("SHINSEI__{}", path.replace('.', "__").to_uppercase())
}

impl fmt::Display for ConfigProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Origin::File { file, line } if self.path.is_empty() => {
                write!(f, "{}:{line}: ", file.display())?;
            }
            Origin::File { file, line } => write!(f, "{}:{line}: {}: ", file.display(), self.path)?,
            Origin::Environment => write!(f, "{}: ", variable(&self.path))?,
            Origin::Flag => write!(f, "flag for {}: ", self.path)?,
            Origin::InForce => write!(f, "{}: ", self.path)?,
        }
        self.write_what(f)
    }
}

impl ConfigProblem {
    /// The line it is in, if it is in a file.
    pub(super) fn line(&self) -> Option<usize> {
        match self.place {
            Origin::File { line, .. } => Some(line),
            Origin::Environment | Origin::Flag | Origin::InForce => None,
        }
    }

    fn write_what(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.what {
            What::Unreadable(kind) => write!(f, "cannot be read ({kind})"),
            What::Syntax(message) | What::Wrong(message) | What::Unfit(message) => {
                f.write_str(message)
            }
            What::Unknown(None) => f.write_str("there is no such setting"),
            What::Unknown(Some(near)) if self.place == Origin::Environment => {
                write!(
                    f,
                    "there is no such setting; did you mean {}?",
                    variable(near)
                )
            }
            What::Unknown(Some(near)) => {
                write!(f, "there is no such setting; did you mean {near}?")
            }
            What::Exposed => write!(
                f,
                "a secret may only come from the environment ({}) or from a file ({}_file)",
                variable(&self.path),
                self.path
            ),
        }
    }
}

/// All that is wrong with a configuration, one line each; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigProblems(pub Vec<ConfigProblem>);

impl fmt::Display for ConfigProblems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            let line_end = if index == 0 { "" } else { "\n" };
            write!(f, "{line_end}{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ConfigProblems {}
