//! The mails of the outbox: what is secret in them is made when they are sent.

use async_trait::async_trait;
use rules::journey::Journey;
use rules::{DeviceCode, LinkToken};

use super::device::code_text;
use super::link::link_digest;
use super::{Casework, Fault, Service};
use crate::mail::{
    CodeLetter, Envelope, Lease, Leased, Letter, LetterFault, LetterSource, Letters, LinkLetter,
    Mail, MailId, OutboxStore, Outcome as MailOutcome, ReceivedLetter,
};
use crate::seal::Purpose;
use crate::store::{Act, Due, JobKind, Outcome, Queued, SavedCode, SavedLink, StoreError, Write};

/// The outbox as the mail worker sees it.
#[derive(Debug)]
pub struct Outbox {
    /// Where the rows and what they speak of are.
    pub service: std::sync::Arc<Service>,
    /// Writes the letters.
    pub letters: Letters,
}

/// Secrets are derived from the mail's name under the operator's key, not
/// drawn: a mail that goes out twice, because its try was lost, then carries
/// the same link, and the first copy is as good as the second.
impl Service {
    fn link_token(&self, id: &MailId) -> LinkToken {
        LinkToken::from_chance(self.keys.digest(Purpose::LinkToken, id.as_str().as_bytes()))
    }

    fn device_code(&self, id: &MailId) -> Option<DeviceCode> {
        let digest = self
            .keys
            .digest(Purpose::DeviceCode, id.as_str().as_bytes());
        let (first, _) = digest.split_first_chunk::<8>()?;
        // 2^64 is so much larger than a million that every code is equally likely
        // to within one in ten million million.
        let number = u64::from_be_bytes(*first) % u64::from(DeviceCode::COUNT);
        DeviceCode::from_number(u32::try_from(number).ok()?)
    }
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
        case: &Casework,
    ) -> Result<Option<Letter>, LetterFault> {
        let Some(envelope) = self.envelope(leased, case) else {
            return Ok(None);
        };
        if matches!(case.journey, Journey::Submitted { .. }) {
            return Ok(None);
        }
        let token = self.service.link_token(&leased.id);
        let until = envelope.now.plus(self.service.bounds.link_seconds);
        let link = SavedLink {
            digest: link_digest(token.as_str()),
            journey: case.saved.id.clone(),
            until,
            ended: false,
        };
        match self.service.store.commit(vec![Write::MakeLink(link)]).await {
            // A mail that comes late: a newer link was sent, or this one was used.
            Err(StoreError::Conflict) => return Ok(None),
            made => made.map_err(|fault| LetterFault::Later(fault.into()))?,
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
        case: &Casework,
    ) -> Result<Option<Letter>, LetterFault> {
        let (Some(envelope), Some(session), Some(code)) = (
            self.envelope(leased, case),
            leased.job.session,
            self.service.device_code(&leased.id),
        ) else {
            return Ok(None);
        };
        let known = self.service.store.session(&session).await;
        if known
            .map_err(|fault| LetterFault::Later(fault.into()))?
            .is_none()
        {
            return Ok(None);
        }
        let seconds = self.service.bounds.code_seconds;
        let text = code_text(&session, &case.saved.id, &code);
        let saved = SavedCode {
            session,
            journey: case.saved.id.clone(),
            digest: self.service.keys.digest(Purpose::DeviceCode, &text),
            until: envelope.now.plus(seconds),
        };
        self.write(Write::MakeCode(saved)).await?;
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
        case: &Casework,
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

    fn envelope<'a>(&self, leased: &Leased<Queued>, case: &'a Casework) -> Option<Envelope<'a>> {
        let registration = case.journey.registration()?;
        Some(Envelope {
            id: leased.id.clone(),
            contact: &registration.contact,
            application: &registration.form.id,
            now: self.service.clock.now(),
        })
    }

    async fn write(&self, write: Write) -> Result<(), LetterFault> {
        let written = self.service.store.commit(vec![write]).await;
        written.map_err(|fault| LetterFault::Later(fault.into()))
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
        let mut mails = Vec::new();
        for leased in self.service.store.lease(due).await? {
            let (Some(mail), Ok(id)) = (mail_of(leased.job.kind), leased.job.id.parse()) else {
                tracing::error!(mail.id = leased.job.id, "mail.lease: a row that is no mail");
                let reason = "the row is no mail".to_owned();
                self.service
                    .store
                    .settle(&leased.job.id, Outcome::Failed { reason }, None)
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
            MailOutcome::Sent => (Outcome::Done, Some(Act::MailSent(job.kind))),
            MailOutcome::NotNeeded => (Outcome::Dropped, None),
            MailOutcome::Retry { due, reason } => {
                let reason = reason.to_string();
                (Outcome::Retry { due, reason }, None)
            }
            MailOutcome::Failed { reason } => {
                let reason = reason.to_string();
                (Outcome::Failed { reason }, Some(Act::MailFailed(job.kind)))
            }
        };
        let entry = act.map(|act| self.service.entry(act, Some(&job.journey)));
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
