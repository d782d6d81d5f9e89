//! `/captcha/{id}.png` and `/captcha/{id}.wav`.

use axum::extract::{Extension, Path, State};
use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderMap, StatusCode};

use super::{AppState, range};
use crate::service::{Fault, Rendering, Stop, Visitor};
use crate::telemetry;

/// How long a browser should wait when too many are being drawn.
const RETRY_SECONDS: &str = "5";

pub(super) async fn rendered(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    Path(file): Path<String>,
    asked: HeaderMap,
) -> Response {
    let (id, rendering, kind) = match file.rsplit_once('.') {
        Some((id, "png")) => (id, Rendering::Picture, "image/png"),
        Some((id, "wav")) => (id, Rendering::Speech, "audio/wav"),
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    let network = visitor.network(state.service.bounds().ipv6_site_bits);
    let share = state
        .drawings
        .take(network, state.bounds.drawings_per_network);
    if share.is_none() {
        return full();
    }
    match state
        .service
        .render_challenge(id, &visitor, rendering)
        .await
    {
        Ok(Some(bytes)) => {
            ([(CONTENT_TYPE, kind)], range::part(&asked, bytes.into())).into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(Fault::Full(_)) => full(),
        Err(fault) => {
            Stop::Fault(fault).into_refusal();
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

fn full() -> Response {
    telemetry::turned_away("drawing");
    let head = [(RETRY_AFTER, RETRY_SECONDS)];
    (StatusCode::SERVICE_UNAVAILABLE, head).into_response()
}
