//! ④ A mail is on its way.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use rules::Applicant;
use rules::application::{Journey, Page};

use super::guarded::guarded_with;
use super::told::{is_refused, told};
use crate::applicant::api::ResendLink;
use crate::applicant::portal::{Site, Visit};
use crate::components::{
    ButtonKind, Buttons, Disclosure, Flow, Layout, LinkButton, Notice, NoticeKind, Office,
    PostForm, SubmitButton, phrases,
};
use crate::words::pages::mail as words;

/// `/mail/sent`: what to do now, and what if nothing arrives.
#[component]
pub(crate) fn MailSentPage() -> impl IntoView {
    guarded_with(Page::MailSent, |portal, visit| async move {
        Ok(sent(&visit, portal.site()))
    })
}

fn sent(visit: &Visit, site: Arc<Site>) -> impl IntoView + use<> {
    let Visit { journey, flash, .. } = visit;
    let (told, missing) = (told(flash), missing(site));
    let (where_to, may_correct) = (where_to(journey), may_correct(journey));
    let needs_photo = journey.applicant().is_none_or(Applicant::needs_photo);
    let steps = words::sent_steps(needs_photo);
    view! {
        <Layout
            title=words::SENT_TITLE
            step=Some(Page::MailSent.step())
            has_errors=is_refused(flash)
            session_ends=Some(visit.session_ends)
        >
            {told}
            <Notice kind=NoticeKind::Good title=words::REGISTERED>
                <p>{where_to}</p>
            </Notice>
            <h2>{phrases(words::SENT_STEPS_TITLE)}</h2>
            <Flow steps=steps.map(str::to_owned).to_vec() />
            <p>{words::SENT_OTHER_DEVICE}</p>
            <Disclosure summary=words::MISSING_TITLE>{missing}</Disclosure>
            <PostForm action=ResendLink::url()>
                <Buttons>
                    <SubmitButton label=words::RESEND kind=ButtonKind::Second />
                    {may_correct.then(|| view! {
                        <LinkButton href=Page::Mail.path() label=words::CORRECT />
                    })}
                </Buttons>
            </PostForm>
        </Layout>
    }
}

/// The address can be corrected until the link is opened.
fn may_correct(journey: &Journey) -> bool {
    matches!(journey, Journey::Registered(_))
}

/// After the link was opened elsewhere, this browser is not shown the address.
fn where_to(journey: &Journey) -> String {
    match journey {
        Journey::Registered(registration) => words::sent_to(registration.contact.mail.as_str()),
        _ => words::SENT.to_owned(),
    }
}

fn missing(site: Arc<Site>) -> impl IntoView + use<> {
    view! {
        <ul>{words::missing(&site.mail_from).map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
        <Office site />
    }
}
