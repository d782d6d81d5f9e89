//! ⑥ The face photo. It is sent to `/photo/upload`, which is no server
//! function: a file is read while it arrives.

use leptos::prelude::*;
use rules::application::Page;
use rules::form::Field;

use super::answer::{Form, answer};
use crate::refusal::Refusal;

/// Confirms the photo as it is shown.
///
/// # Errors
/// The box is not ticked, for a script only.
#[server(prefix = "/api", endpoint = "photo/confirm")]
pub async fn confirm_photo(#[server(default)] photo_declaration: String) -> Result<(), Refusal> {
    let form = Form::on(Page::PhotoCheck.path()).secret("photo_declaration", photo_declaration);
    let declared = form.declared(Field::PhotoDeclaration);
    answer(form, |portal| async move {
        declared?;
        portal.confirm_photo().await
    })
    .await
}
