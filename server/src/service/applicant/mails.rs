//! Which mails go out: none without what it takes.
//!
//! A mail is queued in exchange for a [`MailAllowed`]. Only what takes a mail's allowance makes
//! one, and here is the only place where the service queues anything
//! (`docs/decisions/0039-what-limits-count.md`).

use rules::application::{Actor, Effect, Journey, Registration};
use rules::{Mailbox, PhotoKey};

use crate::seal::{Digest, Purpose};
use crate::service::application::photo::vault_key;
use crate::service::{ApplicantRequest, Fault, Service, Stop};
use crate::store::{Act, JobKind, JourneyId, Queued, SessionDigest, Taking, Write};

/// One mail for an application that may be queued: what it takes was taken, or is taken in the
/// transaction that queues it, so that one that is not queued is not counted either.
#[derive(Debug)]
pub(in crate::service) struct MailAllowed {
    kind: JobKind,
    journey: JourneyId,
    session: Option<SessionDigest>,
    takes: Takes,
}

/// What a mail takes when it is queued.
#[derive(Debug)]
enum Takes {
    /// Nothing that was not taken before.
    Nothing,
    /// One of each; or it is refused, with all that would be written with it.
    All(Vec<Taking>),
    /// One; or it is left out.
    IfLeft(Taking),
}

impl MailAllowed {
    /// That it was received. Each is sent in once, by who opened the link.
    fn received(journey: &JourneyId) -> Self {
        Self {
            kind: JobKind::Received,
            journey: journey.clone(),
            session: None,
            takes: Takes::Nothing,
        }
    }
}

impl ApplicantRequest {
    /// Writes effects of what came of an application down as jobs of the outbox; each mail takes
    /// what it is allowed.
    pub(in crate::service) fn queue(
        &self,
        id: &JourneyId,
        next: &Journey,
        session: Option<SessionDigest>,
        effects: Vec<Effect>,
    ) -> Result<Vec<Write>, Fault> {
        let mut writes = Vec::new();
        for effect in effects {
            let allowed = match effect {
                Effect::SendLink => {
                    let to = next.registration();
                    let to = to.ok_or(Fault::Missing { table: "journeys" })?;
                    self.link_mail(id, to)
                }
                Effect::SendDeviceCode => self.code_mail_of_link(id, session),
                Effect::SendReceived => MailAllowed::received(id),
                Effect::DiscardPhoto(photo) => {
                    writes.push(self.discard(id, &photo)?);
                    continue;
                }
            };
            writes.extend(self.queue_mail(allowed)?);
        }
        Ok(writes)
    }

    /// Queues a mail.
    pub(in crate::service) fn queue_mail(&self, allowed: MailAllowed) -> Result<Vec<Write>, Fault> {
        let queued = Act::MailQueued(allowed.kind);
        let queued = self
            .service
            .entry(Actor::Applicant, queued, Some(&allowed.journey));
        let job = Queued {
            session: allowed.session,
            ..self.job(allowed.kind, allowed.journey)?
        };
        let writes = vec![Write::Record(queued), Write::Queue(job)];
        Ok(match allowed.takes {
            Takes::Nothing => writes,
            Takes::All(takings) => takings.into_iter().map(Write::Take).chain(writes).collect(),
            Takes::IfLeft(taking) => vec![Write::Within(taking, writes)],
        })
    }

    fn discard(&self, journey: &JourneyId, photo: &PhotoKey) -> Result<Write, Fault> {
        Ok(Write::Queue(Queued {
            photo_key: vault_key(journey, photo),
            ..self.job(JobKind::DiscardPhoto, journey.clone())?
        }))
    }

    fn job(&self, kind: JobKind, journey: JourneyId) -> Result<Queued, Fault> {
        let id = hex::encode(self.service.random.bytes::<16>()?);
        Ok(Queued {
            secret: self.service.new_secret(&id, kind)?,
            queued_at: self.now(),
            due_at: self.now(),
            id,
            kind,
            journey,
            session: None,
            photo_key: None,
        })
    }

    /// A mail with a link, which anybody can have sent who has no link yet. It takes of its
    /// address, of the mailbox behind it, and of the form.
    fn link_mail(&self, journey: &JourneyId, to: &Registration) -> MailAllowed {
        let (keys, bounds) = (&self.service.keys, &self.service.bounds);
        let mail = &to.contact.mail;
        let mailbox = ["mailbox ", Mailbox::of(mail).as_str()].concat();
        let form = ["mails ", to.form.id.as_str()].concat();
        let address = mail.as_str().to_lowercase();
        let counted = [
            (Purpose::Mail, address, bounds.mails),
            (Purpose::Mail, mailbox, bounds.mails_per_mailbox),
            (Purpose::Form, form, bounds.mails_per_form),
        ];
        let takings = counted.map(|(purpose, text, allowance)| Taking {
            key: keys.digest(purpose, text.as_bytes()),
            allowance,
            now: self.now(),
        });
        MailAllowed {
            kind: JobKind::Link,
            journey: journey.clone(),
            session: None,
            takes: Takes::All(takings.into()),
        }
    }

    /// Takes what a device code takes that a browser asks for.
    pub(in crate::service) async fn spend_code_mail(
        &self,
        journey: &JourneyId,
        session: SessionDigest,
    ) -> Result<MailAllowed, Stop> {
        let key = self.service.code_key(journey);
        self.spend(&key, self.service.bounds.codes).await?;
        Ok(MailAllowed {
            kind: JobKind::DeviceCode,
            journey: journey.clone(),
            session: Some(session),
            takes: Takes::Nothing,
        })
    }

    /// The device code that goes out because a link was opened. It is taken in the transaction
    /// that uses the link up, so that who comes too late takes none. A link opened too often
    /// sends no further code; the page asks for one later.
    fn code_mail_of_link(
        &self,
        journey: &JourneyId,
        session: Option<SessionDigest>,
    ) -> MailAllowed {
        MailAllowed {
            kind: JobKind::DeviceCode,
            journey: journey.clone(),
            session,
            takes: Takes::IfLeft(Taking {
                key: self.service.code_key(journey),
                allowance: self.service.bounds.codes,
                now: self.now(),
            }),
        }
    }
}

impl Service {
    /// The key under which device codes of an application are counted.
    fn code_key(&self, journey: &JourneyId) -> Digest {
        let text = journey.as_str().as_bytes();
        self.keys.digest(Purpose::DeviceCode, text)
    }
}
