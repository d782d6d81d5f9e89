//! The mails of the outbox: what is secret in them is made of the mail's own secret.

use async_trait::async_trait;
use rules::application::{Actor, Journey};

use super::secret::{MailSecret, code_text, link_digest};
use crate::mail::{
    CodeLetter, Envelope, Lease, Leased, Letter, LetterFault, LetterSource, Letters, LinkLetter,
    Mail, OutboxStore, Outcome as MailOutcome, ReceivedLetter,
};
use crate::seal::Purpose;
use crate::service::{Fault, LoadedApplication, Service};
use crate::store::{
    Act, Due, JobKind, JobOutcome, LinkPurpose, Queued, SavedCode, SavedLink, StoreError, Write,
};

/// The outbox as the mail worker sees it.
#[derive(Debug)]
pub struct Outbox {
    /// Where the rows and what they speak of are.
    pub service: std::sync::Arc<Service>,
    /// Writes the letters.
    pub letters: Letters,
}

impl Outbox {
    async fn write_letter(&self, leased: &Leased<Queued>) -> Result<Option<Letter>, LetterFault> {
        let later = |fault: Fault| LetterFault::Later(fault.into());
        let Some(case) = self
            .service
            .load(&leased.job.journey)
            .await
            .map_err(later)?
        else {
            return Ok(None);
        };
        match leased.mail {
            Mail::Link => self.link_letter(leased, &case).await,
            Mail::DeviceCode => self.code_letter(leased, &case).await,
            Mail::Received => self.received_letter(leased, &case),
        }
    }

    async fn link_letter(
        &self,
        leased: &Leased<Queued>,
        case: &LoadedApplication,
    ) -> Result<Option<Letter>, LetterFault> {
        let Some(envelope) = self.envelope(leased, case) else {
            return Ok(None);
        };
        if matches!(case.journey, Journey::Submitted { .. }) {
            return Ok(None);
        }
        let Some(secret) = self.secret(leased).await? else {
            return Ok(None);
        };
        let token = secret.link_token();
        let until = envelope.now.plus(self.service.bounds.link_seconds);
        let link = SavedLink {
            digest: link_digest(token.as_str()),
            journey: case.saved.id.clone(),
            until,
            ended: false,
            mail: leased.job.id.clone(),
            asked_at: leased.job.queued_at,
            purpose: LinkPurpose::Application,
        };
        if !self.is_made(Write::MakeLink(link)).await? {
            return Ok(None);
        }
        Ok(Some(self.letters.link(&LinkLetter {
            envelope,
            token: &token,
            until,
        })?))
    }

    async fn code_letter(
        &self,
        leased: &Leased<Queued>,
        case: &LoadedApplication,
    ) -> Result<Option<Letter>, LetterFault> {
        let (Some(envelope), Some(session)) = (self.envelope(leased, case), leased.job.session)
        else {
            return Ok(None);
        };
        let known = self.service.store.session(&session).await;
        if known
            .map_err(|fault| LetterFault::Later(fault.into()))?
            .is_none()
        {
            return Ok(None);
        }
        let secret = self.secret(leased).await?;
        let Some(code) = secret.and_then(|secret| secret.device_code()) else {
            return Ok(None);
        };
        let seconds = self.service.bounds.code_seconds;
        let text = code_text(&session, &case.saved.id, &code);
        let saved = SavedCode {
            session,
            journey: case.saved.id.clone(),
            digest: self.service.keys.digest(Purpose::DeviceCode, &text),
            until: envelope.now.plus(seconds),
            mail: leased.job.id.clone(),
            asked_at: leased.job.queued_at,
        };
        if !self.is_made(Write::MakeCode(saved)).await? {
            return Ok(None);
        }
        let minutes = u32::try_from(seconds / 60).unwrap_or(u32::MAX);
        Ok(Some(self.letters.device_code(&CodeLetter {
            envelope,
            code: &code,
            minutes,
        })?))
    }

    fn received_letter(
        &self,
        leased: &Leased<Queued>,
        case: &LoadedApplication,
    ) -> Result<Option<Letter>, LetterFault> {
        let Some(envelope) = self.envelope(leased, case) else {
            return Ok(None);
        };
        let Journey::Submitted { receipt, at, .. } = &case.journey else {
            return Ok(None);
        };
        let says = ReceivedLetter {
            envelope,
            receipt,
            received_at: *at,
        };
        Ok(Some(self.letters.received(&says)?))
    }

    fn envelope<'a>(
        &self,
        leased: &Leased<Queued>,
        case: &'a LoadedApplication,
    ) -> Option<Envelope<'a>> {
        let registration = case.journey.registration()?;
        Some(Envelope {
            id: leased.id.clone(),
            contact: &registration.contact,
            application: &registration.form.id,
            now: self.service.clock.now(),
        })
    }

    async fn secret(&self, leased: &Leased<Queued>) -> Result<Option<MailSecret>, LetterFault> {
        let secret = self.service.secret_of(&leased.job).await;
        secret.map_err(|fault| LetterFault::Later(fault.into()))
    }

    /// Writes a link or a code down; not when the mail comes too late: a newer one was sent,
    /// or this one was used.
    async fn is_made(&self, write: Write) -> Result<bool, LetterFault> {
        match self.service.store.commit(vec![write]).await {
            Ok(()) => Ok(true),
            Err(StoreError::Conflict) => Ok(false),
            Err(fault) => Err(LetterFault::Later(fault.into())),
        }
    }
}

#[async_trait]
impl LetterSource for Outbox {
    type Job = Queued;

    async fn letter(&self, leased: &Leased<Queued>) -> Result<Option<Letter>, LetterFault> {
        self.write_letter(leased).await
    }
}

#[async_trait]
impl OutboxStore for Outbox {
    type Job = Queued;

    async fn lease(&self, lease: Lease) -> Result<Vec<Leased<Queued>>, crate::mail::Fault> {
        let Lease {
            now,
            until,
            at_most,
        } = lease;
        let due = Due {
            photos: false,
            now,
            until,
            at_most,
        };
        let mut all = self.service.store.lease(due).await?;
        // The newest goes out last: what it holds is what is to be used.
        all.sort_by_key(|leased| leased.job.queued_at);
        let mut mails = Vec::new();
        for leased in all {
            let (Some(mail), Ok(id)) = (mail_of(leased.job.kind), leased.job.id.parse()) else {
                tracing::error!(mail.id = leased.job.id, "mail.lease: a row that is no mail");
                let reason = "the row is no mail".to_owned();
                self.service
                    .store
                    .settle(&leased.job.id, JobOutcome::Failed { reason }, None)
                    .await?;
                continue;
            };
            mails.push(Leased {
                id,
                mail,
                tries: leased.tries,
                job: leased.job,
            });
        }
        Ok(mails)
    }

    async fn settle(
        &self,
        leased: &Leased<Queued>,
        outcome: MailOutcome,
    ) -> Result<(), crate::mail::Fault> {
        let job = &leased.job;
        let (outcome, act) = match outcome {
            MailOutcome::Sent => (JobOutcome::Done, Some(Act::MailSent(job.kind))),
            MailOutcome::NotNeeded => (JobOutcome::Dropped, None),
            MailOutcome::Retry { due, reason } => {
                let reason = reason.to_string();
                (JobOutcome::Retry { due, reason }, None)
            }
            MailOutcome::Failed { reason } => {
                let reason = reason.to_string();
                (
                    JobOutcome::Failed { reason },
                    Some(Act::MailFailed(job.kind)),
                )
            }
        };
        let entry = act.map(|act| self.service.entry(Actor::System, act, Some(&job.journey)));
        Ok(self.service.store.settle(&job.id, outcome, entry).await?)
    }
}

fn mail_of(kind: JobKind) -> Option<Mail> {
    match kind {
        JobKind::Link => Some(Mail::Link),
        JobKind::DeviceCode => Some(Mail::DeviceCode),
        JobKind::Received => Some(Mail::Received),
        JobKind::DiscardPhoto => None,
    }
}
