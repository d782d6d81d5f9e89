//! ③ and ④: the mail address, and the link once more.

use leptos::prelude::*;
use rules::application::Page;
use rules::form::{Field, FormProblem, FormProblems, Problem};
use rules::{CaptchaAnswer, Contact, ContactName, MailAddress, MailPair};

use super::answer::{Form, Next, answer};
use crate::applicant::portal::HumanProof;
use crate::refusal::Refusal;
use crate::words::pages::common;

/// Id of the picture authentication on its page.
pub(crate) const PICTURE: &str = "picture";

/// Gives the contact name and the mail address. `website` is the honeypot.
///
/// # Errors
/// What is wrong, for a script only.
#[server(prefix = "/api", endpoint = "mail/give")]
pub async fn give_contact(
    #[server(default)] contact_name: String,
    #[server(default)] mail: String,
    #[server(default)] mail_again: String,
    #[server(default)] challenge: String,
    #[server(default)] captcha: String,
    #[server(default)] nonce: String,
    #[server(default)] website: String,
) -> Result<(), Refusal> {
    let form = contact_form(contact_name, mail, mail_again)
        .secret("challenge", challenge)
        .secret("captcha", captcha)
        .secret("nonce", nonce)
        .secret("website", website);
    let (contact, proof) = (read_contact(&form), read_proof(&form));
    answer(form, |portal| async move {
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
pub async fn change_picture(
    #[server(default)] contact_name: String,
    #[server(default)] mail: String,
    #[server(default)] mail_again: String,
) -> Result<(), Refusal> {
    let form = contact_form(contact_name, mail, mail_again);
    answer(form, |_| async move {
        Ok(Next::AtKept(PICTURE, common::PICTURE_CHANGED))
    })
    .await
}

/// Puts the nearest name that can be taken in place of the typed one; what else was typed is
/// kept.
///
/// # Errors
/// A fault, for a script only.
#[server(prefix = "/api", endpoint = "mail/name")]
pub async fn take_nearest_name(
    #[server(default)] contact_name: String,
    #[server(default)] mail: String,
    #[server(default)] mail_again: String,
) -> Result<(), Refusal> {
    let name = ContactName::nearest(&contact_name).map_or(contact_name, String::from);
    let form = contact_form(name, mail, mail_again);
    answer(
        form,
        |_| async move { Ok(Next::HereKept(common::NAME_CHANGED)) },
    )
    .await
}

/// 「登録」: registers the mail address.
///
/// # Errors
/// Too often, for a script only.
#[server(prefix = "/api", endpoint = "mail/confirm")]
pub async fn confirm_address() -> Result<(), Refusal> {
    answer(Form::on(Page::MailCheck.path()), |portal| async move {
        portal.confirm_address().await
    })
    .await
}

/// Sends the link once more.
///
/// # Errors
/// Too often, for a script only.
#[server(prefix = "/api", endpoint = "mail/resend")]
pub async fn resend_link() -> Result<(), Refusal> {
    answer(Form::on(Page::MailSent.path()), |portal| async move {
        let page = portal.resend_link().await?;
        Ok(Next::Told(page, common::MAIL_SENT_AGAIN))
    })
    .await
}

fn contact_form(contact_name: String, mail: String, mail_again: String) -> Form {
    Form::on(Page::Mail.path())
        .typed("contact_name", contact_name)
        .typed("mail", mail)
        .typed("mail_again", mail_again)
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

fn read_contact(form: &Form) -> Result<Contact, FormProblems> {
    let mut problems = FormProblems::new();
    let name = problems.take(
        Field::ContactName,
        ContactName::parse(form.value("contact_name")),
    );
    let mail = read_mail(form, &mut problems);
    match (name, mail) {
        (Some(name), Some(mail)) => Ok(Contact { name, mail }),
        _ => Err(problems),
    }
}

fn read_proof(form: &Form) -> Result<HumanProof, Problem> {
    Ok(HumanProof {
        answer: CaptchaAnswer::parse(form.value("captcha")).map_err(Problem::Captcha)?,
        challenge: form.value("challenge").to_owned(),
        nonce: form.value("nonce").parse().ok(),
        honeypot: form.value("website").to_owned(),
    })
}

fn read_mail(form: &Form, problems: &mut FormProblems) -> Option<MailAddress> {
    MailPair::read(form.value("mail"), form.value("mail_again"))
        .map_err(|problem| {
            let FormProblem { field, problem } = problem.into();
            problems.add(field, problem);
        })
        .ok()
}
