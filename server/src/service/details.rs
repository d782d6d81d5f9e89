//! ⑦ Birth date, certificates, braille.

use app::refusal::Refusal;
use rules::Details;
use rules::form::{Field, Problem};
use rules::journey::{Event, Page};

use super::casework::one_problem;
use super::forms::birth_date_key;
use super::{Stop, Visiting};

impl Visiting {
    /// Compares the birth date with the one the office holds for the form, and
    /// takes the details. The try is counted first; the answer never says
    /// which part is wrong.
    pub(super) async fn take_details(&self, details: Details) -> Result<Page, Stop> {
        let (_, case) = self.trusted_case(Page::Details).await?;
        let key = birth_date_key(&self.service.keys, &case.saved.form_digest);
        let tries_left = match self.spend(&key, self.service.bounds.birth_dates).await {
            Ok(left) => left,
            Err(Stop::Refused(Refusal::TooMany { wait_seconds })) => {
                return Err(
                    one_problem(Field::BirthDate, Problem::TooMany { wait_seconds }).into(),
                );
            }
            Err(stop) => return Err(stop),
        };
        let on_record = self.service.form_on_record(&case.saved.form_digest).await?;
        if on_record.is_none_or(|form| form.birth_date != details.birth_date) {
            let tries_left = u8::try_from(tries_left).unwrap_or(u8::MAX);
            let problem = Problem::BirthDateMismatch { tries_left };
            return Err(one_problem(Field::BirthDate, problem).into());
        }
        self.service.store.give_back(&key).await?;
        self.act(Page::Details, Event::DetailsGiven(details), |_| Ok(()))
            .await
    }
}
