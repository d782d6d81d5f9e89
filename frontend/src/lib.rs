//! Entry point in the browser: wakes the islands of a page rendered by the server.

// Links the islands into this module.
use app as _;

/// Called by the page once the module is loaded.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
