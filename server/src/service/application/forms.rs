//! The application forms the office issued: ID and birth date, sealed.

use rules::{ApplicationId, BirthDate};
use serde::{Deserialize, Serialize};

use crate::seal::{Digest, Keys, Place, Purpose};
use crate::service::{Fault, Service};
use crate::store::{JourneyId, SavedForm};

/// What the office holds for a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormOnRecord {
    /// The application ID printed on it.
    pub id: ApplicationId,
    /// The birth date of the person it was issued to.
    pub birth_date: BirthDate,
}

pub(in crate::service) fn place(row: &str) -> Place<'_> {
    Place {
        table: "forms",
        row,
        column: "sealed",
    }
}

/// The key under which tries at the birth date are counted that one application makes.
pub(in crate::service) fn tries_of_application(
    keys: &Keys,
    journey: &JourneyId,
    form: &Digest,
) -> Digest {
    let text = [b"birth date".as_slice(), journey.as_str().as_bytes(), form];
    keys.digest(Purpose::Form, &text.concat())
}

/// The key under which tries at a form's birth date are counted, whoever makes them.
pub(in crate::service) fn tries_of_the_day(keys: &Keys, form: &Digest) -> Digest {
    keys.digest(Purpose::Form, &[b"birth dates".as_slice(), form].concat())
}

impl Service {
    pub(in crate::service) fn form_digest(&self, id: &ApplicationId) -> Digest {
        self.keys.digest(Purpose::Form, id.as_str().as_bytes())
    }

    /// What the office holds for the form with this digest.
    pub(in crate::service) async fn form_on_record(
        &self,
        digest: &Digest,
    ) -> Result<Option<FormOnRecord>, Fault> {
        let saved = self.store.form(digest).await?;
        saved.map(|saved| self.open_form(&saved)).transpose()
    }

    pub(in crate::service) fn open_form(&self, saved: &SavedForm) -> Result<FormOnRecord, Fault> {
        let row = hex::encode(saved.digest);
        Ok(self.keys.forms().open_value(place(&row), &saved.sealed)?)
    }
}
