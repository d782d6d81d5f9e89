//! The end of a session, and the two applications that may be under way in it.

use leptos::prelude::*;
use rules::application::Page;

use super::answer::answer;
use super::form::{Button, Sent};
use crate::refusal::Refusal;

/// Where a form is sent that belongs to another application than the one begun last.
pub const OTHER: &str = "/other";

/// Goes back to the application that was set aside when another one was begun.
///
/// # Errors
/// The session is over, for a script only.
#[server(prefix = "/api", endpoint = "other/back")]
pub async fn go_back(#[server(flatten)] sent: Sent<Button>) -> Result<(), Refusal> {
    answer(
        OTHER,
        sent,
        |portal, ()| async move { portal.go_back().await },
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
