//! Loads the module that wakes the islands of a page.

use std::collections::HashMap;
use std::sync::OnceLock;

use leptos::config::LeptosOptions;
use leptos::nonce::use_nonce;
use leptos::prelude::*;

/// A function of the module's two addresses. Leptos brings one too, which waits without
/// end on a page that is never idle and leaves no way to catch what fails on the way.
const WAKE: &str = include_str!("wake.js");

/// Loads the module and wakes the islands of the page it stands on. Other pages
/// must not hold it: the module is fetched at once.
#[component]
pub(crate) fn WakeIslands() -> impl IntoView {
    static MODULE: OnceLock<Module> = OnceLock::new();

    let options = use_context::<LeptosOptions>();
    options.map(|options| {
        let Module { js, wasm } = MODULE.get_or_init(|| Module::of(&options));
        view! {
            <link rel="modulepreload" href=js.clone() />
            <script type="module" nonce=use_nonce()>{format!("({WAKE})({js:?},{wasm:?})")}</script>
        }
    })
}

/// Where the module's two files are.
struct Module {
    js: String,
    wasm: String,
}

impl Module {
    /// Release builds have hashes in their names, which cargo-leptos lists in a file beside the program.
    fn of(options: &LeptosOptions) -> Self {
        let hashes = if options.hash_files {
            hashes(options)
        } else {
            HashMap::new()
        };
        let address = |kind: &str| {
            let LeptosOptions {
                site_pkg_dir,
                output_name,
                ..
            } = options;
            let hash = hashes
                .get(kind)
                .map(|hash| format!(".{hash}"))
                .unwrap_or_default();
            format!("/{site_pkg_dir}/{output_name}{hash}.{kind}")
        };
        Self {
            js: address("js"),
            wasm: address("wasm"),
        }
    }
}

/// Kinds of files and their hashes, a line each: `js: 4jLar3PN`.
fn hashes(options: &LeptosOptions) -> HashMap<String, String> {
    let list = std::env::current_exe().ok().and_then(|program| {
        std::fs::read_to_string(program.parent()?.join(options.hash_file.as_ref())).ok()
    });
    let lines = list.unwrap_or_default();
    let pairs = lines.lines().filter_map(|line| line.split_once(':'));
    pairs
        .map(|(kind, hash)| (kind.trim().to_owned(), hash.trim().to_owned()))
        .collect()
}
