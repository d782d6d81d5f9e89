//! The list of everything that is wrong with a form.

use leptos::prelude::*;
use rules::form::{FormProblem, FormProblems};

use super::field::anchor;
use super::icon::{Icon, icon};
use super::phrases::phrases;
use crate::words::words;

/// What is wrong, first on the page and focused as the page opens: the same
/// words as at the fields, each leading to its field. Nothing if all is well.
#[component]
pub(crate) fn ErrorSummary(
    /// In page order.
    problems: FormProblems,
) -> impl IntoView {
    let count = problems.len();
    let lines = problems.iter().map(line).collect_view();
    (count > 0).then(|| {
        view! {
            <div class="c-errors" role="group" tabindex="-1" autofocus aria-labelledby="errors-title">
                <div role="alert">
                    <h2 class="c-errors__title" id="errors-title">
                        {icon(Icon::Warn)} <span>{phrases(&words().frame.problems_heading(count))}</span>
                    </h2>
                    <ul class="c-errors__list">{lines}</ul>
                </div>
            </div>
        }
    })
}

fn line(problem: &FormProblem) -> impl IntoView + use<> {
    let words = words().problem(problem);
    view! { <li><a href=format!("#{}", anchor(problem))>{words}</a></li> }.into_any()
}
