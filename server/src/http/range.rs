//! A part of a file, for whoever asks for one: Safari plays no sound that it cannot have in parts.

use axum::body::Bytes;
use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT_RANGES, CONTENT_RANGE, RANGE};
use http::{HeaderMap, StatusCode};
use http_range_header::parse_range_header;

use crate::lossless::wide;

/// The file, or of it the one part that is asked for (RFC 9110, 14). Several parts at once and
/// what cannot be read are answered with the whole.
pub(super) fn part(asked: &HeaderMap, file: Bytes) -> Response {
    let range = asked.get(RANGE).and_then(|range| range.to_str().ok());
    let ranges = range.and_then(|range| parse_range_header(range).ok());
    let Some(ranges) = ranges.filter(|ranges| ranges.ranges.len() == 1) else {
        return ([(ACCEPT_RANGES, "bytes")], file).into_response();
    };
    let length = file.len();
    let part = ranges.validate(wide(length)).ok().and_then(|parts| {
        let part = parts.first()?;
        let (first, last) = (
            usize::try_from(*part.start()).ok()?,
            usize::try_from(*part.end()).ok()?,
        );
        (first <= last && last < length).then_some((first, last))
    });
    let Some((first, last)) = part else {
        let head = [(CONTENT_RANGE, format!("bytes */{length}"))];
        return (StatusCode::RANGE_NOT_SATISFIABLE, head).into_response();
    };
    let head = [
        (ACCEPT_RANGES, "bytes".to_owned()),
        (CONTENT_RANGE, format!("bytes {first}-{last}/{length}")),
    ];
    (StatusCode::PARTIAL_CONTENT, head, file.slice(first..=last)).into_response()
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt;

    use super::*;

    async fn answer(range: Option<&str>) -> (u16, Option<String>, Bytes) {
        let mut asked = HeaderMap::new();
        if let Some(range) = range {
            asked.insert(RANGE, range.parse().unwrap());
        }
        let answer = part(&asked, Bytes::from_static(b"0123456789"));
        let said = answer.headers().get(CONTENT_RANGE);
        let said = said.map(|said| said.to_str().unwrap().to_owned());
        let status = answer.status().as_u16();
        (
            status,
            said,
            answer.into_body().collect().await.unwrap().to_bytes(),
        )
    }

    #[tokio::test]
    async fn one_part_is_given_as_asked_and_the_rest_whole_or_refused() {
        for (range, status, said, body) in [
            (None, 200, None, "0123456789"),
            (Some("bytes=0-1"), 206, Some("bytes 0-1/10"), "01"),
            (Some("bytes=8-"), 206, Some("bytes 8-9/10"), "89"),
            (Some("bytes=-3"), 206, Some("bytes 7-9/10"), "789"),
            (Some("bytes=4-99"), 206, Some("bytes 4-9/10"), "456789"),
            (Some("bytes=10-"), 416, Some("bytes */10"), ""),
            (Some("bytes=-0"), 200, None, "0123456789"),
            (Some("bytes=5-2"), 416, Some("bytes */10"), ""),
            (Some("bytes=0-1,4-5"), 200, None, "0123456789"),
            (Some("lines=0-1"), 200, None, "0123456789"),
            (Some("bytes"), 200, None, "0123456789"),
        ] {
            let answered = answer(range).await;
            let expected = (status, said.map(str::to_owned), Bytes::from(body));
            assert_eq!(answered, expected, "{range:?}");
        }
    }
}
