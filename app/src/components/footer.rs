//! The foot of every page.

use std::sync::Arc;

use leptos::prelude::*;

use super::office::Office;
use super::phrases::phrases;
use crate::site::Site;
use crate::words::words;

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
                    <h2 class="c-footer__title">{phrases(words().frame.contact)}</h2>
                    <Office site />
                </div>
                <nav aria-label=words().frame.foot_links>
                    <ul class="c-footer__links">
                        <li><a href="/help">{words().frame.help}</a></li>
                        <li><a href="/status">{words().frame.status}</a></li>
                        <li><a href="/privacy">{words().frame.privacy}</a></li>
                        <li><a href="/accessibility">{words().frame.accessibility}</a></li>
                    </ul>
                </nav>
            </div>
        </footer>
    }
    .into_any()
}
