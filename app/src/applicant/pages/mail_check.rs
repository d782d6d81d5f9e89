//! ③ The mail address, read back.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use rules::MailAddress;
use rules::application::{Page, Registration};

use super::guarded::guarded;
use super::told::{is_refused, told};
use crate::applicant::api::ConfirmAddress;
use crate::applicant::portal::Visit;
use crate::components::{
    Buttons, FixedValue, Layout, LinkButton, Notice, NoticeKind, PostForm, SubmitButton,
};
use crate::words::pages::{common, mail as words};

/// `/mail/check`: the ID, the name and the address, large enough to compare.
#[component]
pub(crate) fn MailCheckPage() -> impl IntoView {
    guarded(Page::MailCheck, |visit| check(&visit))
}

fn check(visit: &Visit) -> impl IntoView + use<> {
    let Visit { journey, flash, .. } = visit;
    let told = told(flash);
    let given = journey.registration().map(given);
    let meant = journey
        .registration()
        .and_then(|known| meant(&known.contact.mail));
    view! {
        <Layout
            title=words::CHECK_TITLE
            step=Some(Page::MailCheck.step())
            has_errors=is_refused(flash)
            session_ends=Some(visit.session_ends)
        >
            {told}
            <p>{words::CHECK}</p>
            {meant}
            {given}
            <PostForm action=ConfirmAddress::url()>
                <Buttons>
                    <SubmitButton label=common::REGISTER />
                    <LinkButton href=Page::Mail.path() label=common::BACK />
                </Buttons>
            </PostForm>
        </Layout>
    }
}

/// Asks about a domain that looks like a slip of the finger.
fn meant(mail: &MailAddress) -> Option<impl IntoView + use<>> {
    let question = words::is_meant(mail.domain(), &mail.suggest_domain()?);
    Some(view! {
        <Notice kind=NoticeKind::Warn title=question>
            <p>{words::MEANT}</p>
        </Notice>
    })
}

fn given(registration: &Registration) -> impl IntoView + use<> {
    let contact = &registration.contact;
    view! {
        <FixedValue
            label=common::APPLICATION_ID
            value=registration.form.id.grouped()
            hint=words::CHECK_ID
        />
        <FixedValue label=common::CONTACT_NAME value=contact.name.as_str() />
        <FixedValue label=common::MAIL_ADDRESS value=contact.mail.as_str() />
    }
}
