//! What the operator decides: settings in sections, one file each.
//!
//! A value comes from the first of these that gives it: a flag, the environment
//! (`SHINSEI__SECTION__KEY`), the configuration file, the default. An unknown key
//! is an error in all of them.
//!
//! All defaults together are a working demonstration, except [`Mode`], whose
//! default is the strict one. Whoever forgets to say something therefore gets a
//! list of what is missing ([`check`]) and never a demonstration that people
//! apply to; the demonstration has to be asked for (`shinsei demo`).

mod check;
mod database;
mod database_url;
mod http;
mod journey;
mod kinds;
mod limits;
mod load;
mod mail;
mod office;
mod photos;
mod problem;
mod retention;
mod sample;
mod secrets;
mod section;
mod telemetry;
#[cfg(test)]
mod tests;

pub use check::check;
pub use database::{Database, DatabaseTls};
pub use database_url::{DatabasePlace, DatabaseServer, DatabaseUrl, DatabaseUrlProblem};
pub use http::Http;
pub use journey::Journey;
pub use kinds::{BaseUrl, BaseUrlProblem, Count, Line, LineProblem, Secret, SecretProblem};
pub use limits::Limits;
pub use load::{DEFAULT_FILE, Sources, load};
pub use mail::{Mail, Tls, TransportKind};
pub use office::Office;
pub use photos::{PhotoPlace, Photos};
pub use problem::{ConfigProblem, ConfigProblems, Origin, What};
pub use retention::Retention;
pub use sample::sample;
pub use secrets::{GivenKeys, KEY_BYTES, KeyBytes, KeyProblem, Secrets};
pub use telemetry::{LogFormat, LogLevel, Telemetry};

use section::{Given, Key, NotSet, Section, section};
use serde::{Deserialize, Serialize};

section! {
    /// Settings of the portal. A value comes from the first of these that gives it: a
    /// flag, the environment (`SHINSEI__HTTP__ADDRESS` for `address` under `[http]`),
    /// this file, the default. Relative paths start from the working directory.
    Top {
        /// "production" refuses to start with anything that is fit for a demonstration
        /// only; "demo" shows a banner and everybody's mails at /demo/mail.
        mode: Mode = Mode::Production;
    }
}

/// What the portal is run for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// For people who apply: [`check`] refuses demonstration mail, a missing key,
    /// sample values and an address without https.
    Production,
    /// To look at: all defaults will do.
    Demo,
}

/// A section as the sample, the check for unknown keys and the suggestions see it.
struct Table {
    name: &'static str,
    about: &'static [&'static str],
    keys: &'static [Key],
    /// Values as TOML, in the order of `keys`.
    shown: Vec<Option<String>>,
}

impl Table {
    fn of<S: Section>(name: &'static str, section: &S) -> Self {
        Self {
            name,
            about: S::ABOUT,
            keys: S::KEYS,
            shown: section.shown(),
        }
    }

    /// Paths of the keys, with the keys.
    fn paths(&self) -> impl Iterator<Item = (String, &'static Key)> {
        self.keys.iter().map(|key| match self.name {
            "" => (key.name.to_owned(), key),
            section => (format!("{section}.{}", key.name), key),
        })
    }
}

/// Makes [`Settings`] of the sections, each under its name.
macro_rules! settings {
    ($($name:ident: $section:ident,)+) => {
        /// All that the operator decides.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Settings {
            /// What the portal is run for.
            pub mode: Mode,
            $(#[doc = concat!("The section `[", stringify!($name), "]`.")] pub $name: $section,)+
        }

        impl Default for Settings {
            fn default() -> Self {
                Self { mode: Top::default().mode, $($name: $section::default(),)+ }
            }
        }

        impl Settings {
            fn set_in(&mut self, section: &str, key: &str, given: &Given) -> Result<(), NotSet> {
                match section {
                    $(stringify!($name) => self.$name.set(key, given),)+
                    _ => Err(NotSet::Unknown),
                }
            }

            fn tables(&self) -> Vec<Table> {
                vec![
                    Table::of("", &Top { mode: self.mode }),
                    $(Table::of(stringify!($name), &self.$name),)+
                ]
            }
        }
    };
}

settings! {
    http: Http,
    office: Office,
    secrets: Secrets,
    database: Database,
    photos: Photos,
    mail: Mail,
    journey: Journey,
    limits: Limits,
    retention: Retention,
    telemetry: Telemetry,
}

impl Settings {
    /// Whether this is for people who apply.
    pub fn is_production(&self) -> bool {
        self.mode == Mode::Production
    }

    /// Sets the key with this path.
    fn set(&mut self, path: &str, given: &Given) -> Result<(), NotSet> {
        if let Some((section, key)) = path.split_once('.') {
            return self.set_in(section, key, given);
        }
        let mut top = Top { mode: self.mode };
        top.set(path, given)?;
        self.mode = top.mode;
        Ok(())
    }
}
