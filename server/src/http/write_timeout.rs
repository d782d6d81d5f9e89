//! Connections that find no place, and those whose other end does not read what it asked for.

use std::future::{Ready, ready};
use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum_server::accept::Accept;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Sleep, sleep};

use super::connections::{Connection, Connections};

/// Takes connections as long as there are places for them; they are given up when nothing of an
/// answer gets through for so long. Who finds no place is hung up on at once.
#[derive(Clone)]
pub(super) struct UntilUnread {
    pub(super) connections: Arc<Connections>,
    pub(super) patience: Duration,
}

impl<S> Accept<TcpStream, S> for UntilUnread {
    type Stream = Read;
    type Service = S;
    type Future = Ready<io::Result<(Read, S)>>;

    fn accept(&self, stream: TcpStream, service: S) -> Self::Future {
        let placed = stream.peer_addr().and_then(|peer| {
            let place = self.connections.take(peer.ip());
            place.ok_or_else(|| io::ErrorKind::ConnectionRefused.into())
        });
        ready(placed.map(|place| {
            let read = Read {
                stream,
                patience: self.patience,
                stalled: None,
                _place: place,
            };
            (read, service)
        }))
    }
}

/// A connection that is read at the other end, or broken.
pub(super) struct Read {
    stream: TcpStream,
    patience: Duration,
    /// Ends when nothing has got through for long enough.
    stalled: Option<Pin<Box<Sleep>>>,
    _place: Connection,
}

impl Read {
    /// What came of a try to write, unless it has waited for too long.
    fn in_time(
        &mut self,
        context: &mut Context<'_>,
        written: Poll<io::Result<usize>>,
    ) -> Poll<io::Result<usize>> {
        if written.is_ready() {
            self.stalled = None;
            return written;
        }
        let patience = self.patience;
        let stalled = self
            .stalled
            .get_or_insert_with(|| Box::pin(sleep(patience)));
        stalled
            .as_mut()
            .poll(context)
            .map(|()| Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Read {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Read {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.in_time(context, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, parts);
        self.in_time(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
