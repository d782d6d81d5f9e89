//! Loading an application, moving it on, and writing it down.

use rules::Moment;
use rules::form::{Field, FormProblems, Problem};
use rules::journey::{Effect, Event, Journey, Refused, Transition};

use app::refusal::Refusal;

use super::{Fault, Service, Stop};
use crate::photos::PhotoKey;
use crate::seal::{Key, Place, Purpose, open_value, seal_value};
use crate::store::{Act, JobKind, JourneyId, Queued, SavedJourney, SessionDigest, Write};
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

    /// A new application at the stage the draft has reached, and its effects.
    pub(super) fn open_new(
        &self,
        transition: Transition,
        now: Moment,
    ) -> Result<(JourneyId, Vec<Write>), Fault> {
        let Transition { next, effects } = transition;
        let id = JourneyId::random(&*self.chance)?;
        let key = Key::random(&*self.chance)?;
        let form = next.form().ok_or(Fault::Missing { table: "forms" })?;
        let saved = SavedJourney {
            version: 1,
            stage: next.stage().name(),
            form_digest: self.keys.digest(Purpose::Form, form.id.as_str().as_bytes()),
            wrapped_key: self.keys.wrap(id.as_str(), &key, &*self.chance)?,
            sealed: seal_value(&key, place(&id), &next, &*self.chance)?,
            photo_key: None,
            receipt: None,
            created_at: now,
            changed_at: now,
            id: id.clone(),
        };
        let registered = self.entry(Act::Registered, Some(&id));
        let mut writes = vec![Write::OpenJourney(saved), Write::Record(registered)];
        self.queue(&id, None, effects, now, &mut writes)?;
        Ok((id, writes))
    }

    /// Applies an event to an application; returns the state to write and its effects.
    pub(super) fn advance(
        &self,
        case: Casework,
        event: Event,
        session: Option<SessionDigest>,
        now: Moment,
    ) -> Result<(Journey, Vec<Write>), Stop> {
        let Casework {
            saved,
            key,
            journey,
        } = case;
        let before = journey.clone();
        let Transition { next, effects } = journey.apply(event, now).map_err(refusal)?;
        let mut writes = Vec::new();
        let is_changed = next != before;
        if is_changed && let Some(act) = recorded(&next) {
            writes.push(Write::Record(self.entry(act, Some(&saved.id))));
        }
        self.queue(&saved.id, session, effects, now, &mut writes)?;
        if is_changed {
            writes.push(Write::ChangeJourney(SavedJourney {
                version: saved.version + 1,
                stage: next.stage().name(),
                sealed: seal_value(&key, place(&saved.id), &next, &*self.chance)?,
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

    /// Writes effects down as jobs of the outbox.
    pub(super) fn queue(
        &self,
        journey: &JourneyId,
        session: Option<SessionDigest>,
        effects: Vec<Effect>,
        now: Moment,
        writes: &mut Vec<Write>,
    ) -> Result<(), Fault> {
        for effect in effects {
            let (kind, session, photo_key) = match effect {
                Effect::SendLink => (JobKind::Link, None, None),
                Effect::SendDeviceCode => (JobKind::DeviceCode, session, None),
                Effect::SendReceived => (JobKind::Received, None, None),
                Effect::DiscardPhoto(key) => {
                    (JobKind::DiscardPhoto, None, vault_key(journey, &key))
                }
            };
            if kind != JobKind::DiscardPhoto {
                let act = Act::MailQueued(kind);
                writes.push(Write::Record(self.entry(act, Some(journey))));
            }
            let id = hex::encode(self.chance.bytes::<16>()?);
            let journey = journey.clone();
            writes.push(Write::Queue(Queued {
                secret: self.new_secret(&id, kind)?,
                queued_at: now,
                id,
                kind,
                journey,
                session,
                photo_key,
                due_at: now,
            }));
        }
        Ok(())
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
