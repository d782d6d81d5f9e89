//! Sending a form with its file, with progress: `fetch` tells none.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{EventTarget, FormData, HtmlFormElement, ProgressEvent, XmlHttpRequest};

use super::page::listen;

/// What becomes of an upload.
pub(crate) enum News {
    /// So many bytes of so many are sent.
    Progress {
        /// Sent.
        done: f64,
        /// In all.
        all: f64,
    },
    /// The server answered.
    Answered {
        /// HTTP status.
        status: u16,
        /// What it said.
        body: String,
    },
    /// No answer: no network, or it broke off.
    Unreachable,
    /// [`Upload::cancel`] was called.
    Cancelled,
}

/// An upload under way.
#[derive(Clone, Debug)]
pub(crate) struct Upload(XmlHttpRequest);

impl Upload {
    /// Sends what stands in a form to where it points, asking for JSON, and tells
    /// the news.
    pub(crate) fn begin(
        form: &HtmlFormElement,
        content: &FormData,
        tell: impl Fn(News) + 'static,
    ) -> Option<Self> {
        let request = XmlHttpRequest::new().ok()?;
        request.open("POST", &form.get_attribute("action")?).ok()?;
        request
            .set_request_header("Accept", "application/json")
            .ok()?;
        Self::listen(&request, &Rc::new(tell))?;
        request.send_with_opt_form_data(Some(content)).ok()?;
        Some(Self(request))
    }

    /// Breaks it off.
    pub(crate) fn cancel(&self) {
        // Only a request that was never opened refuses.
        let _ = self.0.abort();
    }

    fn listen(request: &XmlHttpRequest, tell: &Rc<impl Fn(News) + 'static>) -> Option<()> {
        let on = |target: &EventTarget, event: &str, news: fn(&XmlHttpRequest) -> News| {
            let (request, tell) = (request.clone(), Rc::clone(tell));
            listen(target, event, move |_| tell(news(&request)));
        };
        on(request, "load", answered);
        on(request, "error", |_| News::Unreachable);
        on(request, "timeout", |_| News::Unreachable);
        on(request, "abort", |_| News::Cancelled);
        let tell = Rc::clone(tell);
        listen(request.upload().ok()?.as_ref(), "progress", move |event| {
            let event = event.unchecked_ref::<ProgressEvent>();
            tell(News::Progress {
                done: event.loaded(),
                all: event.total(),
            });
        });
        Some(())
    }
}

fn answered(request: &XmlHttpRequest) -> News {
    News::Answered {
        status: request.status().unwrap_or_default(),
        body: request.response_text().ok().flatten().unwrap_or_default(),
    }
}
