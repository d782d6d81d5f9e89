//! The page behind the mailed link: looking changes nothing, a button does.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::use_params_map;
use rules::Moment;
use rules::application::Page;

use super::guarded::open;
use super::told::{is_refused, told};
use crate::applicant::api::{OPEN, OpenLink, RenewLink, STATUS};
use crate::applicant::portal::{Flash, LinkView};
use crate::components::{Layout, LinkButton, PostForm, SubmitButton};
use crate::words::words;

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
            words().open_link.ready_title,
            ready(&last_four, until, token).into_any(),
        ),
        LinkView::Expired => (
            words().open_link.expired_title,
            renew(words().open_link.expired, token).into_any(),
        ),
        LinkView::Replaced => (
            words().open_link.replaced_title,
            renew(words().open_link.replaced, token).into_any(),
        ),
        LinkView::UnderWay => (
            words().start.under_way_title,
            // The guard leads from there to where the application stands.
            onward(
                words().open_link.under_way,
                Page::MailSent.path(),
                words().start.under_way_link,
            )
            .into_any(),
        ),
        LinkView::Finished => (
            words().open_link.finished_title,
            onward(words().open_link.finished, STATUS, words().start.status).into_any(),
        ),
        LinkView::Unknown => {
            let begin = Page::Start.path();
            (
                words().open_link.unknown_title,
                onward(
                    words().open_link.unknown,
                    begin,
                    words().open_link.start_again,
                )
                .into_any(),
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
        <p>{words().open_link.ready(last_four, &words().calendar.moment_of(until))}</p>
        <p>{words().open_link.ready_again}</p>
        <PostForm action=OpenLink::url()>
            <input type="hidden" name="token" value=token />
            <SubmitButton label=words().open_link.go_on />
        </PostForm>
    }
}

fn renew(why: &'static str, token: String) -> impl IntoView {
    view! {
        <p>{why}</p>
        <PostForm action=RenewLink::url()>
            <input type="hidden" name="token" value=token />
            <SubmitButton label=words().open_link.renew />
        </PostForm>
    }
}

fn onward(why: &'static str, href: &'static str, label: &'static str) -> impl IntoView {
    view! {
        <p>{why}</p>
        <LinkButton href=href label=label />
    }
}
