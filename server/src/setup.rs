//! From the configuration to a portal that can answer.

mod database;
mod keys;
mod photos;
mod retention;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use app::site::Site;
use leptos::config::{LeptosOptions, get_configuration};

use rules::Language;

use crate::clock::SystemClock;
use crate::config::{Count, KeyProblem, SecretProblem, Settings, TransportKind};
use crate::http::{
    AdmissionBounds, ConnectionBounds, DemoPages, HttpBounds, Patience, UploadBounds,
};
use crate::mail::{Folder, MailTransport, Memory, OutboxNotify, Sender, SetupFault, Smtp};
use crate::photos::{PhotoWorkers, VaultError};
use crate::random::SystemRandom;
use crate::room::Room;
use crate::service::{Bounds, KeysFault, ProofDifficulty, Service, ServiceParts, open_keys};
use crate::store::{Allowance, StoreError};
use crate::terms::{TermsFault, read_terms};

pub use database::{
    convert as convert_database, gives_space_back, open as open_database,
    open_empty as open_empty_database,
};
pub use keys::{operator_keys, operator_keys_if_set};
pub use photos::open as open_photos;
pub use retention::kept_seconds;

/// A portal that can answer.
#[derive(Clone)]
pub struct Runtime {
    /// The service.
    pub service: Arc<Service>,
    /// By which way mails leave.
    pub transport: Arc<dyn MailTransport>,
    /// Mails caught in this process, in a demonstration.
    pub mailbox: Option<Arc<Memory>>,
}

impl Runtime {
    /// What the demonstration's pages show; nothing outside a demonstration.
    pub fn demo_pages(&self) -> Option<DemoPages> {
        let mailbox = self.mailbox.clone().filter(|_| self.service.site().demo)?;
        Some(DemoPages {
            service: Arc::clone(&self.service),
            mailbox,
        })
    }
}

/// Why a portal could not be set up.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// No key to encrypt with.
    #[error("secrets.key_file {0}")]
    Key(#[from] KeyProblem),
    /// No key is set, and this is no demonstration.
    #[error("secrets.key_file is not set: make a key with `shinsei key new`")]
    NoKey,
    /// The key does not fit the database.
    #[error(transparent)]
    Keys(#[from] KeysFault),
    /// The password of the database server cannot be had.
    #[error("database.password_file {0}")]
    DatabasePassword(#[from] SecretProblem),
    /// The secret of the object storage's access key cannot be had.
    #[error("photos.secret_access_key_file {0}")]
    PhotoKey(#[source] SecretProblem),
    /// The authorities of the object storage cannot be read.
    #[error("photos.ca_file cannot be read")]
    PhotoAuthorities(#[source] std::io::Error),
    /// A key that what is chosen cannot do without.
    #[error("{0} is not set")]
    NotSet(&'static str),
    /// The database cannot be opened.
    #[error("the database cannot be opened")]
    Database(#[from] StoreError),
    /// The place for photos cannot be used.
    #[error("the place for photos cannot be used")]
    Photos(#[from] VaultError),
    /// The mail server cannot be set up.
    #[error(transparent)]
    Mail(#[from] SetupFault),
    /// The terms cannot be read.
    #[error(transparent)]
    Terms(#[from] TermsFault),
    /// A folder cannot be made.
    #[error("a folder cannot be made")]
    Folder(#[from] std::io::Error),
}

/// Opens database, place for photos and mail, and builds the service.
///
/// # Errors
/// [`SetupError`] says what is missing.
pub async fn open(settings: &Settings) -> Result<Runtime, SetupError> {
    let operator = operator_keys(settings)?;
    let store = database::open(&settings.database).await?;
    let keys = open_keys(&*store, &operator, &SystemRandom).await?;
    let (transport, mailbox) = transport(settings)?;
    let service = Service::new(ServiceParts {
        store,
        vault: Arc::new(photos::open(&settings.photos)?),
        room: room(settings),
        drawing: drawing(settings),
        keys,
        clock: Arc::new(SystemClock),
        random: Arc::new(SystemRandom),
        bounds: bounds(settings),
        terms: Arc::new(read_terms(settings.journey.terms_file.as_deref())?),
        site: Arc::new(site(settings)),
        demo_answer: demo_answer(settings),
        proof_difficulty: ProofDifficulty::new(settings.limits.usual_captchas_per_minute.get()),
        outbox_notify: OutboxNotify::default(),
    });
    Ok(Runtime {
        service: Arc::new(service),
        transport,
        mailbox,
    })
}

/// Tests cannot read pictures: in a demonstration, and only there, the answer
/// to all of them can be given by `SHINSEI_DEMO_CAPTCHA_ANSWER`.
fn demo_answer(settings: &Settings) -> Option<String> {
    if settings.is_production() {
        None
    } else {
        std::env::var("SHINSEI_DEMO_CAPTCHA_ANSWER").ok()
    }
}

/// What is spoken to whoever has not chosen. In a demonstration, and only there, tests can have
/// everything in their own language by `SHINSEI_DEMO_LANGUAGE`.
fn language(settings: &Settings) -> Language {
    let asked = std::env::var("SHINSEI_DEMO_LANGUAGE").ok();
    if !settings.is_production() && asked.as_deref() == Some(Language::Pseudo.tag()) {
        Language::Pseudo
    } else {
        Language::default()
    }
}

/// The room photos are developed in.
pub fn room(settings: &Settings) -> PhotoWorkers {
    let places = usize::try_from(settings.photos.at_once.get()).unwrap_or(usize::MAX);
    PhotoWorkers::new(places, seconds(settings.photos.wait_seconds))
}

/// The room picture authentications are drawn in.
pub fn drawing(settings: &Settings) -> Room {
    let http = &settings.http;
    let places = usize::try_from(http.drawings_at_once.get()).unwrap_or(usize::MAX);
    Room::new(places, Duration::from_secs(http.wait_seconds.into()))
}

/// The way by which mails leave.
///
/// # Errors
/// [`SetupError`] when it cannot be set up.
pub fn open_transport(settings: &Settings) -> Result<Arc<dyn MailTransport>, SetupError> {
    Ok(transport(settings)?.0)
}

type Transports = (Arc<dyn MailTransport>, Option<Arc<Memory>>);

fn transport(settings: &Settings) -> Result<Transports, SetupError> {
    Ok(match settings.mail.transport {
        TransportKind::Smtp => (Arc::new(Smtp::new(settings)?), None),
        TransportKind::Folder => {
            crate::private::folder_for(&settings.mail.folder)?;
            (
                Arc::new(Folder::new(&settings.mail.folder, Sender::new(settings))),
                None,
            )
        }
        TransportKind::Memory => {
            let mailbox = Arc::new(Memory::default());
            (
                Arc::clone(&mailbox) as Arc<dyn MailTransport>,
                Some(mailbox),
            )
        }
    })
}

fn seconds(count: Count) -> Duration {
    Duration::from_secs(count.get().into())
}

fn each(burst: Count, seconds: Count) -> Allowance {
    Allowance {
        burst: burst.get(),
        seconds: seconds.get(),
    }
}

/// An allowance whose whole burst is back after so many seconds.
fn whole_after(burst: Count, seconds: Count) -> Allowance {
    Allowance {
        burst: burst.get(),
        seconds: (seconds.get() / burst.get()).max(1),
    }
}

/// Without proof of work half as much is allowed.
fn halved(allowance: Allowance) -> Allowance {
    Allowance {
        burst: allowance.burst.div_ceil(2),
        seconds: allowance.seconds.saturating_mul(2),
    }
}

/// The limits and lives the service keeps to.
pub fn bounds(settings: &Settings) -> Bounds {
    const MINUTE: i64 = 60;
    const HOUR: i64 = 60 * MINUTE;
    let (journey, limits) = (&settings.journey, &settings.limits);
    let registrations = each(
        limits.registrations_per_client,
        limits.registrations_refill_seconds,
    );
    let an_hour_for = |count: Count| Allowance {
        burst: count.get(),
        seconds: 3600 / count.get(),
    };
    let a_day_for = |count: Count| Allowance {
        burst: count.get(),
        seconds: (24 * 3600 / count.get()).max(1),
    };
    Bounds {
        link_seconds: i64::from(journey.link_hours.get()) * HOUR,
        link_openings: whole_after(
            limits.link_openings_per_application,
            limits.link_openings_seconds,
        ),
        device_seconds: i64::from(settings.retention.unfinished_days.get()) * 24 * HOUR,
        code_seconds: i64::from(journey.code_minutes.get()) * MINUTE,
        code_tries: journey.code_tries.get(),
        codes: an_hour_for(journey.codes_per_hour),
        session_idle_seconds: i64::from(journey.session_idle_minutes.get()) * MINUTE,
        session_seconds: i64::from(journey.session_hours.get()) * HOUR,
        birth_dates: Allowance {
            burst: journey.birth_date_tries.get(),
            seconds: journey.birth_date_wait_minutes.get().saturating_mul(60),
        },
        birth_dates_of_a_day: a_day_for(journey.birth_date_tries_per_day),
        birth_dates_in_all: journey.birth_date_tries_in_all.get(),
        challenge_seconds: i64::from(limits.captcha_life_seconds.get()),
        addresses_per_captcha: limits.addresses_per_captcha.get(),
        solved_seconds: i64::from(limits.captcha_solved_seconds.get()),
        challenges: whole_after(limits.captcha_tries, limits.captcha_tries_seconds),
        registrations,
        plain_registrations: halved(registrations),
        least_form_seconds: i64::from(limits.least_form_seconds),
        mails: each(
            limits.mails_per_address,
            limits.mails_per_address_refill_seconds,
        ),
        mails_per_mailbox: each(
            limits.mails_per_mailbox,
            limits.mails_per_mailbox_refill_seconds,
        ),
        mails_per_form: each(limits.mails_per_form, limits.mails_per_form_refill_seconds),
        resends: each(
            limits.mails_per_session,
            limits.mails_per_session_refill_seconds,
        ),
        uploads: whole_after(limits.uploads_per_application, limits.uploads_seconds),
        unknown: whole_after(limits.unknown_links, limits.unknown_links_seconds),
        status: whole_after(limits.status_tries, limits.status_tries_seconds),
        sessions: each(limits.sessions_per_client, limits.sessions_refill_seconds),
        proof_bits: limits.proof_bits,
        ipv6_network_bits: limits.ipv6_network_bits,
        ipv6_site_bits: limits.ipv6_site_bits,
        ipv6_site_networks: limits.ipv6_site_networks.get(),
    }
}

/// What every page says about the office.
pub fn site(settings: &Settings) -> Site {
    let office = &settings.office;
    let text = |line: &crate::config::Line| line.as_str().to_owned();
    Site {
        base_url: settings.http.base_url.as_str().to_owned(),
        office: text(&office.name),
        phone: text(&office.phone),
        hours: text(&office.hours),
        mail_from: settings.mail.from.as_str().to_owned(),
        demo: !settings.is_production(),
        retention: retention::kept_days(&settings.retention),
    }
}

/// What the routes need to know.
pub fn http_bounds(settings: &Settings) -> HttpBounds {
    let http = &settings.http;
    let count = |count: Count| usize::try_from(count.get()).unwrap_or(usize::MAX);
    HttpBounds {
        base_url: http.base_url.as_str().to_owned(),
        any_host: !settings.is_production(),
        trusted_proxies: http.trusted_proxies.clone(),
        body_bytes: count(http.body_bytes),
        uploads: UploadBounds {
            at_once: count(http.uploads_at_once),
            per_application: count(http.uploads_at_once_per_application),
            per_network: count(http.uploads_at_once_per_network),
            bytes: count(http.upload_bytes),
            pause: seconds(http.body_seconds),
            bytes_per_second: settings.limits.upload_bytes_per_second.get().into(),
            whole: seconds(http.upload_seconds),
            wait: Duration::from_secs(http.wait_seconds.into()),
        },
        answer: seconds(http.answer_seconds),
        drawings_per_network: count(http.drawings_per_network),
        requests_under_way_per_client: count(http.connections_per_client),
        language: language(settings),
        admissions: AdmissionBounds {
            requests: count(http.requests_at_once),
            newcomers: count(http.newcomers_at_once),
            requests_per_network: count(http.requests_per_network),
            newcomers_per_network: count(http.newcomers_per_network),
            requests_per_session: count(http.requests_per_session),
            wait: Duration::from_secs(http.wait_seconds.into()),
            come_again_seconds: http.come_again_seconds.get(),
        },
    }
}

/// How many connections are held.
pub fn connections(settings: &Settings) -> ConnectionBounds {
    let http = &settings.http;
    let count = |count: Count| usize::try_from(count.get()).unwrap_or(usize::MAX);
    ConnectionBounds {
        at_once: count(http.connections_at_once),
        per_client: count(http.connections_per_client),
        trusted_proxies: http.trusted_proxies.clone(),
        ipv6_site_bits: settings.limits.ipv6_site_bits,
    }
}

/// How long connections are waited for.
pub fn patience(settings: &Settings) -> Patience {
    Patience {
        head: seconds(settings.http.head_seconds),
        write_timeout: seconds(settings.http.answer_seconds),
        end: seconds(settings.http.shutdown_seconds),
    }
}

/// What Leptos needs to know: from `cargo leptos` while it watches, else from
/// the settings.
pub fn leptos_options(settings: &Settings) -> LeptosOptions {
    if std::env::var_os("LEPTOS_OUTPUT_NAME").is_some()
        && let Ok(watched) = get_configuration(None)
    {
        return watched.leptos_options;
    }
    LeptosOptions::builder()
        .output_name("shinsei")
        .site_root(site_root(&settings.http.site_root))
        .site_pkg_dir("pkg")
        .site_addr(settings.http.address)
        .hash_files(true)
        .build()
}

fn site_root(folder: &Path) -> String {
    folder.display().to_string()
}
