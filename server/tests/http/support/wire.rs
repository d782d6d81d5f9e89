//! The portal behind a socket, served as in production, and what is said to it byte by byte.

use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use http::StatusCode;
use server::http::{Patience, serve};
use server::setup;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::watch;

use super::TestPortal;

/// Longer than any answer takes: whoever waits for so long waits in vain.
const IN_VAIN: Duration = Duration::from_mins(1);

/// A portal that listens; it ends with this value.
pub(crate) struct Wire {
    address: SocketAddr,
    stop: watch::Sender<bool>,
}

/// One answer as it came: its head as text, its body as bytes.
#[derive(Clone, Debug)]
pub(crate) struct Spoken {
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Spoken {
    pub(crate) fn status(&self) -> StatusCode {
        self.head.split(' ').nth(1).unwrap().parse().unwrap()
    }

    /// The value of a header, whose name is in small letters; empty if there is none.
    pub(crate) fn header(&self, name: &str) -> &str {
        let lines = self.head.lines();
        lines
            .filter_map(|line| line.split_once(": "))
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map_or("", |(_, value)| value)
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Wire {
    /// Listens, as patient as production.
    pub(crate) fn of(portal: &TestPortal) -> Self {
        let patience = Patience {
            head: Duration::from_secs(portal.settings().http.head_seconds.get().into()),
            write_timeout: IN_VAIN,
            end: Duration::ZERO,
        };
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, told) = watch::channel(false);
        let connections = setup::connections(portal.settings());
        tokio::spawn(serve(
            listener,
            portal.routes(),
            connections,
            patience,
            told,
        ));
        Self { address, stop }
    }

    /// Says these bytes and hears everything until the other end hangs up.
    pub(crate) async fn say(&self, said: &[u8]) -> Vec<Spoken> {
        self.talk(said, false).await
    }

    /// The same, and says that nothing more will come.
    pub(crate) async fn say_and_stop(&self, said: &[u8]) -> Vec<Spoken> {
        self.talk(said, true).await
    }

    /// Says all of it before it listens, as a browser does that sends a file.
    pub(crate) async fn say_whole_and_hear(&self, said: &[u8]) -> std::io::Result<Vec<Spoken>> {
        let mut connection = TcpStream::connect(self.address).await?;
        connection.write_all(said).await?;
        let mut heard = Vec::new();
        let heard_out = connection.read_to_end(&mut heard);
        tokio::time::timeout(IN_VAIN, heard_out).await??;
        Ok(answers(&heard))
    }

    async fn talk(&self, said: &[u8], stops: bool) -> Vec<Spoken> {
        let connection = TcpStream::connect(self.address).await.unwrap();
        let (mut ear, mut mouth) = connection.into_split();
        let speaking = async {
            // Whoever is not heard out sees a broken connection, which is an end too.
            let _ = mouth.write_all(said).await;
            if stops {
                let _ = mouth.shutdown().await;
            }
            mouth
        };
        let hearing = async {
            let mut heard = Vec::new();
            let _ = ear.read_to_end(&mut heard).await;
            heard
        };
        let both = async { tokio::join!(speaking, hearing).1 };
        let heard = tokio::time::timeout(IN_VAIN, both).await;
        answers(&heard.expect("the other end hangs up"))
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        let _ = self.stop.send(true);
    }
}

/// The answers in a stream of bytes, each of them whole.
fn answers(mut bytes: &[u8]) -> Vec<Spoken> {
    let mut answers = Vec::new();
    while !bytes.is_empty() {
        let end = bytes.windows(4).position(|pair| pair == b"\r\n\r\n");
        let end = end.unwrap_or_else(|| panic!("{}", String::from_utf8_lossy(bytes)));
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        assert!(head.starts_with("HTTP/1.1 "), "{head}");
        bytes = &bytes[end + 4..];
        let spoken = Spoken {
            head,
            body: Vec::new(),
        };
        let body;
        if spoken.header("transfer-encoding") == "chunked" {
            (body, bytes) = dechunked(bytes);
        } else {
            let length = spoken.header("content-length").parse().unwrap_or(0);
            let (this, rest) = bytes.split_at(length);
            (body, bytes) = (this.to_vec(), rest);
        }
        answers.push(Spoken { body, ..spoken });
    }
    answers
}

/// A body that came in chunks, and what comes after it.
fn dechunked(mut bytes: &[u8]) -> (Vec<u8>, &[u8]) {
    let mut body = Vec::new();
    loop {
        let end = bytes.windows(2).position(|pair| pair == b"\r\n").unwrap();
        let length = std::str::from_utf8(&bytes[..end]).unwrap();
        let length = usize::from_str_radix(length, 16).unwrap();
        bytes = &bytes[end + 2..];
        body.extend_from_slice(&bytes[..length]);
        bytes = &bytes[length + 2..];
        if length == 0 {
            return (body, bytes);
        }
    }
}
