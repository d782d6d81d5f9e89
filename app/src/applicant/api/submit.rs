//! ⑧ 「登録」.

use leptos::prelude::*;
use rules::application::Page;
use rules::form::{Field, FormProblems};
use rules::{CivilDate, tick};
use serde::{Deserialize, Serialize};

use super::answer::answer;
use super::form::{Form, Sent, declared};
use crate::refusal::Refusal;

/// The form under the review.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ReviewForm {
    /// The version that was looked at.
    seen: String,
    #[serde(with = "tick")]
    submit_declaration: bool,
}

/// Sends the application in.
///
/// # Errors
/// The box is not ticked, or it was changed elsewhere; for a script only.
#[server(prefix = "/api", endpoint = "submit")]
pub async fn submit(#[server(flatten)] sent: Sent<ReviewForm>) -> Result<(), Refusal> {
    answer(Page::Review, sent, |portal, seen| async move {
        portal.submit(seen.ok_or(Refusal::Malformed)?).await
    })
    .await
}

impl Form for ReviewForm {
    /// The version that was looked at; none where no page of ours can have said it.
    type Given = Option<i64>;

    fn read(&self, _: CivilDate) -> Result<Option<i64>, FormProblems> {
        declared(Field::SubmitDeclaration, self.submit_declaration)?;
        Ok(self.seen.parse().ok())
    }
}
