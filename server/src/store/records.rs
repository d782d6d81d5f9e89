//! The rows of the tables, in types.

use rules::Moment;
use rules::application::{CaseStage, MailKind};

use crate::outbox::{Job, Outcome};
use crate::random::{NoRandom, Random};
use crate::seal::Digest;

/// An application's row: 128 random bits in hexadecimal, opaque.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct JourneyId(String);

impl JourneyId {
    /// A new one.
    ///
    /// # Errors
    /// [`NoRandom`] when there is no randomness.
    pub fn random(random: &dyn Random) -> Result<Self, NoRandom> {
        Ok(Self(hex::encode(random.bytes::<16>()?)))
    }

    pub(super) fn from_row(text: String) -> Self {
        Self(text)
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// SHA-256 of a session's cookie.
pub type SessionDigest = Digest;

/// A row of `journeys`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedJourney {
    /// Key.
    pub id: JourneyId,
    /// Counts the changes, from 1.
    pub version: i64,
    /// [`rules::application::Stage::name`].
    pub stage: &'static str,
    /// Keyed digest of the application ID.
    pub form_digest: Digest,
    /// The application's own key, wrapped.
    pub wrapped_key: Vec<u8>,
    /// The journey, sealed.
    pub sealed: Vec<u8>,
    /// The photo kept.
    pub photo_key: Option<String>,
    /// The receipt number, once submitted.
    pub receipt: Option<String>,
    /// When the address was registered.
    pub created_at: Moment,
    /// When it was last changed.
    pub changed_at: Moment,
    /// How it stands with the office, once it was sent in.
    pub case: Option<SavedCase>,
}

/// What the columns of `journeys` say of an application that was sent in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SavedCase {
    /// When it was sent in.
    pub submitted_at: Moment,
    /// How it stands.
    pub stage: CaseStage,
    /// When it was decided, or came to its end without that.
    pub decided_at: Option<Moment>,
    /// When it was handed over: [`Write::HandOver`](super::Write::HandOver) writes it, and
    /// nothing else.
    pub handed_over_at: Option<Moment>,
}

/// What the office's desk needs of an application that was sent in: nothing sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// Key.
    pub id: JourneyId,
    /// The receipt number.
    pub receipt: String,
    /// When it was sent in.
    pub submitted_at: Moment,
    /// When the office took it over.
    pub handed_over_at: Option<Moment>,
}

/// Which applications that were sent in are asked for.
#[derive(Clone, Copy, Debug)]
pub struct SubmissionPage<'a> {
    /// Only those behind this one; all from the first without it.
    pub after: Option<&'a Submission>,
    /// Only those the office has not taken over.
    pub is_waiting: bool,
    /// How many.
    pub at_most: u32,
}

impl SubmissionPage<'_> {
    /// The place behind which the page begins: no row is at or before the first one.
    pub(super) fn begin(&self) -> (i64, &str) {
        self.after.map_or((i64::MIN, ""), |last| {
            (last.submitted_at.0, last.receipt.as_str())
        })
    }
}

/// A row of `sessions`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedSession {
    /// Key.
    pub digest: SessionDigest,
    /// Counts the changes, from 1.
    pub version: i64,
    /// What it holds, sealed.
    pub sealed: Vec<u8>,
    /// When it began.
    pub created_at: Moment,
    /// When it was last used.
    pub seen_at: Moment,
}

/// A row of `links`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedLink {
    /// SHA-256 of the token.
    pub digest: Digest,
    /// The application it opens.
    pub journey: JourneyId,
    /// When its time is over.
    pub until: Moment,
    /// Replaced by a newer one.
    pub ended: bool,
    /// The mail it is sent with; empty of one that an older version made.
    pub mail: String,
    /// When that mail was asked for.
    pub asked_at: Moment,
    /// What it is for: of each application one for each purpose is in force.
    pub purpose: LinkPurpose,
}

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkPurpose {
    /// To go on with the application.
    Application,
}

impl LinkPurpose {
    /// Every purpose.
    pub const ALL: [Self; 1] = [Self::Application];

    /// Its name in the table.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Application => "application",
        }
    }

    pub(super) fn read(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.name() == name)
    }
}

/// A row of `devices`: a browser that an application knows as one of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedDevice {
    /// Keyed digest of the browser's cookie.
    pub digest: Digest,
    /// The application; the row goes with it.
    pub journey: JourneyId,
}

/// A row of `codes`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedCode {
    /// The browser that asked.
    pub session: SessionDigest,
    /// The application.
    pub journey: JourneyId,
    /// Keyed digest of the code.
    pub digest: Digest,
    /// When its time is over.
    pub until: Moment,
    /// The mail it is sent with.
    pub mail: String,
    /// When that mail was asked for.
    pub asked_at: Moment,
}

/// What came of a try at the birth date of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormTry {
    /// It was counted; the form.
    Counted(SavedForm),
    /// It was tried too often in all; nothing was counted.
    Locked,
    /// No such form is there.
    Unknown,
}

/// A row of `forms`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedForm {
    /// Keyed digest of the application ID.
    pub digest: Digest,
    /// Application ID and birth date, sealed.
    pub sealed: Vec<u8>,
    /// When it was issued or imported.
    pub issued_at: Moment,
}

/// Captchas that a session has at once, so that two tabs use up none of each
/// other's; the oldest goes for a new one.
pub const PICTURES_OF_A_SESSION: u32 = 4;

/// A row of `challenges`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedChallenge {
    /// Key.
    pub id: String,
    /// The session it was shown to.
    pub session: SessionDigest,
    /// The seed it is drawn from, sealed.
    pub sealed: Vec<u8>,
    /// When its time is over.
    pub until: Moment,
}

/// What an outbox row asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobKind {
    /// A mail.
    Mail(MailKind),
    /// The removal of a photo.
    DiscardPhoto,
}

impl JobKind {
    /// Its name in the table and in logs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mail(kind) => kind.name(),
            Self::DiscardPhoto => "discard_photo",
        }
    }

    /// Every kind.
    pub fn all() -> impl Iterator<Item = Self> {
        let mails = MailKind::ALL.iter().copied().map(Self::Mail);
        mails.chain([Self::DiscardPhoto])
    }

    /// The kind of this name; none for one of a later version.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::all().find(|kind| kind.name() == name)
    }

    fn is_mail(self) -> bool {
        matches!(self, Self::Mail(_))
    }
}

/// Who leases jobs takes mails or removals of photos.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jobs {
    /// Mails of the kinds that this version knows. Any other waits for the version that does.
    Mails,
    /// Removals of photos.
    PhotoRemovals,
}

impl Jobs {
    /// Their kinds as a list for a statement.
    pub(super) fn list(self) -> String {
        let kinds = JobKind::all().filter(|kind| kind.is_mail() == (self == Self::Mails));
        let names: Vec<_> = kinds.map(|kind| format!("'{}'", kind.name())).collect();
        names.join(", ")
    }
}

/// Something to be done outside: what it is about, never an open secret or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queued {
    /// Key; also the mail's Message-ID, so that a repeat is recognised.
    pub id: String,
    /// What to do.
    pub kind: JobKind,
    /// For which application.
    pub journey: JourneyId,
    /// For which browser (device code only).
    pub session: Option<SessionDigest>,
    /// Which photo (removal only).
    pub photo_key: Option<String>,
    /// What the link or code in it is made of, sealed; none of rows of an older version and
    /// of those put back, until it is drawn.
    pub secret: Option<Vec<u8>>,
    /// When it was asked for.
    pub queued_at: Moment,
    /// When it is to be done.
    pub due_at: Moment,
}

impl Job for Queued {
    fn id(&self) -> &str {
        &self.id
    }

    fn kind(&self) -> &'static str {
        self.kind.name()
    }
}

/// What the row of a settled job becomes: its outcome, when it is due again, and why.
pub(super) fn columns(outcome: &Outcome) -> (Option<&'static str>, Option<i64>, Option<&str>) {
    match outcome {
        Outcome::Done => (Some("done"), None, None),
        Outcome::Dropped => (Some("dropped"), None, None),
        Outcome::Retry { due, reason } => (None, Some(due.0), Some(reason)),
        Outcome::Failed { reason } => (Some("failed"), None, Some(reason)),
    }
}

/// A job that is not done: it waits, or was given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenJob {
    /// Its key.
    pub id: String,
    /// [`JobKind::name`], or that of a later version.
    pub kind: String,
    /// Whether it was given up.
    pub has_failed: bool,
    /// How often it was tried.
    pub tries: u32,
    /// Since when it is there.
    pub queued_at: Moment,
    /// When it is tried next, or was to be tried at last.
    pub due_at: Moment,
    /// Why the last try went wrong; none before the first one.
    pub reason: Option<String>,
}

/// How many jobs of a kind are not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenJobs {
    /// [`JobKind::name`], or that of a later version.
    pub kind: String,
    /// Whether these were given up.
    pub have_failed: bool,
    /// How many.
    pub count: u64,
    /// The moment at which the first of them was due.
    pub first_due_at: Moment,
}
