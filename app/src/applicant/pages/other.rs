//! The applications under way in this browser.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use rules::application::Page;

use super::guarded::open;
use super::told::{is_refused, told};
use crate::applicant::api::GoOn;
use crate::applicant::portal::{About, Flash, OTHER, UnderWay};
use crate::components::{Layout, PostForm, SubmitButton};
use crate::words::words;

/// `/other`: says whether a form was refused that belongs to none of them, and asks which one is
/// to go on.
#[component]
pub(crate) fn OtherPage() -> impl IntoView {
    open(|portal| async move {
        let flash = portal.recall(OTHER).await.unwrap_or_default();
        Ok(other(portal.under_way().await?, &flash))
    })
}

fn other(under_way: Vec<UnderWay>, flash: &Flash) -> impl IntoView + use<> {
    let told = told(flash);
    let hint = (!under_way.is_empty()).then(|| view! { <p>{words().other.go_on_hint}</p> });
    let choices = under_way.into_iter().map(choice).collect_view();
    view! {
        <Layout title=words().other.title has_errors=is_refused(flash)>
            {told}
            {hint}
            {choices}
            <p>{words().other.not_at_hand}</p>
            <p>
                <a href=Page::Start.path()>{words().other.begin}</a>
            </p>
        </Layout>
    }
}

fn choice(application: UnderWay) -> impl IntoView {
    let label = words().other.go_on(&application.last_four);
    view! {
        <PostForm action=GoOn::url()>
            <input type="hidden" name=About::CONTROL value=application.about.as_str().to_owned() />
            <SubmitButton label=label />
        </PostForm>
    }
}
