//! The terms of use, from the operator's file or the ones that come with the portal.

use std::path::Path;

use app::applicant::portal::{Terms, TermsSection};
use rules::{TermsVersion, TermsVersionProblem};
use serde::Deserialize;

/// The terms that come with the portal.
const EMBEDDED: &str = include_str!("../letters/ja/terms.toml");

/// A terms file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TermsFault {
    /// The file cannot be read.
    #[error("journey.terms_file cannot be read")]
    Read(#[from] std::io::Error),
    /// It is not written as terms are.
    #[error("journey.terms_file is not written as terms are")]
    Shape(#[from] toml::de::Error),
    /// Its version cannot be recorded.
    #[error("journey.terms_file: version must be letters, digits, dots and hyphens ({0:?})")]
    Version(TermsVersionProblem),
    /// Nothing stands in it.
    #[error("journey.terms_file has no section")]
    Empty,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TermsFile {
    version: String,
    #[serde(default)]
    section: Vec<SectionFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionFile {
    heading: String,
    paragraphs: Vec<String>,
}

/// Reads a terms file, or the terms that come with the portal.
///
/// # Errors
/// [`TermsFault`].
pub fn read_terms(file: Option<&Path>) -> Result<Terms, TermsFault> {
    match file {
        None => parse(EMBEDDED),
        Some(file) => parse(&std::fs::read_to_string(file)?),
    }
}

fn parse(text: &str) -> Result<Terms, TermsFault> {
    let file: TermsFile = toml::from_str(text)?;
    let version = TermsVersion::parse(&file.version).map_err(TermsFault::Version)?;
    if file.section.is_empty() {
        return Err(TermsFault::Empty);
    }
    let section = |read: SectionFile| TermsSection {
        heading: read.heading,
        paragraphs: read.paragraphs,
    };
    Ok(Terms {
        version,
        sections: file.section.into_iter().map(section).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_terms_that_come_with_the_portal_can_be_read() {
        let terms = read_terms(None).unwrap();
        assert!(terms.sections.len() >= 5);
    }

    #[test]
    fn a_file_that_is_no_terms_is_refused() {
        assert!(matches!(parse("version = '1'"), Err(TermsFault::Empty)));
        assert!(matches!(
            parse("version = '第1版'"),
            Err(TermsFault::Version(_))
        ));
        assert!(matches!(parse("versoin = '1'"), Err(TermsFault::Shape(_))));
        assert!(matches!(
            read_terms(Some(Path::new("/no/such/file"))),
            Err(TermsFault::Read(_))
        ));
    }
}
