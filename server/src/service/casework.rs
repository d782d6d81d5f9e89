//! Loading an application, moving it on, and writing it down.

use rules::form::{Field, FormProblems, Problem};
use rules::journey::{Event, Journey, Refused, Transition};

use app::refusal::Refusal;

use super::{Fault, Service, Stop, Visiting};
use crate::photos::PhotoKey;
use crate::seal::{Key, Place, Purpose, open_value, seal_value};
use crate::store::{Act, JourneyId, SavedJourney, Write};
use crate::telemetry;

/// An application, loaded and opened.
#[derive(Debug)]
pub struct Casework {
    /// Its row.
    pub saved: SavedJourney,
    /// Its own key.
    pub key: Key,
    /// Its state.
    pub journey: Journey,
}

fn place(id: &JourneyId) -> Place<'_> {
    Place {
        table: "journeys",
        row: id.as_str(),
        column: "sealed",
    }
}

impl Service {
    /// Loads an application.
    pub(super) async fn load(&self, id: &JourneyId) -> Result<Option<Casework>, Fault> {
        self.store
            .journey(id)
            .await?
            .map(|saved| self.open_case(saved))
            .transpose()
    }

    /// Opens a row that was loaded.
    ///
    /// # Errors
    /// [`Fault`] when it was sealed with other keys, or damaged.
    pub fn open_case(&self, saved: SavedJourney) -> Result<Casework, Fault> {
        let key = self
            .keys
            .unwrap_key(saved.id.as_str(), &saved.wrapped_key)?;
        let journey = open_value(&key, place(&saved.id), &saved.sealed)?;
        Ok(Casework {
            saved,
            key,
            journey,
        })
    }

    /// Writes, and wakes the worker when something was queued.
    pub(super) async fn write(&self, writes: Vec<Write>) -> Result<(), Fault> {
        let queued = writes.iter().any(Write::queues);
        let stage = writes.iter().find_map(|write| match write {
            Write::OpenJourney(saved) | Write::ChangeJourney(saved) => Some(saved.stage),
            _ => None,
        });
        self.store.commit(writes).await?;
        if let Some(stage) = stage {
            telemetry::stage(stage);
        }
        if queued {
            self.bell.ring();
        }
        Ok(())
    }
}

impl Visiting {
    /// A new application at the stage the draft has reached, and its effects.
    pub(super) fn open_new(&self, transition: Transition) -> Result<(JourneyId, Vec<Write>), Stop> {
        let Transition { next, effects } = transition;
        let (service, now) = (&self.service, self.now());
        let id = JourneyId::random(&*service.chance)?;
        let key = Key::random(&*service.chance)?;
        let form = next.form().ok_or(Fault::Missing { table: "forms" })?;
        let saved = SavedJourney {
            version: 1,
            stage: next.stage().name(),
            form_digest: service
                .keys
                .digest(Purpose::Form, form.id.as_str().as_bytes()),
            wrapped_key: service.keys.wrap(id.as_str(), &key, &*service.chance)?,
            sealed: seal_value(&key, place(&id), &next, &*service.chance)?,
            photo_key: None,
            receipt: None,
            created_at: now,
            changed_at: now,
            id: id.clone(),
        };
        let registered = service.entry(Act::Registered, Some(&id));
        let mut writes = vec![Write::OpenJourney(saved), Write::Record(registered)];
        writes.extend(self.queue(&id, &next, None, effects)?);
        Ok((id, writes))
    }

    /// Applies an event to an application; returns the state to write and its effects.
    pub(super) fn advance(
        &self,
        case: Casework,
        event: Event,
    ) -> Result<(Journey, Vec<Write>), Stop> {
        let Casework {
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
            writes.push(Write::Record(service.entry(act, Some(&saved.id))));
        }
        writes.extend(self.queue(&saved.id, &next, None, effects)?);
        if is_changed {
            writes.push(Write::ChangeJourney(SavedJourney {
                version: saved.version + 1,
                stage: next.stage().name(),
                sealed: seal_value(&key, place(&saved.id), &next, &*service.chance)?,
                photo_key: next
                    .photo()
                    .and_then(|photo| vault_key(&saved.id, &photo.key)),
                receipt: submitted_receipt(&next),
                changed_at: now,
                ..saved
            }));
        }
        Ok((next, writes))
    }
}

/// Under which key the vault keeps a photo of an application.
pub(super) fn vault_key(journey: &JourneyId, photo: &rules::PhotoKey) -> Option<String> {
    PhotoKey::new(journey.as_str(), photo.as_str()).map(|key| key.as_str().to_owned())
}

/// What is recorded of an application that has come to this state. The opening of the link
/// is recorded where it is known who opened it.
fn recorded(next: &Journey) -> Option<Act> {
    match next {
        Journey::Pictured { .. } => Some(Act::PhotoKept),
        Journey::Submitted { receipt, .. } => Some(Act::Submitted(receipt.as_str().to_owned())),
        _ => None,
    }
}

pub(super) fn submitted_receipt(journey: &Journey) -> Option<String> {
    match journey {
        Journey::Submitted { receipt, .. } => Some(receipt.as_str().to_owned()),
        _ => None,
    }
}

/// The rules' refusal in the browser's terms.
pub(super) fn refusal(refused: Refused) -> Stop {
    match refused {
        Refused::OutOfOrder(page) => Refusal::Elsewhere(page).into(),
        Refused::Contradiction(age) => one_problem(Field::BirthDate, age.into()).into(),
    }
}

/// A form with one problem.
pub(super) fn one_problem(field: Field, problem: Problem) -> Refusal {
    Refusal::Form(FormProblems::one(field, problem))
}
