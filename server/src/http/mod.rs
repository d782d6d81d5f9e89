//! What the portal answers to whom: routes, and the layers in front of them.

mod admissions;
mod assets;
mod caller;
mod captcha;
mod client;
mod connections;
mod crowded;
mod csrf;
mod current;
mod demo;
mod drain_body;
mod encoding;
mod error_pages;
mod headers;
mod health;
mod in_flight;
mod language;
mod load_shedding;
mod methods;
mod metrics;
mod pace;
mod page_cache;
mod pages;
mod photo;
mod range;
mod reply;
mod scan_budget;
mod serving;
mod share;
mod slowest;
mod state;
mod target;
mod trace;
mod turned_away;
mod uploads;
mod visitor;
mod write_timeout;

use std::sync::Arc;

use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use axum::{Router, middleware};
use http::StatusCode;
use leptos::config::LeptosOptions;
use tower::ServiceBuilder;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

pub use admissions::AdmissionBounds;
use admissions::Admissions;
pub use connections::ConnectionBounds;
pub use demo::DemoPages;
pub use metrics::metrics_routes;
use page_cache::Copies;
pub use serving::{Patience, serve};
use share::Shares;
pub use state::{AppState, HttpBounds};
pub use uploads::UploadBounds;
use uploads::Uploads;

use crate::service::Service;

/// For brotli, which browsers ask for, its default; for gzip a third of the default's time.
const COMPRESSION: i32 = 4;

/// The whole portal.
pub fn router(
    service: Arc<Service>,
    bounds: HttpBounds,
    demo: Option<DemoPages>,
    options: LeptosOptions,
) -> Router {
    let state = state_of(service, bounds, demo, options);
    let visited = pages_and_forms(&state)
        .merge(uploads(&state))
        .layer(middleware::from_fn_with_state(state.clone(), visitor::know))
        .layer(middleware::from_fn_with_state(state.clone(), csrf::refuse));
    let routes = visited
        .merge(assets::routes(&state))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready));
    in_front_of(routes, &state).with_state(state)
}

fn state_of(
    service: Arc<Service>,
    bounds: HttpBounds,
    demo: Option<DemoPages>,
    options: LeptosOptions,
) -> AppState {
    AppState {
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
    }
}

/// What every request passes, from the last to the first.
fn in_front_of(routes: Router<AppState>, state: &AppState) -> Router<AppState> {
    routes.layer(
        ServiceBuilder::new()
            .layer(middleware::from_fn_with_state(
                state.bounds.language,
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
                in_flight::count,
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
}

/// What a browser is let in for: pages, their forms, and the pictures on them.
fn pages_and_forms(state: &AppState) -> Router<AppState> {
    pages::routes(state)
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
        .layer(RequestBodyLimitLayer::new(state.bounds.body_bytes))
}

/// Photos, which have places of another kind.
fn uploads(state: &AppState) -> Router<AppState> {
    Router::new()
        .route("/photo/upload", post(photo::upload))
        .layer(DefaultBodyLimit::max(state.bounds.uploads.bytes))
}
