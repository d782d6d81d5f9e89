//! Built files: style sheets, pictures, WebAssembly.

use std::path::Path;

use axum::Router;
use axum::extract::Request;
use axum::handler::Handler;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use http::header::CACHE_CONTROL;
use http::{HeaderValue, StatusCode};
use tower::ServiceBuilder;
use tower_http::services::ServeDir;
use tower_http::services::fs::ServeFileSystemResponseBody;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;

use super::{AppState, crowd, pages, visitor};

/// A hashed file never changes; a plain one may with the next version.
const HASHED: &str = "public, max-age=31536000, immutable";
const PLAIN: &str = "public, max-age=300";
/// A module and the script that loads it fit each other only in one version: kept,
/// but asked after each time.
const ASKED_AFTER: &str = "public, no-cache";

/// Modules beside the main one, by the build's name of their folder.
const MODULES: &str = "modules";

/// No built file has a longer address, in bytes. A file system answers names over 255 bytes, an
/// ending for a compressed copy included, with a fault instead of saying that there is no such
/// file; so nobody may ask it for one.
const LONGEST_ADDRESS: usize = 200;

/// Files by their names, compressed beforehand where the build did it; any
/// other address gets the page that says so.
pub(super) fn routes(state: &AppState) -> Router<AppState> {
    let root = Path::new(state.options.site_root.as_ref());
    let pkg = root.join(state.options.site_pkg_dir.as_ref());
    let know = middleware::from_fn_with_state(state.clone(), visitor::know);
    let placed = middleware::from_fn_with_state(state.clone(), crowd::pages);
    let in_time =
        TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, state.bounds.answer);
    // Rendered, so it takes a place as every page does.
    let not_found = pages::not_found
        .layer(placed)
        .layer(in_time)
        .layer(know)
        .with_state(state.clone());
    let hashed = if state.options.hash_files {
        HASHED
    } else {
        PLAIN
    };
    Router::new()
        .nest_service(
            &format!("/{}", state.options.site_pkg_dir),
            cached(hashed, files(&pkg)),
        )
        .nest_service(
            &format!("/{MODULES}"),
            cached(ASKED_AFTER, files(&root.join(MODULES))),
        )
        .fallback_service(files(root).fallback(not_found))
        .layer(middleware::from_fn(refuse_long))
}

/// Answers 404 to addresses that are longer than any file's.
async fn refuse_long(request: Request, next: Next) -> Response {
    if request.uri().path().len() > LONGEST_ADDRESS {
        StatusCode::NOT_FOUND.into_response()
    } else {
        next.run(request).await
    }
}

/// The files of a folder. A folder in it is no file; it would else be answered with a redirect to
/// itself and a slash, which leads from `//pkg` to another host.
fn files(folder: &Path) -> ServeDir {
    ServeDir::new(folder)
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip()
}

/// Only what is there may be kept: a file that is missing for the moment of an
/// update would else be missing for a year.
fn cached(
    value: &'static str,
    files: ServeDir,
) -> impl tower::Service<
    Request,
    Response = http::Response<ServeFileSystemResponseBody>,
    Error = std::convert::Infallible,
    Future: Send,
> + Clone
+ Send
+ Sync {
    let kept = move |response: &http::Response<ServeFileSystemResponseBody>| {
        response
            .status()
            .is_success()
            .then(|| HeaderValue::from_static(value))
    };
    ServiceBuilder::new()
        .layer(SetResponseHeaderLayer::if_not_present(CACHE_CONTROL, kept))
        .service(files)
}
