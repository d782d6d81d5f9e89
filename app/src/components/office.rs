//! Where a person turns to.

use std::sync::Arc;

use leptos::prelude::*;

use crate::applicant::portal::Site;
use crate::words::frame;

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
                {frame::PHONE} " " <a href=phone_link(&site.phone)>{site.phone.clone()}</a>
            </p>
            <p class="c-office__hours">{frame::HOURS} "：" {site.hours.clone()}</p>
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
