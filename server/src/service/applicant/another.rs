//! Two applications in one browser: a form of the one never touches the other.
//!
//! Each form says which application it belongs to ([`app::applicant::portal::About`]). Where another one
//! was begun since, `ApplicantRequest::known_session` refuses it, the browser is told so, and may go
//! back to the one before.

use app::applicant::portal::{About, SessionStep, UnderWay};
use app::refusal::Refusal;
use async_trait::async_trait;
use rules::ApplicationId;
use rules::application::Page;

use super::retry::tried_anew;
use super::session::{SessionContent, SetAside};
use super::standing::Standing;
use crate::seal::Purpose;
use crate::service::{ApplicantRequest, CookieChange, Fault};
use crate::store::Write;

#[async_trait]
impl SessionStep for ApplicantRequest {
    fn form_names(&self, about: About) {
        self.visitor.speaks_of(about);
    }

    async fn under_way(&self) -> Result<UnderWay, Refusal> {
        let Some(session) = self.session().await? else {
            return Ok(UnderWay::default());
        };
        let last = self.standing(&session.content).await?;
        let before = match session.content.before {
            Some(before) => last_four(&self.aside(*before).await?),
            None => None,
        };
        Ok(UnderWay {
            last: last_four(&last).map(|digits| (digits, last.page())),
            before,
        })
    }

    async fn go_back(&self) -> Result<Page, Refusal> {
        Ok(tried_anew(|| async {
            let mut session = self.known_session().await?;
            let has_changed = session.content.go_back();
            let standing = self.standing(&session.content).await?;
            let flash = session.content.flash.as_ref();
            let typed = flash.and_then(|(path, _)| {
                let mut pages = Page::ALL.into_iter();
                pages.find(|page| page.path() == path.as_str())
            });
            let page = typed.filter(|page| standing.admit(*page).is_ok());
            if has_changed {
                self.commit(&session, Vec::new()).await?;
            }
            Ok(page.unwrap_or(standing.page()))
        })
        .await?)
    }

    /// Whoever uses this device next is a stranger to the application.
    async fn leave(&self) -> Result<(), Refusal> {
        if let Some(session) = self.session().await? {
            self.insist_on_its_own(&session.content)?;
        }
        let session = self.visitor.token();
        let session = session.map(|token| Write::EndSession(token.digest()));
        let ended: Vec<_> = session.into_iter().chain(self.forget_device()).collect();
        if !ended.is_empty() {
            self.service.write(ended).await?;
        }
        self.visitor.change_cookie(CookieChange::Clear);
        Ok(())
    }
}

impl ApplicantRequest {
    /// What the forms of an application say that it is: the same in every session, so that a
    /// page that was kept open goes on when the session was begun anew.
    pub(in crate::service) fn about(&self, form: &ApplicationId) -> About {
        let text = ["about ", form.as_str()].concat();
        About::of(&self.service.keys.digest(Purpose::Form, text.as_bytes()))
    }

    /// Refuses a form of another application than the one that this session is about.
    pub(in crate::service) fn insist_on_its_own(
        &self,
        content: &SessionContent,
    ) -> Result<(), Refusal> {
        match (self.visitor.about(), &content.about) {
            (Some(said), Some(known)) if said != known => Err(Refusal::OtherApplication),
            _ => Ok(()),
        }
    }

    /// The application set aside, if it is the one the form belongs to.
    pub(in crate::service) fn meant_before<'c>(
        &self,
        content: &'c mut SessionContent,
    ) -> Option<&'c mut SetAside> {
        let said = self.visitor.about()?;
        let before = content.before.as_deref_mut()?;
        (before.about == *said).then_some(before)
    }

    /// Where an application that was set aside stands.
    async fn aside(&self, before: SetAside) -> Result<Standing, Fault> {
        let content = SessionContent {
            draft: before.draft,
            tie: before.tie,
            ..SessionContent::default()
        };
        self.standing(&content).await
    }
}

fn last_four(standing: &Standing) -> Option<String> {
    let form = standing.journey().form()?;
    Some(form.id.last_four().to_owned())
}
