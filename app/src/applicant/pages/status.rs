//! Where a submitted application stands.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use rules::form::Field;

use super::guarded::open;
use super::told::{is_refused, told};
use crate::applicant::api::{LookUp, STATUS};
use crate::applicant::portal::{Flash, Status, StatusState};
use crate::components::{
    DateFields, Layout, LinkButton, PostForm, SubmitButton, SummaryList, SummaryRow, TextField,
    TextLook, typed_birth_date,
};
use crate::typed::RECEIPT_NUMBER;
use crate::words::words;

/// `/status`: asks for receipt number and birth date, then shows the answer
/// once.
#[component]
pub(crate) fn StatusPage() -> impl IntoView {
    open(|portal| async move {
        let flash = portal.recall(STATUS).await.unwrap_or_default();
        let page = match portal.status().await? {
            Some(status) => answer(&status).into_any(),
            None => question(&flash).into_any(),
        };
        Ok(page)
    })
}

fn question(flash: &Flash) -> impl IntoView + use<> {
    let told = told(flash);
    let receipt = flash.value("receipt_number").to_owned();
    let values = typed_birth_date(flash);
    let (problems, of_date) = (flash.problems.clone(), flash.problems.clone());
    view! {
        <Layout title=words().status.title has_errors=is_refused(flash)>
            {told}
            <p>{words().status.needed}</p>
            <PostForm action=LookUp::url()>
                <TextField
                    field=Field::ReceiptNumber
                    name="receipt_number"
                    label=words().common.receipt_number
                    hint=words().status.receipt_hint
                    value=receipt
                    problems=problems
                    autocomplete="off"
                    maxlength=RECEIPT_NUMBER
                    look=TextLook::Letters
                />
                <DateFields
                    legend=words().common.birth_date
                    hint=words().details.birth_hint
                    values=values
                    problems=of_date
                />
                <SubmitButton label=words().status.look />
            </PostForm>
        </Layout>
    }
}

fn answer(status: &Status) -> impl IntoView + use<> {
    let (state, meaning) = match status.state {
        StatusState::Received => (words().status.received, words().status.received_means),
    };
    let rows = vec![
        SummaryRow::fixed(words().common.receipt_number, status.receipt.grouped()),
        SummaryRow::fixed(
            words().done.received_at,
            words().calendar.moment_of(status.submitted_at),
        ),
        SummaryRow::fixed(words().status.state, state),
    ];
    view! {
        <Layout title=words().status.answer_title>
            <SummaryList rows=rows />
            <p>{meaning}</p>
            <LinkButton href=STATUS label=words().status.again />
        </Layout>
    }
}
