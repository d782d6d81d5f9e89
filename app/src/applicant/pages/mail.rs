//! ③ The mail address.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use rules::application::{Journey, Page};
use rules::form::Field;
use rules::{Contact, ContactName};

use super::guarded::guarded_with;
use super::told::{is_refused, told, typed};
use crate::applicant::Notice;
use crate::applicant::api::{ChangePicture, GiveContact, PICTURE, TakeNearestName};
use crate::applicant::islands::ProofOfWork;
use crate::applicant::portal::{Challenge, Flash, Visit};
use crate::components::{
    ButtonKind, CaptchaField, Disclosure, Layout, Notice, NoticeKind, Office, PostForm,
    SubmitButton, TextField, TextLook,
};
use crate::site::Site;
use crate::words::words;

/// `/mail`: contact name, address twice, picture authentication.
#[component]
pub(crate) fn MailPage() -> impl IntoView {
    guarded_with(Page::Mail, |portal, visit| async move {
        let challenge = portal.challenge().await?;
        Ok(mail(&visit, challenge, portal.site()))
    })
}

fn mail(visit: &Visit, challenge: Option<Challenge>, site: Arc<Site>) -> impl IntoView + use<> {
    let Visit { journey, flash, .. } = visit;
    let is_picture_new = flash.notice == Some(Notice::PictureChanged);
    let told = (!is_picture_new).then(|| told(flash));
    let contact = contact_fields(journey.registration().map(|known| &known.contact), flash);
    // Without the picture there is no hidden work, which is the page's only island.
    let is_asked = challenge.is_some();
    let picture = match challenge {
        Some(challenge) => picture(challenge, flash).into_any(),
        None => answered().into_any(),
    };
    let domain = sender_domain(&site.mail_from).to_owned();
    let sender = words().mail.sender(&site.mail_from);
    view! {
        <Layout
            title=words().mail.title
            step=Some(Page::Mail.step())
            back=Some(page_before(journey).path())
            has_errors=is_refused(flash)
            session_ends=Some(visit.session_ends)
            islands=is_asked
        >
            {told}
            <p>{words().mail.why}</p>
            <Notice kind=NoticeKind::Info title=words().mail.allow_title>
                <p>{words().mail.allow}</p>
                <p>
                    <code>{domain}</code>
                </p>
                <p>{sender}</p>
            </Notice>
            <PostForm action=GiveContact::url()>
                {default_button()}
                {contact}
                {picture}
                <SubmitButton label=words().common.confirm />
            </PostForm>
            {is_asked.then(|| neither(site))}
        </Layout>
    }
}

/// The domain of the sender, as filters of mail want it: `@example.jp`.
fn sender_domain(mail_from: &str) -> &str {
    mail_from.find('@').map_or(mail_from, |at| &mail_from[at..])
}

/// What to do who can use neither picture nor sound.
fn neither(site: Arc<Site>) -> impl IntoView {
    view! {
        <Disclosure summary=words().mail.neither_title>
            <p>{words().mail.neither}</p>
            <Office site />
        </Disclosure>
    }
}

/// A draft came from the terms; a registered application comes to correct its
/// address.
fn page_before(journey: &Journey) -> Page {
    if journey.is_registered() {
        Page::MailSent
    } else {
        Page::Terms
    }
}

fn contact_fields(known: Option<&Contact>, flash: &Flash) -> impl IntoView + use<> {
    let name = typed(flash, "contact_name", || {
        known
            .map(|contact| contact.name.as_str().to_owned())
            .unwrap_or_default()
    });
    let nearest = nearest(&name, flash);
    view! {
        <TextField
            field=Field::ContactName
            name="contact_name"
            label=words().common.contact_name
            hint=words().mail.name_hint
            value=name
            problems=flash.problems.clone()
            autocomplete="name"
        />
        {nearest}
        {address(Field::Mail, "mail", words().common.mail_address, words().mail.address_hint, known, flash)}
        {address(Field::MailAgain, "mail_again", words().mail.address_again, words().mail.address_again_hint, known, flash)}
    }
}

/// Offers the nearest name where the typed one was refused.
fn nearest(typed: &str, flash: &Flash) -> Option<impl IntoView + use<>> {
    let name = flash
        .concerns(Field::ContactName)
        .then(|| ContactName::nearest(typed))??;
    Some(view! {
        <SubmitButton
            label=words().mail.take_name(name.as_str())
            kind=ButtonKind::Second
            formaction=TakeNearestName::url()
        />
    })
}

fn address(
    field: Field,
    name: &'static str,
    label: &'static str,
    hint: &'static str,
    known: Option<&Contact>,
    flash: &Flash,
) -> impl IntoView + use<> {
    let value = typed(flash, name, || {
        known
            .map(|contact| contact.mail.as_str().to_owned())
            .unwrap_or_default()
    });
    view! {
        <TextField
            field=field
            name=name
            label=label
            hint=hint
            value=value
            problems=flash.problems.clone()
            autocomplete="email"
            inputmode="email"
            kind="email"
            look=TextLook::Letters
        />
    }
}

/// What Enter presses: the first button of a form. Without it that would be the
/// one for another picture.
fn default_button() -> impl IntoView {
    view! {
        <button class="u-hidden" type="submit" tabindex="-1" aria-hidden="true">
            {words().common.confirm}
        </button>
    }
}

/// The picture, its button, a box that only machines fill in, and the hidden
/// work.
fn picture(challenge: Challenge, flash: &Flash) -> impl IntoView + use<> {
    let problems = flash.problems.clone();
    let is_new = flash.notice == Some(Notice::PictureChanged);
    let told = is_new.then(|| told(flash));
    view! {
        <fieldset class="c-group" id=PICTURE>
            <legend class="c-field__label">{words().mail.picture_title}</legend>
            {told}
            <CaptchaField challenge=challenge.id name="captcha" problems=problems>
                <SubmitButton
                    label=words().mail.another
                    kind=ButtonKind::Second
                    formaction=ChangePicture::url()
                />
            </CaptchaField>
        </fieldset>
        <p class="u-hidden" aria-hidden="true">
            <label for="website">{words().mail.honeypot}</label>
            <input type="text" id="website" name="website" value="" tabindex="-1" autocomplete="off" />
        </p>
        <ProofOfWork challenge=challenge.proof />
    }
}

/// In place of the picture, once it was answered rightly.
fn answered() -> impl IntoView {
    view! {
        <fieldset class="c-group" id=PICTURE>
            <legend class="c-field__label">{words().mail.picture_title}</legend>
            <p>{words().mail.answered}</p>
        </fieldset>
    }
}
