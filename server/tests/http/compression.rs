//! How answers are compressed, whatever a request says about it.

use axum::body::Body;
use http::Request;
use http::header::{ACCEPT, ACCEPT_ENCODING, CONTENT_ENCODING};

use crate::support::{Answer, TestPortal};

/// Ways of asking, and how the answer to each is compressed.
const ASKED: [(&str, Option<&str>); 9] = [
    ("GZIP", Some("gzip")),
    ("identity", None),
    ("x-gzip", None),
    ("Br", Some("br")),
    ("br;q=0", None),
    ("gzip, deflate, br, zstd", Some("br")),
    ("gzip;q=0.1, *;q=0", Some("gzip")),
    ("nonsense", None),
    ("gzip", Some("gzip")),
];

async fn asked(portal: &TestPortal, page: &str, encoding: &str) -> Answer {
    let request = Request::get(page)
        .header(ACCEPT, "text/html")
        .header(ACCEPT_ENCODING, encoding)
        .body(Body::empty());
    portal.browser().send(request.unwrap()).await
}

/// Whoever asks first decides nothing for those who come after: a copy of a page is kept under
/// what it is, not under what was asked for.
#[tokio::test]
async fn nobody_gets_a_page_compressed_as_another_asked_for_it() {
    for first in ASKED {
        let portal = TestPortal::new().await;
        asked(&portal, "/terms", first.0).await;
        for (encoding, expected) in ASKED {
            for page in ["/terms", "/terms?again"] {
                let answer = asked(&portal, page, encoding).await;
                let found = answer.headers.get(CONTENT_ENCODING);
                let found = found.map(|name| name.to_str().unwrap());
                assert_eq!(found, expected, "{encoding} of {page} after {first:?}");
            }
        }
    }
}
