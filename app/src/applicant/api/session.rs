//! The end of a session, and the applications under way in it.

use leptos::prelude::*;
use rules::application::Page;

use super::answer::answer;
use super::form::{Button, Sent};
use crate::applicant::portal::OTHER;
use crate::refusal::Refusal;

/// Goes on with the application that the form names.
///
/// # Errors
/// It is none of this session, for a script only.
#[server(prefix = "/api", endpoint = "other/continue")]
pub async fn go_on(#[server(flatten)] sent: Sent<Button>) -> Result<(), Refusal> {
    answer(
        OTHER,
        sent,
        |portal, ()| async move { portal.go_on().await },
    )
    .await
}

/// Ends this browser's session; what was given stays.
///
/// # Errors
/// A fault, for a script only.
#[server(prefix = "/api", endpoint = "leave")]
pub async fn leave(#[server(flatten)] sent: Sent<Button>) -> Result<(), Refusal> {
    answer(Page::Start, sent, |portal, ()| async move {
        portal.leave().await?;
        Ok(Page::Start)
    })
    .await
}
