//! Questions and answers.

use std::sync::Arc;

use leptos::prelude::*;

use super::checker::CHECKER;
use crate::applicant::portal::Portal;
use crate::components::{Disclosure, Layout, Office, phrases};
use crate::words::{Text, words};

/// Questions people ask, in the order of the journey.
#[component]
pub(crate) fn HelpPage() -> impl IntoView {
    let site = expect_context::<Arc<dyn Portal>>().site();
    let groups = words().help.groups().map(group).collect_view();
    view! {
        <Layout title=words().help.title>
            <p>{words().help.lead}</p>
            {groups}
            <p>
                <a href=CHECKER>{words().checker.link}</a>
            </p>
            <h2>{phrases(words().help.ask_title)}</h2>
            <p>{words().help.ask}</p>
            <Office site />
        </Layout>
    }
}

fn group((heading, questions): (Text, &'static [[Text; 2]])) -> impl IntoView {
    let questions = questions
        .iter()
        .map(|[question, answer]| {
            view! {
                <Disclosure summary=*question>
                    <p>{*answer}</p>
                </Disclosure>
            }
        })
        .collect_view();
    view! {
        <h2>{phrases(heading)}</h2>
        {questions}
    }
}
