//! Which mails go out: none without what it takes.
//!
//! A mail is queued in exchange for a [`MailAllowed`]. Only what takes a mail's allowance makes
//! one, and here is the only place where the service queues anything
//! (`docs/decisions/0039-what-limits-count.md`).

use rules::application::{Effect, Journey, MailKind, Registration};
use rules::{Mailbox, PhotoKey};

use crate::mail::{LetterSpec, MailLimit, SecretKind};
use crate::seal::{Digest, Purpose};
use crate::service::application::photo::vault_key;
use crate::service::{ApplicantRequest, Fault, Service, Stop};
use crate::store::{Act, JobKind, JourneyId, Queued, SessionDigest, Taking, Write};

/// One mail for an application that may be queued: what it takes was taken, or is taken in the
/// transaction that queues it, so that one that is not queued is not counted either.
#[derive(Debug)]
pub(in crate::service) struct MailAllowed {
    kind: MailKind,
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
            match effect {
                Effect::SendMail(kind) => {
                    let allowed = self.allow(kind, id, next, session)?;
                    writes.extend(self.queue_mail(allowed)?);
                }
                Effect::DiscardPhoto(photo) => writes.push(self.discard(id, &photo)?),
            }
        }
        Ok(writes)
    }

    /// Queues a mail.
    pub(in crate::service) fn queue_mail(&self, allowed: MailAllowed) -> Result<Vec<Write>, Fault> {
        let queued = Act::MailQueued(allowed.kind);
        let queued = self.service.entry(queued, Some(&allowed.journey));
        let mut job = self.job(JobKind::Mail(allowed.kind), allowed.journey)?;
        job.session = allowed.session;
        if LetterSpec::of(allowed.kind).secret.is_some() {
            job.secret = Some(self.service.draw_secret(&job.id)?);
        }
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
            secret: None,
            queued_at: self.service.now(),
            due_at: self.service.now(),
            id,
            kind,
            journey,
            session: None,
            photo_key: None,
        })
    }

    /// A mail that an application's state asks for, with what its kind takes. A device code that
    /// goes out because a link was opened is taken in the transaction of the opening, so that who
    /// comes too late takes none. A link opened too often sends no further code; the page asks for
    /// one later.
    fn allow(
        &self,
        kind: MailKind,
        journey: &JourneyId,
        next: &Journey,
        session: Option<SessionDigest>,
    ) -> Result<MailAllowed, Fault> {
        let spec = LetterSpec::of(kind);
        let takes = match spec.limit {
            MailLimit::None => Takes::Nothing,
            MailLimit::Recipient => {
                let to = next.registration();
                let to = to.ok_or(Fault::Missing { table: "journeys" })?;
                Takes::All(self.of_recipient(to).into())
            }
            MailLimit::DeviceCode => Takes::IfLeft(Taking {
                key: self.service.code_key(journey),
                allowance: self.service.bounds.codes,
                now: self.service.now(),
            }),
        };
        Ok(MailAllowed {
            kind,
            journey: journey.clone(),
            session: session.filter(|_| spec.secret == Some(SecretKind::DeviceCode)),
            takes,
        })
    }

    /// What a mail takes that anybody can ask for: of its address, of the mailbox behind it, and
    /// of the form.
    fn of_recipient(&self, to: &Registration) -> [Taking; 3] {
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
        counted.map(|(purpose, text, allowance)| Taking {
            key: keys.digest(purpose, text.as_bytes()),
            allowance,
            now: self.service.now(),
        })
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
            kind: MailKind::DeviceCode,
            journey: journey.clone(),
            session: Some(session),
            takes: Takes::Nothing,
        })
    }
}

impl Service {
    /// The key under which device codes of an application are counted.
    fn code_key(&self, journey: &JourneyId) -> Digest {
        let text = journey.as_str().as_bytes();
        self.keys.digest(Purpose::DeviceCode, text)
    }
}
