//! Looking at a page, and what it has to say of the last try.

use app::applicant::portal::{Flash, Visit, VisitStep};
use app::refusal::Refusal;
use async_trait::async_trait;
use rules::application::Page;

use super::retry::tried_anew;
use super::session::SessionContent;
use super::standing::Standing;
use crate::service::ApplicantRequest;

#[async_trait]
impl VisitStep for ApplicantRequest {
    async fn visit(&self, page: Page) -> Result<Visit, Refusal> {
        let (session, flash) = match self.session().await? {
            Some(session) => {
                let flash = flash_of(&session.content, page.path());
                (session, flash)
            }
            None if self.visitor.showed_cookie() && page != Page::Start => {
                return Err(Refusal::SessionOver);
            }
            None => {
                let session = self.new_session(SessionContent::default())?;
                (session, self.told(page.path()).unwrap_or_default())
            }
        };
        let standing = self.standing(&session.content).await?;
        standing.admit(page)?;
        let version = match &standing {
            Standing::Draft(_) => 0,
            Standing::Case(case, _) => case.saved.version,
        };
        let journey = match standing {
            Standing::Draft(journey) => journey,
            Standing::Case(case, _) => case.journey,
        };
        Ok(Visit {
            journey,
            version,
            flash,
            session_ends: self.session_ends(session.created_at),
            about: session.content.about,
        })
    }

    async fn recall(&self, path: &str) -> Option<Flash> {
        let flash = match self.session().await.ok()? {
            Some(session) => Some(flash_of(&session.content, path)),
            None => self.told(path),
        };
        flash.filter(|flash| *flash != Flash::default())
    }

    async fn remember(&self, path: &'static str, flash: Flash) -> Result<(), Refusal> {
        Ok(tried_anew(|| async {
            let Some(mut session) = self.session().await? else {
                return Ok(self.tell_later(path, flash.clone())?);
            };
            let kept = Some((path.to_owned(), flash.clone()));
            let is_its_own = self.insist_on_its_own(&session.content);
            if is_its_own.is_ok() {
                session.content.flash = kept;
            } else if let Some(before) = self.meant_before(&mut session.content) {
                before.flash = kept;
            } else {
                return Ok(is_its_own?);
            }
            self.commit(&session, Vec::new()).await?;
            Ok(is_its_own?)
        })
        .await?)
    }
}

/// What was typed and refused on a page.
pub(in crate::service) fn flash_of(content: &SessionContent, path: &str) -> Flash {
    match &content.flash {
        Some((on, flash)) if on == path => flash.clone(),
        _ => Flash::default(),
    }
}
