//! What a browser may be told when something is not done.

use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use rules::application::Page;
use rules::form::FormProblems;
use serde::{Deserialize, Serialize};

/// Why something was not done. Holds no personal data and no internals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Refusal {
    /// What was typed is not right yet.
    #[error("the form has problems")]
    Form(FormProblems),
    /// The journey goes on at another page.
    #[error("the journey goes on elsewhere")]
    Elsewhere(Page),
    /// This application ID has been used: an application has been received.
    #[error("already submitted")]
    AlreadySubmitted,
    /// The session is over; what was given is kept.
    #[error("the session is over")]
    SessionOver,
    /// Too often; may be tried again after this many seconds.
    #[error("too many tries")]
    TooMany {
        /// Seconds to wait.
        wait_seconds: u32,
    },
    /// More people than the portal can answer at once; nothing was done. May be tried again
    /// after this many seconds.
    #[error("crowded")]
    Crowded {
        /// Seconds to wait.
        wait_seconds: u32,
    },
    /// Another tab changed the application in between.
    #[error("changed elsewhere")]
    Changed,
    /// The form belongs to another application than the one that was begun last in this
    /// browser; nothing was done.
    #[error("another application was begun in this browser")]
    OtherApplication,
    /// A fault of ours; the operator finds its cause under this reference.
    #[error("unavailable")]
    Unavailable {
        /// Names the fault in the operator's log.
        reference: String,
    },
    /// The request is not one of ours.
    #[error("bad request")]
    Malformed,
    /// The browser does not keep the cookie it was given.
    #[error("the browser keeps no cookie")]
    NoCookie,
    /// Nothing shows that the form was sent by a page of ours: another site sent it, or the
    /// browser does not say who did.
    #[error("not from a page of ours")]
    ForeignForm {
        /// Where the portal is: `https://…`.
        address: String,
    },
}

impl Refusal {
    /// The HTTP status for a script; a form is redirected instead.
    pub fn status(&self) -> u16 {
        match self {
            Self::Form(_) => 422,
            Self::Elsewhere(_)
            | Self::AlreadySubmitted
            | Self::Changed
            | Self::OtherApplication => 409,
            Self::SessionOver | Self::NoCookie | Self::ForeignForm { .. } => 403,
            Self::TooMany { .. } => 429,
            Self::Unavailable { .. } | Self::Crowded { .. } => 503,
            Self::Malformed => 400,
        }
    }
}

impl FromServerFnError for Refusal {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(_: ServerFnErrorErr) -> Self {
        Self::Malformed
    }
}
