//! The mails of the outbox: what is secret in them is made of the mail's own secret.

use async_trait::async_trait;
use rules::Moment;

use super::secret::{MailSecret, code_text, link_digest};
use crate::mail::{
    Fault as MailFault, Letter, LetterFault, LetterSecret, LetterSource, Letters, OutboxStore,
    SecretKind,
};
use crate::outbox::{Lease, Leased, Outcome};
use crate::seal::Purpose;
use crate::service::{Fault, LoadedApplication, Service};
use crate::store::{
    Act, JobKind, Jobs, Queued, SavedCode, SavedLink, SessionDigest, StoreError, Write,
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
    async fn write_letter(&self, job: &Queued) -> Result<Option<Letter>, LetterFault> {
        let JobKind::Mail(kind) = job.kind else {
            return Err(LetterFault::Never("the row is no mail".into()));
        };
        let id = job.id.parse();
        let id = id.map_err(|fault| LetterFault::Never(Box::new(fault)))?;
        let Some(case) = self.service.load(&job.journey).await.map_err(later)? else {
            return Ok(None);
        };
        let Some(draft) = self.letters.draft(kind, &case.journey) else {
            return Ok(None);
        };
        let now = self.service.clock.now();
        let secret = match draft.spec().secret {
            None => None,
            Some(of) => match self.make(of, job, &case, now).await? {
                None => return Ok(None),
                made => made,
            },
        };
        Ok(Some(draft.write(id, secret.as_ref(), now)?))
    }

    /// Makes what is secret in a letter and writes its digest down; none when the letter comes
    /// too late.
    async fn make(
        &self,
        of: SecretKind,
        job: &Queued,
        case: &LoadedApplication,
        now: Moment,
    ) -> Result<Option<LetterSecret>, LetterFault> {
        match of {
            SecretKind::Link => self.make_link(job, case, now).await,
            SecretKind::DeviceCode => match &job.session {
                Some(session) => self.make_code(session, job, case, now).await,
                None => Ok(None),
            },
        }
    }

    async fn make_link(
        &self,
        job: &Queued,
        case: &LoadedApplication,
        now: Moment,
    ) -> Result<Option<LetterSecret>, LetterFault> {
        let Some(secret) = self.secret(job).await? else {
            return Ok(None);
        };
        let token = secret.link_token();
        let until = now.plus(self.service.bounds.link_seconds);
        let link = SavedLink {
            digest: link_digest(token.as_str()),
            journey: case.saved.id.clone(),
            until,
            ended: false,
            mail: job.id.clone(),
            asked_at: job.queued_at,
        };
        let made = self.is_made(Write::MakeLink(link)).await?;
        Ok(made.then_some(LetterSecret::Link { token, until }))
    }

    async fn make_code(
        &self,
        session: &SessionDigest,
        job: &Queued,
        case: &LoadedApplication,
        now: Moment,
    ) -> Result<Option<LetterSecret>, LetterFault> {
        let known = self.service.store.session(session).await;
        if known.map_err(|fault| later(fault.into()))?.is_none() {
            return Ok(None);
        }
        let secret = self.secret(job).await?;
        let Some(code) = secret.and_then(|secret| secret.device_code()) else {
            return Ok(None);
        };
        let seconds = self.service.bounds.code_seconds;
        let text = code_text(session, &case.saved.id, &code);
        let saved = SavedCode {
            session: *session,
            journey: case.saved.id.clone(),
            digest: self.service.keys.digest(Purpose::DeviceCode, &text),
            until: now.plus(seconds),
            mail: job.id.clone(),
            asked_at: job.queued_at,
        };
        let made = self.is_made(Write::MakeCode(saved)).await?;
        let minutes = u32::try_from(seconds / 60).unwrap_or(u32::MAX);
        Ok(made.then_some(LetterSecret::DeviceCode { code, minutes }))
    }

    async fn secret(&self, job: &Queued) -> Result<Option<MailSecret>, LetterFault> {
        self.service.secret_of(job).await.map_err(later)
    }

    /// Writes a link or a code down; not when the mail comes too late: a newer one was sent,
    /// or this one was used.
    async fn is_made(&self, write: Write) -> Result<bool, LetterFault> {
        match self.service.store.commit(vec![write]).await {
            Ok(()) => Ok(true),
            Err(StoreError::Conflict) => Ok(false),
            Err(fault) => Err(later(fault.into())),
        }
    }
}

fn later(fault: Fault) -> LetterFault {
    LetterFault::Later(fault.into())
}

#[async_trait]
impl LetterSource for Outbox {
    type Job = Queued;

    async fn letter(&self, leased: &Leased<Queued>) -> Result<Option<Letter>, LetterFault> {
        self.write_letter(&leased.job).await
    }
}

#[async_trait]
impl OutboxStore for Outbox {
    type Job = Queued;

    async fn lease(&self, lease: Lease) -> Result<Vec<Leased<Queued>>, MailFault> {
        let mut all = self.service.store.lease(Jobs::Mails, lease).await?;
        // The newest goes out last: what it holds is what is to be used.
        all.sort_by_key(|leased| leased.job.queued_at);
        Ok(all)
    }

    async fn settle(&self, leased: &Leased<Queued>, outcome: Outcome) -> Result<(), MailFault> {
        let job = &leased.job;
        let act = match (job.kind, &outcome) {
            (JobKind::Mail(kind), Outcome::Done) => Some(Act::MailSent(kind)),
            (JobKind::Mail(kind), Outcome::Failed { .. }) => Some(Act::MailFailed(kind)),
            (_, Outcome::Dropped | Outcome::Retry { .. })
            | (JobKind::DiscardPhoto, Outcome::Done | Outcome::Failed { .. }) => None,
        };
        let entry = act.map(|act| self.service.entry(act, Some(&job.journey)));
        Ok(self.service.store.settle(&job.id, outcome, entry).await?)
    }
}
