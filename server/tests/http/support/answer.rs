//! An answer of the portal, and how a test reads it.

use axum::body::{Bytes, to_bytes};
use axum::response::Response;
use http::header::{LOCATION, SET_COOKIE};
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

/// An answer, received whole.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) async fn receive(response: Response) -> Self {
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Self {
            status: parts.status,
            headers: parts.headers,
            body,
        }
    }

    /// The value of a header; empty if there is none.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// Where a redirect leads, whether or not it is marked as that with a first cookie.
    #[track_caller]
    pub(crate) fn location(&self) -> &str {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.text());
        let address = self.header(LOCATION.as_str());
        address.strip_suffix("?cookie").unwrap_or(address)
    }

    /// The cookies it sets, whole.
    pub(crate) fn cookies(&self) -> Vec<&str> {
        self.headers
            .get_all(SET_COOKIE)
            .iter()
            .map(|value| value.to_str().unwrap())
            .collect()
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    #[track_caller]
    pub(crate) fn json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    #[track_caller]
    pub(crate) fn is(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        self
    }

    #[track_caller]
    pub(crate) fn says(self, words: &str) -> Self {
        assert!(
            self.text().contains(words),
            "「{words}」 is not in {}",
            self.text()
        );
        self
    }

    #[track_caller]
    pub(crate) fn hides(self, words: &str) -> Self {
        assert!(
            !self.text().contains(words),
            "「{words}」 is in {}",
            self.text()
        );
        self
    }

    /// The page's title.
    pub(crate) fn title(&self) -> String {
        self.between("<title>", "</title>").unwrap_or_default()
    }

    /// The list of everything that is wrong, as HTML; empty if there is none.
    pub(crate) fn summary(&self) -> String {
        self.between("class=\"c-errors\"", "</ul>")
            .unwrap_or_default()
    }

    /// The value of the control with this id, as typed.
    #[track_caller]
    pub(crate) fn value_of(&self, id: &str) -> String {
        let text = self.text();
        let tag = text
            .split('<')
            .find(|tag| tag.contains(&format!(" id=\"{id}\"")))
            .unwrap_or_else(|| panic!("no #{id} in {text}"));
        tag.split_once(" value=\"")
            .and_then(|(_, rest)| rest.split_once('"'))
            .map_or("", |found| found.0)
            .to_owned()
    }

    /// The value of the hidden control of this name.
    #[track_caller]
    pub(crate) fn hidden(&self, name: &str) -> String {
        let text = self.text();
        let begin = format!("name=\"{name}\" value=\"");
        let found = text
            .split_once(&begin)
            .and_then(|(_, rest)| rest.split_once('"'));
        found
            .unwrap_or_else(|| panic!("no {name} in {text}"))
            .0
            .to_owned()
    }

    /// What the forms of the page say that they are about.
    pub(crate) fn about(&self) -> Option<String> {
        self.between("name=\"about\" value=\"", "\"")
    }

    fn between(&self, begin: &str, end: &str) -> Option<String> {
        let text = self.text();
        let (_, rest) = text.split_once(begin)?;
        rest.split_once(end).map(|(found, _)| found.to_owned())
    }
}
