//! Where one is on the way.

use leptos::prelude::*;

use crate::words::words;

/// The leaflet has nine steps.
pub(super) const LAST_STEP: u8 = 9;

/// 「ステップ 3／9」 over a thin line of nine parts.
#[component]
pub(super) fn Steps(
    /// 1 to 9.
    number: u8,
) -> impl IntoView {
    let parts = (1..=LAST_STEP)
        .map(|at| view! { <i data-state=state(at, number)></i> })
        .collect_view();
    view! {
        <div class="c-steps">
            <p class="c-steps__text">{words().frame.step(number, LAST_STEP)}</p>
            <p class="c-steps__bar" aria-hidden="true">{parts}</p>
        </div>
    }
    .into_any()
}

fn state(at: u8, now: u8) -> &'static str {
    match at.cmp(&now) {
        std::cmp::Ordering::Less => "done",
        std::cmp::Ordering::Equal => "now",
        std::cmp::Ordering::Greater => "ahead",
    }
}
