//! The elements of the reader on the page, and its words.

use js_sys::Function;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Document, Event, EventTarget, HtmlElement, HtmlInputElement, HtmlVideoElement};

/// What the reader shows and listens to; all of it rendered by the server.
#[derive(Clone, Debug)]
pub(crate) struct Elements {
    /// Around everything; carries the words as `data-*`.
    root: HtmlElement,
    /// Shown while the reader is open.
    pub(crate) panel: HtmlElement,
    /// The button that opens the reader.
    pub(crate) opener: HtmlElement,
    /// The camera's picture.
    pub(crate) video: HtmlVideoElement,
    /// Takes a picture instead.
    pub(crate) file: HtmlInputElement,
    /// The button that closes the reader.
    pub(crate) stop: HtmlElement,
    /// Where the reader speaks (`role=status`).
    status: HtmlElement,
    /// Takes the application ID.
    pub(crate) id_field: HtmlInputElement,
}

impl Elements {
    /// All of them, if this is the page they are on.
    pub(crate) fn find() -> Option<Self> {
        let document = web_sys::window()?.document()?;
        Some(Self {
            root: by_id(&document, "qr-reader")?,
            panel: by_id(&document, "qr-panel")?,
            opener: by_id(&document, "qr-open")?,
            video: by_id(&document, "qr-video")?,
            file: by_id(&document, "qr-file")?,
            stop: by_id(&document, "qr-stop")?,
            status: by_id(&document, "qr-status")?,
            id_field: by_id(&document, "application_id")?,
        })
    }

    /// Says something; the words stand in the page under this name.
    pub(crate) fn say(&self, name: &str) {
        let words = self.root.get_attribute(&format!("data-{name}"));
        self.status.set_text_content(words.as_deref());
    }
}

fn by_id<T: JsCast>(document: &Document, id: &str) -> Option<T> {
    document.get_element_by_id(id)?.dyn_into().ok()
}

/// Calls the handler at each such event, as long as the page lives.
pub(crate) fn listen(target: &EventTarget, event: &str, handler: impl FnMut(Event) + 'static) {
    let handler = Closure::<dyn FnMut(Event)>::new(handler).into_js_value();
    // Adding a listener fails for no element.
    let _ = target.add_event_listener_with_callback(event, handler.unchecked_ref::<Function>());
}
