//! Elements of the page, found by their ids.

use js_sys::Function;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{
    Document, Element, Event, EventTarget, HtmlElement, HtmlInputElement, HtmlSelectElement,
};

/// The page.
pub(crate) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element with this id, if it is on the page and of this kind.
pub(crate) fn element<T: JsCast>(id: &str) -> Option<T> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// A new element of this kind, on no page yet.
pub(crate) fn new_element(tag: &str) -> Option<Element> {
    document()?.create_element(tag).ok()
}

/// Shows or hides an element.
pub(crate) fn show(id: &str, shown: bool) {
    if let Some(element) = element::<HtmlElement>(id) {
        element.set_hidden(!shown);
    }
}

/// Puts words into an element in place of what was there.
pub(crate) fn say(id: &str, words: &str) {
    if let Some(element) = element::<Element>(id) {
        // A status that is said again unchanged would be read out again.
        if element.text_content().as_deref() != Some(words) {
            element.set_text_content(Some(words));
        }
    }
}

/// Moves the focus.
pub(crate) fn focus(id: &str) {
    if let Some(element) = element::<HtmlElement>(id) {
        // An element that takes no focus leaves it where it is.
        let _ = element.focus();
    }
}

/// What is typed or chosen in a control; nothing if there is no such control.
pub(crate) fn value(id: &str) -> String {
    let Some(control) = element::<Element>(id) else { return String::new() };
    match control.dyn_into::<HtmlInputElement>() {
        Ok(input) => input.value(),
        Err(other) => other.dyn_into().map_or_else(|_| String::new(), |list: HtmlSelectElement| list.value()),
    }
}

/// Calls the handler at each such event, as long as the page lives.
pub(crate) fn listen(target: &EventTarget, event: &str, handler: impl FnMut(Event) + 'static) {
    let handler = Closure::<dyn FnMut(Event)>::new(handler).into_js_value();
    // Adding a listener fails for no element.
    let _ = target.add_event_listener_with_callback(event, handler.unchecked_ref::<Function>());
}

/// Goes to a page of ours.
pub(crate) fn go_to(path: &str) {
    if let Some(window) = web_sys::window() {
        // Refused only for an address that cannot be read; the page stays then.
        let _ = window.location().assign(path);
    }
}
