//! Connection timeouts and graceful shutdown.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum_server::Handle;
use hyper_util::rt::TokioTimer;
use tokio::sync::watch;
use tokio::time::Instant;

use super::connections::{ConnectionBounds, Connections};
use super::write_timeout::UntilUnread;

/// What is kept of a connection that was not dealt with, in bytes. The last part read may be as
/// long, so that the head of a request has twice as much: several times what browsers and proxies
/// send. The HTTP library would keep over 400 KB.
const KEPT_OF_A_CONNECTION: usize = 32 * 1024;

/// How long connections are waited for.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// The head of a request must have come within this time; so must the first
    /// request of a connection. Else thousands of connections that never ask
    /// anything would take the places of those that do.
    pub head: Duration,
    /// Something of an answer must get through within this time. Else whoever asks and
    /// does not read would keep the connection, and the answers, for ever.
    pub write_timeout: Duration,
    /// What requests under way are given when the service ends.
    pub end: Duration,
}

/// Serves until it is told to stop; then takes no more connections and lets the
/// requests under way finish.
///
/// # Errors
/// [`io::Error`] when the listener cannot be used.
pub async fn serve(
    listener: TcpListener,
    routes: Router,
    connections: ConnectionBounds,
    patience: Patience,
    stop: watch::Receiver<bool>,
) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let handle = Handle::new();
    // HTTP/1 only, which proxies speak: HTTP/2 has no time for the head of a request, so that
    // whoever asked once could stay for ever.
    let mut server = axum_server::from_tcp(listener)?
        .acceptor(UntilUnread {
            connections: Arc::new(Connections::new(connections)),
            patience: patience.write_timeout,
        })
        .http1_only()
        .handle(handle.clone())
        .first_request_timeout(patience.head);
    server
        .http_builder()
        .http1()
        .max_buf_size(KEPT_OF_A_CONNECTION)
        .timer(TokioTimer::new())
        .header_read_timeout(patience.head);
    let ending = tokio::spawn(end(handle, patience.end, stop));
    let outcome = server
        .serve(routes.into_make_service_with_connect_info::<SocketAddr>())
        .await;
    ending.abort();
    outcome
}

async fn end(handle: Handle<SocketAddr>, patience: Duration, mut stop: watch::Receiver<bool>) {
    // An error means that nobody can tell us any more, which is a stop too.
    let _ = stop.wait_for(|told| *told).await;
    handle.graceful_shutdown(Some(patience));
    tokio::time::sleep_until(Instant::now() + patience).await;
    tracing::warn!(
        connections = handle.connection_count(),
        "requests under way were cut: they took too long to finish"
    );
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::routing::get;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpStream;
    use tokio::sync::Notify;
    use tokio::task::JoinHandle;

    use super::*;

    const SHORT: Duration = Duration::from_millis(200);
    const LONG: Duration = Duration::from_mins(1);
    const MANY: ConnectionBounds = ConnectionBounds {
        at_once: 100,
        per_client: 100,
        trusted_proxies: Vec::new(),
        ipv6_site_bits: 48,
    };

    struct Serving {
        address: SocketAddr,
        stop: watch::Sender<bool>,
        served: JoinHandle<io::Result<()>>,
        /// A request is being answered.
        begun: Arc<Notify>,
        /// It may be finished.
        finish: Arc<Notify>,
    }

    fn serving(head: Duration, end: Duration) -> Serving {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (begun, finish) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let told_of = (Arc::clone(&begun), Arc::clone(&finish));
        let slow = || async move {
            told_of.0.notify_one();
            told_of.1.notified().await;
            "done"
        };
        let routes = Router::new().route("/slow", get(slow));
        let patience = Patience {
            head,
            write_timeout: LONG,
            end,
        };
        let (stop, told) = watch::channel(false);
        let served = tokio::spawn(serve(listener, routes, MANY, patience, told));
        Serving {
            address,
            stop,
            served,
            begun,
            finish,
        }
    }

    /// What comes back until the connection ends.
    async fn answered(address: SocketAddr, sent: &str) -> String {
        let mut connection = TcpStream::connect(address).await.unwrap();
        connection.write_all(sent.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        // Cut without a word is an end too.
        let _ = connection.read_to_end(&mut answer).await;
        String::from_utf8(answer).unwrap()
    }

    #[tokio::test]
    async fn whoever_never_ends_the_head_of_a_request_is_cut_off() {
        let serving = serving(SHORT, LONG);
        for begun in ["", "GET /slow HTTP/1.1\r\nhost: localhost\r\n"] {
            let cut = tokio::time::timeout(LONG, answered(serving.address, begun)).await;
            let cut = cut.expect("the connection is still open");
            assert!(!cut.contains("done"), "{cut}");
        }
    }

    #[tokio::test]
    async fn a_head_is_not_kept_beyond_what_browsers_send() {
        let serving = serving(LONG, LONG);
        let long = "a".repeat(2 * KEPT_OF_A_CONNECTION);
        let request = format!("GET /none HTTP/1.1\r\nhost: localhost\r\nx-a: {long}\r\n\r\n");
        let told = tokio::time::timeout(LONG, answered(serving.address, &request)).await;
        let told = told.expect("the connection is still open");
        assert!(told.starts_with("HTTP/1.1 431 "), "{told}");
    }

    /// Tells when it goes away.
    struct Gone(Arc<Notify>);

    impl Drop for Gone {
        fn drop(&mut self) {
            self.0.notify_one();
        }
    }

    #[tokio::test]
    async fn whoever_asks_and_never_reads_is_cut_off() {
        let gone = Arc::new(Notify::new());
        let told = Arc::clone(&gone);
        let endless = move || {
            let answer = Gone(Arc::clone(&told));
            async move {
                Body::from_stream(futures_util::stream::repeat_with(move || {
                    let _part_of = &answer;
                    Ok::<_, io::Error>(vec![b'a'; 64 * 1024])
                }))
            }
        };
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let routes = Router::new().route("/endless", get(endless));
        let patience = Patience {
            head: LONG,
            write_timeout: SHORT,
            end: LONG,
        };
        let (_stop, told) = watch::channel(false);
        tokio::spawn(serve(listener, routes, MANY, patience, told));
        let mut connection = TcpStream::connect(address).await.unwrap();
        let asked = b"GET /endless HTTP/1.1\r\nhost: localhost\r\n\r\n";
        connection.write_all(asked).await.unwrap();
        let cut = tokio::time::timeout(LONG, gone.notified()).await;
        cut.expect("the answer is still being sent");
    }

    #[tokio::test]
    async fn a_request_under_way_is_finished_when_the_service_ends() {
        let serving = serving(LONG, LONG);
        let request = "GET /slow HTTP/1.1\r\nhost: localhost\r\n\r\n";
        let asked = tokio::spawn(answered(serving.address, request));
        serving.begun.notified().await;
        serving.stop.send(true).unwrap();
        // The end has begun when nobody new is taken.
        while TcpStream::connect(serving.address).await.is_ok() {
            tokio::task::yield_now().await;
        }
        serving.finish.notify_one();
        assert!(asked.await.unwrap().ends_with("done"));
        let ended = tokio::time::timeout(LONG, serving.served).await;
        ended.expect("it still serves").unwrap().unwrap();
    }

    #[tokio::test]
    async fn whoever_holds_too_many_connections_is_hung_up_on_at_once() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let routes = Router::new().route("/", get(|| async { "done" }));
        let patience = Patience {
            head: LONG,
            write_timeout: LONG,
            end: LONG,
        };
        let few = ConnectionBounds {
            per_client: 2,
            ..MANY
        };
        let (_stop, told) = watch::channel(false);
        tokio::spawn(serve(listener, routes, few, patience, told));
        let mut held = Vec::new();
        for _ in 0..2 {
            let mut connection = TcpStream::connect(address).await.unwrap();
            let asked = b"GET / HTTP/1.1\r\nhost: localhost\r\n\r\n";
            connection.write_all(asked).await.unwrap();
            assert!(connection.read(&mut [0; 512]).await.unwrap() > 0);
            held.push(connection);
        }
        let request = "GET / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";
        let cut = tokio::time::timeout(LONG, answered(address, request)).await;
        assert_eq!(cut.expect("the connection is still open"), "");
        held.clear();
        // What was given back is there as soon as the ends of the connections have been seen.
        while answered(address, request).await.is_empty() {
            tokio::task::yield_now().await;
        }
    }
}
