//! A body for a reader that keeps what it cannot read yet.
//!
//! The reader of forms with files looks for the next part of a form, or the end of a part's head,
//! and with each piece that comes looks through all again that came before: a body without any
//! would cost the square of its bytes. So they come a piece at a time, and only so many before
//! something was found.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use http_body::{Frame, SizeHint};

/// Bytes that may come in vain: many times a part's head and what stands around it.
const IN_VAIN: usize = 64 * 1024;
/// The reader looks when it has taken so many.
const PIECE: usize = 16 * 1024;

/// How many bytes have come since something was found.
#[derive(Clone, Debug, Default)]
pub(super) struct ScanBudget(Arc<AtomicUsize>);

impl ScanBudget {
    /// The body, of which only so much comes in vain.
    pub(super) fn of(&self, body: Body) -> Body {
        Body::new(Budgeted {
            body,
            came: self.clone(),
            undigested: 0,
        })
    }

    /// Something was found.
    pub(super) fn found(&self) {
        self.0.store(0, Ordering::Relaxed);
    }
}

struct Budgeted {
    body: Body,
    came: ScanBudget,
    /// Bytes that the reader took since it last looked.
    undigested: usize,
}

impl HttpBody for Budgeted {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        if self.undigested >= PIECE {
            // The reader takes all there is before it looks.
            self.undigested = 0;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        if self.came.0.load(Ordering::Relaxed) > IN_VAIN {
            let error = io::Error::from(io::ErrorKind::InvalidData);
            return Poll::Ready(Some(Err(axum::Error::new(error))));
        }
        let come = Pin::new(&mut self.body).poll_frame(context);
        if let Poll::Ready(Some(Ok(frame))) = &come {
            let bytes = frame.data_ref().map_or(0, Bytes::len);
            self.came.0.fetch_add(bytes, Ordering::Relaxed);
            self.undigested += bytes;
        }
        come
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
