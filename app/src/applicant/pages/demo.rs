//! The application forms of a demonstration.

use std::sync::Arc;

use leptos::prelude::*;

use super::demo_mail::MAIL;
use super::guarded::open;
use super::told::no_such_page;
use crate::applicant::portal::{Demo, DemoForm};
use crate::components::{FixedValue, Layout, LinkButton};
use crate::words::calendar;
use crate::words::pages::{common, demo as words};

/// Path of the page.
pub(super) const FORMS: &str = "/demo";

/// `/demo`: the forms that were issued, as if they lay on the table.
#[component]
pub(crate) fn DemoPage() -> impl IntoView {
    let demo = use_context::<Arc<dyn Demo>>();
    open(|_| async move {
        let Some(demo) = demo else {
            return Ok(no_such_page());
        };
        Ok(forms(&demo.forms().await).into_any())
    })
}

fn forms(forms: &[DemoForm]) -> impl IntoView + use<> {
    let is_empty = forms.is_empty();
    let forms = forms.iter().map(form).collect_view();
    view! {
        <Layout title=words::TITLE>
            <p>{words::ABOUT}</p>
            <p>
                <LinkButton href=MAIL label=words::MAIL />
            </p>
            {is_empty.then(|| view! { <p>{words::NO_FORMS}</p> })}
            {forms}
        </Layout>
    }
}

/// The picture of the code is our own drawing, so it may stand in the page as it is.
fn form(form: &DemoForm) -> impl IntoView + use<> {
    view! {
        <section class="c-paper">
            <div
                class="c-paper__code"
                role="img"
                aria-label=words::QR_ALT
                inner_html=form.qr_svg.clone()
            ></div>
            <FixedValue label=common::APPLICATION_ID value=form.id.grouped() />
            <FixedValue label=common::BIRTH_DATE value=calendar::both(&form.birth_date) />
            <LinkButton href=format!("/apply/{}", form.id.as_str()) label=words::BEGIN />
        </section>
    }
}
