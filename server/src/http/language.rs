//! Which language a request is answered in.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::Extensions;
use rules::Language;

use super::AppState;

/// Decides once, in front of everything that says something; [`of`] tells it.
///
/// One language is spoken so far. Where there are several, what the browser's session has
/// chosen comes first, then the address, then what the browser wishes for.
pub(super) async fn choose(
    State(state): State<AppState>,
    mut request: Request,
    next: Next,
) -> Response {
    request.extensions_mut().insert(state.bounds.language);
    next.run(request).await
}

/// The language of a request.
pub(super) fn of(extensions: &Extensions) -> Language {
    extensions.get::<Language>().copied().unwrap_or_default()
}
