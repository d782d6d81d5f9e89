//! The cookies of a browser: read before a handler, written after it.

use app::refusal::Refusal;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use http::header::{COOKIE, LOCATION, SET_COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};

use super::{AppState, client, language};
use crate::service::{
    CarriedChange, Changes, CookieChange, DeviceToken, SessionToken, Shown, TOLD_SECONDS, Visitor,
};

const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");
/// Stands behind the address to which a browser is sent with its first cookie: whoever comes
/// there without one does not keep cookies, and would be sent in a circle.
const FIRST_COOKIE: &str = "cookie";
/// Longer than anything we have a browser carry.
const LONGEST_CARRIED: usize = 4_096;

/// The names of our cookies. `__Host-` binds them to this host and to TLS; a
/// demonstration over plain HTTP cannot use it.
#[derive(Clone, Copy)]
struct Names {
    session: &'static str,
    device: &'static str,
    carried: &'static str,
    secure: &'static str,
}

impl Names {
    fn of(is_https: bool) -> Self {
        if is_https {
            Self {
                session: "__Host-shinsei",
                device: "__Host-shinsei-device",
                carried: "__Host-shinsei-told",
                secure: "; Secure",
            }
        } else {
            Self {
                session: "shinsei",
                device: "shinsei-device",
                carried: "shinsei-told",
                secure: "",
            }
        }
    }

    /// A cookie; it lives as long as the browser unless told otherwise.
    fn cookie(self, name: &str, value: &str, life: Option<i64>) -> String {
        let life = life.map_or(String::new(), |seconds| format!("; Max-Age={seconds}"));
        let secure = self.secure;
        format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{life}")
    }
}

/// Makes the [`Visitor`] of a request, and writes its cookies into the answer.
pub(super) async fn know(
    State(state): State<AppState>,
    mut request: Request,
    next: Next,
) -> Response {
    let names = Names::of(state.bounds.is_https());
    let address = client::address(&request, &state.bounds.trusted_proxies);
    let shown = shown(request.headers(), names);
    let language = language::of(request.extensions());
    let has_none = shown.session.is_none() && shown.carried.is_none();
    let should_have = request.uri().query() == Some(FIRST_COOKIE);
    if has_none && should_have && *request.method() == Method::GET {
        let page = Html(app::bare_page(&Refusal::NoCookie, language));
        return (StatusCode::FORBIDDEN, page).into_response();
    }
    let visitor = Visitor::new(address, shown);
    request.extensions_mut().insert(visitor.clone());
    let mut response = next.run(request).await;
    let device_seconds = state.service.bounds().device_seconds;
    let changes = visitor.changes();
    let is_given = write(response.headers_mut(), &changes, names, device_seconds);
    if has_none && is_given {
        mark_first(response.headers_mut());
    }
    response
}

/// Marks where a browser is sent with its first cookie.
fn mark_first(headers: &mut HeaderMap) {
    let address = headers.get(LOCATION).and_then(|to| to.to_str().ok());
    let plain = address.filter(|address| !address.contains(['?', '#']));
    let marked = plain.map(|address| format!("{address}?{FIRST_COOKIE}"));
    if let Some(Ok(marked)) = marked.as_deref().map(HeaderValue::from_str) {
        headers.insert(LOCATION, marked);
    }
}

fn shown(headers: &HeaderMap, names: Names) -> Shown {
    let values = |name| values_of(headers, name);
    Shown {
        session: values(names.session).find_map(SessionToken::read),
        device: values(names.device).find_map(DeviceToken::read),
        carried: values(names.carried)
            .find(|value| (1..=LONGEST_CARRIED).contains(&value.len()))
            .map(str::to_owned),
    }
}

fn values_of<'h>(headers: &'h HeaderMap, name: &'static str) -> impl Iterator<Item = &'h str> {
    let pairs = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    pairs
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(move |(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// Whether a cookie was given.
fn write(headers: &mut HeaderMap, changes: &Changes, names: Names, device_seconds: i64) -> bool {
    let session = changes.cookie.as_ref().map(|change| match change {
        CookieChange::Set(token) => names.cookie(names.session, token.cookie_value(), None),
        CookieChange::Clear => names.cookie(names.session, "", Some(0)),
    });
    let carried = changes.carried.as_ref().map(|change| match change {
        CarriedChange::Carry(sealed) => names.cookie(names.carried, sealed, Some(TOLD_SECONDS)),
        CarriedChange::PutDown => names.cookie(names.carried, "", Some(0)),
    });
    let device = match (&changes.cookie, &changes.device) {
        (Some(CookieChange::Clear), _) => Some(names.cookie(names.device, "", Some(0))),
        (_, Some(token)) => {
            let life = Some(device_seconds);
            Some(names.cookie(names.device, token.cookie_value(), life))
        }
        (_, None) => None,
    };
    for cookie in session.into_iter().chain(device).chain(carried) {
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            headers.append(SET_COOKIE, value);
        }
    }
    let cleared = match &changes.cookie {
        Some(CookieChange::Clear) => Some("\"cache\", \"cookies\", \"storage\""),
        // The cookie of the session that was named anew must stay.
        _ => changes.forgets_copies.then_some("\"cache\""),
    };
    if let Some(cleared) = cleared {
        headers.insert(CLEAR_SITE_DATA, HeaderValue::from_static(cleared));
    }
    matches!(changes.cookie, Some(CookieChange::Set(_)))
        || matches!(changes.carried, Some(CarriedChange::Carry(_)))
}
