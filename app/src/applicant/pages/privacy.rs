//! How personal data are handled.

use std::sync::Arc;

use leptos::prelude::*;

use crate::applicant::portal::Portal;
use crate::components::{Layout, Office, phrases};
use crate::site::RetainedState;
use crate::words::words;

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
        <Layout title=words().privacy.title>
            <p>{words().privacy.lead}</p>
            <h2>{phrases(words().privacy.kept_title)}</h2>
            <ul>{words().privacy.kept.map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            <h2>{phrases(words().privacy.purpose_title)}</h2>
            <p>{words().privacy.purpose}</p>
            <h2 id="term">{phrases(words().privacy.term_title)}</h2>
            <table aria-labelledby="term">
                <thead>
                    <tr>
                        <th scope="col">{words().privacy.term_state}</th>
                        <th scope="col">{words().privacy.term_days}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            {words().privacy.then.map(|line| view! { <p>{line}</p> }).collect_view()}
            <h2>{phrases(words().privacy.safe_title)}</h2>
            <ul>{words().privacy.safe.map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            <h2>{phrases(words().privacy.cookie_title)}</h2>
            <p>{words().privacy.cookie}</p>
            <h2>{phrases(words().privacy.ask_title)}</h2>
            <p>{words().privacy.ask}</p>
            <Office site />
        </Layout>
    }
}

fn row(state: RetainedState, days: i64) -> impl IntoView {
    let name = match state {
        RetainedState::Unverified => words().privacy.unverified,
        RetainedState::Unfinished => words().privacy.unfinished,
        RetainedState::HandedOver => words().privacy.handed_over,
        RetainedState::UnusedForm => words().privacy.unused_form,
        RetainedState::Record => words().privacy.record,
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{words().privacy.days(days)}</td>
        </tr>
    }
}
