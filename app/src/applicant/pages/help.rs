//! Questions and answers.

use std::sync::Arc;

use leptos::prelude::*;

use crate::applicant::portal::Portal;
use crate::components::{Disclosure, Layout, Office, phrases};
use crate::words::pages::{checker, help as words};

/// Questions people ask, in the order of the journey.
#[component]
pub(crate) fn HelpPage() -> impl IntoView {
    let site = expect_context::<Arc<dyn Portal>>().site();
    let groups = words::GROUPS.iter().map(group).collect_view();
    view! {
        <Layout title=words::TITLE>
            <p>{words::LEAD}</p>
            {groups}
            <p>
                <a href=checker::PATH>{checker::LINK}</a>
            </p>
            <h2>{phrases(words::ASK_TITLE)}</h2>
            <p>{words::ASK}</p>
            <Office site />
        </Layout>
    }
}

fn group(group: &'static words::Group) -> impl IntoView {
    let (heading, questions) = group;
    let questions = questions
        .iter()
        .map(|(question, answer)| {
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
