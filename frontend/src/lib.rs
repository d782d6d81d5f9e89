//! Entry point in the browser: wakes the islands of a page rendered by the server.

// Links the islands into this module.
use app as _;

/// Half the size of the allocator that comes with Rust, and as quick for the few
/// allocations of an island.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Called by the page once the module is loaded.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
