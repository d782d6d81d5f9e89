//! The foot of every page.

use std::sync::Arc;

use leptos::prelude::*;

use super::office::Office;
use super::phrases::phrases;
use crate::applicant::portal::Site;
use crate::words::frame;

/// Who helps and where to read more; the same place on every page.
#[component]
pub(super) fn Footer(
    /// What every page says about the office.
    site: Arc<Site>,
) -> impl IntoView {
    view! {
        <footer class="c-footer">
            <div class="c-footer__row">
                <div class="c-footer__contact">
                    <h2 class="c-footer__title">{phrases(frame::CONTACT)}</h2>
                    <Office site />
                </div>
                <nav aria-label=frame::FOOT_LINKS>
                    <ul class="c-footer__links">
                        <li><a href="/help">{frame::HELP}</a></li>
                        <li><a href="/status">{frame::STATUS}</a></li>
                        <li><a href="/privacy">{frame::PRIVACY}</a></li>
                        <li><a href="/accessibility">{frame::ACCESSIBILITY}</a></li>
                    </ul>
                </nav>
            </div>
        </footer>
    }
    .into_any()
}
