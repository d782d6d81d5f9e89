//! A portal for one test.

use std::net::{IpAddr, Ipv4Addr};
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};
use std::time::Duration;

use axum::Router;
use leptos::config::LeptosOptions;
use rules::{ApplicationId, BirthDate, Moment};
use server::chance::SeededChance;
use server::clock::{Clock, SetClock};
use server::config::{Database, PhotoPlace, Settings, TransportKind};
use server::http::router;
use server::mail::{Bell, Letter, Memory};
use server::photos::{Bucket, DevelopingRoom};
use server::seal::{Key, Keys};
use server::service::{FormOnRecord, Service};
use server::setup::{self, Portal};
use server::store::Store;
use server::terms::read_terms;
use server::work::Worker;
use tempfile::TempDir;

use super::applicant::BIRTH;
use super::site::site;
use super::{Browser, Faulty, PostOffice};

/// Where the portal is reached.
pub(crate) const BASE: &str = "https://shinsei.example";
/// The answer to every picture.
pub(crate) const ANSWER: &str = "abc234";
/// 2026-11-23 0:00 in Japan.
const BEGIN: Moment = Moment(1_795_359_600);

/// What a test may have otherwise.
pub(crate) struct Plan {
    pub(crate) settings: Settings,
    pub(crate) room: Option<DevelopingRoom>,
    /// Processes that answer in turn, each with connections of its own to the database
    /// and to object storage, if the settings name one.
    pub(crate) processes: u64,
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
    pub(crate) clock: Arc<SetClock>,
    pub(crate) mailbox: Arc<Memory>,
    office: Arc<PostOffice>,
    workers: Vec<Worker>,
    browsers: AtomicU8,
    folder: TempDir,
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
        };
        plan.settings.http.base_url = BASE.parse().unwrap();
        // Real work would keep the tests waiting; how hard it is changes nothing here.
        plan.settings.limits.proof_bits = 4;
        change(&mut plan);
        let portal = Self(Arc::new(Parts::build(plan).await));
        portal.issue_forms().await;
        portal
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
        let number = self.browsers.fetch_add(1, Ordering::Relaxed);
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

    /// Shows what waits in the outbox to whoever watches.
    pub(crate) async fn count_open_jobs(&self) {
        for worker in &self.workers {
            worker.count_open_jobs().await;
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

    /// The files of the database.
    pub(crate) fn database_files(&self) -> Vec<PathBuf> {
        let files = std::fs::read_dir(self.folder.path()).unwrap();
        files
            .map(|file| file.unwrap().path())
            .filter(|path| path.is_file())
            .collect()
    }
}

impl Parts {
    async fn build(mut plan: Plan) -> Self {
        let folder = tempfile::tempdir().unwrap();
        if plan.settings.database == Database::default() {
            let file = folder.path().join("portal.sqlite");
            plan.settings.database.url = format!("sqlite://{}", file.display()).parse().unwrap();
        }
        let shared = Shared {
            clock: Arc::new(SetClock::at(BEGIN)),
            vault: Arc::new(match plan.settings.photos.place {
                PhotoPlace::Folder => Bucket::in_memory(),
                PhotoPlace::S3 => setup::open_photos(&plan.settings.photos).unwrap(),
            }),
            mailbox: Arc::new(Memory::default()),
            options: site(&folder),
        };
        let office = Arc::new(PostOffice::new(Arc::clone(&shared.mailbox)));
        let mut processes = Vec::new();
        for number in 0..plan.processes {
            processes.push(shared.process(&mut plan, number, &office).await);
        }
        Self {
            turn: AtomicUsize::new(0),
            service: Arc::clone(&processes[0].service),
            store: Arc::clone(&processes[0].store),
            routes: processes
                .iter()
                .map(|process| process.routes.clone())
                .collect(),
            workers: processes
                .into_iter()
                .map(|process| process.worker)
                .collect(),
            vault: shared.vault,
            clock: shared.clock,
            mailbox: shared.mailbox,
            office,
            browsers: AtomicU8::new(1),
            folder,
        }
    }
}

/// What all processes of a portal have in common.
struct Shared {
    clock: Arc<SetClock>,
    vault: Arc<Bucket>,
    mailbox: Arc<Memory>,
    options: LeptosOptions,
}

/// One process of a portal.
struct Process {
    service: Arc<Service>,
    store: Arc<Faulty>,
    routes: Router,
    worker: Worker,
}

impl Shared {
    async fn process(&self, plan: &mut Plan, number: u64, office: &Arc<PostOffice>) -> Process {
        let settings = &plan.settings;
        let database = setup::open_database(&settings.database).await.unwrap();
        let store = Arc::new(Faulty::new(database));
        let room = plan.room.take();
        let service = Arc::new(Service {
            store: Arc::clone(&store) as Arc<dyn Store>,
            vault: match settings.photos.place {
                PhotoPlace::Folder => Arc::clone(&self.vault) as _,
                PhotoPlace::S3 => Arc::new(setup::open_photos(&settings.photos).unwrap()) as _,
            },
            room: room.unwrap_or_else(|| DevelopingRoom::new(2, Duration::from_mins(1))),
            keys: Keys::derive(Key::new([7; 32])),
            clock: Arc::clone(&self.clock) as _,
            // As elsewhere, no two processes draw the same.
            chance: Arc::new(SeededChance::new(42 + number)),
            bounds: setup::bounds(settings),
            terms: Arc::new(read_terms(None).unwrap()),
            site: Arc::new(setup::site(settings)),
            demo_answer: Some(ANSWER.to_owned()),
            bell: Bell::default(),
        });
        let portal = Portal {
            service: Arc::clone(&service),
            post: match settings.mail.transport {
                TransportKind::Smtp => setup::open_post(settings).unwrap(),
                TransportKind::Folder | TransportKind::Memory => Arc::clone(office) as _,
            },
            mailbox: Some(Arc::clone(&self.mailbox)),
        };
        Process {
            routes: router(
                Arc::clone(&service),
                setup::http_bounds(settings),
                portal.demo_pages(),
                self.options.clone(),
            ),
            worker: Worker::of(&portal, settings),
            service,
            store,
        }
    }
}
