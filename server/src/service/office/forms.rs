//! Adding the application forms the office issued, and unlocking them.

use rules::ApplicationId;

use crate::lossless::wide;
use crate::seal::Digest;
use crate::service::application::forms::{place, tries_of_the_day};
use crate::service::{Fault, FormOnRecord, Service};
use crate::store::{Command, SavedForm};

/// What adding forms came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormsAdded {
    /// Forms that were new.
    pub added: u64,
    /// Forms that were there already, with the same birth date.
    pub known: u64,
    /// Application IDs that are there with another birth date; left as they were.
    pub contradicting: Vec<ApplicationId>,
}

impl Service {
    /// Adds forms, or with `dry_run` only says what adding them would come to.
    /// A form that is there already is left as it is.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn add_forms(
        &self,
        forms: &[FormOnRecord],
        dry_run: bool,
    ) -> Result<FormsAdded, Fault> {
        let mut came_to = FormsAdded::default();
        let mut new = Vec::new();
        for form in forms {
            let digest = self.form_digest(&form.id);
            match self.form_on_record(&digest).await? {
                Some(known) if known.birth_date == form.birth_date => came_to.known += 1,
                Some(_) => came_to.contradicting.push(form.id.clone()),
                None => new.push(self.seal_form(form, digest)?),
            }
        }
        came_to.added = if dry_run {
            wide(new.len())
        } else {
            self.record_command(Command::AddForms(wide(new.len())))
                .await?;
            self.store.add_forms(new).await?
        };
        Ok(came_to)
    }

    fn seal_form(&self, form: &FormOnRecord, digest: Digest) -> Result<SavedForm, Fault> {
        let row = hex::encode(digest);
        let keyring = self.keys.forms();
        let sealed = keyring.seal_value(place(&row), form, &*self.random)?;
        Ok(SavedForm {
            digest,
            sealed,
            issued_at: self.clock.now(),
        })
    }

    /// Lets a form's birth date be tried again. Whether the form is there.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn unlock_form(&self, id: &ApplicationId) -> Result<bool, Fault> {
        self.record_command(Command::UnlockForm).await?;
        let form = self.form_digest(id);
        let of_the_day = tries_of_the_day(&self.keys, &form);
        Ok(self.store.unlock_form(&form, &of_the_day).await?)
    }

    /// The forms issued last, newest first.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn newest_forms(&self, at_most: u32) -> Result<Vec<FormOnRecord>, Fault> {
        let saved = self.store.newest_forms(at_most).await?;
        saved.iter().map(|form| self.open_form(form)).collect()
    }

    /// A new application ID: 23 random digits, opaque.
    ///
    /// # Errors
    /// [`Fault::Random`].
    pub fn new_application_id(&self) -> Result<ApplicationId, Fault> {
        loop {
            let mut digits = String::with_capacity(ApplicationId::LENGTH);
            for _ in 0..ApplicationId::LENGTH {
                let digit = self.random.below(10)?;
                digits.extend(char::from_digit(digit, 10));
            }
            if let Ok(id) = ApplicationId::parse(&digits) {
                return Ok(id);
            }
        }
    }
}
