//! The rest of a body that nobody reads on.
//!
//! A browser that is still sending when its answer comes sees a broken
//! connection instead of the answer. So the rest of a form is taken in and thrown
//! away first, up to a bound.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use app::portal::Caller;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt;
use tokio::sync::oneshot;
use tokio::time::timeout;

use super::pages::caller;

/// The longest rest that is thrown away, in bytes: what the largest phone photos weigh.
const LONGEST_REST: usize = 24 * 1024 * 1024;
/// How long that may take.
const LONGEST_TIME: Duration = Duration::from_secs(20);

/// Answers a form only when it has been sent whole, or for so long.
pub(super) async fn hear_out(request: Request, next: Next) -> Response {
    if caller(request.headers()) == Caller::Script {
        return next.run(request).await;
    }
    let (sender, mut rest) = oneshot::channel();
    let request = request.map(|body| {
        Body::new(Lent {
            body: Some(body),
            back: Some(sender),
        })
    });
    let response = next.run(request).await;
    if let Ok(rest) = rest.try_recv() {
        // Whoever sends for longer than this sees the broken connection.
        let _ = timeout(LONGEST_TIME, throw_away(rest)).await;
    }
    response
}

async fn throw_away(mut rest: Body) {
    let mut thrown = 0;
    while thrown < LONGEST_REST
        && let Some(Ok(frame)) = rest.frame().await
    {
        thrown += frame.data_ref().map_or(0, Bytes::len);
    }
}

/// A body that is given back when its reader drops it before its end.
struct Lent {
    body: Option<Body>,
    back: Option<oneshot::Sender<Body>>,
}

impl HttpBody for Lent {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
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
        let unread = self.body.take().filter(|body| !body.is_end_stream());
        if let (Some(body), Some(back)) = (unread, self.back.take()) {
            // Nobody waits for it once the answer is out.
            let _ = back.send(body);
        }
    }
}
