//! ④ The link in the mail: looked at by GET, used up by POST.

use app::portal::LinkView;
use app::refusal::Refusal;
use rules::LinkToken;
use rules::journey::{Access, Event, Journey, Page};
use sha2::{Digest as _, Sha256};

use super::visiting::Standing;
use super::{Casework, Stop, Visiting};
use crate::seal::Digest;
use crate::store::{Act, JourneyId, SavedLink, Write};

/// What is kept of a link: 256 random bits need no slow digest.
pub(super) fn link_digest(token: &str) -> Digest {
    Sha256::digest(token.as_bytes()).into()
}

impl Visiting {
    async fn find_link(&self, token: &str) -> Result<Option<(SavedLink, Casework)>, Stop> {
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

    /// What the page behind the link says. Changes nothing: mail scanners open links.
    pub(super) async fn view_link(&self, token: &str) -> Result<LinkView, Stop> {
        let Some((link, case)) = self.find_link(token).await? else {
            return Ok(LinkView::Unknown);
        };
        Ok(match &case.journey {
            Journey::Submitted { .. } => LinkView::Finished,
            _ if (link.ended || link.until <= self.now())
                && self.is_inside(&link.journey).await? =>
            {
                LinkView::UnderWay
            }
            _ if link.ended => LinkView::Used,
            _ if link.until <= self.now() => LinkView::Expired,
            journey => LinkView::Ready {
                last_four: journey
                    .form()
                    .map(|form| form.id.last_four().to_owned())
                    .unwrap_or_default(),
                until: link.until,
            },
        })
    }

    /// Whether this browser may go on with the application anyway.
    async fn is_inside(&self, journey: &JourneyId) -> Result<bool, Stop> {
        let session = self.session().await?;
        let tie = session.and_then(|session| session.content.tie);
        Ok(tie.is_some_and(|tie| tie.journey == *journey && tie.access == Access::Trusted))
    }

    /// Uses the link up. The browser that registered the address goes on; any
    /// other must give the device code first. Either way its session gets a new name.
    pub(super) async fn follow_link(&self, token: &str) -> Result<Page, Stop> {
        let Some((link, case)) = self.find_link(token).await? else {
            return Err(Refusal::Changed.into());
        };
        if link.ended || link.until <= self.now() {
            return Err(Refusal::Changed.into());
        }
        let mut session = self.session_or_new().await?;
        let registered_here = session
            .content
            .tie
            .as_ref()
            .is_some_and(|tie| tie.journey == link.journey && tie.access != Access::Challenged);
        let (access, effects) = Access::on_link_opened(registered_here);
        let opened = Act::LinkOpened {
            needs_code: access == Access::Challenged,
        };
        let mut writes = vec![
            self.rename(&mut session)?,
            Write::Record(self.service.entry(opened, Some(&link.journey))),
        ];
        Self::tie(&mut session, link.journey.clone(), access);
        let (next, moved) = self.advance(case, Event::LinkOpened)?;
        writes.extend(moved);
        let code = self.queue(&link.journey, &next, Some(session.digest()), effects);
        writes.extend(code?);
        self.commit(&session, writes).await?;
        Ok(if access == Access::Challenged {
            Page::Device
        } else {
            next.page()
        })
    }

    /// A new link in place of an old one, to the address registered.
    pub(super) async fn replace_link(&self, token: &str) -> Result<(), Stop> {
        let Some((_, case)) = self.find_link(token).await? else {
            return Ok(());
        };
        let (_, writes) = self.advance(case, Event::LinkAsked)?;
        Ok(self.service.write(writes).await?)
    }

    /// Whether this browser holds a challenged session, for the device page.
    pub(super) async fn challenged(&self) -> Result<(super::visiting::Session, Casework), Stop> {
        let session = self.known_session().await?;
        let standing = self.standing(&session.content).await?;
        standing.admit(Page::Device)?;
        match standing {
            Standing::Case(case, Access::Challenged) => Ok((session, *case)),
            other => Err(Refusal::Elsewhere(other.journey().page()).into()),
        }
    }
}
