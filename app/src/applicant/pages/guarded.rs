//! The one way into a page: the guard is asked, the page is rendered whole.

use std::sync::Arc;

use leptos::prelude::*;
use rules::application::Page;

use super::told::turned_away;
use crate::applicant::portal::{Portal, Visit};
use crate::exchange::Reply;
use crate::refusal::Refusal;

/// A page of the journey, shown only to a browser the guard admits; any other
/// is sent to the page it may see.
pub(super) fn guarded<V>(
    page: Page,
    show: impl FnOnce(Visit) -> V + Send + 'static,
) -> impl IntoView
where
    V: IntoView + 'static,
{
    guarded_with(page, |_, visit| async move { Ok(show(visit)) })
}

/// A guarded page that asks the portal for more than the visit.
pub(super) fn guarded_with<V, F>(
    page: Page,
    load: impl FnOnce(Arc<dyn Portal>, Visit) -> F + Send + 'static,
) -> impl IntoView
where
    V: IntoView + 'static,
    F: Future<Output = Result<V, Refusal>> + Send,
{
    open(move |portal| async move {
        let visit = portal.visit(page).await?;
        // What is begun on the start page belongs to no application yet.
        if let Some(about) = visit.about.clone().filter(|_| page != Page::Start) {
            provide_context(about);
        }
        load(portal, visit).await
    })
}

/// A page anybody may see, once the portal has said what is on it.
pub(super) fn open<V, F>(load: impl FnOnce(Arc<dyn Portal>) -> F + Send + 'static) -> impl IntoView
where
    V: IntoView + 'static,
    F: Future<Output = Result<V, Refusal>> + Send,
{
    let portal = expect_context::<Arc<dyn Portal>>();
    let reply = expect_context::<Arc<dyn Reply>>();
    let page = Suspend::new(async move {
        match load(portal).await {
            Ok(page) => page.into_any(),
            Err(refusal) => turned_away(reply.as_ref(), &refusal),
        }
    });
    view! { <Suspense>{page}</Suspense> }
}
