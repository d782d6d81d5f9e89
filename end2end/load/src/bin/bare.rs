//! A bare axum server: reads a request to its end and answers with as many bytes as
//! the portal did, and does nothing else. The limit that journeys are compared with.
//!
//! `bare ADDRESS`; paths are `/STATUS/BYTES OF HEADERS/BYTES OF BODY`.

use std::error::Error;

use axum::Router;
use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use bytes::Bytes;
use http_body_util::BodyExt;

/// What the answers are cut from; no page or picture of a journey is larger.
const FILL: &[u8] = &[b'x'; 512 * 1024];

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let address = std::env::args().nth(1).ok_or("bare ADDRESS")?;
    let routes = Router::new().route("/{status}/{headers}/{body}", any(answer));
    let listener = tokio::net::TcpListener::bind(address).await?;
    Ok(axum::serve(listener, routes).await?)
}

async fn answer(Path((status, headers, body)): Path<(u16, usize, usize)>, sent: Body) -> Response {
    let mut sent = sent;
    while let Some(frame) = sent.frame().await {
        if frame.is_err() {
            return StatusCode::BAD_REQUEST.into_response();
        }
    }
    let status = StatusCode::from_u16(status);
    let (Some(fill), Some(page), Ok(status)) = (FILL.get(..headers), FILL.get(..body), status)
    else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = (status, Bytes::from_static(page)).into_response();
    if let Ok(value) = HeaderValue::from_bytes(fill) {
        response.headers_mut().insert("x-fill", value);
    }
    response
}
