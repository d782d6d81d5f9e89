//! Taking the face photo with the camera, under the guidance of the photo check.

#[cfg(feature = "hydrate")]
mod camera;
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
mod timer;
#[cfg(feature = "ssr")]
mod view;

#[cfg(feature = "hydrate")]
use std::rc::Rc;

#[cfg(feature = "hydrate")]
use super::photo_checker::Checker;
#[cfg(feature = "ssr")]
pub use view::PhotoCamera;

/// Shows the button where the browser offers a camera, and opens the camera when
/// it is pressed. The photo picker calls it: a camera is of no use without one.
#[cfg(feature = "hydrate")]
pub(super) use offering::offer;

#[cfg(feature = "hydrate")]
mod offering {
    use std::cell::Cell;
    use std::rc::Rc;

    use js_sys::Reflect;

    use crate::applicant::islands::photo_checker::Checker;
    use crate::browser::{page, started};

    pub(in crate::applicant::islands) fn offer(checker: Option<Rc<Checker>>) -> Option<()> {
        let button = page::element("camera-open")?;
        // Browsers offer none to pages that did not come by https.
        let navigator = Reflect::get(&web_sys::window()?.into(), &"navigator".into()).ok()?;
        if !Reflect::has(&navigator, &"mediaDevices".into()).ok()? {
            return None;
        }
        let is_loaded = Rc::new(Cell::new(false));
        page::listen(&button, "click", move |_| {
            // Once loaded, the camera listens to the button itself.
            if is_loaded.replace(true) {
                return;
            }
            page::say("camera-status", &words("data-loading"));
            let (is_loaded, checker) = (Rc::clone(&is_loaded), checker.clone());
            started!(super::open_camera(checker), move || {
                is_loaded.set(false);
                page::say("camera-status", &words("data-unloaded"));
            });
        });
        page::show("camera", true);
        Some(())
    }

    fn words(name: &str) -> String {
        let words = page::element("camera").and_then(|root| root.get_attribute(name));
        words.unwrap_or_default()
    }
}

#[cfg(feature = "hydrate")]
crate::browser::apart! {
    /// Loaded by the first press of the button.
    open_camera(checker: Option<Rc<Checker>>) {
        // Without the camera's elements there is nothing to open.
        let _ = camera::open(checker);
    }
}
