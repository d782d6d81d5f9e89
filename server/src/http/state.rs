//! What the routes and the layers share.

use std::sync::Arc;
use std::time::Duration;

use app::FileDigests;
use ipnet::IpNet;
use leptos::config::LeptosOptions;
use rules::Language;

use super::admissions::{AdmissionBounds, Admissions};
use super::demo::DemoPages;
use super::share::{Network, Shares};
use super::uploads::{UploadBounds, Uploads};
use crate::service::Service;

/// What the routes need to know of the configuration.
#[derive(Clone, Debug)]
pub struct HttpBounds {
    /// `https://…`; forms are taken from this origin only.
    pub base_url: String,
    /// Forms are also taken from whatever host a browser asks, by plain HTTP: a demonstration
    /// does not know by which names it is reached.
    pub any_host: bool,
    /// Proxies believed when they name a client's address.
    pub trusted_proxies: Vec<IpNet>,
    /// Largest body of a form, in bytes.
    pub body_bytes: usize,
    /// How many photos are taken in at once, and how they come.
    pub uploads: UploadBounds,
    /// A form must be answered within this time.
    pub answer: Duration,
    /// So many drawings of captchas one network may ask for at once.
    pub drawings_per_network: usize,
    /// So many requests of one network may be under way at once, whoever brings them.
    pub requests_under_way_per_client: usize,
    /// Spoken to whoever has not chosen another.
    pub language: Language,
    /// How many are let in at once.
    pub admissions: AdmissionBounds,
}

impl HttpBounds {
    pub(super) fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}

/// Everything a handler of ours may ask.
#[derive(Clone)]
pub struct AppState {
    pub(super) service: Arc<Service>,
    pub(super) bounds: Arc<HttpBounds>,
    pub(super) admissions: Arc<Admissions>,
    pub(super) uploads: Arc<Uploads>,
    /// Drawings of captchas.
    pub(super) drawings: Shares<Network>,
    /// Questions whether the database answers.
    pub(super) probes: Shares<Network>,
    /// Requests whose rest is thrown away.
    pub(super) heard_out: Shares<Network>,
    /// Requests from their heads to the ends of their answers.
    pub(super) under_way: Shares<Network>,
    /// Photos that are on their way to a browser, by its session.
    pub(super) copies: Shares<[u8; 32]>,
    pub(super) demo: Option<Arc<DemoPages>>,
    /// Digests of the files that are served as they are.
    pub(super) files: FileDigests,
    pub(super) options: LeptosOptions,
}

impl axum::extract::FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        state.options.clone()
    }
}
