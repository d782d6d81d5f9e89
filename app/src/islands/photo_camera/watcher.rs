//! The photo check in its worker, looking at frames.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use super::picture::{HEIGHT, WIDTH};
use crate::browser::answer::Answer;
use crate::browser::page;

const SCRIPT: &str = "/photo-worker.js";

/// A worker of the camera's own: it ends with the camera, and with it its memory.
#[derive(Debug)]
pub(super) struct Watcher {
    worker: Worker,
    /// Answers the look that is under way.
    answer: Rc<RefCell<Option<Function>>>,
}

/// What a look saw.
#[derive(Clone, Debug)]
pub(super) struct Look {
    /// The name of the hint.
    pub(super) hint: String,
}

impl Watcher {
    /// Starts the worker; it loads the check.
    pub(super) fn start() -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let watcher = Self {
            worker: Worker::new_with_options(SCRIPT, &options).ok()?,
            answer: Rc::default(),
        };
        let answer = Rc::clone(&watcher.answer);
        page::listen(&watcher.worker, "message", move |event| {
            tell(&answer, &event.unchecked_ref::<MessageEvent>().data());
        });
        let answer = Rc::clone(&watcher.answer);
        page::listen(&watcher.worker, "error", move |_| {
            tell(&answer, &JsValue::NULL);
        });
        Some(watcher)
    }

    /// Looks at a picture of [`WIDTH`] by [`HEIGHT`], whose buffer is given away.
    /// Nothing if this device cannot run the check.
    pub(super) async fn look(&self, buffer: &JsValue, is_quick: bool) -> Option<Look> {
        let message = message(buffer, is_quick);
        let mut ask = |done: Function, _: Function| {
            self.answer.replace(Some(done));
            let _ = self
                .worker
                .post_message_with_transfer(&message, &Array::of1(buffer));
        };
        let answer = JsFuture::from(Promise::new(&mut ask)).await.ok()?;
        let hint = Answer::of(answer).get("look")?.get("hint")?.text()?;
        Some(Look { hint })
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        self.worker.terminate();
        // Whoever waits for a look learns that there will be none.
        tell(&self.answer, &JsValue::NULL);
    }
}

fn message(buffer: &JsValue, is_quick: bool) -> Object {
    let message = Object::new();
    for (name, value) in [
        ("id", JsValue::from(0)),
        ("kind", "look".into()),
        ("pixels", buffer.clone()),
        ("width", WIDTH.into()),
        ("height", HEIGHT.into()),
        ("care", if is_quick { "quick" } else { "thorough" }.into()),
    ] {
        // Setting a property of a fresh object does not fail.
        let _ = Reflect::set(&message, &name.into(), &value);
    }
    message
}

fn tell(answer: &RefCell<Option<Function>>, value: &JsValue) {
    if let Some(done) = answer.take() {
        let _ = done.call1(&JsValue::UNDEFINED, value);
    }
}
