//! ③ and ④: the mail address, and the link once more.

use leptos::prelude::*;
use rules::application::Page;
use rules::form::{Field, FormProblem, FormProblems, Problem};
use rules::{CaptchaAnswer, CivilDate, Contact, ContactName, MailPair};
use serde::{Deserialize, Serialize};

use super::answer::{Next, answer, show_again};
use super::form::{Button, Form, Sent};
use crate::applicant::Notice;
use crate::applicant::portal::HumanProof;
use crate::refusal::Refusal;
use crate::typed::Typed;
use crate::words::language;

/// Id of the picture authentication on its page.
pub(crate) const PICTURE: &str = "picture";

/// Name and mail address.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ContactForm {
    contact_name: String,
    mail: String,
    mail_again: String,
}

/// The answer to a picture authentication, and what else tells people from machines.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ProofForm {
    challenge: String,
    captcha: String,
    nonce: String,
    /// The honeypot.
    website: String,
}

/// The form of the mail address.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MailForm {
    #[serde(flatten)]
    contact: ContactForm,
    #[serde(flatten)]
    proof: ProofForm,
}

/// Gives the contact name and the mail address.
///
/// # Errors
/// What is wrong, for a script only.
#[server(prefix = "/api", endpoint = "mail/give")]
pub async fn give_contact(#[server(flatten)] sent: Sent<MailForm>) -> Result<(), Refusal> {
    answer(Page::Mail, sent, |portal, (contact, proof)| async move {
        // Whatever is wrong beside it, a right answer is kept.
        let answered = portal.answer(proof).await;
        let contact = all_or_what_is_wrong(contact, answered)?;
        portal.give_contact(contact).await
    })
    .await
}

/// Shows another picture; what was typed is kept.
///
/// # Errors
/// A fault, for a script only.
#[server(prefix = "/api", endpoint = "mail/picture")]
pub async fn change_picture(#[server(flatten)] sent: Sent<ContactForm>) -> Result<(), Refusal> {
    show_again(Page::Mail, sent, Some(PICTURE), Notice::PictureChanged).await
}

/// Puts the nearest name that can be taken in place of the typed one; what else was typed is
/// kept.
///
/// # Errors
/// A fault, for a script only.
#[server(prefix = "/api", endpoint = "mail/name")]
pub async fn take_nearest_name(#[server(flatten)] sent: Sent<ContactForm>) -> Result<(), Refusal> {
    let mut sent = sent;
    if let Some(nearest) = ContactName::nearest(&sent.form.contact_name) {
        sent.form.contact_name = nearest.into();
    }
    show_again(Page::Mail, sent, None, Notice::NameChanged).await
}

/// 「登録」: registers the mail address.
///
/// # Errors
/// Too often, for a script only.
#[server(prefix = "/api", endpoint = "mail/confirm")]
pub async fn confirm_address(#[server(flatten)] sent: Sent<Button>) -> Result<(), Refusal> {
    answer(Page::MailCheck, sent, |portal, ()| async move {
        portal.confirm_address().await
    })
    .await
}

/// Sends the link once more.
///
/// # Errors
/// Too often, for a script only.
#[server(prefix = "/api", endpoint = "mail/resend")]
pub async fn resend_link(#[server(flatten)] sent: Sent<Button>) -> Result<(), Refusal> {
    answer(Page::MailSent, sent, |portal, ()| async move {
        let page = portal.resend_link().await?;
        Ok(Next::Told(page, Notice::MailSentAgain))
    })
    .await
}

/// The contact, unless something is wrong with it or with the answer: all of it at once.
fn all_or_what_is_wrong(
    contact: Result<Contact, FormProblems>,
    answered: Result<(), Refusal>,
) -> Result<Contact, Refusal> {
    match (contact, answered) {
        (Ok(contact), answered) => answered.map(|()| contact),
        (Err(problems), Ok(())) => Err(Refusal::Form(problems)),
        (Err(mut problems), Err(Refusal::Form(more))) => {
            for FormProblem { field, problem } in Vec::from(more) {
                problems.add(field, problem);
            }
            Err(Refusal::Form(problems))
        }
        (Err(_), Err(refusal)) => Err(refusal),
    }
}

impl Form for MailForm {
    /// Both parts, each with what is wrong with it: the answer is judged in any case.
    type Given = (
        Result<Contact, FormProblems>,
        Result<HumanProof, FormProblems>,
    );

    fn read(&self, today: CivilDate) -> Result<Self::Given, FormProblems> {
        Ok((self.contact.read(today), self.proof.read(today)))
    }

    fn typed(&self) -> Typed {
        self.contact.typed()
    }
}

impl Form for ContactForm {
    type Given = Contact;

    fn read(&self, _: CivilDate) -> Result<Contact, FormProblems> {
        let mut problems = FormProblems::new();
        let name = problems.take(Field::ContactName, ContactName::parse(&self.contact_name));
        let mail = MailPair::read(&self.mail, &self.mail_again).map_err(|problem| {
            let FormProblem { field, problem } = problem.into();
            problems.add(field, problem);
        });
        match (name, mail) {
            (Some(name), Ok(mail)) => Ok(Contact {
                name,
                mail,
                language: language(),
            }),
            _ => Err(problems),
        }
    }

    fn typed(&self) -> Typed {
        let pairs = [
            ("contact_name", self.contact_name.clone()),
            ("mail", self.mail.clone()),
            ("mail_again", self.mail_again.clone()),
        ];
        pairs.into_iter().collect()
    }
}

impl Form for ProofForm {
    type Given = HumanProof;

    fn read(&self, _: CivilDate) -> Result<HumanProof, FormProblems> {
        let answer = CaptchaAnswer::parse(&self.captcha)
            .map_err(|problem| FormProblems::one(Field::Captcha, Problem::Captcha(problem)))?;
        Ok(HumanProof {
            answer,
            challenge: self.challenge.clone(),
            nonce: self.nonce.parse().ok(),
            honeypot: self.website.clone(),
        })
    }
}
