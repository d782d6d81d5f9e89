//! ⑨ The receipt.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use rules::application::{Journey, Page};

use super::guarded::guarded_with;
use super::review::{applicant, certificates};
use super::told::told;
use crate::applicant::api::{Leave, STATUS};
use crate::applicant::portal::{Site, Visit};
use crate::components::{
    ButtonKind, Buttons, Flow, Layout, LinkButton, PostForm, ReceiptPanel, SubmitButton,
    SummaryList, SummaryRow, phrases,
};
use crate::words::calendar;
use crate::words::pages::{common, done as words, review, start};

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
        <Layout title=words::TITLE step=Some(Page::Done.step()) session_ends=Some(visit.session_ends)>
            {told}
            {receipt}
            {answers}
            <p>{words::MAILED}</p>
            <p>{words::KEEP}</p>
            <h2>{phrases(words::NEXT_TITLE)}</h2>
            <Flow steps=words::NEXT.map(str::to_owned).to_vec() />
            <Buttons>
                <LinkButton href=STATUS label=start::STATUS />
                <LinkButton href=Page::Start.path() label=words::FAMILY />
            </Buttons>
            <PostForm action=Leave::url()>
                <p>{words::LEAVE_WHY}</p>
                <SubmitButton label=words::LEAVE kind=ButtonKind::Second />
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
    let note = words::received(&calendar::moment(*at), registration.form.id.last_four());
    Some(view! {
        <ReceiptPanel label=common::RECEIPT_NUMBER number=receipt.grouped() note=note />
    })
}

/// What was applied for and where to ask about it, for the paper that is taken home. No name:
/// for two minutes the page is also shown to the session as it was called before.
fn answers(journey: &Journey, site: &Site) -> Option<impl IntoView + use<>> {
    let (registration, details) = (journey.registration()?, journey.details()?);
    let status = format!("{}{STATUS}", site.base_url);
    let applicant = applicant(registration.agreement.applicant);
    let rows = vec![
        SummaryRow::fixed(review::APPLICANT, applicant),
        SummaryRow::fixed(review::CERTIFICATES, certificates(details.certificates)),
        SummaryRow::fixed(words::STATUS_ADDRESS, status),
    ];
    Some(view! { <SummaryList rows /> })
}
