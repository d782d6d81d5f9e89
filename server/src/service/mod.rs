//! What the portal does, for each of those who use it: applicants, the office, the operator.
//!
//! `applicant` and `office` do not look at each other; both look at `application`.

mod applicant;
mod application;
mod fault;
mod keys;
mod maintenance;
mod office;

use std::sync::Arc;

use app::applicant::portal::Terms;
use app::site::Site;
pub use applicant::challenge::Rendering;
pub use applicant::device_token::DeviceToken;
pub use applicant::photo::{PhotoSender, PhotoStop, SentPhoto};
pub use applicant::proof_difficulty::ProofDifficulty;
pub use applicant::request::ApplicantRequest;
pub use applicant::session::Tie;
pub use applicant::session_token::SessionToken;
pub use applicant::told::TOLD_SECONDS;
pub use applicant::visitor::{CarriedChange, Changes, CookieChange, Shown, Visitor, network_of};
pub use application::forms::FormOnRecord;
pub use application::letters::Outbox;
pub use application::loaded::LoadedApplication;
pub use fault::{Fault, Stop, unavailable};
pub use keys::{KeysFault, open_keys};
pub use maintenance::audit::{Followed, LATEST};
pub use maintenance::rotation::{KeyUse, Rewrapped, key_uses, rewrap};
pub use maintenance::verify::{RowProblem, Verified, Wrong};
pub use office::forms::FormsAdded;

use rules::Moment;

use crate::clock::Clock;
use crate::mail::OutboxNotify;
use crate::photos::{PhotoVault, PhotoWorkers};
use crate::random::Random;
use crate::room::Room;
use crate::seal::Keys;
use crate::store::{Allowance, Store};

/// The limits and lives the service keeps to; from the configuration.
#[derive(Clone, Debug)]
pub struct Bounds {
    /// A link lives this long, in seconds.
    pub link_seconds: i64,
    /// Openings of the links of one application by devices that it knows, and as many by
    /// others.
    pub link_openings: Allowance,
    /// A browser keeps the cookie for so long by which an application knows it, in seconds.
    pub device_seconds: i64,
    /// A device code lives this long, in seconds.
    pub code_seconds: i64,
    /// Tries at one device code.
    pub code_tries: u32,
    /// Device codes sent for one application.
    pub codes: Allowance,
    /// A session without requests lives this long, in seconds.
    pub session_idle_seconds: i64,
    /// A session lives this long at most, in seconds.
    pub session_seconds: i64,
    /// A session holds so many applications.
    pub applications_per_session: usize,
    /// Tries at the birth date by one application; looks at one receipt number.
    pub birth_dates: Allowance,
    /// Tries at the birth date of one form, whoever makes them.
    pub birth_dates_of_a_day: Allowance,
    /// Wrong tries at the birth date of one form in all, until the office unlocks it.
    pub birth_dates_in_all: u32,
    /// A captcha lives this long, in seconds.
    pub challenge_seconds: i64,
    /// Addresses that can be given in one registration after one right answer.
    pub addresses_per_captcha: u32,
    /// They can be given within this time, in seconds.
    pub solved_seconds: i64,
    /// Answers to captchas from one network, right and wrong.
    pub challenges: Allowance,
    /// Registrations from one network with proof of work.
    pub registrations: Allowance,
    /// Registrations from one network without proof of work (scripting off).
    pub plain_registrations: Allowance,
    /// Link mails to one address.
    pub mails: Allowance,
    /// Link mails to all addresses of one mailbox.
    pub mails_per_mailbox: Allowance,
    /// Link mails for one form.
    pub mails_per_form: Allowance,
    /// Least seconds between showing a captcha and a person's answer.
    pub least_form_seconds: i64,
    /// Link mails asked for in one session.
    pub resends: Allowance,
    /// Photos sent for one application.
    pub uploads: Allowance,
    /// Unknown links and forms tried from one network.
    pub unknown: Allowance,
    /// Looks at the status page from one network.
    pub status: Allowance,
    /// Sessions begun from one network.
    pub sessions: Allowance,
    /// The difficulty of the proof of work, in bits.
    pub proof_bits: u8,
    /// Length of the network an IPv6 address counts by.
    pub ipv6_network_bits: u8,
    /// Length of the larger one it counts by besides.
    pub ipv6_site_bits: u8,
    /// The larger one may do so many times as much.
    pub ipv6_site_networks: u32,
}

/// What a service is made of.
pub struct ServiceParts {
    /// The database.
    pub store: Arc<dyn Store>,
    /// Where photos are kept.
    pub vault: Arc<dyn PhotoVault>,
    /// Where photos are developed, a few at a time.
    pub room: PhotoWorkers,
    /// Where captchas are drawn and spoken, a few at a time.
    pub drawing: Room,
    /// Keys.
    pub keys: Keys,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub random: Arc<dyn Random>,
    /// Limits and lives.
    pub bounds: Bounds,
    /// The terms in force.
    pub terms: Arc<Terms>,
    /// What every page says.
    pub site: Arc<Site>,
    /// The answer to every picture of a demonstration, for its tests; never set in production.
    pub demo_answer: Option<String>,
    /// How many come, and how hard their hidden work is.
    pub proof_difficulty: ProofDifficulty,
    /// Wakes the worker when something was queued.
    pub outbox_notify: OutboxNotify,
}

/// The portal's service: one for the whole process. What it is made of is its own: whoever stands
/// outside asks its methods.
pub struct Service {
    store: Arc<dyn Store>,
    vault: Arc<dyn PhotoVault>,
    room: PhotoWorkers,
    drawing: Room,
    keys: Keys,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
    bounds: Bounds,
    terms: Arc<Terms>,
    site: Arc<Site>,
    demo_answer: Option<String>,
    proof_difficulty: ProofDifficulty,
    outbox_notify: OutboxNotify,
}

impl Service {
    /// A service of these parts.
    pub fn new(parts: ServiceParts) -> Self {
        let ServiceParts {
            store,
            vault,
            room,
            drawing,
            keys,
            clock,
            random,
            bounds,
            terms,
            site,
            demo_answer,
            proof_difficulty,
            outbox_notify,
        } = parts;
        Self {
            store,
            vault,
            room,
            drawing,
            keys,
            clock,
            random,
            bounds,
            terms,
            site,
            demo_answer,
            proof_difficulty,
            outbox_notify,
        }
    }

    /// The moment by the service's clock.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// The service's clock, for work that waits by it.
    pub fn clock(&self) -> Arc<dyn Clock> {
        Arc::clone(&self.clock)
    }

    /// The limits and lives the service keeps to.
    pub fn bounds(&self) -> &Bounds {
        &self.bounds
    }

    /// What every page says.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Wakes the worker when something was queued.
    pub fn outbox_notify(&self) -> OutboxNotify {
        self.outbox_notify.clone()
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// [`Fault::Store`] when it does not.
    pub async fn ping(&self) -> Result<(), Fault> {
        Ok(self.store.ping().await?)
    }
}

impl std::fmt::Debug for Service {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Service")
            .field("bounds", &self.bounds)
            .finish_non_exhaustive()
    }
}
