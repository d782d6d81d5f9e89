//! The session cookie: read before a handler, written after it.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::header::{COOKIE, SET_COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue};

use super::{AppState, client};
use crate::service::{CookieChange, SessionToken, Visitor};

const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");

/// The cookie's name. `__Host-` binds it to this host and to TLS; a
/// demonstration over plain HTTP cannot use it.
fn cookie_name(is_https: bool) -> &'static str {
    if is_https {
        "__Host-shinsei"
    } else {
        "shinsei"
    }
}

/// Makes the [`Visitor`] of a request, and writes its cookie into the answer.
pub(super) async fn know(
    State(state): State<AppState>,
    mut request: Request,
    next: Next,
) -> Response {
    let is_https = state.bounds.is_https();
    let address = client::address(&request, &state.bounds.trusted_proxies);
    let visitor = Visitor::new(address, shown(request.headers(), cookie_name(is_https)));
    request.extensions_mut().insert(visitor.clone());
    let mut response = next.run(request).await;
    if let Some(change) = visitor.cookie_change() {
        write(response.headers_mut(), &change, is_https);
    }
    response
}

fn shown(headers: &HeaderMap, name: &str) -> Option<SessionToken> {
    let pairs = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    pairs
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(key, _)| *key == name)
        .find_map(|(_, value)| SessionToken::read(value))
}

fn write(headers: &mut HeaderMap, change: &CookieChange, is_https: bool) {
    let (name, secure) = (
        cookie_name(is_https),
        if is_https { "; Secure" } else { "" },
    );
    let cookie = match change {
        CookieChange::Set(token) => {
            format!(
                "{name}={}; Path=/; HttpOnly; SameSite=Lax{secure}",
                token.cookie_value()
            )
        }
        CookieChange::Clear => {
            format!("{name}=; Path=/; HttpOnly; SameSite=Lax{secure}; Max-Age=0")
        }
    };
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        headers.append(SET_COOKIE, value);
    }
    if *change == CookieChange::Clear {
        headers.insert(
            CLEAR_SITE_DATA,
            HeaderValue::from_static("\"cache\", \"cookies\", \"storage\""),
        );
    }
}
