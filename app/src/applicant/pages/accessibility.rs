//! The accessibility statement.

use std::sync::Arc;

use leptos::prelude::*;

use crate::applicant::portal::Portal;
use crate::components::{Layout, Office, phrases};
use crate::words::pages::accessibility as words;

/// What is aimed at, what is done, how it was tested and what is missing.
#[component]
pub(crate) fn AccessibilityPage() -> impl IntoView {
    let site = expect_context::<Arc<dyn Portal>>().site();
    view! {
        <Layout title=words::TITLE>
            <p>{words::LEAD}</p>
            <h2>{phrases(words::GOAL_TITLE)}</h2>
            <p>{words::GOAL}</p>
            <h2>{phrases(words::DONE_TITLE)}</h2>
            {list(&words::DONE)}
            <h2>{phrases(words::TEST_TITLE)}</h2>
            {list(&words::TEST)}
            <h2>{phrases(words::KNOWN_TITLE)}</h2>
            {list(&words::KNOWN)}
            <h2>{phrases(words::ASK_TITLE)}</h2>
            <p>{words::ASK}</p>
            <Office site />
        </Layout>
    }
}

fn list(lines: &'static [&'static str]) -> impl IntoView {
    view! { <ul>{lines.iter().map(|line| view! { <li>{*line}</li> }).collect_view()}</ul> }
}
