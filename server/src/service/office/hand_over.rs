//! The office's desk: which applications were sent in, and that they were taken over.

use rules::application::Actor;

use crate::service::{Fault, LoadedApplication, Service};
use crate::store::{Act, Submission, SubmissionPage, Write};

/// Applications asked for at once.
const PAGE: u32 = 100;

impl Service {
    /// Some of the applications that were sent in, in the order they came, from behind one
    /// of them; with `is_waiting` only those that were not handed over. Empty at the end.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn submissions(
        &self,
        after: Option<&Submission>,
        is_waiting: bool,
    ) -> Result<Vec<Submission>, Fault> {
        let page = SubmissionPage {
            after,
            is_waiting,
            at_most: PAGE,
        };
        Ok(self.store.submissions(page).await?)
    }

    /// Opens an application that was sent in.
    ///
    /// # Errors
    /// [`Fault`], also when it is gone meanwhile.
    pub async fn submitted_case(
        &self,
        submission: &Submission,
    ) -> Result<LoadedApplication, Fault> {
        let case = self.load(&submission.id).await?;
        case.ok_or(Fault::Missing { table: "journeys" })
    }

    /// Enters that the office took an application over. Once entered it stays as it was.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn mark_handed_over(&self, submission: &Submission) -> Result<(), Fault> {
        let entry = self.entry(
            Actor::Operator,
            Act::HandedOver(submission.receipt.clone()),
            Some(&submission.id),
        );
        let hand_over = Write::HandOver(submission.id.clone(), entry.at);
        let writes = vec![hand_over, Write::Record(entry)];
        Ok(self.store.commit(writes).await?)
    }
}
