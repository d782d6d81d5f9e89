//! The built files of a portal, as few as the tests ask for.

use leptos::config::LeptosOptions;
use tempfile::TempDir;

/// A style sheet and a picture in a folder of the portal's own.
pub(super) fn site(folder: &TempDir) -> LeptosOptions {
    let site = folder.path().join("site");
    std::fs::create_dir_all(site.join("pkg")).unwrap();
    std::fs::write(site.join("favicon.svg"), "<svg/>").unwrap();
    std::fs::write(site.join("pkg/shinsei.css"), "main{}").unwrap();
    LeptosOptions::builder()
        .output_name("shinsei")
        .site_root(site.display().to_string())
        .site_pkg_dir("pkg")
        .build()
}
