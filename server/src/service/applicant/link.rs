//! ④ The link in the mail: looked at by GET, followed by POST, until the application is sent
//! in, the link's time is over or a newer one went out.

use app::applicant::portal::{LinkStep, LinkView};
use app::refusal::Refusal;
use async_trait::async_trait;
use rules::LinkToken;
use rules::application::{Access, Event, Journey, Page};

use super::known_device::Introduced;
use super::retry::tried_anew;
use crate::seal::Purpose;
use crate::service::application::secret::link_digest;
use crate::service::{ApplicantRequest, LoadedApplication, Stop};
use crate::store::{Act, JourneyId, SavedLink, Write};

#[async_trait]
impl LinkStep for ApplicantRequest {
    /// Changes nothing: mail scanners open links.
    async fn look_at_link(&self, token: &str) -> Result<LinkView, Refusal> {
        let Some((link, case)) = self.find_link(token).await? else {
            return Ok(LinkView::Unknown);
        };
        let is_over = link.ended || link.until <= self.service.now();
        Ok(match &case.journey {
            Journey::Submitted { .. } => LinkView::Finished,
            _ if is_over && self.is_inside(&link.journey).await? => LinkView::UnderWay,
            _ if link.ended => LinkView::Replaced,
            _ if is_over => LinkView::Expired,
            journey => LinkView::Ready {
                last_four: journey
                    .form()
                    .map(|form| form.id.last_four().to_owned())
                    .unwrap_or_default(),
                until: link.until,
            },
        })
    }

    /// To its page on a device that it knows, else to the one that asks for the device code.
    async fn open_link(&self, token: &str) -> Result<Option<Page>, Refusal> {
        Ok(tried_anew(|| async {
            let Some((link, case)) = self.find_link(token).await? else {
                return Ok(None);
            };
            let is_over = link.ended || link.until <= self.service.now();
            if is_over || matches!(case.journey, Journey::Submitted { .. }) {
                return Ok(None);
            }
            let access = self.access_to(&link.journey).await?;
            let is_known = self.is_known_device(&link.journey).await?;
            Ok(Some(match (access, is_known) {
                // No right is gained, and a code that is under way stays worth something.
                (Some(Access::Trusted), true) => case.journey.page(),
                (Some(Access::Challenged), false) => Page::Device,
                (Some(Access::Registrant | Access::Trusted), false) => {
                    self.go_on_here(case, Some(self.introduce(&link.journey)?))
                        .await?
                }
                (_, true) => self.go_on_here(case, None).await?,
                (None, false) => self.ask_for_code(case).await?,
            }))
        })
        .await?)
    }

    async fn renew_link(&self, token: &str) -> Result<(), Refusal> {
        let Some((_, case)) = self.find_link(token).await? else {
            return Ok(());
        };
        Ok(self.send_link(case).await?)
    }
}

impl ApplicantRequest {
    /// Sends a link to the address registered; it ends the one before.
    pub(in crate::service) async fn send_link(&self, case: LoadedApplication) -> Result<(), Stop> {
        let (_, writes) = self.advance(case, Event::LinkAsked)?;
        Ok(self.service.write(writes).await?)
    }

    async fn find_link(&self, token: &str) -> Result<Option<(SavedLink, LoadedApplication)>, Stop> {
        let counted = self.networks("unknown link", self.service.bounds.unknown);
        let looked = self.allowed(&counted, async {
            Ok(match LinkToken::parse(token) {
                Ok(token) => {
                    let digest = link_digest(token.as_str());
                    self.service.store.link(&digest).await?
                }
                Err(_) => None,
            })
        });
        let Some(link) = looked.await?.found() else {
            return Ok(None);
        };
        Ok(self
            .service
            .load(&link.journey)
            .await?
            .map(|case| (link, case)))
    }

    /// What this browser's session may do with the application, if it is tied to it.
    async fn access_to(&self, journey: &JourneyId) -> Result<Option<Access>, Stop> {
        let session = self.session().await?;
        let tie = session.and_then(|session| session.content.tie);
        let tie = tie.filter(|tie| tie.journey == *journey);
        Ok(tie.map(|tie| tie.access))
    }

    /// Whether this browser may go on with the application anyway.
    async fn is_inside(&self, journey: &JourneyId) -> Result<bool, Stop> {
        Ok(self.access_to(journey).await? == Some(Access::Trusted))
    }

    /// On a device of the application's own.
    async fn go_on_here(
        &self,
        case: LoadedApplication,
        device: Option<Introduced>,
    ) -> Result<Page, Stop> {
        self.count_opening("own device", &case.saved.id).await?;
        let introduced = device.iter().flat_map(|device| device.writes.clone());
        let page = self.open_application(case, true, introduced).await?;
        match device {
            Some(device) => self.introduced(device),
            None => self.keep_being_known(),
        }
        Ok(page)
    }

    /// On a device that the application does not know.
    async fn ask_for_code(&self, case: LoadedApplication) -> Result<Page, Stop> {
        self.count_opening("other device", &case.saved.id).await?;
        self.open_application(case, false, []).await?;
        Ok(Page::Device)
    }

    /// Whoever has the link and not the mailbox does not use up what the application's own
    /// devices may do.
    async fn count_opening(&self, by: &str, journey: &JourneyId) -> Result<(), Stop> {
        let text = ["link opened on ", by, " ", journey.as_str()].concat();
        let key = self.service.keys.digest(Purpose::Device, text.as_bytes());
        self.spend(&key, self.service.bounds.link_openings).await?;
        Ok(())
    }

    /// Ties the session to the application, under a new name.
    async fn open_application(
        &self,
        case: LoadedApplication,
        is_known: bool,
        introduced: impl IntoIterator<Item = Write>,
    ) -> Result<Page, Stop> {
        let mut session = self.session_or_new().await?;
        let journey = case.saved.id.clone();
        let (access, effects) = Access::on_link_opened(is_known);
        let opened = Act::LinkOpened {
            needs_code: access == Access::Challenged,
        };
        let mut writes = vec![
            self.rename(&mut session)?,
            Write::Record(self.service.entry(opened, Some(&journey))),
        ];
        writes.extend(introduced);
        if let Some(form) = case.journey.form() {
            session.content.come_to(self.about(&form.id));
        }
        Self::tie(&mut session, journey.clone(), access);
        let (next, moved) = self.advance(case, Event::LinkOpened)?;
        writes.extend(moved);
        let code = self.queue(&journey, &next, Some(session.digest()), effects);
        writes.extend(code?);
        self.commit(&session, writes).await?;
        Ok(next.page())
    }
}
