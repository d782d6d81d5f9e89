//! Work off the page's thread.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use super::answer::Answer;
use super::page::listen;

/// A worker of ours.
#[derive(Clone, Debug)]
pub(crate) struct Helper(Worker);

impl Helper {
    /// Starts a worker; nothing where there are none. `fail` is called when its
    /// script cannot be loaded or breaks off.
    pub(crate) fn start(
        path: &str,
        hear: impl Fn(&Answer) + 'static,
        fail: impl Fn() + 'static,
    ) -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(path, &options).ok()?;
        listen(&worker, "message", move |event| {
            let data = wasm_bindgen::JsCast::unchecked_ref::<MessageEvent>(&event).data();
            hear(&Answer::of(data));
        });
        listen(&worker, "error", move |event| {
            // Told to the applicant; not a fault of the page.
            event.prevent_default();
            fail();
        });
        Some(Self(worker))
    }

    /// Asks for something.
    pub(crate) fn ask(&self, fields: &[(&str, JsValue)]) {
        // Refused for what cannot be copied; files and numbers can.
        let _ = self.0.post_message(&object(fields));
    }

    /// Ends it, whatever it is doing.
    pub(crate) fn end(&self) {
        self.0.terminate();
    }
}

/// An object with these fields.
pub(crate) fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a property of a fresh object does not fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}
