//! The photo check in its worker, looking at frames.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::picture::{HEIGHT, WIDTH};
use crate::browser::answer::Answer;
use crate::browser::worker::Helper;

const SCRIPT: &str = "/photo-worker.js";

/// A worker of the camera's own: it ends with the camera, and with it its memory.
pub(super) struct Watcher {
    helper: Helper,
    answer: Asker,
}

/// Waits for the answer to the look that is under way.
type Asker = Rc<RefCell<Option<Function>>>;

impl Watcher {
    /// Starts the worker; it loads the check.
    pub(super) fn start() -> Option<Self> {
        let answer = Asker::default();
        let (heard, failed) = (Rc::clone(&answer), Rc::clone(&answer));
        let helper = Helper::start(
            SCRIPT,
            move |told| tell(&heard, told.value()),
            move || tell(&failed, &JsValue::NULL),
        )?;
        Some(Self { helper, answer })
    }

    /// The name of the hint on a picture of [`WIDTH`] by [`HEIGHT`]. Nothing if
    /// this device cannot run the check.
    pub(super) async fn look(&self, pixels: &JsValue, is_quick: bool) -> Option<String> {
        let care = if is_quick { "quick" } else { "thorough" };
        let mut ask = |done: Function, _: Function| {
            self.answer.replace(Some(done));
            self.helper.ask(&[
                ("id", 0.into()),
                ("kind", "look".into()),
                ("pixels", pixels.clone()),
                ("width", WIDTH.into()),
                ("height", HEIGHT.into()),
                ("care", care.into()),
            ]);
        };
        let answer = JsFuture::from(Promise::new(&mut ask)).await.ok()?;
        Answer::of(answer).get("look")?.get("hint")?.text()
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        self.helper.end();
        // Whoever waits for a look learns that there will be none.
        tell(&self.answer, &JsValue::NULL);
    }
}

fn tell(answer: &RefCell<Option<Function>>, value: &JsValue) {
    if let Some(done) = answer.take() {
        let _ = done.call1(&JsValue::UNDEFINED, value);
    }
}
