//! Built files: style sheets, pictures, WebAssembly.

use std::path::Path;

use app::FileDigests;
use axum::Router;
use axum::extract::{Request, State};
use axum::handler::Handler;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
use http::{HeaderValue, StatusCode};
use leptos::config::LeptosOptions;
use sha2::{Digest as _, Sha256};
use tower::ServiceBuilder;
use tower_http::services::ServeDir;
use tower_http::services::fs::ServeFileSystemResponseBody;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;

use super::{AppState, load_shedding, pages, visitor};

/// A hashed file never changes; a plain one may with the next version.
const HASHED: &str = "public, max-age=31536000, immutable";
const PLAIN: &str = "public, max-age=300";
/// A module and the script that loads it fit each other only in one version: kept,
/// but asked after each time.
const ASKED_AFTER: &str = "public, no-cache";

/// The policy of a built file. It rules what a document or a worker may do, which none of them is:
/// that of pages would be a sixth of all that a phone receives of the smaller modules.
const FILE_POLICY: &str = "default-src 'none'; frame-ancestors 'none'";

/// Bytes of a file's digest in its address.
const DIGEST_BYTES: usize = 8;

/// Modules beside the main one, by the build's name of their folder.
const MODULES: &str = "modules";

/// No built file has a longer address, in bytes. A file system answers names over 255 bytes, an
/// ending for a compressed copy included, with a fault instead of saying that there is no such
/// file; so nobody may ask it for one.
const LONGEST_ADDRESS: usize = 200;

/// Digests of the files beside the folders, as long as none of them changes while the program
/// runs.
pub(super) fn digests(options: &LeptosOptions) -> FileDigests {
    let folder = Path::new(options.site_root.as_ref());
    let files = options.hash_files.then(|| std::fs::read_dir(folder).ok());
    let files = files.flatten().into_iter().flatten().flatten();
    FileDigests::new(files.filter_map(|file| {
        let bytes = std::fs::read(file.path()).ok()?;
        let digest = hex::encode(&Sha256::digest(&bytes)[..DIGEST_BYTES]);
        Some((file.file_name().into_string().ok()?, digest))
    }))
}

/// A file that was asked for with the digest of what it holds never changes.
async fn keep_if_named_so(
    State(digests): State<FileDigests>,
    request: Request,
    next: Next,
) -> Response {
    let name = request.uri().path().trim_start_matches('/');
    let is_named_so = request
        .uri()
        .query()
        .is_some_and(|query| digests.of(name) == Some(query));
    let mut response = next.run(request).await;
    if is_named_so && response.status().is_success() {
        let kept = HeaderValue::from_static(HASHED);
        response.headers_mut().insert(CACHE_CONTROL, kept);
    }
    response
}

/// Files by their names, compressed beforehand where the build did it; any
/// other address gets the page that says so.
pub(super) fn routes(state: &AppState) -> Router<AppState> {
    let root = Path::new(state.options.site_root.as_ref());
    let pkg = root.join(state.options.site_pkg_dir.as_ref());
    let know = middleware::from_fn_with_state(state.clone(), visitor::know);
    let placed = middleware::from_fn_with_state(state.clone(), load_shedding::pages);
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
            ServiceBuilder::new()
                .layer(SetResponseHeaderLayer::if_not_present(
                    CONTENT_SECURITY_POLICY,
                    found(FILE_POLICY),
                ))
                .service(cached(hashed, files(&pkg))),
        )
        .nest_service(
            &format!("/{MODULES}"),
            cached(ASKED_AFTER, files(&root.join(MODULES))),
        )
        .fallback_service(files(root).fallback(not_found))
        .layer(middleware::from_fn_with_state(
            state.files.clone(),
            keep_if_named_so,
        ))
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

/// A header's value for a file that was found, and none for another answer.
fn found(
    value: &'static str,
) -> impl FnMut(&http::Response<ServeFileSystemResponseBody>) -> Option<HeaderValue> + Clone {
    move |response| {
        let is_found = response.status().is_success();
        is_found.then(|| HeaderValue::from_static(value))
    }
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
    ServiceBuilder::new()
        .layer(SetResponseHeaderLayer::if_not_present(
            CACHE_CONTROL,
            found(value),
        ))
        .service(files)
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use http::StatusCode;
    use tower::ServiceExt as _;

    use super::*;

    fn options(site: &Path, hash_files: bool) -> LeptosOptions {
        LeptosOptions::builder()
            .output_name("shinsei")
            .site_root(site.display().to_string())
            .hash_files(hash_files)
            .build()
    }

    /// How long a browser keeps what it is answered.
    async fn kept(site: &Path, digests: &FileDigests, address: &str) -> (StatusCode, String) {
        let kept = middleware::from_fn_with_state(digests.clone(), keep_if_named_so);
        let served = Router::new().fallback_service(files(site)).layer(kept);
        let request = Request::builder().uri(address).body(Body::empty());
        let answer = served.oneshot(request.unwrap()).await.unwrap();
        let kept = answer.headers().get(CACHE_CONTROL);
        let kept = kept.map_or("", |kept| kept.to_str().unwrap());
        (answer.status(), kept.to_owned())
    }

    #[tokio::test]
    async fn a_file_is_kept_for_ever_under_the_digest_of_what_it_holds_and_no_other() {
        let site = tempfile::tempdir().unwrap();
        std::fs::write(site.path().join("session.js"), "1").unwrap();
        std::fs::create_dir(site.path().join("pkg")).unwrap();
        let digests = digests(&options(site.path(), true));
        let digest = digests.of("session.js").unwrap();
        assert_eq!(digest, "6b86b273ff34fce1");
        assert_eq!(digests.of("pkg"), None);
        let address = format!("/session.js?{digest}");
        let answered = kept(site.path(), &digests, &address).await;
        assert_eq!(answered, (StatusCode::OK, HASHED.to_owned()));
        for other in [
            "/session.js",
            "/session.js?",
            "/session.js?0000000000000000",
        ] {
            let answered = kept(site.path(), &digests, other).await;
            assert_eq!(answered, (StatusCode::OK, String::new()), "{other}");
        }
        // One that went missing is not missing for a year.
        std::fs::remove_file(site.path().join("session.js")).unwrap();
        let answered = kept(site.path(), &digests, &address).await;
        assert_eq!(answered, (StatusCode::NOT_FOUND, String::new()));
    }

    #[test]
    fn files_that_change_while_they_are_worked_on_are_not_kept() {
        let site = tempfile::tempdir().unwrap();
        std::fs::write(site.path().join("session.js"), "1").unwrap();
        assert_eq!(digests(&options(site.path(), false)).of("session.js"), None);
    }
}
