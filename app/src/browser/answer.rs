//! JSON that the server answers, read without a parser of our own: the browser has
//! one, and serde's would be a fifth of the module.

use js_sys::{JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A value of an answer.
#[derive(Clone, Debug)]
pub(crate) struct Answer(JsValue);

impl Answer {
    /// What a worker answered.
    pub(crate) fn of(value: JsValue) -> Self {
        Self(value)
    }

    /// The value itself.
    pub(crate) fn value(&self) -> &JsValue {
        &self.0
    }

    /// Reads a text; nothing if it is no JSON.
    pub(crate) fn read(text: &str) -> Option<Self> {
        JSON::parse(text).ok().map(Self)
    }

    /// The value under this name.
    pub(crate) fn get(&self, name: &str) -> Option<Self> {
        Reflect::get(&self.0, &name.into()).ok().map(Self)
    }

    /// The values, if this is a list.
    pub(crate) fn list(&self) -> Vec<Self> {
        let values = js_sys::try_iter(&self.0).ok().flatten();
        values
            .into_iter()
            .flatten()
            .filter_map(Result::ok)
            .map(Self)
            .collect()
    }

    /// The name of an enum's variant and what it carries: `"empty"` or
    /// `{"too_few_bytes":{"bytes":3}}`.
    pub(crate) fn variant(&self) -> Option<(String, Self)> {
        if let Some(name) = self.text() {
            return Some((name, Self(JsValue::UNDEFINED)));
        }
        let name = Object::keys(self.0.dyn_ref::<Object>()?)
            .get(0)
            .as_string()?;
        let carried = self.get(&name)?;
        Some((name, carried))
    }

    /// The text, if this is one.
    pub(crate) fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    /// The number, if this is one.
    pub(crate) fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }
}
