//! The accessibility statement.

use std::sync::Arc;

use leptos::prelude::*;

use crate::applicant::portal::Portal;
use crate::components::{Layout, Office, phrases};
use crate::words::words;

/// What is aimed at, what is done, how it was tested and what is missing.
#[component]
pub(crate) fn AccessibilityPage() -> impl IntoView {
    let site = expect_context::<Arc<dyn Portal>>().site();
    view! {
        <Layout title=words().accessibility.title>
            <p>{words().accessibility.lead}</p>
            <h2>{phrases(words().accessibility.goal_title)}</h2>
            <p>{words().accessibility.goal}</p>
            <h2>{phrases(words().accessibility.done_title)}</h2>
            {list(&words().accessibility.done)}
            <h2>{phrases(words().accessibility.test_title)}</h2>
            {list(&words().accessibility.test)}
            <h2>{phrases(words().accessibility.known_title)}</h2>
            {list(&words().accessibility.known)}
            <h2>{phrases(words().accessibility.ask_title)}</h2>
            <p>{words().accessibility.ask}</p>
            <Office site />
        </Layout>
    }
}

fn list(lines: &'static [&'static str]) -> impl IntoView {
    view! { <ul>{lines.iter().map(|line| view! { <li>{*line}</li> }).collect_view()}</ul> }
}
