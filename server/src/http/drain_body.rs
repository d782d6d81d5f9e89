//! The rest of a body that nobody reads on.
//!
//! Whoever is still sending when its answer comes sees a broken connection instead of the
//! answer: a browser says so, a proxy makes a 502 of it. So an answer that was made before its
//! request was read whole is held until the rest has been taken in and thrown away, up to a
//! bound. It goes for every route, and holds no place but that of its connection.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::HeaderValue;
use http::header::{CONNECTION, EXPECT};
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt;
use tokio::sync::oneshot;
use tokio::time::{Instant, timeout, timeout_at};

use super::pace::Pace;
use super::share::Network;
use super::{AppState, client};

/// The longest rest that is thrown away, in bytes: what the largest phone photos weigh.
const LONGEST_REST: usize = 24 * 1024 * 1024;
/// How long that may take.
const LONGEST_TIME: Duration = Duration::from_secs(20);
/// The longest pause in it; and so long is still listened when the answer is out after all, so
/// that whoever reads while it sends hears it.
const LONGEST_PAUSE: Duration = Duration::from_secs(3);
/// The slowest that is waited for, in bytes a second.
const SLOWEST: u64 = 1024;
/// So many of one network are heard out at once; further ones are answered without.
const PER_NETWORK: usize = 32;

/// Answers only when the request has been sent whole, or for so long.
pub(super) async fn drain(State(state): State<AppState>, request: Request, next: Next) -> Response {
    if request.body().is_end_stream() {
        return next.run(request).await;
    }
    let network = client::network(&request, &state);
    let asks_first = request.headers().contains_key(EXPECT);
    let (sender, mut rest) = oneshot::channel();
    let request = request.map(|body| {
        Body::new(Lent {
            body: Some(body),
            is_begun: !asks_first,
            back: Some(sender),
        })
    });
    let mut response = next.run(request).await;
    if let Ok(rest) = rest.try_recv()
        && !take_in(&state, rest, network).await
    {
        let close = HeaderValue::from_static("close");
        response.headers_mut().insert(CONNECTION, close);
    }
    response
}

/// Takes the rest in; whether it is the whole of it.
async fn take_in(state: &AppState, rest: Body, network: Network) -> bool {
    let Some(share) = state.heard_out.take(network, PER_NETWORK) else {
        return false;
    };
    let mut rest = rest;
    match throw_away(&mut rest).await {
        Thrown::Whole => return true,
        Thrown::TooMuch => {}
        Thrown::TooSlow => {
            tokio::spawn(async move {
                let _share = share;
                // Whoever sends for longer than this sees the broken connection.
                let _ = timeout(LONGEST_PAUSE, throw_away(&mut rest)).await;
            });
        }
    }
    false
}

/// What came of a rest.
enum Thrown {
    Whole,
    TooMuch,
    TooSlow,
}

async fn throw_away(rest: &mut Body) -> Thrown {
    let end = Instant::now() + LONGEST_TIME;
    let pace = Pace::begin(LONGEST_PAUSE, SLOWEST);
    let mut thrown = 0;
    while thrown < LONGEST_REST {
        match timeout_at(pace.until(thrown).min(end), rest.frame()).await {
            Ok(Some(Ok(frame))) => thrown += frame.data_ref().map_or(0, Bytes::len),
            // What breaks off has an end too.
            Ok(Some(Err(_)) | None) => return Thrown::Whole,
            Err(_) => return Thrown::TooSlow,
        }
    }
    Thrown::TooMuch
}

/// A body that is given back when its reader drops it before its end; but not where its sender
/// waits to be asked for it (`Expect: 100-continue`) and never was.
struct Lent {
    body: Option<Body>,
    is_begun: bool,
    back: Option<oneshot::Sender<Body>>,
}

impl HttpBody for Lent {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        self.is_begun = true;
        self.body
            .as_mut()
            .map_or(Poll::Ready(None), |body| Pin::new(body).poll_frame(context))
    }

    fn is_end_stream(&self) -> bool {
        self.body.as_ref().is_none_or(HttpBody::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.body
            .as_ref()
            .map_or_else(SizeHint::default, HttpBody::size_hint)
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        let is_begun = self.is_begun;
        let unread = self
            .body
            .take()
            .filter(|body| is_begun && !body.is_end_stream());
        if let (Some(body), Some(back)) = (unread, self.back.take()) {
            // Nobody waits for it once the answer is out.
            let _ = back.send(body);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use futures_util::StreamExt as _;
    use futures_util::stream::{iter, once, pending, repeat, unfold};

    use super::*;

    /// What came of a body, and after how many seconds.
    async fn thrown(
        parts: impl futures_util::Stream<Item = Bytes> + Send + 'static,
    ) -> (&'static str, u64) {
        let begun = Instant::now();
        let mut body = Body::from_stream(parts.map(Ok::<_, Infallible>));
        let thrown = match throw_away(&mut body).await {
            Thrown::Whole => "whole",
            Thrown::TooMuch => "too much",
            Thrown::TooSlow => "too slow",
        };
        (thrown, begun.elapsed().as_secs())
    }

    /// So many bytes each second, without end.
    fn each_second(bytes: usize) -> impl futures_util::Stream<Item = Bytes> + Send {
        unfold((), move |()| async move {
            tokio::time::sleep(Duration::from_secs(1)).await;
            Some((Bytes::from(vec![0; bytes]), ()))
        })
    }

    #[tokio::test(start_paused = true)]
    async fn a_rest_is_thrown_away_up_to_a_bound_of_bytes_and_of_time() {
        let part = || Bytes::from(vec![0; 64 * 1024]);
        let stops = once(async move { part() }).chain(pending());
        assert_eq!(thrown(iter([part(), part()])).await, ("whole", 0));
        assert_eq!(thrown(stops).await, ("too slow", 3));
        assert_eq!(thrown(each_second(100_000)).await, ("too slow", 20));
        assert_eq!(thrown(repeat(part())).await, ("too much", 0));
        let (drips, after) = thrown(each_second(10)).await;
        assert_eq!(drips, "too slow");
        assert!(after < 20, "{after} seconds");
    }
}
