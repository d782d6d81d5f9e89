//! Taking the face photo with the camera, under the guidance of the photo check.

#[cfg(feature = "hydrate")]
mod parts;
#[cfg(feature = "hydrate")]
mod picture;
#[cfg(any(feature = "hydrate", test))]
mod place;
#[cfg(any(feature = "hydrate", test))]
mod steady;
#[cfg(feature = "hydrate")]
mod stream;
#[cfg(feature = "hydrate")]
mod studio;
#[cfg(feature = "hydrate")]
mod timer;
#[cfg(feature = "ssr")]
mod view;
#[cfg(feature = "hydrate")]
mod watcher;

#[cfg(feature = "ssr")]
pub use view::PhotoCamera;

/// Shows the button where the browser offers a camera, and opens the camera when
/// it is pressed. The photo picker calls it: a camera is of no use without one.
#[cfg(feature = "hydrate")]
pub(super) use offering::offer;

#[cfg(feature = "hydrate")]
mod offering {
    use std::cell::Cell;

    use js_sys::Reflect;

    use crate::browser::{fetched, page};

    pub(in crate::islands) fn offer() -> Option<()> {
        let button = page::element("camera-open")?;
        // Browsers offer none to pages that did not come by https.
        let navigator = Reflect::get(&web_sys::window()?.into(), &"navigator".into()).ok()?;
        if !Reflect::has(&navigator, &"mediaDevices".into()).ok()? {
            return None;
        }
        let is_loaded = Cell::new(false);
        page::listen(&button, "click", move |_| {
            // Once loaded, the camera listens to the button itself.
            if !is_loaded.replace(true) {
                page::say("camera-status", &loading());
                fetched!(super::open_camera());
            }
        });
        page::show("camera", true);
        Some(())
    }

    fn loading() -> String {
        let words = page::element("camera").and_then(|root| root.get_attribute("data-loading"));
        words.unwrap_or_default()
    }
}

/// A file of its own, loaded by the first press of the button.
#[cfg(feature = "hydrate")]
#[cfg_attr(feature = "lazy", leptos::lazy)]
fn open_camera() {
    // Without the camera's elements there is nothing to open.
    let _ = studio::open();
}
