//! Who asks, and how the answer is given: what the HTTP side tells pages and server functions.

/// What the request says about who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caller {
    /// A form of a page (`Accept` holds `text/html`).
    Form,
    /// A script.
    Script,
}

/// How a server function answers the browser; filled by the server.
pub trait Reply: Send + Sync + 'static {
    /// 303 to this path.
    fn see_other(&self, path: &str);
    /// Sets the status of the answer.
    fn status(&self, code: u16);
}
