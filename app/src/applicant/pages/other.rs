//! A form came that belongs to another application than the one begun last.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use rules::application::Page;

use super::guarded::open;
use crate::applicant::api::GoBack;
use crate::applicant::portal::UnderWay;
use crate::components::{ButtonKind, Layout, LinkButton, PostForm, SubmitButton};
use crate::words::words;

/// `/other`: says so, and asks which one is to go on.
#[component]
pub(crate) fn OtherPage() -> impl IntoView {
    open(|portal| async move { Ok(other(portal.under_way().await?)) })
}

fn other(UnderWay { last, before }: UnderWay) -> impl IntoView + use<> {
    let onward = last.map(|(last_four, page)| {
        view! {
            <LinkButton
                href=page.path()
                label=words().other.go_on(&last_four)
                kind=ButtonKind::Second
            />
        }
    });
    view! {
        <Layout title=words().other.title has_errors=true>
            <p>{words().other.nothing_done}</p>
            <h2>{words().other.choose}</h2>
            {match before {
                Some(last_four) => back(&last_four).into_any(),
                None => not_at_hand().into_any(),
            }}
            <p>{onward}</p>
        </Layout>
    }
}

fn back(last_four: &str) -> impl IntoView + use<> {
    let label = words().other.go_back(last_four);
    view! {
        <PostForm action=GoBack::url()>
            <p>{words().other.go_back_hint}</p>
            <SubmitButton label=label />
        </PostForm>
    }
}

fn not_at_hand() -> impl IntoView {
    view! {
        <p>{words().other.not_at_hand}</p>
        <p>
            <a href=Page::Start.path()>{words().other.begin}</a>
        </p>
    }
}
