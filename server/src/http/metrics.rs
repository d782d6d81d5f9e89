//! `/metrics`, on an address of its own: what is counted is not for the public.

use std::time::Duration;

use axum::Router;
use axum::routing::get;
use http::header::CONTENT_TYPE;
use metrics_exporter_prometheus::PrometheusHandle;

/// The text format of Prometheus.
const FORMAT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// How often what was counted is put in order, also where nobody asks for it.
const UPKEEP_EVERY: Duration = Duration::from_secs(5);

/// The routes of that address.
pub fn metrics_routes(counted: PrometheusHandle) -> Router {
    let keeper = counted.clone();
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(UPKEEP_EVERY).await;
            keeper.run_upkeep();
        }
    });
    let print = move || async move { ([(CONTENT_TYPE, FORMAT)], counted.render()) };
    Router::new().route("/metrics", get(print))
}
