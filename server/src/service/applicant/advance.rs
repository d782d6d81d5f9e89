//! Moving an application on by what its applicant did, and writing it down.

use app::refusal::Refusal;
use rules::application::{Actor, ApplicantEvent, Journey, Refused, Transition};
use rules::form::{Field, FormProblems, Problem};

use crate::seal::{Key, Purpose};
use crate::service::application::loaded::{saved_case, submitted_receipt};
use crate::service::application::photo::vault_key;
use crate::service::application::sealed::seal_application;
use crate::service::{ApplicantRequest, Fault, LoadedApplication, Stop};
use crate::store::{Act, JourneyId, SavedJourney, Write};

impl ApplicantRequest {
    /// A new application at the stage the draft has reached, and its effects.
    pub(in crate::service) fn open_new(
        &self,
        transition: Transition,
    ) -> Result<(JourneyId, Vec<Write>), Stop> {
        let Transition { next, effects } = transition;
        let (service, now) = (&self.service, self.now());
        let id = JourneyId::random(&*service.random)?;
        let key = Key::random(&*service.random)?;
        let form = next.form().ok_or(Fault::Missing { table: "forms" })?;
        let saved = SavedJourney {
            version: 1,
            stage: next.stage().name(),
            form_digest: service
                .keys
                .digest(Purpose::Form, form.id.as_str().as_bytes()),
            wrapped_key: service.keys.wrap(id.as_str(), &key, &*service.random)?,
            sealed: seal_application(&key, &id, &next, &*service.random)?,
            photo_key: None,
            receipt: None,
            case: None,
            created_at: now,
            changed_at: now,
            id: id.clone(),
        };
        let registered = service.entry(Actor::Applicant, Act::Registered, Some(&id));
        let mut writes = vec![Write::OpenJourney(saved), Write::Record(registered)];
        writes.extend(self.queue(&id, &next, None, effects)?);
        Ok((id, writes))
    }

    /// Applies an event to an application; returns the state to write and its effects.
    pub(in crate::service) fn advance(
        &self,
        case: LoadedApplication,
        event: ApplicantEvent,
    ) -> Result<(Journey, Vec<Write>), Stop> {
        let LoadedApplication {
            saved,
            key,
            journey,
        } = case;
        let (service, now) = (&self.service, self.now());
        let before = journey.clone();
        let Transition { next, effects } = journey.apply(event, now).map_err(refusal)?;
        let mut writes = Vec::new();
        let is_changed = next != before;
        if is_changed && let Some(act) = recorded(&next) {
            writes.push(Write::Record(service.entry(
                Actor::Applicant,
                act,
                Some(&saved.id),
            )));
        }
        writes.extend(self.queue(&saved.id, &next, None, effects)?);
        if is_changed {
            writes.push(Write::ChangeJourney(SavedJourney {
                version: saved.version + 1,
                stage: next.stage().name(),
                sealed: seal_application(&key, &saved.id, &next, &*service.random)?,
                photo_key: next
                    .photo()
                    .and_then(|photo| vault_key(&saved.id, &photo.key)),
                receipt: submitted_receipt(&next),
                changed_at: now,
                case: saved_case(&next, saved.case),
                ..saved
            }));
        }
        Ok((next, writes))
    }
}

/// What is recorded of an application that has come to this state. The opening of the link
/// is recorded where it is known who opened it.
fn recorded(next: &Journey) -> Option<Act> {
    match next {
        Journey::Pictured { .. } => Some(Act::PhotoKept),
        Journey::Submitted { receipt, .. } => Some(Act::Submitted(receipt.as_str().to_owned())),
        Journey::Arrived
        | Journey::Identified(_)
        | Journey::Agreed { .. }
        | Journey::Addressed(_)
        | Journey::Registered(_)
        | Journey::Opened { .. }
        | Journey::Photographed { .. }
        | Journey::Described { .. } => None,
    }
}

/// The rules' refusal in the browser's terms.
pub(in crate::service) fn refusal(refused: Refused) -> Stop {
    match refused {
        Refused::OutOfOrder(page) => Refusal::Elsewhere(page).into(),
        Refused::Contradiction(age) => one_problem(Field::BirthDate, age.into()).into(),
    }
}

/// A form with one problem.
pub(in crate::service) fn one_problem(field: Field, problem: Problem) -> Refusal {
    Refusal::Form(FormProblems::one(field, problem))
}
