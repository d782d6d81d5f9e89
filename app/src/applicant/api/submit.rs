//! ⑧ 「登録」.

use leptos::prelude::*;
use rules::application::Page;
use rules::form::Field;

use super::answer::{Form, answer};
use crate::refusal::Refusal;

/// Sends the application in. `seen` is the version that was looked at.
///
/// # Errors
/// The box is not ticked, or it was changed elsewhere; for a script only.
#[server(prefix = "/api", endpoint = "submit")]
pub async fn submit(
    #[server(default)] seen: String,
    #[server(default)] submit_declaration: String,
) -> Result<(), Refusal> {
    let form = Form::on(Page::Review.path()).secret("submit_declaration", submit_declaration);
    let declared = form.declared(Field::SubmitDeclaration);
    answer(form, |portal| async move {
        declared?;
        let seen = seen.parse().map_err(|_| Refusal::Malformed)?;
        portal.submit(seen).await
    })
    .await
}
