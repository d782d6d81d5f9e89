//! How many requests of one client are under way, from the head to the last byte of the answer.
//!
//! Who connects itself has its share of connections already. A proxy's connections carry
//! everybody's requests: without this, one client behind it could have all of them.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http_body::{Frame, SizeHint};

use super::crowded::Asked;
use super::turned_away::TurnedAway;
use super::{AppState, client};

/// Lets as many requests of a network be under way as it may have connections.
pub(super) async fn count(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let network = client::network(&request, &state);
    let at_most = state.bounds.requests_under_way_per_client;
    let Some(share) = state.under_way.take(network, at_most) else {
        let wait_seconds = state.bounds.admissions.come_again_seconds;
        return TurnedAway::from("client").tell(wait_seconds, Asked::by(&request));
    };
    until_sent(next.run(request).await, share)
}

/// The answer, which holds something until its last byte is on its way: whoever does not read
/// what was asked for keeps its share.
pub(super) fn until_sent<S: Send + Sync + 'static>(response: Response, held: S) -> Response {
    response.map(|body| {
        Body::new(UntilSent {
            body,
            held: Arc::new(held),
        })
    })
}

struct UntilSent<S> {
    body: Body,
    held: Arc<S>,
}

/// A part of the answer. A server lets go of a body as soon as it has its last part, which may
/// then wait for long and be all there is.
struct Part<S> {
    bytes: Bytes,
    _held: Arc<S>,
}

impl<S> AsRef<[u8]> for Part<S> {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl<S: Send + Sync + 'static> HttpBody for UntilSent<S> {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let held = Arc::clone(&self.held);
        let part = |bytes| Bytes::from_owner(Part { bytes, _held: held });
        let come = Pin::new(&mut self.body).poll_frame(context);
        come.map_ok(|frame| frame.map_data(part))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt as _;

    use super::*;
    use crate::http::share::Shares;

    #[tokio::test]
    async fn a_share_is_kept_while_the_last_part_of_an_answer_waits_to_be_read() {
        let shares = Shares::default();
        let share = shares.take("a", 1).unwrap();
        let mut answer = until_sent(Response::new(Body::from("photo")), share).into_body();
        assert_eq!(answer.size_hint().exact(), Some(5));
        let part = answer.frame().await.unwrap().unwrap().into_data().unwrap();
        assert!(answer.is_end_stream());
        drop(answer);
        assert!(shares.take("a", 1).is_none());
        assert_eq!(part, "photo");
        drop(part);
        assert!(shares.take("a", 1).is_some());
    }
}
