//! The end of a session.

use leptos::prelude::*;
use rules::journey::Page;

use super::answer::{Form, answer};
use crate::refusal::Refusal;

/// Ends this browser's session; what was given stays.
///
/// # Errors
/// A fault, for a script only.
#[server(prefix = "/api", endpoint = "leave")]
pub async fn leave() -> Result<(), Refusal> {
    answer(Form::on(Page::Start.path()), |portal| async move {
        portal.leave().await?;
        Ok(Page::Start)
    })
    .await
}
