//! Several applications in one browser: a form of the one never touches another.
//!
//! Each form says which application it belongs to ([`app::applicant::portal::About`]), and acts on that one if the
//! session holds it (`Sessions::known`); it is then the one that pages show. Any other form is
//! refused (`docs/decisions/0049-several-applications.md`).

use app::applicant::portal::{About, SessionStep, UnderWay};
use app::refusal::Refusal;
use async_trait::async_trait;
use rules::ApplicationId;
use rules::application::Page;

use crate::seal::Purpose;
use crate::service::{ApplicantRequest, CookieChange};
use crate::store::Write;

#[async_trait]
impl SessionStep for ApplicantRequest {
    fn form_names(&self, about: About) {
        self.visitor.speaks_of(about);
    }

    async fn under_way(&self) -> Result<Vec<UnderWay>, Refusal> {
        let Some(session) = self.sessions().find().await? else {
            return Ok(Vec::new());
        };
        let mut under_way = Vec::new();
        for held in session.content.applications() {
            let standing = self.standing(held).await?;
            if let (Some(about), Some(form)) = (&held.about, standing.journey().form()) {
                under_way.push(UnderWay {
                    about: about.clone(),
                    last_four: form.id.last_four().to_owned(),
                    page: standing.page(),
                });
            }
        }
        Ok(under_way)
    }

    /// To the page that has something to say of the last try, else to where it stands.
    async fn go_on(&self) -> Result<Page, Refusal> {
        let held = self.sessions().known().await?.content.current;
        let standing = self.standing(&held).await?;
        let said_on = held.flash.and_then(|(path, _)| {
            let mut pages = Page::ALL.into_iter();
            pages.find(|page| page.path() == path)
        });
        let page = said_on.filter(|page| standing.admit(*page).is_ok());
        Ok(page.unwrap_or(standing.page()))
    }

    /// Whoever uses this device next is a stranger to all its applications.
    async fn leave(&self) -> Result<(), Refusal> {
        if let Some(mut session) = self.sessions().find().await? {
            self.sessions().turn_to_named(&mut session.content)?;
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
}
