//! A browser: its cookies, and requests sent as a page would send them.

use bytes::Bytes;
use goose::goose::{GooseMethod, GooseRequest, GooseUser, TransactionError};
use reqwest::header::{
    ACCEPT, ACCEPT_ENCODING, CONTENT_TYPE, COOKIE, HeaderMap, LOCATION, SET_COOKIE,
};
use serde::{Deserialize, Serialize};

/// Why a journey ended early.
pub type Broken = Box<TransactionError>;

/// The words of an error of ours.
pub fn broken(words: impl Into<String>) -> Broken {
    Box::new(TransactionError::Custom(words.into()))
}

/// A request and its answer, in bytes.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Exchange {
    /// The step it belongs to.
    pub step: String,
    /// Whether something was sent.
    pub post: bool,
    /// Bytes of the body that was sent.
    pub sent: usize,
    /// The answer's status.
    pub status: u16,
    /// Bytes of the answer's headers, but for those that every server writes.
    pub headers: usize,
    /// Bytes of the answer's body, as they were sent.
    pub body: usize,
}

/// What is sent: its type and its bytes.
pub type Sent = (&'static str, Bytes);

/// An answer whose body has been taken.
pub struct Answer {
    /// Where a 303 leads.
    pub location: String,
    /// The body, as it was sent.
    pub body: Bytes,
}

impl Answer {
    /// The body as a page.
    pub fn page(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap_or_default()
    }
}

/// Whether a page is looked into: then it is asked for as it is, else compressed as a
/// browser would ask for it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Something of the body is needed.
    Into,
    /// The body is only taken.
    Past,
}

/// A browser of one journey.
pub struct Browser<'a> {
    user: &'a mut GooseUser,
    portals: &'a [String],
    cookies: Vec<(String, String)>,
    /// What was exchanged so far.
    pub exchanges: Vec<Exchange>,
}

impl<'a> Browser<'a> {
    /// A browser without cookies. Its requests go to the portals in turn, as from a
    /// balancer that knows no sessions.
    pub fn new(user: &'a mut GooseUser, portals: &'a [String]) -> Self {
        Self {
            user,
            portals,
            cookies: Vec::new(),
            exchanges: Vec::new(),
        }
    }

    /// Whoever runs this browser.
    pub fn user(&mut self) -> &mut GooseUser {
        self.user
    }

    /// Asks for a path, or sends something there; the answer must have this status.
    pub async fn ask(
        &mut self,
        step: &str,
        path: &str,
        sent: Option<Sent>,
        look: Look,
        status: u16,
    ) -> Result<Answer, Broken> {
        let portal = &self.portals[self.exchanges.len() % self.portals.len()];
        let url = format!("{portal}{path}");
        let (post, length) = (
            sent.is_some(),
            sent.as_ref().map_or(0, |(_, bytes)| bytes.len()),
        );
        let request = self.request(&url, sent, look);
        let request = GooseRequest::builder()
            .method(if post {
                GooseMethod::Post
            } else {
                GooseMethod::Get
            })
            .path(url.as_str())
            .name(step)
            .set_request_builder(request)
            .expect_status_code(status)
            .error_on_fail()
            .build();
        let response = self
            .user
            .request(request)
            .await?
            .response
            .map_err(|e| broken(e.to_string()))?;
        self.keep_cookies(response.headers());
        let headers = weight(response.headers());
        let location = text(response.headers(), LOCATION.as_str())
            .unwrap_or_default()
            .to_owned();
        let body = response
            .bytes()
            .await
            .map_err(|e| broken(format!("{step}: {e}")))?;
        let step = step.to_owned();
        self.exchanges.push(Exchange {
            step,
            post,
            sent: length,
            status,
            headers,
            body: body.len(),
        });
        Ok(Answer { location, body })
    }

    fn request(&self, url: &str, sent: Option<Sent>, look: Look) -> reqwest::RequestBuilder {
        let mut request = match sent {
            None => self.user.client.get(url),
            Some((kind, bytes)) => self
                .user
                .client
                .post(url)
                .header(CONTENT_TYPE, kind)
                .body(bytes),
        };
        request = request
            .header(ACCEPT, "text/html")
            .header("sec-fetch-site", "same-origin");
        if look == Look::Past {
            request = request.header(ACCEPT_ENCODING, "gzip");
        }
        if !self.cookies.is_empty() {
            let pairs: Vec<_> = self
                .cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            request = request.header(COOKIE, pairs.join("; "));
        }
        request
    }

    fn keep_cookies(&mut self, headers: &HeaderMap) {
        for cookie in headers
            .get_all(SET_COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
        {
            let pair = cookie.split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.retain(|(known, _)| known != name);
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
    }
}

fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}

/// Bytes of the headers that the portal chose.
fn weight(headers: &HeaderMap) -> usize {
    let everywhere = ["content-length", "date", "transfer-encoding"];
    let chosen = headers
        .iter()
        .filter(|(name, _)| !everywhere.contains(&name.as_str()));
    chosen
        .map(|(name, value)| name.as_str().len() + value.len() + ": \r\n".len())
        .sum()
}
