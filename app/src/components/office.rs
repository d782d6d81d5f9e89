//! Where a person turns to.

use std::sync::Arc;

use leptos::prelude::*;

use crate::site::Site;
use crate::words::words;

/// Name, telephone and hours of the office.
#[component]
pub(crate) fn Office(
    /// What every page says about the office.
    site: Arc<Site>,
) -> impl IntoView {
    view! {
        <div class="c-office">
            <p class="c-office__name">{site.office.clone()}</p>
            <p class="c-office__phone">
                {words().frame.phone} " " <a href=phone_link(&site.phone)>{site.phone.clone()}</a>
            </p>
            <p class="c-office__hours">{words().frame.named(words().frame.hours, &site.hours)}</p>
        </div>
    }
    .into_any()
}

/// `tel:` with the digits alone, as phones want it.
fn phone_link(phone: &str) -> String {
    let digits: String = phone
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect();
    format!("tel:{digits}")
}
