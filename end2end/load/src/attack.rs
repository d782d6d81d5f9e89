//! Applicants side by side, run by goose, and what the machine did meanwhile.

use std::error::Error;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use bytes::Bytes;
use goose::config::GooseConfiguration;
use goose::goose::{GooseUser, Scenario, Transaction, TransactionFunction, TransactionResult};
use goose::{GooseAttack, metrics::GooseMetrics};
use reqwest::redirect::Policy;

use crate::browser::{Broken, Browser, Exchange, Look, broken};
use crate::journey::Applicant;
use crate::photo::{KIND, Photo};
use crate::result::{JOURNEY, Outcome};
use crate::sink::Sink;
use crate::usage::{cpu_ms, own_cpu_ms, peak_mb};

/// An answer that takes longer than this has failed.
const PATIENCE: Duration = Duration::from_secs(60);

/// An application form on record.
pub struct Form {
    id: String,
    birth_date: String,
}

impl Form {
    /// Reads `ID,BIRTH-DATE`.
    pub fn read(line: &str) -> Option<Self> {
        let (id, birth_date) = line.trim().split_once(',')?;
        Some(Self {
            id: id.to_owned(),
            birth_date: birth_date.to_owned(),
        })
    }
}

/// A recorded journey for each photo.
pub type Recorded = Vec<Vec<Exchange>>;

/// What applicants do.
pub enum Doing {
    /// Apply at a portal.
    Apply {
        /// Forms, each used once.
        forms: Vec<Form>,
        /// Photos that are sent in turn.
        photos: Vec<Photo>,
        /// The answer to every captcha.
        captcha: String,
        /// Where mails arrive.
        sink: Arc<Sink>,
    },
    /// Send and fetch as many bytes as recorded journeys did.
    Repeat {
        /// Journeys that are repeated in turn.
        recorded: Recorded,
    },
}

/// What is measured, and how long.
pub struct Measure {
    /// The servers' processes.
    pub processes: Vec<i32>,
    /// Processes that they need.
    pub beside: Vec<i32>,
    /// Applicants side by side.
    pub applicants: usize,
    /// For how long new journeys are begun.
    pub seconds: usize,
}

/// All journeys of a run.
pub struct Attack {
    portals: Vec<String>,
    doing: Doing,
    next: AtomicUsize,
    seen: Mutex<Seen>,
}

#[derive(Default)]
struct Seen {
    first: Option<Instant>,
    last: Option<Instant>,
    recorded: Recorded,
}

impl Attack {
    /// Nothing is sent yet.
    pub fn new(portals: Vec<String>, doing: Doing) -> Arc<Self> {
        let photos = match &doing {
            Doing::Apply { photos, .. } => photos.len(),
            Doing::Repeat { .. } => 0,
        };
        let seen = Seen {
            recorded: vec![Vec::new(); photos],
            ..Seen::default()
        };
        Arc::new(Self {
            portals,
            doing,
            next: AtomicUsize::new(0),
            seen: Mutex::new(seen),
        })
    }

    /// Runs and measures; journeys that were begun are finished.
    pub async fn run(
        self: Arc<Self>,
        name: &str,
        measure: &Measure,
    ) -> Result<(Outcome, Recorded), Box<dyn Error>> {
        let used = |processes: &[i32]| cpu_ms(processes);
        let before = (
            used(&measure.processes)?,
            used(&measure.beside)?,
            own_cpu_ms()?,
        );
        let metrics = Arc::clone(&self).goose(measure).await?;
        let after = (
            used(&measure.processes)?,
            used(&measure.beside)?,
            own_cpu_ms()?,
        );
        let seen = std::mem::take(&mut *self.seen.lock().unwrap_or_else(PoisonError::into_inner));
        let seconds = seen
            .last
            .zip(seen.first)
            .map_or(0.0, |(last, first)| (last - first).as_secs_f64());
        let mut outcome = Outcome::of(name, &metrics, seconds);
        outcome.applicants = measure.applicants;
        outcome.server_ms = outcome.each(after.0 - before.0);
        outcome.beside_ms = outcome.each(after.1 - before.1);
        outcome.client_ms = outcome.each(after.2 - before.2);
        outcome.peak_mb = peak_mb(&measure.processes)?;
        Ok((outcome, seen.recorded))
    }

    async fn goose(self: Arc<Self>, measure: &Measure) -> Result<GooseMetrics, Box<dyn Error>> {
        let mut configuration = GooseConfiguration::default();
        configuration.host = self.portals.first().cloned();
        configuration.users = Some(measure.applicants);
        configuration.increase_rate = Some("1000".to_owned());
        configuration.run_time = Some(format!("{}s", measure.seconds));
        configuration.quiet = 2;
        configuration.no_telnet = true;
        configuration.no_reset_metrics = true;
        configuration.no_print_metrics = true;
        configuration.no_status_codes = true;
        let journey: TransactionFunction = Arc::new(move |user| {
            let attack = Arc::clone(&self);
            Box::pin(async move { attack.journey(user).await })
        });
        let client: TransactionFunction = Arc::new(|user| Box::pin(client(user)));
        let scenario = Scenario::new("applicants")
            .register_transaction(Transaction::new(client).set_name("client").set_on_start())
            .register_transaction(Transaction::new(journey).set_name(JOURNEY));
        Ok(GooseAttack::initialize_with_config(configuration)?
            .register_scenario(scenario)
            .execute()
            .await?)
    }

    async fn journey(&self, user: &mut GooseUser) -> TransactionResult {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let began = Instant::now();
        let mut browser = Browser::new(user, &self.portals);
        let kind = match &self.doing {
            Doing::Apply {
                forms,
                photos,
                captcha,
                sink,
            } => {
                let Some(form) = forms.get(number) else {
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    return Err(broken("no form is left: more are needed in the list"));
                };
                let kind = number % photos.len();
                let applicant = Applicant {
                    form: &form.id,
                    birth_date: &form.birth_date,
                    mail: format!("load{number}@example.jp"),
                    photo: &photos[kind],
                    captcha,
                    sink,
                };
                applicant.apply(&mut browser).await?;
                kind
            }
            Doing::Repeat { recorded } => {
                let kind = number % recorded.len();
                repeat(&mut browser, &recorded[kind]).await?;
                kind
            }
        };
        self.finished(kind, began, browser.exchanges);
        Ok(())
    }

    fn finished(&self, kind: usize, began: Instant, exchanges: Vec<Exchange>) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.first = Some(seen.first.map_or(began, |first| first.min(began)));
        seen.last = Some(Instant::now());
        if let Some(recorded) = seen
            .recorded
            .get_mut(kind)
            .filter(|recorded| recorded.is_empty())
        {
            *recorded = exchanges;
        }
    }
}

/// A client as a browser is: connections of its own, kept; redirects are ours to follow,
/// so that both answers are measured.
async fn client(user: &mut GooseUser) -> TransactionResult {
    let builder = reqwest::Client::builder()
        .redirect(Policy::none())
        .no_proxy()
        .timeout(PATIENCE);
    Ok(user.set_client_builder(builder).await?)
}

/// As many bytes both ways as in a recorded journey.
async fn repeat(browser: &mut Browser<'_>, exchanges: &[Exchange]) -> Result<(), Broken> {
    /// As large as the largest upload.
    static FILL: [u8; 8 * 1024 * 1024] = [b'x'; 8 * 1024 * 1024];
    for Exchange {
        step,
        post,
        sent,
        status,
        headers,
        body,
    } in exchanges
    {
        let path = format!("/{status}/{headers}/{body}");
        let sent = post.then(|| {
            (
                KIND,
                Bytes::from_static(&FILL).slice(..(*sent).min(FILL.len())),
            )
        });
        browser.ask(step, &path, sent, Look::Past, *status).await?;
    }
    Ok(())
}
