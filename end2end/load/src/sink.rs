//! A mail server as small as can be: takes every mail, and hands the link's token to
//! whoever waits for a mail to that address.

use std::collections::HashMap;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use mail_parser::MessageParser;
use tokio::io::{AsyncBufRead, AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

/// Characters of a token.
const TOKEN: usize = 43;

/// Longest line taken; RFC 5321 asks for 1,000.
const LINE: u64 = 4096;

/// Most lines of a mail; the portal's have about fifty.
const LINES: usize = 1000;

type Waiting = HashMap<String, oneshot::Sender<String>>;

/// Who waits for which mail.
#[derive(Default)]
pub struct Sink {
    waiting: Mutex<Waiting>,
}

impl Sink {
    /// Waits from now on for the link to `address`.
    pub fn expect(&self, address: &str) -> oneshot::Receiver<String> {
        let (give, take) = oneshot::channel();
        self.lock().insert(address.to_owned(), give);
        take
    }

    /// Takes mails until the process ends.
    pub async fn serve(self: Arc<Self>, listener: TcpListener) {
        while let Ok((stream, _)) = listener.accept().await {
            let sink = Arc::clone(&self);
            tokio::spawn(async move {
                // The portal sends again what it could not hand over.
                let _ = sink.talk(stream).await;
            });
        }
    }

    async fn talk(&self, stream: TcpStream) -> io::Result<()> {
        stream.set_nodelay(true)?;
        let mut stream = BufReader::new(stream);
        let mut to = Vec::new();
        say(&mut stream, "220 load").await?;
        while let Some(line) = line(&mut stream).await? {
            let words = String::from_utf8_lossy(&line).trim_end().to_owned();
            match words
                .split([' ', ':'])
                .next()
                .unwrap_or_default()
                .to_ascii_uppercase()
                .as_str()
            {
                "RCPT" => to.extend(between(&words, '<', '>').map(str::to_owned)),
                "DATA" => {
                    say(&mut stream, "354 go on").await?;
                    let mail = data(&mut stream).await?;
                    self.deliver(&to, &mail);
                    to.clear();
                }
                "QUIT" => return say(&mut stream, "221 bye").await,
                _ => {}
            }
            say(&mut stream, "250 ok").await?;
        }
        Ok(())
    }

    fn deliver(&self, to: &[String], mail: &[u8]) {
        let Some(token) = token(mail) else { return };
        for address in to {
            if let Some(waiting) = self.lock().remove(address) {
                // Whoever gave up waiting has told so already.
                let _ = waiting.send(token.clone());
            }
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn say(stream: &mut BufReader<TcpStream>, words: &str) -> io::Result<()> {
    stream
        .get_mut()
        .write_all(format!("{words}\r\n").as_bytes())
        .await
}

/// The next line with its end; nothing at the end of the conversation.
async fn line(stream: &mut (impl AsyncBufRead + Unpin)) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    stream.take(LINE).read_until(b'\n', &mut line).await?;
    Ok((!line.is_empty()).then_some(line))
}

/// The lines up to the one with a dot alone; a dot before a line's own is taken away.
async fn data(stream: &mut (impl AsyncBufRead + Unpin)) -> io::Result<Vec<u8>> {
    let mut mail = Vec::new();
    for _ in 0..LINES {
        match line(stream).await? {
            None => return Err(io::ErrorKind::UnexpectedEof.into()),
            Some(end) if end == b".\r\n" => return Ok(mail),
            Some(line) => mail.extend(line.strip_prefix(b".").unwrap_or(&line)),
        }
    }
    Err(io::ErrorKind::FileTooLarge.into())
}

fn token(mail: &[u8]) -> Option<String> {
    let message = MessageParser::default().parse(mail)?;
    let body = message.body_text(0)?;
    let (_, after) = body.split_once("/open/")?;
    after.get(..TOKEN).map(str::to_owned)
}

fn between(text: &str, from: char, to: char) -> Option<&str> {
    text.split_once(from)?
        .1
        .split_once(to)
        .map(|(within, _)| within)
}
