//! The page for an address where nothing is.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::{Layout, LinkButton};
use crate::exchange::Reply;
use crate::words::words;

/// Says so, with status 404, and shows the way to the start.
#[component]
pub(crate) fn NotFoundPage() -> impl IntoView {
    if let Some(reply) = use_context::<Arc<dyn Reply>>() {
        reply.status(404);
    }
    view! {
        <Layout title=words().not_found.title>
            <p>{words().not_found.typed}</p>
            <p>{words().not_found.copied}</p>
            <LinkButton href="/" label=words().not_found.start />
        </Layout>
    }
}
