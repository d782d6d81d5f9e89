//! The reader for the QR code of an application form.

use leptos::prelude::*;

/// A button that opens the reader, the reader's parts, and its words.
///
/// Everything is hidden until the page is awake: without scripting the ID is
/// typed, or the code is read by the phone's own camera. The camera and the
/// decoder are a module of their own (`frontend/qr`), which is loaded when the
/// button is pressed; it finds these elements by their ids and these words by
/// their names.
#[cfg(feature = "ssr")]
#[component]
pub fn QrReader() -> impl IntoView {
    use crate::words::words;

    view! {
        <div
            class="c-qr"
            id="qr-reader"
            hidden
            data-loading=words().qr.loading
            data-failed=words().qr.failed
            data-starting=words().qr.starting
            data-aim=words().qr.aim
            data-denied=words().qr.denied
            data-missing=words().qr.missing
            data-busy=words().qr.busy
            data-reading=words().qr.reading
            data-nothing=words().qr.nothing
            data-other=words().qr.other
            data-unopened=words().qr.unopened
            data-found=words().qr.found
            data-stopped=words().qr.stopped
        >
            <button class="c-button" data-kind="second" id="qr-open" type="button">{words().qr.open}</button>
            <div class="c-qr__panel" id="qr-panel" hidden>
                <video class="c-qr__video" id="qr-video" aria-label=words().qr.video hidden playsinline muted></video>
                <label class="c-field__label" for="qr-file">{words().qr.file}</label>
                <input class="c-file" id="qr-file" type="file" accept="image/*" />
                <button class="c-button" data-kind="second" id="qr-stop" type="button">{words().qr.stop}</button>
            </div>
            <p class="c-qr__status" id="qr-status" role="status"></p>
        </div>
        <OfferQrReader />
    }
}

/// Shows the button, and loads the reader when it is pressed.
#[island]
fn OfferQrReader() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    loading::offer();
}

#[cfg(feature = "hydrate")]
mod loading {
    use std::cell::Cell;

    use crate::browser::page;

    /// Loads `frontend/qr`. Rust has no `import()`, and the policy of the site
    /// allows scripts from this site only as files.
    const SCRIPT: &str = "/qr-reader.js";

    pub(super) fn offer() -> Option<()> {
        let button = page::element("qr-open")?;
        let is_loaded = Cell::new(false);
        page::listen(&button, "click", move |_| {
            // Once loaded, the reader listens to the button itself.
            if !is_loaded.replace(true) {
                say("data-loading");
                load();
            }
        });
        page::show("qr-reader", true);
        Some(())
    }

    fn load() -> Option<()> {
        let script = page::new_element("script")?;
        page::set(&script, "type", "module");
        page::set(&script, "src", SCRIPT);
        page::listen(&script, "error", |_| say("data-failed"));
        page::append(&page::document()?.body()?, &script);
        Some(())
    }

    fn say(name: &str) {
        let words = page::element("qr-reader").and_then(|reader| reader.get_attribute(name));
        page::say("qr-status", &words.unwrap_or_default());
    }
}
