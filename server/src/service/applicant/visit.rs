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
        let (session, flash) = match self.sessions().find().await? {
            Some(session) => {
                let flash = flash_of(&session.content, page.path());
                (session, flash)
            }
            None if self.visitor.showed_cookie() && page != Page::Start => {
                return Err(Refusal::SessionOver);
            }
            None => {
                let session = self.sessions().begin(SessionContent::default())?;
                (session, self.told(page.path()).unwrap_or_default())
            }
        };
        let standing = self.standing(&session.content.current).await?;
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
            session_ends: self.sessions().ends(session.created_at),
            is_one_of_several: !session.content.others.is_empty(),
            about: session.content.current.about,
        })
    }

    async fn recall(&self, path: &str) -> Option<Flash> {
        let flash = match self.sessions().find().await.ok()? {
            Some(session) => Some(flash_of(&session.content, path)),
            None => self.told(path),
        };
        flash.filter(|flash| *flash != Flash::default())
    }

    /// In the session, and where there is none with the browser itself.
    async fn remember(&self, path: &'static str, flash: Flash) -> Result<(), Refusal> {
        Ok(tried_anew(|| async {
            let Some(mut session) = self.sessions().find().await? else {
                return Ok(self.tell_later(path, flash.clone())?);
            };
            let kept = Some((path.to_owned(), flash.clone()));
            if is_of_an_application(path) {
                self.sessions().turn_to_named(&mut session.content)?;
                session.content.current.flash = kept;
            } else {
                session.content.open_page_flash = kept;
            }
            Ok(self.sessions().commit(&session, Vec::new()).await?)
        })
        .await?)
    }
}

/// Whether the page with this path shows an application: what it has to say is said of that one
/// only.
fn is_of_an_application(path: &str) -> bool {
    let mut pages = Page::ALL.into_iter();
    pages.any(|page| page != Page::Start && page.path() == path)
}

/// What was typed and refused on a page.
fn flash_of(content: &SessionContent, path: &str) -> Flash {
    let kept = [&content.current.flash, &content.open_page_flash];
    let mut kept = kept.into_iter().flatten();
    let flash = kept.find(|(on, _)| on == path);
    flash.map(|(_, flash)| flash.clone()).unwrap_or_default()
}
