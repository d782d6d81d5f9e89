//! How an answer is compressed: decided once for a request, for every layer behind.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::header::{ACCEPT_ENCODING, CONTENT_ENCODING};
use http::{HeaderMap, HeaderValue};

/// What an answer may be compressed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Encoding {
    Brotli,
    Gzip,
    Plain,
}

/// All, in the order in which they are chosen where a browser likes several the same.
const ALL: [Encoding; 3] = [Encoding::Brotli, Encoding::Gzip, Encoding::Plain];
/// Their names (RFC 9110 §8.4.1).
const NAMES: [&str; 3] = ["br", "gzip", "identity"];

impl Encoding {
    const fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
            Self::Plain => "identity",
        }
    }

    /// What a request asks for (RFC 9110 §12.5.3). What cannot be read asks for nothing.
    fn asked_for(headers: &HeaderMap) -> Self {
        let lines = headers.get_all(ACCEPT_ENCODING).iter();
        let asked: Result<Vec<&str>, _> = lines.map(HeaderValue::to_str).collect();
        let asked = asked.unwrap_or_default().join(",");
        let liked = negotiator::preferred_encodings(Some(&asked), Some(&NAMES), Some(&NAMES));
        let first = liked.first().map_or("", String::as_str);
        ALL.into_iter()
            .find(|one| one.name() == first)
            .unwrap_or(Self::Plain)
    }

    /// What an answer is compressed with; none for what is not made here.
    pub(super) fn of(headers: &HeaderMap) -> Option<Self> {
        match headers.get(CONTENT_ENCODING) {
            None => Some(Self::Plain),
            Some(name) => ALL.into_iter().find(|one| name == one.name()),
        }
    }
}

/// Decides how the answer is compressed: the layers behind are asked for that and for nothing
/// else, in one way of writing. So nothing that a request says about encodings is read twice, by
/// readers that may disagree.
pub(super) async fn decide(mut request: Request, next: Next) -> Response {
    let encoding = Encoding::asked_for(request.headers());
    request.extensions_mut().insert(encoding);
    let asked = HeaderValue::from_static(encoding.name());
    request.headers_mut().insert(ACCEPT_ENCODING, asked);
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked_for(lines: &[&'static str]) -> Encoding {
        let lines = lines
            .iter()
            .map(|line| (ACCEPT_ENCODING, HeaderValue::from_static(line)));
        Encoding::asked_for(&lines.collect())
    }

    #[test]
    fn a_browser_gets_the_smallest_of_what_it_takes() {
        for (lines, encoding) in [
            (&["gzip, deflate, br, zstd"][..], Encoding::Brotli),
            (&["gzip", "br"], Encoding::Brotli),
            (&["gzip, deflate"], Encoding::Gzip),
            (&["GZIP"], Encoding::Gzip),
            (&["Br"], Encoding::Brotli),
            (&["*"], Encoding::Brotli),
            (&["br;q=0.5, gzip;q=0.9"], Encoding::Gzip),
            (&["br;q=0, gzip"], Encoding::Gzip),
            (&["br; q=0, gzip; q=0"], Encoding::Plain),
            (&["abracadabra"], Encoding::Plain),
            (&["identity"], Encoding::Plain),
            (&["identity;q=0"], Encoding::Plain),
            (&[""], Encoding::Plain),
            (&[], Encoding::Plain),
        ] {
            assert_eq!(asked_for(lines), encoding, "{lines:?}");
        }
    }

    #[test]
    fn the_names_are_those_of_all() {
        assert_eq!(ALL.map(Encoding::name), NAMES);
    }
}
