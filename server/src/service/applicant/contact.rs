//! ③ Name and mail address, and ④ the mail with the link.

use rules::Contact;
use rules::application::{Access, ApplicantEvent, Journey, Page};

use super::challenge::{Shown, at_the_captcha};
use super::known_device::Introduced;
use super::request::{Session, Standing, tried_anew};
use crate::seal::{Digest, Purpose};
use crate::service::{ApplicantRequest, Stop};
use crate::store::Write;
use app::refusal::Refusal;

impl ApplicantRequest {
    /// Takes name and address, once a picture authentication was answered rightly.
    pub(in crate::service) async fn take_contact(&self, contact: Contact) -> Result<Page, Stop> {
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
        self.act(
            Page::Mail,
            ApplicantEvent::ContactGiven(contact),
            |content| self.use_answer(content),
        )
        .await
    }

    /// 「登録」: the draft becomes an application, and its link goes out.
    pub(in crate::service) async fn register(&self) -> Result<Page, Stop> {
        tried_anew(|| async {
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
        .await
    }

    /// Makes an application of the draft, which knows this device, and ties the session to it.
    fn registered(
        &self,
        session: &mut Session,
        draft: Journey,
    ) -> Result<(Introduced, Vec<Write>), Stop> {
        Standing::Draft(draft.clone()).admit(Page::MailCheck)?;
        let transition = draft
            .apply(ApplicantEvent::AddressConfirmed, self.now())
            .map_err(super::advance::refusal)?;
        let (id, mut writes) = self.open_new(transition)?;
        let device = self.introduce(&id)?;
        writes.extend(device.writes.iter().cloned());
        Self::tie(session, id, Access::Registrant);
        Ok((device, writes))
    }

    /// The link once more, to the same address.
    pub(in crate::service) async fn send_link_again(&self) -> Result<Page, Stop> {
        let session = self.known_session().await?;
        let standing = self.standing(&session.content).await?;
        standing.admit(Page::MailSent)?;
        let Standing::Case(case, _) = standing else {
            return Err(Refusal::Elsewhere(standing.journey().page()).into());
        };
        self.spend(&self.resend_key(&session), self.service.bounds.resends)
            .await?;
        let (_, writes) = self.advance(*case, ApplicantEvent::LinkAsked)?;
        self.service.write(writes).await?;
        Ok(Page::MailSent)
    }

    /// The key under which links asked for once more in a session are counted.
    fn resend_key(&self, session: &Session) -> Digest {
        let text = [b"resend".as_slice(), session.digest().as_slice()].concat();
        self.service.keys.digest(Purpose::Client, &text)
    }
}
