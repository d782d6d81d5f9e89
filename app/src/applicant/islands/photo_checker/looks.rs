//! Having the worker look at frames of the camera.

use std::cell::{Cell, RefCell};

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::browser::answer::Answer;
use crate::browser::worker::Helper;

/// The looks that the worker is asked for, one at a time.
#[derive(Default)]
pub(super) struct Looks {
    /// Number of the last one: below zero, so that no question about a photo has
    /// the same.
    last: Cell<i32>,
    /// Waits for its answer.
    waiting: RefCell<Option<Function>>,
    is_ended: Cell<bool>,
}

impl Looks {
    /// The name of the hint on a frame; nothing if this device cannot tell.
    pub(super) async fn look(&self, helper: &Helper, frame: &[(&str, JsValue)]) -> Option<String> {
        if self.is_ended.get() {
            return None;
        }
        self.tell(&JsValue::NULL);
        let id = self.last.get().wrapping_sub(1).min(-1);
        self.last.set(id);
        let mut question = vec![("id", id.into()), ("kind", "look".into())];
        question.extend_from_slice(frame);
        let mut ask = |done: Function, _: Function| {
            self.waiting.replace(Some(done));
            helper.ask(&question);
        };
        let answer = JsFuture::from(Promise::new(&mut ask)).await.ok()?;
        Answer::of(answer).get("look")?.get("hint")?.text()
    }

    /// The worker answered the question of this number.
    pub(super) fn hear(&self, id: Option<f64>, answer: &Answer) {
        if id == Some(f64::from(self.last.get())) {
            self.tell(answer.value());
        }
    }

    /// There will be no more answers: whoever waits for one learns it.
    pub(super) fn end(&self) {
        self.is_ended.set(true);
        self.tell(&JsValue::NULL);
    }

    fn tell(&self, answer: &JsValue) {
        if let Some(done) = self.waiting.take() {
            // What a promise gives its makers is never refused.
            let _ = done.call1(&JsValue::UNDEFINED, answer);
        }
    }
}
