//! How a server function answers.

use app::exchange::Reply;
use http::header::LOCATION;
use http::{HeaderValue, StatusCode};
use leptos_axum::ResponseOptions;

/// Answers through the response that Leptos builds.
pub(super) struct LeptosReply(pub(super) ResponseOptions);

impl Reply for LeptosReply {
    fn see_other(&self, path: &str) {
        // A path that is no header value (it came from a URL) leads to the start.
        let path = HeaderValue::from_str(path).unwrap_or(HeaderValue::from_static("/"));
        self.0.insert_header(LOCATION, path);
        self.0.set_status(StatusCode::SEE_OTHER);
    }

    fn status(&self, code: u16) {
        self.0
            .set_status(StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR));
    }
}
