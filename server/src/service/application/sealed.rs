//! An application as it is sealed: JSON that says in which form it is.
//!
//! The number of the form stands inside the stage, beside what the stage holds. A process of
//! the version before passes over it, and goes on with what a newer one wrote
//! (`docs/operations.md`, "Renewing the program").

use std::collections::BTreeMap;

use rules::application::Journey;
use serde::Deserialize;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::random::Random;
use crate::seal::{Key, Place, SealError, open, seal};
use crate::service::Fault;
use crate::store::JourneyId;

/// The form that is written. Raised when what is written cannot be read by a reader of the
/// form before, or would be misread; the forms before are then read on.
const FORM: u32 = 1;

/// Where the number of the form stands.
const FORM_FIELD: &str = "form_version";

/// What is read before anything else: the form of the one stage.
#[derive(Deserialize)]
struct Stage {
    form_version: Option<u32>,
}

fn place(id: &JourneyId) -> Place<'_> {
    Place {
        table: "journeys",
        row: id.as_str(),
        column: "sealed",
    }
}

/// Seals an application.
pub(in crate::service) fn seal_application(
    key: &Key,
    id: &JourneyId,
    journey: &Journey,
    random: &dyn Random,
) -> Result<Vec<u8>, SealError> {
    let clear = Zeroizing::new(written(journey)?);
    seal(key, place(id), &clear, random)
}

/// Opens an application in any form up to the one that is written; the first had no number.
pub(in crate::service) fn open_application(
    key: &Key,
    id: &JourneyId,
    sealed: &[u8],
) -> Result<Journey, Fault> {
    let clear = open(key, place(id), sealed)?;
    let form = form(&clear)?;
    if form > FORM {
        return Err(Fault::NewerForm { form });
    }
    Ok(serde_json::from_slice(&clear).map_err(SealError::from)?)
}

fn written(journey: &Journey) -> Result<Vec<u8>, SealError> {
    let mut value = serde_json::to_value(journey)?;
    let stages = value.as_object_mut().into_iter();
    for stage in stages.flat_map(serde_json::Map::values_mut) {
        if let Some(fields) = stage.as_object_mut() {
            fields.insert(FORM_FIELD.to_owned(), Value::from(FORM));
        }
    }
    Ok(serde_json::to_vec(&value)?)
}

/// The number of the form; 0 where there is none.
fn form(clear: &[u8]) -> Result<u32, SealError> {
    let stages: BTreeMap<String, Stage> = serde_json::from_slice(clear)?;
    let numbers = stages.into_values().filter_map(|stage| stage.form_version);
    Ok(numbers.max().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use rules::application::{FormGiven, GivenBy, Registration};
    use rules::{
        Agreement, Applicant, ApplicationId, Contact, ContactName, Language, MailAddress, Moment,
        TermsVersion,
    };

    use super::*;
    use crate::random::SeededRandom;

    fn registered() -> Journey {
        Journey::Registered(Registration {
            form: FormGiven {
                id: ApplicationId::parse(&"1".repeat(23)).unwrap(),
                by: GivenBy::Typed,
            },
            agreement: Agreement {
                applicant: Applicant::Myself,
                terms: TermsVersion::parse("1").unwrap(),
                at: Moment(1),
            },
            contact: Contact {
                name: ContactName::parse("番号太郎").unwrap(),
                mail: MailAddress::parse("taro@example.jp").unwrap(),
                language: Language::default(),
            },
        })
    }

    /// What opens of this text.
    fn opened(clear: &[u8]) -> Result<Journey, Fault> {
        let (key, random) = (Key::new([1; 32]), SeededRandom::new(1));
        let id = JourneyId::random(&random).unwrap();
        let sealed = seal(&key, place(&id), clear, &random).unwrap();
        open_application(&key, &id, &sealed)
    }

    #[test]
    fn what_is_written_says_its_form_and_a_reader_of_the_version_before_passes_over_it() {
        let text = written(&registered()).unwrap();
        assert_eq!(form(&text).unwrap(), FORM);
        assert_eq!(opened(&text).unwrap(), registered());
        let before: Journey = serde_json::from_slice(&text).unwrap();
        assert_eq!(before, registered());
    }

    #[test]
    fn what_has_no_number_is_the_first_form() {
        let text = serde_json::to_vec(&registered()).unwrap();
        assert_eq!(form(&text).unwrap(), 0);
        assert_eq!(opened(&text).unwrap(), registered());
    }

    #[test]
    fn a_newer_form_is_a_fault_and_not_a_guess() {
        let text = String::from_utf8(written(&registered()).unwrap()).unwrap();
        let newer = text.replace("\"form_version\":1", "\"form_version\":2");
        assert_ne!(newer, text);
        let told = opened(newer.as_bytes());
        assert!(
            matches!(told, Err(Fault::NewerForm { form: 2 })),
            "{told:?}"
        );
    }
}
