//! Whether everything that is kept opens, and every photo is there.

use crate::photos::{VaultError, VaultKey};
use crate::seal::open;
use crate::service::application::loaded::{saved_case, submitted_receipt};
use crate::service::application::photo::{place as photo_place, vault_key};
use crate::service::keys::{keyring, place};
use crate::service::{Fault, FormOnRecord, LoadedApplication, Service};
use crate::store::{SavedJourney, SealedRow, SealedTable, Which};

/// Rows read at once.
const AT_ONCE: u32 = 200;

/// What was looked at, and what is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// Forms the office issued.
    pub forms: u64,
    /// Applications.
    pub applications: u64,
    /// Photos that applications hold.
    pub photos: u64,
    /// Look-up keys, sessions, captchas and secrets of mails.
    pub others: u64,
    /// What is wrong, row by row.
    pub problems: Vec<RowProblem>,
}

/// A row that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{table} {row}: {wrong}")]
pub struct RowProblem {
    /// Its table.
    pub table: &'static str,
    /// Its key; nothing of what is in it.
    pub row: String,
    /// What is wrong with it.
    pub wrong: Wrong,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// Its text does not open or holds something else.
    #[error("does not open ({0})")]
    Closed(String),
    /// Its text opens and says something else than the columns beside it.
    #[error("holds another {0} than its row says")]
    Contradicts(&'static str),
    /// Its photo is not there.
    #[error("its photo {0} is missing")]
    NoPhoto(String),
    /// Its photo is there and does not open.
    #[error("its photo {0} does not open: it was changed, or is of another application")]
    PhotoClosed(String),
}

impl Service {
    /// Opens every row that is sealed and every photo that is spoken of, while others may
    /// go on writing.
    ///
    /// # Errors
    /// [`Fault`] when database or place for photos fails; what is wrong with rows is in
    /// the answer.
    pub async fn verify(&self) -> Result<Verified, Fault> {
        let mut verified = Verified::default();
        for table in SealedTable::ALL {
            // Applications' keys are opened with the applications.
            if table != SealedTable::Journeys {
                self.verify_rows(table, &mut verified).await?;
            }
        }
        let mut after = String::new();
        loop {
            let rows = self.store.journeys_after(&after, AT_ONCE).await?;
            let Some(last) = rows.last() else {
                return Ok(verified);
            };
            after = last.id.as_str().to_owned();
            for saved in rows {
                self.verify_application(saved, &mut verified).await?;
            }
        }
    }

    async fn verify_rows(&self, table: SealedTable, verified: &mut Verified) -> Result<(), Fault> {
        let mut after = String::new();
        loop {
            let rows = self.store.sealed_rows(table, &after, Which::All, AT_ONCE);
            let rows = rows.await?;
            let Some(last) = rows.last() else {
                return Ok(());
            };
            after.clone_from(&last.row);
            for row in &rows {
                let count = match table {
                    SealedTable::Forms => &mut verified.forms,
                    SealedTable::LookUpKeys
                    | SealedTable::Journeys
                    | SealedTable::Sessions
                    | SealedTable::Challenges
                    | SealedTable::Outbox => &mut verified.others,
                };
                *count += 1;
                let wrong = self.wrong_with(table, row);
                verified.note(table.name(), &row.row, wrong);
            }
        }
    }

    fn wrong_with(&self, table: SealedTable, row: &SealedRow) -> Option<Wrong> {
        let (keyring, place) = (keyring(&self.keys, table), place(table, &row.row));
        if table == SealedTable::Forms {
            return match keyring.open_value::<FormOnRecord>(place, &row.sealed) {
                Ok(form) if hex::encode(self.form_digest(&form.id)) == row.row => None,
                Ok(_) => Some(Wrong::Contradicts("application ID")),
                Err(fault) => Some(Wrong::Closed(fault.to_string())),
            };
        }
        let opened = keyring.open(place, &row.sealed);
        opened.err().map(|fault| Wrong::Closed(fault.to_string()))
    }

    async fn verify_application(
        &self,
        saved: SavedJourney,
        verified: &mut Verified,
    ) -> Result<(), Fault> {
        verified.applications += 1;
        let id = saved.id.clone();
        match self.open_case(saved) {
            Err(fault) => {
                verified.note(
                    "journeys",
                    id.as_str(),
                    Some(Wrong::Closed(fault.to_string())),
                );
            }
            Ok(case) => {
                let contradiction = self.contradiction(&case).map(Wrong::Contradicts);
                verified.note("journeys", id.as_str(), contradiction);
                if case.saved.photo_key.is_some() {
                    verified.photos += 1;
                    let wrong = self.wrong_with_photo(&case).await?;
                    verified.note("journeys", id.as_str(), wrong);
                }
            }
        }
        Ok(())
    }

    /// What an application and the columns beside it tell differently.
    fn contradiction(&self, case: &LoadedApplication) -> Option<&'static str> {
        let LoadedApplication { saved, journey, .. } = case;
        let form = journey.form().map(|form| self.form_digest(&form.id));
        let photo = journey
            .photo()
            .and_then(|photo| vault_key(&saved.id, &photo.key));
        let told = [
            ("stage", journey.stage().name() == saved.stage),
            ("application ID", form == Some(saved.form_digest)),
            ("photo", photo == saved.photo_key),
            (
                "receipt number",
                submitted_receipt(journey) == saved.receipt,
            ),
            ("case", saved_case(journey, saved.case) == saved.case),
        ];
        told.into_iter()
            .find_map(|(what, is_same)| (!is_same).then_some(what))
    }

    async fn wrong_with_photo(&self, case: &LoadedApplication) -> Result<Option<Wrong>, Fault> {
        let name = case.saved.photo_key.clone().unwrap_or_default();
        let Some(key) = VaultKey::parse(&name) else {
            return Ok(Some(Wrong::NoPhoto(name)));
        };
        match self.vault.fetch(&key).await {
            Ok(sealed) => {
                let opened = open(&case.key, photo_place(&key), &sealed);
                Ok(opened.is_err().then_some(Wrong::PhotoClosed(name)))
            }
            // It may have been replaced after the row was read.
            Err(VaultError::Missing(_)) if self.store.is_photo_known(&name).await? => {
                Ok(Some(Wrong::NoPhoto(name)))
            }
            Err(VaultError::Missing(_)) => Ok(None),
            Err(fault) => Err(fault.into()),
        }
    }
}

impl Verified {
    fn note(&mut self, table: &'static str, row: &str, wrong: Option<Wrong>) {
        self.problems.extend(wrong.map(|wrong| RowProblem {
            table,
            row: row.to_owned(),
            wrong,
        }));
    }
}
