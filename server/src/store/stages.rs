//! The stages of applications, as the tables know them.

use rules::application::{CaseStage, Stage};

/// What becomes of an application at a stage when it is old.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Age {
    /// Its link was never opened.
    Unverified,
    /// It was begun and not sent in.
    Unfinished,
    /// It was sent in: it goes only when the office took it over.
    Submitted,
}

/// The condition of the applications that were sent in, word for word as the indexes have it.
macro_rules! sent_in {
    () => {
        "stage = 'submitted'"
    };
}
pub(super) use sent_in;

/// None of the stages before there is an application.
pub(super) fn age(stage: Stage) -> Option<Age> {
    match stage {
        Stage::Arrived | Stage::Identified | Stage::Agreed | Stage::Addressed => None,
        Stage::Registered => Some(Age::Unverified),
        Stage::Opened | Stage::Pictured | Stage::Photographed | Stage::Described => {
            Some(Age::Unfinished)
        }
        Stage::Submitted => Some(Age::Submitted),
    }
}

/// The stage of an application with this name.
pub(super) fn named(name: &str) -> Option<Stage> {
    let mut of_applications = Stage::ALL.into_iter().filter(|stage| age(*stage).is_some());
    of_applications.find(|stage| stage.name() == name)
}

/// The stages of this age as a list for a statement.
pub(super) fn list(of: Age) -> String {
    let stages = Stage::ALL.into_iter();
    quoted(
        stages
            .filter(|stage| age(*stage) == Some(of))
            .map(Stage::name),
    )
}

/// The stage of a case with this name.
pub(super) fn case_named(name: &str) -> Option<CaseStage> {
    let mut all = CaseStage::ALL.into_iter();
    all.find(|stage| stage.name() == name)
}

/// The stages of cases of which this holds, as a list for a statement.
pub(super) fn cases(of: impl Fn(CaseStage) -> bool) -> String {
    let stages = CaseStage::ALL.into_iter();
    quoted(stages.filter(|stage| of(*stage)).map(CaseStage::name))
}

fn quoted(names: impl Iterator<Item = &'static str>) -> String {
    let names: Vec<_> = names.map(|name| format!("'{name}'")).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use rules::application::HoldsPhoto;

    use super::*;

    #[test]
    #[expect(clippy::as_conversions, reason = "the place of a stage among its kind")]
    fn every_stage_of_an_application_is_in_one_list() {
        assert_eq!(list(Age::Unverified), "'registered'");
        assert_eq!(
            list(Age::Unfinished),
            "'opened', 'pictured', 'photographed', 'described'"
        );
        assert_eq!(list(Age::Submitted), "'submitted'");
        for stage in Stage::ALL {
            assert_eq!(named(stage.name()), age(stage).map(|_| stage));
            assert_eq!(stage.is_registered(), age(stage).is_some());
            assert_eq!(stage.has_receipt(), age(stage) == Some(Age::Submitted));
        }
        for stage in CaseStage::ALL {
            assert_eq!(case_named(stage.name()), Some(stage));
        }
        assert_eq!(sent_in!(), format!("stage = {}", list(Age::Submitted)));
        // In their order, none twice.
        let places = std::array::from_fn(|n| n);
        assert_eq!(Stage::ALL.map(|stage| stage as usize), places);
        let places = std::array::from_fn(|n| n);
        assert_eq!(CaseStage::ALL.map(|stage| stage as usize), places);
    }

    /// The text of a migration, its blanks made one.
    fn migration(of: &str, name: &str) -> String {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
        let text = std::fs::read_to_string(file.join(of).join(name)).unwrap();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_checks_and_indexes_of_the_tables_have_the_stages_of_the_rules() {
        let of = |holds: fn(Stage) -> bool| {
            let stages = Stage::ALL.into_iter().filter(|stage| stage.is_registered());
            quoted(stages.filter(|stage| holds(*stage)).map(Stage::name))
        };
        let all = of(|_| true);
        let never = of(|stage| stage.holds_photo() == HoldsPhoto::Never);
        let always = of(|stage| stage.holds_photo() == HoldsPhoto::Always);
        let sent_in = of(Stage::has_receipt);
        let free = cases(CaseStage::frees_form);
        for database in ["sqlite", "postgres"] {
            let first = migration(database, "0001_portal.sql");
            for check in [
                format!("check (stage in ({all}))"),
                format!("check ((stage = {sent_in}) = (receipt is not null))"),
                format!("check (photo_key is null or stage not in ({never}))"),
                format!("check (photo_key is not null or stage <> {always})"),
            ] {
                assert!(first.contains(&check), "{database}: {check}");
            }
            let ninth = migration(database, "0009_facts_and_actors.sql");
            let index = format!(
                "where {} and coalesce(case_stage, 'received') not in ({free})",
                sent_in!()
            );
            assert!(ninth.contains(&index), "{database}: {index}");
            let index = format!("where {} and case_stage in ({free})", sent_in!());
            assert!(ninth.contains(&index), "{database}: {index}");
        }
    }
}
