//! ③ The mail address, read back.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use rules::journey::{Page, Registration};

use super::guarded::guarded;
use super::told::{is_refused, told};
use crate::api::ConfirmAddress;
use crate::components::{
    Buttons, FixedValue, Layout, LinkButton, PostForm, SubmitButton,
};
use crate::portal::Visit;
use crate::text::pages::{common, mail as words};

/// `/mail/check`: the ID, the name and the address, large enough to compare.
#[component]
pub(crate) fn MailCheckPage() -> impl IntoView {
    guarded(Page::MailCheck, |visit| check(&visit))
}

fn check(visit: &Visit) -> impl IntoView + use<> {
    let Visit { journey, flash, session_ends, .. } = visit;
    view! {
        <Layout
            title=words::CHECK_TITLE
            step=Some(Page::MailCheck.step())
            has_errors=is_refused(flash)
            session_ends=Some(*session_ends)
        >
            {told(flash)}
            <p>{words::CHECK}</p>
            {journey.registration().map(given)}
            <PostForm action=ConfirmAddress::url()>
                <Buttons>
                    <SubmitButton label=common::REGISTER />
                    <LinkButton href=Page::Mail.path() label=common::BACK />
                </Buttons>
            </PostForm>
        </Layout>
    }
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
