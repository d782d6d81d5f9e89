//! What the portal answers to whom: routes, and the layers in front of them.

mod assets;
mod captcha;
mod client;
mod connections;
mod csrf;
mod current;
mod demo;
mod drain_body;
mod encoding;
mod error_pages;
mod headers;
mod health;
mod language;
mod load_shedding;
mod methods;
mod metrics;
mod pace;
mod page_cache;
mod pages;
mod photo;
mod range;
mod ration;
mod reply;
mod serving;
mod share;
mod slowest;
mod target;
mod trace;
mod under_way;
mod uploads;
mod visitor;
mod write_timeout;

use std::sync::Arc;
use std::time::Duration;

use app::FileDigests;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use axum::{Router, middleware};
use http::StatusCode;
use ipnet::IpNet;
use leptos::config::LeptosOptions;
use rules::Language;
use tower::ServiceBuilder;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

pub use connections::ConnectionBounds;
pub use demo::DemoPages;
pub use load_shedding::AdmissionBounds;
use load_shedding::Admissions;
pub use metrics::metrics_routes;
use page_cache::Copies;
pub use serving::{Patience, serve};
use share::{Network, Shares};
pub use uploads::UploadBounds;
use uploads::Uploads;

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
    /// So many drawings of picture authentications one network may ask for at once.
    pub drawings_per_network: usize,
    /// So many requests of one network may be under way at once, whoever brings them.
    pub requests_under_way_per_client: usize,
    /// Spoken to whoever has not chosen another.
    pub language: Language,
    /// How many are let in at once.
    pub admissions: AdmissionBounds,
}

impl HttpBounds {
    fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}

/// Everything a handler of ours may ask.
#[derive(Clone)]
pub struct AppState {
    service: Arc<Service>,
    bounds: Arc<HttpBounds>,
    admissions: Arc<Admissions>,
    uploads: Arc<Uploads>,
    /// Drawings of picture authentications.
    drawings: Shares<Network>,
    /// Questions whether the database answers.
    probes: Shares<Network>,
    /// Requests whose rest is thrown away.
    heard_out: Shares<Network>,
    /// Requests from their heads to the ends of their answers.
    under_way: Shares<Network>,
    /// Photos that are on their way to a browser, by its session.
    copies: Shares<[u8; 32]>,
    demo: Option<Arc<DemoPages>>,
    /// Digests of the files that are served as they are.
    files: FileDigests,
    options: LeptosOptions,
}

impl axum::extract::FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        state.options.clone()
    }
}

/// For brotli, which browsers ask for, its default; for gzip a third of the default's time.
const COMPRESSION: i32 = 4;

/// The whole portal.
pub fn router(
    service: Arc<Service>,
    bounds: HttpBounds,
    demo: Option<DemoPages>,
    options: LeptosOptions,
) -> Router {
    let state = AppState {
        service,
        admissions: Arc::new(Admissions::new(&bounds.admissions)),
        uploads: Arc::new(Uploads::new(&bounds.uploads)),
        drawings: Shares::default(),
        probes: Shares::default(),
        heard_out: Shares::default(),
        under_way: Shares::default(),
        copies: Shares::default(),
        bounds: Arc::new(bounds),
        files: assets::digests(&options),
        demo: demo.map(Arc::new),
        options,
    };
    let forms = pages::routes(&state)
        .route("/apply", get(pages::start))
        .route("/photo/current", get(current::photo))
        .route("/photo/current/{mark}", get(current::preview))
        .route("/captcha/{file}", get(captcha::rendered))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            state.bounds.answer,
        ))
        .layer(middleware::from_fn_with_state(
            state.clone(),
            load_shedding::pages,
        ))
        .layer(RequestBodyLimitLayer::new(state.bounds.body_bytes));
    let uploads = Router::new()
        .route("/photo/upload", post(photo::upload))
        .layer(DefaultBodyLimit::max(state.bounds.uploads.bytes));
    let visited = forms
        .merge(uploads)
        .layer(middleware::from_fn_with_state(state.clone(), visitor::know))
        .layer(middleware::from_fn_with_state(state.clone(), csrf::refuse));
    visited
        .merge(assets::routes(&state))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .layer(
            ServiceBuilder::new()
                .layer(middleware::from_fn_with_state(
                    state.clone(),
                    language::choose,
                ))
                .layer(middleware::from_fn_with_state(
                    state.clone(),
                    drain_body::drain,
                ))
                .layer(middleware::from_fn(trace::log))
                .layer(middleware::from_fn_with_state(
                    state.clone(),
                    headers::secure,
                ))
                .layer(middleware::from_fn_with_state(
                    state.clone(),
                    under_way::count,
                ))
                .layer(middleware::from_fn(encoding::decide))
                .layer(middleware::from_fn_with_state(
                    Copies::default(),
                    page_cache::copied,
                ))
                .layer(middleware::from_fn(methods::refuse_others))
                .layer(middleware::from_fn(target::refuse_others))
                .layer(middleware::from_fn(error_pages::with_words))
                .layer(CompressionLayer::new().quality(CompressionLevel::Precise(COMPRESSION)))
                .layer(CatchPanicLayer::custom(trace::panicked)),
        )
        .with_state(state)
}
