//! How personal data are handled.

use std::sync::Arc;

use leptos::prelude::*;

use crate::applicant::portal::{Portal, RetainedState};
use crate::components::{Layout, Office, phrases};
use crate::words::pages::privacy as words;

/// Where it is.
pub(super) const PRIVACY: &str = "/privacy";

/// What is kept, what for and how long: the days come from the configuration.
#[component]
pub(crate) fn PrivacyPage() -> impl IntoView {
    let site = expect_context::<Arc<dyn Portal>>().site();
    let rows = site
        .retention
        .iter()
        .map(|(state, days)| row(*state, *days))
        .collect_view();
    view! {
        <Layout title=words::TITLE>
            <p>{words::LEAD}</p>
            <h2>{phrases(words::KEPT_TITLE)}</h2>
            <ul>{words::KEPT.map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            <h2>{phrases(words::USE_TITLE)}</h2>
            <p>{words::USE}</p>
            <h2 id="term">{phrases(words::TERM_TITLE)}</h2>
            <table aria-labelledby="term">
                <thead>
                    <tr>
                        <th scope="col">{words::TERM_STATE}</th>
                        <th scope="col">{words::TERM_DAYS}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            {words::THEN.map(|line| view! { <p>{line}</p> }).collect_view()}
            <h2>{phrases(words::SAFE_TITLE)}</h2>
            <ul>{words::SAFE.map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            <h2>{phrases(words::COOKIE_TITLE)}</h2>
            <p>{words::COOKIE}</p>
            <h2>{phrases(words::ASK_TITLE)}</h2>
            <p>{words::ASK}</p>
            <Office site />
        </Layout>
    }
}

fn row(state: RetainedState, days: i64) -> impl IntoView {
    let name = match state {
        RetainedState::Unverified => words::UNVERIFIED,
        RetainedState::Unfinished => words::UNFINISHED,
        RetainedState::HandedOver => words::HANDED_OVER,
        RetainedState::UnusedForm => words::UNUSED_FORM,
        RetainedState::Record => words::RECORD,
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{words::days(days)}</td>
        </tr>
    }
}
