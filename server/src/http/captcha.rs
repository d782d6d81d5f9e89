//! `/captcha/{id}.png` and `/captcha/{id}.wav`.

use axum::Extension;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::CONTENT_TYPE;

use super::AppState;
use crate::service::{Rendering, Stop, Visitor};

pub(super) async fn rendered(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    Path(file): Path<String>,
) -> Response {
    let (id, rendering, kind) = match file.rsplit_once('.') {
        Some((id, "png")) => (id, Rendering::Picture, "image/png"),
        Some((id, "wav")) => (id, Rendering::Speech, "audio/wav"),
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    let rendered = state.service.render_challenge(id, &visitor, rendering);
    match rendered.await {
        Ok(Some(bytes)) => ([(CONTENT_TYPE, kind)], bytes).into_response(),
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(fault) => {
            Stop::Fault(fault).tell();
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}
