//! From the configuration to a portal that can answer.

mod database;
mod error;
mod http;
mod keys;
mod limits;
mod photos;
mod retention;
mod transport;

use std::sync::Arc;
use std::time::Duration;

use app::site::Site;

use crate::clock::SystemClock;
use crate::config::Settings;
use crate::http::DemoPages;
use crate::mail::{MailTransport, Memory, OutboxNotify};
use crate::photos::PhotoWorkers;
use crate::random::SystemRandom;
use crate::room::Room;
use crate::service::{ProofDifficulty, Service, ServiceParts, open_keys};
use crate::terms::read_terms;

pub use database::{
    convert as convert_database, gives_space_back, open as open_database,
    open_empty as open_empty_database,
};
pub use error::SetupError;
pub use http::{connections, http_bounds, leptos_options, patience};
pub use keys::{operator_keys, operator_keys_if_set};
pub use limits::bounds;
pub use photos::open as open_photos;
pub use retention::kept_seconds;
pub use transport::open_transport;

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

/// Opens database, place for photos and mail, and builds the service.
///
/// # Errors
/// [`SetupError`] says what is missing.
pub async fn open(settings: &Settings) -> Result<Runtime, SetupError> {
    let operator = operator_keys(settings)?;
    let store = database::open(&settings.database).await?;
    let keys = open_keys(&*store, &operator, &SystemRandom).await?;
    let (transport, mailbox) = transport::transport(settings)?;
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

/// The room photos are developed in.
pub fn room(settings: &Settings) -> PhotoWorkers {
    let places = usize::try_from(settings.photos.at_once.get()).unwrap_or(usize::MAX);
    PhotoWorkers::new(places, http::seconds(settings.photos.wait_seconds))
}

/// The room captchas are drawn in.
pub fn drawing(settings: &Settings) -> Room {
    let http = &settings.http;
    let places = usize::try_from(http.drawings_at_once.get()).unwrap_or(usize::MAX);
    Room::new(places, Duration::from_secs(http.wait_seconds.into()))
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
