//! What the audit log holds: acts, without personal data.

use rules::Moment;
use rules::application::{Actor, MailKind};

use super::JourneyId;
use crate::seal::Digest;

/// Something that was done and that the operator must be able to show.
///
/// Holds nothing a person wrote: names of ours, counts and receipt numbers only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// An address was registered.
    Registered,
    /// A mail is to be sent.
    MailQueued(MailKind),
    /// The mail server has taken a mail.
    MailSent(MailKind),
    /// A mail was given up.
    MailFailed(MailKind),
    /// The mailed link was opened; whether the browser must prove itself by a code.
    LinkOpened {
        /// A code is asked for.
        needs_code: bool,
    },
    /// A device code was right.
    CodeRight,
    /// A device code was wrong.
    CodeWrong,
    /// A device code was not judged: none is there, it is too old, or too many were tried.
    CodeBlocked,
    /// A birth date was not the one the office holds.
    BirthDateWrong,
    /// A birth date was not judged: too many were tried.
    BirthDateBlocked,
    /// The state of an application was shown to who knew its receipt number and birth date.
    StatusShown,
    /// A receipt number and a birth date that do not belong together were tried.
    StatusWrong,
    /// A photo was kept.
    PhotoKept,
    /// A photo was refused, for these reasons ([`rules::photo::Finding::code`]).
    PhotoRefused(Vec<&'static str>),
    /// The photo of an application, or one that was replaced, is gone from where it was kept.
    PhotoRemoved,
    /// An application was sent in, with this receipt number.
    Submitted(String),
    /// The office took the application with this receipt number over.
    HandedOver(String),
    /// Forms nobody applied with were deleted, so many.
    FormsDeleted(u64),
    /// A command of the operator.
    Command(Command),
}

/// A command of the operator that reads or changes what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Forms were issued or imported, so many new ones.
    AddForms(u64),
    /// Forms were read to be printed, so many.
    PrintForms(u64),
    /// A form was unlocked that was tried with too many birth dates.
    UnlockForm,
    /// The applications that were sent in were listed.
    ListApplications,
    /// Applications were handed over.
    HandOver,
    /// A purge was asked for.
    Purge,
    /// Mails that were given up were to be tried again.
    RetryMails,
    /// Mails that came back were taken back.
    BounceMails,
    /// Everything was to be put under the newest key.
    RewrapKeys,
    /// Everything was to be copied into a backup.
    Backup,
    /// This database was filled from a backup.
    Restore,
    /// Everything was opened to see whether it can be.
    Verify,
}

impl Act {
    /// The act that deletes an application. Its entries are written where the rows are
    /// deleted, by the stores: `stage=… receipt=… days=…`, the days since its last change
    /// or its hand-over.
    pub(super) const DELETED: &'static str = "deleted";
    /// The entry behind which older ones may go.
    pub(super) const CHECKPOINT: &'static str = "checkpoint";

    /// Its name in the log.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::MailQueued(_) => "mail_queued",
            Self::MailSent(_) => "mail_sent",
            Self::MailFailed(_) => "mail_failed",
            Self::LinkOpened { .. } => "link_opened",
            Self::CodeRight => "code_right",
            Self::CodeWrong => "code_wrong",
            Self::CodeBlocked => "code_blocked",
            Self::BirthDateWrong => "birth_date_wrong",
            Self::BirthDateBlocked => "birth_date_blocked",
            Self::StatusShown => "status_shown",
            Self::StatusWrong => "status_wrong",
            Self::PhotoKept => "photo_kept",
            Self::PhotoRefused(_) => "photo_refused",
            Self::PhotoRemoved => "photo_removed",
            Self::Submitted(_) => "submitted",
            Self::HandedOver(_) => "handed_over",
            Self::FormsDeleted(_) => "forms_deleted",
            Self::Command(command) => match command {
                Command::AddForms(_) => "command_add_forms",
                Command::PrintForms(_) => "command_print_forms",
                Command::UnlockForm => "command_unlock_form",
                Command::ListApplications => "command_list_applications",
                Command::HandOver => "command_hand_over",
                Command::Purge => "command_purge",
                Command::RetryMails => "command_retry_mails",
                Command::BounceMails => "command_bounce_mails",
                Command::RewrapKeys => "command_rewrap_keys",
                Command::Backup => "command_backup",
                Command::Restore => "command_restore",
                Command::Verify => "command_verify",
            },
        }
    }

    /// What else is known of it, as `name=value`; empty where there is nothing.
    pub fn detail(&self) -> String {
        match self {
            Self::MailQueued(kind) | Self::MailSent(kind) | Self::MailFailed(kind) => {
                format!("mail={}", kind.name())
            }
            Self::LinkOpened { needs_code } => format!("needs_code={needs_code}"),
            Self::PhotoRefused(codes) => format!("reasons={}", codes.join(",")),
            Self::Submitted(receipt) | Self::HandedOver(receipt) => format!("receipt={receipt}"),
            Self::FormsDeleted(count)
            | Self::Command(Command::AddForms(count) | Command::PrintForms(count)) => {
                format!("count={count}")
            }
            Self::Registered
            | Self::CodeRight
            | Self::CodeWrong
            | Self::CodeBlocked
            | Self::BirthDateWrong
            | Self::BirthDateBlocked
            | Self::StatusShown
            | Self::StatusWrong
            | Self::PhotoKept
            | Self::PhotoRemoved
            | Self::Command(
                Command::UnlockForm
                | Command::ListApplications
                | Command::HandOver
                | Command::Purge
                | Command::RetryMails
                | Command::BounceMails
                | Command::RewrapKeys
                | Command::Backup
                | Command::Restore
                | Command::Verify,
            ) => String::new(),
        }
    }
}

/// An act, when it was done and about which application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: Moment,
    /// What.
    pub act: Act,
    /// About which application, if it is about one.
    pub subject: Option<JourneyId>,
    /// Who did it.
    pub actor: Actor,
}

impl Entry {
    /// The application's name as the tables hold it.
    pub(super) fn subject(&self) -> &str {
        self.subject.as_ref().map_or("", JourneyId::as_str)
    }
}

/// An entry as it stands in the log, numbered and chained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chained {
    /// Counts the entries, from 1.
    pub number: i64,
    /// Where it was in the inbox; none for a checkpoint.
    pub place: Option<i64>,
    /// When it was done.
    pub at: Moment,
    /// [`Act::name`], or that of a later version.
    pub act: String,
    /// The application's name, or nothing.
    pub subject: String,
    /// [`Act::detail`].
    pub detail: String,
    /// Who did it, as [`Actor`] is written; none of an entry that a process of a version
    /// without actors recorded or chained.
    pub actor: Option<String>,
    /// For a checkpoint: entries up to this number may go.
    pub through: Option<i64>,
    /// SHA-256 of the hash before and everything above.
    pub hash: Digest,
}

/// The last entry of a chain, or of a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its number; 0 before the first entry.
    pub number: i64,
    /// Its hash; zeros before the first entry.
    pub hash: Digest,
}

impl Head {
    /// Before the first entry.
    pub const NONE: Self = Self {
        number: 0,
        hash: [0; 32],
    };
}

/// What is to be chained.
#[derive(Clone, Copy, Debug)]
pub struct Chaining {
    /// Entries of the inbox, at most.
    pub at_most: u32,
    /// Entries done before go, once some are a day older than that.
    pub old_before: Moment,
    /// So many of them at most, so that nobody waits for long.
    pub removed_at_most: u32,
    /// The moment of a checkpoint.
    pub now: Moment,
}

/// What chaining came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChainedNow {
    /// Entries taken from the inbox.
    pub added: u32,
    /// Old entries that went behind a checkpoint.
    pub removed: u64,
    /// The last entry.
    pub head: Head,
}
