//! ④ The link in the mail.

use leptos::prelude::*;

use super::answer::{Form, Next, answer};
use crate::refusal::Refusal;
use crate::words::pages::common;

/// Path of the page behind the link, without the token.
pub(crate) const OPEN: &str = "/open";

/// Goes on with the application. A link that leads nowhere any more leads to its own page,
/// which says why.
///
/// # Errors
/// Too often, for a script only.
#[server(prefix = "/api", endpoint = "link/open")]
pub async fn open_link(#[server(default)] token: String) -> Result<(), Refusal> {
    answer(behind(&token), |portal| async move {
        let next = portal.open_link(&token).await?;
        Ok(next.map_or(Next::Here, Next::Page))
    })
    .await
}

/// Sends a new link in place of one that was replaced or is too old.
///
/// # Errors
/// Too often, for a script only.
#[server(prefix = "/api", endpoint = "link/renew")]
pub async fn renew_link(#[server(default)] token: String) -> Result<(), Refusal> {
    answer(behind(&token), |portal| async move {
        portal.renew_link(&token).await?;
        Ok(Next::HereTold(common::LINK_RENEWED))
    })
    .await
}

/// The form on the page behind this link. What is no token is not put into an
/// address: it could lead anywhere.
fn behind(token: &str) -> Form {
    let form = Form::on(OPEN);
    match rules::LinkToken::parse(token) {
        Ok(token) => form.at(format!("{OPEN}/{}", token.as_str())),
        Err(_) => form.at(format!("{OPEN}/-")),
    }
}
