//! ⑦ Birth date, certificates, braille.

use app::applicant::portal::DetailsStep;
use app::refusal::Refusal;
use async_trait::async_trait;
use rules::application::{Event, Page};
use rules::form::{Field, Problem};
use rules::{BirthDate, Details};

use super::advance::one_problem;
use super::allowances::{Counted, Looked};
use crate::service::application::forms::{tries_of_application, tries_of_the_day};
use crate::service::{ApplicantRequest, LoadedApplication, Stop};
use crate::store::{Act, FormTry};

#[async_trait]
impl DetailsStep for ApplicantRequest {
    async fn give_details(&self, details: Details) -> Result<Page, Refusal> {
        let (_, case) = self.trusted_case(Page::Details).await?;
        self.insist_on_birth_date(&case, details.birth_date).await?;
        let given = Event::DetailsGiven(details);
        Ok(self.act(Page::Details, given).await?)
    }
}

impl ApplicantRequest {
    /// Counts the try first: for the application, for the day of its form, and for the form
    /// in all. The answer never says which part is wrong.
    async fn insist_on_birth_date(
        &self,
        case: &LoadedApplication,
        given: BirthDate,
    ) -> Result<(), Stop> {
        let id = &case.saved.id;
        let counted = self.birth_date_counts(case);
        let looked = self.allowed(&counted, self.has_birth_date(case, given));
        match looked.await {
            Ok(Looked::Found(())) => Ok(()),
            Ok(Looked::NotFound { left }) => {
                self.service.record(Act::BirthDateWrong, Some(id)).await?;
                let tries_left = u8::try_from(left).unwrap_or(u8::MAX);
                let problem = Problem::BirthDateMismatch { tries_left };
                Err(one_problem(Field::BirthDate, problem).into())
            }
            Err(Stop::Refused(refusal)) => {
                self.record_once_an_hour(Act::BirthDateBlocked, id).await?;
                Err(match refusal {
                    Refusal::TooMany { wait_seconds } => {
                        one_problem(Field::BirthDate, Problem::TooMany { wait_seconds })
                    }
                    other => other,
                }
                .into())
            }
            Err(stop) => Err(stop),
        }
    }

    /// The application first, so that a stranger who has one of the same form locks out
    /// himself.
    fn birth_date_counts(&self, case: &LoadedApplication) -> [Counted; 2] {
        let (keys, bounds) = (&self.service.keys, &self.service.bounds);
        [
            Counted {
                key: tries_of_application(keys, &case.saved.id, &case.saved.form_digest),
                allowance: bounds.birth_dates,
            },
            Counted {
                key: tries_of_the_day(keys, &case.saved.form_digest),
                allowance: bounds.birth_dates_of_a_day,
            },
        ]
    }

    /// Whether the office holds this birth date for the form; refused when it was tried too
    /// often in all.
    async fn has_birth_date(
        &self,
        case: &LoadedApplication,
        given: BirthDate,
    ) -> Result<Option<()>, Stop> {
        let (store, form) = (&self.service.store, &case.saved.form_digest);
        let in_all = self.service.bounds.birth_dates_in_all;
        let saved = match store.try_form(form, in_all).await? {
            FormTry::Counted(saved) => saved,
            FormTry::Unknown => return Ok(None),
            FormTry::Locked => {
                return Err(one_problem(Field::BirthDate, Problem::BirthDateLocked).into());
            }
        };
        if self.service.open_form(&saved)?.birth_date != given {
            return Ok(None);
        }
        store.untry_form(form).await?;
        Ok(Some(()))
    }
}
