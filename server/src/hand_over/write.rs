//! The hand-over: files first, then the entry that the office has them.

use std::path::Path;

use rules::ReceiptNumber;

use super::{Folder, FolderError, record};
use crate::service::{Fault, Service};
use crate::store::Submission;

/// What a hand-over came to.
#[derive(Debug, Default)]
pub struct HandedOver {
    /// Applications handed over.
    pub handed_over: u64,
    /// Receipt numbers of those that were not, and why. They are tried again next time.
    pub failed: Vec<(String, ApplicationFault)>,
}

/// Why one application could not be handed over.
#[derive(Debug, thiserror::Error)]
pub enum ApplicationFault {
    /// It cannot be read.
    #[error(transparent)]
    Unreadable(#[from] Fault),
    /// It cannot be written as JSON.
    #[error("it cannot be written as JSON")]
    Json(#[from] serde_json::Error),
    /// Its row says that it was sent in, and what is in it does not.
    #[error("its row and what is sealed in it contradict each other")]
    Contradicts,
}

/// Why a hand-over ended early. What was handed over until then stays so.
#[derive(Debug, thiserror::Error)]
pub enum HandOverError {
    /// The folder cannot be filled.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The database failed.
    #[error(transparent)]
    Database(Fault),
}

/// Writes every application that waits for the office into a folder and enters that it was
/// handed over. A crash in between writes the same files again, with the same bytes. An
/// application that cannot be read does not stop the others.
///
/// # Errors
/// [`HandOverError`].
pub async fn hand_over(service: &Service, folder: &Path) -> Result<HandedOver, HandOverError> {
    let folder = Folder::open(folder)?;
    let mut report = HandedOver::default();
    let mut last: Option<Submission> = None;
    loop {
        let page = service.submissions(last.as_ref(), true).await;
        let page = page.map_err(HandOverError::Database)?;
        for submission in &page {
            match files(service, submission).await {
                Ok(files) => {
                    folder.put(&files.receipt, files.photo.as_deref(), &files.record)?;
                    let marked = service.mark_handed_over(submission).await;
                    marked.map_err(HandOverError::Database)?;
                    report.handed_over += 1;
                }
                Err(fault) => report.failed.push((submission.receipt.clone(), fault)),
            }
        }
        last = page.into_iter().last();
        if last.is_none() {
            return Ok(report);
        }
    }
}

/// What is written of an application.
struct Files {
    receipt: ReceiptNumber,
    photo: Option<Vec<u8>>,
    record: Vec<u8>,
}

async fn files(service: &Service, submission: &Submission) -> Result<Files, ApplicationFault> {
    let case = service.submitted_case(submission).await?;
    let photo = service.kept_photo(&case).await?;
    let record = record(&case.journey, photo.as_deref())?;
    let receipt = ReceiptNumber::parse(&submission.receipt);
    match (receipt, record) {
        (Ok(receipt), Some(record)) => Ok(Files {
            receipt,
            photo,
            record,
        }),
        _ => Err(ApplicationFault::Contradicts),
    }
}
