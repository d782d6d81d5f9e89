//! ⑨ The receipt.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use rules::application::{Journey, Page};

use super::guarded::guarded_with;
use super::review::{applicant, certificates};
use super::told::told;
use crate::applicant::api::{Leave, STATUS};
use crate::applicant::portal::Visit;
use crate::components::{
    ButtonKind, Buttons, Flow, Layout, LinkButton, PostForm, ReceiptPanel, SubmitButton,
    SummaryList, SummaryRow, phrases,
};
use crate::site::Site;
use crate::words::words;

/// `/done`: the receipt number, and what happens next.
#[component]
pub(crate) fn DonePage() -> impl IntoView {
    guarded_with(Page::Done, |portal, visit| async move {
        Ok(done(&visit, &portal.site()))
    })
}

fn done(visit: &Visit, site: &Site) -> impl IntoView + use<> {
    let answers = answers(&visit.journey, site);
    let (told, receipt) = (told(&visit.flash), receipt(&visit.journey));
    view! {
        <Layout title=words().done.title step=Some(Page::Done.step()) session_ends=Some(visit.session_ends)>
            {told}
            {receipt}
            {answers}
            <p>{words().done.mailed}</p>
            <p>{words().done.keep}</p>
            <h2>{phrases(words().done.next_title)}</h2>
            <Flow steps=words().done.next.map(str::to_owned).to_vec() />
            <Buttons>
                <LinkButton href=STATUS label=words().start.status />
                <LinkButton href=Page::Start.path() label=words().done.family />
            </Buttons>
            <PostForm action=Leave::url()>
                <p>{words().done.leave_why}</p>
                <SubmitButton label=words().done.leave kind=ButtonKind::Second />
            </PostForm>
        </Layout>
    }
}

/// Only a submitted application has a receipt; the guard shows this page to no
/// other.
fn receipt(journey: &Journey) -> Option<impl IntoView + use<>> {
    let Journey::Submitted {
        receipt,
        at,
        registration,
        ..
    } = journey
    else {
        return None;
    };
    let note = words().done.received(
        &words().calendar.moment_of(*at),
        registration.form.id.last_four(),
    );
    Some(view! {
        <ReceiptPanel label=words().common.receipt_number number=receipt.grouped() note=note />
    })
}

/// What was applied for and where to ask about it, for the paper that is taken home. No name:
/// for two minutes the page is also shown to the session as it was called before.
fn answers(journey: &Journey, site: &Site) -> Option<impl IntoView + use<>> {
    let (registration, details) = (journey.registration()?, journey.details()?);
    let status = format!("{}{STATUS}", site.base_url);
    let applicant = applicant(registration.agreement.applicant);
    let rows = vec![
        SummaryRow::fixed(words().review.applicant, applicant),
        SummaryRow::fixed(
            words().review.certificates,
            certificates(details.certificates),
        ),
        SummaryRow::fixed(words().done.status_address, status),
    ];
    Some(view! { <SummaryList rows /> })
}
