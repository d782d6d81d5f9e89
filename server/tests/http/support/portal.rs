//! A portal for one test.

use std::net::{IpAddr, Ipv4Addr};
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

use axum::Router;
use leptos::config::LeptosOptions;
use rules::{ApplicationId, BirthDate, Language, Moment};
use server::clock::{Clock, SetClock};
use server::config::{Database, Photos, Settings, TransportKind};
use server::http::{HttpBounds, router};
use server::mail::{Letter, Memory, OutboxNotify};
use server::photos::{Bucket, PhotoWorkers};
use server::random::SeededRandom;
use server::room::Room;
use server::seal::{Key, Keys, OperatorKey, OperatorKeys};
use server::service::{FormOnRecord, KeysFault, ProofDifficulty, Service, ServiceParts, open_keys};
use server::setup::{self, Runtime};
use server::terms::read_terms;
use server::work::Worker;
use tempfile::TempDir;

use super::applicant::BIRTH;
use super::site::site;
use super::{Browser, Faulty, PostOffice};
use crate::fresh_database::on_a_fresh_database;

/// Where the portal is reached.
pub(crate) const BASE: &str = "https://shinsei.example";
/// The answer to every picture.
pub(crate) const ANSWER: &str = "abc234";
/// 2026-11-23 0:00 in Japan.
const BEGIN: Moment = Moment(1_795_359_600);

/// What a test may have otherwise.
pub(crate) struct Plan {
    pub(crate) settings: Settings,
    pub(crate) room: Option<PhotoWorkers>,
    /// Processes that answer in turn, each with connections of its own to the database
    /// and to object storage, if the settings name one.
    pub(crate) processes: u64,
    /// The operator's keys by a number for each, the newest first.
    pub(crate) keys: &'static [u8],
    /// What is spoken to whoever has not chosen.
    pub(crate) language: Language,
}

/// Which of two processes is asked, over and over: neither always gets the forms and
/// the other the pages.
const TURNS: [usize; 4] = [0, 1, 1, 0];

/// A portal; copies are the same one.
#[derive(Clone)]
pub(crate) struct TestPortal(Arc<Parts>);

/// What it is made of.
pub(crate) struct Parts {
    routes: Vec<Router>,
    turn: AtomicUsize,
    pub(crate) service: Arc<Service>,
    pub(crate) store: Arc<Faulty>,
    pub(crate) vault: Arc<Bucket>,
    /// Where photos are developed.
    pub(crate) room: PhotoWorkers,
    /// Where captchas are drawn.
    pub(crate) drawing: Room,
    pub(crate) keys: Keys,
    pub(crate) random: Arc<SeededRandom>,
    pub(crate) clock: Arc<SetClock>,
    pub(crate) mailbox: Arc<Memory>,
    office: Arc<PostOffice>,
    workers: Vec<Worker>,
    shared: Arc<Shared>,
    settings: Settings,
}

impl Deref for TestPortal {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// The ID of the form with this number, 1 to 3.
pub(crate) fn form_id(number: u8) -> ApplicationId {
    ApplicationId::parse(&format!("9876543210987654321098{number}")).unwrap()
}

/// Tells a story with a database in a file and with one on a server.
pub(crate) async fn on_both(story: impl AsyncFn(TestPortal)) {
    on_each_database(async |database| story(database.portal(|_| {}).await).await).await;
}

/// The same for a story that makes its portals itself.
pub(crate) async fn on_each_database(story: impl AsyncFn(Place)) {
    story(Place(None)).await;
    on_a_fresh_database(async |url| story(Place(Some(url.to_owned()))).await).await;
}

/// Where a portal has its database: on a server, or else in a file.
pub(crate) struct Place(Option<String>);

impl Place {
    /// A portal that has its database here, with settings of the test's own.
    pub(crate) async fn portal(&self, change: impl FnOnce(&mut Plan)) -> TestPortal {
        TestPortal::planned(|plan| {
            if let Some(url) = &self.0 {
                plan.settings.database.url = url.parse().unwrap();
                plan.settings.database.connections = 4.try_into().unwrap();
            }
            change(plan);
        })
        .await
    }
}

impl TestPortal {
    /// A portal with the settings that come with it.
    pub(crate) async fn new() -> Self {
        Self::planned(|_| {}).await
    }

    /// A portal with settings of the test's own.
    pub(crate) async fn planned(change: impl FnOnce(&mut Plan)) -> Self {
        let mut plan = Plan {
            settings: Settings::default(),
            room: None,
            processes: 1,
            keys: &[7],
            language: Language::default(),
        };
        plan.settings.http.base_url = BASE.parse().unwrap();
        // Real work would keep the tests waiting; how hard it is changes nothing here.
        plan.settings.limits.proof_bits = 4;
        // Races are between as many as there are places for, from one browser.
        let http = &mut plan.settings.http;
        http.requests_per_session = http.requests_at_once;
        http.requests_per_network = http.requests_at_once;
        http.newcomers_per_network = http.newcomers_at_once;
        change(&mut plan);
        let portal = Self(Arc::new(Parts::build(plan).await));
        portal.issue_forms().await;
        portal
    }

    /// A process that is started with these keys beside what is there.
    pub(crate) async fn beside(&self, keys: &'static [u8]) -> Self {
        self.elsewhere(|plan| plan.keys = keys).await
    }

    /// A process with the same clock and post office that is otherwise set differently.
    pub(crate) async fn elsewhere(&self, change: impl FnOnce(&mut Plan)) -> Self {
        let mut plan = Plan {
            settings: self.settings.clone(),
            room: None,
            processes: 1,
            keys: &[7],
            language: Language::default(),
        };
        change(&mut plan);
        Self(Arc::new(Parts::of(Arc::clone(&self.shared), plan).await))
    }

    /// Whether a process would start with these keys.
    pub(crate) async fn starts_with(&self, keys: &[u8]) -> Result<(), KeysFault> {
        let store = &*self.store;
        let operator = operator_keys(keys);
        let opened = open_keys(store, &operator, &*self.random).await;
        opened.map(drop)
    }

    async fn issue_forms(&self) {
        let today = self.clock.now().japan_day();
        let birth_date = BirthDate::read(&BIRTH.into(), today).unwrap();
        let forms: Vec<_> = (1..=3)
            .map(|number| FormOnRecord {
                id: form_id(number),
                birth_date,
            })
            .collect();
        self.service.add_forms(&forms, false).await.unwrap();
    }

    /// A browser that was never here, in a network of its own.
    pub(crate) fn browser(&self) -> Browser {
        let number = self.shared.browsers.fetch_add(1, Ordering::Relaxed);
        self.browser_at(IpAddr::V4(Ipv4Addr::new(198, 51, 100, number)))
    }

    /// A browser at this address.
    pub(crate) fn browser_at(&self, address: IpAddr) -> Browser {
        Browser::new(self.clone(), address)
    }

    /// Some seconds go by.
    pub(crate) fn wait(&self, seconds: i64) {
        self.clock.advance(seconds);
    }

    /// Sends every mail that is due.
    pub(crate) async fn post_mails(&self) {
        for worker in &self.workers {
            while worker.send_mails().await.leased > 0 {}
        }
    }

    /// Shows what waits to whoever watches.
    pub(crate) async fn show_what_waits(&self) {
        for worker in &self.workers {
            worker.show_what_waits().await;
        }
    }

    /// Closes or opens the post office.
    pub(crate) fn set_post_closed(&self, is_closed: bool) {
        self.office.set_closed(is_closed);
    }

    /// The letters that a closed post office turned away.
    pub(crate) fn turned_away(&self) -> Vec<Letter> {
        self.office.turned_away()
    }

    /// Does what is done now and then.
    pub(crate) async fn keep_house(&self) {
        for worker in &self.workers {
            worker.keep_house().await;
        }
    }

    /// The routes of the process whose turn it is.
    pub(crate) fn routes(&self) -> Router {
        let turn = self.turn.fetch_add(1, Ordering::Relaxed);
        let process = TURNS[turn % TURNS.len()] % self.routes.len();
        self.routes[process].clone()
    }

    /// What the portal is set to.
    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The files of the database.
    pub(crate) fn database_files(&self) -> Vec<PathBuf> {
        let files = std::fs::read_dir(self.shared.folder.path()).unwrap();
        files
            .map(|file| file.unwrap().path())
            .filter(|path| path.is_file())
            .collect()
    }
}

/// The operator's keys by their numbers, the newest first.
pub(crate) fn operator_keys(numbers: &[u8]) -> OperatorKeys {
    let key = |number: &u8| OperatorKey::derive(&Key::new([*number; 32]));
    let (newest, older) = numbers.split_first().unwrap();
    OperatorKeys::new(key(newest), older.iter().map(key).collect())
}

impl Parts {
    async fn build(mut plan: Plan) -> Self {
        let folder = tempfile::tempdir().unwrap();
        if plan.settings.database == Database::default() {
            let file = folder.path().join("portal.sqlite");
            plan.settings.database.url = format!("sqlite://{}", file.display()).parse().unwrap();
        }
        let in_memory = plan.settings.photos == Photos::default();
        let mailbox = Arc::new(Memory::default());
        let shared = Shared {
            clock: Arc::new(SetClock::at(BEGIN)),
            vault: in_memory.then(|| Arc::new(Bucket::in_memory())),
            office: Arc::new(PostOffice::new(Arc::clone(&mailbox))),
            mailbox,
            options: site(&folder),
            browsers: AtomicU8::new(1),
            processes: AtomicU64::new(0),
            folder,
        };
        Self::of(Arc::new(shared), plan).await
    }

    async fn of(shared: Arc<Shared>, mut plan: Plan) -> Self {
        let mut processes = Vec::new();
        for _ in 0..plan.processes {
            processes.push(shared.process(&mut plan).await);
        }
        Self {
            turn: AtomicUsize::new(0),
            service: Arc::clone(&processes[0].service),
            store: Arc::clone(&processes[0].store),
            room: processes[0].room.clone(),
            drawing: processes[0].drawing.clone(),
            keys: processes[0].keys.clone(),
            random: Arc::clone(&processes[0].random),
            vault: shared.vault(&plan.settings),
            routes: processes
                .iter()
                .map(|process| process.routes.clone())
                .collect(),
            workers: processes
                .into_iter()
                .map(|process| process.worker)
                .collect(),
            clock: Arc::clone(&shared.clock),
            mailbox: Arc::clone(&shared.mailbox),
            office: Arc::clone(&shared.office),
            settings: plan.settings,
            shared,
        }
    }
}

/// What all processes of a portal have in common.
struct Shared {
    clock: Arc<SetClock>,
    /// None where the settings say where photos are kept.
    vault: Option<Arc<Bucket>>,
    office: Arc<PostOffice>,
    mailbox: Arc<Memory>,
    options: LeptosOptions,
    browsers: AtomicU8,
    /// Processes that were ever started.
    processes: AtomicU64,
    folder: TempDir,
}

/// One process of a portal.
struct Process {
    service: Arc<Service>,
    store: Arc<Faulty>,
    room: PhotoWorkers,
    drawing: Room,
    keys: Keys,
    random: Arc<SeededRandom>,
    routes: Router,
    worker: Worker,
}

impl Shared {
    fn vault(&self, settings: &Settings) -> Arc<Bucket> {
        self.vault
            .clone()
            .unwrap_or_else(|| Arc::new(setup::open_photos(&settings.photos).unwrap()))
    }

    async fn process(&self, plan: &mut Plan) -> Process {
        let number = self.processes.fetch_add(1, Ordering::Relaxed);
        // As elsewhere, no two processes draw the same.
        let random = Arc::new(SeededRandom::new(42 + number));
        let settings = &plan.settings;
        let database = setup::open_database(&settings.database).await.unwrap();
        let store = Arc::new(Faulty::new(database));
        let operator = operator_keys(plan.keys);
        let keys = open_keys(&*store, &operator, &*random).await.unwrap();
        let room = plan.room.take();
        let room = room.unwrap_or_else(|| PhotoWorkers::new(2, Duration::from_mins(1)));
        let drawing = setup::drawing(settings);
        let service = Arc::new(Service::new(ServiceParts {
            store: store.clone(),
            vault: self.vault(settings),
            room: room.clone(),
            drawing: drawing.clone(),
            keys: keys.clone(),
            clock: self.clock.clone(),
            random: random.clone(),
            bounds: setup::bounds(settings),
            terms: Arc::new(read_terms(None).unwrap()),
            site: Arc::new(setup::site(settings)),
            demo_answer: Some(ANSWER.to_owned()),
            proof_difficulty: ProofDifficulty::new(
                plan.settings.limits.usual_captchas_per_minute.get(),
            ),
            outbox_notify: OutboxNotify::default(),
        }));
        let portal = Runtime {
            service: Arc::clone(&service),
            transport: match settings.mail.transport {
                TransportKind::Smtp => setup::open_transport(settings).unwrap(),
                TransportKind::Folder | TransportKind::Memory => self.office.clone(),
            },
            mailbox: Some(Arc::clone(&self.mailbox)),
        };
        Process {
            routes: router(
                Arc::clone(&service),
                HttpBounds {
                    language: plan.language,
                    ..setup::http_bounds(settings)
                },
                portal.demo_pages(),
                self.options.clone(),
            ),
            worker: Worker::of(&portal, settings),
            service,
            store,
            room,
            drawing,
            keys,
            random,
        }
    }
}
