//! The camera itself.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, HtmlVideoElement, MediaDeviceInfo, MediaDeviceKind, MediaDevices, MediaStream,
    MediaStreamConstraints, MediaStreamTrack,
};

/// Which camera.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Side {
    /// On the side of the screen: one takes one's own photo.
    #[default]
    Front,
    /// On the other side: somebody else takes it.
    Back,
}

impl Side {
    /// The other one.
    pub(super) fn other(self) -> Self {
        match self {
            Self::Front => Self::Back,
            Self::Back => Self::Front,
        }
    }

    /// Its name in Media Capture and Streams.
    fn name(self) -> &'static str {
        match self {
            Self::Front => "user",
            Self::Back => "environment",
        }
    }
}

/// A camera that is on. Must be turned off by [`Stream::stop`].
#[derive(Debug)]
pub(super) struct Stream {
    stream: MediaStream,
    video: HtmlVideoElement,
}

impl Stream {
    /// Asks for a camera and shows what it sees. Else the name of the words for why
    /// there is no picture.
    pub(super) async fn start(video: &HtmlVideoElement, side: Side) -> Result<Self, &'static str> {
        let devices = devices().ok_or("missing")?;
        let asked = devices
            .get_user_media_with_constraints(&wanted(side))
            .map_err(|error| why(&error))?;
        let stream = wait(asked).await.map_err(|error| why(&error))?;
        let camera = Self {
            stream: stream.dyn_into().map_err(|_| "missing")?,
            video: video.clone(),
        };
        camera.show().await.map_err(|_| {
            camera.stop();
            "busy"
        })?;
        Ok(camera)
    }

    async fn show(&self) -> Result<(), JsValue> {
        self.video.set_src_object(Some(&self.stream));
        wait(self.video.play()?).await.map(drop)
    }

    /// Whether the camera looks away from the screen. A camera that does not say
    /// (one on a desk) looks at who sits there.
    pub(super) fn looks_away(&self) -> bool {
        let track = self.stream.get_video_tracks().get(0);
        let settings = track.unchecked_into::<MediaStreamTrack>().get_settings();
        let facing = Reflect::get(&settings, &"facingMode".into());
        facing.is_ok_and(|facing| facing.as_string().as_deref() == Some(Side::Back.name()))
    }

    /// Turns the camera off; its light goes out.
    pub(super) fn stop(&self) {
        for track in self.stream.get_tracks().iter() {
            track.unchecked_into::<MediaStreamTrack>().stop();
        }
        self.video.set_src_object(None);
    }
}

/// Whether there is more than one camera; known once one of them is allowed.
pub(super) async fn is_one_of_many() -> bool {
    let Some(asked) = devices().and_then(|devices| devices.enumerate_devices().ok()) else {
        return false;
    };
    let found = wait(asked).await.map(|found| Array::from(&found));
    let is_camera = |device: &JsValue| {
        let device = device.unchecked_ref::<MediaDeviceInfo>();
        device.kind() == MediaDeviceKind::Videoinput
    };
    found.is_ok_and(|found| found.iter().filter(is_camera).count() > 1)
}

/// Nothing on pages that did not come by https, and in old browsers.
fn devices() -> Option<MediaDevices> {
    let devices = web_sys::window()?.navigator().media_devices().ok()?;
    (!AsRef::<JsValue>::as_ref(&devices).is_undefined()).then_some(devices)
}

/// Wishes only: a camera that cannot meet them is better than none.
fn wanted(side: Side) -> MediaStreamConstraints {
    let video = Object::new();
    for (name, wish) in [
        ("facingMode", side.name().into()),
        ("width", 1920.into()),
        ("height", 1440.into()),
    ] {
        // Setting a property of a fresh object does not fail.
        let _ = Reflect::set(&video, &name.into(), &ideally(&wish));
    }
    let constraints = MediaStreamConstraints::new();
    constraints.set_video(&video);
    constraints
}

fn ideally(wish: &JsValue) -> Object {
    let pair = Array::of2(&"ideal".into(), wish);
    Object::from_entries(&Array::of1(&pair)).unwrap_or_default()
}

async fn wait(promise: Promise) -> Result<JsValue, JsValue> {
    JsFuture::from(promise).await
}

/// The words for the browser's error (Media Capture and Streams, 9.2.2).
fn why(error: &JsValue) -> &'static str {
    let name = error.dyn_ref::<DomException>().map(DomException::name);
    match name.as_deref() {
        Some("NotAllowedError" | "SecurityError") => "denied",
        Some("NotFoundError" | "OverconstrainedError") | None => "missing",
        Some(_) => "busy",
    }
}
