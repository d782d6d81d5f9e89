//! ⑥ The face photo. It is sent to `/photo/upload`, which is no server
//! function: a file is read while it arrives.

use leptos::prelude::*;
use rules::application::Page;
use rules::form::{Field, FormProblems};
use rules::{CivilDate, tick};
use serde::{Deserialize, Serialize};

use super::answer::answer;
use super::form::{Form, Sent, declared};
use crate::refusal::Refusal;

/// The form under the photo.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PhotoCheckForm {
    #[serde(with = "tick")]
    photo_declaration: bool,
}

/// Confirms the photo as it is shown.
///
/// # Errors
/// The box is not ticked, for a script only.
#[server(prefix = "/api", endpoint = "photo/confirm")]
pub async fn confirm_photo(#[server(flatten)] sent: Sent<PhotoCheckForm>) -> Result<(), Refusal> {
    answer(Page::PhotoCheck, sent, |portal, ()| async move {
        portal.confirm_photo().await
    })
    .await
}

impl Form for PhotoCheckForm {
    type Given = ();

    fn read(&self, _: CivilDate) -> Result<(), FormProblems> {
        declared(Field::PhotoDeclaration, self.photo_declaration)
    }
}
