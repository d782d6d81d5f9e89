//! The files of the migrations keep to the rules of `docs/operations.md`, "Renewing the
//! program": a process of the version before goes on working beside the new one.

use std::fs;
use std::path::Path;

/// What would break a process of the version before, unless a migration is listed here
/// with a reason in its own text: the file's name, without the folder.
const CONTRACTING: [&str; 1] = [
    // Makes the outbox anew in a file, with a check less and the same columns.
    "0010_kinds_of_mail.sql",
];

/// The first migration begins from nothing: nobody works beside it.
const FIRST: &str = "0001_portal.sql";

/// The statements of a migration, in small letters, without comments.
fn statements(text: &str) -> Vec<String> {
    let plain: Vec<&str> = text
        .lines()
        .map(|line| line.split_once("--").map_or(line, |(code, _)| code))
        .collect();
    plain
        .join(" ")
        .to_lowercase()
        .split(';')
        .map(|statement| statement.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|statement| !statement.is_empty())
        .collect()
}

/// Why a process of the version before could not go on after this statement.
fn breaks(statement: &str) -> Option<&'static str> {
    let has = |words: &str| format!(" {statement} ").contains(&format!(" {words} "));
    // An index may go: only what is slower changes.
    if has("drop") && !statement.starts_with("drop index") {
        Some("drops what it asks for")
    } else if has("rename") {
        Some("renames what it asks for")
    } else if !statement.starts_with("alter table") {
        None
    } else if has("not null") && !has("default") {
        Some("wants a value that it does not give")
    } else if has("type") || has("set not null") || has("check") || has("unique") {
        Some("refuses what it writes")
    } else {
        None
    }
}

fn problems(text: &str) -> Vec<String> {
    let statements = statements(text);
    statements
        .iter()
        .filter_map(|statement| Some(format!("{}: {statement}", breaks(statement)?)))
        .collect()
}

#[test]
fn a_process_of_the_version_before_goes_on_after_every_migration() {
    for database in ["sqlite", "postgres"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("migrations")
            .join(database);
        for file in fs::read_dir(folder).unwrap() {
            let file = file.unwrap();
            let name = file.file_name().into_string().unwrap();
            if name != FIRST && !CONTRACTING.contains(&name.as_str()) {
                let found = problems(&fs::read_to_string(file.path()).unwrap());
                assert!(found.is_empty(), "{database}/{name}: {found:#?}");
            }
        }
    }
}

#[test]
fn what_would_break_it_is_found_in_the_text() {
    for statement in [
        "drop table links;",
        "alter table links\n  drop column ended;",
        "ALTER TABLE links RENAME COLUMN until TO ends_at;",
        "alter table links rename to doors;",
        "alter table links add column purpose text not null;",
        "alter table links alter column purpose set not null;",
        "alter table links alter column until type text;",
        "alter table links add unique (journey);",
        "select 1; drop table links",
    ] {
        assert_eq!(problems(statement).len(), 1, "{statement}");
    }
    for statement in [
        "create table notes (id text primary key not null, text text not null) strict;",
        "create index notes_by_id on notes (id);",
        "drop index notes_by_id;",
        "alter table links add column purpose text; -- drop it later",
        "alter table links add column purpose text not null default 'open';",
        "update links set purpose = 'open' where purpose is null;",
    ] {
        assert_eq!(problems(statement), [""; 0], "{statement}");
    }
}
