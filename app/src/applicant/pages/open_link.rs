//! The page behind the mailed link: looking changes nothing, a button does.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::use_params_map;
use rules::Moment;
use rules::application::Page;

use super::guarded::open;
use super::told::{is_refused, told};
use crate::applicant::api::{GoOn, OPEN, OpenLink, RenewLink, STATUS};
use crate::applicant::portal::{About, Flash, LinkView};
use crate::components::{Layout, LinkButton, PostForm, SubmitButton};
use crate::words::calendar;
use crate::words::pages::{open_link as words, start};

/// `/open/{token}`: goes on with the application, or says why not.
#[component]
pub(crate) fn OpenLinkPage() -> impl IntoView {
    let token = use_params_map()
        .with_untracked(|params| params.get("token"))
        .unwrap_or_default();
    open(|portal| async move {
        let link = portal.look_at_link(&token).await?;
        let flash = portal.recall(OPEN).await.unwrap_or_default();
        Ok(behind_link(link, token, &flash))
    })
}

fn behind_link(link: LinkView, token: String, flash: &Flash) -> impl IntoView + use<> {
    let (title, body) = match link {
        LinkView::Ready { last_four, until } => (
            words::READY_TITLE,
            ready(&last_four, until, token).into_any(),
        ),
        LinkView::Expired => (
            words::EXPIRED_TITLE,
            renew(words::EXPIRED, token).into_any(),
        ),
        LinkView::Replaced => (
            words::REPLACED_TITLE,
            renew(words::REPLACED, token).into_any(),
        ),
        LinkView::UnderWay(about) => (start::UNDER_WAY_TITLE, go_on(&about).into_any()),
        LinkView::Finished => (
            words::FINISHED_TITLE,
            onward(words::FINISHED, STATUS, start::STATUS).into_any(),
        ),
        LinkView::Unknown => {
            let begin = Page::Start.path();
            (
                words::UNKNOWN_TITLE,
                onward(words::UNKNOWN, begin, words::START_AGAIN).into_any(),
            )
        }
    };
    let told = told(flash);
    view! {
        <Layout title=title step=Some(Page::MailSent.step()) has_errors=is_refused(flash)>
            {told}
            {body}
        </Layout>
    }
}

fn ready(last_four: &str, until: Moment, token: String) -> impl IntoView + use<> {
    view! {
        <p>{words::ready(last_four, &calendar::moment(until))}</p>
        <p>{words::READY_AGAIN}</p>
        <PostForm action=OpenLink::url()>
            <input type="hidden" name="token" value=token />
            <SubmitButton label=words::GO_ON />
        </PostForm>
    }
}

fn renew(why: &'static str, token: String) -> impl IntoView {
    view! {
        <p>{why}</p>
        <PostForm action=RenewLink::url()>
            <input type="hidden" name="token" value=token />
            <SubmitButton label=words::RENEW />
        </PostForm>
    }
}

/// To where the application stands that this browser has under way.
fn go_on(about: &About) -> impl IntoView + use<> {
    let about = about.as_str().to_owned();
    view! {
        <p>{words::UNDER_WAY}</p>
        <PostForm action=GoOn::url()>
            <input type="hidden" name=About::CONTROL value=about />
            <SubmitButton label=start::UNDER_WAY_LINK />
        </PostForm>
    }
}

fn onward(why: &'static str, href: &'static str, label: &'static str) -> impl IntoView {
    view! {
        <p>{why}</p>
        <LinkButton href=href label=label />
    }
}
