//! The configuration file that says all that can be said.

use super::problem::variable;
use super::section::{Key, Note};
use super::{Settings, Table};

/// A complete configuration file: every section, every key with what its doc
/// comment says and its default. All keys are commented out (`#key = value`), so
/// that the file as it is changes nothing and a later default is not held back.
pub fn sample() -> String {
    let mut text = String::new();
    for table in Settings::default().tables() {
        write_table(&mut text, &table);
    }
    text
}

fn write_table(text: &mut String, table: &Table) {
    if table.name.is_empty() {
        write_about(text, table.about);
    } else {
        text.push('\n');
        write_about(text, table.about);
        text.extend(["[", table.name, "]\n"]);
    }
    for ((path, key), shown) in table.paths().zip(&table.shown) {
        text.push('\n');
        write_about(text, key.about);
        text.push_str(&line_of(&path, key, shown.as_deref()));
    }
}

/// The line of one key. Secrets have none in a file: the variable is named instead.
fn line_of(path: &str, key: &Key, shown: Option<&str>) -> String {
    match (key.note, shown) {
        (Note::Environment, _) => format!("# Only in the environment: {}\n", variable(path)),
        (_, Some(value)) => format!("#{} = {value}\n", key.name),
        (Note::Example(example), None) => format!("#{} = \"{example}\"\n", key.name),
        (Note::Plain | Note::Address, None) => String::new(),
    }
}

/// Doc comments keep the space after the slashes, which here follows the hash.
fn write_about(text: &mut String, about: &[&str]) {
    for line in about {
        text.extend(["#", line, "\n"]);
    }
}
