//! The camera's elements on the page, and its words.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlVideoElement};

use crate::browser::page;

/// What the camera shows and listens to; all of it rendered by the server.
#[derive(Clone, Debug)]
pub(super) struct Parts {
    /// Around everything; carries the words as `data-*`.
    root: HtmlElement,
    /// The button that opens the window.
    pub(super) opener: HtmlElement,
    /// Everything else is out of reach while it is open.
    pub(super) window: HtmlDialogElement,
    /// The camera's picture.
    pub(super) video: HtmlVideoElement,
    /// Takes the photo.
    pub(super) shutter: HtmlElement,
    /// The control that takes a chosen file.
    pub(super) file: HtmlInputElement,
}

impl Parts {
    /// All of them, if this is a page they are on.
    pub(super) fn find() -> Option<Self> {
        let file = page::document()?.query_selector("input[type=file][name=photo]");
        Some(Self {
            root: page::element("camera")?,
            opener: page::element("camera-open")?,
            window: page::element("camera-window")?.dyn_into().ok()?,
            video: page::element("camera-video")?.dyn_into().ok()?,
            shutter: page::element("camera-shutter")?,
            file: file.ok()??.dyn_into().ok()?,
        })
    }

    /// The words under this name.
    pub(super) fn words(&self, name: &str) -> String {
        let words = self.root.get_attribute(&format!("data-{name}"));
        words.unwrap_or_default()
    }

    /// Shows words above the camera's picture.
    pub(super) fn show(&self, name: &str) {
        page::say("camera-hint", &self.words(name));
    }

    /// Shows a hint of the check; one that the page has no words for changes nothing.
    pub(super) fn show_hint(&self, name: &str) {
        if let Some(words) = hint(name) {
            page::say("camera-hint", &words);
            page::set(&self.window, "data-hint", name);
        }
    }

    /// Lets a screen reader say a hint.
    pub(super) fn speak_hint(name: &str) {
        if let Some(words) = hint(name) {
            page::say("camera-spoken", &words);
        }
    }

    /// Shows, in place of the camera's picture, why there is none.
    pub(super) fn trouble(&self, name: &str) {
        page::say("camera-hint", "");
        page::say("camera-why", &self.words(name));
        page::show("camera-trouble", true);
        page::show("camera-switch", false);
        self.enable_shutter(false);
        page::focus("camera-retry");
    }

    /// Takes the trouble away.
    pub(super) fn no_trouble(&self) {
        page::show("camera-trouble", false);
        page::say("camera-why", "");
        self.enable_shutter(true);
    }

    /// Draws the guide on a video of this size.
    pub(super) fn fit_guide(width: u32, height: u32) {
        if let Some(guide) = svg("camera-guide") {
            let _ = guide.set_attribute("viewBox", &format!("0 0 {width} {height}"));
        }
    }

    fn enable_shutter(&self, enabled: bool) {
        // Not `disabled`: it would lose the focus and not be read out.
        page::set(
            &self.shutter,
            "aria-disabled",
            if enabled { "false" } else { "true" },
        );
    }
}

fn svg(id: &str) -> Option<web_sys::Element> {
    page::document()?.get_element_by_id(id)
}

fn hint(name: &str) -> Option<String> {
    // A name of the check holds letters and underscores only.
    let selector = format!("#camera-hints [data-hint={name}]");
    page::document()?
        .query_selector(&selector)
        .ok()??
        .text_content()
}
