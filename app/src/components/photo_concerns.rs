//! What the check found in a photo, on a page.

use leptos::prelude::*;
use photo_check::Concern;

use super::finding_example::FindingExample;
use crate::words::words;

/// Each concern with its remedy and drawings, as the photo picker shows them before the
/// photo is sent: whoever has no scripting reads them here for the first time.
#[component]
pub(crate) fn PhotoConcerns(
    /// At least one.
    concerns: Vec<Concern>,
) -> impl IntoView {
    let lines = concerns.into_iter().map(line).collect_view();
    view! {
        <div class="c-findings" data-state="warn" role="group" aria-labelledby="concerns-title">
            <p id="concerns-title">{words().photo.concerns_title}</p>
            <ul>{lines}</ul>
        </div>
    }
    .into_any()
}

fn line(concern: Concern) -> impl IntoView {
    let said = words().concerns.of(concern);
    view! {
        <li>
            <strong>{said.what}</strong>
            <span>{said.remedy}</span>
            <FindingExample concern />
        </li>
    }
    .into_any()
}
