//! The pages and server functions of `app`, with what they need in context.

use std::sync::Arc;

use app::applicant::portal::provide_portal;
use app::demo::Demo;
use app::exchange::{Caller, Reply};
use app::refusal::Refusal;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use axum::{Json, Router};
use http::header::CONTENT_SECURITY_POLICY;
use http::request::Parts;
use http::{HeaderValue, StatusCode, Uri};
use leptos::nonce::use_nonce;
use leptos::prelude::{Owner, provide_context, use_context};
use leptos::server_fn::axum::server_fn_paths;
use leptos_axum::{
    LeptosRoutes, ResponseOptions, generate_route_list_with_exclusions,
    handle_server_fns_with_context, render_app_async_with_context,
};

use super::AppState;
use super::caller::caller;
use super::headers::content_policy;
use super::language;
use super::reply::LeptosReply;
use crate::service::{ApplicantRequest, Visitor};

/// An address that no page has.
const NO_PAGE: &str = "/no/page/of/ours";

/// The routes of every page, and of every server function.
pub(super) fn routes(state: &AppState) -> Router<AppState> {
    let options = state.options.clone();
    let context = {
        let state = state.clone();
        move || provide(&state)
    };
    // Leptos would else give each server function a route of its own, past `act`.
    let acts = server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    let pages = generate_route_list_with_exclusions(app::App, Some(acts));
    Router::new()
        .route("/api/{*act}", post(act))
        .leptos_routes_with_context(state, pages, context, move || app::shell(options.clone()))
}

/// Hands a form to its server function. The body is read here, within the
/// limits of the layers, so that one that is too long is told as such.
async fn act(State(state): State<AppState>, parts: Parts, body: Bytes) -> Response {
    let is_known = server_fn_paths().any(|(path, _)| path == parts.uri.path());
    let request = Request::from_parts(parts, Body::from(body));
    if !is_known {
        return not_found(State(state), request).await.into_response();
    }
    let caller = caller(request.headers());
    leave_what_others_left();
    let answer = handle_server_fns_with_context(move || provide(&state), request)
        .await
        .into_response();
    match answer.status() {
        // What is no form at all is refused by the framework, which would put
        // its reason into an address; our own acts never answer so.
        StatusCode::FOUND | StatusCode::INTERNAL_SERVER_ERROR => match caller {
            Caller::Script => (StatusCode::BAD_REQUEST, Json(Refusal::Malformed)).into_response(),
            // A browser would show the JSON; `error_pages` has a page for it.
            Caller::Form => StatusCode::BAD_REQUEST.into_response(),
        },
        _ => answer,
    }
}

/// Detaches the reactive owner that an earlier request has left on this thread.
///
/// The framework makes the owner of an act a child of it (`leptos_axum` 0.8), though it is another
/// request's. What the act then asks its context for and does not have is looked for there;
/// and if that page is over at this very moment, its owner is cleaned up while it is locked
/// for reading (`reactive_graph` 0.2.16), and the thread waits for itself for ever.
fn leave_what_others_left() {
    if let Some(owner) = Owner::current() {
        // Should nobody else hold it any more, it ends with this one, when nothing is borrowed.
        let _last = owner.clone();
        owner.unset();
    }
}

/// The address printed on forms for those who type it: the start page.
pub(super) async fn start() -> Redirect {
    Redirect::to("/")
}

/// The page for an address that is none of ours.
///
/// It is rendered under an address that no page has. The router of the pages is less strict than
/// that of the server: under `/review/` it would find the page `/review`, which is then shown
/// past everything that stands before that one.
pub(super) async fn not_found(
    State(state): State<AppState>,
    mut request: Request,
) -> impl IntoResponse {
    *request.uri_mut() = Uri::from_static(NO_PAGE);
    let options = state.options.clone();
    let context = move || provide(&state);
    let page = render_app_async_with_context(context, move || app::shell(options.clone()));
    (StatusCode::NOT_FOUND, page(request).await)
}

/// Puts into context what pages and server functions ask for.
fn provide(state: &AppState) {
    let Some(parts) = use_context::<Parts>() else {
        return;
    };
    let options = use_context::<ResponseOptions>().unwrap_or_default();
    if let Some(nonce) = use_nonce() {
        let reload = state.options.reload_ws_address();
        let policy = content_policy(Some(&nonce), reload.as_deref());
        if let Ok(value) = HeaderValue::from_str(&policy) {
            options.insert_header(CONTENT_SECURITY_POLICY, value);
        }
    }
    provide_context(state.files.clone());
    provide_context(language::of(&parts.extensions));
    provide_context(caller(&parts.headers));
    provide_context::<Arc<dyn Reply>>(Arc::new(LeptosReply(options)));
    if let Some(visitor) = parts.extensions.get::<Visitor>() {
        let request = ApplicantRequest::new(&state.service, visitor.clone());
        provide_portal(Arc::new(request));
    }
    if let Some(demo) = &state.demo {
        provide_context::<Arc<dyn Demo>>(demo.clone());
    }
}

/// The address of the developers' live reload, while `cargo leptos watch` runs.
trait ReloadAddress {
    fn reload_ws_address(&self) -> Option<String>;
}

impl ReloadAddress for leptos::config::LeptosOptions {
    fn reload_ws_address(&self) -> Option<String> {
        std::env::var_os("LEPTOS_WATCH")?;
        Some(format!("ws://{}:{}", self.site_addr.ip(), self.reload_port))
    }
}
