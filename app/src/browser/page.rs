//! Elements of the page, found by their ids.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Document, Event, EventTarget, HtmlElement, HtmlTemplateElement};

/// The page.
pub(crate) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element with this id, if it is on the page.
pub(crate) fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// A new element of this kind, on no page yet.
pub(crate) fn new_element(tag: &str) -> Option<HtmlElement> {
    document()?.create_element(tag).ok()?.dyn_into().ok()
}

/// A new element of this kind with words in it.
pub(crate) fn new_words(tag: &str, words: &str) -> Option<HtmlElement> {
    let element = new_element(tag)?;
    element.set_text_content(Some(words));
    Some(element)
}

/// Puts an element behind what is in another.
pub(crate) fn append(into: &HtmlElement, element: &HtmlElement) {
    // Refused only for an element that would come to lie in itself.
    let _ = into.append_child(element);
}

/// A copy of the element of this name (`data-name`) in a template.
pub(crate) fn copy(template: &str, name: &str) -> Option<HtmlElement> {
    let template: HtmlTemplateElement = element(template)?.dyn_into().ok()?;
    let selector = format!("[data-name=\"{name}\"]");
    let original = template.content().query_selector(&selector).ok()??;
    original.clone_node_with_deep(true).ok()?.dyn_into().ok()
}

/// Sets an attribute of an element.
pub(crate) fn set(element: &HtmlElement, name: &str, value: &str) {
    // Refused only for a name that is none.
    let _ = element.set_attribute(name, value);
}

/// Takes an attribute from an element, if it has it.
pub(crate) fn unset(element: &HtmlElement, name: &str) {
    // Refused for no name.
    let _ = element.remove_attribute(name);
}

/// Shows or hides an element.
pub(crate) fn show(id: &str, shown: bool) {
    if let Some(element) = element(id) {
        element.set_hidden(!shown);
    }
}

/// Puts words into an element in place of what was there.
pub(crate) fn say(id: &str, words: &str) {
    if let Some(element) = element(id)
        // A status that is said again unchanged would be read out again.
        && element.text_content().as_deref() != Some(words)
    {
        element.set_text_content(Some(words));
    }
}

/// Moves the focus.
pub(crate) fn focus(id: &str) {
    if let Some(element) = element(id) {
        // An element that takes no focus leaves it where it is.
        let _ = element.focus();
    }
}

/// What is typed or chosen in a control of any kind; nothing if there is none.
pub(crate) fn value(id: &str) -> String {
    let value = element(id).and_then(|control| Reflect::get(&control, &"value".into()).ok());
    value
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

/// Whether a box is ticked; not if there is none.
pub(crate) fn is_ticked(id: &str) -> bool {
    let ticked = element(id).and_then(|control| Reflect::get(&control, &"checked".into()).ok());
    ticked.is_some_and(|ticked| ticked.is_truthy())
}

/// Types or chooses in a control of any kind.
pub(crate) fn set_value(id: &str, value: &str) {
    if let Some(control) = element(id) {
        // Refused for no control.
        let _ = Reflect::set(&control, &"value".into(), &value.into());
    }
}

/// Calls the handler at each such event, as long as the page lives.
pub(crate) fn listen(target: &EventTarget, event: &str, handler: impl FnMut(Event) + 'static) {
    listen_boxed(target, event, Box::new(handler));
}

/// Not generic, so that it stands once in the module.
fn listen_boxed(target: &EventTarget, event: &str, handler: Box<dyn FnMut(Event)>) {
    let handler = Closure::wrap(handler).into_js_value();
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
