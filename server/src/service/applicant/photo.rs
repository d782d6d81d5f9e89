//! ⑥ The face photo: taken in, developed, sealed, kept.

use std::sync::Arc;

use app::applicant::portal::PhotoStep;
use app::refusal::Refusal;
use async_trait::async_trait;
use photo_check::{Exception, Exceptions, Judgement, Report};
use rules::application::{Access, Actor, ApplicantEvent, Page};
use rules::photo::{Finding, QuarterTurn};
use rules::{PhotoReceipt, PhotoRemark};
use tokio::task::spawn_blocking;

use super::allowances::Counted;
use super::standing::Standing;
use crate::failpoint;
use crate::photos::{DevelopError, VaultKey};
use crate::seal::{Digest, Purpose, open, seal};
use crate::service::application::photo::place;
use crate::service::{ApplicantRequest, Fault, LoadedApplication, Service, Stop};
use crate::store::{Act, JourneyId};

/// When to ask again for a picture that was not made.
const RETRY_SECONDS: u32 = 5;

/// A photo as it was sent, with what the applicant said about it.
#[derive(Clone, PartialEq, Eq)]
pub struct SentPhoto {
    /// The file.
    pub bytes: Vec<u8>,
    /// Why it breaks a rule.
    pub exceptions: Exceptions,
    /// Whether it is to be used although the check advised against it.
    pub use_anyway: bool,
    /// How its picture was turned before it was sent, by whoever looked at it there; none where
    /// nobody did. What is said to be turned is not turned again: a person may have done it.
    pub turned: Option<QuarterTurn>,
}

impl std::fmt::Debug for SentPhoto {
    /// A face is personal data, and so is a reason.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "SentPhoto({} bytes)", self.bytes.len())
    }
}

/// Whose photos are counted together: those of one application, from whichever of its browsers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PhotoSender(JourneyId);

#[cfg(test)]
impl PhotoSender {
    /// Whoever sends a photo for the application with this number.
    pub(crate) fn numbered(application: u8) -> Self {
        let id = format!("{application:032x}");
        Self(serde_json::from_value(id.into()).unwrap())
    }
}

/// Why a photo was not taken.
#[derive(Debug)]
pub enum PhotoStop {
    /// It does not meet the specification.
    Findings(Vec<Finding>),
    /// Too many photos are being developed; the same photo may be sent again.
    Busy,
    /// As for every other act.
    Other(Stop),
}

impl<S: Into<Stop>> From<S> for PhotoStop {
    fn from(stop: S) -> Self {
        Self::Other(stop.into())
    }
}

#[async_trait]
impl PhotoStep for ApplicantRequest {
    async fn confirm_photo(&self) -> Result<Page, Refusal> {
        Ok(self
            .act(Page::PhotoCheck, ApplicantEvent::PhotoConfirmed)
            .await?)
    }
}

impl ApplicantRequest {
    /// Whose photo this browser may send now, if it may. Asked before the body is read.
    ///
    /// # Errors
    /// [`Stop`].
    pub async fn photo_sender(&self) -> Result<PhotoSender, Stop> {
        let (_, case) = self.trusted_case(Page::Photo).await?;
        Ok(PhotoSender(case.saved.id))
    }

    /// Counts a photo that is going to be sent. Asked before there is a place for it, so that
    /// whoever may send none any more comes near nobody's.
    ///
    /// # Errors
    /// [`Stop`], also when too many were sent.
    pub async fn count_photo(&self, sender: &PhotoSender) -> Result<(), Stop> {
        self.limits()
            .spend_all(&[self.counted(sender)])
            .await
            .map(drop)
    }

    /// Counts it no more, as there was no place for it.
    ///
    /// # Errors
    /// [`Stop`].
    pub async fn uncount_photo(&self, sender: &PhotoSender) -> Result<(), Stop> {
        Ok(self.limits().give_back(&[self.counted(sender)]).await?)
    }

    fn counted(&self, sender: &PhotoSender) -> Counted {
        Counted {
            key: self.upload_key(&sender.0),
            allowance: self.service.bounds.uploads,
        }
    }

    fn upload_key(&self, journey: &JourneyId) -> Digest {
        let text = [b"upload".as_slice(), journey.as_str().as_bytes()].concat();
        self.service.keys.digest(Purpose::Client, &text)
    }

    /// Takes a photo: file rules, developing, sealing, keeping, then the state.
    /// A crash in between leaves a photo nobody knows of, which is swept away.
    ///
    /// # Errors
    /// [`PhotoStop`].
    pub async fn take_photo(&self, sent: SentPhoto) -> Result<Page, PhotoStop> {
        let (_, case) = self.trusted_case(Page::Photo).await?;
        let journey = case.saved.id.clone();
        let taken = self.keep_photo(case, sent).await;
        if let Err(PhotoStop::Findings(findings)) = &taken {
            let reasons = findings.iter().map(|finding| finding.code()).collect();
            let refused = Act::PhotoRefused(reasons);
            self.service
                .record(Actor::Applicant, refused, Some(&journey))
                .await?;
        }
        taken
    }

    async fn keep_photo(
        &self,
        case: LoadedApplication,
        sent: SentPhoto,
    ) -> Result<Page, PhotoStop> {
        let (developed, report) = self
            .service
            .room
            .develop(
                sent.bytes,
                self.service.clock.now().japan_day(),
                sent.exceptions,
                sent.turned.map(|_| QuarterTurn::None),
            )
            .await
            .map_err(|error| match error {
                DevelopError::Refused(findings) => PhotoStop::Findings(findings),
                DevelopError::Busy => PhotoStop::Busy,
                fault @ (DevelopError::Code(_)
                | DevelopError::Show(_)
                | DevelopError::Stopped(_)) => Fault::Photo(fault.to_string()).into(),
            })?;
        let token = hex::encode(self.service.random.bytes::<16>()?);
        let (key, token) =
            keys(&case.saved.id, &token).ok_or(Fault::Missing { table: "photos" })?;
        let (width, height, size) = (developed.width, developed.height, developed.jpeg.len());
        let sealed = {
            let (random, own, key) = (
                Arc::clone(&self.service.random),
                case.key.clone(),
                key.clone(),
            );
            aside(move || seal(&own, place(&key), &developed.jpeg, &*random)).await??
        };
        self.service.vault.keep(&key, sealed).await?;
        failpoint::reached(failpoint::Failpoint::PhotoWritten);
        let receipt = PhotoReceipt {
            key: token,
            width: u16::try_from(width).unwrap_or(u16::MAX),
            height: u16::try_from(height).unwrap_or(u16::MAX),
            bytes: u32::try_from(size).unwrap_or(u32::MAX),
            turn: sent.turned.unwrap_or(report.turn),
            remarks: remarks(&report),
            exceptions: named(sent.exceptions),
            use_anyway: sent.use_anyway,
        };
        Ok(self
            .act(Page::Photo, ApplicantEvent::PhotoKept(receipt))
            .await?)
    }

    /// The photo kept, for the browser it belongs to.
    ///
    /// # Errors
    /// [`Stop`]; [`Refusal::Elsewhere`] when there is none.
    pub async fn current_photo(&self) -> Result<Vec<u8>, Stop> {
        let case = self.case_of_photo().await?;
        let photo = self.service.kept_photo(&case).await?;
        Ok(photo.ok_or(Refusal::Elsewhere(case.journey.page()))?)
    }

    /// A small picture of the photo kept, for the pages that show it; `mark` is
    /// [`PhotoReceipt::mark`].
    ///
    /// # Errors
    /// [`Stop`]; [`Refusal::Elsewhere`] when there is none with this mark, and
    /// [`Refusal::Crowded`] when too many are being made.
    pub async fn preview_photo(&self, mark: &str) -> Result<Vec<u8>, Stop> {
        let case = self.case_of_marked_photo(mark).await?;
        let photo = self.service.kept_photo(&case).await?;
        let photo = photo.ok_or(Refusal::Elsewhere(case.journey.page()))?;
        match self.service.room.preview(photo).await {
            Err(DevelopError::Busy) => Err(Refusal::Crowded {
                wait_seconds: RETRY_SECONDS,
            }
            .into()),
            made => Ok(made.map_err(|fault| Fault::Photo(fault.to_string()))?),
        }
    }

    /// The application whose photo has this mark, of those that this session holds: the page that
    /// shows it may be of another than the one used last.
    async fn case_of_marked_photo(&self, mark: &str) -> Result<LoadedApplication, Stop> {
        let session = self.sessions().known().await?;
        for held in session.content.applications() {
            let standing = self.standing(held).await?;
            let pages = [Page::PhotoCheck, Page::Review];
            let is_shown = pages.iter().any(|page| standing.admit(*page).is_ok());
            if let Standing::Case(case, Access::Trusted) = standing
                && case
                    .journey
                    .photo()
                    .is_some_and(|photo| photo.mark() == mark)
                && is_shown
            {
                return Ok(*case);
            }
        }
        Err(Refusal::Elsewhere(Page::Start).into())
    }

    async fn case_of_photo(&self) -> Result<LoadedApplication, Stop> {
        let (_, case) = match self.trusted_case(Page::PhotoCheck).await {
            Ok(known) => known,
            Err(_) => self.trusted_case(Page::Review).await?,
        };
        Ok(case)
    }
}

impl Service {
    /// The photo kept with an application; none where it has none.
    ///
    /// # Errors
    /// [`Fault`] when it is not there or cannot be opened.
    pub async fn kept_photo(&self, case: &LoadedApplication) -> Result<Option<Vec<u8>>, Fault> {
        let Some(photo) = case.journey.photo() else {
            return Ok(None);
        };
        let (key, _) =
            keys(&case.saved.id, photo.key.as_str()).ok_or(Fault::Missing { table: "photos" })?;
        let sealed = self.vault.fetch(&key).await?;
        let own = case.key.clone();
        let opened = aside(move || open(&own, place(&key), &sealed).map(|clear| clear.to_vec()));
        Ok(Some(opened.await??))
    }
}

/// Work on the whole of a photo takes milliseconds: too long for a thread that others'
/// requests wait for.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Fault> {
    let done = spawn_blocking(work).await;
    done.map_err(|error| Fault::Photo(error.to_string()))
}

/// The names of the reasons, as they are kept.
fn named(exceptions: Exceptions) -> Vec<String> {
    let names = exceptions.iter().map(Exception::code);
    names.map(str::to_owned).collect()
}

/// What the office will see: also what a reason explains, for it is the office that
/// accepts the reason.
fn remarks(report: &Report) -> Vec<PhotoRemark> {
    let all = report.findings.iter().chain(&report.relaxed);
    all.map(remark).collect()
}

/// What the office will see of a finding.
fn remark(found: &Judgement) -> PhotoRemark {
    #[expect(
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        reason = "scores are small"
    )]
    let thousandths = |value: f32| (value * 1000.0).round() as i32;
    PhotoRemark {
        code: found.concern.code().to_owned(),
        weight: found.weight,
        score: thousandths(found.score),
        limit: thousandths(found.limit),
    }
}

/// The key of a photo in the vault, and in the journey.
fn keys(journey: &JourneyId, token: &str) -> Option<(VaultKey, rules::PhotoKey)> {
    Some((
        VaultKey::new(journey.as_str(), token)?,
        rules::PhotoKey::parse(token).ok()?,
    ))
}
