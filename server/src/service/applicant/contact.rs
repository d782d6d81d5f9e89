//! ③ Name and mail address, and ④ the mail with the link.

use app::applicant::portal::MailStep;
use app::refusal::Refusal;
use async_trait::async_trait;
use rules::Contact;
use rules::application::{Access, Event, Journey, Page};

use super::challenge::{Shown, at_the_captcha};
use super::known_device::Introduced;
use super::retry::tried_anew;
use super::session::Session;
use super::standing::Standing;
use crate::seal::{Digest, Purpose};
use crate::service::{ApplicantRequest, Stop};
use crate::store::Write;

#[async_trait]
impl MailStep for ApplicantRequest {
    async fn give_contact(&self, contact: Contact) -> Result<Page, Refusal> {
        let mut session = self.known_session().await?;
        self.standing(&session.content).await?.admit(Page::Mail)?;
        let solved = self.solved(&session.content);
        self.use_answer(&mut session.content)?;
        let shown = match solved {
            Some(solved) if solved.has_worked => Shown::Worked,
            _ => Shown::Plain,
        };
        self.count_registration(shown)
            .await
            .map_err(at_the_captcha)?;
        let given = Event::ContactGiven(contact);
        let page = self.act_with(Page::Mail, given, |content| self.use_answer(content));
        Ok(page.await?)
    }

    async fn confirm_address(&self) -> Result<Page, Refusal> {
        Ok(tried_anew(|| async {
            let mut session = self.known_session().await?;
            let draft = match self.standing(&session.content).await? {
                Standing::Draft(draft) => draft,
                // A double click: the first one has registered it.
                registered @ Standing::Case(..) => {
                    return Ok(registered.admit(Page::MailSent).map(|()| Page::MailSent)?);
                }
            };
            let (device, writes) = self.registered(&mut session, draft)?;
            self.commit(&session, writes).await?;
            self.introduced(device);
            Ok(Page::MailSent)
        })
        .await?)
    }

    async fn resend_link(&self) -> Result<Page, Refusal> {
        let session = self.known_session().await?;
        let standing = self.standing(&session.content).await?;
        standing.admit(Page::MailSent)?;
        let Standing::Case(case, _) = standing else {
            return Err(Refusal::Elsewhere(standing.journey().page()));
        };
        self.spend(&self.resend_key(&session), self.service.bounds.resends)
            .await?;
        self.send_link(*case).await?;
        Ok(Page::MailSent)
    }
}

impl ApplicantRequest {
    /// Makes an application of the draft, which knows this device, and ties the session to it.
    fn registered(
        &self,
        session: &mut Session,
        draft: Journey,
    ) -> Result<(Introduced, Vec<Write>), Stop> {
        Standing::Draft(draft.clone()).admit(Page::MailCheck)?;
        let transition = draft
            .apply(Event::AddressConfirmed, self.service.now())
            .map_err(super::advance::refusal)?;
        let (id, mut writes) = self.open_new(transition)?;
        let device = self.introduce(&id)?;
        writes.extend(device.writes.iter().cloned());
        Self::tie(session, id, Access::Registrant);
        Ok((device, writes))
    }

    /// The key under which links asked for once more in a session are counted.
    fn resend_key(&self, session: &Session) -> Digest {
        let text = [b"resend".as_slice(), session.digest().as_slice()].concat();
        self.service.keys.digest(Purpose::Client, &text)
    }
}
