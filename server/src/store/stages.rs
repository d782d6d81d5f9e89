//! The stages of applications, as the tables know them.

use rules::application::Stage;

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

const ALL: [Stage; 10] = [
    Stage::Arrived,
    Stage::Identified,
    Stage::Agreed,
    Stage::Addressed,
    Stage::Registered,
    Stage::Opened,
    Stage::Pictured,
    Stage::Photographed,
    Stage::Described,
    Stage::Submitted,
];

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
    let mut of_applications = ALL.into_iter().filter(|stage| age(*stage).is_some());
    of_applications.find(|stage| stage.name() == name)
}

/// The stages of this age as a list for a statement.
pub(super) fn list(of: Age) -> String {
    let stages = ALL.into_iter().filter(|stage| age(*stage) == Some(of));
    let names: Vec<_> = stages.map(|stage| format!("'{}'", stage.name())).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
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
        for stage in ALL {
            assert_eq!(named(stage.name()), age(stage).map(|_| stage));
        }
        // In their order, none twice; a stage that is added asks for its age beside the list.
        assert_eq!(ALL.map(|stage| stage as usize), std::array::from_fn(|n| n));
    }
}
