//! ④ A mail is on its way.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use rules::Applicant;
use rules::application::{Journey, Page};

use super::guarded::guarded_with;
use super::told::{is_refused, told};
use crate::applicant::api::ResendLink;
use crate::applicant::portal::Visit;
use crate::components::{
    ButtonKind, Buttons, Disclosure, Flow, Layout, LinkButton, Notice, NoticeKind, Office,
    PostForm, SubmitButton, phrases,
};
use crate::site::Site;
use crate::words::words;

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
    let steps = if needs_photo {
        words().mail.sent_steps
    } else {
        words().mail.sent_steps_without_photo
    };
    view! {
        <Layout
            title=words().mail.sent_title
            step=Some(Page::MailSent.step())
            has_errors=is_refused(flash)
            session_ends=Some(visit.session_ends)
        >
            {told}
            <Notice kind=NoticeKind::Good title=words().mail.registered>
                <p>{where_to}</p>
            </Notice>
            <h2>{phrases(words().mail.sent_steps_title)}</h2>
            <Flow steps=steps.map(str::to_owned).to_vec() />
            <p>{words().mail.sent_other_device}</p>
            <Disclosure summary=words().mail.missing_title>{missing}</Disclosure>
            <PostForm action=ResendLink::url()>
                <Buttons>
                    <SubmitButton label=words().mail.resend kind=ButtonKind::Second />
                    {may_correct.then(|| view! {
                        <LinkButton href=Page::Mail.path() label=words().mail.correct />
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
        Journey::Registered(registration) => {
            words().mail.sent_to(registration.contact.mail.as_str())
        }
        _ => words().mail.sent.to_owned(),
    }
}

fn missing(site: Arc<Site>) -> impl IntoView + use<> {
    let words = &words().mail;
    let filter = words.missing_filter(&site.mail_from);
    view! {
        <ul>
            <li>{words.missing_time}</li>
            <li>{words.missing_spam}</li>
            <li>{filter}</li>
        </ul>
        <Office site />
    }
}
