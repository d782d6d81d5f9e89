//! What a page says first: what is wrong, why something was not done, or good
//! news.

use std::sync::Arc;

use leptos::prelude::*;
use rules::application::Page;

use crate::applicant::api::STATUS;
use crate::applicant::portal::Flash;
use crate::components::{ErrorSummary, Layout, LinkButton, Notice, NoticeKind};
use crate::exchange::Reply;
use crate::refusal::Refusal;
use crate::words::RefusalWords;
use crate::words::words;

/// Whether the page is shown because something was refused.
pub(super) fn is_refused(flash: &Flash) -> bool {
    !flash.problems.is_empty() || flash.refused.is_some()
}

/// The value typed into a control the last time, or what is known already.
pub(super) fn typed(flash: &Flash, name: &str, known: impl FnOnce() -> String) -> String {
    if flash.values.is_empty() {
        known()
    } else {
        flash.value(name).to_owned()
    }
}

/// What came of the last try on this page. Comes first on the page.
pub(super) fn told(flash: &Flash) -> impl IntoView + use<> {
    view! {
        <ErrorSummary problems=flash.problems.clone() />
        {flash.refused.as_ref().map(refused)}
        {flash.notice.map(|notice| good_news(words().notices.of(notice)))}
    }
}

fn refused(refusal: &Refusal) -> impl IntoView + use<> {
    let RefusalWords { title, body } = words().refusal(refusal);
    let status = matches!(refusal, Refusal::AlreadySubmitted)
        .then(|| view! { <p><a href=STATUS>{words().start.status}</a></p> });
    view! {
        <div role="alert">
            <Notice kind=NoticeKind::Warn title=title>
                <p>{body}</p>
                {status}
            </Notice>
        </div>
    }
}

fn good_news((title, body): (&'static str, &'static str)) -> impl IntoView {
    view! {
        <div role="status">
            <Notice kind=NoticeKind::Good title=title>
                <p>{body}</p>
            </Notice>
        </div>
    }
}

/// Instead of a page that cannot be shown: its reason, or another page.
pub(super) fn turned_away(reply: &dyn Reply, refusal: &Refusal) -> AnyView {
    if let Refusal::Elsewhere(page) = refusal {
        reply.see_other(page.path());
        return ().into_any();
    }
    reply.status(refusal.status());
    let RefusalWords { title, body } = words().refusal(refusal);
    view! {
        <Layout title=title>
            <p>{body}</p>
            <p>
                <LinkButton href=Page::Start.path() label=words().common.to_start />
            </p>
        </Layout>
    }
    .into_any()
}

/// In place of a page that only a demonstration has.
pub(super) fn no_such_page() -> AnyView {
    expect_context::<Arc<dyn Reply>>().status(404);
    view! {
        <Layout title=words().demo.absent_title>
            <p>{words().demo.absent}</p>
            <p>
                <LinkButton href=Page::Start.path() label=words().common.to_start />
            </p>
        </Layout>
    }
    .into_any()
}
