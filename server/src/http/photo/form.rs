//! Reads the form of a photo, as it comes.

use app::applicant::portal::About;
use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use http::StatusCode;
use photo_check::{Exception, Exceptions};
use rules::photo::{Finding, QuarterTurn, spec};
use tokio::time::timeout_at;

use super::unsent::Unsent;
use crate::http::pace::Pace;
use crate::http::scan_budget::ScanBudget;
use crate::http::uploads::{Upload, UploadBounds};
use crate::lossless::wide;
use crate::service::{PhotoStop, SentPhoto, Visitor};

/// The longest text of a form's field that is read, in bytes.
const LONGEST_TEXT: usize = 32;

/// Reads the photo and what was said about it, before it or after it in the form;
/// all of it ends at the limit of the body.
pub(super) async fn read(
    mut multipart: Multipart,
    visitor: &Visitor,
    budget: &ScanBudget,
    bounds: &UploadBounds,
    place: &Upload,
) -> Result<SentPhoto, Unsent> {
    let waiting = Waiting {
        pace: Pace::begin(bounds.pause, bounds.bytes_per_second),
        most_bytes: bounds.bytes,
        budget,
        place,
    };
    let mut photo = None;
    let mut exceptions = Exceptions::NONE;
    let mut use_anyway = false;
    let mut turned = None;
    loop {
        let come = photo.as_ref().map_or(0, Vec::len);
        let Some(field) = waiting.wait(come, multipart.next_field()).await? else {
            let bytes = photo.ok_or(Unsent::Broken)?;
            return Ok(SentPhoto {
                bytes,
                exceptions,
                use_anyway,
                turned,
            });
        };
        match field.name() {
            Some(About::CONTROL) => {
                let said = text(field, &waiting).await?;
                if let Some(about) = said.as_deref().and_then(About::read) {
                    visitor.speaks_of(about);
                }
            }
            Some("photo") if photo.is_none() => photo = Some(chosen(field, &waiting).await?),
            Some("exception") => {
                exceptions = text(field, &waiting)
                    .await?
                    .and_then(|name| exception(&name))
                    .map_or(exceptions, |named| exceptions.with(named));
            }
            Some("use_anyway") => {
                use_anyway = text(field, &waiting).await?.as_deref() == Some("yes");
            }
            Some("turned") => {
                let name = text(field, &waiting).await?;
                turned = name.as_deref().and_then(QuarterTurn::parse);
            }
            _ => {}
        }
    }
}

/// The reason with this name on the wire.
fn exception(name: &str) -> Option<Exception> {
    serde_json::from_value(name.into()).ok()
}

/// A short text; none where it is longer than any of ours.
async fn text(mut field: Field<'_>, waiting: &Waiting<'_>) -> Result<Option<String>, Unsent> {
    let mut bytes = Vec::new();
    while let Some(part) = waiting.wait(bytes.len(), field.chunk()).await? {
        if bytes.len() + part.len() > LONGEST_TEXT {
            return Ok(None);
        }
        bytes.extend_from_slice(&part);
    }
    Ok(String::from_utf8(bytes).ok())
}

/// The photo. Stops where none was chosen.
async fn chosen(field: Field<'_>, waiting: &Waiting<'_>) -> Result<Vec<u8>, Unsent> {
    let is_named = field.file_name().is_some_and(|name| !name.is_empty());
    let bytes = collect(field, waiting).await?;
    let is_chosen = is_named || !bytes.is_empty();
    is_chosen.then_some(bytes).ok_or(Unsent::NotChosen)
}

async fn collect(mut field: Field<'_>, waiting: &Waiting<'_>) -> Result<Vec<u8>, Unsent> {
    let at_most = usize::try_from(spec::MOST_BYTES).unwrap_or(usize::MAX);
    let mut bytes = Vec::new();
    while let Some(part) = waiting.wait(bytes.len(), field.chunk()).await? {
        if bytes.len() + part.len() > at_most {
            let finding = Finding::TooManyBytes {
                bytes: wide(bytes.len() + part.len()),
            };
            return Err(Unsent::Stopped(PhotoStop::Findings(vec![finding])));
        }
        waiting.place.came(part.len());
        bytes.extend_from_slice(&part);
    }
    Ok(bytes)
}

/// How long the parts of a body are waited for.
struct Waiting<'a> {
    pace: Pace,
    most_bytes: usize,
    budget: &'a ScanBudget,
    place: &'a Upload,
}

impl Waiting<'_> {
    /// Waits for the next part of a body of which so many bytes have come.
    async fn wait<T>(
        &self,
        come: usize,
        part: impl Future<Output = Result<T, MultipartError>>,
    ) -> Result<T, Unsent> {
        let part = timeout_at(self.pace.until(come), part)
            .await
            .map_err(|_| Unsent::Slow)?
            .map_err(|error| self.unsent(&error))?;
        self.budget.found();
        Ok(part)
    }

    /// A body over the limit is a photo that is too long; the form's reader may
    /// meet that limit before the photo's own, since it reads ahead.
    fn unsent(&self, error: &MultipartError) -> Unsent {
        if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
            let bytes = wide(self.most_bytes);
            Unsent::Stopped(PhotoStop::Findings(vec![Finding::TooManyBytes { bytes }]))
        } else {
            Unsent::Broken
        }
    }
}
