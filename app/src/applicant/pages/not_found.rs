//! The page for an address where nothing is.

use std::sync::Arc;

use leptos::prelude::*;

use crate::applicant::portal::Reply;
use crate::components::{Layout, LinkButton};
use crate::words::pages::not_found as words;

/// Says so, with status 404, and shows the way to the start.
#[component]
pub(crate) fn NotFoundPage() -> impl IntoView {
    if let Some(reply) = use_context::<Arc<dyn Reply>>() {
        reply.status(404);
    }
    view! {
        <Layout title=words::TITLE>
            <p>{words::TYPED}</p>
            <p>{words::COPIED}</p>
            <LinkButton href="/" label=words::START />
        </Layout>
    }
}
