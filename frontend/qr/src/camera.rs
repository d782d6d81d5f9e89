//! The camera.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, HtmlVideoElement, MediaDevices, MediaStream, MediaStreamConstraints,
    MediaStreamTrack,
};

/// Why there is no picture from a camera.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoCamera {
    /// The person or the browser's settings did not allow it.
    Denied,
    /// The device has none, or the browser offers none to this page.
    Missing,
    /// Another program uses it, or it failed.
    Busy,
}

impl NoCamera {
    /// The name of the words for it.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Denied => "denied",
            Self::Missing => "missing",
            Self::Busy => "busy",
        }
    }

    /// By the name of the browser's error (Media Capture and Streams, 9.2.2).
    fn named(name: &str) -> Self {
        match name {
            "NotAllowedError" | "SecurityError" => Self::Denied,
            "NotFoundError" | "OverconstrainedError" | "TypeError" => Self::Missing,
            _ => Self::Busy,
        }
    }

    fn from_error(error: &JsValue) -> Self {
        let name = error.dyn_ref::<DomException>().map(DomException::name);
        Self::named(name.as_deref().unwrap_or("TypeError"))
    }
}

/// A camera that is on. Must be turned off by [`Camera::stop`].
#[derive(Debug)]
pub(crate) struct Camera {
    stream: MediaStream,
    video: HtmlVideoElement,
}

impl Camera {
    /// Asks for the camera at the back and shows what it sees.
    pub(crate) async fn start(video: &HtmlVideoElement) -> Result<Self, NoCamera> {
        let devices = devices().ok_or(NoCamera::Missing)?;
        let asked = devices
            .get_user_media_with_constraints(&wanted())
            .map_err(|error| NoCamera::from_error(&error))?;
        let stream = wait(asked)
            .await
            .map_err(|error| NoCamera::from_error(&error))?;
        let stream = stream.dyn_into().map_err(|_| NoCamera::Missing)?;
        let camera = Self {
            stream,
            video: video.clone(),
        };
        camera.show().await.map_err(|_| {
            camera.stop();
            NoCamera::Busy
        })?;
        Ok(camera)
    }

    async fn show(&self) -> Result<(), JsValue> {
        self.video.set_src_object(Some(&self.stream));
        wait(self.video.play()?).await.map(drop)
    }

    /// Turns the camera off; its light goes out.
    pub(crate) fn stop(&self) {
        for track in self.stream.get_tracks().iter() {
            track.unchecked_into::<MediaStreamTrack>().stop();
        }
        self.video.set_src_object(None);
    }
}

/// Nothing on pages that did not come by https, and in old browsers.
fn devices() -> Option<MediaDevices> {
    let devices = web_sys::window()?.navigator().media_devices().ok()?;
    (!AsRef::<JsValue>::as_ref(&devices).is_undefined()).then_some(devices)
}

/// The camera at the back where there are two, 1280 pixels wide where it can.
fn wanted() -> MediaStreamConstraints {
    let video = Object::new();
    let set = |name: &str, value: JsValue| {
        // Setting a property of a fresh object does not fail.
        let _ = Reflect::set(&video, &name.into(), &value);
    };
    set("facingMode", "environment".into());
    set("width", ideally(1280).into());
    let constraints = MediaStreamConstraints::new();
    constraints.set_video(&video);
    constraints
}

fn ideally(number: u32) -> Object {
    let pair = Array::of2(&"ideal".into(), &number.into());
    Object::from_entries(&Array::of1(&pair)).unwrap_or_default()
}

async fn wait(promise: Promise) -> Result<JsValue, JsValue> {
    JsFuture::from(promise).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browsers_errors_have_words() {
        for (name, words) in [
            ("NotAllowedError", "denied"),
            ("SecurityError", "denied"),
            ("NotFoundError", "missing"),
            ("OverconstrainedError", "missing"),
            ("NotReadableError", "busy"),
            ("AbortError", "busy"),
        ] {
            assert_eq!(NoCamera::named(name).words(), words, "{name}");
        }
    }
}
