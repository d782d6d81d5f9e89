//! Moving an application on by what its applicant did, and writing it down.

use app::applicant::Notice;
use app::applicant::portal::Flash;
use app::refusal::Refusal;
use rules::application::{Beside, Event, Journey, Page, Refused, Transition};
use rules::form::{Field, FormProblems, Problem};

use super::retry::tried_anew;
use super::session::SessionContent;
use super::standing::Standing;
use crate::seal::{Key, Purpose, seal_value};
use crate::service::application::loaded::{place, submitted_receipt};
use crate::service::application::photo::vault_key;
use crate::service::{ApplicantRequest, Fault, LoadedApplication, Stop};
use crate::store::{Act, JourneyId, SavedJourney, Write};

impl ApplicantRequest {
    /// Takes an event on a page of the journey, as [`Self::act_with`] does.
    pub(in crate::service) async fn act(&self, page: Page, event: Event) -> Result<Page, Stop> {
        self.act_with(page, event, |_| Ok(())).await
    }

    /// Takes an event on a page of the journey: guard, rules, one transaction.
    /// What was typed and refused before is forgotten. `prepare` changes the session with it, or
    /// refuses.
    pub(in crate::service) async fn act_with(
        &self,
        page: Page,
        event: Event,
        prepare: impl Fn(&mut SessionContent) -> Result<(), Refusal>,
    ) -> Result<Page, Stop> {
        tried_anew(|| async {
            let mut session = self.known_session().await?;
            session.content.flash = None;
            let standing = self.standing(&session.content).await?;
            standing.admit(page)?;
            prepare(&mut session.content)?;
            let before = standing.journey().clone();
            let (next, writes) = match standing {
                Standing::Draft(draft) => {
                    let transition = draft
                        .apply(event.clone(), self.service.now())
                        .map_err(refusal)?;
                    session.content.draft = transition.next.clone();
                    (transition.next, Vec::new())
                }
                Standing::Case(case, _) => self.advance(*case, event.clone())?,
            };
            let beside = Beside::of(&event, &before, &next);
            session.content.flash = beside.map(|beside| said_of(beside, next.page()));
            self.commit(&session, writes).await?;
            Ok(next.page())
        })
        .await
    }

    /// A new application at the stage the draft has reached, and its effects.
    pub(in crate::service) fn open_new(
        &self,
        transition: Transition,
    ) -> Result<(JourneyId, Vec<Write>), Stop> {
        let Transition { next, effects } = transition;
        let (service, now) = (&self.service, self.service.now());
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
            sealed: seal_value(&key, place(&id), &next, &*service.random)?,
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
    pub(in crate::service) fn advance(
        &self,
        case: LoadedApplication,
        event: Event,
    ) -> Result<(Journey, Vec<Write>), Stop> {
        let LoadedApplication {
            saved,
            key,
            journey,
        } = case;
        let (service, now) = (&self.service, self.service.now());
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
                sealed: seal_value(&key, place(&saved.id), &next, &*service.random)?,
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

/// What is recorded of an application that has come to this state. The opening of the link
/// is recorded where it is known who opened it.
fn recorded(next: &Journey) -> Option<Act> {
    match next {
        Journey::Pictured { .. } => Some(Act::PhotoKept),
        Journey::Submitted { receipt, .. } => Some(Act::Submitted(receipt.as_str().to_owned())),
        _ => None,
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

/// What the next page says of a change that nobody asked for in so many words.
fn said_of(beside: Beside, page: Page) -> (String, Flash) {
    let notice = match beside {
        Beside::IsInfant => Notice::IsInfant,
        Beside::PhotoGone => Notice::PhotoGone,
        Beside::PhotoNeeded => Notice::PhotoNeeded,
    };
    let flash = Flash {
        notice: Some(notice),
        ..Flash::default()
    };
    (page.path().to_owned(), flash)
}
