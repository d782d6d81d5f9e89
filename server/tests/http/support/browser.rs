//! A browser: its cookies, its address, and the headers it sends.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::response::Response;
use http::header::{ACCEPT, CONTENT_TYPE, COOKIE};
use http::request::Builder;
use http::{Method, Request};
use tower::ServiceExt;

use super::photos::{BOUNDARY, envelope};
use super::{Answer, Fields, TestPortal};

/// What a browser asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A form of a page, sent by the browser itself.
    Form,
    /// A script of a page.
    Script,
}

impl Kind {
    pub(crate) const BOTH: [Self; 2] = [Self::Form, Self::Script];

    fn accepts(self) -> &'static str {
        match self {
            Self::Form => "text/html,application/xhtml+xml,*/*;q=0.8",
            Self::Script => "application/json",
        }
    }
}

/// The ending of the cookie that carries what a stranger is told to the next page.
const CARRIED: &str = "-told";
/// The ending of the cookie by which applications know the device.
const DEVICE: &str = "-device";

/// A browser. Copies share nothing: each goes on from the cookies it was copied with.
pub(crate) struct Browser {
    pub(crate) portal: TestPortal,
    address: IpAddr,
    /// Values by name.
    cookies: Arc<Mutex<BTreeMap<String, String>>>,
}

impl Clone for Browser {
    fn clone(&self) -> Self {
        Self {
            portal: self.portal.clone(),
            address: self.address,
            cookies: Arc::new(Mutex::new(self.cookies.lock().unwrap().clone())),
        }
    }
}

impl Browser {
    pub(crate) fn new(portal: TestPortal, address: IpAddr) -> Self {
        Self {
            portal,
            address,
            cookies: Arc::default(),
        }
    }

    /// The same browser, answered by another process.
    pub(crate) fn at(&self, portal: &TestPortal) -> Self {
        Self {
            portal: portal.clone(),
            ..self.clone()
        }
    }

    /// The cookie of its session, as `name=value`.
    pub(crate) fn cookie(&self) -> Option<String> {
        let cookies = self.cookies.lock().unwrap();
        let mut pairs = cookies.iter();
        let session = pairs.find(|(name, _)| !name.ends_with(CARRIED) && !name.ends_with(DEVICE));
        session.map(|(name, value)| format!("{name}={value}"))
    }

    /// What it carries to its next page.
    pub(crate) fn carried(&self) -> Option<String> {
        let cookies = self.cookies.lock().unwrap();
        let mut pairs = cookies.iter();
        let carried = pairs.find(|(name, _)| name.ends_with(CARRIED));
        carried.map(|(_, value)| value.clone())
    }

    /// The cookie by which applications know the device, as `name=value`.
    pub(crate) fn device_cookie(&self) -> Option<String> {
        let cookies = self.cookies.lock().unwrap();
        let mut pairs = cookies.iter();
        let device = pairs.find(|(name, _)| name.ends_with(DEVICE));
        device.map(|(name, value)| format!("{name}={value}"))
    }

    /// Has this cookie from now on and no other.
    pub(crate) fn take_cookie(&self, cookie: Option<String>) {
        let mut cookies = self.cookies.lock().unwrap();
        cookies.clear();
        if let Some(pair) = cookie {
            let (name, value) = pair.split_once('=').unwrap();
            cookies.insert(name.to_owned(), value.to_owned());
        }
    }

    /// Has these cookies from now on, given as they are sent.
    pub(crate) fn take_cookies(&self, header: &str) {
        let pairs = header.split("; ").filter_map(|pair| pair.split_once('='));
        *self.cookies.lock().unwrap() = pairs
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
    }

    /// All cookies as they are sent.
    fn cookie_header(&self) -> Option<String> {
        let cookies = self.cookies.lock().unwrap();
        let pairs: Vec<_> = cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }

    /// Does as an answer says.
    fn keep(&self, cookie: &str) {
        let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
        let mut cookies = self.cookies.lock().unwrap();
        if cookie.contains("Max-Age=0") {
            cookies.remove(name);
        } else {
            cookies.insert(name.to_owned(), value.to_owned());
        }
    }

    /// Sends a request as it is, with the cookie, from the browser's address.
    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let answer = Answer::receive(self.begin(request).await).await;
        for cookie in answer.cookies() {
            self.keep(cookie);
        }
        answer
    }

    /// Asks for a page and does not read what is answered.
    pub(crate) async fn ask(&self, path: &str) -> Response {
        let request = Self::request(Kind::Form, Method::GET, path);
        self.begin(request.body(Body::empty()).unwrap()).await
    }

    async fn begin(&self, mut request: Request<Body>) -> Response {
        if let Some(cookie) = self.cookie_header() {
            request
                .headers_mut()
                .insert(COOKIE, cookie.parse().unwrap());
        }
        request
            .extensions_mut()
            .insert(ConnectInfo(SocketAddr::new(self.address, 40_000)));
        self.portal.routes().oneshot(request).await.unwrap()
    }

    /// A request as a page of the portal makes it.
    pub(crate) fn request(kind: Kind, method: Method, path: &str) -> Builder {
        Request::builder()
            .method(method)
            .uri(path)
            .header(ACCEPT, kind.accepts())
            .header("sec-fetch-site", "same-origin")
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(
            Self::request(Kind::Form, Method::GET, path)
                .body(Body::empty())
                .unwrap(),
        )
        .await
    }

    pub(crate) async fn head(&self, path: &str) -> Answer {
        self.send(
            Self::request(Kind::Form, Method::HEAD, path)
                .body(Body::empty())
                .unwrap(),
        )
        .await
    }

    /// Sends a form and does not follow.
    pub(crate) async fn post(&self, path: &str, fields: &Fields<'_>) -> Answer {
        self.call(Kind::Form, path, fields).await
    }

    /// The same by a script.
    pub(crate) async fn script(&self, path: &str, fields: &Fields<'_>) -> Answer {
        self.call(Kind::Script, path, fields).await
    }

    pub(crate) async fn call(&self, kind: Kind, path: &str, fields: &Fields<'_>) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = Self::request(kind, Method::POST, path)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// Sends a form and looks at the page it leads to.
    pub(crate) async fn submit(&self, path: &str, fields: &Fields<'_>) -> Answer {
        let answer = self.post(path, fields).await;
        self.get(answer.location()).await
    }

    /// Sends a form; says where it leads.
    pub(crate) async fn led(&self, path: &str, fields: &Fields<'_>) -> String {
        self.post(path, fields).await.location().to_owned()
    }

    /// Sends a photo as the form of the page does.
    pub(crate) async fn upload(&self, photo: &[u8]) -> Answer {
        self.upload_as(Kind::Form, photo).await
    }

    pub(crate) async fn upload_as(&self, kind: Kind, photo: &[u8]) -> Answer {
        self.send(Self::upload_request(kind, Body::from(envelope(photo))))
            .await
    }

    /// An upload with this body.
    pub(crate) fn upload_request(kind: Kind, body: Body) -> Request<Body> {
        Self::request(kind, Method::POST, "/photo/upload")
            .header(
                CONTENT_TYPE,
                format!("multipart/form-data; boundary={BOUNDARY}"),
            )
            .body(body)
            .unwrap()
    }
}
