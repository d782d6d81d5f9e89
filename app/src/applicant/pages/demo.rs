//! The application forms of a demonstration.

use std::sync::Arc;

use leptos::prelude::*;

use super::guarded::open;
use super::told::no_such_page;
use crate::components::{FixedValue, Layout, LinkButton};
use crate::demo::{Demo, DemoForm, MAIL};
use crate::words::words;

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
        <Layout title=words().demo.title>
            <p>{words().demo.about}</p>
            <p>
                <LinkButton href=MAIL label=words().demo.mail />
            </p>
            {is_empty.then(|| view! { <p>{words().demo.no_forms}</p> })}
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
                aria-label=words().demo.qr_alt
                inner_html=form.qr_svg.clone()
            ></div>
            <FixedValue label=words().common.application_id value=form.id.grouped() />
            <FixedValue label=words().common.birth_date value=words().calendar.birth_date_twice(&form.birth_date) />
            <LinkButton href=format!("/apply/{}", form.id.as_str()) label=words().demo.begin />
        </section>
    }
}
