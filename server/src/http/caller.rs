//! Who a request is answered to.

use app::exchange::Caller;
use http::HeaderMap;
use http::header::ACCEPT;

/// Whether an answer is for a form of a page or for a script.
pub(super) fn caller(headers: &HeaderMap) -> Caller {
    let accepts_html = headers
        .get(ACCEPT)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.contains("text/html"));
    if accepts_html {
        Caller::Form
    } else {
        Caller::Script
    }
}
