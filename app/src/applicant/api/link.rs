//! ④ The link in the mail.

use leptos::prelude::*;
use rules::form::FormProblems;
use rules::{CivilDate, LinkToken};
use serde::{Deserialize, Serialize};

use super::answer::{Next, Origin, answer};
use super::form::{Form, Sent};
use crate::applicant::Notice;
use crate::refusal::Refusal;

/// Path of the page behind the link, without the token.
pub(crate) const OPEN: &str = "/open";

/// The form behind a link.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LinkForm {
    token: String,
}

/// Goes on with the application. A link that leads nowhere any more leads to its own page,
/// which says why.
///
/// # Errors
/// Too often, for a script only.
#[server(prefix = "/api", endpoint = "link/open")]
pub async fn open_link(#[server(flatten)] sent: Sent<LinkForm>) -> Result<(), Refusal> {
    answer(sent.form.page(), sent, |portal, token| async move {
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
pub async fn renew_link(#[server(flatten)] sent: Sent<LinkForm>) -> Result<(), Refusal> {
    answer(sent.form.page(), sent, |portal, token| async move {
        portal.renew_link(&token).await?;
        Ok(Next::HereTold(Notice::LinkRenewed))
    })
    .await
}

impl LinkForm {
    /// The page behind this link. What is no token is not put into an address: it could lead
    /// anywhere.
    fn page(&self) -> Origin {
        let token = LinkToken::parse(&self.token);
        let token = token.as_ref().map_or("-", LinkToken::as_str);
        Origin::at(OPEN, format!("{OPEN}/{token}"))
    }
}

impl Form for LinkForm {
    /// The token, whether it can be one or not: unknown ones are counted.
    type Given = String;

    fn read(&self, _: CivilDate) -> Result<String, FormProblems> {
        Ok(self.token.clone())
    }
}
