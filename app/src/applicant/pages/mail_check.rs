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
use crate::words::words;

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
            title=words().mail.check_title
            step=Some(Page::MailCheck.step())
            has_errors=is_refused(flash)
            session_ends=Some(visit.session_ends)
        >
            {told}
            <p>{words().mail.check}</p>
            {meant}
            {given}
            <PostForm action=ConfirmAddress::url()>
                <Buttons>
                    <SubmitButton label=words().common.register />
                    <LinkButton href=Page::Mail.path() label=words().common.back />
                </Buttons>
            </PostForm>
        </Layout>
    }
}

/// Asks about a domain that looks like a slip of the finger.
fn meant(mail: &MailAddress) -> Option<impl IntoView + use<>> {
    let question = words()
        .mail
        .is_meant(mail.domain(), &mail.suggest_domain()?);
    Some(view! {
        <Notice kind=NoticeKind::Warn title=question>
            <p>{words().mail.meant}</p>
        </Notice>
    })
}

fn given(registration: &Registration) -> impl IntoView + use<> {
    let contact = &registration.contact;
    view! {
        <FixedValue
            label=words().common.application_id
            value=registration.form.id.grouped()
            hint=words().mail.check_id
        />
        <FixedValue label=words().common.contact_name value=contact.name.as_str() />
        <FixedValue label=words().common.mail_address value=contact.mail.as_str() />
    }
}
